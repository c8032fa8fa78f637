from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QNativeGestureEvent, QPalette, QPointingDevice
from PySide6.QtWidgets import QApplication, QGraphicsScene
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.headers import StickyHeaders
from blueprint_editor.canvas.view import GROUND_DARK, GROUND_LIGHT, ZoomView
from blueprint_editor.commands.cards import AddCard
from tests.canvas.hand import CTRL, MIDDLE, NONE, SHIFT, Hand


def _page_px(canvas: PosterCanvas) -> QRect:
    drawing = canvas.session.poster.drawing
    corner = canvas.viewportTransform().map(QPointF(drawing.width, drawing.height)).toPoint()
    return QRect(canvas.viewportTransform().map(QPointF(0, 0)).toPoint(), corner)


def _on_screen(canvas: PosterCanvas, point: QPointF) -> QPoint:
    """Return where a point of the drawing is in the whole canvas, headers included."""
    return canvas.viewport().pos() + canvas.viewportTransform().map(point).toPoint()


def test_fit_page_shows_all_of_it_in_the_middle(canvas: PosterCanvas) -> None:
    view, page = canvas.viewport().rect(), _page_px(canvas)
    assert view.contains(page)
    assert (page.center() - view.center()).manhattanLength() <= 3
    assert page.width() > 0.85 * view.width() or page.height() > 0.85 * view.height()


