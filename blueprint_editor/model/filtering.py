"""What a filter lets through: said here once, for the screen and for every output."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from blueprint_editor.model.derived import find_customer_lane
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card, Lane, PosterFilter, Responsibility

_NONE: frozenset[str] = frozenset()


class Filtered(NamedTuple):
    """A document as its poster's filter lets it be seen.

    Attributes:
        document: what is laid out and told; without what the filter hides.
        whole: what codes and numbers follow, so that they are the same on every poster.
        faded: ids of the records that do not match, where the filter only highlights. What hangs
            on them (connectors, marks) is faded with them and not named here.
    """

    document: DocumentContent
    whole: DocumentContent
    faded: frozenset[str]


def apply_filter(document: DocumentContent, kept: Collection[str] = ()) -> Filtered:
    """Return the document as the filter of its poster lets it be seen.

    ``kept`` are records that stay whatever the filter says, as those that a person has in hand.
    """
    wanted = document.poster.filter
    if wanted is None or not has_criteria(wanted):
        return Filtered(document, document, _NONE)
    unmatched = find_unmatched(document, wanted)
    if wanted.hide:
        return Filtered(leave_out(document, unmatched, kept), document, _NONE)
    return Filtered(document, document, unmatched)


def has_criteria(wanted: PosterFilter) -> bool:
    """Tell whether a filter asks for anything; one without criteria lets everything through."""
    return any(getattr(wanted, name) for name in type(wanted).model_fields if name != "hide")


class Matcher:
    """Tells which cards pass a filter.

    A card passes if it passes every criterion that is not empty: one of the actors delivers it (a
    team's members count with the team, a lane's actor where the card names nobody); it belongs to
    one of the variants, or to all; it has one of the tags; it bears a mark of one of the kinds,
    or one that tells of such a barrier, or a connector that comes from it does; it stands in one
    of the lanes.
    """

    def __init__(self, document: DocumentContent, wanted: PosterFilter) -> None:
        self._wanted = wanted
        self._actors = _join_members(document, wanted.actors)
        self._variants, self._tags = frozenset(wanted.variants), frozenset(wanted.tags)
        self._lanes = frozenset(wanted.lanes)
        self._lane_actors = {lane.id: lane.actor for lane in document.lanes}
        self._marked = _find_marked(document, "kind", wanted.mark_kinds)
        self._barred = _find_marked(document, "barrier_kind", wanted.barrier_kinds)

    def takes_card(self, card: Card) -> bool:
        wanted = self._wanted
        return (
            (not wanted.actors or self._is_delivered(card))
            and self.takes_path(card.variants)
            and (not wanted.tags or not self._tags.isdisjoint(card.tags))
            and (not wanted.mark_kinds or card.id in self._marked)
            and (not wanted.barrier_kinds or card.id in self._barred)
            and (not wanted.lanes or card.lane in self._lanes)
        )

    def _is_delivered(self, card: Card) -> bool:
        if card.actors:
            return not self._actors.isdisjoint(card.actors)
        return self._lane_actors.get(card.lane) in self._actors

    def takes_actor(self, actor: str) -> bool:
        return not self._wanted.actors or actor in self._actors

    def takes_path(self, variants: Iterable[str]) -> bool:
        """Tell whether what is limited to some variants passes; to none means to all."""
        return not self._variants or not variants or not self._variants.isdisjoint(variants)


def _join_members(document: DocumentContent, actors: Collection[str]) -> frozenset[str]:
    """Return actors with the members of those that are teams, however deep."""
    members = {actor.id: actor.members for actor in document.actors if actor.members}
    found: set[str] = set()
    waiting = list(actors)
    while waiting:
        actor = waiting.pop()
        if actor not in found:
            found.add(actor)
            waiting += members.get(actor, ())
    return frozenset(found)


def _find_marked(document: DocumentContent, field: str, values: Collection[str]) -> frozenset[str]:
    """Return the cards that bear a mark with such a value; a connector's hang on its source."""
    marks = document.marks if values else ()
    targets = {mark.target for mark in marks if getattr(mark, field) in values}
    if targets:
        targets |= {link.source for link in document.connectors if link.id in targets}
    return frozenset(targets)


