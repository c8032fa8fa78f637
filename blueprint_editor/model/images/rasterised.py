"""Vector pictures to pixels, for files that hold no paths; small and plain, needs no Qt."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from blueprint_editor.model.images.pictures import (
    Command,
    RasterPicture,
    VectorPicture,
    VectorShape,
)

if TYPE_CHECKING:
    from PIL import Image

_LONGER_SIDE_PX = 900
_FINENESS = 3
"""Pixels drawn for each one kept, each way, so that edges are smooth."""
_CURVE_STEPS = 12

Polygon: TypeAlias = list[tuple[float, float]]


def rasterise(picture: VectorPicture) -> RasterPicture:
    """Return the picture as a PNG, transparent where nothing is drawn."""
    from PIL import Image  # noqa: PLC0415 - most documents hold no picture

    scale = _LONGER_SIDE_PX / max(picture.width, picture.height)
    width, height = (max(1, round(side * scale)) for side in (picture.width, picture.height))
    size = (width * _FINENESS, height * _FINENESS)
    canvas = Image.new("RGBA", size, (255, 255, 255, 0))
    for shape in picture.shapes:
        _draw(canvas, shape, scale * _FINENESS)
    file = BytesIO()
    canvas.resize((width, height), Image.Resampling.BOX).save(file, "PNG")
    return RasterPicture("image/png", file.getvalue(), width, height)


def _draw(canvas: "Image.Image", shape: VectorShape, scale: float) -> None:
    outlines = [
        [(x * scale, y * scale) for x, y in outline] for outline in _iter_outlines(shape.commands)
    ]
    if not outlines:
        return
    reach = shape.stroke_width * scale / 2 + 2 if shape.stroke else 2.0
    box = _find_box(outlines, reach, canvas.size)
    if box is None:
        return
    moved = [[(x - box[0], y - box[1]) for x, y in outline] for outline in outlines]
    size = (box[2] - box[0], box[3] - box[1])
    if shape.fill is not None:
        canvas.paste(shape.fill, box, _fill_mask(moved, size))
    if shape.stroke is not None:
        width = max(1, round(shape.stroke_width * scale))
        canvas.paste(shape.stroke, box, _stroke_mask(moved, size, width))


def _find_box(
    outlines: Iterable[Polygon], reach: float, size: tuple[int, int]
) -> tuple[int, int, int, int] | None:
    """Return what the outlines take of the canvas, in whole pixels; None outside it."""
    points = [point for outline in outlines for point in outline]
    left = max(0, int(min(x for x, _ in points) - reach))
    top = max(0, int(min(y for _, y in points) - reach))
    right = min(size[0], int(max(x for x, _ in points) + reach) + 1)
    bottom = min(size[1], int(max(y for _, y in points) + reach) + 1)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _fill_mask(outlines: Iterable[Polygon], size: tuple[int, int]) -> "Image.Image":
    """Return where the non-zero rule fills: outlines of either direction count against each other.

    The windings are counted from 128, in a picture of eight bits.
    """
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415

    windings = Image.new("L", size, 128)
    for outline in outlines:
        if len(outline) < 3:
            continue
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon(outline, fill=1)
        count = ImageChops.add if _find_area(outline) > 0 else ImageChops.subtract
        windings = count(windings, mask)
    return windings.point([255] * 128 + [0] + [255] * 127)


def _find_area(outline: Polygon) -> float:
    shifted = [*outline[1:], outline[0]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(outline, shifted, strict=True)) / 2


def _stroke_mask(outlines: Iterable[Polygon], size: tuple[int, int], width: int) -> "Image.Image":
    from PIL import Image, ImageDraw  # noqa: PLC0415

    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    for outline in outlines:
        pen.line(outline, fill=255, width=width, joint="curve")
    return mask


def _iter_outlines(commands: Iterable[Command]) -> Iterator[Polygon]:
    """Yield each part of a path as points, curves in short straight lines."""
    outline: Polygon = []
    for command in commands:
        match command:
            case ("M", x, y):
                if outline:
                    yield outline
                outline = [(x, y)]
            case ("L", x, y):
                outline.append((x, y))
            case ("C", *_):
                outline += _iter_curve(outline[-1], command[1:])
            case ("Z",):
                outline.append(outline[0])
    if outline:
        yield outline


def _iter_curve(
    start: tuple[float, float], numbers: tuple[float, float, float, float, float, float]
) -> Iterator[tuple[float, float]]:
    x0, y0 = start
    x1, y1, x2, y2, x3, y3 = numbers
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
