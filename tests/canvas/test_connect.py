from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.elbow import SIDES, draw_elbow
from blueprint_editor.canvas.handles import body_of
from blueprint_editor.commands.selection import Cursor
from tests.canvas.hand import SHIFT, Hand

KEY = Qt.Key


def _handle(canvas: PosterCanvas, hand: Hand, card: str, side: str = "right") -> QPoint:
    """Return the pixel of a handle that is shown."""
    found = [h for h in canvas.pointing.finder.handles if (h.record, h.side) == (card, side)]
    assert found, "no such handle is shown"
    return hand.at(found[0].at.x(), found[0].at.y())


def _links(canvas: PosterCanvas) -> list[tuple[str, str, str]]:
    return [(c.source, c.target, c.kind) for c in canvas.session.document.connectors]


def test_card_under_the_pointer_or_selected_shows_four_handles(
    canvas: PosterCanvas, hand: Hand
) -> None:
    finder, overlay = canvas.pointing.finder, canvas.overlay
    assert finder.handles == ()
    hand.move(hand.card("a"))
    assert {h.side for h in finder.handles if h.record == "a"} == set(SIDES)
    assert overlay.handles.isVisible()
    hand.click(hand.card("b"))
    hand.move(hand.card("f"))
    assert {h.record for h in finder.handles} == {"b", "f"}
    canvas.set_zoom(0.1)
    assert finder.handles == ()
    assert not overlay.handles.isVisible()


def test_card_of_one_line_in_a_view_of_all_has_handles_and_can_be_pressed(
    canvas: PosterCanvas, hand: Hand
) -> None:
    placed = canvas.poster_scene.find_placed("a")
    assert placed is not None
    canvas.set_zoom(canvas.zoom * 13.0 / (body_of(placed).height() * canvas.scale_px))
    hand.move(hand.card("a"))
    handles = [h for h in canvas.pointing.finder.handles if h.record == "a"]
    assert {h.side for h in handles} == set(SIDES)
    hand.click(hand.card("a"))
    assert canvas.session.selection.records == ("a",)


@pytest.mark.parametrize("height_px", [13.0, 22.0, 45.0, 90.0])
def test_three_quarters_of_a_card_of_any_size_select_and_move(
    canvas: PosterCanvas, hand: Hand, height_px: float
) -> None:
    placed = canvas.poster_scene.find_placed("a")
    assert placed is not None
    body = body_of(placed)
    canvas.set_zoom(canvas.zoom * height_px / (body.height() * canvas.scale_px))
    hand.click(hand.card("a"))
    find, scale = canvas.pointing.finder.find, canvas.scale_px
    grid = [(i / 20, j / 20) for i in range(21) for j in range(21)]
    hits = {
        (x, y): find(body.topLeft() + QPointF(x * body.width(), y * body.height()), scale).kind
        for x, y in grid
    }
    assert {hits[x, y] for x, y in grid if 0.13 < x < 0.87 and 0.15 <= y <= 0.85} == {"card"}
    assert list(hits.values()).count("card") > 0.9 * len(hits)


def test_press_on_a_card_beside_a_handle_of_another_is_the_cards(
    canvas: PosterCanvas, hand: Hand
) -> None:
    boxes = canvas.session.poster.grid.cards
    hand.click(hand.card("a"))
    canvas.set_zoom(canvas.zoom * 16.0 / ((boxes["a"].y1 - boxes["a"].y0) * canvas.scale_px))
    hand.move(hand.card("a"))
    assert {h.side for h in canvas.pointing.finder.handles} >= {"left", "right"}
    top = boxes["b"].y0
    for down in range(4):
        at = QPointF((boxes["b"].x0 + boxes["b"].x1) / 2, top + down / canvas.scale_px)
        assert canvas.pointing.finder.find(at, canvas.scale_px).record == "b"


def test_handles_are_gone_while_a_text_is_typed(canvas: PosterCanvas, hand: Hand) -> None:
    hand.double_click(hand.card("a"))
    assert canvas.pointing.finder.handles == ()
    hand.key(KEY.Key_Return)
    assert canvas.pointing.finder.handles


