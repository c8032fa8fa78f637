"""How a note looks in the strip: a yellow slip with its text, its group and how many say so."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from blueprint_editor.layout.theme import INK, QUIET
from blueprint_editor.model.records import Note
from blueprint_editor.ui.notes.model import NOTE_ROLE

_PAPER, _EDGE = QColor("#FFF3A6"), QColor("#C9A400")
_ACCENT = QColor("#1A56C4")
_WIDTH_LETTERS: Final = 19
_LINES: Final = 4
_PADDING_PX: Final = 8
_BREAK: Final = "\u200b"
"""Between letters: a line may end here."""
_Index = QModelIndex | QPersistentModelIndex


class StickyDelegate(QStyledItemDelegate):
    """Paints notes; all are of one size, in proportion to the person's own font."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        metrics: QFontMetrics = option.fontMetrics
        width = metrics.averageCharWidth() * _WIDTH_LETTERS + 2 * _PADDING_PX
        return QSize(width, metrics.lineSpacing() * (_LINES + 1) + 2 * _PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        note = index.data(NOTE_ROLE)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_current = bool(state & QStyle.StateFlag.State_HasFocus)
        inner = box.adjusted(3, 3, -3, -3)
        painter.setBrush(_PAPER)
        painter.setPen(QPen(_ACCENT, 2.5) if is_chosen or is_current else QPen(_EDGE, 1.0))
        painter.drawRoundedRect(inner, 3, 3)
        self._paint_words(painter, inner, note, font)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, note: Note, font: QFont) -> None:
        area = box.adjusted(_PADDING_PX, _PADDING_PX // 2, -_PADDING_PX, -_PADDING_PX // 2)
        line = QFontMetrics(font).lineSpacing()
        painter.setFont(font)
        painter.setPen(QColor(INK))
        words = QRect(area.x(), area.y(), area.width(), line * _LINES)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.setClipRect(words)
        painter.drawText(words, flags, _cut(note.text, font, words))
        painter.setClipping(False)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        foot = QRect(area.x(), area.bottom() - line + 1, area.width(), line)
        painter.setFont(small)
        painter.setPen(QColor(QUIET))
        centre = Qt.AlignmentFlag.AlignVCenter
        count = f"× {note.count}" if note.count > 1 else ""
        room = foot.width() - QFontMetrics(small).horizontalAdvance(count) - _PADDING_PX
        group = QFontMetrics(small).elidedText(note.group, Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, int(centre | Qt.AlignmentFlag.AlignLeft), group)
        small.setBold(True)
        painter.setFont(small)
        painter.setPen(QColor(INK))
        painter.drawText(foot, int(centre | Qt.AlignmentFlag.AlignRight), count)


def _cut(text: str, font: QFont, box: QRect) -> str:
    """Return as much of a text as its lines hold, with an ellipsis where some is left out."""
    metrics = QFontMetrics(font)
    flags = int(Qt.TextFlag.TextWordWrap)
    wide = QRect(0, 0, box.width(), 100_000)

    def fits(words: str) -> bool:
        room = metrics.boundingRect(wide, flags, words)
        return room.height() <= box.height() and room.width() <= box.width()

    text = " ".join(_part(word, metrics, box.width()) for word in text.split(" "))
    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(f"{text[:middle]}…") else (low, middle - 1)
    return f"{text[:low].rstrip()}…"


def _part(word: str, metrics: QFontMetrics, width: int) -> str:
    """Let a word that is wider than a line go on in the next one, wherever that is."""
    return _BREAK.join(word) if metrics.horizontalAdvance(word) > width else word
