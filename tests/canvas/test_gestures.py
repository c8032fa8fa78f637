import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.items import GhostItem
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.session.document_session import DocumentSession
from tests.canvas.hand import ALT, CTRL, MIDDLE, NONE, SHIFT, Hand
from tests.commands.documents import cell_ids

ESC = Qt.Key.Key_Escape


def _ghosts(canvas: PosterCanvas) -> int:
    return sum(isinstance(item, GhostItem) for item in canvas.poster_scene.items())


def _outlined(canvas: PosterCanvas, at: QPoint) -> bool:
    return canvas.overlay.selection.path.contains(canvas.to_scene(QPointF(at)))


def test_click_selects_a_card(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("b"))
    chosen = Selection(("b",), Cursor("lane-customer", "step-1", 1))
    assert canvas.session.selection == chosen
    assert _outlined(canvas, hand.card("b"))
    assert not _outlined(canvas, hand.card("a"))


def test_ctrl_click_adds_and_takes_away(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.click(hand.card("c"), CTRL)
    hand.click(hand.card("f"), SHIFT)
    hand.click(hand.card("a"), CTRL)
    assert canvas.session.selection.records == ("c", "f")


def test_click_on_a_connector_selects_it(canvas: PosterCanvas, hand: Hand) -> None:
    placed = canvas.poster_scene.find_placed("e-c")
    assert placed is not None
    hand.click(hand.at(placed.x, placed.y + 1))
    assert canvas.session.selection.records == ("e-c",)


def test_click_on_an_empty_cell_puts_the_cursor_there(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.cell("lane-front", "step-1"))
    assert canvas.session.selection == Selection((), Cursor("lane-front", "step-1"))
    assert canvas.overlay.cell.isVisible()
    hand.click(hand.cell("lane-customer", "step-1"))
    assert canvas.session.selection.cursor == Cursor("lane-customer", "step-1", 2)
    assert canvas.overlay.place.isVisible()
    assert not canvas.overlay.cell.isVisible()


def test_click_on_the_ground_and_escape_select_nothing(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.click(QPoint(2, 2))
    assert canvas.session.selection == Selection()
    hand.click(hand.card("a"))
    hand.key(ESC)
    assert canvas.session.selection == Selection()


def test_rubber_band_selects_what_it_touches(canvas: PosterCanvas, hand: Hand) -> None:
    start, end = hand.at(12, 12), hand.card("b")
    hand.drag(start, hand.card("a"), end)
    assert canvas.overlay.band.isVisible()
    hand.release(end)
    assert set(canvas.session.selection.records) == {"e1", "a", "b"}
    assert not canvas.overlay.band.isVisible()


def test_rubber_band_with_shift_adds_and_escape_brings_back(
    canvas: PosterCanvas, hand: Hand
) -> None:
    hand.click(hand.card("f"))
    before, start = canvas.session.selection, hand.at(12, 12)
    hand.press(start, SHIFT)
    hand.move(hand.card("a"))
    assert set(canvas.session.selection.records) == {"f", "e1", "a"}
    hand.key(ESC)
    hand.release(hand.card("a"))
    assert canvas.session.selection == before


def test_card_is_dragged_to_another_cell(canvas: PosterCanvas, hand: Hand) -> None:
    session = canvas.session
    target = hand.cell("lane-front", "step-1")
    hand.drag(hand.card("a"), target)
    assert _ghosts(canvas) == 1
    assert canvas.overlay.insertion.isVisible()
    assert session.poster.grid.cells["lane-front", "step-1"] == ("a",)
    assert session.history.done == ()
    hand.release(target)
    assert cell_ids(session.document, "lane-front", "step-1") == ["a"]
    assert session.selection.records == ("a",)
    assert len(session.history.done) == 1
    assert _ghosts(canvas) == 0
    assert not canvas.overlay.insertion.isVisible()


def test_card_is_dragged_within_its_cell(canvas: PosterCanvas, hand: Hand) -> None:
    target = hand.card("b") + QPoint(0, 8)
    hand.drag(hand.card("a"), target)
    hand.release(target)
    assert cell_ids(canvas.session.document, "lane-customer", "step-1") == ["b", "a"]


def test_block_is_dragged_together(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.click(hand.card("b"), CTRL)
    target = hand.cell("lane-customer", "step-2")
    hand.drag(hand.card("a"), target)
    hand.release(target)
    assert cell_ids(canvas.session.document, "lane-customer", "step-2") == ["c", "a", "b"]
    assert canvas.session.selection.records == ("a", "b")


def test_escape_drops_a_drag_without_trace(canvas: PosterCanvas, hand: Hand) -> None:
    session = canvas.session
    hand.click(hand.card("c"))
    before, document = session.selection, session.document
    target = hand.cell("lane-front", "step-1")
    hand.drag(hand.card("a"), target)
    hand.key(ESC)
    hand.move(target + QPoint(3, 3))
    hand.release(target)
    assert session.document is session.shown_document is document
    assert session.selection == before
    assert session.history.done == ()
    assert _ghosts(canvas) == 0


def test_drop_where_no_card_may_stand_is_refused_with_the_reason(
    canvas: PosterCanvas, hand: Hand
) -> None:
    session, document = canvas.session, canvas.session.document
    refused = QSignalSpy(session.refused)
    target = hand.cell("lane-emotion", "step-1")
    hand.drag(hand.card("a"), hand.cell("lane-front", "step-1"), target)
    assert session.shown_document is document
    hand.release(hand.cell("lane-emotion", "step-1"))
    assert refused.at(0)[0].reason == "curve_lane"
    assert session.document is document


def test_drop_beside_the_grid_moves_nothing(canvas: PosterCanvas, hand: Hand) -> None:
    document = canvas.session.document
    hand.drag(hand.card("a"), hand.at(20, 100))
    hand.release(hand.at(20, 100))
    assert canvas.session.document is document


def test_press_that_hardly_moves_is_a_click(canvas: PosterCanvas, hand: Hand) -> None:
    hand.press(hand.card("a"))
    hand.move(hand.card("a") + QPoint(2, 2))
    hand.release(hand.card("a") + QPoint(2, 2))
    assert canvas.session.history.done == ()
    assert canvas.session.selection.records == ("a",)


def test_view_scrolls_while_a_card_is_held_at_its_edge(
    canvas: PosterCanvas, hand: Hand, qtbot: QtBot
) -> None:
    canvas.set_zoom(2.0)
    canvas.pan_by(QPointF(-200, -200))
    before = hand.at(0, 0)
    hand.drag(hand.card("e1"), QPoint(canvas.viewport().width() - 3, 300))
    qtbot.waitUntil(lambda: hand.at(0, 0).x() < before.x() - 60)
    hand.key(ESC)
    stopped = hand.at(0, 0)
    QApplication.processEvents()
    assert hand.at(0, 0) == stopped


def test_pointer_outlines_cards_and_marks_empty_cells(canvas: PosterCanvas, hand: Hand) -> None:
    hand.move(hand.card("a"))
    assert canvas.overlay.hover.isVisible()
    hand.move(hand.cell("lane-front", "step-1"))
    assert not canvas.overlay.hover.isVisible()
    assert canvas.overlay.cell_hover.isVisible()
    hand.move(hand.cell("lane-emotion", "step-1"))
    assert not canvas.overlay.cell_hover.isVisible()


def test_selection_is_outlined_where_its_card_is_now(session: DocumentSession, canvas, hand):
    session.select(["b"])
    before = canvas.overlay.selection.path
    session.undo()
    hand.click(hand.card("e1"))
    hand.drag(hand.card("a"), hand.cell("lane-front", "step-2"))
    hand.release(hand.cell("lane-front", "step-2"))
    session.select(["b"])
    assert canvas.overlay.selection.path != before
    assert _outlined(canvas, hand.card("b"))


@pytest.mark.parametrize("keys", [CTRL, ALT])
def test_cards_are_copied_with_a_key_held(
    canvas: PosterCanvas, hand: Hand, keys: Qt.KeyboardModifier
) -> None:
    session = canvas.session
    start, target = hand.card("a"), hand.cell("lane-front", "step-1")
    hand.press(start, keys)
    for at in (start + QPoint(20, 0), target):
        hand.move(at, keys)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.DragCopyCursor
    assert len(session.shown_document.cards) == 6
    hand.release(target, keys)
    new = session.facts.cards[session.selection.current]
    assert (new.text, new.lane, new.step) == ("A", "lane-front", "step-1")
    assert cell_ids(session.document, "lane-customer", "step-1") == ["a", "b"]
    assert new.id != "a"
    assert [entry.name for entry in session.history.done] == ["card copy"]


def test_key_pressed_or_let_go_on_the_way_changes_move_and_copy(
    canvas: PosterCanvas, hand: Hand
) -> None:
    session, target = canvas.session, hand.cell("lane-front", "step-1")
    hand.drag(hand.card("a"), target)
    assert len(session.shown_document.cards) == 5
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    assert len(session.shown_document.cards) == 6
    QTest.keyRelease(canvas, Qt.Key.Key_Control, CTRL)
    assert len(session.shown_document.cards) == 5
    hand.release(target)
    assert cell_ids(session.document, "lane-front", "step-1") == ["a"]


def test_block_is_copied_within_its_own_cells(canvas: PosterCanvas, hand: Hand) -> None:
    session = canvas.session
    hand.click(hand.card("a"))
    hand.click(hand.card("c"), CTRL)
    start, target = hand.card("a"), hand.cell("lane-customer", "step-1")
    hand.press(start, CTRL)
    hand.move(start + QPoint(0, 20), CTRL)
    hand.move(target, CTRL)
    hand.release(target, CTRL)
    assert len(cell_ids(session.document, "lane-customer", "step-1")) == 3
    assert len(cell_ids(session.document, "lane-customer", "step-2")) == 2
    assert len(session.selection.records) == 2


def test_escape_drops_a_copy_without_trace(canvas: PosterCanvas, hand: Hand) -> None:
    session, document = canvas.session, canvas.session.document
    start, target = hand.card("a"), hand.cell("lane-front", "step-1")
    hand.press(start, CTRL)
    hand.move(start + QPoint(20, 0), CTRL)
    hand.move(target, CTRL)
    hand.key(ESC)
    hand.release(target, CTRL)
    assert session.document is session.shown_document is document
    assert session.selection.records == ()
    assert _ghosts(canvas) == 0


def test_refused_cell_is_told_while_a_card_is_over_it(canvas: PosterCanvas, hand: Hand) -> None:
    hints = QSignalSpy(canvas.hinted)
    hand.drag(
        hand.card("a"), hand.cell("lane-front", "step-1"), hand.cell("lane-emotion", "step-1")
    )
    assert hints.at(hints.count() - 1)[0].reason == "curve_lane"
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.key(ESC)
    assert hints.at(hints.count() - 1)[0] is None
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_rubber_band_takes_connectors_that_lie_inside(canvas: PosterCanvas, hand: Hand) -> None:
    grid = canvas.session.poster.grid
    start, end = hand.at(grid.label_right + 1, grid.rows[0].y + 4), hand.card("c") + QPoint(50, 30)
    hand.drag(start, end)
    hand.release(end)
    assert "e-c" in canvas.session.selection.records


def test_shift_adds_connectors_to_cards(canvas: PosterCanvas, hand: Hand) -> None:
    placed = canvas.poster_scene.find_placed("e-c")
    assert placed is not None
    hand.click(hand.card("a"))
    hand.click(hand.at(placed.x, placed.y + 1), SHIFT)
    assert canvas.session.selection.records == ("a", "e-c")


def test_menu_that_swallows_the_release_leaves_the_pointer_free(
    canvas: PosterCanvas, hand: Hand
) -> None:
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.RightButton, NONE, hand.card("a"))
    hand.click(hand.card("b"))
    assert canvas.session.selection.records == ("b",)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.RightButton, NONE, QPoint(2, 2))


def test_drag_whose_release_never_came_is_dropped_by_the_next_press(
    canvas: PosterCanvas, hand: Hand
) -> None:
    document, free = canvas.session.document, hand.card("f")
    hand.drag(hand.card("a"), hand.cell("lane-front", "step-1"))
    hand.click(free)
    assert canvas.session.document is canvas.session.shown_document is document
    assert canvas.session.selection.records == ("f",)
    assert not canvas.is_busy
    assert _ghosts(canvas) == 0


def test_escape_brings_a_panned_page_back(canvas: PosterCanvas, hand: Hand) -> None:
    canvas.set_zoom(3.0)
    before, start = hand.at(0, 0), QPoint(400, 300)
    hand.press(start, button=MIDDLE)
    hand.move(start + QPoint(60, 40))
    assert hand.at(0, 0) != before
    hand.key(ESC)
    hand.release(start + QPoint(60, 40), button=MIDDLE)
    assert (hand.at(0, 0) - before).manhattanLength() <= 1


def test_other_button_does_not_end_a_connection(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    canvas.connect_selection()
    hand.move(hand.card("f"))
    hand.move(hand.card("f") + QPoint(20, 0))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, NONE, hand.card("f"))
    assert canvas.is_busy
    assert len(canvas.session.document.connectors) == 1
    hand.click(hand.card("f"))
    assert len(canvas.session.document.connectors) == 2


def test_double_click_on_an_empty_cell_begins_a_card(canvas: PosterCanvas, hand: Hand) -> None:
    hand.double_click(hand.cell("lane-front", "step-1"))
    hand.type("Uusi")
    hand.key(Qt.Key.Key_Return)
    assert len(cell_ids(canvas.session.document, "lane-front", "step-1")) == 1