def find_unmatched(document: DocumentContent, wanted: PosterFilter) -> frozenset[str]:
    """Return the records that do not match by themselves.

    Cards; connectors limited to other variants; marks of other kinds; other lanes, where the
    filter names lanes (a curve goes with its customer lane); bands of other actors; other
    variants. Phases and steps match always.
    """
    matcher = Matcher(document, wanted)
    found = {card.id for card in document.cards if not matcher.takes_card(card)}
    if wanted.variants:
        links = document.connectors
        found.update(link.id for link in links if not matcher.takes_path(link.variants))
        found.update(one.id for one in document.variants if one.id not in wanted.variants)
    if wanted.mark_kinds:
        found.update(mark.id for mark in document.marks if mark.kind not in wanted.mark_kinds)
    if wanted.barrier_kinds:
        kinds = wanted.barrier_kinds
        found.update(mark.id for mark in document.marks if mark.barrier_kind not in kinds)
    if wanted.actors:
        bands = document.responsibilities
        found.update(band.id for band in bands if not matcher.takes_actor(band.actor))
    if wanted.lanes:
        found.update(_find_other_lanes(document.lanes, frozenset(wanted.lanes)))
    return frozenset(found)


def _find_other_lanes(lanes: tuple[Lane, ...], wanted: frozenset[str]) -> set[str]:
    found = {lane.id for lane in lanes if lane.role != "emotion" and lane.id not in wanted}
    return found | _find_lost_curves(lanes, found)


def _find_lost_curves(lanes: tuple[Lane, ...], lost: Collection[str]) -> set[str]:
    """Return the emotion lanes whose customer lane is among ``lost``."""
    shown = [lane for lane in lanes if not lane.hidden]
    return {
        lane.id
        for place, lane in enumerate(shown)
        if lane.role == "emotion" and find_customer_lane(shown, place) in lost
    }


def leave_out(
    document: DocumentContent, unmatched: frozenset[str], kept: Collection[str] = ()
) -> DocumentContent:
    """Return the document without the records that do not match, closed up.

    Steps and lanes that lose all of their cards go, too, and phases that lose all of their steps;
    what was empty before stays. Connectors into what is gone stay for their marks, which hang on
    the cards that they come from; nothing draws them.

    The outcome is for sheets and texts. References that none of them follows may lead to nothing.
    """
    held = _hold(document, kept) if kept else _NONE
    hidden = unmatched - held
    cards = tuple(card for card in document.cards if card.id not in hidden)
    lost_lanes = _find_lost_lanes(document, cards, hidden, held)
    lost_steps = _find_lost_steps(document, cards) - held
    lost_phases = _find_lost_phases(document, lost_steps) - held
    links = tuple(
        link for link in document.connectors if link.id not in hidden and link.source not in hidden
    )
    steps = tuple(step for step in document.steps if step.id not in lost_steps)
    phases = tuple(phase for phase in document.phases if phase.id not in lost_phases)
    there = {record.id for records in (cards, links, steps, phases) for record in records}
    variants = tuple(one for one in document.variants if one.id not in hidden)
    if len(variants) == 1 and len(document.variants) > 1:
        cards = tuple(feel_on_path(card, variants[0].id) for card in cards)
    dropped = {one.persona for one in document.variants if one.id in hidden}
    dropped -= {one.persona for one in variants}
    return document.model_copy(
        update={
            "cards": cards,
            "connectors": links,
            "steps": steps,
            "phases": phases,
            "variants": variants,
            "personas": tuple(one for one in document.personas if one.id not in dropped),
            "lanes": tuple(lane for lane in document.lanes if lane.id not in lost_lanes),
            "marks": tuple(
                mark for mark in document.marks if mark.id not in hidden and mark.target in there
            ),
            "responsibilities": _cut_bands(document, hidden, lost_steps),
        }
    )


def feel_on_path(card: Card, variant: str) -> Card:
    """Return a card that feels what it feels on the one path."""
    own = {emotion.variant: emotion.value for emotion in card.emotions}
    if not own:
        return card
    return card.changed(emotion=own.get(variant, card.emotion), emotions=())


