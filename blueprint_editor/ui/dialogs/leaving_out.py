"""What a publishing copy leaves out: its parts, and records that may tell who somebody is."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from blueprint_editor.checks.privacy import Trace, find_traces
from blueprint_editor.checks.subject import Subject
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.removal import find_lost
from blueprint_editor.export.parts import Part
from blueprint_editor.export.publishing import PublishingChoice, count_parts, make_publishing_copy
from blueprint_editor.language.messages import tell
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.document import Document
from blueprint_editor.ui.dialogs.tick_dialog import TickDialog, TickRow, cut_line, make_choice
from blueprint_editor.ui.words import PART_NAMES, TRACES

_WHERE, _WORDS, _FOUND = range(3)
"""The columns."""


class LeavingOutDialog(TickDialog):
    """A ticked line does not go out; what is found in a part that is ticked is not listed.

    Signals:
        chosen: carries the :class:`~blueprint_editor.export.publishing.PublishingChoice`.
    """

    chosen = Signal(object)

    def __init__(self, document: Document, choice: PublishingChoice, parent: QWidget) -> None:
        super().__init__(_("What Is Left Out"), _("Leave Out What Is Ticked"), parent)
        self._document = document
        self._parts = count_parts(document)
        self._traces = _group(find_traces(document))
        self._places = Subject(document, datetime.now(UTC).date())
        rows = [
            *(self._make_part_row(part, part not in choice.keep) for part in self._parts),
            *(self._make_trace_row(record, record in choice.without) for record in self._traces),
        ]
        told = _(
            "Lines with a tick do not go out; your document keeps them. Whatever may tell who "
            "somebody is goes out unless you tick it."
        )
        if not all(row.can_be_ticked for row in rows):
            told += " " + _("A line without a box can only be edited.")
        self.explanation.setText(told)
        self.show_rows(
            _("What is left out"),
            (_("Left out"), _("What it says"), _("Found")),
            rows,
            (
                make_choice("usual", _("As &Usual"), len(rows), lambda n: n < len(self._parts)),
                make_choice("all", _("&All"), len(rows), lambda _number: True),
            ),
        )
        self._follow()
        self.table.itemChanged.connect(self._follow)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.table.rowCount())

    def _make_part_row(self, part: Part, is_ticked: bool) -> TickRow:
        name = _(PART_NAMES[part])
        return TickRow((name[:1].upper() + name[1:], "", str(self._parts[part])), is_ticked)

    def _make_trace_row(self, record: str, is_ticked: bool) -> TickRow:
        can_go = self._count_hanging(record) is not None
        name = tell(self._places.name(self._places.places[record]))
        return TickRow((name, "", ""), is_ticked, can_go)

    def _count_hanging(self, record: str) -> int | None:
        """Return how many others go with a record; None where it cannot be left out."""
        try:
            return len(find_lost(self._document, (record,)).ids) - 1
        except CommandRefusedError:
            return None

    def _read(self) -> PublishingChoice:
        parts, records = list(self._parts), list(self._traces)
        ticked = set(self.list_ticked())
        rows = dict(enumerate(records, len(parts)))
        return PublishingChoice(
            frozenset(part for number, part in enumerate(parts) if number not in ticked),
            frozenset(
                record
                for number, record in rows.items()
                if number in ticked and not self.table.isRowHidden(number)
            ),
        )

    def _follow(self) -> None:
        """List what is found in what goes out as the parts are ticked now."""
        keep = self._read().keep
        copy = make_publishing_copy(self._document, PublishingChoice(keep)).document
        found = _group(find_traces(copy))
        with QSignalBlocker(self.table):
            for number, record in enumerate(self._traces, len(self._parts)):
                traces = found.get(record, ())
                self.table.setRowHidden(number, not traces)
                self._show_traces(number, record, traces)

    def _show_traces(self, number: int, record: str, traces: Sequence[Trace]) -> None:
        words = "; ".join(dict.fromkeys(trace.excerpt for trace in traces))
        if count := self._count_hanging(record):
            more = ngettext(
                "with {count} that hangs on it", "with {count} that hang on it", count
            ).format(count=count)
            words = f"{cut_line(words)} ({more})"
        kinds = ", ".join(dict.fromkeys(_(TRACES[trace.kind]) for trace in traces))
        for column, text in ((_WORDS, words), (_FOUND, kinds)):
            item = self.table.item(number, column)
            if item is not None:
                item.setText(text)

    def _take(self) -> None:
        choice = self._read()
        self.accept()
        self.chosen.emit(choice)


def _group(traces: Sequence[Trace]) -> dict[str, list[Trace]]:
    """Return record id → what was found in it."""
    found: dict[str, list[Trace]] = {}
    for trace in traces:
        found.setdefault(trace.record, []).append(trace)
    return found
