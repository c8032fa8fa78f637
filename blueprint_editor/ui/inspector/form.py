"""One form of the inspector: the editors of one kind of record, laid out once and filled often."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from blueprint_editor.commands.fields import read_common_field
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.inspector.spec import SECTIONS, FieldSpec, Surroundings

_GAP_PX = 12
_LABEL_GAP_PX = 3
_SMALL = 0.9


class _Line(NamedTuple):
    spec: FieldSpec
    box: QWidget
    field: Field | None
    heading: QLabel | None


def _make_small(label: QLabel) -> QLabel:
    """Return a label in small letters, in proportion to the person's own font."""
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    label.setFont(font)
    label.setWordWrap(True)
    return label


class Form(QWidget):
    """The fields of a kind of record.

    Signals:
        edited: the person gave another value; carries the path and the value.
        left: the person is done with a field.
    """

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, specs: Sequence[FieldSpec], around: Surroundings) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._more = QToolButton(self)
        self._more.setObjectName("more")
        self._more.setText(_("More fields"))
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setArrowType(Qt.ArrowType.RightArrow)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.toggled.connect(self._show_more)
        self._rest = QWidget(self)
        self._rest.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addLayout(self._lay_out([s for s in specs if not s.is_more], around))
        rest = [s for s in specs if s.is_more]
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._rest)
        self._more.setVisible(bool(rest))
        self._rest.setLayout(self._lay_out(rest, around))

    def _lay_out(self, specs: Sequence[FieldSpec], around: Surroundings) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(_GAP_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for spec in specs:
            heading = None
            if column and (spec.group or not spec.is_half):
                row, column = row + 1, 0
            if spec.group:
                heading = QLabel(_(spec.group), self)
                heading.setObjectName("group")
                heading.setIndent(0)
                grid.addWidget(heading, row, 0, 1, 2)
                row += 1
            line = self._make_line(spec, around, heading)
            grid.addWidget(line.box, row, column, 1, 1 if spec.is_half else 2)
            column = (column + 1) % 2 if spec.is_half else 0
            row += column == 0
        return grid

    def _make_line(self, spec: FieldSpec, around: Surroundings, heading: QLabel | None) -> _Line:
        if spec.path in SECTIONS:
            section = _Line(spec, around.make_section(spec.path), None, heading)
            self._lines.append(section)
            return section
        box = QWidget(self)
        field = spec.make(around)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_LABEL_GAP_PX)
        if spec.label:
            label = _make_small(QLabel(_(spec.label), box))
            label.setObjectName("label")
            label.setBuddy(field)
            layout.addWidget(label)
            field.name_for_readers(_(spec.label))
        layout.addWidget(field)
        if spec.hint:
            hint = _make_small(QLabel(_(spec.hint), box))
            hint.setObjectName("quiet")
            layout.addWidget(hint)
        if spec.is_half:
            layout.addStretch(1)
        field.edited.connect(partial(self.edited.emit, spec.path))
        field.left.connect(self.left)
        made = _Line(spec, box, field, heading)
        self._lines.append(made)
        return made

    def _show_more(self, is_open: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._rest.setVisible(is_open)

    def show_records(self, document: Document, records: Sequence[Any]) -> None:
        """Show what the records have in common, field by field."""
        ids = tuple(record.id for record in records)
        for line in self._lines:
            spec = line.spec
            is_shown = spec.is_shown(document, records) and not (spec.is_single and len(ids) > 1)
            line.box.setVisible(is_shown)
            if line.heading is not None:
                line.heading.setVisible(is_shown)
            if is_shown and line.field is not None:
                line.field.show_value(read_common_field(document, ids, spec.path), document)

    def section(self, name: str) -> QWidget | None:
        """Return a section of the form, if it has it."""
        return next((line.box for line in self._lines if line.spec.path == name), None)

    def show_fault(self, path: str, text: str) -> None:
        """Tell that what was typed into a field does not fit; empty = it does."""
        for line in self._lines:
            if line.spec.path == path and line.field is not None:
                line.field.show_fault(text)

    def focus(self, path: str) -> None:
        """Put the keyboard into a field."""
        for line in self._lines:
            if line.spec.path == path and line.field is not None:
                if line.spec.is_more:
                    self._more.setChecked(True)
                line.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
