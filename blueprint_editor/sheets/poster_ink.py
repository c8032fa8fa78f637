"""The lanes of the poster as ink: bands, lines, curves, connectors, cards and labels in order."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group, MissingLetters, Placed
from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.lanes import build_boundary, build_lane_band, build_lane_label
from blueprint_editor.layout.routing import GridPlacement
from blueprint_editor.layout.theme import RoleLook
from blueprint_editor.model.records import Lane
from blueprint_editor.sheets.poster_body import Body
from blueprint_editor.sheets.poster_curves import iter_curves
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_rows import CardRow
from blueprint_editor.sheets.poster_wires import WireInk, draw_wires


class BodyInk(NamedTuple):
    """The lanes' groups in paint order on the sheet; ``cards`` has those of cards by lane."""

    placed: tuple[Placed, ...]
    missing: tuple[MissingLetters, ...]
    cards: Mapping[str, "CardInk"]
    wires: WireInk


class CardInk(NamedTuple):
    """The ink of the cards of a row, with what it was made of."""

    made_of: tuple[object, ...]
    placed: tuple[Placed, ...]


def draw_body(
    facts: PosterFacts, body: Body, placement: GridPlacement, shift: Point, former: BodyInk | None
) -> BodyInk:
    """Draw bands, lines, curves, connectors, cards and labels in this paint order.

    ``shift`` is where the lanes' top-left corner stands on the sheet, in mm.
    """
    wires = draw_wires(facts, body.wires, placement.wires, shift, former.wires if former else None)
    cards = _draw_cards(body.rows, placement.card_places, shift, former.cards if former else {})
    grounds = chain(
        _iter_bands(facts, body, placement),
        _iter_boundaries(facts, body, placement),
        iter_curves(facts, body, placement),
    )
    placed = (
        *move_all(grounds, *shift),
        *wires.placed,
        *chain.from_iterable(ink.placed for ink in cards.values()),
        *move_all(_iter_labels(facts, body, placement), *shift),
    )
    lanes = zip(body.lanes, body.labels, strict=True)
    missing = (
        *chain.from_iterable(row.missing for row in body.rows),
        *(MissingLetters(label.missing, lane.id) for lane, label in lanes if label.missing),
        *body.wires.missing,
    )
    return BodyInk(placed, missing, cards, wires)


def move_all(placed: Iterable[Placed], dx: float, dy: float) -> list[Placed]:
    """Return groups moved by (dx, dy) mm."""
    return [Placed(group, x + dx, y + dy) for group, x, y in placed]


def _draw_cards(
    rows: Iterable[CardRow],
    places: Mapping[str, Point],
    shift: Point,
    former: Mapping[str, CardInk],
) -> dict[str, CardInk]:
    dx, dy = shift
    drawn: dict[str, CardInk] = {}
    for row in rows:
        own = [places[card] for card in row.cards]
        ink = CardInk((row.cards, own, shift), ())
        known = former.get(row.lane)
        if known is not None and known.made_of == ink.made_of:
            ink = known
        else:
            cards = zip(row.cards.values(), own, strict=True)
            ink = ink._replace(
                placed=tuple([Placed(card.box.group, x + dx, y + dy) for card, (x, y) in cards])
            )
        drawn[row.lane] = ink
    return drawn


def _iter_bands(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    for lane, y, height in zip(body.lanes, placement.row_y, placement.row_heights, strict=True):
        look = facts.looks[lane.id]
        yield Placed(_reused_band(facts, lane, look, body.width, height), 0.0, y)


def _reused_band(
    facts: PosterFacts, lane: Lane, look: RoleLook, width: float, height: float
) -> Group:
    return facts.cache.reuse(
        ("band", lane.id),
        (look, width, height, facts.theme),
        build_lane_band,
        lane.id,
        look,
        width,
        height,
        facts.theme,
    )


def _iter_labels(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    rows = zip(body.lanes, body.labels, placement.row_y, placement.row_heights, strict=True)
    for lane, label, y, height in rows:
        group = facts.cache.reuse(
            ("lane", lane.id),
            (lane, label, height, body.label_width, facts.theme),
            build_lane_label,
            lane,
            label,
            body.label_width,
            height,
            facts.theme,
        )
        yield Placed(group, 0.0, y)


def _iter_boundaries(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    boundaries = facts.derived.boundaries
    for index, lane in enumerate(body.lanes):
        kinds = boundaries.get(lane.id)
        if kinds:
            names = tuple(facts.terms.boundaries[kind] for kind in kinds)
            y = placement.row_y[index] + placement.row_heights[index]
            group = facts.cache.reuse(
                ("line", lane.id),
                (kinds, names, body.width, facts.theme),
                build_boundary,
                f"{lane.id}.line",
                kinds,
                names,
                body.width,
                facts.theme,
                facts.typesetter,
            )
            yield Placed(group, 0.0, y)
