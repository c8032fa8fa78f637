"""The canvas for screen readers: a table of lanes by steps, each cell with its cards' words.

Graphics items are invisible to them, so the canvas brings interfaces of its own through
``QAccessible.installFactory``. Qt keeps the interfaces that a screen reader has asked for and
deletes them itself, so Python must not let go of one before (PySide6 6.11; without the list
below a screen reader's second visit crashes).
"""

from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTableCellInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, getCppPointer

from blueprint_editor.canvas.accessibility import describe_card, describe_cell, describe_step
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import cards_at

_MOST_RENAMED: Final = 2_000
"""So many cells are looked through after each edit for those whose words have changed."""
_kept: list[object] = []


class Place(NamedTuple):
    """A cell by the ids of its lane and step; without a step a lane's header, and vice versa."""

    lane: str
    step: str


class _Order:
    """Where each place stands among the children: steps' headers, lanes' headers, cells by rows."""

    def __init__(self, facts: DerivedFacts) -> None:
        self.facts = facts
        self.rows = {lane.id: row for row, lane in enumerate(facts.lanes)}
        self.columns = {step.id: column for column, step in enumerate(facts.steps)}
        self._lanes, self._steps = tuple(self.rows), tuple(self.columns)

    def __len__(self) -> int:
        rows, columns = len(self._lanes), len(self._steps)
        return columns + rows + rows * columns

    def place(self, index: int) -> Place:
        rows, columns = len(self._lanes), len(self._steps)
        if index < columns:
            return Place("", self._steps[index])
        if index < columns + rows:
            return Place(self._lanes[index - columns], "")
        row, column = divmod(index - columns - rows, columns)
        return Place(self._lanes[row], self._steps[column])

    def index(self, place: Place) -> int:
        """Return the number of a place; -1 if it is not there any more."""
        row, column = self.rows.get(place.lane, -1), self.columns.get(place.step, -1)
        columns = len(self._steps)
        if not place.lane or not place.step:
            head = column if not place.lane else row
            return -1 if head < 0 else head + (0 if not place.lane else columns)
        return -1 if min(row, column) < 0 else columns + len(self._lanes) + row * columns + column


class CellTable(QAccessibleWidget):
    """The canvas itself: role table; its children are headers and cells."""

    def __init__(self, canvas: PosterCanvas, session: DocumentSession) -> None:
        super().__init__(canvas, QAccessible.Role.Table, canvas.accessibleName())
        self.canvas = canvas
        self.session = session
        self._order = _Order(session.poster.facts)
        self._parts: dict[Place, Part] = {}
        _kept.append(self)

    @property
    def order(self) -> _Order:
        """The order of now."""
        if self._order.facts is not self.session.poster.facts:
            self._order = _Order(self.session.poster.facts)
        return self._order

    def childCount(self) -> int:
        return len(self.order)

    # PySide6's stubs know of no null pointers, which Qt asks for in the methods below.

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.part(self.order.place(index)) if 0 <= index < len(self.order) else None

    def part(self, place: Place) -> "Part":
        """Return the interface of a cell or of a header."""
        if place not in self._parts:
            kind = Cell if place.lane and place.step else Header
            self._parts[place] = kind(self, place)
        return self._parts[place]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.order.index(child.place) if isinstance(child, Part) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        cursor = self.session.selection.cursor
        place = Place(cursor.lane, cursor.step) if cursor is not None else None
        return self.part(place) if place is not None and self.order.index(place) >= 0 else None

    def tell_changes(self) -> None:
        """Tell which of the places that were read have come, gone, or say something else now."""
        gone = [place for place in self._parts if self.order.index(place) < 0]
        for place in gone:
            _tell(self._parts.pop(place), QAccessible.Event.ObjectDestroyed)
        if len(self._parts) <= _MOST_RENAMED:
            for part in self._parts.values():
                part.tell_name()

    def tell_cursor(self, cursor: Cursor) -> None:
        """Let a screen reader follow the cursor to its cell."""
        place = Place(cursor.lane, cursor.step)
        if self.order.index(place) >= 0:
            part = self.part(place)
            part.tell_name()
            _tell(part, QAccessible.Event.Focus)


