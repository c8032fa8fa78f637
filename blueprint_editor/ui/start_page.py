"""The start page: files used last, templates and samples as pictures; knows no document.

It is the first thing that most people see, so it imports no more than it shows.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.ui.drop_cover import DropCover
from blueprint_editor.ui.file_dialogs import ask_for_files
from blueprint_editor.ui.look import find_colours, is_dark, make_bar_rules, paint_colours
from blueprint_editor.ui.moments import tell_moment
from blueprint_editor.ui.shell import Preview, Previewer, Shell
from blueprint_editor.ui.start_section import LanguageSwitch, Section
from blueprint_editor.ui.start_side import StartSide
from blueprint_editor.ui.start_tiles import Tile, find_neighbour
from blueprint_editor.ui.tab_order import follow_layout

if TYPE_CHECKING:
    from blueprint_editor.ui.notice_bar import NoticeStack

_FIRST_SIZE_PX = (1240, 800)
_MARGIN_PX = 40
_MOST_RECENT_SHOWN = 6
_STYLE = """
StartPage, QWidget#page {{ background: {surface}; }}
QFrame#side {{ background: {side}; border: none; border-right: 1px solid {edge}; }}
QLabel {{ color: {text}; background: transparent; }}
QLabel#brand {{ font-size: {large}pt; font-weight: 600; }}
QLabel#heading {{ font-size: {large}pt; font-weight: 600; }}
QLabel#quiet {{ color: {quiet}; }}
QFrame#side QPushButton {{ color: {text}; background: {surface}; border: 1px solid {field_edge};
  border-radius: 6px; padding: 8px 12px; text-align: left; }}
QFrame#side QPushButton:hover {{ background: {hover}; }}
QFrame#side QPushButton#primary {{ color: {primary_text}; background: {primary};
  border-color: {primary}; font-weight: 600; }}
QFrame#side QPushButton#primary:hover {{ background: {primary_hover}; }}
QFrame#side QPushButton:focus {{ border: 2px solid {focus}; padding: 7px 11px; }}
QFrame#side QPushButton#primary:focus {{ border: 2px solid {focus}; padding: 7px 11px; }}
QFrame#side QToolButton, QToolButton#switch {{ color: {text}; background: transparent;
  border: 2px solid transparent; border-radius: 6px; padding: 6px 8px; text-align: left; }}
