"""What the library has otherwise than the cards and actors made from it; each can be taken over."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from blueprint_editor.commands.field_names import name_field
from blueprint_editor.commands.library import make_update
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.library import (
    LibraryDifference,
    LibraryEntry,
    find_library_differences,
)
from blueprint_editor.model.library_links import list_references
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.dialogs.tick_dialog import TickDialog, TickRow, make_choice
from blueprint_editor.ui.inspector.tables import find_label
from blueprint_editor.ui.library.sentences import name_entry
from blueprint_editor.ui.words import ACTOR_KINDS, CHANNELS, RECORDS


class LibraryUpdateDialog(TickDialog):
    """What the library has changed since is ticked; what was changed here is not."""

    def __init__(
        self, session: DocumentSession, entries: Mapping[str, LibraryEntry], parent: QWidget
    ) -> None:
        super().__init__(_("Update From the Library"), _("Take Over"), parent)
        self._session = session
        self.differences = find_library_differences(session.document, entries)
        kept = list_references(session.document).values()
        self._missing = sum(reference.id not in entries for reference in kept)
        self.explanation.setText(self._explain())
        self.take_button.setEnabled(bool(self.differences))
        count, differences = len(self.differences), self.differences
        self.show_rows(
            _("What the library has otherwise"),
            (_("Take over"), _("Here"), _("In the library"), _("Changed")),
            tuple(map(self._make_row, differences)),
            (
                make_choice(
                    "newer", _("Only What Is &New"), count, lambda n: differences[n].is_newer
                ),
                make_choice("all", _("&All"), count, lambda _number: True),
                make_choice("none", _("&None"), count, lambda _number: False),
            ),
        )

    def _explain(self) -> str:
        count = len(self.differences)
        if not count:
            told = _("The library says nothing that this document does not say already.")
        else:
            told = ngettext("{count} difference", "{count} differences", count).format(count=count)
            told = f"{told}. " + _("What you do not take stays as you have it.")
        if not self._missing:
            return told
        missing = ngettext(
            "{count} card or actor was made from an entry that is not in your library.",
            "{count} cards or actors were made from entries that are not in your library.",
            self._missing,
        ).format(count=self._missing)
        return f"{told} {missing}"

    def _make_row(self, difference: LibraryDifference) -> TickRow:
        collection, field = difference.collection, difference.field
        code = self._session.facts.card_codes.get(difference.record, "")
        name = f"{code} “{name_entry(difference.entry)}”".strip()
        record = f"{_(RECORDS[collection])} {name}"
        label = _(find_label(collection, field) or name_field(field))
        words = (
            _("{record}: {change}").format(record=record, change=label),
            _tell(field, difference.here),
            _tell(field, difference.there),
            _("in the library") if difference.is_newer else _("here"),
        )
        return TickRow(words, difference.is_newer)

    def _take(self) -> None:
        chosen = [self.differences[number] for number in self.list_ticked()]
        self._session.end_step()
        if not chosen or self._session.execute(make_update(self._session.document, chosen)):
            self._session.end_step()
            self.accept()


def _tell(field: str, value: str | None) -> str:
    words = {"channel": CHANNELS, "kind": ACTOR_KINDS}.get(field)
    return _(words[value]) if value and words is not None else value or ""
