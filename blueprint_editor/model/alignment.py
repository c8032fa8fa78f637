"""Two paths of one blueprint beside each other: which cards tell the same, and which differ.

Pure: what becomes of the rows is decided by a person and done by ``commands.merging``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card

Likeness = Literal["shared", "common", "different", "only_first", "only_second"]

_SIMILAR = 0.65
"""From this share of common pairs of letters on two texts are taken to tell the same."""
_FAR = 2
"""Columns between which similar texts are still looked for; the same text is found anywhere."""
_WINDOW = 6
"""Places in a cell, and doubles of a text, that are compared; so that a full cell costs little."""
_NO_WORD = re.compile(r"[\W_]+")


class AlignedRow(NamedTuple):
    """Cards that stand beside each other.

    Attributes:
        lane, step: where the row stands: the place of its first card.
        first: the card of the one path, if it has one there.
        second: the card of the other; the same one where both paths share it already.
        likeness: what is proposed: ``shared`` is one card already, ``common`` may become one,
            ``different`` stands in the same place and says something else.
    """

    lane: str
    step: str
    first: str | None
    second: str | None
    likeness: Likeness

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the row's cards, without doubles."""
        return tuple(dict.fromkeys(card for card in (self.first, self.second) if card))


class _Candidate(NamedTuple):
    first: int
    second: int
    weight: float
    is_common: bool


def align_paths(document: DocumentContent, first: str, second: str) -> tuple[AlignedRow, ...]:
    """Lay two paths beside each other, lane by lane, in reading order.

    Every card of the two paths stands in one row. Pairs never cross within a lane. They are found
    by id or origin, by the same or a similar text near by, and by their place.

    Args:
        document: with both paths.
        first: id of a variant.
        second: id of another.
    """
    facts = DerivedFacts(document)
    columns = {step.id: place for place, step in enumerate(facts.steps)}
    rows: list[AlignedRow] = []
    for lane in document.lanes:
        cells = facts.cards_by_lane.get(lane.id, {})
        cards = [card for step in facts.steps for card in cells.get(step.id, ())]
        mine = [card for card in cards if _is_only_on(card, first, second)]
        theirs = [card for card in cards if _is_only_on(card, second, first)]
        shared = [card for card in cards if _is_on_both(card, first, second)]
        rows.extend(AlignedRow(lane.id, c.step, c.id, c.id, "shared") for c in shared)
        rows.extend(_align_lane(mine, theirs, columns))
    places = {card.id: place for place, card in enumerate(facts.reading_order)}
    return tuple(sorted(rows, key=lambda row: min(places[card] for card in row.cards)))


def _is_only_on(card: Card, wanted: str, other: str) -> bool:
    return wanted in card.variants and other not in card.variants


def _is_on_both(card: Card, first: str, second: str) -> bool:
    return not card.variants or {first, second} <= set(card.variants)


def _align_lane(
    mine: Sequence[Card], theirs: Sequence[Card], columns: Mapping[str, int]
) -> Iterator[AlignedRow]:
    pairs = _choose_pairs(_find_candidates(mine, theirs, columns))
    for pair in pairs:
        card, other = mine[pair.first], theirs[pair.second]
        likeness: Likeness = "common" if pair.is_common else "different"
        yield AlignedRow(card.lane, card.step, card.id, other.id, likeness)
    paired = {pair.first for pair in pairs}, {pair.second for pair in pairs}
    for place, card in enumerate(mine):
        if place not in paired[0]:
            yield AlignedRow(card.lane, card.step, card.id, None, "only_first")
    for place, card in enumerate(theirs):
        if place not in paired[1]:
            yield AlignedRow(card.lane, card.step, None, card.id, "only_second")


