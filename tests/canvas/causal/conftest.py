import pytest
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.causal.view import CausalView
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.format import save_document
from tests.canvas.causal.map_hand import MapHand
from tests.commands.documents import make_card, make_document
from tests.session.small_poster import SmallComposer

MAP = CausalMap(
    nodes=(
        CausalNode(id="n1", text="Odotus"),
        CausalNode(id="n2", text="Epävarmuus"),
        CausalNode(id="n3", card="a"),
    ),
    arrows=(
        CausalArrow(id="k1", source="n1", target="n2", sign="plus"),
        CausalArrow(id="k2", source="n2", target="n3", sign="minus"),
    ),
)


@pytest.fixture
def map_session(qapp: object) -> DocumentSession:
    document = make_document(make_card("a"), make_card("b")).changed(causal_map=MAP)
    return DocumentSession(document, SmallComposer(), save_document)


@pytest.fixture
def view(map_session: DocumentSession, library: FontLibrary, qtbot: QtBot) -> CausalView:
    made = CausalView(map_session, library)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    made.fit_map()
    made.setFocus()
    return made


@pytest.fixture
def hand(view: CausalView) -> MapHand:
    return MapHand(view)
