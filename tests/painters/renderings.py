"""Compares pictures of one page, however it was painted: what differs, how much, and where."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from blueprint_editor.drawing.drawing import Drawing

DPI = 72
_PX_PER_MM = DPI / 25.4
_BLUR = 2
"""So many px on each side are averaged: edges may fall a bit apart."""
_NOTICEABLE = 48
"""Steps of 255 by which a blurred pixel must differ to be seen as another one."""
_CELL = 24
_MOST_NAMED = 8


class Difference(NamedTuple):
    """How two pictures differ.

    Attributes:
        mean: of all blurred pixels, in steps of 255.
        share: of those that differ noticeably.
        largest: difference of any of them, in steps of 255.
        places: groups of the drawing that differ noticeably, the worst first.
    """

    mean: float
    share: float
    largest: int
    places: tuple[str, ...]


def open_picture(data: bytes) -> Image.Image:
    """Return a picture as it looks on white paper."""
    image = Image.open(BytesIO(data))
    if image.mode in {"RGBA", "LA", "P"}:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    return image.convert("RGB")


def compare(one: Image.Image, other: Image.Image, drawing: Drawing) -> Difference:
    """Return how two pictures of a drawing's page at ``DPI`` differ."""
    assert all(abs(a - b) <= 1 for a, b in zip(one.size, other.size, strict=True))
    size = (min(one.width, other.width), min(one.height, other.height))
    blurred = [
        picture.crop((0, 0, *size)).filter(ImageFilter.BoxBlur(_BLUR)) for picture in (one, other)
    ]
    red, green, blue = ImageChops.difference(*blurred).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    counts = worst.histogram()
    total = sum(counts)
    return Difference(
        sum(step * count for step, count in enumerate(counts)) / total,
        sum(counts[_NOTICEABLE:]) / total,
        max(step for step, count in enumerate(counts) if count),
        tuple(_name_places(worst, drawing)),
    )


def _name_places(worst: Image.Image, drawing: Drawing) -> list[str]:
    """Return the smallest group at each of the places that differ most."""
    found: dict[str, int] = {}
    for top in range(0, worst.height, _CELL):
        for left in range(0, worst.width, _CELL):
            cell = worst.crop((left, top, left + _CELL, top + _CELL))
            _, largest = cell.getextrema()
            if largest >= _NOTICEABLE:
                middle = ((left + _CELL / 2) / _PX_PER_MM, (top + _CELL / 2) / _PX_PER_MM)
                name = _find_group(drawing, *middle)
                found[name] = max(found.get(name, 0), largest)
    return sorted(found, key=lambda name: -found[name])[:_MOST_NAMED]


def _find_group(drawing: Drawing, x: float, y: float) -> str:
    scale, dx, dy = drawing.fit
    x, y, near = (x - dx) / scale, (y - dy) / scale, _CELL / _PX_PER_MM / scale
    around = [
        placed
        for placed in drawing.placed
        if placed.bounds.x0 - near <= x <= placed.bounds.x1 + near
        and placed.bounds.y0 - near <= y <= placed.bounds.y1 + near
    ]
    smallest = min(around, key=lambda p: p.bounds.width * p.bounds.height, default=None)
    return f"{smallest.group.kind} {smallest.group.key}" if smallest else f"{x:.0f}, {y:.0f} mm"
