import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.selection import Cursor
from tests.canvas.hand import CTRL, SHIFT, Hand
from tests.commands.documents import cell_ids

KEY = Qt.Key


def _texts(canvas: PosterCanvas, lane: str, step: str) -> list[str]:
    cards = canvas.session.document.cards
    return [card.text for card in cards if (card.lane, card.step) == (lane, step)]


def test_arrows_walk_over_cards_and_empty_cells(canvas: PosterCanvas, hand: Hand) -> None:
    reached = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Right):
        hand.key(key)
        reached.append(canvas.session.selection)
    assert [selection.current for selection in reached] == ["e1", "a", "b", None, None]
    assert reached[-1].cursor == Cursor("lane-front", "step-2")


def test_tab_and_ends_walk_along_the_lane(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_Tab)
    assert canvas.session.selection.current == "c"
    hand.key(KEY.Key_End)
    assert canvas.session.selection.cursor == Cursor("lane-customer", "step-3")
    hand.key(KEY.Key_Backtab, SHIFT)
    assert canvas.session.selection.current == "c"
    hand.key(KEY.Key_End, CTRL)
    assert canvas.session.selection.current == "f"
    hand.key(KEY.Key_Home, CTRL)
    assert canvas.session.selection.current == "e1"


def test_shift_and_arrows_select_several(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_Down, SHIFT)
    hand.key(KEY.Key_Right, SHIFT)
    assert canvas.session.selection.records == ("a", "b", "c")


def test_typing_into_an_empty_cell_makes_a_card(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.cell("lane-front", "step-1"))
    hand.type("Soittaa")
    assert canvas.session.history.done == ()
    shown = [card.text for card in canvas.session.shown_document.cards]
    assert "Soittaa" in shown
    hand.key(KEY.Key_Return)
    assert _texts(canvas, "lane-front", "step-1") == ["Soittaa"]
    assert [entry.name for entry in canvas.session.history.done] == ["new card"]
    canvas.session.undo()
    assert _texts(canvas, "lane-front", "step-1") == []


def test_typing_without_a_cell_says_what_to_do(canvas: PosterCanvas, hand: Hand) -> None:
    refused = QSignalSpy(canvas.session.refused)
    hand.type("H")
    assert refused.at(0)[0].reason == "no_cell"
    assert not canvas.session.is_modified


def test_typing_on_a_card_takes_the_place_of_its_text(canvas: PosterCanvas, hand: Hand) -> None:
    def text() -> str:
        return canvas.session.facts.cards["a"].text

    hand.click(hand.card("a"))
    before = text()
    hand.type("Uusi")
    hand.key(KEY.Key_Escape)
    assert text() == before
    hand.type("Uusi")
    hand.key(KEY.Key_Return)
    assert text() == "Uusi"
    canvas.session.undo()
    assert text() == before


def test_notes_are_typed_without_the_mouse(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.cell("lane-front", "step-1"))
    for number in range(15):
        hand.type(f"x{number}")
        hand.key(KEY.Key_Return)
    assert _texts(canvas, "lane-front", "step-1") == [f"x{n}" for n in range(15)]
    hand.click(hand.cell("lane-evidence", "step-2"))
    for letter in "ab":
        hand.type(letter)
        hand.key(KEY.Key_Tab)
    assert _texts(canvas, "lane-evidence", "step-2") == ["a"]
    assert _texts(canvas, "lane-evidence", "step-3") == ["b"]


def test_enter_after_a_card_waits_for_the_next_one_below(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_Return)
    hand.key(KEY.Key_Return)
    assert canvas.session.selection.current == "b"
    hand.key(KEY.Key_Return)
    hand.key(KEY.Key_Return)
    assert canvas.session.selection.cursor == Cursor("lane-customer", "step-1", 2)
    hand.type("z")
    hand.key(KEY.Key_Tab)
    assert cell_ids(canvas.session.document, "lane-customer", "step-1")[:2] == ["a", "b"]
    assert _texts(canvas, "lane-customer", "step-1")[-1] == "z"
    assert canvas.session.selection.current == "c"