def _hold(document: DocumentContent, kept: Collection[str]) -> frozenset[str]:
    """Return records with what they hang on: the ends of connectors, the targets of marks."""
    found = set(kept)
    found.update(mark.target for mark in document.marks if mark.id in kept)
    for link in document.connectors:
        if link.id in found:
            found.update((link.source, link.target))
    found.update(card.lane for card in document.cards if card.id in found)
    return frozenset(found)


def _find_lost_lanes(
    document: DocumentContent,
    cards: Collection[Card],
    hidden: frozenset[str],
    held: frozenset[str],
) -> set[str]:
    filled = {card.lane for card in document.cards}
    lost = (filled - {card.lane for card in cards}) | hidden
    return (lost | _find_lost_curves(document.lanes, lost - held)) - held


def _find_lost_steps(document: DocumentContent, cards: Collection[Card]) -> set[str]:
    seen = {lane.id for lane in document.lanes if not lane.hidden}
    filled = {card.step for card in document.cards if card.lane in seen}
    return filled - {card.step for card in cards if card.lane in seen}


def _find_lost_phases(document: DocumentContent, lost_steps: Collection[str]) -> set[str]:
    emptied = {step.phase for step in document.steps if step.id in lost_steps}
    return emptied - {step.phase for step in document.steps if step.id not in lost_steps}


def _cut_bands(
    document: DocumentContent, hidden: frozenset[str], lost_steps: Collection[str]
) -> tuple[Responsibility, ...]:
    """Return the bands that match, each from the first to the last of its steps that remain."""
    bands = tuple(band for band in document.responsibilities if band.id not in hidden)
    if not lost_steps or not bands:
        return bands
    phases = {phase.id: place for place, phase in enumerate(document.phases)}
    order = [step.id for step in sorted(document.steps, key=lambda step: phases[step.phase])]
    found = []
    for band in bands:
        ends = order.index(band.first_step), order.index(band.last_step)
        own = [step for step in order[ends[0] : ends[1] + 1] if step not in lost_steps]
        if own:
            cut = {"first_step": own[0], "last_step": own[-1]}
            same = (band.first_step, band.last_step) == (own[0], own[-1])
            found.append(band if same else band.model_copy(update=cut))
    return tuple(found)


def count_matches(document: DocumentContent, cards: Collection[str]) -> dict[tuple[str, str], int]:
    """Return (field of a filter, value) → how many of ``cards`` a filter by it alone finds."""
    counts: Counter[tuple[str, str]] = Counter()
    lane_actors = {lane.id: lane.actor for lane in document.lanes}
    every = [variant.id for variant in document.variants]
    marked: dict[str, set[tuple[str, str]]] = {}
    kinds = {("mark_kinds", "kind", mark.kind) for mark in document.marks}
    barriers = {
        ("barrier_kinds", "barrier_kind", mark.barrier_kind)
        for mark in document.marks
        if mark.barrier_kind
    }
    for criterion, field, value in kinds | barriers:
        for bearer in _find_marked(document, field, (value,)):
            marked.setdefault(bearer, set()).add((criterion, value))
    holders = _find_holders(document)
    for card in document.cards:
        if card.id not in cards:
            continue
        own = card.actors or (lane_actors.get(card.lane) or "",)
        actors = {holder for actor in own for holder in holders.get(actor, (actor,))}
        counts.update(("actors", actor) for actor in actors)
        counts.update(("variants", variant) for variant in card.variants or every)
        counts.update(("tags", tag) for tag in set(card.tags))
        counts.update(marked.get(card.id, ()))
        counts["lanes", card.lane] += 1
    return counts


def _find_holders(document: DocumentContent) -> dict[str, set[str]]:
    """Return actor → itself and the teams that it belongs to, however deep."""
    holders: dict[str, set[str]] = {actor.id: {actor.id} for actor in document.actors}
    for actor in document.actors:
        if actor.members:
            for member in _join_members(document, (actor.id,)):
                holders.setdefault(member, {member}).add(actor.id)
    return holders
