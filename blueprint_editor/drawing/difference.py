"""What differs between one sequence, or drawing, and the next, found mostly by identity."""

from collections.abc import Sequence
from itertools import compress
from operator import is_not
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing


class DrawingDiff(NamedTuple):
    """What a canvas must patch, by group key."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    renewed: tuple[str, ...]
    moved: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(self)


def find_changed_span(old: Sequence[object], new: Sequence[object]) -> tuple[int, int, int]:
    """Find where two sequences begin and end to differ; equal members count as the same.

    Returns:
        (start, end in ``old``, end in ``new``): outside of these slices both hold the same.
    """
    if old is new:
        return len(old), len(old), len(new)
    shorter = min(len(old), len(new))
    start = _find_first_difference(old, new, shorter)
    same = _find_first_difference(old[::-1], new[::-1], shorter - start)
    return start, len(old) - same, len(new) - same


def _find_first_difference(old: Sequence[object], new: Sequence[object], end: int) -> int:
    # Most members are the same objects, and a loop that calls no Python code passes over them.
    for index in compress(range(end), map(is_not, old, new)):
        if old[index] != new[index]:
            return index
    return end


def find_difference(
    before: Drawing, after: Drawing, span: tuple[int, int, int] | None = None
) -> DrawingDiff:
    """Compare two drawings by group and place, in little more time than their span of change.

    ``span`` is :func:`find_changed_span` of their groups, where the caller has it already.
    """
    start, old_end, new_end = span or find_changed_span(before.placed, after.placed)
    olds, news = before.placed[start:old_end], after.placed[start:new_end]
    if len(olds) == len(news):
        # Most edits leave most groups where they were in the order: these need no second look.
        pairs = [(old, new) for old, new in zip(olds, news, strict=True) if old is not new]
        olds, news = tuple([old for old, _ in pairs]), tuple([new for _, new in pairs])
    known = {placed.group.key: placed for placed in olds}
    added: list[str] = []
    renewed: list[str] = []
    moved: list[str] = []
    for placed in news:
        key = placed.group.key
        previous = known.pop(key, None)
        if previous is None:
            added.append(key)
        elif previous.group is not placed.group:
            renewed.append(key)
        elif previous.x != placed.x or previous.y != placed.y:
            moved.append(key)
    return DrawingDiff(tuple(added), tuple(known), tuple(renewed), tuple(moved))
