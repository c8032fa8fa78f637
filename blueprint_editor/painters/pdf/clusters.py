"""Runs glyph by glyph: where each glyph's ink stands, and which letters its cluster stands for.

For the few runs whose glyphs do not simply stand for one letter each, from left to right.
"""

from typing import NamedTuple

from blueprint_editor.drawing.primitives import GlyphRun

SOFT_HYPHEN = "\u00ad"


class Ink(NamedTuple):
    """A glyph at its place in a run, in font units: x from the run's left end, height upwards."""

    id: int
    x: int
    height: int


class Cluster(NamedTuple):
    """Glyphs that together stand for letters which cannot be told apart, from left to right."""

    letters: str
    inks: list[Ink]


def split_clusters(run: GlyphRun) -> list[Cluster]:
    """Return the run's clusters from left to right; a soft hyphen at its end is told as one."""
    found: dict[int, list[Ink]] = {}
    pen = 0
    for glyph in run.glyphs:
        ink = Ink(glyph.id, pen + glyph.x_offset, glyph.y_offset)
        found.setdefault(glyph.cluster, []).append(ink)
        pen += glyph.advance
    starts = sorted(found)
    text = run.text + (SOFT_HYPHEN if run.soft_hyphen else "")
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return [Cluster(text[start : ends[start]], inks) for start, inks in found.items()]
