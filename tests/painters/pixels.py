"""Looks at painted pixels: colours at places, and where ink lies."""

from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter

from blueprint_editor.drawing.drawing import Drawing, Group
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.qt import PreparedGroup, QtFonts, QtImages, paint_drawing
from tests.painters.drawings import fonts

PAPER = "#ffffff"


def make_image(width_px: int, height_px: int) -> QImage:
    image = QImage(width_px, height_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PAPER))
    return image


def paint_page(drawing: Drawing, scale: float) -> QImage:
    image = make_image(round(drawing.width * scale), round(drawing.height * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_drawing(painter, drawing, QtFonts(fonts()), scale)
    painter.end()
    return image


def paint_one(
    group: Group | PreparedGroup, scale: float, size: tuple[float, float] = (60.0, 40.0)
) -> QImage:
    """Paint a group at 5 mm from the left and the top of a paper of ``size`` mm."""
    image = make_image(round(size[0] * scale), round(size[1] * scale))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(5.0, 5.0)
    before = painter.worldTransform()
    if isinstance(group, Group):
        group = PreparedGroup(group, QtFonts(fonts()), QtImages())
    group.paint(painter, scale)
    after = painter.worldTransform()
    painter.end()
    for name in ("m11", "m22", "dx", "dy"):
        assert abs(getattr(before, name)() - getattr(after, name)()) < 1e-6
    return image


def colour_at(image: QImage, x: float, y: float, scale: float) -> str:
    """Return the colour of the pixel that holds a place in mm."""
    return image.pixelColor(int(x * scale), int(y * scale)).name()


def find_ink(image: QImage, scale: float) -> Bounds | None:
    """Return the box in mm of all pixels that are clearly not paper."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    picture = Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())
    box = picture.point(lambda value: 255 if value < 200 else 0).getbbox()
    return None if box is None else Bounds(*(edge / scale for edge in box))
