"""The dock of problems, by real keys and clicks: where they lead, mending, switching off."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Actor, Lane, Link, Note, Project
from blueprint_editor.session import checking
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.inspector.panel import InspectorPanel
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.problems.choice import CheckChoice
from blueprint_editor.ui.problems.panel import ProblemsPanel
from tests.checks.blueprints import change, make_blueprint, mark

KEY = Qt.Key
LINK = Link(id="u1", label="Kelan tuet", url="https://kela.fi@evil.fi/")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(checking, "IDLE_MS", 1)
    return


@pytest.fixture
def document() -> Document:
    return change(
        make_blueprint(
            actors=(Actor(id="a9", name="Kukaan & muut"),),
            lanes=(Lane(id="l9", role="support", name="Tuki"),),
            marks=(mark("m1", "f2", "solution"),),
            project=Project(valid_until="2020-01-01"),
        ),
        "c1",
        links=(LINK,),
    )


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ProblemsPanel:
    found = window.docks.panel("problems")
    assert isinstance(found, ProblemsPanel)
    qtbot.waitUntil(lambda: found.tree.isVisible() and found._model.rowCount() > 0)
    found.setFocus()
    return found


def lines(panel: ProblemsPanel) -> list[str]:
    """Return the lines as they are seen, those of findings with where and what."""
    model = panel._model
    found = []
    for number in range(model.rowCount()):
        group = model.index(number, 0)
        found.append(str(group.data()))
        found += [
            " | ".join(str(model.index(row, column, group).data()) for column in (0, 1))
            for row in range(model.rowCount(group))
        ]
    return found


def index_of(panel: ProblemsPanel, words: str) -> QModelIndex:
    model = panel._model
    return next(
        model.index(row, 0, model.index(number, 0))
        for number in range(model.rowCount())
        for row in range(model.rowCount(model.index(number, 0)))
        if words in str(model.index(row, 0, model.index(number, 0)).data())
    )


def click(panel: ProblemsPanel, words: str) -> None:
    index = index_of(panel, words)
    panel.tree.scrollTo(index)
    at = panel.tree.visualRect(index).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def wait_for(panel: ProblemsPanel, qtbot: QtBot, words: str, *, is_there: bool) -> None:
    qtbot.waitUntil(lambda: any(words in line for line in lines(panel)) == is_there)


def test_findings_stand_in_groups_the_worst_first(panel: ProblemsPanel) -> None:
    assert lines(panel) == [
        "Errors (1)",
        (
            "Card 1.2 “Kysyy neuvoa” | The address shows another name before the @, but leads to "
            "evil.fi"
        ),
        "Warnings (2)",
        "Solution 1 “Huomio” | Nobody is named who takes care of it",
        "The document | It was valid until 1 January 2020",
        "Hints (2)",
        "Actor “Kukaan & muut” | It is used nowhere",
        "Lane “Tuki” | It has no cards",
    ]
    assert panel.sum.text() == "5 problems"


def test_a_click_selects_and_shows_the_record(
    panel: ProblemsPanel, session: DocumentSession, window: MainWindow
) -> None:
    window.canvas.set_zoom(0.2)
    click(panel, "Solution 1")
    assert session.selection.records == ("m1",)
    assert window.canvas.zoom == pytest.approx(0.5)
    assert panel.detail._title.text() == "Warning: Solution without an owner"
    assert panel.tree.hasFocus()
    click(panel, "The document")
    assert session.selection.records == ()
    click(panel, "Kukaan")
    assert session.selection.records == ("a9",)


def test_arrows_walk_from_problem_to_problem_and_enter_goes_there(
    panel: ProblemsPanel, session: DocumentSession, window: MainWindow
) -> None:
    QTest.keyClick(panel.tree, KEY.Key_Home)
    QTest.keyClick(panel.tree, KEY.Key_Down)
    assert session.selection.records == ("c1",)
    panel.tree.setCurrentIndex(index_of(panel, "Tuki"))
    QTest.keyClick(panel.tree, KEY.Key_Return)
    assert session.selection.records == ("l9",)
    assert QApplication.focusWidget() is window.canvas
    assert not session.history.done
    panel.setFocus()
    panel.tree.setCurrentIndex(index_of(panel, "Kukaan"))
    QTest.keyClick(panel.tree, KEY.Key_Return)
    focus = QApplication.focusWidget()
    assert session.selection.records == ("a9",)
    assert window.docks.is_shown("inspector")
    assert window.docks.panel("inspector").isAncestorOf(focus)


@pytest.mark.parametrize(
    ("words", "field"), [("Solution 1", "owner"), ("Kysyy neuvoa", "links"), ("The doc", "project")]
)
def test_enter_puts_the_keyboard_into_the_field_that_is_concerned(
    panel: ProblemsPanel, window: MainWindow, words: str, field: str
) -> None:
    panel.tree.setCurrentIndex(index_of(panel, words))
    QTest.keyClick(panel.tree, KEY.Key_Return)
    inspector = window.docks.panel("inspector")
    assert isinstance(inspector, InspectorPanel)
    form = inspector._forms[inspector._collection or ""]
    focus = QApplication.focusWidget()
    assert focus is not None
    (held,) = [
        line.spec.path
        for line in form._lines
        if line.field is not None and (line.field is focus or line.field.isAncestorOf(focus))
    ]
    assert held.startswith(field)


@pytest.mark.parametrize(
    ("fields", "words", "dock"),
    [
        ({"notes": (Note(id="n1", text="Jonottaa"),)}, "The document", "notes"),
        (
            {"translations": MappingProxyType({"sv": {"b1": {"text": "Ring 040 123 4567"}}})},
            "Kirjaa",
            "translations",
        ),
    ],
)
def test_enter_opens_the_dock_in_which_it_is_edited(
    panel: ProblemsPanel,
    window: MainWindow,
    session: DocumentSession,
    qtbot: QtBot,
    fields: dict[str, Any],
    words: str,
    dock: str,
) -> None:
    with qtbot.waitSignal(panel._checks.looked):
        session.open_document(make_blueprint(**fields))
    panel.tree.setCurrentIndex(index_of(panel, words))
    QTest.keyClick(panel.tree, KEY.Key_Return)
    assert window.docks.is_shown(dock)
    assert window.docks.panel(dock).isAncestorOf(QApplication.focusWidget())


def test_a_fix_is_one_step_and_can_be_undone(
    panel: ProblemsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    click(panel, "Solution 1")
    assert panel.detail.fix.text() == "Make Ohjaaja the owner"
    QTest.mouseClick(panel.detail.fix, Qt.MouseButton.LeftButton)
    assert session.document.marks[0].owner == "a-worker"
    wait_for(panel, qtbot, "Solution 1", is_there=False)
    assert panel.tree.hasFocus()
    assert panel.current is not None
    assert panel.current.rule.id == "expired"
    assert not panel.detail.fix.isVisible()
    assert len(session.history.done) == 1
    session.undo()
    wait_for(panel, qtbot, "Solution 1", is_there=True)


def test_a_fix_by_the_keyboard_alone(
    panel: ProblemsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    panel.tree.setCurrentIndex(index_of(panel, "Kukaan"))
    assert panel.detail.fix.text() == "Delete the actor"
    QTest.keyClick(panel.tree, KEY.Key_Tab)
    assert panel.detail.fix.hasFocus()
    QTest.keyClick(panel.detail.fix, KEY.Key_Space)
    assert "a9" not in {actor.id for actor in session.document.actors}
    assert find_problems(session.document) == ()
    wait_for(panel, qtbot, "Kukaan", is_there=False)


def test_the_menu_offers_the_same(
    panel: ProblemsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    panel.tree.setCurrentIndex(index_of(panel, "Tuki"))
    panel._open_menu(panel.tree.visualRect(panel.tree.currentIndex()).center())
    menu = next(found for found in panel.findChildren(QMenu) if found.isVisible())
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Go There", "Hide the lane", "This Is Fine", "Do Not Look for This"]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert session.document.lanes[-1].hidden
    wait_for(panel, qtbot, "Tuki", is_there=False)


def test_a_check_is_switched_off_and_on_again(
    panel: ProblemsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    click(panel, "Kukaan")
    QTest.mouseClick(panel.detail.off, Qt.MouseButton.LeftButton)
    assert session.document.checks_off == ("unused-actor",)
    wait_for(panel, qtbot, "Kukaan", is_there=False)
    assert panel.sum.text() == "4 problems · 1 check off"
    QTest.mouseClick(panel.choose, Qt.MouseButton.LeftButton)
    (dialog,) = panel.findChildren(CheckChoice)
    item = dialog._items["unused-actor"]
    assert item.checkState(0) == Qt.CheckState.Unchecked
    dialog.list.setCurrentItem(item)
    assert dialog._advice.text().startswith("Put the actor on the cards")
    QTest.keyClick(dialog.list, KEY.Key_Space)
    assert session.document.checks_off == ()
    wait_for(panel, qtbot, "Kukaan", is_there=True)
    session.undo()
    assert item.checkState(0) == Qt.CheckState.Unchecked
    dialog.close()


def test_findings_follow_edits_and_stay_on_their_line(
    panel: ProblemsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    click(panel, "Tuki")
    session.select(("c2",))
    session.execute(SetCardText("c2", " ".join(["sana"] * 13)))
    wait_for(panel, qtbot, "sana", is_there=True)
    assert panel.current is not None
    assert panel.current.record == "l9"
    assert session.selection.records == ("c2",)


def test_the_status_bar_counts_and_leads_to_the_dock(
    window: MainWindow, session: DocumentSession, qtbot: QtBot
) -> None:
    button = window.status.problems_button
    qtbot.waitUntil(lambda: button.text() == "Problems: 5")
    assert button.property("tone") == "warn"
    assert not window.docks.is_shown("problems")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.docks.is_shown("problems")
    panel = window.docks.panel("problems")
    assert isinstance(panel, ProblemsPanel)
    assert panel.tree.hasFocus()
    window.status.tell("Something else.")
    session.open_document(make_blueprint())
    qtbot.waitUntil(lambda: button.text() == "No problems")
    assert not button.isVisible(), "it would stand on the message"
    window.status.clearMessage()
    assert button.isVisible()
    assert button.property("tone") == ""
    assert not panel.tree.isVisible()
    assert panel.empty.text().startswith("No problems found.")


def test_screen_readers_hear_severity_place_and_fault(panel: ProblemsPanel) -> None:
    told = index_of(panel, "Solution 1").data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Warning. Solution 1 “Huomio”: nobody is named who takes care of it"
    assert panel.tree.accessibleName() == "Problems"
    assert panel._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Errors: 1"


def test_a_finding_that_is_fine_is_accepted_listed_and_taken_back(
    panel: ProblemsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    click(panel, "Kukaan")
    QTest.mouseClick(panel.detail.fine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.sum.text() == "4 problems · 1 accepted")
    assert lines(panel)[-2:] == [
        "Accepted as it is (1)",
        "Actor “Kukaan & muut” | It is used nowhere",
    ]
    click(panel, "Kukaan")
    assert panel.detail.fine.text() == "Look at This Again"
    assert panel.detail.off.isHidden()
    QTest.mouseClick(panel.detail.fine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.sum.text() == "5 problems")
    session.undo()
    (accepted,) = session.document.checks_accepted
    assert (accepted.rule, accepted.record) == ("unused-actor", "a9")
    session.execute(DeleteRecords(frozenset({"a9"})))
    assert session.document.checks_accepted == ()
    qtbot.waitUntil(lambda: panel.sum.text() == "4 problems")
    click(panel, "Card 1.2")
    assert panel.detail.fine.isHidden(), "an error is never fine"