class Part(QAccessibleInterface):
    """A child of the table; what it says is looked up when asked."""

    def __init__(self, table: CellTable, place: Place) -> None:
        super().__init__()
        self.place = place
        self.table = table
        self._told: str | None = None
        _kept.append(self)

    def name(self) -> str:
        """Return what it says now."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's; each part has its own

    def tell_name(self) -> None:
        """Tell that it says something else than when it was last asked."""
        if self._told is not None and self._told != self.name():
            self._told = self.name()
            _tell(self, QAccessible.Event.NameChanged)

    def isValid(self) -> bool:
        return self.table.order.index(self.place) >= 0

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        self._told = self.name()
        return self._told

    def bounds(self) -> list[Bounds]:
        """Return what it takes on the paper, in millimetres."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's; each part has its own

    def rect(self) -> QRect:
        canvas, whole = self.table.canvas, QRect()
        for bounds in self.bounds() if self.isValid() else ():
            whole |= canvas.viewportTransform().mapRect(to_rect(bounds)).toRect()
        at = canvas.viewport().mapToGlobal(whole.topLeft())
        return whole if whole.isEmpty() else QRect(at, whole.size())

    def state(self) -> QAccessible.State:
        return QAccessible.State()

    def parent(self) -> QAccessibleInterface:
        return self.table

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.table.canvas.window().windowHandle()

    def object(self) -> None:  # type: ignore[override]
        """Parts are no objects of Qt."""

    def child(self, index: int) -> None:  # type: ignore[override]
        """Parts have no children: cards are in the names of their cells."""

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


class Header(Part):
    """The name of a lane or of a step."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.RowHeader if self.place.lane else QAccessible.Role.ColumnHeader

    def name(self) -> str:
        facts = self.table.session.poster.facts
        if self.place.lane:
            return facts.lanes[self.table.order.rows[self.place.lane]].name
        return describe_step(facts, self.place.step)

    def bounds(self) -> list[Bounds]:
        order, grid = self.table.order, self.table.session.poster.grid
        lanes = [self.place.lane] if self.place.lane else list(order.rows)
        steps = [self.place.step] if self.place.step else list(order.columns)
        cells = [grid.cell_bounds(lane, step) for lane in lanes for step in steps]
        return [cell for cell in cells if cell]


_Relations: TypeAlias = list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]


class Cell(Part):
    """One cell: its cards with their codes, and where they lead."""

    def __init__(self, table: CellTable, place: Place) -> None:
        super().__init__(table, place)
        self._position = _Position(self)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    def name(self) -> str:
        facts = self.table.session.poster.facts
        cards = [describe_card(facts, card.id) for card in cards_at(facts, *self.place)]
        return ". ".join([describe_cell(facts, *self.place), *cards])

    def bounds(self) -> list[Bounds]:
        found = self.table.session.poster.grid.cell_bounds(*self.place)
        return [found] if found else []

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = 1
        if self.has_cursor():
            state.focused = state.selected = 1
        return state

    def has_cursor(self) -> bool:
        """Tell whether the cursor is in it."""
        cursor = self.table.session.selection.cursor
        return cursor is not None and (cursor.lane, cursor.step) == self.place

    def relations(
        self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations
    ) -> _Relations:
        """Return the cells that connectors lead to and come from.

        As a label is ``Label`` to what it names, so a cell that is led to ``FlowsFrom`` this one.
        """
        facts = self.table.session.poster.facts
        own = {card.id for card in cards_at(facts, *self.place)} if self.isValid() else set()
        to, come = QAccessible.RelationFlag.FlowsFrom, QAccessible.RelationFlag.FlowsTo
        found: _Relations = []
        for connector in facts.document.connectors if own else ():
            for here, there, way in (
                (connector.source, connector.target, to),
                (connector.target, connector.source, come),
            ):
                if here in own and match & way:
                    card = facts.cards[there]
                    found.append((self.table.part(Place(card.lane, card.step)), way))
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        # PySide6 6.11: what the stubs promise, a number, crashes, and None does so too.
        is_position = kind == QAccessible.InterfaceType.TableCellInterface
        return VoidPtr(getCppPointer(self._position)[0] if is_position else 0)


class _Position(QAccessibleTableCellInterface):
    """Where a cell stands in the table, and under which headers."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self._cell = cell
        _kept.append(self)

    def rowIndex(self) -> int:
        return self._cell.table.order.rows.get(self._cell.place.lane, -1)

    def columnIndex(self) -> int:
        return self._cell.table.order.columns.get(self._cell.place.step, -1)

    def rowExtent(self) -> int:
        return 1

    def columnExtent(self) -> int:
        return 1

    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        return [self._cell.table.part(Place(self._cell.place.lane, ""))]

    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        return [self._cell.table.part(Place("", self._cell.place.step))]

    def isSelected(self) -> bool:
        return self._cell.has_cursor()

    def table(self) -> QAccessibleInterface:
        return self._cell.table


def _tell(part: Part, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(part, event))


def find_table(canvas: PosterCanvas) -> CellTable | None:
    """Return the table that a canvas is for screen readers."""
    found = QAccessible.queryAccessibleInterface(canvas)
    return found if isinstance(found, CellTable) else None
