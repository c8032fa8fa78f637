"""Decoded images for Qt, each at about the size in which it is painted, within a memory budget."""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from blueprint_editor.drawing.drawing import RasterImage

BUDGET_BYTES = 48 * 2**20
"""What decoded images may hold; the least recently painted go first."""


class QtImages:
    """The images of a drawing, decoded when painted and halved while that loses nothing."""

    def __init__(self, images: Mapping[str, RasterImage] | None = None) -> None:
        self._images: Mapping[str, RasterImage] = images or {}
        self._decoded: OrderedDict[tuple[str, int], QImage] = OrderedDict()

    def replace(self, images: Mapping[str, RasterImage]) -> None:
        """Take the images of a newer drawing; what has not changed stays decoded."""
        for key in list(self._decoded):
            if self._images.get(key[0]) is not images.get(key[0]):
                del self._decoded[key]
        self._images = images

    def find(self, name: str, width_px: float) -> QImage | None:
        """Return the image at least ``width_px`` wide (as far as it has that many), or None."""
        source = self._images.get(name)
        if source is None:
            return None
        halvings = 0
        while source.width_px >> (halvings + 1) >= max(width_px, 1.0):
            halvings += 1
        key = (name, halvings)
        found = self._decoded.get(key)
        if found is None:
            found = _decode(source, halvings)
            self._decoded[key] = found
            self._drop_oldest()
        self._decoded.move_to_end(key)
        return found

    def _drop_oldest(self) -> None:
        held = sum(image.sizeInBytes() for image in self._decoded.values())
        while held > BUDGET_BYTES and len(self._decoded) > 1:
            _, dropped = self._decoded.popitem(last=False)
            held -= dropped.sizeInBytes()


def _decode(source: RasterImage, halvings: int) -> QImage:
    data = QByteArray(source.data)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, source.media_type.removeprefix("image/").encode("ascii"))
    if halvings:
        width = max(source.width_px >> halvings, 1)
        height = max(source.height_px >> halvings, 1)
        reader.setScaledSize(QSize(width, height))
    return reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
