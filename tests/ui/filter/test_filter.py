"""A filter by mouse and keys: chosen in its panel, told in a line, kept with the poster."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.language.texts import use_language
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Mark, Poster, PosterFilter, Tag, Variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.filters import find_filter, find_path
from blueprint_editor.ui.filter.panel import FilterPanel
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import Hand
from tests.commands.documents import cell_ids, make_card, make_document

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KELA = PosterFilter(actors=("kela",))


@pytest.fixture
def document() -> Document:
    return make_document(
        make_card("a").changed(actors=("kela",)),
        make_card("b").changed(variants=("v1",)),
        make_card("c").changed(actors=("kela",)),
        make_card("d", "lane-front", "step-2").changed(tags=("t",)),
        actors=(Actor(id="kela", name="Kela & muut"), Actor(id="te", name="TE")),
        variants=(Variant(id="v1", name="Mirja", short="A"), Variant(id="v2", name="B Jere")),
        tags=(Tag(id="t", name="kiire"),),
        marks=(Mark(id="m", target="d", kind="wait"),),
    )


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, hand: Hand, qtbot: QtBot) -> FilterPanel:
    hand.key(Qt.Key.Key_F9)
    found = window.docks.panel("filter")
    assert isinstance(found, FilterPanel)
    qtbot.waitUntil(lambda: found.isVisible() and window.focusWidget() is found.tree)
    return found


def find_item(panel: FilterPanel, name: str) -> QTreeWidgetItem:
    (item,) = panel.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return item


def click(panel: FilterPanel, name: str) -> None:
    """Click the box before a name."""
    box = panel.tree.visualItemRect(find_item(panel, name))
    at = box.topLeft()
    at.setX(box.left() + 9)
    at.setY(box.center().y())
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def seen(session: DocumentSession) -> str:
    return "".join(sorted(session.poster.grid.cards))


def told(window: MainWindow) -> str:
    return window.notices.find_text("filter")


def press(window: MainWindow, text: str) -> None:
    button = next(b for b in window.notices.bar("filter").buttons if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_panel_lists_what_the_document_has_with_counts(panel: FilterPanel) -> None:
    tree, listed = panel.tree, []
    for index in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(index)
        listed.append(group.text(0))
        listed += [
            f"{group.child(n).text(0)} {group.child(n).text(1)}" for n in range(group.childCount())
        ]
    assert listed == [
        "Paths", "A Mirja 4", "B Jere 3",
        "Actors", "Kela & muut 2", "TE 0",
        "Tags", "kiire 1",
        "Marks", "Wait 1",
        "Lanes", "Palvelutodisteet 0", "Asiakkaan toiminta 3", "Näkyvä palvelu 1",
    ]  # fmt: skip


def test_ticks_by_mouse_hold_at_once(
    window: MainWindow, panel: FilterPanel, session: DocumentSession
) -> None:
    click(panel, "Kela & muut")
    assert find_filter(session) == KELA
    assert session.poster.faded == {"b", "d"}
    everything = "exported files show everything"
    assert told(window) == f"Highlighted: Kela & muut · 2 of 4 cards · {everything}"
    QTest.mouseClick(panel.hide_rest, Qt.MouseButton.LeftButton)
    assert seen(session) == "ac"
    assert told(window).startswith("Showing only: Kela & muut")
    assert "2 of 4 cards" in window.status.count_label.text()
    click(panel, "kiire")
    assert seen(session) == ""
    click(panel, "Kela & muut")
    assert seen(session) == "d"
    QTest.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert seen(session) == "abcd"
    assert not told(window)
    assert find_item(panel, "kiire").checkState(0) == Qt.CheckState.Unchecked
    assert not window.isWindowModified()


def test_the_keyboard_is_enough(
    window: MainWindow, panel: FilterPanel, session: DocumentSession, hand: Hand
) -> None:
    panel.tree.setCurrentItem(find_item(panel, "A Mirja"))
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Space)
    assert find_filter(session) == PosterFilter(variants=("v2",))
    hand.key(Qt.Key.Key_F9)
    assert window.focusWidget() is window.canvas
    hand.key(Qt.Key.Key_F9, SHIFT)
    assert find_filter(session) is None
    hand.key(Qt.Key.Key_F9, CTRL)
    assert find_path(session) == "v1"
    hand.key(Qt.Key.Key_F9, CTRL)
    assert find_path(session) == "v2"
    assert seen(session) == "acd"
    hand.key(Qt.Key.Key_F9, CTRL)
    assert seen(session) == "abcd"


def test_escape_lets_go_of_one_thing_after_another(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    session.view.choose(KELA)
    session.select(("a",))
    hand.drag(hand.card("a"), hand.cell("lane-front", "step-3"))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.cell("lane-front", "step-3"))
    assert session.selection.records == ("a",)
    hand.key(Qt.Key.Key_Escape)
    assert not session.selection.records
    assert find_filter(session) == KELA
    hand.key(Qt.Key.Key_Escape)
    assert find_filter(session) is None
    assert not told(window)


def test_a_filter_kept_with_the_poster_can_be_undone(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    session.view.choose(KELA)
    press(window, "Keep with the Poster")
    assert session.document.poster.filter == KELA
    assert told(window).endswith("· the same in exported files")
    assert window.actions_by_name["undo"].text() == "&Undo poster filter"
    press(window, "Show Everything")
    assert told(window).startswith("Everything is shown here, but exported files are filtered.")
    press(window, "Show as on the Poster")
    assert find_filter(session) == KELA
    hand.key(Qt.Key.Key_Z, CTRL)
    assert session.document.poster.filter is None
    assert not told(window)


def test_what_is_typed_under_a_filter_stays(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    session.view.choose(PosterFilter(actors=("kela",), hide=True))
    session.select(("c",))
    hand.key(Qt.Key.Key_Return, CTRL | SHIFT)
    hand.type("Uusi")
    hand.key(Qt.Key.Key_Escape)
    assert seen(session) == "ac"
    hand.key(Qt.Key.Key_Return, CTRL | SHIFT)
    hand.type("Uusi")
    hand.key(Qt.Key.Key_Return)
    (new,) = [card.id for card in session.document.cards if card.text == "Uusi"]
    assert new in session.poster.grid.cards
    press(window, "Show Everything")
    session.view.choose(PosterFilter(actors=("kela",), hide=True))
    assert seen(session) == "ac"


def test_a_dragged_card_falls_among_the_hidden_ones_where_it_was_seen_to(
    session: DocumentSession, hand: Hand
) -> None:
    session.view.choose(PosterFilter(actors=("kela",), hide=True))
    assert cell_ids(session.document, "lane-customer", "step-1") == ["a", "b", "c"]
    grid = session.poster.grid
    below = grid.cards["c"].y1 + 3
    to = hand.at(grid.cards["c"].x0 + 10, below)
    hand.drag(hand.card("a"), to)
    hand.release(to)
    assert cell_ids(session.document, "lane-customer", "step-1") == ["b", "c", "a"]


def test_one_path_is_chosen_from_the_menu(window: MainWindow, session: DocumentSession) -> None:
    (paths,) = [m for m in window.menuBar().findChildren(QMenu) if m.title() == "One &Path"]
    paths.aboutToShow.emit()
    assert [action.text() for action in paths.actions()] == ["All Paths", "A Mirja", "B Jere"]
    paths.actions()[2].trigger()
    assert find_path(session) == "v2"
    paths.aboutToShow.emit()
    assert [action.isChecked() for action in paths.actions()] == [False, False, True]


def test_a_window_that_is_made_anew_keeps_its_filter(
    editor: Editor, session: DocumentSession
) -> None:
    session.view.choose(KELA)
    editor.preferences.choose_language("fi")
    assert editor.window is not None
    assert told(editor.window).startswith("Korostettu: Kela & muut · 2 / 4 korttia")
    editor.preferences.choose_language("en")


def test_the_panel_speaks_the_language_of_the_program(session: DocumentSession) -> None:
    use_language("fi", ResourceDir.find().resources / "locale")
    panel = FilterPanel(session)
    assert panel.tree.topLevelItem(0).text(0) == "Polut"
    assert panel.clear.text() == "Näytä kaikki"
    panel.deleteLater()


def test_the_posters_filter_is_told_when_a_file_is_opened(
    editor: Editor, window: MainWindow, document: Document
) -> None:
    kept = document.changed(poster=Poster(filter=KELA))
    window.show_document(kept, None, None)
    assert told(window) == "Highlighted: Kela & muut · 2 of 4 cards · the same in exported files"
