"""The lines of the palette: which of them match, best first, and how they look."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.icons import paint_icon
from blueprint_editor.ui.key_caps import measure_keys, paint_keys
from blueprint_editor.ui.look import paint_colours
from blueprint_editor.ui.matching import find_places, fold, rate
from blueprint_editor.ui.palette.entries import PaletteEntry

MOST_SHOWN = 80
ROW_PX = 18
"""Air in a row, above the height of its letters."""
_EDGE_PX, _GAP_PX, _ICON_PX = 14.0, 12.0, 18.0
_RADIUS = 6.0
_LEAST_TITLE_PX = 120.0

_Index = QModelIndex | QPersistentModelIndex


class PaletteRows(QAbstractListModel):
    """The entries that match a query."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[PaletteEntry] = []
        self.words: tuple[str, ...] = ()

    def show(self, entries: Sequence[PaletteEntry], query: str) -> None:
        """Show what matches a query, best first; all in their order for an empty one."""
        self.beginResetModel()
        self.words = tuple(fold(query).split())
        self._shown = find_best(entries, self.words)
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry:
        return self._shown[row]

    def rowCount(self, _parent: _Index | None = None) -> int:
        return len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return describe(entry)
        return None


def find_best(entries: Sequence[PaletteEntry], words: Sequence[str]) -> list[PaletteEntry]:
    """Return the best entries for folded words; all of them, in their order, for none."""
    if not words:
        return list(entries)
    rated = []
    for number, entry in enumerate(entries):
        is_loose = entry.kind != "card"
        rating = rate(words, entry.folded_title, entry.folded_context, is_loose=is_loose)
        if rating >= 0:
            short = 0.0 if entry.kind == "card" else min(len(entry.title), 99) / 100
            rated.append((-(rating + entry.weight - short), number, entry))
    rated.sort(key=lambda item: item[:2])
    return [entry for _rating, _number, entry in rated[:MOST_SHOWN]]


def describe(entry: PaletteEntry) -> str:
    """Return what a screen reader says of an entry."""
    parts = [entry.title, entry.detail, entry.keys]
    if not entry.is_enabled:
        parts.append(_("unavailable"))
    return ", ".join(part for part in parts if part)


class PaletteDelegate(QStyledItemDelegate):
    """Paints icon, title with the letters that were meant, place and keys."""

    def __init__(self, rows: PaletteRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), option.fontMetrics.height() + ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry, colours = self._rows.entry(index.row()), paint_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours["selected"])
            painter.drawRoundedRect(row.adjusted(6, 1, -6, -1), _RADIUS, _RADIUS)
        if not entry.is_enabled:
            painter.setOpacity(0.62)
        left = self._paint_icon(painter, entry, row, colours)
        right = self._paint_right(painter, entry, row, left, option.font, colours)
        self._paint_title(
            painter, entry, QRectF(left, row.top(), right - left, row.height()), option
        )
        painter.restore()

    def _paint_icon(
        self, painter: QPainter, entry: PaletteEntry, row: QRectF, colours: dict[str, QColor]
    ) -> float:
        left = row.left() + _EDGE_PX
        box = QRectF(left, row.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        if entry.is_checked:
            paint_icon(painter, "check", colours["focus"], box)
        elif entry.sign[0]:
            fill, border = entry.sign
            painter.setPen(QPen(QColor(border), 1.4))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 3, 3)
        elif entry.icon:
            paint_icon(painter, entry.icon, colours["quiet"], box)
        return box.right() + _GAP_PX

    def _paint_right(
        self,
        painter: QPainter,
        entry: PaletteEntry,
        row: QRectF,
        left: float,
        font: QFont,
        colours: dict[str, QColor],
    ) -> float:
        """Paint keys and place from the right; return where the title has to end."""
        right = row.right() - _EDGE_PX
        if entry.keys:
            right -= measure_keys(entry.keys, font)
            paint_keys(painter, QPointF(right, row.center().y()), entry.keys, font, colours)
            right -= _GAP_PX
        metrics = QFontMetricsF(font)
        room = right - left - _LEAST_TITLE_PX
        detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, max(room / 2, 0.0))
        width = metrics.horizontalAdvance(detail)
        painter.setFont(font)
        painter.setPen(colours["quiet"])
        box = QRectF(right - width, row.top(), width + 1, row.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, detail)
        return right - width - _GAP_PX

    def _paint_title(
        self, painter: QPainter, entry: PaletteEntry, box: QRectF, option: QStyleOptionViewItem
    ) -> None:
        colours = paint_colours()
        metrics = QFontMetricsF(option.font)
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, box.width())
        meant = find_places(self._rows.words, entry.title)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.Bold)
        painter.setPen(colours["text"])
        x = box.left()
        for text, is_meant in split_runs(title, meant):
            font = strong if is_meant else option.font
            painter.setFont(font)
            painter.drawText(
                QRectF(x, box.top(), box.width(), box.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += QFontMetricsF(font).horizontalAdvance(text)


def split_runs(title: str, meant: frozenset[int]) -> list[tuple[str, bool]]:
    """Return a title in pieces of letters that are meant and that are not."""
    runs: list[tuple[str, bool]] = []
    for place, letter in enumerate(title):
        is_meant = place in meant
        if runs and runs[-1][1] == is_meant:
            runs[-1] = (runs[-1][0] + letter, is_meant)
        else:
            runs.append((letter, is_meant))
    return runs
