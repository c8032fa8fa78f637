"""Problems are looked for while nobody edits; an edit ends a look on its way."""

from collections.abc import Callable, Iterator
from datetime import date
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from blueprint_editor.checks import rules
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.model.document import Document
from blueprint_editor.session import checking
from blueprint_editor.session.checking import DocumentChecks
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import ReportProgress
from blueprint_editor.storage.format import save_document
from tests.checks.blueprints import card, make_blueprint
from tests.session.small_poster import SmallComposer

LONG = "Kertoo ensin omasta elämästään ja sitten vielä kaikesta muusta mitä on ehtinyt tapahtua"


@pytest.fixture
def session(qapp: object) -> DocumentSession:
    document = make_blueprint(cards=(card("x", "front", "s2", LONG),))
    return DocumentSession(document, SmallComposer(), save_document)


@pytest.fixture
def begin(
    session: DocumentSession, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], DocumentChecks]]:
    """Give what begins the checks: in the test's body, for events run before it, too."""
    monkeypatch.setattr(checking, "IDLE_MS", 1)
    owner = QObject()
    yield lambda: DocumentChecks(session, owner)
    owner.deleteLater()


def told(checks: DocumentChecks) -> list[tuple[str, str]]:
    return [(finding.rule.id, finding.record) for finding in checks.findings]


def test_the_document_is_looked_at_when_it_is_open_and_after_edits(
    begin: Callable[[], DocumentChecks], session: DocumentSession, qtbot: QtBot
) -> None:
    checks = begin()
    assert (checks.findings, checks.has_looked) == ((), False)
    with qtbot.waitSignal(checks.looked):
        pass
    assert told(checks) == [("unreachable-card", "x"), ("card-too-long", "x")]
    with qtbot.waitSignal(checks.looked):
        session.execute(SetCardText("x", "Kertoo"))
        assert not checks.is_current
    assert told(checks) == [("unreachable-card", "x")]
    assert checks.is_current


def test_what_is_only_previewed_is_not_looked_at(
    begin: Callable[[], DocumentChecks], session: DocumentSession, qtbot: QtBot
) -> None:
    checks = begin()
    with qtbot.waitSignal(checks.looked):
        pass
    looked = QSignalSpy(checks.looked)
    session.preview(SetCardText("x", "Kertoo"))
    session.drop_preview()
    qtbot.waitUntil(lambda: not checks._timer.isActive())
    assert looked.count() == 0


def test_an_edit_puts_a_look_off_and_ends_one_on_its_way(
    begin: Callable[[], DocumentChecks],
    session: DocumentSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checks = begin()
    began, go_on = Event(), Event()
    seen: list[str] = []
    real = rules.run_checks

    def run(document: Document, today: date, report: ReportProgress) -> Any:
        if not began.is_set():
            began.set()
            assert go_on.wait(10)
        found = real(document, today, report)
        seen.append(document.cards[-1].text)
        return found

    monkeypatch.setattr(rules, "run_checks", run)
    qtbot.waitUntil(began.is_set)
    session.execute(SetCardText("x", "Kertoo"))
    with qtbot.waitSignal(checks.looked):
        go_on.set()
    assert seen == ["Kertoo"]
    assert checks.is_current


def test_a_fault_of_a_rule_is_logged_and_the_next_edit_is_looked_at_again(
    begin: Callable[[], DocumentChecks],
    session: DocumentSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    checks = begin()
    with monkeypatch.context() as broken:
        broken.setattr(rules, "run_checks", lambda *_all: 1 // 0)
        qtbot.waitUntil(lambda: "the checks have failed" in caplog.text)
    assert not checks.has_looked
    with qtbot.waitSignal(checks.looked):
        session.execute(SetCardText("x", "Kertoo"))
