"""The curves of the emotion lanes: whose feelings they show, and where."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.layout.colour import darken_until
from blueprint_editor.layout.fading import fade_line
from blueprint_editor.layout.lanes import (
    EmotionLine,
    EmotionPoint,
    build_emotion_curve,
    emotion_unit,
    place_emotions,
)
from blueprint_editor.layout.routing import GridPlacement
from blueprint_editor.layout.theme import PAPER
from blueprint_editor.model.derived import find_customer_lane
from blueprint_editor.model.kinds import Dash
from blueprint_editor.model.naming import sign_variant
from blueprint_editor.model.records import Card, Variant
from blueprint_editor.sheets.poster_body import Body
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_grid import CurvePoint

_PATTERNS: Mapping[Dash, tuple[float, ...]] = MappingProxyType(
    {
        "solid": (),
        "dashed": (4.0, 2.4),
        "dash_dot": (4.0, 1.8, 1.0, 1.8),
        "dotted": (1.0, 2.0),
    }
)
"""Lines and gaps of each dash in mm at type scale 1; last the one that the axis looks like."""


def iter_curves(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    """Yield the curve of each emotion lane, placed."""
    if not facts.shows("emotion_curve"):
        return
    for index, lane in enumerate(body.lanes):
        if lane.role == "emotion":
            lines = emotion_lines(facts, body, index)
            theme = facts.theme
            axis = (facts.terms.emotion_axis[1], facts.terms.emotion_axis[0])
            group = facts.cache.reuse(
                ("curve", lane.id),
                (lines, body.label_width, body.width, axis, theme),
                build_emotion_curve, lane.id, lines, body.label_width,
                body.width - theme.mm(6), axis, theme, facts.typesetter,
            )  # fmt: skip
            yield Placed(group, 0.0, placement.row_y[index])


def list_curve_points(
    facts: PosterFacts, body: Body, placement: GridPlacement, lane_id: str
) -> tuple[CurvePoint, ...]:
    """Return the dots of an emotion lane's curve, y from the top of the first lane."""
    index = next(i for i, lane in enumerate(body.lanes) if lane.id == lane_id)
    lines, unit = emotion_lines(facts, body, index), emotion_unit(facts.theme)
    return tuple(
        CurvePoint(point.card, line.variant, x, placement.row_y[index] + y, point.value, unit)
        for line, places in zip(lines, place_emotions(lines, facts.theme), strict=True)
        for point, (x, y) in zip(line.points, places, strict=True)
    )


def emotion_lines(facts: PosterFacts, body: Body, index: int) -> tuple[EmotionLine, ...]:
    """Return the curves of an emotion lane: one for each variant where the paths differ."""
    customer = find_customer_lane(body.lanes, index)
    cells = facts.derived.cards_by_lane.get(customer or "", {})
    colour = facts.looks[body.lanes[index].id].border
    cards: list[tuple[float, Card]] = []
    for x, column in zip(body.size.column_x, body.columns, strict=True):
        own = [c for c in cells.get(column.step, ()) if _has_emotion(c)]
        cards.extend(
            (x + column.width * (place + 0.5) / len(own), card) for place, card in enumerate(own)
        )
    differs = any(card.emotions or facts.derived.limits(card.variants) for _, card in cards)
    variants = tuple(facts.variants.values()) if differs else ()
    if len(variants) < 2:
        points = tuple(
            EmotionPoint(round(x, 3), card.emotion, card.step, card.id)
            for x, card in cards
            if card.emotion is not None
        )
        ink = fade_line(colour) if _stands_back(facts, points) else colour
        return (EmotionLine("", ink, (), points),) if points else ()
    lines = (
        _variant_line(facts, variant, cards, colour, dash)
        for variant, dash in zip(variants, _find_dashes(variants), strict=True)
    )
    return tuple(line for line in lines if line.points)


def _find_dashes(variants: Sequence[Variant]) -> list[Dash]:
    """Return the dash of each line; one that an earlier line has is exchanged for a free one."""
    wanted = [variant.dash for variant in variants]
    free = [dash for dash in _PATTERNS if dash not in wanted]
    found: list[Dash] = []
    for dash in wanted:
        found.append(free.pop(0) if free and dash in found else dash)
    return found


def _stands_back(facts: PosterFacts, points: Sequence[EmotionPoint], variant: str = "") -> bool:
    """Tell whether a filter names neither the path of a curve nor any of its cards."""
    return variant in facts.faded or all(point.card in facts.faded for point in points)


def _has_emotion(card: Card) -> bool:
    return card.emotion is not None or bool(card.emotions)


def _variant_line(
    facts: PosterFacts, variant: Variant, cards: list[tuple[float, Card]], colour: str, dash: Dash
) -> EmotionLine:
    points = []
    for x, card in cards:
        if card.variants and variant.id not in card.variants:
            continue
        own = {emotion.variant: emotion.value for emotion in card.emotions}
        value = own.get(variant.id, card.emotion)
        if value is not None:
            points.append(EmotionPoint(round(x, 3), value, card.step, card.id))
    ink = colour
    if variant.colour is not None and not facts.theme.greyscale:
        # As dark as its letter on the cards.
        ink = darken_until(variant.colour, PAPER, 4.5)
    if _stands_back(facts, points, variant.id):
        ink = fade_line(ink)
    letter = sign_variant(variant)
    pattern = tuple(map(facts.theme.mm, _PATTERNS[dash]))
    return EmotionLine(letter, ink, pattern, tuple(points), variant.id)
