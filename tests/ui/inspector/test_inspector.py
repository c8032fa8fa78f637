"""Every field of the format can be seen and edited in the inspector, one record or many."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.card_texts import JoinCards
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.fields import SetField, read_field
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import (
    Actor,
    CausalMap,
    Comment,
    Connector,
    Handover,
    Link,
    Mark,
    Project,
    Publication,
    Source,
    Value,
    Variant,
)
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.inspector.panel import InspectorPanel
from blueprint_editor.ui.inspector.spec import SECTIONS
from blueprint_editor.ui.inspector.tables import FIELDS
from blueprint_editor.ui.main_window import MainWindow
from tests.commands.documents import make_card, make_document
from tests.model.strategies import make_document as make_random_document
from tests.ui.conftest import Find

ELSEWHERE = {
    "": {
        "translations",
        "questions",
        "ratings",
        "causal_map",
        "base",
        "checks_off",
        "checks_accepted",
    },
    "cards": {"origin", "library"},
    "actors": {"library"},
    "marks": {"target"},
    "comments": {"target"},
    "snapshots": {"at", "document"},
    "nodes": {"x", "y"},
}
"""Fields that are told, or edited, in other places than the inspector."""
POSTER_ELSEWHERE = {"fit", "filter", "tiling"}
"""What fitting, filters and the export settle."""


@lru_cache
def make_full_document() -> Document:
    """Return a document that has records of every kind."""
    made = (make_random_document(seed, 0.9, 6) for seed in count())
    return next(d for d in made if all(records_of(d, name) for name in FIELDS))


def records_of(document: Document, collection: str) -> Sequence[Any]:
    """Return the records of a kind that the inspector knows."""
    if collection in {"nodes", "arrows"}:
        return getattr(document.causal_map or CausalMap(), collection)
    return getattr(document, collection) if collection else [document]


@pytest.fixture
def document() -> Document:
    return make_document(
        make_card("a"),
        make_card("b"),
        make_card("c", "lane-customer", "step-2"),
        actors=(Actor(id="x", name="Neuvonta"), Actor(id="y", name="Kela & co")),
        variants=(Variant(id="v1", name="A"), Variant(id="v2", name="B")),
        connectors=(Connector(id="k", source="a", target="c", kind="flow"),),
        marks=(Mark(id="m", target="a", kind="critical_point", text="Katkeaa"),),
        comments=(Comment(id="z", text="Hyvä", target="a", author="Äiti"),),
    )


@pytest.fixture
def panel(window: MainWindow) -> Iterator[InspectorPanel]:
    found = window.docks.panel("inspector")
    assert isinstance(found, InspectorPanel)
    return found


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


def field(panel: InspectorPanel, path: str) -> Field:
    assert panel._collection is not None
    lines = panel._forms[panel._collection]._lines
    found = next(line.field for line in lines if line.spec.path == path)
    assert found is not None
    return found


def target(panel: InspectorPanel, path: str) -> QWidget:
    return field(panel, path).focusProxy() or field(panel, path)


def type_into(panel: InspectorPanel, path: str, text: str) -> None:
    panel.focus_field(path)
    widget = target(panel, path)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_every_field_of_the_format_has_its_place() -> None:
    full = make_full_document()
    for collection, specs in FIELDS.items():
        record = records_of(full, collection)[0]
        shown = {spec.path.split(".")[0] for spec in specs if spec.path not in SECTIONS}
        lists = {"snapshots", "assets", *FIELDS} - {"", "nodes", "arrows"}
        known = ELSEWHERE.get(collection, set()) | {"id"} | (set() if collection else lists)
        assert set(type(record).model_fields) == shown | known, collection
        for spec in specs:
            if spec.path not in SECTIONS:
                read_field(full, record.id, spec.path)


def inner_fields(prefix: str) -> set[str]:
    paths = [spec.path for specs in FIELDS.values() for spec in specs]
    return {path.split(".")[1] for path in paths if path.startswith(f"{prefix}.")}


@pytest.mark.parametrize(
    ("prefix", "kind", "elsewhere"),
    [
        ("project", Project, set()),
        ("value", Value, set()),
        ("handover", Handover, set()),
        ("publication", Publication, set()),
        ("poster", type(Document(id="d", title="", language="fi").poster), POSTER_ELSEWHERE),
    ],
)
def test_every_field_of_a_part_has_its_place(
    prefix: str, kind: type[Record], elsewhere: set[str]
) -> None:
    assert set(kind.model_fields) == inner_fields(prefix) | elsewhere


def test_every_record_is_shown_with_all_its_fields(qtbot: QtBot, window: MainWindow) -> None:
    session = window.canvas.session
    panel = window.docks.panel("inspector")
    assert isinstance(panel, InspectorPanel)
    full = make_full_document()
    session.open_document(full)
    for collection in FIELDS:
        records = records_of(full, collection)[:3]
        for record in records:
            session.select(() if record is full else (record.id,))
            assert panel._collection == collection
        session.select(record.id for record in records if record is not full)
        assert session.document is full, "showing is not editing"


def test_typing_is_one_step_and_shows_on_the_poster(
    panel: InspectorPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    session.select(("a",))
    before = session.poster.drawing
    type_into(panel, "text", "Uusi teksti")
    assert session.document.cards[0].text == "Uusi teksti"
    assert session.poster.drawing is not before
    assert len(session.history.done) == 1
    panel.focus_field("note")
    qtbot.wait(1)
    type_into(panel, "note", "muista")
    assert len(session.history.done) == 2
    session.undo()
    session.undo()
    assert target(panel, "text").toPlainText() == "A"
    assert not session.is_modified


@pytest.mark.parametrize(("record", "edited"), [("a", "text"), ("x", "name")])
def test_undo_in_a_field_that_has_none_of_its_own_is_the_documents(
    panel: InspectorPanel, session: DocumentSession, window: MainWindow, record: str, edited: str
) -> None:
    session.execute(SetCardText("b", "Toinen"))
    session.end_step()
    session.select((record,))
    window.activateWindow()
    panel.focus_field(edited)
    edit = target(panel, edited)
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.document.cards[1].text == "B"
    QTest.keyClicks(edit, "!")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (session.document.cards[0].text, session.document.actors[0].name) == ("A", "Neuvonta")


def test_several_records_are_edited_together(
    panel: InspectorPanel, session: DocumentSession
) -> None:
    session.select(("a", "b", "c"))
    assert target(panel, "text").placeholderText() == "Several values"
    box = target(panel, "channel")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Phone"))
    box.activated.emit(box.currentIndex())
    assert [card.channel for card in session.document.cards] == ["phone"] * 3
    assert len(session.history.done) == 1
    session.select(("a",))
    session.execute(SetField(("a",), "channel", None))
    session.select(("a", "b"))
    assert box.currentIndex() == -1
    assert box.placeholderText() == "Several values"


def test_records_of_several_kinds_have_no_form(
    panel: InspectorPanel, session: DocumentSession
) -> None:
    session.select(("a", "k"))
    assert panel._title.text() == "2 selected"
    assert panel._advice.isVisible()
    session.select(())
    assert panel._title.text() == "Blueprint"
    assert not panel._advice.isVisible()


def test_language_counts_when_its_code_is_whole(
    panel: InspectorPanel, session: DocumentSession, window: MainWindow
) -> None:
    session.select(())
    window.activateWindow()
    before, line = session.document.language, target(panel, "language")
    type_into(panel, "language", "xyz!")
    assert (session.document.language, line.property("fault")) == (before, False)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.document.language == before
    assert "fi Finnish" in line.toolTip()
    type_into(panel, "language", "sv-FI ")
    assert (session.document.language, line.property("fault")) == (before, False)
    panel.focus_field("title")
    assert (session.document.language, line.text()) == ("sv-FI", "sv-FI")
    type_into(panel, "language", "en")
    # What a save takes along although nobody has left the field.
    QApplication.sendEvent(
        line,
        QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    )
    assert session.document.language == "en"
    type_into(panel, "language", "se")
    session.select(("a",))
    session.select(())
    assert (session.document.language, line.text()) == ("en", "en")


def test_what_does_not_fit_is_told_in_its_field_and_kept_out(
    panel: InspectorPanel, session: DocumentSession
) -> None:
    session.select(())
    type_into(panel, "project.published_url", "javascript:x")
    line = target(panel, "project.published_url")
    assert line.property("fault")
    assert "https" in line.toolTip()
    told = line.parentWidget().parentWidget().findChild(QLabel, "fault")
    assert told.isVisible()
    assert told.text() == line.toolTip()
    assert line.text() == "javascript:x"
    assert session.document.project is None
    type_into(panel, "project.published_url", "https://esimerkki.fi")
    assert not line.property("fault")
    assert session.document.project == Project(published_url="https://esimerkki.fi")
    type_into(panel, "changed_on", "31.2.2026")
    assert target(panel, "changed_on").property("fault")
    type_into(panel, "changed_on", "28.2.2026")
    assert session.document.changed_on == "2026-02-28"
    assert not told.isVisible()


@pytest.mark.parametrize("field_path", ["year", "url"])
def test_what_does_not_fit_stays_with_its_record(
    panel: InspectorPanel, session: DocumentSession, field_path: str
) -> None:
    sources = (Source(id="s1", title="Yksi"), Source(id="s2", title="Kaksi"))
    session.open_document(make_document(sources=sources))
    session.select(("s1",))
    type_into(panel, field_path, "?")
    line = target(panel, field_path)
    assert line.property("fault")
    session.select(("s2",))
    assert line.text() == ""
    assert not line.property("fault")


def test_actors_come_and_go_as_chips(
    panel: InspectorPanel, session: DocumentSession, find_window: Find
) -> None:
    session.select(("a", "b"))
    add = target(panel, "actors")
    assert isinstance(add, QToolButton)
    menu = add.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Kela && co").trigger()
    assert session.document.cards[0].actors == session.document.cards[1].actors == ("y",)
    chip = next(c for c in field(panel, "actors").findChildren(QToolButton) if "Kela" in c.text())
    assert chip.accessibleName() == "Who: Kela & co, take away"
    click(chip)
    assert session.document.cards[0].actors == ()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "New actor…").trigger()
    dialog = find_window(QInputDialog)
    dialog.setTextValue("Kuntoutus")
    dialog.accept()
    added = session.document.actors[-1]
    assert added.name == "Kuntoutus"
    assert session.document.cards[1].actors == (added.id,)
    session.undo()
    assert len(session.document.actors) == 2


def test_links_wait_for_their_address(panel: InspectorPanel, session: DocumentSession) -> None:
    session.select(("a",))
    click(target(panel, "links"))
    assert session.document.cards[0].links == ()
    QTest.keyClicks(QApplication.focusWidget(), "https://kela.fi")
    (link,) = session.document.cards[0].links
    assert isinstance(link, Link)
    assert link.url == "https://kela.fi"
    assert not find_problems(session.document)
    remove = next(
        b for b in field(panel, "links").findChildren(QToolButton) if b.objectName() == "remove"
    )
    click(remove)
    assert session.document.cards[0].links == ()


def test_feelings_are_segments_and_can_be_taken_back(
    panel: InspectorPanel, session: DocumentSession
) -> None:
    session.select(("a",))
    buttons = field(panel, "emotion").findChildren(QToolButton)
    click(buttons[4])
    assert session.document.cards[0].emotion == 2
    click(buttons[4])
    assert session.document.cards[0].emotion is None
    rows = field(panel, "emotions").findChildren(QToolButton)
    click(rows[0])
    (emotion,) = session.document.cards[0].emotions
    assert (emotion.variant, emotion.value) == ("v1", -2)


def test_a_duration_is_read_with_a_comma(panel: InspectorPanel, session: DocumentSession) -> None:
    session.select(("a",))
    type_into(panel, "duration", "1,5")
    duration = session.document.cards[0].duration
    assert duration is not None
    assert duration.min == 1.5
    type_into(panel, "duration", "x")
    assert session.document.cards[0].duration == duration
    QTest.keyClick(target(panel, "duration"), Qt.Key.Key_Backspace)
    assert session.document.cards[0].duration is None


def test_merged_card_tells_what_it_was_made_of(
    panel: InspectorPanel, session: DocumentSession
) -> None:
    session.execute(KeepVersion("version-1", "Paja 1", "2026-03-14"))
    session.execute(JoinCards(("a", "b")))
    session.select(("a",))
    (line,) = panel._forms["cards"].section("<origins>").findChildren(QPushButton)
    assert line.accessibleName() == "B"


def test_what_hangs_on_a_card_leads_there_and_marks_are_added(
    panel: InspectorPanel, session: DocumentSession
) -> None:
    session.select(("a",))
    form = panel._forms["cards"]
    sections = (form.section(name) for name in sorted(SECTIONS, reverse=True))
    _origins, marks, connectors, comments = sections
    (mark,) = (b for b in marks.findChildren(QPushButton) if b.objectName() == "relation")
    assert mark.accessibleName() == "Critical point 1: Katkeaa"
    (line,) = connectors.findChildren(QPushButton)
    assert line.accessibleName() == "→ 1.3 C"
    (comment,) = comments.findChildren(QPushButton)
    assert comment.accessibleName() == "Äiti: Hyvä"
    click(mark)
    assert session.selection.records == ("m",)
    assert panel._title.text() == "Mark"
    session.select(("a",))
    add = next(b for b in marks.findChildren(QToolButton) if b.objectName() == "add")
    next(a for a in add.menu().actions() if a.text() == "Solution").trigger()
    made = session.document.marks[-1]
    assert (made.kind, made.target) == ("solution", "a")
    assert session.selection.records == (made.id,)
    box = target(panel, "solves")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert session.document.marks[-1].solves == "m"


def test_every_field_has_a_name_for_readers(panel: InspectorPanel, window: MainWindow) -> None:
    session = window.canvas.session
    full = make_full_document()
    session.open_document(full)
    for collection in FIELDS:
        session.select((records_of(full, collection)[0].id,) if collection else ())
        form = panel._forms[collection]
        for widget in form.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(form):
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, (collection, widget)
