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
    company: list[Stretch] = []
    reach = 0.0
    for stretch in sorted(stretches):
        # Stretches that do not meet, not even through others, know nothing of each other.
        if company and stretch.low - margin >= reach:
            _assign_company(company, margin, tracks)
            company = []
        company.append(stretch)
        reach = max(reach, stretch.high) if len(company) > 1 else stretch.high
    if company:
        _assign_company(company, margin, tracks)
    return tracks


def _assign_company(company: list[Stretch], margin: float, all_tracks: list[list[Stretch]]) -> None:
    if len(company) == 1:
        tracks = [company]
    else:
        tracks = []
        company.sort(key=_find_order)
        for stretch in company:
            number = _find_track(tracks, stretch, margin)
            if number == len(tracks):
                tracks.append([stretch])
            else:
                tracks[number].append(stretch)
    while len(all_tracks) < len(tracks):
        all_tracks.append([])
    for track, more in zip(all_tracks, tracks, strict=False):
        track.extend(more)


def _find_track(tracks: list[list[Stretch]], stretch: Stretch, margin: float) -> int:
    """Return the first track after all that are taken where the stretch runs."""
    low, high = stretch.low - margin, stretch.high + margin
    number = len(tracks)
    while number:
        for other in tracks[number - 1]:
            if other.low < high and other.high > low:
                return _find_earlier(tracks, number, stretch, margin) if number > 1 else number
        number -= 1
    return 0


def _find_earlier(tracks: list[list[Stretch]], number: int, stretch: Stretch, margin: float) -> int:
    """Return the first free track that costs no more crossings than track ``number``."""
    low, high, low_side, high_side, _, _, _ = stretch
    before, behind = low - margin, high + margin
    best = number
    # How much oftener it crosses the others that it passes, a sum of what turns off towards it.
    more = 0
    for earlier in range(number - 1, -1, -1):
        is_free = True
        for other in tracks[earlier]:
            start, stop = other.low, other.high
            if start >= behind or stop <= before:
                continue
            is_free = False
            if start < low < stop:
                more += low_side
            if start < high < stop:
                more += high_side
            if low < start < high:
                more -= other.low_side
            if low < stop < high:
                more -= other.high_side
        if is_free and more <= 0:
            best = earlier
    return best
