"""What a newer base says otherwise, piece by piece: take it over, or keep one's own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from blueprint_editor.commands.base_update import Piece, TakeOver
from blueprint_editor.commands.field_names import name_field
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.comparison import MAIN_TEXTS
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.base_desk import name_base, tell_now
from blueprint_editor.ui.dialogs.tick_dialog import TickDialog, TickRow, make_choice
from blueprint_editor.ui.inspector.tables import find_label
from blueprint_editor.ui.sentences import tell_refusal
from blueprint_editor.ui.words import RECORDS

WHAT, MINE, THEIRS, NOTE = range(4)
"""The columns."""

_PLACES = ("source", "target", "lane", "step", "phase")
"""Fields that say where a record stands."""
_KINDS = {
    "added": msgid("new"),
    "removed": msgid("removed"),
    "changed": msgid("changed"),
}


class BaseUpdateDialog(TickDialog):
    """A tick takes a piece over; what both have changed is not ticked by itself."""

    def __init__(
        self,
        session: DocumentSession,
        newer: Document,
        file_name: str,
        pieces: Sequence[Piece],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Update From a Newer Base"), _("Take Over"), parent)
        self._session = session
        self._newer = newer
        self._file_name = file_name
        self.pieces = tuple(pieces)
        self._names = _name_records(session.document) | _name_records(newer)
        self.explanation.setText(self._explain())
        session.refused.connect(self._tell_refusal)
        count = len(self.pieces)
        self.show_rows(
            _("What the newer base says otherwise"),
            (_("Take over"), _("Here"), _("Newer base"), _("Conflict")),
            tuple(map(self._make_row, self.pieces)),
            (
                make_choice(
                    "clean",
                    _("All &Without Conflict"),
                    count,
                    lambda number: not self.pieces[number].is_conflict,
                ),
                make_choice("all", _("&All"), count, lambda _number: True),
                make_choice("none", _("&None"), count, lambda _number: False),
            ),
        )

    def _explain(self) -> str:
        count, conflicts = len(self.pieces), sum(piece.is_conflict for piece in self.pieces)
        if not count:
            return _("The base says nothing that this document does not say already.")
        told = ngettext("{count} difference", "{count} differences", count).format(count=count)
        both = ngettext("{count} changed in both", "{count} changed in both", conflicts).format(
            count=conflicts
        )
        rest = _(
            "What you do not take stays as you have it, and the document belongs to the newer base."
        )
        return f"{name_base(self._newer)}: {told}, {both}. {rest}"

    def _make_row(self, piece: Piece) -> TickRow:
        words = (
            self._tell_what(piece),
            self._describe(piece.mine, piece.fields),
            self._describe(piece.theirs, piece.fields),
            _("changed in both") if piece.is_conflict else "",
        )
        return TickRow(words, not piece.is_conflict)

    def _tell_what(self, piece: Piece) -> str:
        record = _(RECORDS[piece.collection])
        if not piece.fields:
            return _("{record}: {change}").format(record=record, change=_(_KINDS[piece.kind]))
        labels = (find_label(piece.collection, f) or name_field(f) for f in piece.fields)
        fields = ", ".join(dict.fromkeys(map(_, labels)))
        return _("{record}: {change}").format(record=record, change=fields)

    def _describe(self, record: object, fields: Sequence[str]) -> str:
        """Return what a record says in some fields; of no fields, by what it is known."""
        if record is None:
            return ""
        words = [_tell_value(getattr(record, name), self._names) for name in fields]
        if not fields:
            own = self._names.get(str(getattr(record, "id", "")), "")
            place = [str(getattr(record, name, "")) for name in _PLACES]
            words = [own, *(self._names[one] for one in place if one in self._names)]
        return " / ".join(" ".join(word.split()) for word in words if word.strip())

    def _take(self) -> None:
        chosen = frozenset(self.pieces[number].id for number in self.list_ticked())
        self.fault.hide()
        title = name_base(self._newer)
        command = TakeOver(self._newer, chosen, self._file_name, title, tell_now())
        if self._session.execute(command):
            self.accept()

    def _tell_refusal(self, error: Exception) -> None:
        self.fault.setText(tell_refusal(error))  # type: ignore[arg-type]
        self.fault.show()


def _name_records(document: DocumentContent) -> dict[str, str]:
    """Return id → the words that a person knows the record by."""
    facts = DerivedFacts(document)
    names = {
        record.id: str(getattr(record, field))
        for collection, field in MAIN_TEXTS.items()
        for record in getattr(document, collection, ())
    }
    for phase, steps in facts.steps_of_phase.items():
        for number, step in enumerate(steps, 1):
            names[step.id] = step.name or f"{names[phase]} {number}"
    return names


def _tell_value(value: object, names: dict[str, str]) -> str:
    if isinstance(value, tuple):
        return ", ".join(filter(None, (_tell_value(one, names) for one in value)))
    if isinstance(value, str):
        return names.get(value, value)
    if value is None or isinstance(value, int | float):
        return "" if value is None else str(value)
    return _("(more)")
