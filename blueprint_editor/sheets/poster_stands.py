"""Decks put together to one poster: where they stand, their ink, and the grid of their cells.

What several decks show of the same record bears its id once; the others are repetitions, which
the poster's tags leave out.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group, Placed
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.routing import GridPlacement
from blueprint_editor.layout.row_break import RowBreak, build_row_break, measure_row_break
from blueprint_editor.sheets.poster_body import Body, place_body
from blueprint_editor.sheets.poster_curves import list_curve_points
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_grid import (
    Column,
    CurvePoint,
    GridDeck,
    LazyMapping,
    PosterGrid,
    Row,
    name_again,
)
from blueprint_editor.sheets.poster_header import Header
from blueprint_editor.sheets.poster_ink import BodyInk, move_all
from blueprint_editor.sheets.poster_rows import BodyColumn

_LEAST_MARGIN = 5.0
"""What office printers leave blank, in mm."""


class Deck(NamedTuple):
    """A deck set but not yet placed; ``facts`` have its own tools."""

    facts: PosterFacts
    body: Body
    header: Header


class DeckPlace(NamedTuple):
    """Where a deck stands, in mm of the sheet.

    Attributes:
        left: of its lanes.
        top, lanes, foot: y of its header, of its first lane, and below its last.
    """

    placement: GridPlacement
    left: float
    top: float
    lanes: float

    @property
    def foot(self) -> float:
        return self.lanes + self.placement.height


def find_margin(facts: PosterFacts) -> float:
    """Return how far all stands from the edges of the sheet, in mm."""
    return max(facts.theme.mm(facts.theme.metrics.margin), _LEAST_MARGIN)


def stand_decks(facts: PosterFacts, decks: Sequence[Deck], spare: float) -> tuple[DeckPlace, ...]:
    """Put decks under one another; the lanes of each are ``spare`` mm higher than need be."""
    stands = []
    margin = top = find_margin(facts)
    for deck in decks:
        placement = place_body(deck.facts, deck.body, spare)
        stands.append(DeckPlace(placement, margin, top, top + deck.header.height))
        top = stands[-1].foot + measure_row_break(facts.theme)
    return tuple(stands)


def join_decks(
    decks: Sequence[Deck], inks: Sequence[BodyInk], stands: Sequence[DeckPlace]
) -> Iterator[Placed]:
    """Yield the groups of all decks in paint order, each under a key of its own."""
    keys: set[str] = set()
    for number, (deck, ink, stand) in enumerate(zip(decks, inks, stands, strict=True)):
        own = (*ink.placed, *move_all(deck.header.placed, stand.left, stand.top))
        # One deck has nothing to repeat.
        yield from own if len(decks) == 1 else _name_apart(own, keys, number, deck.facts.cache)
    for number, (above, below) in enumerate(pairwise(zip(decks, stands, strict=True)), 1):
        yield _draw_break(number, above[1], *below)


def _name_apart(
    placed: Iterable[Placed], known: set[str], deck: int, cache: ReuseCache
) -> Iterator[Placed]:
    """Yield a deck's groups under keys that no deck above has; add all keys to ``known``."""
    for one in placed:
        key = one.group.key
        if key in known:
            again = name_again(key, deck)
            group = cache.reuse(("again", key), (one.group,), _rename, one.group, again)
            yield one._replace(group=group)
        else:
            known.add(key)
            yield one


def _rename(group: Group, key: str) -> Group:
    return group._replace(key=key)


def _draw_break(number: int, above: DeckPlace, below: Deck, stand: DeckPlace) -> Placed:
    """Draw what leads from a deck to the one below it."""
    facts, body, header = below
    theme, first = facts.theme, body.columns[0].phase
    phase = next(phase for phase in facts.document.phases if phase.id == first)
    name = f"{facts.derived.phase_numbers[first]} {phase.name}".strip()
    middle = (header.phase_top + header.phase_bottom) / 2
    gap = stand.top - above.foot
    end = (body.label_width - theme.mm(theme.metrics.column_gap) / 2, gap + middle)
    told = RowBreak(facts.terms.print.goes_on_below.format(name), body.width, end)
    key = f"row-break.{number}"
    group = facts.cache.reuse(
        key, (told, theme, facts.language),
        build_row_break, key, told, theme, facts.typesetter, facts.language,
    )  # fmt: skip
    return Placed(group, above.left, above.foot)


def make_grid(decks: Sequence[Deck], stands: Sequence[DeckPlace]) -> PosterGrid:
    """Return where the cells of all decks stand."""
    facts, body, _ = decks[0]

    def list_cards() -> Collection[str]:
        return [card for deck in decks for card in deck.body.boxes]

    def find_bounds(card: str) -> Bounds:
        for deck, stand in zip(decks, stands, strict=True):
            if (box := deck.body.boxes.get(card)) is not None:
                x, y = stand.placement.card_places[card]
                return box.group.bounds.moved(x + stand.left, y + stand.lanes)
        raise KeyError(card)

    def find_cell(cell: tuple[str, str]) -> tuple[str, ...]:
        return tuple([card.id for card in facts.derived.cards_by_lane[cell[0]][cell[1]]])

    def list_curves() -> tuple[str, ...]:
        shown = body.lanes if facts.shows("emotion_curve") else ()
        return tuple(lane.id for lane in shown if lane.role == "emotion")

    def find_points(lane: str) -> tuple[CurvePoint, ...]:
        return tuple(
            point._replace(x=point.x + stand.left, y=point.y + stand.lanes)
            for deck, stand in zip(decks, stands, strict=True)
            for point in list_curve_points(deck.facts, deck.body, stand.placement, lane)
        )

    left = stands[0].left
    return PosterGrid(
        tuple(_make_deck(deck, stand) for deck, stand in zip(decks, stands, strict=True)),
        Bounds(left, stands[0].top, left + body.width, stands[-1].foot),
        left + body.label_width,
        LazyMapping(list_cards, find_bounds),
        LazyMapping(lambda: facts.derived.cards_by_cell, find_cell),
        LazyMapping(list_curves, find_points),
    )


def _make_deck(deck: Deck, stand: DeckPlace) -> GridDeck:
    facts, body, header = deck
    columns = facts.cache.reuse(
        ("grid",), (body.columns, stand.placement.column_x, stand.left),
        _make_columns, body.columns, stand.placement.column_x, stand.left,
    )  # fmt: skip
    places = zip(body.lanes, stand.placement.row_y, stand.placement.row_heights, strict=True)
    rows = tuple(Row(lane.id, y + stand.lanes, height) for lane, y, height in places)
    return GridDeck(columns, rows, stand.top + header.phase_top, stand.top + header.phase_bottom)


def _make_columns(
    columns: Sequence[BodyColumn], xs: Sequence[float], margin: float
) -> tuple[Column, ...]:
    pairs = zip(xs, columns, strict=True)
    return tuple(Column(one.step, one.phase, x + margin, one.width) for x, one in pairs)
