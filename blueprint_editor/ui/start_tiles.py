"""Tiles of the start page: pictures of files with titles, in as many columns as fit."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.ui.icons import paint_icon
from blueprint_editor.ui.look import paint_colours
from blueprint_editor.ui.shell import Entry, Preview

_SMALLEST_WIDTH_PX = 272
_WIDEST_PX = 420
_GAP_X_PX, _GAP_Y_PX = 20, 22
_RING_PX = 3
"""Room around the picture's frame for the ring that shows the keyboard."""
_FRAME_RADIUS = 9.0
_PAPER_MARGIN_PX = 12
_PICTURE_SHAPE = 0.72
"""Height for width of the frame: a landscape paper with ground around it."""
_TEXT_GAP_PX = 10
_LINES_OF_TITLE, _LINES_OF_DETAIL = 2, 4
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Words(NamedTuple):
    """Title and detail, in lines as they are painted."""

    title: Sequence[str]
    detail: Sequence[str]


class Tile(QAbstractButton):
    """One file that is offered; a click, Enter or Space takes it.

    Signals:
        moved: an arrow key was pressed; carries its direction as (x, y).
        reached: the keyboard came here.
        menu_asked: a menu shall open; carries the global point.
        removal_asked: the Delete key was pressed.
    """

    moved = Signal(int, int)
    reached = Signal()
    menu_asked = Signal(QPoint)
    removal_asked = Signal()

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._detail = entry.detail
        self._image: QImage | None = None
        self._pixmap = QPixmap()
        self._is_missing = False
        self._has_no_picture = False
        self._words = _Words((), ())
        self.setAccessibleName(entry.title)
        self.setAccessibleDescription(entry.detail)
        self.setToolTip(entry.title if not entry.detail else f"{entry.title}\n{entry.detail}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty(OWN_MARK, True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    @property
    def detail(self) -> str:
        return self._detail

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def show_preview(self, preview: Preview, detail: str) -> None:
        """Show how the file looks, and what is known of it now."""
        self._image = preview.image
        self._pixmap = QPixmap()
        self._is_missing = preview.is_missing
        self._has_no_picture = preview.image is None
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.set_words_width(self.width())
        self.update()

    def set_words_width(self, width_px: int) -> tuple[int, int]:
        """Set the texts for a width; return how many lines title and detail take."""
        room = width_px - 2 * _RING_PX
        self._words = _Words(
            break_lines(self.entry.title, self._title_font(), room, _LINES_OF_TITLE),
            break_lines(self._detail, self.font(), room, _LINES_OF_DETAIL),
        )
        return len(self._words.title), len(self._words.detail)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _frame(self) -> QRectF:
        width = self.width() - 2 * _RING_PX
        return QRectF(_RING_PX, _RING_PX, width, round(width * _PICTURE_SHAPE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, frame = paint_colours(), self._frame()
        is_hot = self.underMouse() or self.isDown()
        painter.setPen(QPen(colours["field_edge" if is_hot else "edge"], 1.0))
        painter.setBrush(colours["hover" if is_hot else "ground"])
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _FRAME_RADIUS, _FRAME_RADIUS)
        if self._has_no_picture:
            side = frame.height() * 0.3
            box = QRectF(0, 0, side, side)
            box.moveCenter(frame.center())
            paint_icon(painter, "missing", colours["faint"], box)
        else:
            self._paint_paper(painter, frame)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours["focus"], 2.0))
            ring = frame.adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(ring, _FRAME_RADIUS + 2, _FRAME_RADIUS + 2)
        self._paint_words(painter, round(frame.bottom()) + _TEXT_GAP_PX, colours)

    def _paint_paper(self, painter: QPainter, frame: QRectF) -> None:
        room = frame.adjusted(*[_PAPER_MARGIN_PX] * 2, *[-_PAPER_MARGIN_PX] * 2)
        ratio = self.devicePixelRatio()
        if self._image is not None and self._pixmap.isNull():
            wanted = (room.size() * ratio).toSize()
            kept = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._pixmap = QPixmap.fromImage(self._image.scaled(wanted, kept, smooth))
            self._pixmap.setDevicePixelRatio(ratio)
        size = self._pixmap.deviceIndependentSize() if self._image is not None else room.size()
        paper = QRectF(0, 0, size.width(), size.height())
        paper.moveCenter(room.center())
        for distance in range(1, 5):
            painter.setPen(QPen(QColor(10, 20, 35, 26 - 6 * distance), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(paper.adjusted(*[0.5 - distance] * 2, *[distance - 0.5] * 2))
        painter.fillRect(paper, QColor("white"))
        if self._image is not None:
            painter.drawPixmap(paper.topLeft(), self._pixmap)

    def _paint_words(self, painter: QPainter, top: int, colours: dict[str, QColor]) -> None:
        top = self._paint_lines(
            painter, self._words.title, self._title_font(), colours["text"], top
        )
        quiet = colours["warn" if self._is_missing else "quiet"]
        self._paint_lines(painter, self._words.detail, self.font(), quiet, top + 2)

    def _paint_lines(
        self, painter: QPainter, lines: Sequence[str], font: QFont, colour: QColor, top: int
    ) -> int:
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetrics(font)
        for line in lines:
            painter.drawText(_RING_PX, top + metrics.ascent(), line)
            top += metrics.lineSpacing()
        return top

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            self.moved.emit(*arrow)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pixmap = QPixmap()

    def sizeHint(self) -> QSize:
        return QSize(_SMALLEST_WIDTH_PX, round(_SMALLEST_WIDTH_PX * _PICTURE_SHAPE))


class TileGrid(QWidget):
    """Tiles in rows; one of them is where Tab comes in, arrows lead on from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []

    def set_tiles(self, entries: Sequence[Entry]) -> list[Tile]:
        """Show other entries; return their tiles."""
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = [Tile(entry, self) for entry in entries]
        for tile in self.tiles:
            tile.reached.connect(lambda tile=tile: self._let_tab_in(tile))
            tile.show()
        if self.tiles:
            self._let_tab_in(self.tiles[0])
        self.place()
        return self.tiles

    def _let_tab_in(self, current: Tile) -> None:
        for tile in self.tiles:
            is_current = tile is current
            tile.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
            )

    def place(self) -> None:
        """Lay the tiles out in the width that there is."""
        room = self.width()
        columns = max(1, (room + _GAP_X_PX) // (_SMALLEST_WIDTH_PX + _GAP_X_PX))
        width = min((room - (columns - 1) * _GAP_X_PX) // columns, _WIDEST_PX)
        lines = [tile.set_words_width(width) for tile in self.tiles]
        metrics, words = QFontMetrics(self.font()), 0
        if lines:
            title, detail = (max(counts) for counts in zip(*lines, strict=True))
            words = (title + detail) * metrics.lineSpacing() + 2
        frame = round((width - 2 * _RING_PX) * _PICTURE_SHAPE) + 2 * _RING_PX
        height = frame + _TEXT_GAP_PX + words
        for number, tile in enumerate(self.tiles):
            row, column = divmod(number, columns)
            x, y = column * (width + _GAP_X_PX), row * (height + _GAP_Y_PX)
            tile.setGeometry(QRect(x, y, width, height))
        rows = -(-len(self.tiles) // columns)
        self.setFixedHeight(max(0, rows * (height + _GAP_Y_PX) - _GAP_Y_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()


def break_lines(text: str, font: QFont, width_px: float, most: int) -> Sequence[str]:
    """Return a text in at most so many lines; the last one ends in an ellipsis if more follows."""
    if not text:
        return ()
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width_px, 1.0))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :]
        lines[most - 1 :] = [
            QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width_px))
        ]
    return lines


def find_neighbour(tiles: Sequence[Tile], current: Tile, x: int, y: int) -> Tile | None:
    """Return the next tile in a direction, over the whole page; None at its edge."""
    here = current.mapToGlobal(current.rect().center())
    best, least = None, 0.0
    for tile in tiles:
        there = tile.mapToGlobal(tile.rect().center()) - here
        along = there.x() * x + there.y() * y
        across = abs(there.x() * y + there.y() * x)
        if along <= 0 or (x and across > current.height() / 2):
            continue
        cost = along + across * 0.2
        if best is None or cost < least:
            best, least = tile, cost
    return best