def test_connector_is_drawn_from_a_handle(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    document = canvas.session.document
    hand.drag(_handle(canvas, hand, "a"), hand.cell("lane-front", "step-3"))
    assert canvas.overlay.wire.isVisible()
    hand.move(hand.card("c"))
    assert not canvas.overlay.wire.isVisible()
    assert canvas.overlay.route.isVisible()
    assert canvas.overlay.target.path.contains(canvas.to_scene(QPointF(hand.card("c"))))
    assert canvas.session.document is document
    assert len(canvas.session.shown_document.connectors) == 2
    hand.release(hand.card("c"))
    assert _links(canvas) == [("e1", "c", "flow"), ("a", "c", "flow")]
    assert canvas.session.selection.records == (canvas.session.document.connectors[-1].id,)
    assert not canvas.overlay.route.isVisible()
    assert not canvas.overlay.target.isVisible()
    assert [entry.name for entry in canvas.session.history.done] == ["new connector"]


def test_refused_target_says_why_before_and_after_the_drop(
    canvas: PosterCanvas, hand: Hand
) -> None:
    hints, refused = QSignalSpy(canvas.hinted), QSignalSpy(canvas.session.refused)
    document = canvas.session.document
    hand.move(hand.card("e1"))
    hand.drag(_handle(canvas, hand, "e1"), hand.card("c"))
    hand.move(hand.card("e1"))
    assert canvas.overlay.refused.isVisible()
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert hints.at(hints.count() - 1)[0].reason == "connects_itself"
    hand.release(hand.card("e1"))
    assert refused.at(0)[0].reason == "connects_itself"
    assert hints.at(hints.count() - 1)[0] is None
    assert canvas.session.document is document
    assert not canvas.overlay.refused.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_drop_on_an_empty_cell_begins_a_connected_card(
    canvas: PosterCanvas, hand: Hand, key: Qt.Key
) -> None:
    session, document = canvas.session, canvas.session.document
    hand.click(hand.card("a"))
    before = session.selection
    target = hand.cell("lane-front", "step-2")
    hand.drag(_handle(canvas, hand, "a"), target)
    assert canvas.overlay.drop.isVisible()
    hand.release(target)
    assert not canvas.overlay.drop.isVisible()
    hand.type("Uusi")
    hand.key(key)
    if key == KEY.Key_Escape:
        assert session.document is session.shown_document is document
        assert session.selection == before
        assert session.history.done == ()
        return
    made = session.document.cards[-1]
    assert (made.text, made.lane, made.step) == ("Uusi", "lane-front", "step-2")
    assert _links(canvas)[-1] == ("a", made.id, "flow")
    assert [entry.name for entry in session.history.done] == ["new connected card"]
    session.undo()
    assert session.document is document


@pytest.mark.parametrize("place", ["card", "cell", "page"])
def test_escape_leaves_no_trace_of_a_line(canvas: PosterCanvas, hand: Hand, place: str) -> None:
    session, document = canvas.session, canvas.session.document
    hand.click(hand.card("a"))
    before = session.selection
    ends = {
        "card": hand.card("c"),
        "cell": hand.cell("lane-front", "step-1"),
        "page": hand.at(3, 3),
    }
    hand.drag(_handle(canvas, hand, "a"), ends[place])
    hand.key(KEY.Key_Escape)
    hand.release(ends[place])
    assert session.document is session.shown_document is document
    assert session.selection == before
    assert session.history.done == ()
    overlay = canvas.overlay
    for item in (overlay.wire, overlay.route, overlay.target, overlay.refused, overlay.drop):
        assert not item.isVisible()


def test_drop_beside_the_grid_connects_nothing(canvas: PosterCanvas, hand: Hand) -> None:
    document = canvas.session.document
    hand.move(hand.card("a"))
    hand.drag(_handle(canvas, hand, "a"), hand.at(3, 3))
    hand.release(hand.at(3, 3))
    assert canvas.session.document is document
    assert not canvas.is_busy


def test_click_on_a_handle_lets_a_second_click_connect(canvas: PosterCanvas, hand: Hand) -> None:
    hand.move(hand.card("a"))
    hand.click(_handle(canvas, hand, "a"))
    assert canvas.is_busy
    hand.move(hand.card("f"))
    assert canvas.overlay.target.isVisible()
    hand.click(hand.card("f"))
    assert _links(canvas)[-1] == ("a", "f", "flow")
    assert not canvas.is_busy


def test_cards_are_connected_with_the_keys(canvas: PosterCanvas, hand: Hand) -> None:
    hints = QSignalSpy(canvas.hinted)
    hand.click(hand.card("a"))
    canvas.connect_selection()
    assert "Connect card 1.2" in hints.at(0)[0]
    hand.key(KEY.Key_Right)
    assert hints.at(1)[0] == "Connect to: Card 1.4: C"
    hand.key(KEY.Key_Return)
    assert _links(canvas)[-1] == ("a", "c", "flow")
    assert canvas.session.selection.cursor == Cursor("lane-customer", "step-2")
    canvas.connect_selection()
    hand.key(KEY.Key_Down)
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Return)
    assert _links(canvas)[-1] == ("c", "f", "flow")


