"""The program's icons: lines drawn in code, in the colour of the text around them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

_GRID = 24.0
"""Icons are drawn on a square of this size."""
ICON_PX = 22
"""As the toolbar shows them, in the screen's own units."""
_LINE = 1.7
_LINE_OF_SMALL = 1.9
"""Small icons have a heavier line on the grid, so that it stays one on the screen."""

_LINES: dict[str, tuple[str, ...]] = {
    "open": ("M3 19V5H9L11 8H20V11", "M3 19L6.5 11H22L18.5 19Z"),
    "save": ("M4 4H17L20 7V20H4Z", "M8 4V9H15V4", "M7 20V13H17V20"),
    "card": ("M3 5H21V19H3Z", "M12 9V15", "M9 12H15"),
    "connector": ("M4 18H11V6H20", "M16.5 2.5L20 6L16.5 9.5"),
    "step": ("M4 4V20", "M10 4V20", "M17.5 8V16", "M13.5 12H21.5"),
    "delete": ("M4 7H20", "M9 7V4H15V7", "M6 7L7 20H17L18 7", "M10 11V16", "M14 11V16"),
    "undo": ("M8 5L4 9L8 13", "M4 9H14C17.5 9 20 11.5 20 14.5S17.5 20 14 20H9"),
    "redo": ("M16 5L20 9L16 13", "M20 9H10C6.5 9 4 11.5 4 14.5S6.5 20 10 20H15"),
    "fit": ("M4 9V4H9", "M15 4H20V9", "M20 15V20H15", "M9 20H4V15", "M9 9H15V15H9Z"),
    "width": ("M3 5V19", "M21 5V19", "M6 12H18", "M9 9L6 12L9 15", "M15 9L18 12L15 15"),
    "export": ("M6 9V3H18V9", "M6 17H3V9H21V17H18", "M6 14H18V21H6Z"),
    "close": ("M6 6L18 18", "M18 6L6 18"),
    "filter": ("M4 5H20L14 12.5V19.5L10 17V12.5Z",),
    "present": ("M3 4H21", "M5 4V15H19V4", "M12 15V18", "M8 20.5L12 17.5L16 20.5"),
    "left": ("M15 5L8 12L15 19",),
    "right": ("M9 5L16 12L9 19",),
    "minus": ("M6 12H18",),
    "plus": ("M6 12H18", "M12 6V18"),
    "new": ("M14 3H6V21H18V7L14 3V7H18", "M12 11V17", "M9 14H15"),
    "recent": (
        "M3.5 12C3.5 7.3 7.3 3.5 12 3.5S20.5 7.3 20.5 12S16.7 20.5 12 20.5S3.5 16.7 3.5 12Z",
        "M12 7.5V12L15 14",
    ),
    "template": ("M3.5 5H20.5V19H3.5Z", "M3.5 10H20.5", "M9 10V19", "M9 14.5H20.5"),
    "sample": ("M4 6H11C11.6 6 12 6.4 12 7V20", "M20 6H13C12.4 6 12 6.4 12 7", "M4 6V18H20V6"),
    "settings": (
        "M3.5 8H11",
        "M17 8H20.5",
        "M11 8C11 6.3 12.3 5 14 5S17 6.3 17 8S15.7 11 14 11S11 9.7 11 8Z",
        "M3.5 16H7",
        "M13 16H20.5",
        "M7 16C7 14.3 8.3 13 10 13S13 14.3 13 16S11.7 19 10 19S7 17.7 7 16Z",
    ),
    "keyboard": (
        "M2.5 6.5H21.5V17.5H2.5Z",
        "M6 10H6.4",
        "M9.8 10H10.2",
        "M13.8 10H14.2",
        "M17.6 10H18",
        "M8 14H16",
    ),
    "language": (
        "M3.5 12C3.5 7.3 7.3 3.5 12 3.5S20.5 7.3 20.5 12S16.7 20.5 12 20.5S3.5 16.7 3.5 12Z",
        "M3.5 12H20.5",
        "M12 3.5C9.5 6 8.3 9 8.3 12S9.5 18 12 20.5",
        "M12 3.5C14.5 6 15.7 9 15.7 12S14.5 18 12 20.5",
    ),
    "search": (
        "M4 10.5C4 6.9 6.9 4 10.5 4S17 6.9 17 10.5S14.1 17 10.5 17S4 14.1 4 10.5Z",
        "M15.2 15.2L20 20",
    ),
    "guide": (
        "M12 7C10 5.3 7.5 4.8 3.5 5V18.5C7.5 18.3 10 18.8 12 20.5",
        "M12 7C14 5.3 16.5 4.8 20.5 5V18.5C16.5 18.3 14 18.8 12 20.5",
        "M12 7V20.5",
    ),
    "check": ("M5 12.5L10 17.5L19.5 7",),
    "lane": ("M3.5 5H20.5", "M3.5 12H13", "M3.5 19H20.5", "M17.5 8.5V15.5", "M14 12H21"),
    "phase": ("M3.5 7H16L20.5 12L16 17H3.5L8 12Z",),
    "error": (
        "M3.5 12C3.5 7.3 7.3 3.5 12 3.5S20.5 7.3 20.5 12S16.7 20.5 12 20.5S3.5 16.7 3.5 12Z",
        "M9 9L15 15",
        "M15 9L9 15",
    ),
    "warning": ("M12 4L21 20H3Z", "M12 10V14.5", "M12 17.2V17.4"),
    "hint": (
        "M9 17C9 15 6.5 13.5 6.5 10C6.5 7 9 4.5 12 4.5S17.5 7 17.5 10C17.5 13.5 15 15 15 17Z",
        "M9.5 20H14.5",
    ),
    "layout": (
        "M3 9H9V14H3Z",
        "M15 3.5H21V8.5H15Z",
        "M15 15.5H21V20.5H15Z",
        "M9 10.5L15 6.5",
        "M9 12.5L15 17.5",
    ),
    "missing": ("M6 3H14L18 7V21H6Z", "M9.5 11L14.5 16", "M14.5 11L9.5 16"),
}