def _find_candidates(
    mine: Sequence[Card], theirs: Sequence[Card], columns: Mapping[str, int]
) -> list[_Candidate]:
    by_text: dict[str, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    by_id: dict[str, list[int]] = {}
    for place, card in enumerate(theirs):
        by_text.setdefault(_plain(card.text), []).append(place)
        by_column.setdefault(columns[card.step], []).append(place)
        for record in (card.id, *card.origin):
            by_id.setdefault(record, []).append(place)
    found: list[_Candidate] = []
    number, column_before = 0, -1
    for place, card in enumerate(mine):
        column, plain = columns[card.step], _plain(card.text)
        number, column_before = (number + 1 if column == column_before else 0), column
        near = {
            other
            for far in range(-_FAR, _FAR + 1)
            for other in _around(by_column.get(column + far, ()), number)
        }
        near.update(_nearest(by_text.get(plain, ()), place))
        same = {other for record in (card.id, *card.origin) for other in by_id.get(record, ())}
        for other in near | same:
            gap = abs(columns[theirs[other].step] - column)
            weight = _weigh(plain, _plain(theirs[other].text), gap, is_same=other in same)
            if weight is not None:
                found.append(_Candidate(place, other, *weight))
    return found


def _around(places: Sequence[int], number: int) -> Sequence[int]:
    return places[max(0, number - _WINDOW) : number + _WINDOW + 1]


def _nearest(places: Sequence[int], place: int) -> Sequence[int]:
    at = bisect_left(places, place)
    return places[max(0, at - _WINDOW) : at + _WINDOW]


def _weigh(mine: str, theirs: str, gap: int, *, is_same: bool) -> tuple[float, bool] | None:
    """Return (weight, whether both tell the same), or None for cards that are no pair."""
    if is_same:
        return 8.0, True
    distance = gap / (gap + 1.0)
    if mine == theirs and mine:
        return 4.0 - distance, True
    likeness = _measure_likeness(mine, theirs)
    if likeness >= _SIMILAR and gap <= _FAR:
        return 2.0 * likeness - distance, True
    return (0.5 + likeness / 2, False) if gap == 0 else None


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """Return a text without case, punctuation and spacing."""
    return " ".join(_NO_WORD.sub(" ", text.casefold()).split())


@lru_cache(maxsize=8192)
def _list_pairs(text: str) -> frozenset[tuple[str, int]]:
    """Return the pairs of neighbouring letters, each with how often it has occurred before."""
    counts: dict[str, int] = {}
    found = set()
    for one, other in pairwise(text):
        pair = one + other
        counts[pair] = number = counts.get(pair, -1) + 1
        found.add((pair, number))
    return frozenset(found)


def _measure_likeness(first: str, second: str) -> float:
    """Return the share of neighbouring letters that two texts have in common, 0 to 1 (Dice)."""
    one, other = _list_pairs(first), _list_pairs(second)
    if not (one and other):
        return 0.0
    return 2.0 * len(one & other) / (len(one) + len(other))


def _choose_pairs(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Return the heaviest candidates of which none cross and none share a card."""
    ordered = sorted(candidates, key=lambda one: (one.first, -one.second))
    best = _BestBefore(max((one.second for one in ordered), default=-1) + 1)
    before: list[int] = []
    totals: list[float] = []
    for place, one in enumerate(ordered):
        total, previous = best.find(one.second)
        before.append(previous)
        totals.append(total + one.weight)
        best.note(one.second, totals[place], place)
    chosen: list[_Candidate] = []
    place = best.find(best.size)[1]
    while place >= 0:
        chosen.append(ordered[place])
        place = before[place]
    return chosen[::-1]


class _BestBefore:
    """The heaviest chain that ends before a place; a tree of prefixes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def find(self, place: int) -> tuple[float, int]:
        """Return (weight, number) of the heaviest chain among the places before this one."""
        found = (0.0, -1)
        while place > 0:
            found = max(found, self._best[place], key=lambda one: one[0])
            place -= place & -place
        return found

    def note(self, place: int, weight: float, number: int) -> None:
        """Remember a chain that ends at a place."""
        place += 1
        while place <= self.size:
            if weight > self._best[place][0]:
                self._best[place] = (weight, number)
            place += place & -place
