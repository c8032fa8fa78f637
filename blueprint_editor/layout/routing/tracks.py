"""Shares the parallel tracks of one gutter or channel among the stretches that run in it."""

from collections.abc import Iterable
from typing import NamedTuple


class Stretch(NamedTuple):
    """A piece of a connector along a gutter or channel.

    Attributes:
        low, high: its ends along the channel, ``low <= high``.
        low_side, high_side: to which side the connector turns off there: -1 towards the first
            track, +1 towards the last.
        rank: the connector's number among those of the same two cards.
        id: of the connector.
        size: room in mm that a label needs before the track.
    """

    low: float
    high: float
    low_side: int
    high_side: int
    rank: int
    id: str
    size: float = 0.0


def _find_order(stretch: Stretch) -> tuple[int, float, float, int, str]:
    """Sort key from the first track to the last that makes few crossings.

    Arcs that open to one side nest, the shortest nearest to it; stairs that fall or rise are
    ordered so that the turns of later ones need not cross earlier ones.
    """
    low, high, low_side, high_side, rank, name, _ = stretch
    if low_side < 0:
        if high_side < 0:
            return (0, high - low, low, rank, name)
        return (1, -low, high, -rank, name)
    if high_side < 0:
        return (1, low, -high, rank, name)
    return (2, low - high, low, rank, name)


def assign_tracks(stretches: Iterable[Stretch], margin: float) -> list[list[Stretch]]:
    """Return the stretches of each track; those of one keep ``margin`` between them along it."""
    tracks: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=_find_order):
        low, high = stretch.low - margin, stretch.high + margin
        number = len(tracks)
        while number:
            for other in tracks[number - 1]:
                if other.low < high and other.high > low:
                    break
            else:
                number -= 1
                continue
            break
        if number == len(tracks):
            tracks.append([stretch])
        else:
            tracks[number].append(stretch)
    return tracks
