import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from blueprint_editor.commands.selection import Cursor
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import ALT, CTRL, NONE, SHIFT, Hand
from tests.commands.documents import cell_ids

KEY = Qt.Key


def _open(window: MainWindow, at: QPoint | None = None) -> QMenu:
    """Press the right button at a point, or the menu key."""
    view = window.canvas.viewport()
    if at is None:
        reason, target, at = QContextMenuEvent.Reason.Keyboard, window.canvas, QPoint()
    else:
        reason, target = QContextMenuEvent.Reason.Mouse, view
        QTest.mousePress(view, Qt.MouseButton.RightButton, NONE, at)
    event = QContextMenuEvent(reason, at, view.mapToGlobal(at))
    QApplication.sendEvent(target, event)
    if reason == QContextMenuEvent.Reason.Mouse:
        QTest.mouseRelease(view, Qt.MouseButton.RightButton, NONE, at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _lines(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def _choose(menu: QMenu, *path: str) -> None:
    for text in path:
        action = next(a for a in menu.actions() if a.text().replace("&", "") == text)
        if action.menu():
            menu = action.menu()
        else:
            action.trigger()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@pytest.mark.parametrize(
    ("place", "some", "selected"),
    [
        ("card", {"Edit Text", "Duplicate", "Delete", "Connector…", "Mark"}, ("a",)),
        ("cell", {"New Card", "New Step"}, ()),
        ("lane", {"Edit Text", "Delete", "Hide Lane", "New Lane", "Move Up"}, ("lane-front",)),
        ("phase", {"Edit Text", "Merge with the Next Phase", "New Phase"}, ("phase-1",)),
        ("step", {"Edit Text", "Merge with the Next Step", "Usual Width", "New Step"}, ("step-1",)),
        ("page", {"Select All", "Fit to Window", "New Lane", "Show All Lanes"}, ()),
    ],
)
def test_right_button_opens_the_menu_of_what_lies_there(
    window: MainWindow, hand: Hand, place: str, some: set[str], selected: tuple[str, ...]
) -> None:
    points = {
        "card": hand.card("a"),
        "cell": hand.cell("lane-front", "step-2"),
        "lane": hand.label("lane-front"),
        "phase": hand.header("phase-1"),
        "step": hand.header("step-1"),
        "page": QPoint(4, 4),
    }
    menu = _open(window, points[place])
    assert set(_lines(menu)) >= some
    assert all(action.isEnabled() for action in menu.actions())
    assert window.canvas.session.selection.records == selected
    menu.close()


def test_menu_key_opens_the_menu_of_what_is_current(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("b"))
    menu = _open(window)
    assert "Duplicate" in _lines(menu)
    at = window.canvas.viewport().mapToGlobal(hand.card("b"))
    assert menu.geometry().adjusted(-9, -9, 9, 9).contains(at)
    menu.close()
    window.canvas.session.select()
    menu = _open(window)
    assert "Select All" in _lines(menu)
    menu.close()
    window.activateWindow()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEY.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Select All" in _lines(menu)
    menu.close()


def test_menu_of_one_of_several_selected_keeps_them(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.click(hand.card("c"), CTRL)
    _choose(_open(window, hand.card("a")), "Duplicate")
    session = window.canvas.session
    assert len(session.document.cards) == 5
    assert len(session.selection.records) == 2


def test_mark_is_put_on_a_card_and_typed_at_once(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    for typed in ("Jono", ""):
        _choose(_open(window, hand.card("c")), "Mark", "Critical point")
        hand.type(typed)
        hand.key(KEY.Key_Return)
    assert [(m.target, m.kind, m.text) for m in session.document.marks] == [
        ("c", "critical_point", "Jono"),
        ("c", "critical_point", ""),
    ]
    assert [entry.name for entry in session.history.done] == ["new mark", "new mark"]
    _choose(_open(window, hand.card("c")), "Mark", "Wait")
    hand.type("x")
    hand.key(KEY.Key_Escape)
    assert len(session.document.marks) == 2
    assert session.selection.records == ("c",)


def test_new_solution_is_for_the_problem_nearby_that_has_none(
    window: MainWindow, hand: Hand
) -> None:
    session = window.canvas.session
    for kind, typed in (("Critical point", "Jono"), ("Solution", "Ajanvaraus"), ("Solution", "x")):
        _choose(_open(window, hand.card("c")), "Mark", kind)
        hand.type(typed)
        hand.key(KEY.Key_Return)
    problem, first, second = session.document.marks
    assert (first.solves, second.solves) == (problem.id, None)


def test_kind_of_a_connector_is_chosen_and_it_is_turned(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    hand.click(hand.card("a"))
    hand.key(KEY.Key_L, CTRL)
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Return)
    menu = _open(window)
    kinds = next(a.menu() for a in menu.actions() if a.text() == "&Kind of Connector")
    assert [a.text() for a in kinds.actions() if a.isChecked()] == ["Flow"]
    _choose(menu, "Kind of Connector", "Handover of responsibility")
    _choose(_open(window), "Turn Around")
    made = session.document.connectors[0]
    assert (made.kind, made.source, made.target) == ("handover", "c", "a")
    assert session.selection.records == (made.id,)


def test_new_step_goes_on_in_the_lane(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    hand.click(hand.card("a"))
    hand.key(KEY.Key_F2)
    hand.type("!")
    hand.key(KEY.Key_Return, CTRL)
    step = session.facts.steps[1]
    assert step.id not in {"step-1", "step-2", "step-3"}
    assert session.facts.cards["a"].text == "A!"
    assert session.selection.cursor == Cursor("lane-customer", step.id)
    hand.type("seuraava")
    hand.key(KEY.Key_Return)
    assert len(cell_ids(session.document, "lane-customer", step.id)) == 1


def test_phase_and_lane_are_added_and_hidden(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    _choose(_open(window, hand.header("phase-1")), "New Phase")
    hand.type("Väli")
    hand.key(KEY.Key_Return)
    assert [phase.name for phase in session.document.phases] == ["Alku", "Väli", "Loppu"]
    _choose(_open(window, hand.label("lane-front")), "New Lane", "Support processes")
    assert session.facts.lanes[-1].role == "support"
    assert session.selection.records == (session.facts.lanes[-1].id,)
    _choose(_open(window), "Hide Lane")
    assert session.facts.lanes[-1].id == "lane-front"
    _choose(_open(window, QPoint(4, 4)), "Show All Lanes")
    assert [lane.role for lane in session.facts.lanes][-2:] == ["backstage", "support"]


def test_phases_and_steps_are_split_and_merged(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    _choose(_open(window, hand.header("step-2")), "Begin a Phase Here")
    assert len(session.document.phases) == 3
    _choose(_open(window, hand.header("phase-1")), "Merge with the Next Phase")
    assert len(session.document.phases) == 2
    _choose(_open(window, hand.header("step-1")), "Merge with the Next Step")
    assert cell_ids(session.document, "lane-customer", "step-1") == ["a", "b", "c"]
    _choose(_open(window, hand.card("c")), "Move to a New Step")
    assert cell_ids(session.document, "lane-customer", session.facts.steps[1].id) == ["c"]


@pytest.mark.parametrize(
    ("record", "key", "order"),
    [
        ("lane-customer", KEY.Key_Up, ["lane-evidence", "lane-customer", "lane-emotion"]),
        ("phase-1", KEY.Key_Right, ["phase-2", "phase-1"]),
        ("step-2", KEY.Key_Left, ["step-2", "step-1", "step-3"]),
        ("step-2", KEY.Key_Right, ["step-1", "step-2", "step-3"]),
    ],
)
def test_alt_and_arrows_move_headers(
    window: MainWindow, hand: Hand, record: str, key: Qt.Key, order: list[str]
) -> None:
    session = window.canvas.session
    session.select((record,))
    hand.key(key, ALT)
    name = f"{record.partition('-')[0]}s"
    rows = session.facts.steps if name == "steps" else getattr(session.document, name)
    assert [row.id for row in rows][: len(order)] == order
    assert session.selection.records == (record,)
    phase = session.facts.phase_of_step["step-2"].id
    assert phase == ("phase-2" if (record, key) == ("step-2", KEY.Key_Right) else "phase-1")


def test_header_at_the_end_says_so(window: MainWindow, hand: Hand) -> None:
    window.canvas.session.select(("phase-1",))
    hand.key(KEY.Key_Left, ALT)
    assert window.status.currentMessage() == "There is no further cell in that direction."


def test_undo_goes_from_the_text_to_the_steps(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    hand.click(hand.card("c"))
    hand.key(KEY.Key_Right, ALT)
    hand.key(KEY.Key_F2)
    hand.type("xy")
    for _ in range(4):
        if not window.canvas.editing.is_active:
            break
        hand.key(KEY.Key_Z, CTRL)
    assert not window.canvas.editing.is_active
    assert session.facts.cards["c"].text == "C"
    assert cell_ids(session.document, "lane-customer", "step-2") == ["c"]
    assert [entry.name for entry in session.history.undone] == ["card move"]


def test_rows_columns_and_what_hangs_on_a_card_are_selected_by_key(
    window: MainWindow, hand: Hand
) -> None:
    session = window.canvas.session
    hand.click(hand.card("a"))
    hand.key(KEY.Key_L, CTRL)
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Return)
    connector = session.document.connectors[0].id
    _choose(_open(window, hand.card("a")), "Mark", "Wait")
    hand.key(KEY.Key_Return)
    mark = session.document.marks[0].id
    hand.click(hand.card("a"))
    reached = []
    for key, keys in (
        (KEY.Key_Space, SHIFT),
        (KEY.Key_Space, CTRL),
        (KEY.Key_Space, CTRL | SHIFT),
        (KEY.Key_J, CTRL),
        (KEY.Key_J, CTRL),
        (KEY.Key_J, CTRL),
        (KEY.Key_J, CTRL),
    ):
        hand.key(key, keys)
        reached.append(session.selection.current)
    assert reached == ["lane-customer", "step-1", "phase-1", "a", mark, connector, "a"]
    hand.key(KEY.Key_Space, SHIFT)
    hand.key(KEY.Key_Up, ALT)
    hand.key(KEY.Key_Space, CTRL)
    assert session.selection.current == "step-1"
    hand.key(KEY.Key_Right)
    assert session.selection.current == "c"
