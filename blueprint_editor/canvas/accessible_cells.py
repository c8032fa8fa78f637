"""The canvas for screen readers: a table of cells, lanes by steps, each with its cards' words.

Graphics items are invisible to them, so the canvas brings interfaces of its own through
``QAccessible.installFactory``. Qt keeps the interfaces that a screen reader has asked for and
deletes them itself, so Python must not let go of one before (PySide6 6.11; without the list
below a screen reader's second visit crashes).
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from blueprint_editor.canvas.accessibility import describe_card, describe_cell
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import cards_at

_kept: list[QAccessibleInterface] = []


class CellTable(QAccessibleWidget):
    """The canvas itself: role table; its children are the cells, row by row."""

    def __init__(self, canvas: PosterCanvas, session: DocumentSession) -> None:
        super().__init__(canvas, QAccessible.Role.Table, canvas.accessibleName())
        self.canvas = canvas
        self.session = session
        self._cells: dict[int, Cell] = {}
        _kept.append(self)

    def childCount(self) -> int:
        facts = self.session.facts
        return len(facts.lanes) * len(facts.steps)

    # PySide6's stubs know of no null pointers, which Qt asks for in the methods below.

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._cells:
            self._cells[index] = Cell(self, index)
        return self._cells[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, Cell) else -1

    def find_index(self, cursor: Cursor) -> int:
        """Return the number of the cell that the cursor is in; -1 outside of all."""
        facts = self.session.facts
        lanes = [lane.id for lane in facts.lanes]
        steps = [step.id for step in facts.steps]
        if cursor.lane not in lanes or cursor.step not in steps:
            return -1
        return lanes.index(cursor.lane) * len(steps) + steps.index(cursor.step)


class Cell(QAccessibleInterface):
    """One cell, found by its number; what it says is looked up when asked."""

    def __init__(self, table: CellTable, index: int) -> None:
        super().__init__()
        self.index = index
        self._table = table
        _kept.append(self)

    def _place(self) -> tuple[str, str]:
        facts = self._table.session.facts
        row, column = divmod(self.index, max(1, len(facts.steps)))
        return facts.lanes[row].id, facts.steps[column].id

    def isValid(self) -> bool:
        return self.index < self._table.childCount()

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        facts, place = self._table.session.facts, self._place()
        cards = [describe_card(facts, card.id) for card in cards_at(facts, *place)]
        return ". ".join([describe_cell(facts, *place), *cards])

    def rect(self) -> QRect:
        canvas = self._table.canvas
        bounds = self.isValid() and self._table.session.poster.grid.cell_bounds(*self._place())
        if not bounds:
            return QRect()
        box = canvas.viewportTransform().mapRect(to_rect(bounds)).toRect()
        return QRect(canvas.viewport().mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = 1
        cursor = self._table.session.selection.cursor
        if cursor is not None and self._table.find_index(cursor) == self.index:
            state.focused = state.selected = 1
        return state

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    def parent(self) -> QAccessibleInterface:
        return self._table

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._table.canvas.window().windowHandle()

    def object(self) -> None:  # type: ignore[override]
        """Cells are no objects of Qt."""

    def child(self, index: int) -> None:  # type: ignore[override]
        """Cells have no children: their cards are in their names."""

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        """See :meth:`child`."""

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Cells are edited through the canvas, never from outside."""

    def backgroundColor(self) -> QColor:
        return QColor()

    def foregroundColor(self) -> QColor:
        return QColor()


def tell_cursor(canvas: PosterCanvas, cursor: Cursor | None) -> None:
    """Let a screen reader follow the cursor to its cell."""
    if cursor is None:
        return
    table = QAccessible.queryAccessibleInterface(canvas)
    index = table.find_index(cursor) if isinstance(table, CellTable) else -1
    if index >= 0:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(index)
        QAccessible.updateAccessibility(event)