def make_icon(
    name: str, colour: QColor, size_px: int = ICON_PX, ratio: float = 1.0, gap_px: int = 0
) -> QIcon:
    """Return an icon with its disabled form.

    Args:
        name: of the icon.
        colour: of its lines.
        size_px: its size in the screen's own units.
        ratio: device pixels for each of them; painted for another one, lines would blur.
        gap_px: free room at the right, where a button's text would stand too near.

    Raises:
        KeyError: there is no icon of that name.
    """
    icon = QIcon()
    faded = QColor(colour)
    faded.setAlphaF(0.38)
    path = _make_path(_LINES[name])
    icon.addPixmap(_paint(path, colour, size_px, ratio, gap_px), QIcon.Mode.Normal)
    icon.addPixmap(_paint(path, faded, size_px, ratio, gap_px), QIcon.Mode.Disabled)
    return icon


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Paint an icon into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)
    _draw(painter, _make_path(_LINES[name]), colour, box.width())
    painter.restore()


def _paint(path: QPainterPath, colour: QColor, size_px: int, ratio: float, gap_px: int) -> QPixmap:
    side = round(size_px * ratio)
    pixmap = QPixmap(side + round(gap_px * ratio), side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _GRID, side / _GRID)
    _draw(painter, path, colour, size_px)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _draw(painter: QPainter, path: QPainterPath, colour: QColor, size_px: float) -> None:
    pen = QPen(colour, _LINE if size_px >= ICON_PX else _LINE_OF_SMALL)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


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


def keep_colours(pixmap: QPixmap) -> QIcon:
    """Return an icon that Qt does not tint where its line is selected."""
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


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
