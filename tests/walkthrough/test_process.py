"""A series of workshops in the program: blank sheets, notes, two paths, a general one, changes.

Run by ``packaging/dev.py endurance tests/walkthrough``; pictures of the way are left in the
folder that ``WALKTHROUGH_PICTURES`` names. The windows are real and handled where a person would
handle them; only questions for a file's name are answered without their dialog.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card
from blueprint_editor.storage.format import load_document
from blueprint_editor.ui.dialogs.named_versions import NamedVersionsDialog
from blueprint_editor.ui.merging.dialog import MergeDialog
from blueprint_editor.ui.merging.side_by_side import SideBySideDialog
from blueprint_editor.ui.notes.panel import NotesPanel
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.sheets.dialog import SheetsDialog
from tests.ui.whole_program import SAMPLE, Whole, close_dialogs, leave, settle, start

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.qt_log_ignore("^This plugin does not support", extend=True),
]

WORKSHOP_SAMPLE = SAMPLE.with_name("yhteiskehittamisen-tyopajaprosessi.blueprint.json")
SHEETS = ("W1", "W2", "W5", "W6", "W12")
_CTRL = Qt.KeyboardModifier.ControlModifier
_PATIENCE_MS = 30_000


@pytest.fixture
def whole(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    for kind in ("STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings(Preferences(language="fi")))
    made = start(qapp, file, tmp_path)
    made.window.resize(1440, 900)
    yield made
    leave(made)


def _photograph(widget: QWidget, name: str) -> None:
    settle()
    folder = os.environ.get("WALKTHROUGH_PICTURES")
    if folder:
        widget.grab().save(str(Path(folder) / f"process-{name}.png"))


def _find(kind: type[QDialog]) -> QDialog | None:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return shown[0] if shown else None


def _count_pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _keep_version(whole: Whole, name: str) -> None:
    whole.window.actions_by_name["named_versions"].trigger()
    dialog = _find(NamedVersionsDialog)
    assert isinstance(dialog, NamedVersionsDialog)
    QTest.keyClicks(dialog.name_field, name)
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
    _photograph(dialog, f"version-{name[-1]}")
    dialog.close()


def _print_sheets(whole: Whole, out: Path, qtbot: QtBot) -> None:
    whole.window.actions_by_name["sheets_paths"].trigger()
    dialog = _find(SheetsDialog)
    assert isinstance(dialog, SheetsDialog)
    dialog.tick(SHEETS)
    qtbot.waitUntil(lambda: bool(dialog.preview.pages), timeout=_PATIENCE_MS)
    _photograph(dialog, "sheets")
    with qtbot.waitSignal(dialog.saved, timeout=_PATIENCE_MS):
        dialog.save(out)
    dialog.reject()


def _empty_the_path(whole: Whole) -> None:
    whole.window.actions_by_name["select_all"].trigger()
    whole.window.actions_by_name["delete"].trigger()
    assert not whole.session.document.cards


def _type_notes(whole: Whole, cards: list[Card], qtbot: QtBot) -> None:
    """Paste all notes of an evening at once, and send each to its cell with one key."""
    panel = whole.window.docks.panel("notes")
    assert isinstance(panel, NotesPanel)
    qtbot.waitUntil(panel.isVisible)
    QGuiApplication.clipboard().setText("\n".join(card.text.replace("\n", " ") for card in cards))
    QTest.keyClick(panel.line, Qt.Key.Key_V, _CTRL)
    qtbot.waitUntil(lambda: panel._model.rowCount() == len(whole.session.document.notes) > 0)
    _photograph(whole.window, "notes")
    wanted = {" ".join(card.text.split()): card for card in cards}
    while whole.session.document.notes:
        note = whole.session.document.notes[0]
        card = wanted[note.text]
        whole.session.select((), Cursor(card.lane, card.step))
        panel.view.setFocus()
        panel.view.setCurrentIndex(panel._model.index(0))
        count = len(whole.session.document.notes)
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda n=count: len(whole.session.document.notes) < n)
    for card in whole.session.document.cards:
        whole.session.execute(SetField((card.id,), "variants", wanted[card.text].variants))
    _photograph(whole.window, "two-paths")


def _merge(whole: Whole, qtbot: QtBot) -> None:
    whole.window.actions_by_name["side_by_side"].trigger()
    qtbot.waitUntil(lambda: _find(SideBySideDialog) is not None, timeout=_PATIENCE_MS)
    shown = _find(SideBySideDialog)
    assert shown is not None
    _photograph(shown, "side-by-side")
    close_dialogs()
    whole.window.actions_by_name["merge_paths"].trigger()
    dialog = _find(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    _photograph(dialog, "merging")
    QTest.mouseClick(dialog.merge_button, Qt.MouseButton.LeftButton)


def _print_poster_and_changes(whole: Whole, folder: Path, qtbot: QtBot) -> None:
    whole.window.actions_by_name["fit_paper"].trigger()
    qtbot.waitUntil(lambda: whole.session.document.poster.fit is not None, timeout=_PATIENCE_MS)
    _photograph(whole.window, "general-path")
    whole.window.actions_by_name["named_versions"].trigger()
    dialog = _find(NamedVersionsDialog)
    assert isinstance(dialog, NamedVersionsDialog)
    for button, file in (("print", "muutosjuliste.pdf"), ("list", "muutokset.pdf")):
        dialog.panes.lines.setCurrentRow(_row(dialog, "Paja 2"))
        settle()
        QTest.mouseClick(dialog.buttons[button], Qt.MouseButton.LeftButton)
        question = _find(QFileDialog)
        assert isinstance(question, QFileDialog)
        question.fileSelected.emit(str(folder / file))
        question.close()
        qtbot.waitUntil((folder / file).exists, timeout=_PATIENCE_MS)
        qtbot.waitUntil(lambda: dialog._desk._exports._task is None, timeout=_PATIENCE_MS)
    _photograph(dialog, "changes")
    dialog.close()


def _row(dialog: NamedVersionsDialog, name: str) -> int:
    lines = dialog.panes.lines
    return next(row for row in range(lines.count()) if lines.item(row).text().startswith(name))


def _paths(document: Document) -> Callable[[str], set[str]]:
    return lambda variant: {c.text for c in document.cards if variant in c.variants}


def test_two_paths_become_a_general_one(whole: Whole, tmp_path: Path, qtbot: QtBot) -> None:
    original = load_document(SAMPLE).snapshots[0].document
    # What several groups wrote alike is one note, counted.
    cards = list({" ".join(card.text.split()): card for card in original.cards}.values())
    _print_sheets(whole, tmp_path / "arkit.pdf", qtbot)
    assert _count_pages(tmp_path / "arkit.pdf") >= len(SHEETS) + 1
    _empty_the_path(whole)
    _keep_version(whole, "Paja 1")
    _type_notes(whole, cards, qtbot)
    paths = _paths(whole.session.document)
    assert len(whole.session.document.cards) == len(cards)
    assert paths("v-a")
    assert paths("v-b")
    assert paths("v-a") != paths("v-b")
    _keep_version(whole, "Paja 2")
    _merge(whole, qtbot)
    assert any(card.origin for card in whole.session.document.cards)
    assert len(whole.session.document.cards) < len(cards)
    _keep_version(whole, "Paja 3")
    _print_poster_and_changes(whole, tmp_path, qtbot)
    assert _count_pages(tmp_path / "muutosjuliste.pdf") == 1
    assert _count_pages(tmp_path / "muutokset.pdf") >= 1
    whole.window.actions_by_name["split_merged"].trigger()
    assert len(whole.session.document.cards) == len(cards)


def test_the_workshops_themselves_are_a_path(whole: Whole, tmp_path: Path, qtbot: QtBot) -> None:
    """The process of co-development is a blueprint, and its agenda prints on the first sheet."""
    file = tmp_path / "pajat.blueprint.json"
    shutil.copy(WORKSHOP_SAMPLE, file)
    whole.editor.open_files([file], whole.window)
    qtbot.waitUntil(lambda: len(whole.editor.list_windows()) == 2, timeout=_PATIENCE_MS)
    window = next(w for w in whole.editor.list_windows() if w is not whole.window)
    second = Whole(whole.editor, window)
    second.window.resize(1440, 900)
    _photograph(second.window, "workshops")
    _print_sheets(second, tmp_path / "arkit.pdf", qtbot)
    assert _count_pages(tmp_path / "arkit.pdf") >= len(SHEETS) + 1
