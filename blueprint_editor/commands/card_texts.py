"""Make several cards of one, one of several, and count votes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blueprint_editor.commands.cards import place_cards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.lookup import find_records
from blueprint_editor.commands.parts import (
    map_records,
    replace_parts,
    replace_records,
    replace_translations,
)
from blueprint_editor.commands.paths import change_record
from blueprint_editor.commands.redirect import (
    drop_merged,
    join_fields,
    join_translations,
    redirect,
)
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import sort_cards
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, Connector, Mark

_SHARED = (
    "lane",
    "step",
    "actors",
    "channel",
    "variants",
    "certainty",
    "sources",
    "tags",
    "language",
)
"""What the cards that a card is divided into have in common with it."""

_TEXTS = dict.fromkeys(
    ("text", "plain_text", "note", "legal_basis", "method", "amount", "due", "area"), "\n"
)
_UNITED = ("actors", "sources", "tags", "links")


@dataclass(frozen=True)
class SplitCard:
    """Make a card of each line of a card's text, below each other.

    The first line stays in the card, with its marks, connectors and all else. The others get the
    same actors, channel, variants, sources and tags, and the card as their origin.
    """

    card: str
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("card split")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """A card of one line is refused: ``one_line``."""
        place = find_records(document, (self.card,))[self.card]
        card = place.record
        lines = _list_lines(card.text) if isinstance(card, Card) else []
        if len(lines) < 2:
            raise CommandRefusedError("one_line", self.card)
        new_ids = SeededIds(document, self.seed)
        shared = {name: getattr(card, name) for name in _SHARED}
        new = [
            Card(id=new_ids.take("cards"), text=line, origin=(card.id,), **shared)
            for line in lines[1:]
        ]
        cell = [c for c in document.cards if c.step == card.step and c.lane == card.lane]
        after = replace_records(document, "cards", {place.index: card.changed(text=lines[0])})
        after = replace_parts(after, cards=(*after.cards, *new))
        position = cell.index(card) + 1
        after = place_cards(after, [CardPlace(c.id, c.lane, c.step, position) for c in new])
        return _split_translations(after, [card.id, *(c.id for c in new)])


def _list_lines(text: str) -> list[str]:
    return [line for line in map(str.strip, text.split("\n")) if line]


def _split_translations(document: Document, cards: Sequence[str]) -> Document:
    """Divide a translation that has as many lines as the text; another stays whole."""
    tables = dict(document.translations)
    for language, table in document.translations.items():
        own = table.get(cards[0], {})
        lines = _list_lines(own.get("text", ""))
        if len(lines) == len(cards):
            divided: dict[str, Mapping[str, str]] = {
                card: {"text": line} for card, line in zip(cards[1:], lines[1:], strict=True)
            }
            divided[cards[0]] = {**own, "text": lines[0]}
            tables[language] = {**table, **divided}
    return replace_translations(document, tables)


@dataclass(frozen=True)
class JoinCards:
    """Make one card of several, in the place of the first of them in reading order.

    Texts and notes come below each other; actors, sources, tags, links, marks, comments and
    connectors come together, votes are added up. A connector between two of them, and one that
    would be double, goes. The others' ids become part of the card's origin.
    """

    cards: tuple[str, ...]
    name: str = msgid("joining of cards")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """One card alone is refused: ``one_card``."""
        found = [card for card in document.cards if card.id in self.cards]
        if missing := set(self.cards) - {card.id for card in found}:
            raise CommandRefusedError("unknown_record", *sorted(missing))
        first, *others = sort_cards(document, found)
        if not others:
            raise CommandRefusedError("one_card", first.id)
        joined = first
        for other in others:
            document = join_translations(document, joined, other, _TEXTS)
            joined = join_two(joined, other, _TEXTS)
        return replace_by_joined(document, {first.id: (joined, tuple(c.id for c in others))})


def join_two(first: Card, second: Card, texts: Mapping[str, str]) -> Card:
    """Return the first card with all that the second has.

    ``texts``: field → the sign between the two texts; of other texts the first one's stay.
    """
    variants = first.variants + second.variants if first.variants and second.variants else ()
    emotions = {emotion.variant: emotion for emotion in (*second.emotions, *first.emotions)}
    united: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name))))
        for name in _UNITED
    }
    return change_record(
        join_fields(first, second, texts),
        variants=tuple(dict.fromkeys(variants)),
        emotions=tuple(emotions.values()),
        votes=first.votes + second.votes,
        origin=tuple(dict.fromkeys((*first.origin, *second.origin, second.id))),
        **united,
    )


def replace_by_joined(
    document: Document, joined: Mapping[str, tuple[Card, tuple[str, ...]]]
) -> Document:
    """Return the document where joined cards stand for those that they were made of.

    Marks, comments and connectors follow; a connector between two of them goes, and of two that
    have become the same the first one stays, on the paths of both.

    Args:
        document: in which all of the cards still stand.
        joined: id → the card that stands there now, and the ids of those that it replaces.
    """
    places = {card.id: place for place, card in enumerate(document.cards)}
    cards = {places[card]: new for card, (new, _) in joined.items()}
    document = replace_records(document, "cards", cards)
    follows = {other: card for card, (_, others) in joined.items() for other in others}
    document = redirect(document, "cards", follows)
    idle = _find_idle(document.connectors, joined.keys())
    document = _widen_connectors(document, idle)
    document = redirect(document, "connectors", idle)
    document = drop_merged(document, "connectors", idle)
    return drop_merged(document, "cards", follows)


def _find_idle(connectors: Sequence[Connector], cards: Collection[str]) -> dict[str, str]:
    """Return the connectors of some cards that lead to themselves or do what one before them does.

    The value tells what takes over their marks and comments: the card, or that other connector.
    """
    known: dict[tuple[str, str, str], str] = {}
    idle: dict[str, str] = {}
    for connector in connectors:
        if connector.source == connector.target:
            idle[connector.id] = connector.source
        elif connector.source in cards or connector.target in cards:
            way = (connector.source, connector.target, connector.kind)
            if known.setdefault(way, connector.id) != connector.id:
                idle[connector.id] = known[way]
    return idle


def _widen_connectors(document: Document, idle: Mapping[str, str]) -> Document:
    """Let a connector belong to the paths of those that it replaces, too."""
    own = {connector.id: connector for connector in document.connectors}
    variants = {wide: own[wide].variants for wide in idle.values() if wide in own}
    for narrow, wide in idle.items():
        if wide in variants:
            variants[wide] = unite_paths(document, variants[wide], own[narrow].variants)
    return map_records(
        document,
        "connectors",
        lambda one: change_record(one, variants=variants[one.id]) if one.id in variants else one,
    )


def unite_paths(document: Document, *variants: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths of several records together; empty where these are all."""
    if not all(variants):
        return ()
    named = {variant for some in variants for variant in some}
    everyone = [variant.id for variant in document.variants]
    return () if named.issuperset(everyone) else tuple(v for v in everyone if v in named)


@dataclass(frozen=True)
class ChangeVotes:
    """Add votes to cards and marks, or take some away; none gets below nought."""

    records: tuple[str, ...]
    by: int
    name: str = msgid("vote")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``unknown_field``, for a record that takes no votes."""
        changed: dict[str, dict[int, Card | Mark]] = {}
        for record_id, place in find_records(document, self.records).items():
            if place.collection not in {"cards", "marks"} or place.path:
                raise CommandRefusedError("unknown_field", record_id)
            votes = max(0, place.record.votes + self.by)
            if votes != place.record.votes:
                new = change_record(place.record, votes=votes)
                changed.setdefault(place.collection, {})[place.index] = new
        for collection, records in changed.items():
            document = replace_records(document, collection, records)
        return document
