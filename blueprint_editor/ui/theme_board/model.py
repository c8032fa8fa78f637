"""The theme board for a table view: a heading for each theme, below it a line to each entry."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.themes import THEME_COLUMNS, Theme, ThemeColumn, ThemeEntry

COLUMN_NAMES: Final[dict[ThemeColumn, str]] = {
    "unsorted": msgid("Not sorted"),
    "need": msgid("Needs"),
    "idea": msgid("Ideas"),
    "practice": msgid("Good practices"),
    "card": msgid("Cards on the path"),
}
_Index = QModelIndex | QPersistentModelIndex


class Place(NamedTuple):
    """What a cell of the table stands for.

    Attributes:
        theme: None below the last heading, where a new theme can be typed.
        column: None on a heading.
        entry: None where one can be typed.
    """

    theme: Theme | None
    column: ThemeColumn | None = None
    entry: ThemeEntry | None = None

    @property
    def record(self) -> str | None:
        """The id of what stands there: a note, mark, card or tag."""
        if self.entry is not None:
            return self.entry.record
        is_heading = self.theme is not None and self.column is None
        return self.theme.tag if self.theme is not None and is_heading else None


class ThemeModel(QAbstractTableModel):
    """Below each theme's entries stays an empty line. ``write`` is asked to set a text."""

    def __init__(self, write: Callable[[Place, str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._lines: list[tuple[Theme | None, int]] = []

    def show_themes(self, themes: tuple[Theme, ...]) -> bool:
        """Show the board; returns whether anything is another."""
        lines: list[tuple[Theme | None, int]] = [
            (theme, number) for theme in themes for number in range(-1, theme.height + 1)
        ]
        lines.append((None, -1))
        if lines == self._lines:
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def list_headings(self) -> list[int]:
        """Return the rows that are headings."""
        return [row for row, (_theme, number) in enumerate(self._lines) if number < 0]

    def place_at(self, index: _Index) -> Place:
        theme, number = self._lines[index.row()]
        if theme is None or number < 0:
            return Place(theme)
        column = THEME_COLUMNS[index.column()]
        own = theme.columns[column]
        return Place(theme, column, own[number] if number < len(own) else None)

    def find_indexes(self, record: str) -> list[QModelIndex]:
        """Return where a record stands; in several themes where it has several tags."""
        every = (
            self.index(row, column)
            for row in range(self.rowCount())
            for column in range(self.columnCount() if self._lines[row][1] >= 0 else 1)
        )
        return [index for index in every if self.place_at(index).record == record]

    def find_blank(self, theme: str | None, column: ThemeColumn) -> QModelIndex:
        """Return where the next entry of a theme can be typed."""
        for row, (own, number) in enumerate(self._lines):
            if own is not None and own.tag == theme and number == len(own.columns[column]):
                return self.index(row, THEME_COLUMNS.index(column))
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(THEME_COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        place = self.place_at(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_named = place.theme is None or place.theme.tag is not None
        if (place.column is None and is_named) or place.entry or place.column not in {None, "card"}:
            flags |= Qt.ItemFlag.ItemIsEditable
        if place.entry is not None and place.entry.collection != "marks":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if place.theme is not None else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self.place_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _tell(place)
            case Qt.ItemDataRole.EditRole:
                return _find_text(place)
            case Qt.ItemDataRole.FontRole if place.column is None:
                font = QFont()
                font.setBold(place.theme is not None)
                font.setItalic(place.theme is None)
                return font
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _tell_in_full(place)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMN_NAMES[THEME_COLUMNS[section]])
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip()
        place = self.place_at(index)
        if role != Qt.ItemDataRole.EditRole or not text or text == _find_text(place):
            return False
        return self._write(place, text)


def name_theme(theme: Theme) -> str:
    """Return what a row is called."""
    return theme.name if theme.tag is not None else _("Without a theme")


def _find_text(place: Place) -> str:
    """Return what is edited, on one line."""
    text = place.entry.text if place.entry is not None else ""
    if place.column is None and place.theme is not None:
        text = name_theme(place.theme)
    return " ".join(text.split())


def _tell(place: Place) -> str:
    if place.theme is None:
        return _("New theme…")
    entry = place.entry
    if entry is None:
        return _find_text(place)
    times = f"×\u00a0{entry.times}" if entry.times > 1 else ""
    return "  ".join(filter(None, (entry.code, _find_text(place), times)))


def _tell_in_full(place: Place) -> str:
    """Return a cell as it is read out."""
    if place.theme is None or place.column is None:
        return _tell(place)
    column = _(COLUMN_NAMES[place.column])
    return f"{name_theme(place.theme)}, {column}: {_tell(place)}"
