"""What was found as a tree: a group for each severity, the findings of a rule together."""

from collections.abc import Sequence
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from blueprint_editor.checks.finding import SEVERITIES, SEVERITY_NAMES, Finding, Severity
from blueprint_editor.language.messages import tell
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.ui.icons import make_icon
from blueprint_editor.ui.look import is_dark, paint_colours

GROUP_NAMES: Final[dict[Severity, str]] = {
    "error": msgid("Errors"),
    "warning": msgid("Warnings"),
    "hint": msgid("Hints"),
}
_TONES: Final[dict[Severity, str]] = {"error": "bad", "warning": "warn", "hint": "link"}
SIGN_PX: Final = 16
_NO_GROUP: Final = 0
"""The internal id of groups; a finding has the number of its group, from 1."""

_Index = QModelIndex | QPersistentModelIndex
_ACCEPTED: Final = "accepted"
_Group = tuple[Severity | Literal["accepted"], tuple[Finding, ...]]


def _name_group(group: Severity | Literal["accepted"]) -> str:
    return _("Accepted as it is") if group == _ACCEPTED else _(GROUP_NAMES[group])


def write_sentence(finding: Finding) -> str:
    """Return what was found as a text that stands on its own."""
    told = tell(finding.text)
    return told[:1].upper() + told[1:]


class ProblemModel(QAbstractItemModel):
    """Tells where and what; texts are made when they are seen, so that thousands cost nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: tuple[_Group, ...] = ()
        self._signs: dict[tuple[Severity, bool], QIcon] = {}

    def show_findings(self, findings: Sequence[Finding], rules: Sequence[str]) -> None:
        """Show other findings.

        Args:
            findings: in reading order.
            rules: ids of the rules in the order in which their findings follow each other.
        """
        order = {rule: number for number, rule in enumerate(rules)}
        ordered = sorted(findings, key=lambda finding: order[finding.rule.id])
        groups: list[_Group] = [
            (each, tuple(f for f in ordered if f.severity == each and not f.is_accepted))
            for each in SEVERITIES
        ]
        groups.append((_ACCEPTED, tuple(f for f in ordered if f.is_accepted)))
        self.beginResetModel()
        self._groups = tuple(group for group in groups if group[1])
        self.endResetModel()

    def finding_at(self, index: _Index) -> Finding | None:
        """Return the finding of a line; None for the line of a group."""
        if not index.isValid() or index.internalId() == _NO_GROUP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def find(self, finding: Finding) -> QModelIndex:
        """Return the line of a finding of the same rule in the same place; an invalid one."""
        wanted = (finding.rule.id, finding.record, finding.field, finding.language)
        for number, (_severity, found) in enumerate(self._groups):
            for row, other in enumerate(found):
                if (other.rule.id, other.record, other.field, other.language) == wanted:
                    return self.index(row, 0, self.index(number, 0))
        return QModelIndex()

    # --- as Qt asks

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        parent = parent or QModelIndex()
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _NO_GROUP)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _NO_GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _NO_GROUP)

    def rowCount(self, parent: _Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._groups)
        is_group = parent.internalId() == _NO_GROUP and parent.column() == 0
        return len(self._groups[parent.row()][1]) if is_group else 0

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: ARG002
        return 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.finding_at(index)
        if finding is None:
            return self._tell_group(index, role) if index.isValid() else None
        place = tell(finding.place)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return write_sentence(finding) if index.column() else place
            case Qt.ItemDataRole.ToolTipRole:
                return f"{place}: {tell(finding.text)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = _(SEVERITY_NAMES[finding.severity])
                return f"{severity}. {place}: {tell(finding.text)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _(finding.rule.advice)
            case _:
                return None

    def _tell_group(self, index: _Index, role: int) -> Any:
        severity, found = self._groups[index.row()]
        if index.column():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{_name_group(severity)} ({len(found)})"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_name_group(severity)}: {len(found)}"
            case Qt.ItemDataRole.DecorationRole:
                return None if severity == _ACCEPTED else self._make_sign(severity)
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def _make_sign(self, severity: Severity) -> QIcon:
        """Return the sign of a severity, which has a form of its own beside its colour."""
        key = (severity, is_dark())
        if key not in self._signs:
            colour: QColor = paint_colours()[_TONES[severity]]
            self._signs[key] = make_icon(severity, colour, SIGN_PX, ratio=2.0)
        return self._signs[key]
