"""Paints a drawing to PNG in bands, without a display; large posters never stand in memory whole.

Chunks by the PNG specification (third edition, W3C 2025).
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.painters.qt import PreparedDrawing, QtFonts

MM_PER_INCH = 25.4

LARGEST_PX = 400_000_000
"""A0 at 500 dpi; beyond it hardly any program opens the picture."""

_BAND_PX = 2_000_000
_LARGEST_SIDE_PX = 16_384
"""Qt's raster engine paints up to 32,767 pixels a side; wider pages are painted in columns."""

_NO_FILTER = b"\0"


class PngTooLargeError(BlueprintError):
    """The page at this resolution has more pixels than a picture can sensibly have."""

    def __init__(self, width_px: int, height_px: int, dpi: float) -> None:
        super().__init__(
            f"the picture would have {width_px} × {height_px} pixels at {dpi:g} dpi;"
            f" at most {LARGEST_PX // 1_000_000} million can be written"
        )
        self.width_px = width_px
        self.height_px = height_px
        self.dpi = dpi


_SMALL_SCALE = 2.8
"""Px per mm below which a page is painted finer and then made smaller: letters and lines of a
thumbnail become grey instead of bars and hairlines."""
_FINEST = 8


class _Raster(NamedTuple):
    """The page in pixels; ``scale`` in px per mm, painted ``fineness`` times as fine."""

    width: int
    height: int
    scale: float
    fineness: int


def _measure(drawing: Drawing, dpi: float) -> _Raster:
    if dpi <= 0:
        raise BlueprintError(f"a picture needs a resolution above 0 dpi, not {dpi:g}")
    scale = dpi / MM_PER_INCH
    width, height = max(round(drawing.width * scale), 1), max(round(drawing.height * scale), 1)
    if width * height > LARGEST_PX:
        raise PngTooLargeError(width, height, dpi)
    fineness = min(ceil(_SMALL_SCALE / scale), _FINEST)
    return _Raster(width, height, scale, fineness)


def paint_png(
    drawing: Drawing,
    fonts: FontLibrary,
    dpi: float = 150.0,
    report: Callable[[float], None] | None = None,
) -> bytes:
    """Return the page as an sRGB PNG file; the same drawing gives the same bytes.

    Args:
        drawing: the page.
        fonts: where its faces come from.
        dpi: pixels per inch; written into the file, so that it prints at its size.
        report: told the share done (0 to 1) after each band; an exception from it ends the work.

    Raises:
        PngTooLargeError: more than ``LARGEST_PX`` pixels.
        BlueprintError: the resolution is not positive.
    """
    raster = _measure(drawing, dpi)
    _ensure_application()
    prepared = PreparedDrawing(drawing, QtFonts(fonts))
    packer = zlib.compressobj(6)
    packed: list[bytes] = []
    band_height = max(_BAND_PX // (raster.width * raster.fineness**2), 1)
    for top in range(0, raster.height, band_height):
        height = min(band_height, raster.height - top)
        for row in _iter_rows(prepared, raster, top, height, drawing.background):
            packed.append(packer.compress(_NO_FILTER))
            packed.append(packer.compress(row))
        if report is not None:
            report((top + height) / raster.height)
    packed.append(packer.flush())
    return _assemble(raster, dpi, b"".join(packed))


_own_application: list[QGuiApplication] = []


def _ensure_application() -> None:
    """Make an application that needs no display, unless one is running."""
    if QGuiApplication.instance() is None:
        # Kept for the process's life: Qt's fonts must not outlive the application.
        _own_application.append(QGuiApplication(["blueprint-editor", "-platform", "offscreen"]))


def _iter_rows(
    prepared: PreparedDrawing, raster: _Raster, top: int, height: int, background: str
) -> Iterator[bytes]:
    """Yield the rows of one band as RGB bytes."""
    columns: list[tuple[bytes, int, int]] = []
    widest = _LARGEST_SIDE_PX // raster.fineness
    for left in range(0, raster.width, widest):
        width = min(widest, raster.width - left)
        image = _paint_cut(prepared, raster, (left, top, width, height), background)
        columns.append((bytes(image.constBits()), image.bytesPerLine(), width * 3))
    for y in range(height):
        yield b"".join(bits[y * pitch : y * pitch + used] for bits, pitch, used in columns)


def _paint_cut(
    prepared: PreparedDrawing, raster: _Raster, cut: tuple[int, int, int, int], background: str
) -> QImage:
    """Paint a rectangle of the page's pixels: left, top, width, height."""
    left, top, width, height = cut
    fine = raster.fineness
    # An image with alpha keeps Windows from smoothing text with coloured edges.
    image = QImage(width * fine, height * fine, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(background))
    painter = QPainter(image)
    painter.translate(-left * fine, -top * fine)
    scale = raster.scale
    painter.scale(scale * fine, scale * fine)
    clip = Bounds(left / scale, top / scale, (left + width) / scale, (top + height) / scale)
    prepared.paint(painter, scale * fine, clip)
    painter.end()
    if fine > 1:
        keep, smooth = (
            Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )  # fmt: skip
        image = image.scaled(width, height, keep, smooth)
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _assemble(raster: _Raster, dpi: float, pixels: bytes) -> bytes:
    dots_per_metre = round(dpi / MM_PER_INCH * 1000)
    header = struct.pack(">IIBBBBB", raster.width, raster.height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"sRGB", b"\0"),
            _chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)),
            _chunk(b"IDAT", pixels),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
