"""The guide's window: chapters on the left, the one that is read on the right, a search above."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.dialogs.themed_dialog import (
    ThemedDialog,
    make_label,
    resize_within_screen,
)
from blueprint_editor.ui.guide.chapters import CHAPTERS, find_folder, name_guide, read_chapters
from blueprint_editor.ui.guide.page import GuidePage
from blueprint_editor.ui.preferences import Preferences

_SIZE_PX = (980, 780)
_LIST_LETTERS = 34
_LIST_SPACE_PX = 4


class GuideWindow(ThemedDialog):
    """Stays open beside the document; needs no network."""

    def __init__(self, guide: Path, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(name_guide(), parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self._chapters = read_chapters(guide, preferences)
        self._folder = find_folder(guide)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Search the guide"))
        self.search.setAccessibleName(_("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.told = make_label("", "quiet")
        self.told.hide()
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Chapters"))
        self.list.setWordWrap(True)
        self.list.setSpacing(_LIST_SPACE_PX)
        self.list.addItems([chapter.title for chapter in self._chapters])
        self.list.setFixedWidth(_LIST_LETTERS * self.fontMetrics().averageCharWidth())
        self.page = GuidePage(self)
        self._assemble()
        self.list.currentRowChanged.connect(self._show)
        self.page.anchorClicked.connect(self._follow)
        self.search.returnPressed.connect(self.find_next)
        self.search.textEdited.connect(self.told.hide)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence.StandardKey.ZoomIn, self, self.page.zoomIn)
        QShortcut(QKeySequence.StandardKey.ZoomOut, self, self.page.zoomOut)
        self.list.setCurrentRow(0)
        self.page.setFocus()
        resize_within_screen(self, *_SIZE_PX)

    def _assemble(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.search)
        side.addWidget(self.told)
        side.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.addLayout(side)
        row.addWidget(self.page, 1)

    def _show(self, row: int) -> None:
        chapter = self._chapters[row]
        self.page.setAccessibleName(chapter.title)
        self.page.show_text(chapter.text, self._folder)

    def _follow(self, link: QUrl) -> None:
        """Go to the chapter that a link names; links lead nowhere else."""
        self.list.setCurrentRow(CHAPTERS.index(Path(link.path()).stem))

    def find_next(self) -> None:
        """Go to the next place with the words of the search, over all chapters and round again."""
        words = self.search.text().strip()
        if not words or self.page.find(words):
            return
        count = len(self._chapters)
        for row in (*range(self.list.currentRow() + 1, count), *range(self.list.currentRow() + 1)):
            if words.casefold() in self._chapters[row].text.casefold():
                self.list.setCurrentRow(row)
                self.page.moveCursor(QTextCursor.MoveOperation.Start)
                if self.page.find(words):
                    return
        self.told.setText(_("Not in the guide: {words}").format(words=words))
        self.told.show()
