import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible

from blueprint_editor.canvas.accessibility import install_cells
from blueprint_editor.canvas.accessible_cells import CellTable
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.selection import Cursor
from tests.canvas.hand import Hand
from tests.commands.documents import LANES, make_document


def _told(canvas: PosterCanvas) -> str:
    return canvas.accessibleDescription()


def test_current_card_is_told_with_its_place_and_connections(
    canvas: PosterCanvas, hand: Hand
) -> None:
    hand.click(hand.card("e1"))
    assert _told(canvas) == "Card 1.1: E1 – leads to 1.4. Palvelutodisteet, Alku"
    hand.key(Qt.Key.Key_Down)
    assert _told(canvas) == "Card 1.2: A. Asiakkaan toiminta, Alku"


@pytest.mark.parametrize(
    ("cursor", "told"),
    [
        (Cursor("lane-front", "step-1"), "Empty cell. Näkyvä palvelu, Alku"),
        (Cursor("lane-customer", "step-1", 2), "Place for a new card. Asiakkaan toiminta, Alku"),
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


def test_canvas_is_a_table_of_lanes_by_steps(canvas: PosterCanvas, table: CellTable) -> None:
    assert table.role() == QAccessible.Role.Table
    assert table.childCount() == 4 * 3
    assert table.child(12) is None
    names = [table.child(index).text(QAccessible.Text.Name) for index in range(12)]
    assert names[2 * 3] == "Asiakkaan toiminta, Alku. Card 1.2: A. Card 1.3: B"
    assert names[3 * 3 + 1] == "Näkyvä palvelu, Alku"
    assert table.child(0).role() == QAccessible.Role.Cell
    assert table.indexOfChild(table.child(5)) == 5


def test_cell_stands_where_it_is_on_the_screen(
    canvas: PosterCanvas, table: CellTable, hand: Hand
) -> None:
    cell = table.child(3 * 3 + 2)
    at = canvas.viewport().mapToGlobal(hand.card("f"))
    assert cell.rect().contains(at)
    canvas.pan_by(QPointF(50, 20))
    assert cell.rect().contains(at - QPoint(50, 20))


def test_cell_with_the_cursor_has_the_focus(canvas: PosterCanvas, table: CellTable) -> None:
    canvas.session.select(["c"])
    index = table.find_index(Cursor("lane-customer", "step-2"))
    assert table.child(index).state().focused
    assert not table.child(index + 1).state().focused


def test_cell_of_a_smaller_document_is_no_longer_valid(
    canvas: PosterCanvas, table: CellTable
) -> None:
    last = table.child(11)
    assert last.isValid()
    canvas.session.open_document(make_document().changed(steps=(), cards=()))
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""
    assert last.rect().isEmpty()