def test_a_fitted_page_stays_fitted_when_the_room_changes(canvas: PosterCanvas) -> None:
    canvas.fit_page()
    canvas.resize(canvas.width() // 2, canvas.height())
    QApplication.processEvents()
    view, page = canvas.viewport().rect(), _page_px(canvas)
    assert view.contains(page)
    assert (page.center() - view.center()).manhattanLength() <= 3


def test_a_fitted_page_stays_in_view_when_it_grows(canvas: PosterCanvas) -> None:
    session = canvas.session
    card = session.document.cards[0]
    canvas.fit_page()
    for number in range(12):
        session.execute(AddCard(card.changed(id=f"new-{number}")))
    assert canvas.viewport().rect().contains(_page_px(canvas))
    canvas.pan_by(QPointF(0, canvas.height()))
    session.undo()
    assert not canvas.viewport().rect().contains(_page_px(canvas))


def test_a_view_without_a_page_comes_to_rest(qtbot: QtBot) -> None:
    view = ZoomView(QGraphicsScene())
    qtbot.addWidget(view)
    moves: list[None] = []
    view.scrolled.connect(lambda: moves.append(None))
    view.resize(412, 655)
    view.show()
    for _round in range(10):
        QApplication.processEvents()
    assert len(moves) < 20


def test_a_page_that_was_moved_stays_where_it_is_when_the_room_changes(
    canvas: PosterCanvas,
) -> None:
    canvas.fit_page()
    canvas.set_zoom(canvas.zoom * 2)
    before = canvas.zoom
    canvas.resize(canvas.width() // 2, canvas.height())
    QApplication.processEvents()
    assert canvas.zoom == before


def test_fit_width_shows_the_whole_width(canvas: PosterCanvas) -> None:
    canvas.resize(400, 640)
    canvas.set_zoom(5.0)
    canvas.fit_width()
    view, page = canvas.viewport().rect(), _page_px(canvas)
    assert view.left() < page.left() < page.right() < view.right()
    assert page.width() > 0.8 * view.width()


def test_wheel_zooms_around_the_pointer(canvas: PosterCanvas, hand: Hand) -> None:
    before, at = canvas.zoom, QPoint(611, 402)
    fixed = canvas.to_scene(QPointF(at))
    start = _on_screen(canvas, fixed)
    for _ in range(5):
        hand.wheel(start - canvas.viewport().pos(), QPoint(0, 120), CTRL)
    assert canvas.zoom == pytest.approx(before * 1.2**5)
    assert (_on_screen(canvas, fixed) - start).manhattanLength() <= 5


@pytest.mark.parametrize(("turn", "limit"), [(1200, 8.0), (-1200, 0.02)])
def test_zoom_has_limits(canvas: PosterCanvas, hand: Hand, turn: int, limit: float) -> None:
    for _ in range(9):
        hand.wheel(QPoint(300, 300), QPoint(0, turn), CTRL)
    assert canvas.zoom == pytest.approx(limit)


@pytest.mark.parametrize(
    ("turn", "keys", "moves"),
    [
        (QPoint(0, -120), NONE, QPoint(0, -60)),
        (QPoint(0, -120), SHIFT, QPoint(-60, 0)),
        (QPoint(120, 0), NONE, QPoint(60, 0)),
    ],
)
def test_wheel_scrolls(
    canvas: PosterCanvas, hand: Hand, turn: QPoint, keys: Qt.KeyboardModifier, moves: QPoint
) -> None:
    before = hand.at(0, 0)
    hand.wheel(QPoint(300, 300), turn, keys)
    assert hand.at(0, 0) - before == moves


def test_middle_button_pans(canvas: PosterCanvas, hand: Hand) -> None:
    before, start = hand.at(0, 0), hand.card("a")
    hand.press(start, button=MIDDLE)
    hand.move(start + QPoint(40, -25))
    hand.release(start + QPoint(40, -25), button=MIDDLE)
    assert hand.at(0, 0) - before == QPoint(40, -25)
    assert canvas.session.selection.records == ()


def test_space_drag_pans_and_moves_no_card(canvas: PosterCanvas, hand: Hand, qtbot: QtBot) -> None:
    document, before, start = canvas.session.document, hand.at(0, 0), hand.card("a")
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    hand.drag(start, start + QPoint(-50, 30))
    hand.release(start + QPoint(-50, 30))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert hand.at(0, 0) - before == QPoint(-50, 30)
    assert canvas.session.document is document
    hand.click(hand.card("a"))
    assert canvas.session.selection.records == ("a",)


def test_escape_takes_a_pan_back(canvas: PosterCanvas, hand: Hand) -> None:
    before, start = hand.at(0, 0), QPoint(300, 300)
    hand.press(start, button=MIDDLE)
    hand.move(start + QPoint(40, 40))
    hand.key(Qt.Key.Key_Escape)
    assert hand.at(0, 0) == before


def test_fit_selection_brings_the_card_to_the_middle(canvas: PosterCanvas, hand: Hand) -> None:
    canvas.session.select(["f"])
    canvas.fit_selection()
    middle = canvas.viewport().rect().center()
    assert (hand.card("f") - middle).manhattanLength() <= 4
    assert canvas.zoom > 1


def test_headers_stand_in_only_while_the_page_has_scrolled_away(canvas: PosterCanvas) -> None:
    headers = canvas.findChild(StickyHeaders)
    assert headers is not None
    assert not headers.top.isVisible()
    canvas.set_zoom(4.0)
    canvas.pan_by(QPointF(400, 500))
    assert headers.top.isVisible()
    assert headers.left.isVisible()
    assert not headers.top.geometry().intersects(canvas.viewport().geometry())
    assert not headers.left.geometry().intersects(canvas.viewport().geometry())
    canvas.fit_page()
    assert not headers.top.isVisible()
    assert not headers.left.isVisible()


def test_headers_that_appear_move_nothing_on_the_screen(canvas: PosterCanvas) -> None:
    canvas.set_zoom(4.0)
    drawing = QPointF(100, 100)
    places = []
    for _ in range(40):
        canvas.pan_by(QPointF(25, 25))
        places.append(_on_screen(canvas, drawing))
    steps = {(b - a).toTuple() for a, b in pairwise(places)}
    assert canvas.viewport().pos().x() > 0
    assert steps == {(-25, -25)}


def test_ground_follows_the_theme_and_paper_stays_paper(canvas: PosterCanvas, hand: Hand) -> None:
    corner, paper = QPoint(3, 3), hand.at(5, 5)
    image = canvas.grab().toImage()
    assert image.pixelColor(corner) == GROUND_LIGHT
    assert image.pixelColor(paper).name() == "#ffffff"
    dark = QPalette(canvas.palette())
    dark.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
    canvas.setPalette(dark)
    image = canvas.grab().toImage()
    assert image.pixelColor(corner) == GROUND_DARK
    assert image.pixelColor(paper).name() == "#ffffff"


@pytest.fixture
def motion_ms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blueprint_editor.canvas.motion._LONGEST_MS", 40)


@pytest.mark.usefixtures("motion_ms")
def test_view_glides_to_where_it_is_sent(canvas: PosterCanvas, qtbot: QtBot) -> None:
    centre, zoom = canvas.find_look()
    canvas.glide.to(lambda: canvas.set_zoom(3.0))
    assert canvas.glide.is_gliding
    assert canvas.zoom < 3.0
    zooms = []
    canvas.zoomed.connect(lambda: zooms.append(canvas.zoom))
    qtbot.waitUntil(lambda: not canvas.glide.is_gliding)
    assert canvas.zoom == pytest.approx(3.0)
    assert zooms == sorted(zooms)
    canvas.glide.to(lambda: canvas.look_at(centre, zoom))
    qtbot.waitUntil(lambda: not canvas.glide.is_gliding)
    assert canvas.zoom == pytest.approx(zoom)
    reached = canvas.find_look()[0]
    assert (reached - centre).manhattanLength() * canvas.scale_px < 6


@pytest.mark.usefixtures("motion_ms")
def test_hand_ends_a_glide_and_another_goes_on_from_its_end(
    canvas: PosterCanvas, hand: Hand
) -> None:
    canvas.glide.to(lambda: canvas.set_zoom(3.0))
    hand.wheel(QPoint(300, 300), QPoint(0, 120))
    assert not canvas.glide.is_gliding
    assert canvas.zoom < 3.0
    canvas.glide.to(lambda: canvas.set_zoom(3.0))
    canvas.glide.to(lambda: canvas.set_zoom(canvas.zoom * 2))
    canvas.glide._animation.setCurrentTime(40)
    assert canvas.zoom == pytest.approx(6.0)


@pytest.mark.parametrize(
    ("kind", "value", "delta", "zoom", "moved"),
    [
        (Qt.NativeGestureType.ZoomNativeGesture, 0.25, QPointF(), 1.25, False),
        (Qt.NativeGestureType.PanNativeGesture, 0.0, QPointF(30, 12), 1.0, True),
        (Qt.NativeGestureType.SmartZoomNativeGesture, 1.0, QPointF(), None, False),
        (Qt.NativeGestureType.RotateNativeGesture, 1.0, QPointF(), 1.0, False),
    ],
)
def test_trackpad(
    canvas: PosterCanvas,
    kind: Qt.NativeGestureType,
    value: float,
    delta: QPointF,
    zoom: float | None,
    moved: bool,
) -> None:
    canvas.set_zoom(1.0)
    fit = canvas.find_look()[0]
    at = QPointF(400, 300)
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, at, at, at, value, delta
    )
    fixed = canvas.to_scene(at)
    before = _on_screen(canvas, fixed)
    QApplication.sendEvent(canvas.viewport(), event)
    if zoom is not None:
        assert canvas.zoom == pytest.approx(zoom)
        assert ((_on_screen(canvas, fixed) - before).manhattanLength() > 5) is moved
    else:
        assert canvas.zoom < 1.0
        assert canvas.find_look()[0] != fit
