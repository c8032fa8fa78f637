"""The whole program without a mouse: each action, each dock, each dialog, each area."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMenu,
    QStatusBar,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.ui.actions import ACTIONS
from blueprint_editor.ui.docks.table import DOCKS
from blueprint_editor.ui.notice_bar import NoticeBar
from tests.canvas.hand import ALT, SHIFT
from tests.ui.keyboard_walk import (
    find_disorder,
    find_unmarked,
    leave,
    list_stops,
    name_of,
    tell,
    walk,
)
from tests.ui.whole_program import (
    DIALOGS,
    WINDOW_PX,
    Whole,
    open_dialog,
    open_dock,
    select_each_kind,
    settle,
)

KEY = Qt.Key


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def look_through(root: QWidget) -> list[str]:
    """Return all that is wrong for somebody who has only a keyboard."""
    stops = walk(root)
    missed = [f"not reached: {tell(stop)}" for stop in list_stops(root) - set(stops)]
    nameless = [f"no name: {tell(stop)}" for stop in stops if not name_of(stop)]
    return [*missed, *nameless, *find_disorder(root, stops), *find_unmarked(stops)]


def walk_menu(menu: QMenu) -> Iterator[QAction]:
    """Go down a menu with the arrow, into the menus in it with another, and back with Esc."""
    seen: set[QAction] = set()
    QTest.keyClick(menu, KEY.Key_Home)
    action = menu.activeAction()
    while action is not None and action not in seen:
        seen.add(action)
        yield action
        below = action.menu()
        if below is not None and action.isEnabled():
            QTest.keyClick(menu, KEY.Key_Right)
            assert below.isVisible()
            yield from walk_menu(below)
            QTest.keyClick(below, KEY.Key_Left)
            assert not below.isVisible()
        QTest.keyClick(menu, KEY.Key_Down)
        action = menu.activeAction()


def test_every_action_is_reached_in_the_menus_by_keys(whole: Whole) -> None:
    window = whole.window
    whole.session.select([whole.session.document.cards[3].id])
    reached: set[QAction] = set()
    for title in window.menuBar().actions():
        if title.isVisible():
            letter = title.text()[title.text().index("&") + 1]
            QTest.keyClick(window, KEY(ord(letter.upper())), ALT)
            menu = title.menu()
            assert menu.isVisible(), title.text()
            reached |= set(walk_menu(menu))
            QTest.keyClick(menu, KEY.Key_Escape)
            assert not menu.isVisible()
            QTest.keyClick(window.menuBar(), KEY.Key_Escape)
    able = {s.name for s in ACTIONS if window.actions_by_name[s.name].isEnabled()}
    assert {name for name in able if window.actions_by_name[name] not in reached} == set()
    assert len(able) > len(ACTIONS) / 2


def test_every_dock_is_walked_through_by_tab(whole: Whole) -> None:
    found = []
    for name in (spec.name for spec in DOCKS if spec.name != "inspector"):
        found += [f"{name}: {fault}" for fault in look_through(open_dock(whole, name))]
    assert not found, "\n".join(found)


def test_every_form_of_the_inspector_is_walked_through_by_tab(whole: Whole) -> None:
    panel = open_dock(whole, "inspector")
    found = [
        f"{kind}: {fault}" for kind in select_each_kind(whole) for fault in look_through(panel)
    ]
    assert not found, "\n".join(found)


@pytest.mark.endurance
@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_is_walked_through_by_tab_and_closed_by_esc(whole: Whole, name: str) -> None:
    dialog = open_dialog(whole, name)
    found = look_through(dialog)
    assert not found, "\n".join(found)
    first = walk(dialog)[0]
    first.setFocus()
    QTest.keyClick(first, KEY.Key_Escape)
    settle()
    assert dialog not in QApplication.topLevelWidgets() or not dialog.isVisible()


def test_shift_and_tab_goes_back(whole: Whole) -> None:
    stops = walk(open_dock(whole, "find"))
    stops[-1].setFocus()
    back = [stops[-1]]
    for _stop in stops[1:]:
        leave(focus(), KEY.Key_Backtab)
        back.append(focus())
    assert back == stops[::-1]


def area_of(widget: QWidget) -> str:
    place: QWidget | None = widget
    while place is not None:
        if isinstance(place, QDockWidget):
            return place.objectName()
        for kind in (QToolBar, QStatusBar, NoticeBar, PosterCanvas):
            if isinstance(place, kind):
                return kind.__name__
        place = place.parentWidget()
    return ""


def test_f6_leads_through_all_areas_and_back(whole: Whole) -> None:
    window = whole.window
    window.notices.bar("export").tell("Done.", offers=(("Open", lambda: None),))
    for name in ("outline", "inspector", "find"):
        window.docks.show(name)
    settle()
    window.canvas.setFocus()
    areas = []
    for _area in range(8):
        areas.append(area_of(focus()))
        QTest.keyClick(focus(), KEY.Key_F6)
    there = areas[: areas.index("PosterCanvas", 1)]
    assert there == [
        "PosterCanvas", "inspector", "find", "QStatusBar", "QToolBar", "NoticeBar", "outline",
    ]  # fmt: skip
    QTest.keyClick(focus(), KEY.Key_F6, SHIFT)
    assert area_of(focus()) == "PosterCanvas"


def test_bar_that_goes_leaves_the_keyboard_to_the_canvas(whole: Whole) -> None:
    open_dock(whole, "inspector")
    bar = whole.window.notices.bar("export")
    bar.tell("Done.", offers=(("Hide", bar.hide),))
    bar.buttons[0].setFocus()
    QTest.keyClick(focus(), KEY.Key_Space)
    assert area_of(focus()) == "PosterCanvas"


def test_area_is_left_while_typing_and_keeps_what_was_typed(whole: Whole) -> None:
    session = whole.session
    card = session.document.cards[0].id
    session.select([card])
    whole.window.canvas.setFocus()
    QTest.keyClicks(focus(), "!")
    QTest.keyClick(focus(), KEY.Key_F6)
    assert session.facts.cards[card].text.endswith("!")
    assert area_of(focus()) != "PosterCanvas"


def test_ring_marks_the_canvas_while_nothing_in_it_is_marked(whole: Whole, qtbot: QtBot) -> None:
    def ring() -> list[QWidget]:
        lines = whole.window.findChildren(QWidget, "focus_ring")
        return [line for line in lines if line.isVisible()]

    whole.window.canvas.setFocus()
    settle()
    assert ring() == []
    for _area in range(9):
        QTest.keyClick(focus(), KEY.Key_F6)
        if area_of(focus()) == "PosterCanvas":
            break
    settle()
    (line,) = ring()
    canvas = whole.window.canvas
    place = canvas.rect().translated(canvas.mapTo(whole.window, QPoint(0, 0)))
    assert line.geometry().contains(place)
    lane, step = whole.session.document.lanes[0].id, whole.session.document.steps[0].id
    whole.session.select((), Cursor(lane, step))
    assert ring() == []


def test_click_brings_no_ring(whole: Whole) -> None:
    open_dock(whole, "find")
    button = whole.window.findChild(QToolBar).findChild(QToolButton)
    button.setFocus()
    box = next(iter(list_stops(whole.window.docks.panel("find"))))
    QTest.mousePress(box, Qt.MouseButton.LeftButton)
    shown = whole.window.findChildren(QWidget, "focus_ring")
    assert not any(line.isVisible() for line in shown)
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton)


def test_start_page_is_walked_through_by_tab(whole: Whole) -> None:
    whole.editor.show_start_page()
    page = whole.editor.start_page
    assert page is not None
    page.resize(*WINDOW_PX)
    page.activateWindow()
    settle()
    found = look_through(page)
    page.close()
    assert not found, "\n".join(found)
