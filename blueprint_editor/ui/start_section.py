"""One section of the start page: a heading, a line that explains it, and tiles."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from blueprint_editor.language.texts import LANGUAGE_NAMES, _
from blueprint_editor.ui.shell import Entry
from blueprint_editor.ui.start_tiles import Tile, TileGrid


class Section(QWidget):
    """Tiles under a heading; hidden while there are none.

    Signals:
        chosen: a tile was taken; carries its path.
    """

    chosen = Signal(object)

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.grid = TileGrid()
        self.grid.setAccessibleName(title)
        heading = QLabel(title)
        heading.setObjectName("heading")
        self.head = QHBoxLayout()
        self.head.addWidget(heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.head)
        if hint:
            line = QLabel(hint)
            line.setObjectName("quiet")
            line.setWordWrap(True)
            layout.addWidget(line)
        layout.addSpacing(10)
        layout.addWidget(self.grid)

    def show_entries(self, entries: Sequence[Entry]) -> list[Tile]:
        """Show other tiles and return them."""
        tiles = self.grid.set_tiles(entries)
        for tile in tiles:
            path = tile.entry.path
            tile.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
        self.setVisible(bool(tiles))
        return tiles


class LanguageSwitch(QWidget):
    """Chooses one of the interface's languages for something else than the interface.

    Signals:
        chosen: another language; carries its tag.
    """

    chosen = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setAccessibleName(_("Language of the templates"))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for tag, name in LANGUAGE_NAMES.items():
            button = QToolButton()
            button.setText(name)
            button.setObjectName("switch")
            button.setCheckable(True)
            button.setChecked(tag == language)
            button.clicked.connect(lambda _checked=False, tag=tag: self.chosen.emit(tag))
            group.addButton(button)
            row.addWidget(button)
