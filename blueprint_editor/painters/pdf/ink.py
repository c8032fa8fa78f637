"""How far the ink of primitives reaches, for the boxes of figures."""

from collections.abc import Iterable, Iterator

from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    ImageUse,
    Inset,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
    enclose,
)
from blueprint_editor.painters.pdf.glyphs import FontShelf


def measure_ink(primitives: Iterable[Primitive], shelf: FontShelf) -> Bounds | None:
    """Return a box in mm around all ink (curves by their control points); None without ink."""
    return enclose(box for item in primitives for box in _measure(item, shelf))


def _measure(item: Primitive, shelf: FontShelf) -> Iterator[Bounds]:
    if isinstance(item, GlyphRun):
        face = shelf[item.face].face
        em = item.size / face.units_per_em
        top, bottom = item.baseline - face.ascent * em, item.baseline + face.descent * em
        yield Bounds(item.x, top, item.x + item.width, bottom)
    elif isinstance(item, Path):
        xs = [value for command in item.commands for value in command[1::2]]
        ys = [value for command in item.commands for value in command[2::2]]
        if xs:
            yield _widen(Bounds(min(xs), min(ys), max(xs), max(ys)), item.stroke)
    elif isinstance(item, Rectangle | ImageUse | Inset):
        box = Bounds(item.x, item.y, item.x + item.width, item.y + item.height)
        yield _widen(box, item.stroke if isinstance(item, Rectangle) else None)
    else:
        assert isinstance(item, LinkArea)  # noqa: S101  for the type checker: it has no ink


def _widen(box: Bounds, stroke: Stroke | None) -> Bounds:
    return box.grown(stroke.width / 2) if stroke else box
