import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.headers import StickyHeaders
from tests.canvas.hand import CTRL, LEFT, NONE, SHIFT, Hand

KEY = Qt.Key


def _ids(canvas: PosterCanvas, collection: str) -> list[str]:
    return [record.id for record in getattr(canvas.session.document, collection)]


def _width(canvas: PosterCanvas, step: str) -> float:
    return next(known.width for known in canvas.session.document.steps if known.id == step)


@pytest.mark.parametrize("record", ["lane-customer", "phase-1", "step-2", "step-3"])
def test_header_is_selected_by_a_click_and_shown_so(
    poster_canvas: PosterCanvas, poster_hand: Hand, record: str
) -> None:
    hand = poster_hand
    at = hand.label(record) if record.startswith("lane") else hand.header(record)
    hand.move(at)
    assert poster_canvas.overlay.hover.isVisible() or poster_canvas.overlay.step_hover.isVisible()
    hand.click(at)
    assert poster_canvas.session.selection.records == (record,)
    outline = poster_canvas.overlay.selection.path
    assert outline.contains(poster_canvas.to_scene(QPointF(at)) + QPointF(0, 1))
    hand.click(hand.label("lane-front"), CTRL)
    assert poster_canvas.session.selection.records == (record, "lane-front")
    hand.click(hand.label("lane-front"), SHIFT)
    assert poster_canvas.session.selection.records == (record,)


@pytest.mark.parametrize(
    ("record", "collection"),
    [("lane-customer", "lanes"), ("phase-1", "phases"), ("step-2", "steps")],
)
@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_name_is_edited_in_place(
    poster_canvas: PosterCanvas, poster_hand: Hand, record: str, collection: str, key: Qt.Key
) -> None:
    session, document, hand = poster_canvas.session, poster_canvas.session.document, poster_hand
    at = hand.label(record) if collection == "lanes" else hand.header(record)
    hand.double_click(at)
    editor = poster_canvas.editing.editor
    assert editor.isVisible()
    before = editor.text()
    hand.type("xy")
    shown = next(r for r in getattr(session.shown_document, collection) if r.id == record)
    assert shown.name == before + "xy"
    hand.key(key)
    assert not editor.isVisible()
    assert session.selection.records == (record,)
    if key == KEY.Key_Escape:
        assert session.document is session.shown_document is document
        assert session.history.done == ()
    else:
        assert [entry.name for entry in session.history.done] == ["name edit"]


def test_tab_goes_from_name_to_name(poster_canvas: PosterCanvas, poster_hand: Hand) -> None:
    poster_hand.click(poster_hand.header("step-1"))
    poster_hand.key(KEY.Key_F2)
    for name in "pqr":
        poster_hand.type(name)
        poster_hand.key(KEY.Key_Tab)
    assert [s.name for s in poster_canvas.session.document.steps] == ["Herääp", "q", "r"]
    assert not poster_canvas.editing.is_active


def test_lane_is_dragged_by_its_label(canvas: PosterCanvas, hand: Hand) -> None:
    document = canvas.session.document
    target = hand.label("lane-emotion") - QPoint(0, 4)
    hand.drag(hand.label("lane-customer"), target)
    assert canvas.session.document is document
    assert [row.lane for row in canvas.session.poster.grid.rows][1] == "lane-customer"
    assert canvas.overlay.insertion.isVisible()
    hand.release(target)
    assert not canvas.overlay.insertion.isVisible()
    assert _ids(canvas, "lanes")[:3] == ["lane-evidence", "lane-customer", "lane-emotion"]
    assert canvas.session.selection.records == ("lane-customer",)
    assert [entry.name for entry in canvas.session.history.done] == ["lane move"]


def test_lane_goes_below_all_visible_ones(canvas: PosterCanvas, hand: Hand) -> None:
    target = hand.label("lane-front") + QPoint(0, 30)
    hand.drag(hand.label("lane-evidence"), target)
    hand.release(target)
    assert [lane.id for lane in canvas.session.facts.lanes][-1] == "lane-evidence"


