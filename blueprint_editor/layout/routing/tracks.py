"""Shares the parallel tracks of one gutter or channel among the stretches that run in it."""

from collections.abc import Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """A piece of a connector along a gutter or channel.

    Attributes:
        low, high: its ends along the channel, ``low <= high``.
        low_side, high_side: to which side the connector turns off there: -1 towards the first
            track, +1 towards the last.
        wire, part: whose stretch it is: number of the wire and of the part in its plan.
        size: extra room in mm that it needs before its track, for a label.
    """

    low: float
    high: float
    low_side: int
    high_side: int
    wire: int
    part: int
    size: float = 0.0


def _find_rank(stretch: Stretch) -> tuple[int, float, int]:
    """Sort key from the first track to the last that makes few crossings.

    Arcs that open to one side nest with the shortest nearest to it; stairs that fall or rise are
    ordered so that the verticals of later ones need not cross earlier ones.
    """
    low, high, low_side, high_side, wire, _, _ = stretch
    if low_side < 0:
        if high_side < 0:
            return (0, high - low, wire)
        return (1, -low, -wire)
    if high_side < 0:
        return (1, low, wire)
    return (2, low - high, wire)


def assign_tracks(stretches: Sequence[Stretch], margin: float) -> list[list[Stretch]]:
    """Return the stretches of each track; those of one keep ``margin`` between them along it."""
    tracks: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=_find_rank):
        low, high = stretch.low - margin, stretch.high + margin
        number = len(tracks)
        while number and not any(s.low < high and s.high > low for s in tracks[number - 1]):
            number -= 1
        if number == len(tracks):
            tracks.append([stretch])
        else:
            tracks[number].append(stretch)
    return tracks
