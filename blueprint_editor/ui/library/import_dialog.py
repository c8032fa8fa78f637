"""What a file would bring into the library: new, changed, and what of it cannot be read."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from blueprint_editor.export.library import Found
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.library import (
    EntryChange,
    LibraryEntry,
    list_entry_changes,
    put_entries,
)
from blueprint_editor.ui.dialogs.tick_dialog import TickDialog, TickRow, make_choice
from blueprint_editor.ui.library.sentences import name_entry, name_field, tell_value
from blueprint_editor.ui.table_sentences import list_remarks, tell_fault

Edit = Callable[[tuple[LibraryEntry, ...]], tuple[LibraryEntry, ...]]


class LibraryImportDialog(TickDialog):
    """Nothing enters the library before the person agrees; what is older there is not ticked."""

    def __init__(
        self,
        name: str,
        found: Found,
        own: Sequence[LibraryEntry],
        keep: Callable[[Edit], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Import Into the Library"), _("Import"), parent)
        self._keep = keep
        self.changes = changes = list_entry_changes(own, found.entries)
        same = len(found.entries.entries) - len(changes)
        self.explanation.setText(" ".join(self._explain(name, found, same)))
        self.take_button.setEnabled(bool(changes))
        count = len(changes)
        self.show_rows(
            _("What would change in the library"),
            (_("Import"), _("In your library"), _("In the file"), _("Remark")),
            tuple(map(self._make_row, changes)),
            (
                make_choice("all", _("&All"), count, lambda _number: True),
                make_choice("new", _("Only What Is &New"), count, lambda n: not changes[n].before),
                make_choice("none", _("&None"), count, lambda _number: False),
            ),
        )
        self.show_faults(tuple(map(tell_fault, found.faults)))

    def _explain(self, name: str, found: Found, same: int) -> list[str]:
        new = sum(change.before is None for change in self.changes)
        counts = (
            ngettext("{count} new", "{count} new", new).format(count=new),
            ngettext("{count} changed", "{count} changed", len(self.changes) - new).format(
                count=len(self.changes) - new
            ),
            ngettext("{count} the same", "{count} the same", same).format(count=same),
        )
        remarks = list_remarks(found.faults, is_old_encoding=found.is_old_encoding)
        return [f"{name}: {', '.join(counts)}.", *remarks]

    def _make_row(self, change: EntryChange) -> TickRow:
        name, before = name_entry(change.entry), change.before
        if before is None:
            words = (_("New: {name}").format(name=name), "", change.entry.line)
        else:
            fields = ", ".join(map(name_field, change.fields))
            words = (
                f"{name}: {fields}",
                " / ".join(tell_value(before, field) for field in change.fields),
                " / ".join(tell_value(change.entry, field) for field in change.fields),
            )
        note = _("yours is newer") if change.is_older else ""
        return TickRow((*words, note), not change.is_older)

    def _take(self) -> None:
        chosen = [self.changes[number].entry for number in self.list_ticked()]
        if not chosen or self._keep(lambda entries: put_entries(entries, chosen)):
            self.accept()
