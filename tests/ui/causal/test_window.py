from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from blueprint_editor.commands.causal import AddCausalNode, MoveCausalNodes, NodePlace
from blueprint_editor.commands.notes import AddNotes
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _, use_language
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.causal.actions import MAP_ACTIONS, MAP_TOOLBAR
from blueprint_editor.ui.causal.window import CausalWindow
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.preferences_desk import PreferencesDesk
from blueprint_editor.ui.sheets.dialog import SheetsDialog
from tests.commands.documents import make_card, make_document
from tests.session.small_poster import SmallComposer
from tests.ui.clipping import find_clipped
from tests.ui.conftest import Find
from tests.ui.test_keyboard import look_through
from tests.ui.test_texts import LOCALE

LOOP = CausalMap(
    nodes=(CausalNode(id="n1", text="Odotus"), CausalNode(id="n2", text="Huoli"),
           CausalNode(id="n3", card="a")),
    arrows=(
        CausalArrow(id="k1", source="n1", target="n2", sign="plus"),
        CausalArrow(id="k2", source="n2", target="n1", sign="plus"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    return FontLibrary()


@pytest.fixture
def causal(qapp: QApplication, library: FontLibrary, qtbot: QtBot) -> Iterator[CausalWindow]:
    """The window by itself, on a small document."""
    document = make_document(make_card("a"), make_card("b")).changed(causal_map=LOOP)
    session = DocumentSession(document, SmallComposer(), save_document)
    owner = QWidget()
    qtbot.addWidget(owner)
    preferences = PreferencesDesk(Preferences(), owner)
    made = CausalWindow(session, library, PictureDesk(session, owner), preferences)
    with qtbot.waitActive(made):
        made.show()
    yield made
    if isValid(made):
        made.close()


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Iterator[CausalWindow]:
    """The window as the program opens it."""
    session = window.canvas.session
    session.open_document(session.document.changed(causal_map=LOOP), is_saved=True)
    window.actions_by_name["causal_map"].trigger()
    (made,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CausalWindow)]
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    if isValid(made):
        made.close()


def run(window: CausalWindow, name: str) -> None:
    window.map_actions[name].trigger()


def test_lists_tell_the_map_in_words_and_select_in_it(causal: CausalWindow) -> None:
    tree, session = causal.lists.tree, causal.session
    assert [tree.topLevelItem(n).text(0) for n in range(3)] == ["Odotus", "Huoli", "A"]
    assert tree.topLevelItem(0).child(0).text(0) == "+ strengthens: Huoli"
    assert causal.lists.loops.item(0).text() == "V1, reinforcing: Odotus → Huoli → Odotus"
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    assert session.selection.records == ("k1",)
    session.select(("n2",))
    assert [item.text(0) for item in tree.selectedItems()] == ["Huoli"]
    assert causal.statusBar().currentMessage().startswith("Factor. Huoli")
    causal.lists.loops.setCurrentRow(0)
    assert causal.view._highlights.loop == "V1"


def test_actions_make_sense_for_what_is_selected(causal: CausalWindow, qtbot: QtBot) -> None:
    session, actions = causal.session, causal.map_actions
    assert not actions["connect"].isEnabled()
    session.select(("k1",))
    assert actions["minus"].isEnabled()
    run(causal, "minus")
    assert session.document.causal_map.arrows[0].sign == "minus"
    run(causal, "undo")
    run(causal, "delete")
    assert [arrow.id for arrow in session.document.causal_map.arrows] == ["k2"]
    qtbot.waitUntil(lambda: causal.lists.loops.count() == 0)
    assert causal.lists.note.isVisible()
    session.select(("n1",))
    run(causal, "delete")
    assert [node.id for node in session.document.causal_map.nodes] == ["n2", "n3"]
    run(causal, "undo")
    run(causal, "undo")
    assert session.document.causal_map == LOOP
    run(causal, "select_all")
    assert session.selection.records == ("n1", "n2", "n3")
    session.select(("n1",))
    run(causal, "next_arrow")
    assert session.selection.records == ("k1",)


def test_what_was_moved_is_laid_out_anew(causal: CausalWindow) -> None:
    session = causal.session
    assert not causal.map_actions["lay_out"].isEnabled()
    before = causal.view.plan.nodes["n1"].box
    session.execute(MoveCausalNodes((NodePlace("n1", -300.0, 90.0),)))
    assert causal.view.plan.nodes["n1"].box != before
    run(causal, "lay_out")
    assert causal.view.plan.nodes["n1"].box == before


def test_refusals_and_a_first_node_are_told(causal: CausalWindow, qtbot: QtBot) -> None:
    session = causal.session
    assert not session.execute(AddCausalNode(CausalNode(id="n1")))
    assert causal.statusBar().currentMessage()
    session.open_document(session.document.changed(causal_map=None))
    assert causal.statusBar().currentMessage() == "0 factors, 0 arrows, 0 loops"
    run(causal, "add")
    causal.view.editing.editor.insertPlainText("Alku")
    with qtbot.waitSignal(causal.save_asked):
        run(causal, "save")
    assert session.document.causal_map.nodes[0].text == "Alku"


def test_cards_come_over_and_lead_back_and_the_map_prints(
    window: MainWindow, opened: CausalWindow, find_window: Find, qtbot: QtBot, tmp_path: Path
) -> None:
    session = opened.session
    session.select(("a", "b"))
    assert window.actions_by_name["to_causal_map"].isEnabled()
    window.actions_by_name["to_causal_map"].trigger()
    assert [node.card for node in session.document.causal_map.nodes[2:]] == ["a", "b"]
    new = session.document.causal_map.nodes[-1].id
    assert session.selection.records == ("n3", new)
    session.select((new,))
    run(opened, "show_subject")
    assert session.selection.records == ("b",)
    window.actions_by_name["to_causal_map"].trigger()
    assert session.selection.records == (new,)
    assert not opened.map_actions["subjects"].isEnabled()
    session.execute(AddNotes(("Kuusi viikkoa", "odotus")))
    session.select(note.id for note in session.document.notes)
    window.actions_by_name["to_causal_map"].trigger()
    assert [node.text for node in session.document.causal_map.nodes[4:]] == ["Kuusi viikkoa"]
    session.select((new,))
    run(opened, "png")
    dialog = find_window(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "kartta.png"))
    dialog.reject()
    qtbot.waitUntil((tmp_path / "kartta.png").exists)
    run(opened, "print_or_export")
    found = find_window(SheetsDialog)
    assert isinstance(found, SheetsDialog)
    assert found.sheets.ticked == ["causal-map"]
    assert found.parentWidget() is opened
    qtbot.waitUntil(lambda: bool(found.preview.pages))
    found.reject()


def test_the_inspector_edits_and_the_window_goes_with_its_document(
    window: MainWindow, opened: CausalWindow, qtbot: QtBot
) -> None:
    opened.session.select(("n1",))
    found = look_through(opened.centralWidget())
    assert not found, "\n".join(found)
    assert not find_clipped(opened)
    places = []
    for _step in range(3):
        run(opened, "next_area")
        places.append(opened.focusWidget())
    assert len(set(places)) == 3
    session = opened.session
    for record in ("n3", "k1", "n1"):
        session.select((record,))
        window.docks.show("inspector")
        assert opened.inspector._collection == {"n": "nodes", "k": "arrows"}[record[0]]
    opened.inspector._set("text", "Pitkä odotus")
    assert session.document.causal_map.nodes[0].text == "Pitkä odotus"
    assert opened.view.plan.nodes["n1"].said == "Pitkä odotus"
    window.actions_by_name["causal_map"].trigger()
    maps = [w for w in QApplication.topLevelWidgets() if isinstance(w, CausalWindow)]
    assert maps == [opened]
    with qtbot.waitSignal(opened.destroyed):
        window.leave()


def test_no_two_actions_share_a_name_or_a_key() -> None:
    names = [spec.name for spec in MAP_ACTIONS]
    assert len(names) == len(set(names))
    assert set(MAP_TOOLBAR) - {"|"} <= set(names)
    keys = [QKeySequence(key).toString() for spec in MAP_ACTIONS for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_no_two_lines_of_a_menu_share_a_mnemonic(language: str) -> None:
    use_language(language, LOCALE)
    menus: dict[str, list[str]] = {}
    for spec in MAP_ACTIONS:
        menus.setdefault(spec.menu, []).append(_(spec.text))
    for lines in menus.values():
        letters = [line[line.index("&") + 1].lower() for line in lines if "&" in line]
        assert len(set(letters)) == len(letters), lines


def test_the_clipboard_takes_words_and_a_picture_and_gives_factors(causal: CausalWindow) -> None:
    clipboard = QApplication.clipboard()
    run(causal, "copy")
    assert "Odotus strengthens: Huoli" in clipboard.text().split("\n")
    image = clipboard.image()
    assert image.width() > 300
    blank = QImage(image.size(), image.format())
    blank.fill("white")
    assert image != blank
    causal.session.select(("n2", "n1"))
    run(causal, "copy")
    assert clipboard.text() == "Huoli\nOdotus"
    clipboard.setText(" Yksi \n\nKaksi\n")
    run(causal, "paste")
    nodes = causal.session.document.causal_map.nodes[3:]
    assert [node.text for node in nodes] == ["Yksi", "Kaksi"]
    assert causal.session.selection.records == tuple(node.id for node in nodes)


def test_what_is_typed_counts_when_the_window_goes(causal: CausalWindow) -> None:
    run(causal, "add")
    causal.view.editing.editor.insertPlainText("Kesken")
    session = causal.session
    causal.close()
    assert session.document.causal_map.nodes[-1].text == "Kesken"