QFrame#side QToolButton:hover, QToolButton#switch:hover {{ background: {hover}; }}
QFrame#side QToolButton:focus, QToolButton#switch:focus {{ border-color: {focus}; }}
QFrame#side QToolButton::menu-indicator {{ image: none; }}
QToolButton#switch {{ color: {quiet}; padding: 4px 8px; }}
QToolButton#switch:checked {{ color: {text}; background: {selected}; }}
"""


class StartPage(QWidget):
    """A window of its own; the program closes it when a document is open.

    Signals:
        closed: the window was closed.
    """

    closed = Signal()

    def __init__(self, shell: Shell, previews: Previewer) -> None:
        super().__init__()
        self._shell = shell
        self._previews = previews
        self._is_dark = False
        self._is_painted = False
        self._pictureless: list[Path] = []
        self._folders: dict[Path, str] = {}
        self.recent = Section(_("Continue where you left off"))
        self.templates = Section(
            _("Start from a template"),
            _("A template asks the questions. Write your answers in their place."),
        )
        self.samples = Section(
            _("Look at a sample"),
            _("Finished blueprints to read and to change. The samples stay as they are."),
        )
        self.sections = (self.recent, self.templates, self.samples)
        self.side = StartSide(
            [
                (_("Recent Files"), "recent", partial(self._go_to, self.recent)),
                (_("Templates"), "template", partial(self._go_to, self.templates)),
                (_("Samples"), "sample", partial(self._go_to, self.samples)),
            ],
            self,
        )
        self._page = QWidget()
        self._scroll = QScrollArea()
        self._right = QVBoxLayout()
        self._cover = DropCover(self, lambda files: shell.open_files(files, self))
        self.setWindowTitle(f"{_('Start')} – {_('Blueprint Editor')}")
        self.resize(*_FIRST_SIZE_PX)
        self._assemble()
        self._connect()
        self._take_theme()
        self.show_entries()

    def _assemble(self) -> None:
        self._page.setObjectName("page")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_MARGIN_PX, 32, _MARGIN_PX, 40)
        column.setSpacing(36)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        self._right.setSpacing(0)
        self._right.addWidget(self._scroll, 1)
        row.addLayout(self._right, 1)

    def _connect(self) -> None:
        shell = self._shell
        switch = LanguageSwitch(current_language())
        switch.chosen.connect(self._show_templates)
        self.templates.head.addWidget(switch)
        self.side.new_asked.connect(self._make_empty)
        self.side.open_asked.connect(self._ask_for_files)
        self.side.guide_asked.connect(lambda: shell.dialogs.show_guide(self))
        self.side.settings_asked.connect(lambda: shell.dialogs.show_settings(self))
        self.side.language_chosen.connect(shell.preferences.choose_language)
        self.recent.chosen.connect(lambda path: shell.open_files([path], self))
        self.templates.chosen.connect(lambda path: shell.open_template(path, self))
        self.samples.chosen.connect(lambda path: shell.open_sample(path, self))
        self._previews.made.connect(self._show_preview)
        self._add_key("Ctrl+N", self._make_empty)
        self._add_key("Ctrl+O", self._ask_for_files)
        self._add_key("Ctrl+W", self.close)
        self._add_key("Ctrl+,", lambda: shell.dialogs.show_settings(self))
        self._add_key("F1", lambda: shell.dialogs.show_guide(self))
        self._add_key("Ctrl+F1", lambda: shell.dialogs.show_keys(self))
        self._add_key("Ctrl+Q", shell.quit)

    def _add_key(self, keys: str, run: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(run)
        self.addAction(action)

    def show_entries(self) -> None:
        """Show what there is now; pictures come later, from another thread."""
        recent = self._shell.offers.list_recent()[:_MOST_RECENT_SHOWN]
        self._folders = {entry.path: entry.detail for entry in recent}
        tiles = list(self.recent.show_entries(recent))
        for tile in tiles:
            tile.menu_asked.connect(lambda at, tile=tile: self._show_menu(tile, at))
            tile.removal_asked.connect(lambda tile=tile: self._forget(tile))
            tile.setToolTip(str(tile.entry.path))
        tiles += self.templates.show_entries(self._shell.offers.list_templates(current_language()))
        tiles += self.samples.show_entries(self._shell.offers.list_samples())
        self._take_tiles(tiles)
        self.side.jump_buttons[0].setVisible(bool(recent))

    def _show_templates(self, language: str) -> None:
        self._take_tiles(self.templates.show_entries(self._shell.offers.list_templates(language)))

    def _take_tiles(self, tiles: Sequence[Tile]) -> None:
        for tile in tiles:
            tile.moved.connect(lambda x, y, tile=tile: self._move(tile, x, y))
            tile.reached.connect(lambda tile=tile: self._scroll.ensureWidgetVisible(tile, 0, 48))
        self._pictureless += [tile.entry.path for tile in tiles]
        if self._is_painted:
            self._ask_for_pictures()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # After the first paint, which waits for no picture.
            QTimer.singleShot(0, self, self._ask_for_pictures)

    def _ask_for_pictures(self) -> None:
        wanted, self._pictureless = self._pictureless, []
        self._previews.request(wanted)

    @cached_property
    def notices(self) -> "NoticeStack":
        """The bars above the page, made when there is something to tell."""
        from blueprint_editor.ui.notice_bar import NoticeStack  # noqa: PLC0415

        made = NoticeStack()
        self._right.insertWidget(0, made)
        return made

    def list_tiles(self) -> list[Tile]:
        """Return the tiles in the order of the page."""
        return [tile for section in self.sections for tile in section.grid.tiles]

    def _show_preview(self, path: Path, preview: Preview) -> None:
        for tile in self.list_tiles():
            if tile.entry.path == path:
                tile.show_preview(preview, self._describe(tile, preview))

    def _describe(self, tile: Tile, preview: Preview) -> str:
        folder = self._folders.get(tile.entry.path)
        if folder is None:
            return tile.entry.detail
        if preview.is_missing:
            return _("The file is not there any more")
        return f"{folder} · {tell_moment(preview.modified)}" if preview.modified else folder

    def _move(self, tile: Tile, x: int, y: int) -> None:
        found = find_neighbour(self.list_tiles(), tile, x, y)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, section: Section) -> None:
        top = section.mapTo(self._page, QPoint(0, 0)).y()
        section.grid.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(top - 24)

    def _make_empty(self) -> None:
        empty = self._shell.offers.list_templates(current_language())[0]
        self._shell.open_template(empty.path, self)

    def _ask_for_files(self) -> None:
        folder = self._shell.offers.find_folder()
        ask_for_files(self, folder, lambda paths: self._shell.open_files(paths, self))

    def _show_menu(self, tile: Tile, at: QPoint) -> None:
        path = tile.entry.path
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), lambda: self._shell.open_files([path], self))
        menu.addAction(_("Show in Folder"), lambda: _open_elsewhere(path.parent))
        menu.addSeparator()
        menu.addAction(_("Remove from the List"), lambda: self._forget(tile))
        menu.popup(at)

    def _forget(self, tile: Tile) -> None:
        place = self.recent.grid.tiles.index(tile)
        self._shell.offers.forget_file(tile.entry.path)
        self.show_entries()
        left = self.recent.grid.tiles or self.templates.grid.tiles
        left[min(place, len(left) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go as the eye goes: tiles come and go, and each section lets Tab in at one of them."""
        follow_layout(self)
        return super().focusNextPrevChild(is_next)

    def _take_theme(self) -> None:
        self._is_dark = is_dark()
        large = round(self.font().pointSizeF() * 1.5, 1)
        colours = find_colours(dark=self._is_dark)
        self.setStyleSheet(_STYLE.format(**colours, large=large) + make_bar_rules(colours))
        self.side.take_colours(paint_colours())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and is_dark() != self._is_dark:
            self._take_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.list_tiles()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._previews.stop()
        super().closeEvent(event)
        self.closed.emit()


def _open_elsewhere(path: Path) -> None:
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not for the first paint

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
