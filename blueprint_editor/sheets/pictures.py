"""The images of a document decoded for sheets, each once while the same document is worked on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from blueprint_editor.drawing.drawing import RasterImage
from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.layout.picture import Pictures, VectorImage
from blueprint_editor.model.images.assets import decode_asset
from blueprint_editor.model.images.pictures import ImageError, VectorPicture, VectorShape
from blueprint_editor.model.records import Asset

_Decoded: TypeAlias = RasterImage | VectorImage | ImageError


class FoundPictures(NamedTuple):
    """The usable images of a document, and what is wrong with the others, by asset id."""

    pictures: Pictures
    faults: Mapping[str, str]


class PictureShelf:
    """Decodes assets and remembers them by their id, which is the hash of their data."""

    def __init__(self) -> None:
        self._decoded: dict[str, _Decoded] = {}

    def find(self, assets: Iterable[Asset]) -> FoundPictures:
        """Return the pictures of the assets; those not asked for any more are forgotten."""
        self._decoded = {asset.id: self._decode(asset) for asset in assets}
        rasters = {i: p for i, p in self._decoded.items() if isinstance(p, RasterImage)}
        vectors = {i: p for i, p in self._decoded.items() if isinstance(p, VectorImage)}
        faults = {i: str(p) for i, p in self._decoded.items() if isinstance(p, ImageError)}
        return FoundPictures(Pictures(rasters, vectors), faults)

    def _decode(self, asset: Asset) -> _Decoded:
        known = self._decoded.get(asset.id)
        if known is not None:
            return known
        try:
            picture = decode_asset(asset)
        except ImageError as error:
            return error
        if isinstance(picture, VectorPicture):
            paths = tuple(_make_path(shape) for shape in picture.shapes)
            return VectorImage(picture.width, picture.height, paths)
        return RasterImage(*picture)


def _make_path(shape: VectorShape) -> Path:
    stroke = None
    if shape.stroke is not None:
        stroke = Stroke(shape.stroke, shape.stroke_width, shape.dash, shape.round_cap)
    return Path(shape.commands, shape.fill, stroke)
