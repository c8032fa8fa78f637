"""Where texts stand on a page, and which of them stand in each other's way or run out of a box."""

from collections.abc import Iterator

from blueprint_editor.drawing.drawing import Drawing, Leaf, Tag
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Rectangle

_ASCENT, _DESCENT = 0.72, 0.18
_SLACK = 0.12
"""Mm by which two texts or a text and a line may seem to touch."""


def list_texts(drawing: Drawing) -> list[tuple[str, Bounds]]:
    found = []
    for item in _iter_ink(drawing):
        if isinstance(item, GlyphRun) and item.text.strip():
            top, bottom = item.baseline - _ASCENT * item.size, item.baseline + _DESCENT * item.size
            found.append((item.text, Bounds(item.x, top, item.x + item.width, bottom)))
    return found


def _iter_ink(drawing: Drawing) -> Iterator[object]:
    for group, _x, _y in drawing.placed:
        for part in group.parts:
            yield from part.primitives


def find_collisions(drawing: Drawing) -> list[str]:
    """Return what is wrong with the places of texts, one line each."""
    texts = list_texts(drawing)
    page = Bounds(4.0, 4.0, drawing.width - 4.0, drawing.height - 4.0)
    found = [f"runs out of the page: {t}" for t, box in texts if not _holds(page, box)]
    ordered = sorted(texts, key=lambda item: item[1].y0)
    for index, (text, box) in enumerate(ordered):
        for other, other_box in ordered[index + 1 :]:
            if other_box.y0 > box.y1:
                break
            if box.overlaps(other_box, _SLACK):
                found.append(f"overlap: {text} | {other}")
    boxes = [i for i in _iter_ink(drawing) if isinstance(i, Rectangle) and i.stroke]
    for shape in boxes:
        edges = Bounds(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        found += [
            f"crosses a box: {text}"
            for text, box in texts
            if box.overlaps(edges, _SLACK) and not _holds(edges, box)
        ]
    return found


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return (
        outer.x0 - _SLACK <= inner.x0
        and outer.y0 - _SLACK <= inner.y0
        and inner.x1 <= outer.x1 + _SLACK
        and inner.y1 <= outer.y1 + _SLACK
    )


def list_told_parts(tag: Tag) -> list[Leaf]:
    """Return the leaves of a tag tree in reading order."""
    found: list[Leaf] = []
    for child in tag.children:
        found += [child] if isinstance(child, Leaf) else list_told_parts(child)
    return found


def read_text(drawing: Drawing) -> str:
    """Return all texts of a page in paint order, as one line."""
    return " ".join(text for text, _ in list_texts(drawing))
