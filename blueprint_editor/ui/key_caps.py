"""Keys as they look on a keyboard, painted beside what they do."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

_PADDING_PX, _GAP_PX = 6.0, 3.0
_RADIUS = 4.0


def split_keys(text: str) -> list[str]:
    """Return the caps of keys such as ``Ctrl+Shift++``."""
    if not text:
        return []
    if text.endswith("++"):
        return [*split_keys(text[:-2]), "+"]
    # One of several keys, such as ``+ −``, that do much the same.
    return [text] if text == "+" or text.startswith("+ ") else text.split("+")


def measure_keys(text: str, font: QFont) -> float:
    """Return how wide the caps are, in px."""
    metrics = QFontMetricsF(font)
    caps = split_keys(text)
    widths = [_measure_cap(cap, metrics) for cap in caps]
    return sum(widths) + _GAP_PX * max(0, len(caps) - 1)


def _measure_cap(cap: str, metrics: QFontMetricsF) -> float:
    return max(metrics.horizontalAdvance(cap) + 2 * _PADDING_PX, metrics.height() + 2)


def paint_keys(
    painter: QPainter, at: QPointF, text: str, font: QFont, colours: dict[str, QColor]
) -> None:
    """Paint caps from a point at their left, in the middle of their height."""
    metrics = QFontMetricsF(font)
    height = metrics.height() + 3
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    x = at.x()
    for cap in split_keys(text):
        box = QRectF(x, at.y() - height / 2, _measure_cap(cap, metrics), height)
        painter.setPen(QPen(colours["edge"], 1.0))
        painter.setBrush(colours["side"])
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(colours["quiet"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
        x += box.width() + _GAP_PX
    painter.restore()