def test_lane_that_may_not_go_there_says_why_on_the_way(canvas: PosterCanvas, hand: Hand) -> None:
    hints, refused = QSignalSpy(canvas.hinted), QSignalSpy(canvas.session.refused)
    document = canvas.session.document
    target = hand.label("lane-front") + QPoint(0, 30)
    hand.drag(hand.label("lane-customer"), target)
    assert hints.at(hints.count() - 1)[0].reason == "customer_below"
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert canvas.session.shown_document is document
    hand.release(target)
    assert refused.at(0)[0].reason == "customer_below"
    assert canvas.session.document is document


def test_phase_is_dragged_with_its_steps(canvas: PosterCanvas, hand: Hand) -> None:
    target = hand.header("phase-1") - QPoint(30, 0)
    hand.drag(hand.header("phase-2"), target)
    hand.release(target)
    assert _ids(canvas, "phases") == ["phase-2", "phase-1"]
    assert [step.id for step in canvas.session.facts.steps] == ["step-3", "step-1", "step-2"]


@pytest.mark.parametrize(
    ("step", "to", "after"),
    [
        ("step-1", "step-2", [("step-2", "phase-1"), ("step-1", "phase-1"), ("step-3", "phase-2")]),
        ("step-1", "step-3", [("step-2", "phase-1"), ("step-3", "phase-2"), ("step-1", "phase-2")]),
        ("step-3", "step-2", [("step-1", "phase-1"), ("step-2", "phase-1"), ("step-3", "phase-2")]),
        ("step-3", "step-1", [("step-3", "phase-1"), ("step-1", "phase-1"), ("step-2", "phase-1")]),
    ],
)
def test_step_is_dragged_within_and_between_phases(
    canvas: PosterCanvas, hand: Hand, step: str, to: str, after: list[tuple[str, str]]
) -> None:
    target = hand.header(to)
    if (step, to) == ("step-3", "step-2"):
        target = hand.header("step-3") - QPoint(8, 0)
    if (step, to) == ("step-3", "step-1"):
        target -= QPoint(40, 0)
    hand.drag(hand.header(step), target)
    hand.release(target)
    assert [(s.id, s.phase) for s in canvas.session.facts.steps] == after


@pytest.mark.parametrize("record", ["lane-evidence", "phase-2", "step-1"])
def test_escape_drops_a_header_without_trace(canvas: PosterCanvas, hand: Hand, record: str) -> None:
    session, document = canvas.session, canvas.session.document
    hand.click(hand.card("a"))
    before = session.selection
    if record.startswith("lane"):
        start, end = hand.label(record), hand.label("lane-front")
    else:
        start, end = hand.header(record), hand.header("step-2") + QPoint(30, 0)
    hand.drag(start, end)
    hand.key(KEY.Key_Escape)
    hand.release(end)
    assert session.document is session.shown_document is document
    assert session.selection == before
    assert session.history.done == ()
    assert not canvas.overlay.insertion.isVisible()


def test_edge_of_a_column_makes_its_step_wider(canvas: PosterCanvas, hand: Hand) -> None:
    session, document = canvas.session, canvas.session.document
    start = hand.edge("step-1")
    hand.move(start)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    column = session.poster.grid.columns[0]
    by = QPoint(round(column.width * 0.55 * canvas.scale_px), 0)
    hints = QSignalSpy(canvas.hinted)
    hand.drag(start, start + by)
    assert session.document is document
    assert hints.at(hints.count() - 1)[0] == "Width × 1.50"
    hand.release(start + by)
    assert _width(canvas, "step-1") == 1.5
    assert [entry.name for entry in session.history.done] == ["width edit"]
    hand.double_click(hand.edge("step-1"))
    assert _width(canvas, "step-1") == 1.0


def test_edge_widens_all_selected_steps(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.header("step-1"))
    hand.click(hand.header("step-3"), SHIFT)
    start = hand.edge("step-1")
    column = canvas.session.poster.grid.columns[0]
    end = start + QPoint(round(column.width * canvas.scale_px), 0)
    hand.drag(start, end)
    hand.release(end)
    assert [_width(canvas, f"step-{n}") for n in (1, 2, 3)] == [2.0, 1.0, 2.0]


