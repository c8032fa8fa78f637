import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible

from blueprint_editor.canvas import accessible_cells
from blueprint_editor.canvas.accessibility import install_cells
from blueprint_editor.canvas.accessible_cells import Cell, CellTable, Part, Place
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.commands.steps import AddStep
from blueprint_editor.model.records import Step
from tests.canvas.hand import Hand
from tests.commands.documents import LANES, make_document


def _told(canvas: PosterCanvas) -> str:
    return canvas.accessibleDescription()


def test_current_card_is_told_with_its_place_and_connections(
    canvas: PosterCanvas, hand: Hand
) -> None:
    hand.click(hand.card("e1"))
    assert _told(canvas) == "Card 1.1: E1 – leads to 1.4. Palvelutodisteet, Alku, step 1 of 2"
    hand.key(Qt.Key.Key_Down)
    assert _told(canvas) == "Card 1.2: A. Asiakkaan toiminta, Alku, step 1 of 2"


@pytest.mark.parametrize(
    ("cursor", "told"),
    [
        (Cursor("lane-front", "step-1"), "Empty cell. Näkyvä palvelu, Alku, step 1 of 2"),
        (
            Cursor("lane-customer", "step-1", 2),
            "Place for a new card. Asiakkaan toiminta, Alku, step 1 of 2",
        ),
    ],
)
def test_free_places_are_told(canvas: PosterCanvas, cursor: Cursor, told: str) -> None:
    canvas.session.select((), cursor)
    assert _told(canvas) == told


def test_several_cards_and_a_connector_are_told(canvas: PosterCanvas) -> None:
    canvas.session.select(["a", "b"])
    assert _told(canvas) == "2 cards selected"
    canvas.session.select(["e-c"])
    assert _told(canvas) == "Connector from 1.1 to 1.4"
    canvas.session.select()
    assert _told(canvas) == ""


def test_lane_and_step_are_told_and_what_was_deleted_is_not(canvas: PosterCanvas) -> None:
    canvas.session.select(["lane-front"])
    assert _told(canvas) == "Lane: Näkyvä palvelu"
    canvas.session.select(["phase-2"])
    assert _told(canvas) == "Phase: Loppu"
    canvas.session.execute(DeleteRecords(frozenset({"phase-2"})))
    assert _told(canvas) == ""


def test_move_is_told_by_the_new_place(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    canvas.session.execute(MoveCards((CardPlace("a", "lane-front", "step-2"),)))
    assert LANES[3].name in _told(canvas)


@pytest.fixture
def table(canvas: PosterCanvas) -> CellTable:
    install_cells()
    found = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(found, CellTable)
    return found


def cell_of(table: CellTable, lane: str, step: str) -> Cell:
    found = table.part(Place(lane, step))
    assert isinstance(found, Cell)
    return found


def name_of(part: Part) -> str:
    return part.text(QAccessible.Text.Name)


def test_canvas_is_a_table_of_lanes_by_steps(table: CellTable) -> None:
    assert table.role() == QAccessible.Role.Table
    parts = [table.child(index) for index in range(table.childCount())]
    assert table.child(len(parts)) is None
    roles = [part.role() for part in parts]
    assert roles == [
        *[QAccessible.Role.ColumnHeader] * 3,
        *[QAccessible.Role.RowHeader] * 4,
        *[QAccessible.Role.Cell] * 12,
    ]
    assert [table.indexOfChild(part) for part in parts] == list(range(19))
    assert [name_of(part) for part in parts[:4]] == [
        "Alku, step 1 of 2",
        "Alku, step 2 of 2",
        "Loppu",
        "Palvelutodisteet",
    ]
    assert name_of(parts[7 + 2 * 3]) == (
        "Asiakkaan toiminta, Alku, step 1 of 2. Card 1.2: A. Card 1.3: B"
    )


def test_cell_knows_its_place_and_its_headers(table: CellTable) -> None:
    position = cell_of(table, "lane-front", "step-2").tableCellInterface()
    assert (position.rowIndex(), position.columnIndex()) == (3, 1)
    assert [name_of(part) for part in position.rowHeaderCells()] == ["Näkyvä palvelu"]
    assert [name_of(part) for part in position.columnHeaderCells()] == ["Alku, step 2 of 2"]
    assert position.table() is table
    assert cell_of(table, "lane-front", "step-2").textInterface() is None


def test_connected_cells_are_related(table: CellTable) -> None:
    ways = QAccessible.RelationFlag
    source, target = (
        cell_of(table, card.lane, card.step)
        for card in (table.session.facts.cards[id_] for id_ in ("e1", "c"))
    )
    assert (target, ways.FlowsFrom) in source.relations(ways.AllRelations)
    assert (source, ways.FlowsTo) in target.relations(ways.AllRelations)
    assert source.relations(ways.Label) == []


def test_cell_stands_where_it_is_on_the_screen(
    canvas: PosterCanvas, table: CellTable, hand: Hand
) -> None:
    cell = cell_of(table, "lane-front", "step-3")
    row, column = (table.part(Place(*at)) for at in (("lane-front", ""), ("", "step-3")))
    at = canvas.viewport().mapToGlobal(hand.card("f"))
    for part in (cell, row, column):
        assert part.rect().contains(at)
    assert row.rect() & column.rect() == cell.rect()
    canvas.pan_by(QPointF(50, 20))
    assert cell.rect().contains(at - QPoint(50, 20))


def test_cell_with_the_cursor_has_the_focus(canvas: PosterCanvas, table: CellTable) -> None:
    canvas.session.select(["c"])
    assert cell_of(table, "lane-customer", "step-2").state().focused
    assert not cell_of(table, "lane-customer", "step-3").state().focused


def test_cell_stays_itself_when_others_come_and_goes_with_its_step(
    canvas: PosterCanvas, table: CellTable
) -> None:
    last = table.child(table.childCount() - 1)
    assert last.isValid()
    canvas.session.execute(AddStep(Step(id="step-0", phase="phase-1"), 0))
    assert table.indexOfChild(last) == table.childCount() - 1 == 4 + 4 + 16 - 1
    canvas.session.open_document(make_document().changed(steps=(), cards=()))
    assert not last.isValid()
    assert table.indexOfChild(last) == -1
    assert name_of(last) == ""
    assert last.rect().isEmpty()


def test_what_was_read_is_told_when_it_says_something_else(
    canvas: PosterCanvas, table: CellTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[Part, QAccessible.Event]] = []
    monkeypatch.setattr(accessible_cells, "_tell", lambda *event: told.append(event))
    read, unread = (cell_of(table, lane, "step-1") for lane in ("lane-customer", "lane-front"))
    name_of(read)
    canvas.session.execute(MoveCards((CardPlace("a", "lane-front", "step-1"),)))
    table.tell_changes()
    assert told == [(read, QAccessible.Event.NameChanged)]
    assert unread.isValid()
    table.tell_cursor(Cursor("lane-front", "step-1"))
    assert told[1:] == [(unread, QAccessible.Event.Focus)]
    canvas.session.execute(DeleteRecords(frozenset({"step-1"})))
    told.clear()
    table.tell_changes()
    gone = {part for part, event in told if event == QAccessible.Event.ObjectDestroyed}
    assert gone == {read, unread}
