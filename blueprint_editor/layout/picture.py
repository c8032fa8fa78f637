"""Images of the document, sized for their place; rasters stay rasters, SVG becomes paths."""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import RasterImage
from blueprint_editor.drawing.primitives import ImageUse, Path, Primitive, Stroke, scale_commands


class VectorImage(NamedTuple):
    """An imported SVG as paths in its own units; ``width`` and ``height`` in the same units."""

    width: float
    height: float
    paths: tuple[Path, ...]


class Pictures(NamedTuple):
    """Every usable image of a document by asset id."""

    rasters: Mapping[str, RasterImage]
    vectors: Mapping[str, VectorImage]


class PlacedPicture(NamedTuple):
    """An image at its final size in mm."""

    asset: str
    width: float
    height: float
    vector: VectorImage | None

    def placed_at(self, x: float, y: float) -> tuple[Primitive, ...]:
        """Return its ink with the top-left corner at (x, y) mm."""
        if self.vector is None:
            return (ImageUse(self.asset, x, y, self.width, self.height),)
        factor = self.width / self.vector.width
        return tuple(_scale_path(path, factor, x, y) for path in self.vector.paths)


def _scale_path(path: Path, factor: float, x: float, y: float) -> Path:
    stroke = path.stroke
    if stroke is not None:
        dash = tuple(length * factor for length in stroke.dash)
        stroke = Stroke(stroke.colour, stroke.width * factor, dash, stroke.round_cap)
    return Path(scale_commands(path.commands, factor, x, y), path.fill, stroke)


def fit_picture(
    pictures: Pictures, asset: str, max_width: float, max_height: float
) -> PlacedPicture | None:
    """Return the image as large as fits into the box (mm), or None where it is not held."""
    vector = pictures.vectors.get(asset)
    raster = pictures.rasters.get(asset)
    if vector is not None:
        width, height = vector.width, vector.height
    elif raster is not None:
        width, height = float(raster.width_px), float(raster.height_px)
    else:
        return None
    factor = min(max_width / width, max_height / height)
    return PlacedPicture(asset, width * factor, height * factor, vector)
