"""Where to cut a length into sheets so that as little as can be is cut through: one axis at a time.

Knows spans, no drawing. Distances are in mm of what is cut.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

_CLEAR = 0.3
"""How far a cut stays from what it leaves whole, if it can: scissors and glue are not exact."""
_WIDE_GAP = 40.0
"""In a narrower gap a cut goes through the middle."""
_STEP = 2.0
"""How close together the places are that are tried in a wide gap."""
_WORTHS = (0, 10**4, 10**10)
"""Of words, labels and cards, in cuts that come too close to one: none is worth another kind."""
_CHAIN = 6
"""After so many sheets of full reach there is a gap again, or it matters little."""
_EPSILON = 1e-7


class Span(NamedTuple):
    """A stretch that should not be cut, and how bad it would be: 0 a word, 1 a label, 2 a card.

    ``worth`` tells words apart: a cut through a title is seen from afar.
    """

    start: float
    end: float
    importance: int
    worth: int = 1


class Reach(NamedTuple):
    """How much a sheet can show of its own: the first one, one between others, the last one.

    ``alone`` is for a sheet that is the only one.
    """

    first: float
    between: float
    last: float
    alone: float

    def scaled(self, factor: float) -> "Reach":
        return Reach(*(length * factor for length in self))


class Cost(NamedTuple):
    """What a cut goes through: ``soft`` sums words.

    ``hard`` is 0 where it stays clear of all cards and labels, 1 where it comes close to one;
    a label is worth very many of that, a card very many labels.
    """

    hard: int
    soft: int


_Key: TypeAlias = tuple[float, ...]


class Axis:
    """One axis of what is cut.

    Args:
        length: all of it.
        spans: what should stay whole.
    """

    def __init__(self, length: float, spans: Sequence[Span]) -> None:
        self.length = length
        self._gaps = _Steps(spans, length)

    def count_sheets(self, reach: Reach) -> int | None:
        """Return the least number of sheets whose cuts stay clear of all cards and labels.

        None where no cuts do.
        """
        cuts = self._reach_out(reach)
        return None if cuts is None else len(cuts) + 1

    def judge(self, reach: Reach) -> tuple[int, int]:
        """Return what has to be cut (as ``Cost.hard``) and the least number of sheets with that.

        Raises:
            ValueError: a sheet can show nothing.
        """
        if min(reach) <= 0.0:
            raise ValueError("a sheet can show nothing")
        free = self._reach_out(reach)
        if free is not None:
            return 0, len(free) + 1
        places = self._list_places(reach)
        return self._find_least(places, list(map(self._gaps.find_cost, places)), reach)

    def plan(self, reach: Reach) -> tuple[float, ...]:
        """Return the cuts: through the fewest cards, labels, then sheets, then words, evenly.

        Raises:
            ValueError: a sheet can show nothing.
        """
        hard, count = self.judge(reach)
        if count == 1:
            return ()
        costs = ((place, self._gaps.find_cost(place)) for place in self._list_places(reach))
        found = [(place, cost) for place, cost in costs if cost.hard <= hard]
        cuts = self._spread([at for at, _ in found], [cost for _, cost in found], reach, count)
        return self._centre(cuts, reach)

    def _reach_out(self, reach: Reach) -> list[float] | None:
        """Return cuts each as far as can be that are clear of cards and labels; None if stuck."""
        cuts: list[float] = []
        if self.length <= reach.alone + _EPSILON:
            return cuts
        at, ahead = 0.0, reach.first
        while not cuts or self.length - at > reach.last + _EPSILON:
            found = self._gaps.find_last_free(min(at + ahead, self.length - _EPSILON))
            if found <= at + _EPSILON:
                return None
            cuts.append(found)
            at, ahead = found, reach.between
        return cuts

    def _list_places(self, reach: Reach) -> list[float]:
        """Return the places worth trying, in order."""
        places = set(self._gaps.iter_places())
        clear = self._reach_out(reach)
        places.update(self._gaps.iter_chains(reach.between) if clear is None else clear)
        at = reach.first
        while at < self.length:
            places.add(at)
            at += reach.between
        places.add(max(self.length - reach.last, 0.0))
        return sorted(place for place in places if _EPSILON < place < self.length - _EPSILON)

    def _find_least(
        self, places: Sequence[float], costs: Sequence[Cost], reach: Reach
    ) -> tuple[int, int]:
        """Return what is cut on the way that hurts least, and on how few sheets that is done."""
        own = [(cost.hard, 1) for cost in costs]
        best: list[_Key | None] = []
        window: deque[int] = deque()
        for index, place in enumerate(places):
            while window and places[window[0]] < place - reach.between - _EPSILON:
                window.popleft()
            key = _add(best[window[0]], own[index]) if window else None
            best.append(own[index] if place <= reach.first + _EPSILON else key)
            _push(window, best, index)
        ends = [
            key
            for place, key in zip(places, best, strict=True)
            if key is not None and self.length - place <= reach.last + _EPSILON
        ]
        hard, cuts = min(ends)
        return int(hard), int(cuts) + 1

    def _spread(
        self, places: Sequence[float], costs: Sequence[Cost], reach: Reach, count: int
    ) -> list[float]:
        """Return the cuts for a number of sheets: the least hurt, then as even as can be."""
        layers: list[list[_Key | None]] = []
        origins: list[list[int]] = []
        for layer in range(1, count):
            ideal = reach.first + (layer - 1) * reach.between
            whole = reach.first + (count - 2) * reach.between + reach.last
            ideal *= self.length / whole
            own = [(*cost, (place - ideal) ** 2) for place, cost in zip(places, costs, strict=True)]
            if layer == 1:
                keys: list[_Key | None] = [
                    key if place <= reach.first + _EPSILON else None
                    for place, key in zip(places, own, strict=True)
                ]
                origin = [-1] * len(places)
            else:
                keys, origin = _extend(places, layers[-1], own, reach.between)
            layers.append(keys)
            origins.append(origin)
        ends = [
            (key, index)
            for index, (place, key) in enumerate(zip(places, layers[-1], strict=True))
            if key is not None and self.length - place <= reach.last + _EPSILON
        ]
        index = min(ends)[1]
        found = []
        for origin in reversed(origins):
            found.append(places[index])
            index = origin[index]
        return found[::-1]

    def _centre(self, cuts: Sequence[float], reach: Reach) -> tuple[float, ...]:
        """Move each cut to the middle of a narrow gap, as far as the sheets reach."""
        found = [0.0, *cuts, self.length]
        for index in range(1, len(found) - 1):
            low, high = self._gaps.find_gap(found[index])
            if high - low > _WIDE_GAP:
                continue
            back = reach.first if index == 1 else reach.between
            ahead = reach.last if index == len(found) - 2 else reach.between
            least = max(low, found[index + 1] - ahead)
            most = min(high, found[index - 1] + back)
            found[index] = min(max((low + high) / 2, least), most)
        return tuple(found[1:-1])


class _Steps:
    """What a cut costs along the axis, constant between borders."""

    def __init__(self, spans: Sequence[Span], length: float) -> None:
        changes: dict[float, tuple[int, int, int]] = {0.0: (0, 0, 0), length: (0, 0, 0)}

        def add(start: float, end: float, cost: tuple[int, int, int]) -> None:
            low, high = max(start, 0.0), min(end, length)
            if low < high:
                for border, sign in ((low, 1), (high, -1)):
                    known = changes.get(border, (0, 0, 0))
                    a, b, c = (x + sign * y for x, y in zip(known, cost, strict=True))
                    changes[border] = (a, b, c)

        for start, end, importance, own in spans:
            if start < end:
                is_word = importance == 0
                add(start, end, (_WORTHS[importance], 0, 0))
                add(start - _CLEAR, end + _CLEAR, (0, not is_word, own * is_word))
        borders = sorted(changes)
        sums = accumulate(
            (changes[border] for border in borders[:-1]),
            lambda a, b: (a[0] + b[0], a[1] + b[1], a[2] + b[2]),
        )
        self._borders = borders[:1]
        self._costs: list[Cost] = []
        """Of the piece behind each border but the last."""
        for end, (hard, close, soft) in zip(borders[1:], sums, strict=True):
            cost = Cost(hard or min(close, 1), soft)
            if self._costs and self._costs[-1] == cost:
                self._borders[-1] = end
            else:
                self._costs.append(cost)
                self._borders.append(end)
        self._free = [index for index, cost in enumerate(self._costs) if cost.hard == 0]

    def _find_piece(self, place: float) -> int:
        index = bisect_right(self._borders, place) - 1
        index = min(max(index, 0), len(self._costs) - 1)
        if index and place == self._borders[index] and self._costs[index - 1] < self._costs[index]:
            # On a border it is what the cheaper side costs.
            return index - 1
        return index

    def find_cost(self, place: float) -> Cost:
        return self._costs[self._find_piece(place)]

    def find_gap(self, place: float) -> tuple[float, float]:
        """Return the piece around a place, in which a cut costs the same."""
        index = self._find_piece(place)
        return self._borders[index], self._borders[index + 1]

    def find_last_free(self, limit: float) -> float:
        """Return the last place up to a limit where a cut is clear of all cards and labels."""
        index = bisect_left(self._free, bisect_right(self._borders, limit)) - 1
        if index < 0:
            return 0.0
        piece = self._free[index]
        return min(limit, self._borders[piece + 1])

    def iter_places(self) -> Iterator[float]:
        """Yield borders and middles of all pieces, and places all along the wide ones."""
        for low, high in pairwise(self._borders):
            yield low
            yield (low + high) / 2
            for number in range(1, int((high - low) / _STEP)):
                yield low + number * _STEP

    def iter_chains(self, reach: float) -> Iterator[float]:
        """Yield places that a few sheets, each as far as it reaches, come to from a border."""
        for border in self._borders:
            for number in range(1, _CHAIN + 1):
                if (place := border + number * reach) < self._borders[-1]:
                    yield place


def _add(before: _Key | None, own: _Key) -> _Key | None:
    return None if before is None else tuple(a + b for a, b in zip(before, own, strict=True))


def _push(window: deque[int], keys: Sequence[_Key | None], index: int) -> None:
    """Add a place to the window's end; those before it that are no better will not be needed."""
    key = keys[index]
    if key is None:
        return
    while window and (last := keys[window[-1]]) is not None and last >= key:
        window.pop()
    window.append(index)


def _extend(
    places: Sequence[float], before: Sequence[_Key | None], own: Sequence[_Key], reach: float
) -> tuple[list[_Key | None], list[int]]:
    """Return the best way to each place with one more cut, and where its last cut was before."""
    keys: list[_Key | None] = []
    origins: list[int] = []
    window: deque[int] = deque()
    for index, place in enumerate(places):
        while window and places[window[0]] < place - reach - _EPSILON:
            window.popleft()
        keys.append(_add(before[window[0]], own[index]) if window else None)
        origins.append(window[0] if window else -1)
        _push(window, before, index)
    return keys, origins
