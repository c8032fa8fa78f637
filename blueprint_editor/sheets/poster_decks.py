"""The decks of a poster: where one row of steps would be too long, several under one another.

Each deck has all lanes and some of the steps.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeVar

from blueprint_editor.layout.card import Way
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.routing import Router
from blueprint_editor.model.records import Duration
from blueprint_editor.sheets.poster_body import Body, list_columns
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_rows import BodyColumn, CardUses, join_uses
from blueprint_editor.sheets.poster_ways import find_deck_ways

Found = TypeVar("Found")


class DeckTools:
    """What a deck keeps from one composition to the next, besides its parts."""

    def __init__(self) -> None:
        self.cache = ReuseCache()
        self.router = Router()


class DeckPlan(NamedTuple):
    """What is to stand on a deck.

    Attributes:
        facts: with the deck's own tools.
        continued: the phase that began on the deck above; empty for none.
    """

    facts: PosterFacts
    columns: tuple[BodyColumn, ...]
    continued: str = ""


class Contents(NamedTuple):
    """What the lanes of all decks show together, as far as the footer tells of it.

    Attributes:
        kinds: of the connectors.
        cards: ids of those shown.
        durations: those of each row of cards.
        width: of the lanes, in mm.
    """

    kinds: frozenset[str]
    uses: CardUses
    cards: Collection[str]
    durations: tuple[tuple[tuple[str, Duration], ...], ...]
    width: float


def plan_decks(facts: PosterFacts, tools: list[DeckTools]) -> tuple[DeckPlan, ...]:
    """Return what stands on each deck; one without a fit that asks for more.

    Args:
        facts: of the whole poster; the first deck uses their cache and router.
        tools: of the decks after the first; more are added where they are needed.
    """
    columns = list_columns(facts)
    decks = _break_columns(facts, columns)
    if len(decks) == 1:
        return (DeckPlan(facts, columns),)
    if facts.shows("connectors"):
        places = {column.step: place for place, deck in enumerate(decks) for column in deck}
        ways = find_deck_ways(facts.derived, places, facts.terms.print)
        facts = replace(facts, ways=_join_ways(facts.ways, ways))
    while len(tools) < len(decks) - 1:
        tools.append(DeckTools())
    plans = [DeckPlan(facts, decks[0])]
    for own, above, deck in zip(tools, decks, decks[1:], strict=False):
        own.cache.begin_round()
        own_facts = replace(facts, cache=own.cache, router=own.router)
        continued = deck[0].phase if deck[0].phase == above[-1].phase else ""
        plans.append(DeckPlan(own_facts, deck, continued))
    return tuple(plans)


def _break_columns(
    facts: PosterFacts, columns: tuple[BodyColumn, ...]
) -> tuple[tuple[BodyColumn, ...], ...]:
    fit = facts.document.poster.fit
    if fit is None or not (fit.rows or fit.row_steps):
        return (columns,)
    phases, steps = set(fit.rows), set(fit.row_steps)
    decks: list[list[BodyColumn]] = [[]]
    before = ""
    for column in columns:
        begins = column.step in steps or (column.phase in phases and column.phase != before)
        if begins and decks[-1]:
            decks.append([])
        decks[-1].append(column)
        before = column.phase
    return tuple(map(tuple, decks))


def _join_ways(
    one: Mapping[str, tuple[Way, ...]], other: Mapping[str, tuple[Way, ...]]
) -> Mapping[str, tuple[Way, ...]]:
    cards = dict.fromkeys((*one, *other))
    return {card: (*one.get(card, ()), *other.get(card, ())) for card in cards}


def join_contents(bodies: Sequence[Body]) -> Contents:
    """Return what the lanes show together."""
    first = bodies[0]
    durations = tuple(row.durations for body in bodies for row in body.rows)
    if len(bodies) == 1:
        return Contents(first.wires.kinds, first.uses, first.boxes, durations, first.width)
    return Contents(
        frozenset[str]().union(*(body.wires.kinds for body in bodies)),
        join_uses(body.uses for body in bodies),
        frozenset(chain.from_iterable(body.boxes for body in bodies)),
        durations,
        first.width,
    )


def fill_up(former: Sequence[Found], count: int) -> list[Found | None]:
    """Return what decks had before, None for those that are new."""
    return [*former[:count], *[None] * (count - len(former))]
