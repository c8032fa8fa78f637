"""Two paths of a blueprint beside each other: each lane twice, step by step the same columns."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeVar

from blueprint_editor.model.derived import find_customer_lane
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.filtering import feel_on_path
from blueprint_editor.model.naming import sign_variant
from blueprint_editor.model.records import Card, Connector, Lane, Mark, Variant

AnyContent = TypeVar("AnyContent", bound=DocumentContent)

TWIN = ".b"
"""Ends the id of what the second path shows; no id of a document holds a full stop."""


def lay_side_by_side(document: AnyContent, first: str, second: str) -> AnyContent:
    """Return a document for sheets where each lane stands twice: for the one path and the other.

    Cards of both paths stand in both lanes. What belongs to neither is left out. The lines are
    those of the blueprint, since lanes of a role stay together.

    Args:
        document: with both paths.
        first: id of the variant in the upper lanes.
        second: id of the one in the lower lanes.
    """
    paths = {variant.id: variant for variant in document.variants}
    sides = ((paths[first], ""), (paths[second], TWIN))
    cards: list[Card] = []
    connectors: list[Connector] = []
    marks: list[Mark] = []
    for path, ending in sides:
        own = tuple(_iter_cards(document, path.id, ending))
        known = {card.id for card in own}
        links = tuple(_iter_connectors(document, path.id, ending, known))
        known.update(link.id for link in links)
        marks.extend(_iter_marks(document, ending, known))
        cards.extend(own)
        connectors.extend(links)
    walkers = {path.persona for path, _ in sides}
    return document.model_copy(
        update={
            "lanes": tuple(_iter_lanes(document, cards, sides)),
            "cards": tuple(cards),
            "connectors": tuple(connectors),
            "marks": (*_list_header_marks(document), *marks),
            "variants": tuple(path for path, _ in sides),
            "personas": tuple(one for one in document.personas if one.id in walkers),
            "poster": document.poster.model_copy(update={"filter": None, "fit": None}),
        }
    )


def _list_header_marks(document: DocumentContent) -> list[Mark]:
    headers = {phase.id for phase in document.phases} | {step.id for step in document.steps}
    return [mark for mark in document.marks if mark.target in headers]


def _belongs(variants: tuple[str, ...], path: str) -> bool:
    return not variants or path in variants


def _iter_cards(document: DocumentContent, path: str, ending: str) -> Iterator[Card]:
    for card in document.cards:
        if _belongs(card.variants, path):
            place = {"id": card.id + ending, "lane": card.lane + ending, "variants": ()}
            yield feel_on_path(card, path).model_copy(update=place)


def _iter_connectors(
    document: DocumentContent, path: str, ending: str, known: AbstractSet[str]
) -> Iterator[Connector]:
    for link in document.connectors:
        ends = {"source": link.source + ending, "target": link.target + ending}
        if _belongs(link.variants, path) and known >= set(ends.values()):
            own: dict[str, object] = {"id": link.id + ending, "variants": (), **ends}
            yield link.model_copy(update=own)


def _iter_marks(document: DocumentContent, ending: str, known: Collection[str]) -> Iterator[Mark]:
    shown = {m.id for m in document.marks if m.target + ending in known}
    for mark in document.marks:
        if mark.id in shown:
            solves = mark.solves + ending if mark.solves in shown and mark.solves else None
            own = {"id": mark.id + ending, "target": mark.target + ending, "solves": solves}
            yield mark.model_copy(update=own)


def _iter_lanes(
    document: DocumentContent, cards: Collection[Card], sides: tuple[tuple[Variant, str], ...]
) -> Iterator[Lane]:
    """Yield each lane for either path; one that is empty on both, or its curve, stays single."""
    filled = {card.lane for card in cards}
    for place, lane in enumerate(document.lanes):
        is_curve = lane.role == "emotion"
        customer = find_customer_lane(document.lanes, place) if is_curve else None
        is_double = {
            one: not filled.isdisjoint({one, one + TWIN}) for one in (lane.id, customer) if one
        }
        if not any(is_double.values()):
            yield lane
            continue
        for path, ending in sides:
            of = customer + ending if customer and is_double[customer] else customer
            name = f"{sign_variant(path)} · {lane.name}"
            yield lane.model_copy(
                update={
                    "id": lane.id + ending,
                    "name": name,
                    "of": of if is_curve else lane.of,
                }
            )
