"""The rows of two aligned paths for a table view, with what is decided of each."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from blueprint_editor.commands.merging import MergeChoice, MergeDecision, propose_decision
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.alignment import AlignedRow, Likeness
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.naming import name_variant
from blueprint_editor.ui.row_model import Index, RowModel

PLACE, FIRST, SECOND, PROPOSAL, DECISION, RESULT = range(6)
"""The columns."""

LIKENESS_WORDS: Mapping[Likeness, str] = MappingProxyType(
    {
        "shared": msgid("in both already"),
        "common": msgid("same"),
        "different": msgid("different"),
        "only_first": msgid("only {path}"),
        "only_second": msgid("only {path}"),
    }
)
CHOICE_WORDS: Mapping[MergeChoice, str] = MappingProxyType(
    {
        "common": msgid("Common"),
        "apart": msgid("Own path"),
        "out": msgid("Left out"),
    }
)


class MergeCounts(NamedTuple):
    """How many cards come out: common to both paths, of one path alone, left out."""

    common: int
    apart: int
    out: int


class MergeModel(RowModel[AlignedRow]):
    """Rows of aligned cards; a decision can be set for each that is not in both paths already."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._facts: DerivedFacts | None = None
        self._names = ("", "")
        self._rows: list[AlignedRow] = []
        self._decisions: list[MergeDecision] = []

    def show_rows(
        self, document: Document, paths: Sequence[str], rows: Iterable[AlignedRow]
    ) -> None:
        """Show aligned rows with what is proposed; ``paths`` are the ids of the two variants."""
        by_id = {variant.id: name_variant(variant) for variant in document.variants}
        self.beginResetModel()
        self._facts = DerivedFacts(document)
        self._names = (by_id[paths[0]], by_id[paths[1]])
        self._rows = list(rows)
        self._decisions = [propose_decision(row) for row in self._rows]
        self.endResetModel()

    @property
    def decisions(self) -> tuple[MergeDecision, ...]:
        """What is decided of all that is not in both paths already."""
        pairs = zip(self._rows, self._decisions, strict=True)
        return tuple(decision for row, decision in pairs if row.likeness != "shared")

    def count(self) -> MergeCounts:
        pairs = list(zip(self._rows, self._decisions, strict=True))
        shared = sum(row.likeness == "shared" for row, _ in pairs)
        open_ones = [decision for row, decision in pairs if row.likeness != "shared"]
        common = sum(decision.choice == "common" for decision in open_ones)
        apart = sum(len(d.cards) for d in open_ones if d.choice == "apart")
        out = sum(len(d.cards) for d in open_ones if d.choice == "out")
        return MergeCounts(shared + common, apart, out)

    def row_at(self, row: int) -> AlignedRow:
        return self._rows[row]

    def find_decision(self, row: int) -> MergeDecision | None:
        """Return what is decided of a row; None for a card that is in both paths already."""
        is_shared = self._rows[row].likeness == "shared"
        return None if is_shared else self._decisions[row]

    def find_row(self, card: str) -> int:
        """Return the row of a card, -1 if there is none."""
        return next((i for i, row in enumerate(self._rows) if card in row.cards), -1)

    def decide(self, rows: Iterable[int], choice: MergeChoice) -> None:
        """Set what becomes of some rows."""
        for row in rows:
            if self._rows[row].likeness != "shared":
                self._decisions[row] = self._decisions[row]._replace(choice=choice)
        self._tell_change()

    def decide_as_proposed(self) -> None:
        """Take back all decisions."""
        self._decisions = [propose_decision(row) for row in self._rows]
        self._tell_change()

    def can_pair(self, rows: Sequence[int]) -> bool:
        """Tell whether two rows are one card of each path, alone."""
        kinds = {self._rows[row].likeness for row in rows}
        return len(rows) == 2 and kinds == {"only_first", "only_second"}

    def pair(self, rows: Sequence[int]) -> None:
        """Make one row of two cards that stand alone, and of them one card."""
        first, second = sorted(rows, key=lambda row: self._rows[row].likeness)
        card, other = self._rows[first], self._rows[second]
        joined = card._replace(second=other.second, likeness="different")
        self._put({min(rows): [joined], max(rows): []})
        self.decide([min(rows)], "common")

    def can_part(self, rows: Sequence[int]) -> bool:
        """Tell whether some rows hold pairs."""
        return any(self._rows[row].likeness in {"common", "different"} for row in rows)

    def part(self, rows: Sequence[int]) -> None:
        """Let the cards of pairs stand alone."""
        changed = {}
        for number in rows:
            row = self._rows[number]
            if row.likeness in {"common", "different"} and self._facts is not None:
                step = self._facts.cards[str(row.second)].step
                changed[number] = [
                    row._replace(second=None, likeness="only_first"),
                    row._replace(first=None, step=step, likeness="only_second"),
                ]
        self._put(changed)

    def _put(self, changed: Mapping[int, list[AlignedRow]]) -> None:
        """Put other rows in the place of some."""
        old = list(zip(self._rows, self._decisions, strict=True))
        self.beginResetModel()
        new: list[tuple[AlignedRow, MergeDecision]] = []
        for number, pair in enumerate(old):
            if number in changed:
                new.extend((row, MergeDecision(row.cards, "apart")) for row in changed[number])
            else:
                new.append(pair)
        self._rows = [row for row, _ in new]
        self._decisions = [decision for _, decision in new]
        self.endResetModel()

    def _tell_change(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, RESULT)
            self.dataChanged.emit(self.index(0, DECISION), last)

    # --- what Qt asks

    @property
    def headings(self) -> tuple[str, ...]:
        return (_("Place"), *self._names, _("Same or different"), _("Decision"), _("General path"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._rows[index.row()].likeness == "shared":
            return found
        is_text = self._decisions[index.row()].choice == "common"
        if index.column() == RESULT and is_text:
            return found | Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._tell(index.row(), column)
            case Qt.ItemDataRole.EditRole:
                return self._result(index.row()) if column == RESULT else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.headerData(column, Qt.Orientation.Horizontal)}: " + (
                    self._tell(index.row(), column) or _("nothing")
                )
            case Qt.ItemDataRole.FontRole if column == DECISION and row.likeness != "shared":
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or index.column() != RESULT or not text:
            return False
        self._decisions[index.row()] = self._decisions[index.row()]._replace(text=text)
        self._tell_change()
        return True

    def _tell(self, number: int, column: int) -> str:
        row = self._rows[number]
        match column:
            case 0:
                return self._tell_place(row)
            case 1:
                return self._text(row.first)
            case 2:
                return self._text(row.second)
            case 3:
                path = self._names[0 if row.likeness == "only_first" else 1]
                return _(LIKENESS_WORDS[row.likeness]).format(path=path)
            case 4:
                if row.likeness == "shared":
                    return ""
                return _(CHOICE_WORDS[self._decisions[number].choice])
            case _:
                return self._result(number)

    def _result(self, number: int) -> str:
        """Return what the general path says there; empty where it says nothing."""
        row, decision = self._rows[number], self._decisions[number]
        if row.likeness == "shared":
            return self._text(row.first)
        if decision.choice != "common":
            return ""
        return decision.text or self._text(decision.cards[0])

    def _text(self, card: str | None) -> str:
        return self._facts.cards[card].text if card is not None and self._facts is not None else ""

    def _tell_place(self, row: AlignedRow) -> str:
        if self._facts is None:
            return ""
        phase = self._facts.phase_of_step[row.step]
        number = f"{self._facts.phase_numbers[phase.id]}.{self._facts.step_numbers[row.step]}"
        lane = next(lane.name for lane in self._facts.document.lanes if lane.id == row.lane)
        return f"{number} {phase.name} / {lane}"
