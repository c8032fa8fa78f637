"""A hanke worker who takes a blueprint through a series of workshops, by mouse and keyboard."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.dialogs.named_versions import NamedVersionsDialog
from blueprint_editor.ui.merging.dialog import MergeDialog
from blueprint_editor.ui.merging.side_by_side import SideBySideDialog
from blueprint_editor.ui.notes.panel import NotesPanel
from blueprint_editor.ui.outline.panel import OutlinePanel
from blueprint_editor.ui.printing.dialog import ExportDialog
from blueprint_editor.ui.sheets.dialog import SheetsDialog
from tests.canvas.hand import Hand
from tests.ui.whole_program import Whole, settle

SHEETS = ("W1", "W2", "W5", "W6", "W12")
PATHS = ("Ryhmä 1", "Ryhmä 2")
"""What two groups' paths are called where a document has none."""
_CTRL = Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton
_PATIENCE_MS = 30_000
_Dialog = TypeVar("_Dialog", bound=QDialog)


class Written(NamedTuple):
    """A sticky note on the wall: where it hangs, and which group's path it is on (None: both)."""

    text: str
    lane: str
    step: str
    path: int | None


class Series:
    """The series of one blueprint.

    Args:
        folder: where prints go.
        name: begins the names of the pictures.
    """

    def __init__(self, whole: Whole, folder: Path, qtbot: QtBot, name: str) -> None:
        self.whole, self.folder = whole, folder
        self._qtbot, self._name, self._taken = qtbot, name, 0
        self._hand = Hand(whole.window.canvas)

    @property
    def session(self) -> DocumentSession:
        return self.whole.session

    # --- hands and eyes

    def photograph(self, widget: QWidget, name: str) -> None:
        """Keep a picture of a window, in the order of the walk."""
        settle()
        self._taken += 1
        if folder := os.environ.get("WALKTHROUGH_PICTURES"):
            file = f"{self._name}-{self._taken:02}-{name}.png"
            assert widget.grab().save(str(Path(folder) / file))

    def choose(self, name: str) -> None:
        """Choose an action from its menu, by the mouse."""
        bar, wanted = self.whole.window.menuBar(), self.whole.window.actions_by_name[name]
        holder: QMenuBar | QMenu = bar
        for action in _find_way(bar.actions(), wanted):
            settle()
            place = holder.actionGeometry(action).center()
            QTest.mouseMove(holder, place)
            QTest.mouseClick(holder, _LEFT, pos=place)
            holder = action.menu() or holder  # type: ignore[assignment]
        settle()

    def _wait(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=_PATIENCE_MS)

    def _find(self, kind: type[_Dialog]) -> _Dialog:
        """Return the dialog of a kind, as soon as it is there."""

        def list_shown() -> list[_Dialog]:
            tops = QApplication.topLevelWidgets()
            return [w for w in tops if isinstance(w, kind) and w.isVisible()]

        self._wait(lambda: bool(list_shown()))
        return list_shown()[0]

    def _name_file(self, name: str) -> Path:
        """Type a file's name into the system's question."""
        question = self._find(QFileDialog)
        line = question.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        line.insert(str(self.folder / name))  # by keys, the list of completions takes Enter
        QTest.keyClick(line, Qt.Key.Key_Return)
        self._wait((self.folder / name).exists)
        return self.folder / name

    # --- before a workshop

    def print_sheets(self) -> None:
        """Print the blank sheets of a workshop on paths."""
        self.photograph(self.whole.window, "start")
        self.choose("sheets_paths")
        dialog = self._find(SheetsDialog)
        dialog.tick(SHEETS)
        self._wait(lambda: bool(dialog.preview.pages))
        self.photograph(dialog, "sheets")
        with self._qtbot.waitSignal(dialog.saved, timeout=_PATIENCE_MS):
            dialog.save(self.folder / "arkit.pdf")
        dialog.reject()

    def empty_the_path(self) -> None:
        self.choose("select_all")
        self.choose("delete")
        assert not self.session.document.cards
        self.photograph(self.whole.window, "empty")

    def make_two_paths(self) -> None:
        """Add a path for each group in the outline, where the document has none."""
        if self.session.document.variants:
            return
        panel = self.whole.window.docks.panel("outline")
        assert isinstance(panel, OutlinePanel)
        self._wait(panel.isVisible)
        for name in PATHS:
            # The button waits for its menu, which is handled in the meantime.
            QTimer.singleShot(0, partial(self._pick, panel._add_menu, "Polku"))
            QTest.mouseClick(panel._add, _LEFT)
            self._wait(lambda: panel.tree.viewport().findChild(QLineEdit) is not None)
            editor = panel.tree.viewport().findChild(QLineEdit)
            assert isinstance(editor, QLineEdit)
            editor.selectAll()
            editor.insert(name)
            self.photograph(self.whole.window, f"path-{name[-1]}")
            QTest.keyClick(editor, Qt.Key.Key_Return)
            settle()
        assert tuple(v.name for v in self.session.document.variants) == PATHS

    def _pick(self, menu: QMenu, text: str) -> None:
        self.photograph(menu, "add")
        action = next(action for action in menu.actions() if action.text() == text)
        QTest.mouseClick(menu, _LEFT, pos=menu.actionGeometry(action).center())

    def keep_version(self, name: str) -> None:
        self.choose("named_versions")
        dialog = self._find(NamedVersionsDialog)
        QTest.keyClicks(dialog.name_field, name)
        QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
        self.photograph(dialog, f"version-{name[-1]}")
        dialog.close()

    # --- after a workshop

    def take_notes(self, written: Sequence[Written]) -> None:
        """Type in what both groups wrote, then each on its own, and hang each note in its cell."""
        panel = self.whole.window.docks.panel("notes")
        assert isinstance(panel, NotesPanel)
        self._wait(panel.isVisible)
        for path in (None, 0, 1):
            notes = [note for note in written if note.path == path]
            panel.group.setEditText("" if path is None else str(path + 1))
            panel.path.setFocus()
            QTest.keyClick(panel.path, Qt.Key.Key_Home)
            for _step in range(0 if path is None else path + 1):
                QTest.keyClick(panel.path, Qt.Key.Key_Down)
            QGuiApplication.clipboard().setText("\n".join(note.text for note in notes))
            QTest.keyClick(panel.line, Qt.Key.Key_V, _CTRL)
            self._wait(lambda: panel._model.rowCount() == len(self.session.document.notes) > 0)
            self.photograph(self.whole.window, f"notes-{path}")
            for number, note in enumerate(notes):
                self._hang(panel, note)
                if number == len(notes) // 2:
                    self.photograph(self.whole.window, f"hanging-{path}")
        self._qtbot.keyClick(self.whole.window.canvas, Qt.Key.Key_0, _CTRL)
        self.photograph(self.whole.window, "two-paths")

    def _hang(self, panel: NotesPanel, note: Written) -> None:
        count, canvas = len(self.session.document.notes), self.whole.window.canvas
        assert self.session.document.notes[0].text == note.text
        bounds = self.session.poster.grid.cell_bounds(note.lane, note.step)
        assert bounds is not None
        if not canvas.viewport().rect().contains(self._hand.cell(note.lane, note.step)):
            canvas.fit_page()
        self._hand.click(self._hand.cell(note.lane, note.step))
        cursor = self.session.selection.cursor
        assert cursor is not None
        assert (cursor.lane, cursor.step) == (note.lane, note.step)
        first = panel._model.index(0)
        panel.view.scrollTo(first)
        QTest.mouseClick(panel.view.viewport(), _LEFT, pos=panel.view.visualRect(first).center())
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
        self._wait(lambda: len(self.session.document.notes) < count)

    def look_side_by_side(self) -> None:
        self.choose("side_by_side")
        dialog = self._find(SideBySideDialog)
        self._wait(lambda: not dialog.preview._is_blank)
        self.photograph(dialog, "side-by-side")
        dialog.close()

    def merge(self) -> None:
        """Make a general path of both, as the program proposes it."""
        self.choose("merge_paths")
        dialog = self._find(MergeDialog)
        self._wait(lambda: not dialog.preview._is_blank)
        self.photograph(dialog, "merging")
        QTest.mouseClick(dialog.merge_button, _LEFT)
        self.photograph(self.whole.window, "merged")

    # --- prints

    def print_poster(self) -> None:
        """Fit the general path to its paper and print it."""
        self.choose("fit_paper")
        self._wait(lambda: self.session.document.poster.fit is not None)
        self.photograph(self.whole.window, "general-path")
        self.choose("print_or_export")
        dialog = self._find(ExportDialog)
        self._wait(dialog.export_button.isEnabled)
        self._wait(lambda: not dialog._is_drawing)
        self.photograph(dialog, "poster")
        QTest.mouseClick(dialog.export_button, _LEFT)
        self._name_file("juliste.pdf")
        self.photograph(self.whole.window, "printed")

    def print_changes(self, since: str) -> None:
        """Print what has changed since a version, as a poster and as a list."""
        self.choose("named_versions")
        dialog = self._find(NamedVersionsDialog)
        lines = dialog.panes.lines
        for button, file in (("print", "muutosjuliste.pdf"), ("list", "muutokset.pdf")):
            texts = [lines.item(row).text() for row in range(lines.count())]
            lines.setCurrentRow(next(i for i, t in enumerate(texts) if t.startswith(since)))
            settle()
            QTest.mouseClick(dialog.buttons[button], _LEFT)
            self._name_file(file)
            self._wait(lambda: dialog._desk._exports._task is None)
        self.photograph(dialog, "changes")
        dialog.close()


def _find_way(actions: Sequence[QAction], wanted: QAction) -> list[QAction]:
    """Return the menus to open and the action at their end; empty if it is in none."""
    for action in actions:
        if action is wanted:
            return [action]
        menu = action.menu()
        if isinstance(menu, QMenu) and (way := _find_way(menu.actions(), wanted)):
            return [action, *way]
    return []
