"""What differs between one sequence, or drawing, and the next, found mostly by identity."""

from collections.abc import Sequence
from itertools import compress
from operator import is_not
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Placed


class DrawingDiff(NamedTuple):
    """What a canvas must patch.

    Attributes:
        renewed, moved: (before, after) of groups that are others now, or only stand elsewhere.
        is_reordered: the order of the groups differs, be it by one that came or went.
    """

    added: tuple[Placed, ...]
    removed: tuple[Placed, ...]
    renewed: tuple[tuple[Placed, Placed], ...]
    moved: tuple[tuple[Placed, Placed], ...]
    is_reordered: bool

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


def find_difference(before: Drawing, after: Drawing) -> DrawingDiff:
    """Compare two drawings by group and place, in little more time than their span of change."""
    start, old_end, new_end = find_changed_span(before.placed, after.placed)
    olds, news = before.placed[start:old_end], after.placed[start:new_end]
    if len(olds) == len(news):
        # Most edits leave most groups where they were in the order: these need no second look.
        unlike = list(map(is_not, olds, news))
        olds, news = tuple(compress(olds, unlike)), tuple(compress(news, unlike))
    known = {placed.group.key: placed for placed in olds}
    is_reordered = list(known) != [placed.group.key for placed in news]
    added: list[Placed] = []
    renewed: list[tuple[Placed, Placed]] = []
    moved: list[tuple[Placed, Placed]] = []
    for placed in news:
        previous = known.pop(placed.group.key, None)
        if previous is None:
            added.append(placed)
        elif previous.group is not placed.group:
            renewed.append((previous, placed))
        elif previous != placed:
            moved.append((previous, placed))
    return DrawingDiff(
        tuple(added), tuple(known.values()), tuple(renewed), tuple(moved), is_reordered
    )
