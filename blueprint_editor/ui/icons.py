"""The program's icons: lines drawn in code, in the colour of the text around them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

_GRID = 24.0
"""Icons are drawn on a square of this size."""
_SIZES_PX = (22, 44)
"""As the toolbar shows them, on plain and on fine screens; each size costs start-up time."""
_LINE = 1.7

_LINES: dict[str, tuple[str, ...]] = {
    "open": ("M3 19V5H9L11 8H20V11", "M3 19L6.5 11H22L18.5 19Z"),
    "save": ("M4 4H17L20 7V20H4Z", "M8 4V9H15V4", "M7 20V13H17V20"),
    "card": ("M3 5H21V19H3Z", "M12 9V15", "M9 12H15"),
    "connector": ("M4 18H11V6H20", "M16.5 2.5L20 6L16.5 9.5"),
    "delete": ("M4 7H20", "M9 7V4H15V7", "M6 7L7 20H17L18 7", "M10 11V16", "M14 11V16"),
    "undo": ("M8 5L4 9L8 13", "M4 9H14C17.5 9 20 11.5 20 14.5S17.5 20 14 20H9"),
    "redo": ("M16 5L20 9L16 13", "M20 9H10C6.5 9 4 11.5 4 14.5S6.5 20 10 20H15"),
    "fit": ("M4 9V4H9", "M15 4H20V9", "M20 15V20H15", "M9 20H4V15", "M9 9H15V15H9Z"),
    "width": ("M3 5V19", "M21 5V19", "M6 12H18", "M9 9L6 12L9 15", "M15 9L18 12L15 15"),
    "export": ("M6 9V3H18V9", "M6 17H3V9H21V17H18", "M6 14H18V21H6Z"),
    "close": ("M6 6L18 18", "M18 6L6 18"),
    "minus": ("M6 12H18",),
    "plus": ("M6 12H18", "M12 6V18"),
}


def make_icon(name: str, colour: QColor) -> QIcon:
    """Return an icon with its disabled form.

    Raises:
        KeyError: there is no icon of that name.
    """
    icon = QIcon()
    faded = QColor(colour)
    faded.setAlphaF(0.38)
    path = _make_path(_LINES[name])
    for size_px in _SIZES_PX:
        icon.addPixmap(_paint(path, colour, size_px), QIcon.Mode.Normal)
        icon.addPixmap(_paint(path, faded, size_px), QIcon.Mode.Disabled)
    return icon


def _paint(path: QPainterPath, colour: QColor, size_px: int) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size_px / _GRID, size_px / _GRID)
    pen = QPen(colour, _LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    return pixmap


def _make_path(lines: tuple[str, ...]) -> QPainterPath:
    """Return the path of lines in SVG's notation (absolute M, L, H, V, C, S, Z only)."""
    path = QPainterPath()
    for line in lines:
        _add_line(path, line)
    return path


def _add_line(path: QPainterPath, line: str) -> None:
    control = QPointF()
    for command, numbers in _split(line):
        at = path.currentPosition()
        match command, numbers:
            case "M", [x, y]:
                path.moveTo(x, y)
            case "L", [x, y]:
                path.lineTo(x, y)
            case "H", [x]:
                path.lineTo(x, at.y())
            case "V", [y]:
                path.lineTo(at.x(), y)
            case "C", [x1, y1, x2, y2, x, y]:
                path.cubicTo(x1, y1, x2, y2, x, y)
                control = QPointF(x2, y2)
            case "S", [x2, y2, x, y]:
                mirrored = at * 2 - control
                path.cubicTo(mirrored, QPointF(x2, y2), QPointF(x, y))
                control = QPointF(x2, y2)
            case _:
                path.closeSubpath()


def _split(line: str) -> list[tuple[str, list[float]]]:
    spaced = "".join(f"|{letter} " if letter.isalpha() else letter for letter in line)
    parts = [part.split() for part in spaced.split("|") if part.strip()]
    return [(letter, [float(number) for number in numbers]) for letter, *numbers in parts]


def make_app_icon() -> QIcon:
    """Return the program's own icon: three lanes with cards on a path."""
    icon = QIcon()
    for size_px in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size_px, size_px)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size_px / 64, size_px / 64)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#14263F"))
        painter.drawRoundedRect(QRectF(2, 2, 60, 60), 11, 11)
        for x, y, colour in (
            (10, 11, "#FFE79E"),
            (24, 27, "#CDEBD8"),
            (38, 43, "#CFE1F5"),
        ):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(x, y, 17, 11), 2.5, 2.5)
        painter.setPen(QPen(QColor("white"), 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_make_path(("M27 16H33V27", "M41 32H47V43")))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
