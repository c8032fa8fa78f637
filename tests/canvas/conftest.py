from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import use_language
from blueprint_editor.model.records import Connector
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.format import save_document
from tests.canvas.hand import Hand
from tests.commands.documents import make_card, make_document
from tests.session.small_poster import SmallComposer


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en", Path())


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    return FontLibrary()


@pytest.fixture
def session(qapp: object) -> DocumentSession:
    document = make_document(
        make_card("e1", "lane-evidence", "step-1"),
        make_card("a"),
        make_card("b"),
        make_card("c", "lane-customer", "step-2"),
        make_card("f", "lane-front", "step-3"),
        connectors=(Connector(id="e-c", source="e1", target="c", kind="flow"),),
    )
    return DocumentSession(document, SmallComposer(), save_document)


@pytest.fixture
def canvas(session: DocumentSession, library: FontLibrary, qtbot: QtBot) -> PosterCanvas:
    made = PosterCanvas(session, library)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
    made.fit_page()
    made.setFocus()
    return made


@pytest.fixture
def hand(canvas: PosterCanvas) -> Hand:
    return Hand(canvas)
