"""One form of the inspector: the editors of one kind of record, laid out once and filled often."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from blueprint_editor.commands.fields import read_common_field
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field, make_small_label
from blueprint_editor.ui.fields.roomy import Pair
from blueprint_editor.ui.inspector.spec import SECTIONS, FieldSpec, Surroundings
from blueprint_editor.ui.tab_order import follow_layout

_GAP_PX, _BESIDE_PX = 12, 10
_LABEL_GAP_PX = 3
_FAULT = "fault"


class _Line(NamedTuple):
    spec: FieldSpec
    box: QWidget
    field: Field | None
    heading: QLabel | None


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
        self._pairs: list[Pair] = []
        self._shown: tuple[str, ...] = ()
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
        follow_layout(self)

    def _lay_out(self, specs: Sequence[FieldSpec], around: Surroundings) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        pair: Pair | None = None
        for spec in specs:
            heading = None
            if spec.group:
                pair = None
                heading = QLabel(_(spec.group), self)
                heading.setObjectName("group")
                heading.setIndent(0)
                heading.setWordWrap(True)
                column.addWidget(heading)
            line = self._make_line(spec, around, heading)
            if not spec.is_half:
                pair = None
                column.addWidget(line.box)
            elif pair is None:
                pair = Pair(_BESIDE_PX, _GAP_PX)
                self._pairs.append(pair)
                pair.add(line.box)
                column.addWidget(pair)
            else:
                pair.add(line.box)
                pair = None
        return column

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
            label = make_small_label(_(spec.label), "label", box)
            label.setBuddy(field)
            layout.addWidget(label)
            field.name_for_readers(_(spec.label))
        layout.addWidget(field)
        if spec.hint:
            layout.addWidget(make_small_label(_(spec.hint), "quiet", box))
        if spec.is_half:
            # Beside a higher one it stays at the top.
            layout.addStretch(1)
        field.edited.connect(partial(self.edited.emit, spec.path))
        field.left.connect(self.left)
        field.fault_shown.connect(partial(self._tell_fault, layout, layout.indexOf(field) + 1))
        made = _Line(spec, box, field, heading)
        self._lines.append(made)
        return made

    def _tell_fault(self, layout: QVBoxLayout, place: int, text: str) -> None:
        """Say below a field what does not fit in it."""
        item = layout.itemAt(place)
        told = item.widget() if item is not None else None
        if told is None or told.objectName() != _FAULT:
            if not text:
                return
            told = make_small_label("", _FAULT, self)
            layout.insertWidget(place, told)
        if isinstance(told, QLabel):
            told.setText(text)
        told.setVisible(bool(text))

    def _show_more(self, is_open: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._rest.setVisible(is_open)

    def show_records(self, document: Document, records: Sequence[Any]) -> None:
        """Show what the records have in common, field by field."""
        ids = tuple(record.id for record in records)
        if ids != self._shown:
            self._shown = ids
            for line in self._lines:
                if line.field is not None:
                    line.field.forget_typed()
        self.show_values(document, records, lambda path: read_common_field(document, ids, path))

    def show_values(
        self, document: Document, records: Sequence[Any], read: Callable[[str], Any]
    ) -> None:
        """Show the value that each field's path is read to, for one thing or several."""
        for line in self._lines:
            spec = line.spec
            is_shown = spec.is_shown(document, records) and not (
                spec.is_single and len(records) > 1
            )
            line.box.setVisible(is_shown)
            if line.heading is not None:
                line.heading.setVisible(is_shown)
            if is_shown and line.field is not None:
                line.field.show_value(read(spec.path), document)
        for pair in self._pairs:
            pair.hide_if_empty()

    def section(self, name: str) -> QWidget | None:
        """Return a section of the form, if it has it."""
        return next((line.box for line in self._lines if line.spec.path == name), None)

    def show_fault(self, path: str, text: str) -> None:
        """Tell that what was typed into a field does not fit; empty = it does."""
        for line in self._lines:
            if line.spec.path == path and line.field is not None:
                line.field.show_fault(text)

    def focus(self, path: str) -> bool:
        """Put the keyboard into a field, if the form has it; tell whether it has."""
        for line in self._lines:
            if line.spec.path == path and line.field is not None:
                if line.spec.is_more:
                    self._more.setChecked(True)
                line.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False
