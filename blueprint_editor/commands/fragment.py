"""A piece of a document that can be carried elsewhere: cards with all that belongs to them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from blueprint_editor.commands.parts import replace_translations
from blueprint_editor.commands.rules import is_card_lane
from blueprint_editor.model.derived import DerivedFacts, sort_cards
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Actor, Card, Lane, Step
from blueprint_editor.model.references import World

MEDIA_TYPE: Final = "application/x-service-blueprint-fragment+json"
"""What the clipboard calls a fragment."""

MAX_BYTES = 64 * 1024 * 1024
"""As large as a whole document file may be."""

_FORMAT: Final = "service-blueprint-fragment"


@dataclass(frozen=True)
class Fragment:
    """Cards with their connectors, marks, registers and pictures, as a small document.

    ``document`` bears the id of the document it was copied from. Its lanes and steps are all
    those from the first to the last that hold a card, so that the cards keep their distances.
    """

    document: Document


class _Envelope(Record):
    format: Literal["service-blueprint-fragment"]
    format_version: Literal[1]
    document: Document


_ADAPTER: TypeAdapter[_Envelope] = TypeAdapter(_Envelope)


def dump_fragment(fragment: Fragment) -> bytes:
    """Return the fragment as JSON, of :data:`MEDIA_TYPE`."""
    envelope = _Envelope.model_construct(
        format=_FORMAT, format_version=1, document=fragment.document
    )
    return _ADAPTER.dump_json(envelope, exclude_defaults=True)


def read_fragment(data: bytes) -> Fragment:
    """Return the fragment that a clipboard holds; whoever put it there is not trusted.

    Raises:
        DocumentError: it is none, or it breaks a rule of the format.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError((Problem("", f"is larger than {MAX_BYTES} bytes"),))
    try:
        document = _ADAPTER.validate_json(data).document
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        problems = tuple(
            Problem("".join(f"/{part}" for part in fault["loc"]), fault["msg"]) for fault in found
        )
        raise DocumentError(problems) from error
    if broken := find_problems(document):
        raise DocumentError(broken)
    return Fragment(document)


def copy_fragment(document: Document, ids: Iterable[str]) -> Fragment | None:
    """Return the cards among ``ids``, and those in the lanes, phases and steps among them.

    With them come the connectors between them, the marks on both, and what they name. None if
    there are no cards.
    """
    facts = DerivedFacts(document)
    cards = _find_cards(facts, frozenset(ids))
    if not cards:
        return None
    wanted = {card.id for card in cards}
    connectors = tuple(c for c in document.connectors if c.source in wanted and c.target in wanted)
    wanted.update(connector.id for connector in connectors)
    marks = [mark for mark in document.marks if mark.target in wanted]
    carried = {mark.id for mark in marks}
    steps = _find_steps(facts, cards)
    phases = {step.phase for step in steps}
    piece = Document(
        id=document.id,
        title="",
        language=document.language,
        phases=tuple(phase for phase in document.phases if phase.id in phases),
        steps=tuple(steps),
        lanes=tuple(
            lane.changed(actor=None, of=None) if lane.actor or lane.of else lane
            for lane in _find_lanes(document, cards)
        ),
    )
    marks = [m if m.solves in carried else m.changed(solves=None) for m in marks]
    piece = piece.model_copy(
        update={"cards": cards, "connectors": connectors, "marks": tuple(marks)}
    )
    return Fragment(_with_translations(_with_registers(piece, document), document))


def _find_cards(facts: DerivedFacts, ids: Collection[str]) -> tuple[Card, ...]:
    steps = {step.id for step in facts.steps if step.id in ids or step.phase in ids}
    document = facts.document
    found = (c for c in document.cards if c.id in ids or c.lane in ids or c.step in steps)
    return tuple(sort_cards(document, found))


def _find_steps(facts: DerivedFacts, cards: Sequence[Card]) -> Sequence[Step]:
    used = {card.step for card in cards}
    places = [place for place, step in enumerate(facts.steps) if step.id in used]
    return facts.steps[places[0] : places[-1] + 1]


def _find_lanes(document: Document, cards: Sequence[Card]) -> Iterator[Lane]:
    used = {card.lane for card in cards}
    places = [place for place, lane in enumerate(document.lanes) if lane.id in used]
    for lane in document.lanes[places[0] : places[-1] + 1]:
        if lane.id in used or is_card_lane(lane):
            yield lane


def _with_registers(piece: Document, document: Document) -> Document:
    """Return the piece with the actors, variants, sources, tags and images that it names."""
    named = set(_iter_named(piece))
    actors = {actor.id: actor for actor in document.actors}
    for actor in document.actors:
        if actor.id in named:
            named.update(_iter_members(actor, actors))
    pictures = {card.image.asset for card in piece.cards if card.image is not None}
    return piece.model_copy(
        update={
            "actors": tuple(actor for actor in document.actors if actor.id in named),
            "variants": tuple(
                variant.changed(persona=None) if variant.persona else variant
                for variant in document.variants
                if variant.id in named
            ),
            "sources": tuple(source for source in document.sources if source.id in named),
            "tags": tuple(tag for tag in document.tags if tag.id in named),
            "assets": tuple(asset for asset in document.assets if asset.id in pictures),
        }
    )


def _iter_named(piece: Document) -> Iterator[str]:
    for card in piece.cards:
        yield from (*card.actors, *card.variants, *card.sources, *card.tags)
        yield from (emotion.variant for emotion in card.emotions)
    for connector in piece.connectors:
        yield from connector.variants
        if connector.handover is not None:
            yield from filter(None, (connector.handover.giver, connector.handover.receiver))
    yield from (mark.owner for mark in piece.marks if mark.owner is not None)


def _iter_members(actor: Actor, actors: Mapping[str, Actor]) -> Iterator[str]:
    for member in actor.members:
        yield member
        yield from _iter_members(actors[member], actors)


def _with_translations(piece: Document, document: Document) -> Document:
    if not document.translations:
        return piece
    kept = set(World(piece, ()).known)
    for records in (piece.lanes, piece.phases, piece.steps):
        kept.difference_update(record.id for record in records)
    kept.discard(piece.id)
    tables = {
        language: {i: texts for i, texts in table.items() if i in kept}
        for language, table in document.translations.items()
        if not kept.isdisjoint(table)
    }
    return replace_translations(piece, tables)
