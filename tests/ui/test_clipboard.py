"""Cards go to the clipboard and come back; tables, lines and pictures come in from elsewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.fragment import MEDIA_TYPE
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Connector, Mark
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import CTRL, SHIFT, Hand
from tests.commands.documents import make_card, make_document

CUSTOMER, FRONT = "lane-customer", "lane-front"
KEY = Qt.Key


@pytest.fixture
def document() -> Document:
    return make_document(
        make_card("a"),
        make_card("b"),
        make_card("c", CUSTOMER, "step-2"),
        connectors=(Connector(id="k", source="a", target="c", kind="flow"),),
        marks=(Mark(id="m", target="c", kind="critical_point", text="Katkeaa"),),
    )


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: object) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


def texts(session: DocumentSession, lane: str, step: str) -> list[str]:
    return [card.text for card in session.facts.cards_by_cell.get((lane, step), ())]


def clipboard() -> QMimeData:
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    return data


def test_cards_come_back_with_connectors_and_marks(session: DocumentSession, hand: Hand) -> None:
    session.select(("a", "c"))
    hand.key(KEY.Key_C, CTRL)
    assert clipboard().text() == "A\tC\n"
    assert "<table" in clipboard().html()
    session.select((), Cursor(FRONT, "step-1"))
    hand.key(KEY.Key_V, CTRL)
    assert texts(session, FRONT, "step-1") == ["A"]
    assert texts(session, FRONT, "step-2") == ["C"]
    assert len(session.document.connectors) == 2
    assert len(session.document.marks) == 2
    assert len(session.history.done) == 1
    assert not find_problems(session.document)
    new = session.selection.records
    assert [session.facts.cards[i].text for i in new] == ["A", "C"]
    session.undo()
    assert len(session.document.cards) == 3


def test_cut_is_one_step(session: DocumentSession, hand: Hand) -> None:
    session.select(("b",))
    hand.key(KEY.Key_X, CTRL)
    assert texts(session, CUSTOMER, "step-1") == ["A"]
    assert clipboard().text() == "B"
    assert len(session.history.done) == 1
    hand.key(KEY.Key_V, CTRL)
    assert texts(session, CUSTOMER, "step-1") == ["A", "B"]


def test_lines_and_tables_fill_cells(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    session.select((), Cursor(FRONT, "step-1"))
    QGuiApplication.clipboard().setText("yksi\n\nkaksi\n")
    hand.key(KEY.Key_V, CTRL)
    assert texts(session, FRONT, "step-1") == ["yksi", "kaksi"]
    QGuiApplication.clipboard().setText("x\ty\tz\tå\n")
    session.select((), Cursor(FRONT, "step-2"))
    hand.key(KEY.Key_V, CTRL)
    bar = window.notices.bar("clipboard")
    assert bar.text == "What you paste needs 2 more steps."
    assert texts(session, FRONT, "step-2") == []
    (add,) = bar.buttons
    add.click()
    assert texts(session, FRONT, "step-2") == ["x"]
    assert len(session.document.steps) == 5
    assert not bar.isVisible()
    assert not find_problems(session.document)


def test_a_picture_becomes_a_card(session: DocumentSession, hand: Hand, qtbot: QtBot) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#2F6DB5"))
    QGuiApplication.clipboard().setImage(image)
    session.select((), Cursor(FRONT, "step-3"))
    hand.key(KEY.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(session.document.assets) == 1)
    card = session.document.cards[-1]
    assert (card.lane, card.step) == (FRONT, "step-3")
    assert card.image is not None
    assert card.image.asset == session.document.assets[0].id
    assert len(session.history.done) == 1


def test_foreign_data_is_told_and_changes_nothing(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    data = QMimeData()
    data.setData(MEDIA_TYPE, b'{"format": "service-blueprint-fragment"')
    QGuiApplication.clipboard().setMimeData(data)
    session.select((), Cursor(FRONT, "step-1"))
    before = session.document
    hand.key(KEY.Key_V, CTRL)
    assert "damaged" in window.notices.bar("clipboard").text
    assert session.document is before


def test_an_empty_clipboard_pastes_nothing(session: DocumentSession, hand: Hand) -> None:
    session.select((), Cursor(FRONT, "step-1"))
    hand.key(KEY.Key_V, CTRL)
    assert not session.is_modified


def test_without_a_cell_nothing_is_pasted(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    QGuiApplication.clipboard().setText("yksi")
    session.select(())
    assert not window.actions_by_name["paste"].isEnabled()
    window._desk.clipboard.paste()
    assert "Click the cell" in window.notices.bar("clipboard").text


@pytest.mark.parametrize(
    ("action", "records"),
    [
        ("copy_selection_picture", ("a", "c")),
        ("copy_phase_picture", ("a",)),
        ("copy_page_picture", ()),
    ],
)
def test_pictures_for_slides(
    window: MainWindow,
    session: DocumentSession,
    qtbot: QtBot,
    action: str,
    records: tuple[str, ...],
) -> None:
    session.select(records)
    window.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: clipboard().hasImage(), timeout=10_000)
    svg = bytes(clipboard().data("image/svg+xml").data()).decode()
    assert 'data-record="card"' in svg
    assert ('data-record="connector"' in svg) is (records != ("a",) or "phase" in action)
    image = QImage(clipboard().imageData())
    assert image.width() > 100
    assert "clipboard" in window.notices.bar("clipboard").text


def test_copying_as_a_picture_needs_something_to_show(
    window: MainWindow, session: DocumentSession, hand: Hand
) -> None:
    session.select(())
    assert not window.actions_by_name["copy_selection_picture"].isEnabled()
    hand.key(KEY.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().image().isNull()