def test_keys_reach_a_free_place_for_a_new_card(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("c"))
    canvas.connect_selection()
    hand.key(KEY.Key_Tab)
    assert canvas.overlay.drop.isVisible()
    hand.key(KEY.Key_Return)
    hand.type("z")
    hand.key(KEY.Key_Return)
    assert _links(canvas)[-1] == ("c", canvas.session.document.cards[-1].id, "flow")


def test_keys_refuse_and_let_choose_again(canvas: PosterCanvas, hand: Hand) -> None:
    refused = QSignalSpy(canvas.session.refused)
    hand.click(hand.card("a"))
    canvas.connect_selection()
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Return)
    assert refused.at(0)[0].reason == "connects_itself"
    hand.key(KEY.Key_Down)
    hand.key(KEY.Key_Return)
    assert _links(canvas)[-1] == ("a", "b", "flow")


def test_escape_leaves_the_choosing(canvas: PosterCanvas, hand: Hand) -> None:
    document = canvas.session.document
    hand.click(hand.card("a"))
    canvas.connect_selection()
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Escape)
    assert not canvas.is_busy
    assert canvas.session.document is document
    assert canvas.session.selection.records == ("a",)


@pytest.mark.parametrize("kind", ["handover", None])
def test_shift_asks_for_the_kind(canvas: PosterCanvas, hand: Hand, kind: str | None) -> None:
    asked = QSignalSpy(canvas.kind_asked)
    hand.move(hand.card("a"))
    hand.drag(_handle(canvas, hand, "a"), hand.card("c"))
    hand.release(hand.card("c"), SHIFT)
    assert canvas.is_busy
    assert canvas.overlay.route.isVisible()
    asked.at(0)[1](kind)
    assert not canvas.is_busy
    assert not canvas.overlay.route.isVisible()
    wanted = [("a", "c", kind)] if kind else []
    assert _links(canvas)[1:] == wanted


@pytest.mark.parametrize("first", SIDES)
@pytest.mark.parametrize("last", [*SIDES, None])
def test_elbow_has_right_angles_only(first, last) -> None:
    points = draw_elbow(QPointF(10, 20), first, QPointF(70, 55), last, 4.0)
    assert points[0] == QPointF(10, 20)
    assert points[-1] == QPointF(70, 55)
    for a, b in pairwise(points):
        assert (a.x() == b.x()) != (a.y() == b.y())
    dx, dy = SIDES[first]
    assert points[1] == QPointF(10 + 4 * dx, 20 + 4 * dy)


def _end(canvas: PosterCanvas, hand: Hand, end: str) -> QPoint:
    found = [h for h in canvas.pointing.finder.handles if h.end == end]
    return hand.at(found[0].at.x(), found[0].at.y())


def _select_connector(canvas: PosterCanvas, hand: Hand) -> None:
    placed = canvas.poster_scene.find_placed("e-c")
    assert placed is not None
    hand.click(hand.at(placed.x, placed.y + 1))


@pytest.mark.parametrize(
    ("end", "card", "after"),
    [("target", "f", ("e1", "f", "flow")), ("source", "a", ("a", "c", "flow"))],
)
def test_end_of_a_connector_is_dragged_to_another_card(
    canvas: PosterCanvas, hand: Hand, end: str, card: str, after: tuple[str, str, str]
) -> None:
    session, document = canvas.session, canvas.session.document
    _select_connector(canvas, hand)
    hand.drag(_end(canvas, hand, end), hand.cell("lane-front", "step-1"), hand.card(card))
    assert session.document is document
    assert canvas.overlay.route.isVisible()
    hand.release(hand.card(card))
    assert _links(canvas) == [after]
    assert session.selection.records == ("e-c",)
    session.undo()
    assert session.document is document


@pytest.mark.parametrize("key", [KEY.Key_Escape, None])
def test_end_that_is_dropped_nowhere_stays(
    canvas: PosterCanvas, hand: Hand, key: Qt.Key | None
) -> None:
    document = canvas.session.document
    _select_connector(canvas, hand)
    hand.drag(_end(canvas, hand, "target"), hand.card("f"), hand.cell("lane-front", "step-1"))
    if key is not None:
        hand.key(key)
    hand.release(hand.cell("lane-front", "step-1"))
    assert canvas.session.document is canvas.session.shown_document is document
    assert canvas.session.selection.records == ("e-c",)
    assert not canvas.is_busy


def test_end_dropped_on_the_other_end_is_refused(canvas: PosterCanvas, hand: Hand) -> None:
    refused = QSignalSpy(canvas.session.refused)
    _select_connector(canvas, hand)
    hand.drag(_end(canvas, hand, "target"), hand.card("e1"))
    hand.release(hand.card("e1"))
    assert refused.at(0)[0].reason == "connects_itself"
    assert _links(canvas) == [("e1", "c", "flow")]
