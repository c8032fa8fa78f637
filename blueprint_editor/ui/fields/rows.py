"""An editor of a list of small records, such as links: a row of lines for each, and one to add."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from blueprint_editor.commands.faults import find_fault
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.ui.fields.field import Field, is_mixed
from blueprint_editor.ui.sentences import tell_fault

_CHECKED = frozenset({"url", "age", "year"})
"""Fields in which a fault can be."""

MakeField: TypeAlias = Callable[[], Field]
MakeRow: TypeAlias = Callable[[Document], dict[str, Any]]


class Column(NamedTuple):
    """One field of each record; ``name``: of the record's field, empty for a list of texts."""

    name: str
    title: str
    make: MakeField


class RowsField(Field):
    """A tuple of records (or of texts) in their order.

    Args:
        columns: what of each can be edited.
        add_text: what the button says that adds one.
        row_type: what a row is: ``str``, or a type of record.
        make_row: gives a new row's fields by name (a text's is ""), which need not be whole yet: a
            row that the format does not take is kept here until it does (a link needs its address).
    """

    def __init__(
        self,
        columns: Sequence[Column],
        add_text: str,
        row_type: type[Record] | type[str],
        make_row: MakeRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_type = row_type
        self._make_row = make_row
        self._rows: list[dict[str, Any]] = []
        self._told: tuple[Any, ...] = ()
        self._document: Document | None = None
        self._frames: list[tuple[QFrame, list[Field]]] = []
        self._name = add_text
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._add = QToolButton(self)
        self._add.setObjectName("add")
        self._add.setText(f"+ {add_text}")
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add.clicked.connect(self._add_row)
        self._layout.addWidget(self._add)
        self.setFocusProxy(self._add)

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        self._name = name
        self._add.setAccessibleName(f"{name}: {self._add.text().removeprefix('+ ')}")

    def hide_adding(self) -> None:
        """Leave the adding of rows to somebody else."""
        self._add.hide()
        # Handed on to what is hidden, the keyboard would stay where it is.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # as PySide's stubs (6.11) have it

    def show_value(self, value: Any, document: Document) -> None:
        self._document = document
        shown = () if is_mixed(value) else tuple(value or ())
        if shown == self._told and self._rows:
            return
        self._told = shown
        self._rows = [self._take_apart(row) for row in shown]
        self._show_rows()

    def _take_apart(self, row: Any) -> dict[str, Any]:
        if isinstance(row, str):
            return {"": row}
        return {name: getattr(row, name) for name in type(row).model_fields}

    def _show_rows(self) -> None:
        while len(self._frames) > len(self._rows):
            frame, _fields = self._frames.pop()
            frame.hide()
            frame.deleteLater()
        while len(self._frames) < len(self._rows):
            self._frames.append(self._make_frame(len(self._frames)))
        document = self._document
        assert document is not None  # noqa: S101 - rows are shown with a document only
        for row, (_frame, fields) in zip(self._rows, self._frames, strict=True):
            for column, field in zip(self._columns, fields, strict=True):
                field.show_value(row[column.name], document)

    def _make_frame(self, index: int) -> tuple[QFrame, list[Field]]:
        frame = QFrame(self)
        frame.setObjectName("row")
        lines = QVBoxLayout()
        lines.setSpacing(4)
        fields = []
        for column in self._columns:
            field = column.make()
            field.name_for_readers(f"{self._name} {index + 1}: {_(column.title)}")
            field.edited.connect(partial(self._take, index, column.name))
            field.left.connect(self.left)
            lines.addWidget(field)
            fields.append(field)
        remove = QToolButton(frame)
        remove.setObjectName("remove")
        remove.setText("×")
        remove.setToolTip(_("Remove"))
        remove.setAccessibleName(f"{self._name} {index + 1}: {_('Remove')}")
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.clicked.connect(lambda: self._remove_row(index))
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(lines, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.insertWidget(self._layout.count() - 1, frame)
        return frame, fields

    def _take(self, index: int, name: str, value: Any) -> None:
        self._rows[index] = {**self._rows[index], name: value}
        self._tell()

    def _add_row(self) -> None:
        if self._document is not None:
            self._rows.append(self._make_row(self._document))
            self._show_rows()
            self._frames[-1][1][0].setFocus()
            self._tell()

    def _remove_row(self, index: int) -> None:
        del self._rows[index]
        self._show_rows()
        self._add.setFocus()
        self._tell()
        self.left.emit()

    def _tell(self) -> None:
        """Tell the rows that the format takes; the others say what is wrong with them."""
        told, first_fault = [], ""
        for row, (_frame, fields) in zip(self._rows, self._frames, strict=True):
            made, fault = self._make_record(row)
            first_fault = first_fault or fault
            for column, field in zip(self._columns, fields, strict=True):
                field.show_fault(fault if row[column.name] and column.name in _CHECKED else "")
            if made is not None:
                told.append(made)
        self.fault_shown.emit(first_fault)
        if (after := tuple(told)) != self._told:
            self._told = after
            self.edited.emit(after)

    def _make_record(self, row: dict[str, Any]) -> tuple[Any, str]:
        if self._row_type is str:
            return row[""], ""
        try:
            return self._row_type(**row), ""
        except ValidationError as error:
            return None, tell_fault(find_fault(error))
