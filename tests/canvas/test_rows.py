"""A poster in rows is edited on the canvas like any other: in each row, and from one to another."""

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.headers import StickyHeaders
from blueprint_editor.canvas.marks import list_ways
from blueprint_editor.commands.fit import FitPoster
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.model.records import Fit
from blueprint_editor.session.document_session import DocumentSession
from tests.canvas.conftest import show_canvas
from tests.canvas.hand import Hand
from tests.commands.documents import cell_ids


@pytest.fixture
def rows(poster_session: DocumentSession, library: FontLibrary, qtbot: QtBot) -> PosterCanvas:
    """The poster with its first step in a row of its own, the second phase in another."""
    fit = Fit(column_width=62.0, type_scale=1.0, rows=("phase-2",), row_steps=("step-2",))
    poster_session.execute(FitPoster(fit))
    canvas = show_canvas(poster_session, library, qtbot)
    assert len(canvas.session.poster.grid.decks) == 3
    canvas.fit_page()
    return canvas


def test_cards_and_cells_of_each_row_are_clicked_and_typed_into(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    hand.click(hand.card("f"))
    assert session.selection.records == ("f",)
    hand.click(hand.cell("lane-evidence", "step-2"))
    assert session.selection.cursor == Cursor("lane-evidence", "step-2")
    hand.type("Kirje")
    hand.key(Qt.Key.Key_Return)
    assert session.document.cards[-1].text == "Kirje"
    hand.key(Qt.Key.Key_Escape)
    hand.click(hand.cell("lane-evidence", "step-2"))
    hand.key(Qt.Key.Key_Right)
    assert session.selection.cursor == Cursor("lane-evidence", "step-3")


def test_a_card_is_dragged_from_row_to_row(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    aim = hand.cell("lane-front", "step-3")
    hand.drag(hand.card("b"), aim)
    hand.release(aim)
    assert cell_ids(session.document, "lane-front", "step-3") == ["f", "b"]
    session.undo()
    assert cell_ids(session.document, "lane-front", "step-3") == ["f"]


def test_a_connector_to_another_row_is_chosen_by_its_words(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    boxes = {}
    for card in ("a", "f"):
        placed = rows.poster_scene.find_placed(card)
        assert placed is not None
        boxes[card] = list_ways(placed.group)["a-f"].moved(placed.x, placed.y)
    box = boxes["f"]
    hand.click(hand.at((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2))
    assert session.selection.records == ("a-f",)
    outline = rows.overlay.selection.path
    assert all(outline.contains(QPointF(box.x0 + 1, box.y0 + 1)) for box in boxes.values())


def test_headers_of_each_row_are_their_records(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    first, second, third = session.poster.grid.decks
    for deck, phase in ((first, "phase-1"), (second, "phase-1"), (third, "phase-2")):
        column = deck.columns[0]
        hand.click(hand.at(column.x + column.width / 2, deck.header_top + 3))
        assert session.selection.records == (phase,)
        hand.click(hand.at(column.x + column.width / 2, deck.rows[0].y))
        assert session.selection.records == (column.step,)
        hand.click(hand.at(deck.columns[0].x - 20, deck.rows[2].y + 4))
        assert session.selection.records == ("lane-customer",)
    outline = rows.overlay.selection.path
    for deck in (first, second, third):
        row = deck.rows[2]
        assert outline.contains(QPointF(deck.columns[0].x, row.y + row.height / 2))


def test_a_name_is_edited_in_the_row_where_it_was_clicked(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    row = session.poster.grid.decks[2].rows[2]
    at = hand.at(session.poster.grid.label_right - 20, row.y + 6)
    hand.double_click(at)
    assert abs(rows.editing.editor.geometry().center().y() - at.y()) < 40
    hand.type("Uusi")
    hand.key(Qt.Key.Key_Return)
    assert [lane.name for lane in session.document.lanes][2].endswith("Uusi")


def test_a_step_is_dragged_into_another_row(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    first, _, third = session.poster.grid.decks
    column = first.columns[0]
    start = hand.at(column.x + column.width / 2, first.rows[0].y)
    last = third.columns[0]
    aim = hand.at(last.x + last.width * 0.9, third.rows[0].y)
    hand.drag(start, aim)
    hand.release(aim)
    phases = {step.id: step.phase for step in session.document.steps}
    assert phases["step-1"] == "phase-2"


def test_a_lane_is_dragged_in_the_row_where_it_was_taken(rows: PosterCanvas) -> None:
    hand, session = Hand(rows), rows.session
    third = session.poster.grid.decks[2]
    x = (session.poster.grid.content.x0 + session.poster.grid.label_right) / 2
    evidence, front = third.rows[0], third.rows[-1]
    aim = hand.at(x, front.y + front.height - 2)
    hand.drag(hand.at(x, evidence.y + evidence.height / 2), aim)
    hand.release(aim)
    lanes = [lane.id for lane in session.document.lanes if not lane.hidden]
    assert lanes[-1] == "lane-evidence"


def test_the_sticky_headers_are_those_of_the_row_in_view(rows: PosterCanvas) -> None:
    (headers,) = rows.findChildren(StickyHeaders)
    assert [span.record for span in headers._phases()] == ["phase-1"]
    rows.set_zoom(4.0)
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    assert [span.record for span in headers._phases()] == ["phase-2"]
