from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.records import (
    Actor,
    Connector,
    Mark,
    Responsibility,
    Variant,
    VariantEmotion,
)
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.format import save_document
from tests.canvas.hand import Hand
from tests.commands.documents import make_card, make_document
from tests.session.small_poster import SmallComposer


def pytest_itemcollected(item: pytest.Item) -> None:
    # The offscreen platform has no window manager for tool tips and menus to stand before.
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


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
    return show_canvas(session, library, qtbot)


@pytest.fixture(autouse=True)
def _let_go(qapp: QApplication) -> Iterator[None]:
    """Let go of what a test has left pressed: Qt would take it for held in the next one."""
    yield
    for button in qapp.mouseButtons():
        QTest.mouseRelease(QWidget(), button)
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton


def show_canvas(session: DocumentSession, library: FontLibrary, qtbot: QtBot) -> PosterCanvas:
    """Show a session's poster in a window of its own."""
    made = PosterCanvas(session, library)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
    made.fit_page()
    made.setFocus()
    return made


@pytest.fixture
def poster_session(qapp: object, library: FontLibrary) -> DocumentSession:
    """A document with all that a poster can show, composed as it is printed."""
    document = make_document(
        make_card("e1", "lane-evidence", "step-1"),
        make_card("a").changed(emotion=1),
        make_card("b"),
        make_card("c", "lane-customer", "step-2").changed(
            emotion=0, emotions=(VariantEmotion(variant="v1", value=-1),)
        ),
        make_card("f", "lane-front", "step-3"),
        connectors=(
            Connector(id="e-c", source="e1", target="c", kind="flow"),
            Connector(id="a-f", source="a", target="f", kind="information", label="tieto"),
        ),
        marks=(
            Mark(id="m1", target="a", kind="critical_point", text="Jono"),
            Mark(id="m2", target="a", kind="wait", text="Kolme viikkoa"),
            Mark(id="m3", target="phase-2", kind="idea"),
            Mark(id="m4", target="e-c", kind="question", text="Kuka?"),
        ),
        variants=(Variant(id="v1", name="Mirja"), Variant(id="v2", name="Jere")),
        actors=(Actor(id="vt", name="Vastuutyöntekijä"),),
        responsibilities=(
            Responsibility(id="band", actor="vt", first_step="step-1", last_step="step-2"),
        ),
    )
    steps = (document.steps[0].changed(name="Herää"), *document.steps[1:])
    return DocumentSession(
        document.changed(steps=steps), PosterComposer(Typesetter(library)).compose, save_document
    )


@pytest.fixture
def poster_canvas(
    poster_session: DocumentSession, library: FontLibrary, qtbot: QtBot
) -> PosterCanvas:
    return show_canvas(poster_session, library, qtbot)


@pytest.fixture
def poster_hand(poster_canvas: PosterCanvas) -> Hand:
    return Hand(poster_canvas)


@pytest.fixture
def hand(canvas: PosterCanvas) -> Hand:
    return Hand(canvas)
