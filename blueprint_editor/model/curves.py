"""Feelings and self-ratings along a path: what they are now, and what they were before."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card


class CurvePoint(NamedTuple):
    """A card on a curve; None where nothing is told."""

    card: str
    before: int | None
    now: int | None


class Curve(NamedTuple):
    """The feelings of the customers of a lane.

    Attributes:
        lane: id of the customer lane.
        variant: id of the path, where the paths differ.
        points: in reading order.
    """

    lane: str
    variant: str | None
    points: tuple[CurvePoint, ...]

    @property
    def has_before(self) -> bool:
        return any(point.before is not None for point in self.points)


def list_feelings(
    document: DocumentContent, before: DocumentContent | None = None
) -> tuple[Curve, ...]:
    """Return a curve for each customer lane, or for each path of it where they differ.

    ``before`` is an earlier state: the same cards, as far as it had them.
    """
    facts = DerivedFacts(document)
    known = {card.id: card for card in before.cards} if before is not None else {}
    found = []
    for lane in facts.lanes:
        if lane.role != "customer":
            continue
        cards = [card for card in facts.reading_order if card.lane == lane.id]
        differs = any(card.emotions or facts.limits(card.variants) for card in cards)
        variants = document.variants if differs and len(document.variants) > 1 else ()
        paths: tuple[str | None, ...] = tuple(one.id for one in variants) or (None,)
        for variant in paths:
            own = [card for card in cards if variant is None or _is_on(card, variant)]
            points = (
                CurvePoint(card.id, _feel(known.get(card.id), variant), _feel(card, variant))
                for card in own
            )
            told = tuple(p for p in points if p.before is not None or p.now is not None)
            if told:
                found.append(Curve(lane.id, variant, told))
    return tuple(found)


def _is_on(card: Card, variant: str) -> bool:
    return not card.variants or variant in card.variants


def _feel(card: Card | None, variant: str | None) -> int | None:
    if card is None:
        return None
    own = {emotion.variant: emotion.value for emotion in card.emotions}
    return own.get(variant, card.emotion) if variant is not None else card.emotion


def list_ratings(document: DocumentContent) -> tuple[CurvePoint, ...]:
    """Return the self-ratings of cards, 1–5, in reading order."""
    return tuple(_iter_ratings(DerivedFacts(document)))


def _iter_ratings(facts: DerivedFacts) -> Iterator[CurvePoint]:
    for card in facts.reading_order:
        if card.rating is not None and (card.rating.before or card.rating.after):
            yield CurvePoint(card.id, card.rating.before, card.rating.after)
