"""Ink that stands back: what a filter does not name stays as context, paler but legible."""

from functools import lru_cache, partial

from blueprint_editor.drawing.drawing import DeferredParts, Group, Part
from blueprint_editor.drawing.primitives import (
    GlyphRun,
    ImageUse,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.colour import contrast, mix, to_grey
from blueprint_editor.layout.theme import PAPER

FADED_IMAGE = "faded:"
"""Before the name of an image that stands back."""
_TEXT_CONTRAST = 5.1
"""To paper; leaves 4.5 to the palest fill that a faded card may have."""
_LINE_CONTRAST = 3.0
_FILL_SHARE = 0.7
_GREY_SHARE = 0.6
"""Of hue that letters, lines and signs lose: a red text would still catch every eye."""


def fade_group(group: Group) -> Group:
    """Return a group standing back: shapes and texts where they were, in paler colours."""
    parts = DeferredParts(partial(_fade_parts, group))
    outline = group.outline
    if outline is not None:
        fill, stroke = outline
        outline = (fade_fill(fill) if fill else fill, fade_line(stroke) if stroke else stroke)
    return group._replace(parts=parts, outline=outline)


def _fade_parts(group: Group) -> tuple[Part, ...]:
    return tuple(Part(part.name, tuple(map(_fade, part.primitives))) for part in group.parts)


def _fade(item: Primitive) -> Primitive:
    match item:
        case GlyphRun():
            return item._replace(colour=_fade_text(item.colour))
        case Rectangle() | Path():
            fill, stroke = item.fill, item.stroke
            return item._replace(
                fill=fade_fill(fill) if fill is not None else None,
                stroke=_fade_stroke(stroke) if stroke is not None else None,
            )
        case ImageUse():
            return item._replace(image=f"{FADED_IMAGE}{item.image}")
        case _:
            return item


def _fade_stroke(stroke: Stroke) -> Stroke:
    return stroke._replace(colour=fade_line(stroke.colour))


@lru_cache(maxsize=1024)
def _fade_text(colour: str) -> str:
    return _lighten_to(colour, _TEXT_CONTRAST)


@lru_cache(maxsize=1024)
def fade_line(colour: str) -> str:
    """Return the colour of a line that stands back; told from paper all the same."""
    return _lighten_to(colour, _LINE_CONTRAST)


@lru_cache(maxsize=1024)
def fade_fill(colour: str) -> str:
    """Return the colour of a ground that stands back; a dark one still bears white letters."""
    if contrast(colour, PAPER) >= _LINE_CONTRAST:
        return _lighten_to(colour, _TEXT_CONTRAST)
    return mix(colour, PAPER, _FILL_SHARE)


def _lighten_to(colour: str, ratio: float) -> str:
    """Return the colour, greyer and with as much white in it as the contrast to paper allows."""
    palest = grey = mix(colour, to_grey(colour), _GREY_SHARE)
    for step in range(1, 101):
        found = mix(grey, PAPER, step / 100)
        if contrast(found, PAPER) < ratio:
            break
        palest = found
    return palest
