"""What the poster needs to know of a document before anything is measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.layout.actor_sign import ActorSign, find_actor_signs
from blueprint_editor.layout.card import CardBox, CardContext, Way, build_card, set_actor
from blueprint_editor.layout.change_flags import dress_lost, list_flags
from blueprint_editor.layout.fading import fade_group
from blueprint_editor.layout.flow import Chip
from blueprint_editor.layout.picture import Pictures, fit_picture
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.routing import Router
from blueprint_editor.layout.second_name import NO_SECOND_NAME, SecondName
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import RoleLook, Theme, lane_look, plain_look
from blueprint_editor.layout.tray import TrayMark
from blueprint_editor.model.change_view import CardChanges
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.filter_words import tell_filter
from blueprint_editor.model.filtering import has_criteria
from blueprint_editor.model.kinds import PosterExtra, PosterPart
from blueprint_editor.model.records import Card, Lane, Mark, Variant
from blueprint_editor.sheets.poster_codes import NumberedLink, number_links
from blueprint_editor.sheets.poster_colours import CardColours, colour_variants, find_card_colours

MAX_PICTURE_HEIGHT = 46.0
"""A picture on a card is at most this high, in mm at type scale 1."""


NumberedMarks: TypeAlias = tuple[tuple[Mark, ...], tuple[int, ...]]
"""Marks, and the number of each."""


@dataclass(frozen=True, eq=False)
class PosterFacts:
    """One composition's inputs, and lookups worked out once.

    Attributes:
        document: what is shown, without what a filter hides.
        faded: the records that a filter lets stand back.
        changes: what has changed of cards, on a poster of changes.
        ways: card id → references to cards on other posters, where it is one of several.
    """

    document: DocumentContent
    derived: DerivedFacts
    theme: Theme
    typesetter: Typesetter
    pictures: Pictures
    cache: ReuseCache
    router: Router
    faded: frozenset[str] = frozenset()
    changes: CardChanges | None = None
    ways: Mapping[str, tuple[Way, ...]] = field(default_factory=dict)

    @cached_property
    def filter_words(self) -> str:
        """What the sheet says of its filter; empty without one."""
        wanted = self.document.poster.filter
        if wanted is None or not has_criteria(wanted):
            return ""
        # Names of what it leaves out are known to the whole alone.
        whole = self.derived.whole.document if self.derived.whole else self.document
        return tell_filter(whole, wanted, self.terms)

    @property
    def language(self) -> str:
        return self.document.language

    @cached_property
    def terms(self) -> Terms:
        return find_terms(self.document.language)

    def shows(self, part: PosterPart | PosterExtra) -> bool:
        """Tell whether a part of the poster is shown."""
        return self.document.poster.shows(part)

    @cached_property
    def actor_signs(self) -> dict[str, ActorSign]:
        actors = self.document.actors
        return self.cache.reuse(
            "actors",
            (actors, self.theme.greyscale),
            find_actor_signs,
            actors,
            self.theme.greyscale,
        )

    @cached_property
    def looks(self) -> dict[str, RoleLook]:
        """Lane id → look."""
        return {
            lane.id: self.cache.reuse(
                ("look", lane.id), (lane, self.theme, self.colours), _find_look, self, lane
            )
            for lane in self.document.lanes
        }

    @cached_property
    def colours(self) -> CardColours | None:
        """What the colours of cards tell besides the role; None where they tell the role."""
        document = self.document
        told = document.poster.colour_by
        if told == "role" or self.theme.greyscale:
            return None
        inputs = (told, document.actors, document.variants, document.tags)
        return self.cache.reuse("colours", inputs, find_card_colours, document)

    @cached_property
    def variants(self) -> dict[str, Variant]:
        """Id → path, in the colour that its tags, curve and cards share."""
        inputs = (self.document.variants, self.colours)
        return self.cache.reuse("variants", inputs, colour_variants, *inputs)

    @cached_property
    def lane_actors(self) -> dict[str, str | None]:
        return {lane.id: lane.actor for lane in self.document.lanes}

    @cached_property
    def links(self) -> dict[str, NumberedLink]:
        """Address → the link with its number, in order; empty where no codes are printed."""
        found = number_links(self.derived) if self.shows("link_codes") else ()
        return {link.url: link for link in found}

    @cached_property
    def link_numbers(self) -> Mapping[str, int]:
        """Address → number of its code."""
        return {url: link.number for url, link in self.links.items()}

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        return {source.id: number for number, source in enumerate(self.document.sources, 1)}

    @cached_property
    def second_names(self) -> Mapping[str, Mapping[str, str]]:
        """Record id → its texts in the poster's second language; empty where it has none."""
        language = self.document.poster.second_language
        if language is None or language == self.language:
            return {}
        return self.document.translations.get(language, {})

    def second_name(self, record: str) -> SecondName:
        """Return the name of a lane, phase or step in the second language."""
        words = self.second_names.get(record, {}).get("name", "")
        if not words:
            return NO_SECOND_NAME
        return SecondName(words, self.document.poster.second_language or "")

    @cached_property
    def faded_wires(self) -> frozenset[str]:
        """The connectors that stand back: they do not match, or one of their cards does not."""
        if not self.faded:
            return self.faded
        return frozenset(
            wire.id
            for wire in self.document.connectors
            if not self.faded.isdisjoint((wire.id, wire.source, wire.target))
        )

    def shade(self, group: Group, cache: ReuseCache, *, is_faded: bool) -> Group:
        """Return a group as a filter wants it: as it is, or standing back."""
        if not is_faded:
            return group
        return cache.reuse(("faded", group.key), (group,), fade_group, group)

    @cached_property
    def marks_of(self) -> dict[str, tuple[Mark, ...]]:
        """Record id → the marks that hang on it; those of a connector hang on its source card.

        A text beside a line is easily taken for another line's, in a tray it cannot be.
        """
        inputs = (self.shows("marks"), self.derived.marks_of, self.document.connectors)
        return self.cache.reuse(("marks",), inputs, self._hang_marks)

    def _hang_marks(self) -> dict[str, tuple[Mark, ...]]:
        if not self.shows("marks"):
            return {}
        hung = dict(self.derived.marks_of)
        for connector in self.document.connectors:
            if connector.id in hung:
                own = hung.get(connector.source, ())
                hung[connector.source] = (*own, *hung.pop(connector.id))
        return hung

    def tray_marks(self, target: str) -> tuple[TrayMark, ...]:
        """Return the marks of a record as trays show them."""
        marks = self.marks_of.get(target)
        if not marks:
            return ()
        numbers = self.derived.mark_numbers
        return tuple(self.tray_mark(mark, numbers[mark.id]) for mark in marks)

    def tray_mark(self, mark: Mark, number: int) -> TrayMark:
        facts = [self.terms.duration(mark.duration)] if mark.duration else []
        if mark.barrier_kind:
            facts.append(self.terms.barrier_kinds[mark.barrier_kind])
        owner = self.actor_signs.get(mark.owner or "")
        # Who stands first on the card above the tray need not stand in it, too.
        leads = self.document.poster.marks == "strip" and _leads(
            self.derived.cards.get(mark.target), mark.owner
        )
        if owner is not None and not leads:
            facts.append(owner.name)
        words = [fact for fact in facts if fact and fact not in mark.text]
        votes = self.terms.count("vote", mark.votes) if mark.votes else ""
        return TrayMark(mark.id, mark.kind, number, mark.text, " · ".join(words), mark.votes, votes)

    @cached_property
    def numbered_marks(self) -> dict[str, NumberedMarks]:
        """Record id → its marks and their numbers, the same object while none of them change."""
        inputs = (self.marks_of, self.derived.mark_numbers)
        return self.cache.reuse(("numbered marks",), inputs, self._number_marks)

    def _number_marks(self) -> dict[str, NumberedMarks]:
        numbers = self.derived.mark_numbers
        return {
            target: (marks, tuple([numbers[mark.id] for mark in marks]))
            for target, marks in self.marks_of.items()
        }

    def list_card_inputs(self, card: Card, width: float) -> tuple[object, ...]:
        """Return all that a set card depends on, to be compared with what an earlier one was."""
        marks, ways = self.numbered_marks.get(card.id), self.ways.get(card.id, ())
        return (card, self.lane_inputs[card.lane], width, marks, ways)

    @cached_property
    def lane_inputs(self) -> dict[str, object]:
        """Lane id → a token that is another one when anything its cards show has changed.

        It stands for all that a card shows besides itself and its marks.
        """
        document = self.document
        shared = self.cache.reuse(
            "shared",
            (
                document.actors, document.variants, document.sources, document.tags,
                self.pictures, self.language, self.theme, document.poster.marks,
                document.poster.colour_by, tuple(self.links), self.changes,
            ),
            object,
        )  # fmt: skip
        return {
            lane.id: self.cache.reuse(
                ("inputs", lane.id),
                (self.looks[lane.id], lane.actor, shared),
                object,
            )
            for lane in document.lanes
        }

    def build_card(self, card: Card, width: float) -> CardBox:
        """Set a card for its column's width in mm."""
        own, look = self.lane_actors[card.lane], self.looks[card.lane]
        language = card.language or self.language
        others = [actor for actor in card.actors if actor != own]
        tags = {tag.id: tag for tag in self.document.tags} if card.tags else {}
        flags = list_flags(self.changes, self.terms.changes, card.id) if self.changes else ()
        if flags:
            look = dress_lost(look, flags, self.theme)
        picture = None
        if card.image is not None:
            inner = width - 2 * self.theme.mm(self.theme.metrics.card_padding)
            limit = self.theme.mm(MAX_PICTURE_HEIGHT)
            picture = fit_picture(self.pictures, card.image.asset, inner, limit)
        context = CardContext(
            width=width,
            look=look if self.colours is None else self.colours.tint(card, own, look, self.theme),
            language=self.language,
            actors=tuple([_set_actor(self, actor, language, width) for actor in others]),
            variants=tuple([self.variants[v.id] for v in self.derived.limits(card.variants)]),
            marks=self.tray_marks(card.id),
            marks_as_text=self.document.poster.marks == "strip",
            sources=tuple(map(self.source_numbers.__getitem__, card.sources)),
            tags=tuple(map(tags.__getitem__, card.tags)),
            picture=picture,
            link_numbers=self.link_numbers,
            flags=flags,
            ways=self.ways.get(card.id, ()),
        )
        return build_card(card, context, self.theme, self.typesetter, self.terms)


def _find_look(facts: PosterFacts, lane: Lane) -> RoleLook:
    if facts.colours is not None:
        return plain_look(facts.theme, lane.role)
    return lane_look(facts.theme, lane.role, lane.colour)


def _set_actor(facts: PosterFacts, actor: str, language: str, width: float) -> Chip:
    """Set the sign and name of an actor, which many cards share."""
    sign = facts.actor_signs[actor]
    return facts.cache.reuse(
        ("actor", actor, width, language),
        (sign, facts.theme),
        set_actor, sign, width, language, facts.theme, facts.typesetter,
    )  # fmt: skip


def _leads(card: Card | None, actor: str | None) -> bool:
    """Tell whether an actor stands first on a card."""
    return card is not None and card.actors[:1] == (actor,)
