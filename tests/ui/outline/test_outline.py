"""The outline: every record in its place, the same selection as the canvas, edits as commands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Actor, Connector, Mark, Step
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.outline.new_records import make_new_record
from blueprint_editor.ui.outline.nodes import Node, build_outline, filter_nodes
from blueprint_editor.ui.outline.panel import OutlinePanel
from tests.commands.documents import make_card, make_document
from tests.model.strategies import make_document as make_random_document


@pytest.fixture
def document() -> Document:
    return make_document(
        make_card("a"),
        make_card("b"),
        make_card("c", "lane-customer", "step-3"),
        actors=(Actor(id="x", name="Neuvonta", colour="#1F4FA3"),),
        connectors=(Connector(id="k", source="a", target="c", kind="flow", label="lupa"),),
        marks=(Mark(id="m", target="a", kind="critical_point", text="Katkeaa"),),
    )


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> OutlinePanel:
    found = window.docks.panel("outline")
    assert isinstance(found, OutlinePanel)
    qtbot.waitUntil(found.isVisible)
    return found


def iter_nodes(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from iter_nodes(node.children)


def lines(panel: OutlinePanel) -> list[str]:
    return [node.shown for node in iter_nodes(panel._model._nodes)]


def click(panel: OutlinePanel, key: str) -> None:
    index = panel._model.find_index(key)
    panel.tree.scrollTo(index)
    at = panel.tree.visualRect(index).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def editor(panel: OutlinePanel) -> QLineEdit:
    return panel.tree.findChild(QLineEdit)


@pytest.mark.parametrize("seed", range(8))
def test_every_record_stands_once_in_the_outline(seed: int) -> None:
    document = make_random_document(seed, 0.9, 6)
    keys = [node.key for node in iter_nodes(build_outline(DerivedFacts(document)))]
    assert len(keys) == len(set(keys))
    names = (
        "actors", "personas", "variants", "lanes", "phases", "cards", "connectors", "marks",
        "responsibilities", "comments", "sources", "tags", "workshops",
    )  # fmt: skip
    for name in names:
        assert {record.id for record in getattr(document, name)} <= set(keys), name


def test_a_single_unnamed_step_needs_no_line(document: Document) -> None:
    keys = [node.key for node in iter_nodes(build_outline(DerivedFacts(document)))]
    assert "step-1" in keys
    assert "step-3" not in keys


def test_filter_keeps_what_stands_above(document: Document) -> None:
    nodes = build_outline(DerivedFacts(document))
    found = [node.key for node in iter_nodes(filter_nodes(nodes, "KATKE"))]
    assert found == ["phase-1", "step-1", "a", "m"]
    assert [n.key for n in iter_nodes(filter_nodes(nodes, "neuv"))] == ["#actors", "x"]
    assert filter_nodes(nodes, "  ") == nodes


def test_selection_goes_both_ways(panel: OutlinePanel, session: DocumentSession) -> None:
    click(panel, "b")
    assert session.selection.records == ("b",)
    session.select(("c", "a"))
    chosen = {panel._model.node_at(i).key for i in panel.tree.selectionModel().selectedIndexes()}
    assert chosen == {"a", "c"}
    session.select(("m",))
    assert panel._model.node_at(panel.tree.currentIndex()).key == "m"


def test_a_text_is_edited_in_its_line(
    panel: OutlinePanel, session: DocumentSession, qtbot: QtBot
) -> None:
    click(panel, "b")
    QTest.keyClick(panel.tree, Qt.Key.Key_F2)
    QTest.keyClicks(editor(panel), "Uusi")
    QTest.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.document.cards[1].text == "Uusi")
    assert len(session.history.done) == 1


def test_edits_elsewhere_are_followed_and_open_lines_stay_open(
    panel: OutlinePanel, session: DocumentSession, qtbot: QtBot
) -> None:
    panel.tree.expand(panel._model.find_index("a"))
    session.execute(SetCardText("b", "Toisin"))
    qtbot.waitUntil(lambda: "1.2 Toisin" in lines(panel))
    session.select(("c",))
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "2.1 C" not in lines(panel))
    assert panel.tree.isExpanded(panel._model.find_index("a"))
    session.undo()
    qtbot.waitUntil(lambda: "2.1 C" in lines(panel))


def test_cards_stay_in_sight_when_their_phase_gets_a_second_step(
    panel: OutlinePanel, session: DocumentSession, qtbot: QtBot
) -> None:
    panel.tree.collapse(panel._model.find_index("phase-1"))
    session.execute(AddRecord("steps", Step(id="new", phase="phase-2")))
    qtbot.waitUntil(lambda: panel._model.find_index("new").isValid())
    assert panel.tree.isExpanded(panel._model.find_index("step-3"))
    assert not panel.tree.isExpanded(panel._model.find_index("phase-1"))


def test_everything_can_be_added_and_named(
    panel: OutlinePanel, session: DocumentSession, qtbot: QtBot
) -> None:
    menu = panel._add_menu
    names = [action.text() for action in menu.actions() if action.text() and not action.menu()]
    assert {"Phase", "Step", "Actor", "Persona", "Path", "Tag", "Source", "Workshop"} <= set(names)
    for action in menu.actions():
        if not action.text() or action.menu():
            continue
        before = session.document
        action.trigger()
        assert session.document is not before, action.text()
        typed = editor(panel)
        assert typed is not None
        QTest.keyClicks(typed, "Oma nimi")
        QTest.keyClick(typed, Qt.Key.Key_Return)
        (record,) = session.selection.records

        def is_named(record: str = record) -> bool:
            return panel._model.node_at(panel._model.find_index(record)).text == "Oma nimi"

        qtbot.waitUntil(is_named)
        assert not find_problems(session.document)
    (first,) = session.document.variants
    second = make_new_record("variants", session.document)
    assert (first.short, second.short) == ("A", "B")
    assert first.colour != second.colour
    (lanes,) = (action.menu() for action in menu.actions() if action.menu())
    assert isinstance(lanes, QMenu)
    for action in lanes.actions():
        action.trigger()
        assert not find_problems(session.document), action.text()


def test_a_step_comes_after_the_one_in_hand(panel: OutlinePanel, session: DocumentSession) -> None:
    session.select(("a",))
    panel._add_step()
    made = session.selection.records[0]
    ids = [step.id for step in session.document.steps]
    assert ids.index(made) == ids.index("step-1") + 1
    assert session.document.steps[1].phase == "phase-1"