@pytest.mark.parametrize("way", ["enter", "f2", "double_click"])
def test_card_text_is_edited_in_place(canvas: PosterCanvas, hand: Hand, way: str) -> None:
    hand.click(hand.card("a"))
    match way:
        case "enter":
            hand.key(KEY.Key_Return)
        case "f2":
            hand.key(KEY.Key_F2)
        case "double_click":
            hand.double_click(hand.card("a"))
    hand.type("bc")
    hand.key(KEY.Key_Return, SHIFT)
    hand.type("d")
    assert canvas.editing.editor.isVisible()
    hand.click(hand.card("f"))
    assert canvas.session.facts.cards["a"].text == "Abc\nd"
    assert canvas.session.selection.current == "f"
    assert not canvas.editing.editor.isVisible()
    assert [entry.name for entry in canvas.session.history.done] == ["text edit"]


def test_editor_stands_on_its_card_and_follows_it(canvas: PosterCanvas, hand: Hand) -> None:
    hand.double_click(hand.card("b"))
    editor = canvas.editing.editor
    assert editor.geometry().intersects(_card_px(canvas, hand, "b"))
    canvas.set_zoom(canvas.zoom * 3)
    assert editor.geometry().intersects(_card_px(canvas, hand, "b"))
    canvas.pan_by(canvas.viewport().rect().center().toPointF() * 0.1)
    assert editor.geometry().intersects(_card_px(canvas, hand, "b"))
    assert editor.font().pixelSize() >= 12


def _card_px(canvas: PosterCanvas, hand: Hand, card: str):
    rect = hand.card(card)
    return canvas.editing.editor.geometry().__class__(rect.x() - 4, rect.y() - 4, 8, 8)


@pytest.mark.parametrize("is_new", [True, False])
def test_escape_leaves_no_trace_of_typing(canvas: PosterCanvas, hand: Hand, is_new: bool) -> None:
    session = canvas.session
    document = session.document
    hand.click(hand.cell("lane-front", "step-1") if is_new else hand.card("a"))
    before = session.selection
    hand.type("jotain")
    assert session.shown_document is not document
    hand.key(KEY.Key_Escape)
    assert session.document is session.shown_document is document
    assert session.selection == before
    assert session.history.done == ()
    assert canvas.hasFocus()


def test_new_card_without_a_letter_never_was(canvas: PosterCanvas, hand: Hand) -> None:
    document = canvas.session.document
    hand.click(hand.cell("lane-front", "step-1"))
    hand.key(KEY.Key_Return)
    assert canvas.editing.is_active
    hand.key(KEY.Key_Tab)
    assert canvas.session.document is document
    assert canvas.session.shown_document is document


def test_lane_without_cards_says_so_instead_of_taking_text(
    canvas: PosterCanvas, hand: Hand
) -> None:
    refused = QSignalSpy(canvas.session.refused)
    hand.click(hand.cell("lane-emotion", "step-1"))
    hand.type("x")
    assert refused.at(0)[0].reason == "curve_lane"
    assert not canvas.editing.is_active


def test_pasted_text_holds_nothing_that_a_file_cannot(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.cell("lane-front", "step-1"))
    hand.key(KEY.Key_Return)
    pasted = QMimeData()
    pasted.setText("yksi\r\nkaksi\x07\tkolme\u2028neljä")
    QApplication.clipboard().setMimeData(pasted)
    hand.key(KEY.Key_V, CTRL)
    hand.key(KEY.Key_Return)
    assert _texts(canvas, "lane-front", "step-1") == ["yksi\nkaksi kolme\nneljä"]


def test_composed_letter_begins_a_card(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.cell("lane-front", "step-1"))
    composed = QInputMethodEvent()
    composed.setCommitString("ö")
    QApplication.sendEvent(canvas, composed)
    hand.key(KEY.Key_Return)
    assert _texts(canvas, "lane-front", "step-1") == ["ö"]


def test_cursor_that_leaves_the_view_is_followed(canvas: PosterCanvas, hand: Hand) -> None:
    canvas.set_zoom(4.0)
    hand.key(KEY.Key_Home, CTRL)
    hand.key(KEY.Key_End, CTRL)
    assert canvas.session.selection.current == "f"
    assert canvas.viewport().rect().contains(hand.card("f"))
