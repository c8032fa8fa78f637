"""A blueprint before an audience: walked with keys and clicks, told at each stop, never changed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.motion import reduce_motion
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Connector, PosterFilter
from blueprint_editor.ui.look import paint_colours
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.presentation.window import PresentationWindow
from tests.canvas.hand import Hand
from tests.commands.documents import make_card, make_document

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Start = Callable[..., PresentationWindow]


@pytest.fixture
def document() -> Document:
    return make_document(
        make_card("a"),
        make_card("b").changed(actors=("kela",)),
        make_card("c", "lane-front", "step-2"),
        make_card("d", "lane-customer", "step-3").changed(actors=("kela",)),
        connectors=(Connector(id="k", source="a", target="c", kind="flow", label="tieto"),),
        actors=(Actor(id="kela", name="Kela"),),
    )


@pytest.fixture
def start(window: MainWindow, hand: Hand, qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    def begin(keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> PresentationWindow:
        qtbot.waitUntil(window.isActiveWindow)
        hand.key(KEY.Key_F5, keys)
        shown = window.findChild(PresentationWindow)
        assert shown is not None
        qtbot.waitUntil(shown.isActiveWindow)
        return shown

    reduce_motion(qapp, is_reduced=True)
    yield begin
    reduce_motion(qapp, is_reduced=False)


def press(shown: PresentationWindow, key: Qt.Key, keys=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(shown, key, keys)


def where(shown: PresentationWindow) -> str:
    return shown.stop.record or shown.stop.kind


def leave(shown: PresentationWindow, window: MainWindow, qtbot: QtBot) -> None:
    press(shown, KEY.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(PresentationWindow) is None)


def find_card(shown: PresentationWindow, session, card: str) -> QPoint:
    centre = to_rect(session.poster.grid.cards[card]).center()
    return shown.view.viewportTransform().map(centre).toPoint()


WALK = ["overview", "phase-1", "step-1", "a", "b", "step-2", "c", "phase-2", "d"]


@pytest.mark.parametrize(
    ("forth", "back"),
    [(KEY.Key_Right, KEY.Key_Left), (KEY.Key_PageDown, KEY.Key_PageUp), (KEY.Key_Down, KEY.Key_Up)],
)
def test_keys_walk_in_reading_order_and_back(start: Start, forth: Qt.Key, back: Qt.Key) -> None:
    shown = start()
    assert shown.isFullScreen()
    found = [where(shown)]
    for _ in WALK:
        press(shown, forth)
        found.append(where(shown))
    assert found == [*WALK, "d"], "it ends at the end"
    press(shown, back)
    assert where(shown) == "phase-2"
    press(shown, KEY.Key_Escape)


def test_space_phases_ends_and_numbers(start: Start) -> None:
    shown = start()
    steps = [
        (KEY.Key_Space, None, "phase-1"),
        (KEY.Key_Space, SHIFT, "overview"),
        (KEY.Key_2, None, "phase-2"),
        (KEY.Key_Left, CTRL, "phase-1"),
        (KEY.Key_Right, CTRL, "phase-2"),
        (KEY.Key_Home, None, "overview"),
        (KEY.Key_End, None, "d"),
        (KEY.Key_9, None, "d"),
    ]
    for key, keys, expected in steps:
        press(shown, key, keys or Qt.KeyboardModifier.NoModifier)
        assert where(shown) == expected
    press(shown, KEY.Key_Escape)


def test_the_current_card_is_large_and_in_view(window: MainWindow, start: Start) -> None:
    shown, session = start(), window.canvas.session
    whole = shown.view.scale_px
    for card in "abcd":
        while where(shown) != card:
            press(shown, KEY.Key_Right)
        box = to_rect(session.poster.grid.cards[card])
        seen = shown.view.viewportTransform().mapRect(box)
        assert shown.view.rect().contains(seen.toRect())
        assert shown.view.scale_px > 1.5 * whole
    press(shown, KEY.Key_Escape)


def test_the_rest_stands_back_while_a_card_shines(window: MainWindow, start: Start) -> None:
    shown, session = start(), window.canvas.session
    press(shown, KEY.Key_2)
    press(shown, KEY.Key_Right)
    image = shown.view.grab().toImage()
    at = shown.view.viewportTransform().map(
        to_rect(session.poster.grid.cards["d"]).topLeft() + QPointF(8, 2)
    )
    assert image.pixelColor(at.toPoint()).name() == "#ffe79e"
    press(shown, KEY.Key_Left)
    press(shown, KEY.Key_Left, CTRL)
    image = shown.view.grab().toImage()
    at = shown.view.viewportTransform().map(
        to_rect(session.poster.grid.cards["d"]).topLeft() + QPointF(8, 2)
    )
    assert image.pixelColor(at.toPoint()).lightness() > 235
    press(shown, KEY.Key_Escape)


def test_each_stop_is_told(start: Start) -> None:
    shown = start()
    assert shown.accessibleDescription() == "The whole blueprint: Polku. 1 of 9"
    told = []
    for _ in range(3):
        press(shown, KEY.Key_Right)
        told.append(shown.accessibleDescription())
    assert told == [
        "Phase: 1 Alku, 3 cards. 2 of 9",
        "Step: Step 1. 3 of 9",
        "Card 1.1: A – leads to 1.3. Asiakkaan toiminta, Alku, step 1 of 2. 4 of 9",
    ]
    assert shown.place.text() == "1.1   1 Alku › Asiakkaan toiminta"
    assert shown.count.text() == "4 / 9"
    press(shown, KEY.Key_Escape)


def test_clicks_go_on_or_to_the_card_that_is_clicked(window: MainWindow, start: Start) -> None:
    shown, session, left = start(), window.canvas.session, Qt.MouseButton.LeftButton
    QTest.mouseClick(shown.view.viewport(), left, pos=find_card(shown, session, "c"))
    assert where(shown) == "c"
    QTest.mouseClick(shown.view.viewport(), left, pos=find_card(shown, session, "c"))
    assert where(shown) == "phase-2"
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert where(shown) == "c"
    press(shown, KEY.Key_Escape)


def test_nothing_pressed_in_it_changes_the_document(window: MainWindow, start: Start) -> None:
    session = window.canvas.session
    session.select(("a",))
    before, shown = session.document, start()
    for key, keys in (
        (KEY.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_D, CTRL),
        (KEY.Key_X, CTRL),
        (KEY.Key_Down, Qt.KeyboardModifier.AltModifier),
        (KEY.Key_Return, CTRL),
        (KEY.Key_Q, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_F2, Qt.KeyboardModifier.NoModifier),
    ):
        press(shown, key, keys)
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, keys)
        QApplication.sendEvent(shown, override)
        assert override.isAccepted()
    at = find_card(shown, session, "b")
    QTest.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    press(shown, KEY.Key_Escape)
    assert session.document is before
    assert not session.history.done


def test_it_ends_where_editing_goes_on(window: MainWindow, start: Start, qtbot: QtBot) -> None:
    session = window.canvas.session
    session.select(("c",))
    shown = start(SHIFT)
    assert where(shown) == "c"
    press(shown, KEY.Key_End)
    leave(shown, window, qtbot)
    assert session.selection.records == ("d",)
    assert window.findChild(PresentationWindow) is None


def test_only_what_the_filter_lets_through_is_presented(
    window: MainWindow, start: Start, qtbot: QtBot
) -> None:
    window.canvas.session.view.choose(PosterFilter(actors=("kela",)))
    shown = start()
    assert [stop.record for stop in shown.stops if stop.kind == "card"] == ["b", "d"]
    leave(shown, window, qtbot)
    window.canvas.session.view.choose(PosterFilter(actors=("kela",), hide=True))
    shown = start()
    assert [stop.record for stop in shown.stops if stop.kind == "card"] == ["b", "d"]
    press(shown, KEY.Key_Right)
    assert shown.place.text() == "1 Alku"
    press(shown, KEY.Key_Escape)


def test_black_and_hint_come_and_go(start: Start) -> None:
    shown = start()
    assert shown.hint.isVisible()
    press(shown, KEY.Key_B)
    assert shown.black.isVisible()
    assert shown.black.geometry() == shown.rect()
    press(shown, KEY.Key_Right)
    assert not shown.black.isVisible()
    assert where(shown) == "overview", "the first key only brings the light back"
    shown.hint.hide()
    press(shown, KEY.Key_H)
    assert shown.hint.isVisible()
    press(shown, KEY.Key_Escape)


def test_the_pointer_hides_until_it_is_moved(start: Start, qtbot: QtBot) -> None:
    shown = start()
    timer = shown.pointer_timer
    timer.start(0)
    blank = Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: shown.view.viewport().cursor().shape() == blank)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(9, 9), QPointF(9, 9), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(shown.view.viewport(), event)
    assert shown.view.viewport().cursor().shape() != blank
    press(shown, KEY.Key_Escape)


def test_no_ring_stands_around_the_screen(window: MainWindow, start: Start) -> None:
    shown = start()
    press(shown, KEY.Key_End)
    image = shown.grab().toImage()
    ring = paint_colours()["focus"].name()
    assert ring not in {image.pixelColor(x, image.height() // 2).name() for x in range(4)}
    press(shown, KEY.Key_Escape)


def test_it_opens_on_the_screen_of_its_window(window: MainWindow, start: Start) -> None:
    shown = start()
    assert shown.screen() is window.screen()
    assert shown.geometry() == window.screen().geometry()
    press(shown, KEY.Key_Escape)


def test_votes_are_given_by_key_and_by_click_and_shown_at_once(
    window: MainWindow, start: Start, qtbot: QtBot
) -> None:
    session, shown = window.canvas.session, start()
    press(shown, KEY.Key_End)
    press(shown, KEY.Key_Plus)
    press(shown, KEY.Key_Plus)
    press(shown, KEY.Key_Minus)
    assert session.facts.cards["d"].votes == 1
    press(shown, KEY.Key_V)
    at = find_card(shown, session, "d")
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (session.facts.cards["d"].votes, where(shown)) == (2, "d")
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.RightButton, pos=at)
    press(shown, KEY.Key_Escape)
    assert not shown.is_voting
    assert shown.isVisible()
    leave(shown, window, qtbot)
    assert [entry.name for entry in session.history.done] == ["vote"] * 5
    session.undo()
    assert session.facts.cards["d"].votes == 2


def test_the_timer_counts_down_large_or_small_and_goes_on_next_time(
    window: MainWindow, start: Start, qtbot: QtBot
) -> None:
    shown = start()
    timer = shown.timer
    assert timer.isHidden()
    press(shown, KEY.Key_T)
    assert timer.isVisible()
    assert timer.digits.text() == "10:00"
    assert timer.state.text() == "Running"
    press(shown, KEY.Key_M, SHIFT)
    press(shown, KEY.Key_T, SHIFT)
    assert timer.geometry() == shown.rect()
    assert timer.digits.text().startswith("9:")
    press(shown, KEY.Key_T)
    assert timer.state.text() == "Paused"
    press(shown, KEY.Key_Escape)
    assert not timer.is_large
    assert shown.isVisible()
    leave(shown, window, qtbot)
    again = start()
    assert again.timer.isVisible()
    assert again.timer.digits.text().startswith("9:")
    press(again, KEY.Key_R)
    press(again, KEY.Key_Escape)
