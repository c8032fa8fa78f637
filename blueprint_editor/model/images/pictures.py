"""What an image is inside the program: plain pixels in sRGB, or flat paths; and its limits."""

from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.model.errors import BlueprintError

MAX_IMAGE_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000


class ImageError(BlueprintError):
    """An image that the program does not take; the message names what is wrong with it."""


RasterType: TypeAlias = Literal["image/png", "image/jpeg"]


class RasterPicture(NamedTuple):
    """A PNG or JPEG that has been decoded once without fault."""

    media_type: RasterType
    data: bytes
    width_px: int
    height_px: int


Command: TypeAlias = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move, line, cubic curve (two control points, end point), close; absolute, y downwards."""


class VectorShape(NamedTuple):
    """One outline in flat colours (``#RRGGBB``), filled by the non-zero rule.

    ``dash`` gives lengths on and off in turn, in the units of the picture like all lengths.
    """

    commands: tuple[Command, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    round_cap: bool = False


class VectorPicture(NamedTuple):
    """Shapes in paint order inside a box from (0, 0) to (``width``, ``height``)."""

    width: float
    height: float
    shapes: tuple[VectorShape, ...]


Picture: TypeAlias = RasterPicture | VectorPicture
