"""What a poster shows that should stay whole when it is cut into sheets, as boxes on its page."""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from blueprint_editor.drawing.drawing import Drawing, Group, Part
from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    enclose,
)

_ASCENT, _DESCENT = 0.8, 0.25
"""How far letters reach from their baseline, in em."""
_LARGEST_SIGN = 60.0
"""A shape that is longer, in mm, is a line or a frame, which may be cut."""
_LABELS = frozenset({"lane", "phase", "step", "connector", "mark"})
"""A band of responsibility is not among them: it runs past many cuts, only its words stay whole."""
_FOOTER = "footer."
"""Start of the keys of groups whose signs, logos and codes stand in parts without a name."""
_LANE_PART = re.compile(r"\.(line|curve)(\.row\d+)?$")
"""End of the keys of what belongs to a lane though it is no record of its own."""
_ROW_BREAK = "row-break."
"""Start of the keys of lines that lead from a row of steps to the next; their words say where."""


class Importance(IntEnum):
    """How bad it is to cut something: a word, a label or badge, a card."""

    WORD = 0
    LABEL = 1
    CARD = 2


class Item(NamedTuple):
    """Something that should stay whole.

    Attributes:
        box: in mm of the page.
        group: key of the group it belongs to.
        words: what a label says, or is of; empty for all else.
    """

    box: Bounds
    group: str
    importance: Importance
    words: str = ""


def list_items(drawing: Drawing) -> tuple[Item, ...]:
    """Return all cards, labels, badges and words of a drawing, in paint order."""
    scale, dx, dy = drawing.fit
    found = []
    for group, x, y in drawing.placed:
        for box, importance, words in _iter_boxes(group):
            x0, y0, x1, y1 = box.moved(x, y)
            on_page = Bounds(x0 * scale + dx, y0 * scale + dy, x1 * scale + dx, y1 * scale + dy)
            found.append(Item(on_page, group.key, importance, words))
    return tuple(found)


_Boxes: TypeAlias = Iterator[tuple[Bounds, Importance, str]]


def _iter_boxes(group: Group) -> _Boxes:
    if group.kind == "card":
        yield group.bounds, Importance.CARD, ""
        return
    is_break = group.key.startswith(_ROW_BREAK)
    is_label = group.kind in _LABELS or is_break or _LANE_PART.search(group.key) is not None
    has_signs = group.kind != "connector" and not is_break
    has_nameless = group.kind == "persona" or group.key.startswith(_FOOTER)
    for part in group.parts:
        if part.name or is_break:
            for box, importance, words in _iter_part(part, is_label=is_label, has_signs=has_signs):
                yield box, importance, words or (group.label if importance else "")
        elif has_nameless:
            yield from _iter_part(part, is_label=False, has_signs=True)


def _iter_part(part: Part, *, is_label: bool, has_signs: bool) -> _Boxes:
    boxes = []
    for item in part.primitives:
        if isinstance(item, LinkArea):
            continue
        box = _measure(item)
        if isinstance(item, Rectangle | Path) and not (
            has_signs and max(box.width, box.height) <= _LARGEST_SIGN
        ):
            continue
        boxes.append(box)
        words = _split_words(item, box) if isinstance(item, GlyphRun) else [box]
        for word in words:
            yield word, Importance.WORD, ""
    whole = enclose(boxes)
    if whole is not None and is_label:
        runs = [item.text for item in part.primitives if isinstance(item, GlyphRun)]
        yield whole, Importance.LABEL, " ".join(runs)


def _split_words(run: GlyphRun, box: Bounds) -> Iterator[Bounds]:
    """Yield the boxes of a run's words, from left to right."""
    total = sum(glyph.advance for glyph in run.glyphs)
    if " " not in run.text or not total:
        yield box
        return
    unit = run.width / total
    start = end = run.x
    for glyph in run.glyphs:
        is_space = run.text[glyph.cluster : glyph.cluster + 1] == " "
        if is_space and end > start:
            yield box._replace(x0=start, x1=end)
        end += glyph.advance * unit
        if is_space:
            start = end
    if end > start:
        yield box._replace(x0=start, x1=end)


def _measure(item: Primitive) -> Bounds:
    if isinstance(item, GlyphRun):
        top, bottom = item.baseline - _ASCENT * item.size, item.baseline + _DESCENT * item.size
        return Bounds(item.x, top, item.x + item.width, bottom)
    if isinstance(item, Path):
        xs = [x for command in item.commands for x in command[1::2]]
        ys = [y for command in item.commands for y in command[2::2]]
        return Bounds(min(xs), min(ys), max(xs), max(ys))
    return Bounds(item.x, item.y, item.x + item.width, item.y + item.height)