def test_escape_drops_a_resizing(canvas: PosterCanvas, hand: Hand) -> None:
    session, document = canvas.session, canvas.session.document
    start = hand.edge("step-1")
    hand.drag(start, start + QPoint(90, 0))
    hand.key(KEY.Key_Escape)
    hand.release(start)
    assert session.document is session.shown_document is document
    assert session.history.done == ()
    assert not canvas.overlay.band.isVisible()


class _Strips:
    """Points at what stands on the strips at the edges of a scrolled view."""

    def __init__(self, canvas: PosterCanvas) -> None:
        canvas.set_zoom(4.0)
        canvas.pan_by(QPointF(500, 500))
        self.canvas = canvas
        found = canvas.findChild(StickyHeaders)
        assert found is not None
        self.headers = found

    def place(self, record: str) -> QPoint:
        where = self.headers.find_place(record)
        assert where is not None
        return where.box.center().toPoint()

    def press(self, record: str) -> None:
        widget = self._widget(record)
        QTest.mousePress(widget, LEFT, NONE, widget.mapFrom(self.canvas, self.place(record)))

    def click(self, record: str) -> None:
        widget = self._widget(record)
        QTest.mouseClick(widget, LEFT, NONE, widget.mapFrom(self.canvas, self.place(record)))

    def _widget(self, record: str):
        found = self.canvas.childAt(self.place(record))
        assert found in {self.headers.top, self.headers.left}
        return found


def test_strips_select_and_show_it(canvas: PosterCanvas) -> None:
    strips = _Strips(canvas)
    for record in ("lane-customer", "phase-1", "step-2"):
        plain = strips._widget(record).grab().toImage()
        strips.click(record)
        assert canvas.session.selection.records == (record,)
        assert strips._widget(record).grab().toImage() != plain


def test_name_is_edited_on_its_strip(canvas: PosterCanvas, hand: Hand) -> None:
    strips = _Strips(canvas)
    seen = hand.at(0, 0)
    strips.click("lane-customer")
    hand.key(KEY.Key_F2)
    editor = canvas.editing.editor
    assert editor.parentWidget() is canvas
    assert strips.headers.left.geometry().contains(editor.geometry().center())
    assert hand.at(0, 0) == seen
    hand.type("!")
    hand.key(KEY.Key_Return)
    assert canvas.session.facts.lanes[2].name == "Asiakkaan toiminta!"
    hand.click(hand.card("f"))
    hand.key(KEY.Key_F2)
    assert editor.parentWidget() is canvas.viewport()


def test_lane_is_dragged_on_its_strip(canvas: PosterCanvas) -> None:
    strips = _Strips(canvas)
    strips.press("lane-customer")
    strip = strips.headers.left
    up = strip.mapFrom(canvas, strips.place("lane-customer"))
    for step in range(1, 12):
        QTest.mouseMove(strip, up - QPoint(0, 80 * step))
    QTest.mouseRelease(strip, LEFT, NONE, up - QPoint(0, 880))
    assert _ids(canvas, "lanes")[:2] == ["lane-evidence", "lane-customer"]


def test_header_scrolls_the_view_along_its_own_way_only(
    canvas: PosterCanvas, hand: Hand, qtbot: QtBot
) -> None:
    strips = _Strips(canvas)
    before = hand.at(0, 0)
    strips.press("lane-customer")
    strip = strips.headers.left
    start = strip.mapFrom(canvas, strips.place("lane-customer"))
    for y in (start.y() - 40, 4):
        QTest.mouseMove(strip, QPoint(start.x(), y))
    qtbot.waitUntil(lambda: hand.at(0, 0).y() > before.y() + 60)
    assert hand.at(0, 0).x() == before.x()
    QTest.mouseRelease(strip, LEFT, NONE, QPoint(start.x(), 4))
