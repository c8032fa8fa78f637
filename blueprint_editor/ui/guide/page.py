"""Shows one chapter: Markdown, set for reading, with pictures as wide as there is room."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

_LINE_HEIGHT: Final = 140.0
"""Per cent of the letters' height."""
_ROOM_PX: Final = {0: (0, 10), 1: (4, 14), 2: (22, 8), 3: (14, 6)}
"""Room above and below a paragraph (0) and a heading of a level, in px."""
_MARGIN_PX: Final = 28
_CELL_PX: Final = 6
_INDENT_PX: Final = 20
_SHARE_OF_LETTERS: Final = 1.1
"""Text to read is a little larger than the words of the program."""
_SHARE_OF_HEADING: Final = {1: 1.7, 2: 1.25, 3: 1.1}
_IMAGE: Final = QTextDocument.ResourceType.ImageResource
_KEEP_SHAPE: Final = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
_ANY_PX: Final = 100_000
_LINE_LETTERS: Final = 96
"""A line is not longer than so many letters; a picture is not wider than a line."""


class GuidePage(QTextBrowser):
    """A read-only page; what a click on a link means is decided outside (``anchorClicked``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.document().setIndentWidth(_INDENT_PX)
        letters = self.font()
        letters.setPointSizeF(letters.pointSizeF() * _SHARE_OF_LETTERS)
        self.setFont(letters)
        self._folder = Path()
        self._images: dict[str, QImage] = {}

    def show_text(self, text: str, folder: Path) -> None:
        """Show Markdown from its beginning; ``folder`` holds its pictures."""
        self._folder = folder
        self._images.clear()
        self.document().setMarkdown(text)
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Read a picture that lies beside the text, and nothing else."""
        return self._find_image(QUrl(name).fileName()) if kind == _IMAGE.value else None

    def _find_image(self, name: str) -> QImage | None:
        """Return a picture as it is kept; read once for a chapter, however often it is scaled."""
        if name not in self._images:
            self._images[name] = QImageReader(str(self._folder / name)).read()
        image = self._images[name]
        return None if image.isNull() else image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_pictures()

    def _set(self) -> None:
        for block in _list_blocks(self.document()):
            self._set_block(block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format().toTableFormat()
                shape.setCellPadding(_CELL_PX)
                shape.setBorderCollapse(True)
                frame.setFormat(shape)
        self._set_pictures()

    def _set_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        level = shape.headingLevel()
        above, below = _ROOM_PX[min(level, 3)]
        if block.textList() is not None:
            is_last = block.next().textList() is not block.textList()
            above, below = 0, _ROOM_PX[0][1] if is_last else 4
        if cursor.currentTable() is not None:
            above, below = 0, 0
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        is_picture = any(part.isImageFormat() for _place, part in _list_places(block))
        shape.setLineHeight(_find_line_height(level, is_picture=is_picture), height.value)
        cursor.setBlockFormat(shape)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = cursor.charFormat()
            # The size that Markdown gives a heading stands in its way.
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            letters.setFontPointSize(self.font().pointSizeF() * _SHARE_OF_HEADING[min(level, 3)])
            letters.setFontWeight(QFont.Weight.DemiBold)
            cursor.setCharFormat(letters)

    def _set_pictures(self) -> None:
        line = _LINE_LETTERS * self.fontMetrics().averageCharWidth()
        widest = min(self.viewport().width() - 2 * _MARGIN_PX, line)
        # Words keep to the line's length; what is left of a wide window stays free.
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setRightMargin(max(self.viewport().width() - widest - _MARGIN_PX, _MARGIN_PX))
        frame.setFrameFormat(shape)
        for position, picture in _list_pictures(self.document()):
            image = self._find_image(QUrl(picture.name()).fileName())
            if image is None:
                continue
            size = image.size().scaled(min(image.width(), widest), _ANY_PX, _KEEP_SHAPE)
            ratio = self.devicePixelRatioF()
            # Qt's text would leave pixels out where it makes a picture smaller.
            small = image.scaled(size * ratio, _KEEP_SHAPE, _SMOOTH)
            small.setDevicePixelRatio(ratio)
            self.document().addResource(_IMAGE.value, QUrl(picture.name()), small)
            picture.setWidth(size.width())
            picture.setHeight(size.height())
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(picture)


def _list_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _find_line_height(level: int, *, is_picture: bool) -> float:
    """Return the height of the lines of a paragraph, in per cent of what stands in them."""
    return 100.0 if is_picture else 115.0 if level else _LINE_HEIGHT


def _list_places(block: QTextBlock) -> Iterator[tuple[int, QTextCharFormat]]:
    """Yield where each part of a paragraph begins, and its format."""
    parts = block.begin()
    while not parts.atEnd():
        yield parts.fragment().position(), parts.fragment().charFormat()
        parts += 1


def _list_pictures(document: QTextDocument) -> list[tuple[int, QTextImageFormat]]:
    """Return where each picture stands, and its format."""
    return [
        (position, shape.toImageFormat())
        for block in _list_blocks(document)
        for position, shape in _list_places(block)
        if shape.isImageFormat()
    ]
