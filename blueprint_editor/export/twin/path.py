"""The blueprint in words: phases, steps, cells and cards, each with all that the poster tells."""

from collections.abc import Iterator

from blueprint_editor.export.twin.marks import tell_marks
from blueprint_editor.export.twin.tree import (
    CardText,
    CellText,
    Choice,
    ConnectorText,
    Fact,
    FeelingText,
    Figure,
    LaneText,
    LineText,
    MarkText,
    PathText,
    PhaseText,
    Run,
    StepText,
)
from blueprint_editor.export.twin.words import TwinFacts
from blueprint_editor.language.terms import IN_LANGUAGE
from blueprint_editor.model.derived import find_customer_lane
from blueprint_editor.model.records import Card, Connector, Handover, Lane, Phase, Step, Variant


def make_path(facts: TwinFacts) -> PathText | None:
    """Return the blueprint as text; None where there are neither lanes nor phases."""
    document = facts.document
    if not (facts.derived.lanes or document.phases):
        return None
    maker = _PathMaker(facts)
    phases = tuple(maker.phase(phase) for phase in document.phases)
    used = {
        actor
        for phase in phases
        for step in phase.steps
        for cell in step.cells
        for card in cell.cards
        for actor in card.actors
    }
    return PathText(
        facts.word(facts.terms.twin.caption),
        tuple(_lane(facts, lane) for lane in facts.derived.lanes),
        phases,
        tuple(
            Choice(a.id, Run(a.name or a.short or a.id)) for a in document.actors if a.id in used
        ),
        tuple(Choice(v.id, Run(facts.variant_name(v) or v.id)) for v in document.variants),
    )


def _lane(facts: TwinFacts, lane: Lane) -> LaneText:
    terms = facts.terms
    boundaries = facts.derived.boundaries.get(lane.id, ())
    return LaneText(
        lane.id,
        lane.role,
        lane.colour,
        Run(lane.name) if lane.name.strip() else facts.word(terms.lanes[lane.role].name),
        Run(lane.hint),
        (*_second_name(facts, lane.id), *facts.actor_fact(terms.twin.actor, lane.actor)),
        tuple(LineText(kind, facts.plain_word(terms.boundaries[kind])) for kind in boundaries),
    )


def _second_name(facts: TwinFacts, record: str) -> Iterator[Fact]:
    """Yield the name of a header in the second language of the poster, if it has one."""
    document = facts.document
    language = document.poster.second_language
    if language is None or language == document.language:
        return
    name = document.translations.get(language, {}).get(record, {}).get("name", "")
    if name:
        label = IN_LANGUAGE.get(language.partition("-")[0].lower(), language)
        yield Fact(Run(label, language), ((Run(name, language),),))


class _PathMaker:
    """Makes phases, steps and cards; looks up once what they share."""

    def __init__(self, facts: TwinFacts) -> None:
        self.facts = facts
        self.lanes = facts.derived.lanes
        self.tags = {tag.id: tag.name for tag in facts.document.tags}
        self.sources = {s.id: number for number, s in enumerate(facts.document.sources, 1)}
        self.felt_in = {
            lane.id: find_customer_lane(self.lanes, place)
            for place, lane in enumerate(self.lanes)
            if lane.role == "emotion" and facts.shows("emotion_curve")
        }

    def phase(self, phase: Phase) -> PhaseText:
        facts = self.facts
        return PhaseText(
            phase.id,
            facts.derived.phase_numbers[phase.id],
            Run(phase.name),
            (
                *_second_name(facts, phase.id),
                *facts.duration(phase.duration),
                *facts.link_fact(phase.link),
            ),
            tell_marks(facts, phase.id),
            tuple(self._step(step) for step in facts.derived.steps_of_phase[phase.id]),
        )

    def _step(self, step: Step) -> StepText:
        facts = self.facts
        bands = facts.document.responsibilities if facts.shows("responsibilities") else ()
        begun = [band for band in bands if band.first_step == step.id]
        return StepText(
            step.id,
            facts.step_heading(step),
            bool(step.name.strip()),
            (
                *_second_name(facts, step.id),
                *facts.duration(step.duration),
                *facts.fact(facts.terms.twin.repeats, step.repeats),
                *facts.actor_fact(
                    facts.terms.twin.responsible_from, *(band.actor for band in begun)
                ),
            ),
            tell_marks(facts, step.id),
            tuple(cell for lane in self.lanes if (cell := self._cell(lane, step.id)) is not None),
        )

    def _cell(self, lane: Lane, step: str) -> CellText | None:
        cards = self.facts.derived.cards_by_cell.get((lane.id, step), ())
        feelings = tuple(self._feelings(lane, step)) if lane.id in self.felt_in else ()
        if not (cards or feelings):
            return None
        number = self.facts.lane_numbers[lane.id]
        return CellText(number, feelings, tuple(self._card(card, lane, number) for card in cards))

    def _feelings(self, lane: Lane, step: str) -> Iterator[FeelingText]:
        """Yield what the curve shows: one line, or one for each path where the paths differ."""
        cells = self.facts.derived.cards_by_cell
        cards = cells.get((self.felt_in[lane.id] or "", step), ())
        variants = self.facts.document.variants
        if len(variants) < 2 or not any(c.emotions or self._is_limited(c) for c in cards):
            for card in cards:
                if card.emotion is not None:
                    yield self._feeling("", card.emotion)
            return
        for variant in variants:
            for card in cards:
                value = _feeling_on(card, variant)
                if value is not None:
                    yield self._feeling(self.facts.sign(variant), value)

    def _is_limited(self, card: Card) -> bool:
        return bool(self.facts.derived.limits(card.variants))

    def _feeling(self, sign: str, value: int) -> FeelingText:
        return FeelingText(sign, value, self.facts.plain_word(self.facts.terms.emotions[value]))

    def _card(self, card: Card, lane: Lane, number: int) -> CardText:
        facts = self.facts
        language = card.language or ""
        picture = None
        if card.image is not None:
            picture = Figure(card.image.asset, Run(card.image.alt, language), "card")
        return CardText(
            card.id,
            facts.derived.card_codes[card.id],
            number,
            Run(card.text, language),
            picture,
            tuple(self._card_facts(card, lane)),
            facts.links(card.links, language),
            (*tell_marks(facts, card.id), *self._stray_marks(card.id)),
            tuple(self._connector(c) for c in self._connectors(card.id)),
            card.actors or ((lane.actor,) if lane.actor else ()),
            card.variants,
        )

    def _card_facts(self, card: Card, lane: Lane) -> Iterator[Fact]:
        facts, terms, language = self.facts, self.facts.terms, card.language or ""
        words = terms.twin
        if facts.faded and card.id not in facts.faded:
            yield from facts.word_fact(words.on_poster, words.highlighted)
        yield from facts.limited_to(card.variants)
        if card.actors != (lane.actor,):
            yield from facts.actor_fact(words.actors, *card.actors)
        if card.channel:
            yield from facts.word_fact(words.channel, terms.channels[card.channel])
        yield from facts.duration(card.duration)
        if card.certainty:
            yield from facts.word_fact(words.certainty, terms.certainties[card.certainty])
        yield from self._own_feelings(card, lane)
        yield from facts.fact(words.plain, card.plain_text, language=language)
        for name, told in terms.card_fields.items():
            yield from facts.fact(told, getattr(card, name), language=language)
        yield from facts.fact(
            terms.project_fields["legal_basis"], card.legal_basis, language=language
        )
        yield from facts.fact(words.tags, *(self.tags[tag] for tag in card.tags))
        if facts.shows("sources"):
            numbers = (f"[{self.sources[source]}]" for source in card.sources)
            yield from facts.fact(terms.headings.sources, *numbers)
        yield from self._opinions(card)

    def _own_feelings(self, card: Card, lane: Lane) -> Iterator[Fact]:
        """Yield a customer's feelings where no curve shows them."""
        if lane.role != "customer" or lane.id in self.felt_in.values():
            return
        if not self.facts.shows("emotion_curve"):
            return
        terms, names = self.facts.terms, {v.id: v for v in self.facts.document.variants}
        words = [terms.emotions[card.emotion]] if card.emotion is not None else []
        words += [
            f"{self.facts.sign(names[own.variant])}: {terms.emotions[own.value]}"
            for own in card.emotions
            if own.variant in names
        ]
        yield from self.facts.word_fact(terms.twin.emotion, *words)

    def _opinions(self, card: Card) -> Iterator[Fact]:
        words = self.facts.terms.twin
        if card.rating is not None and (card.rating.before or card.rating.after):
            before, after = (str(v) if v else "–" for v in (card.rating.before, card.rating.after))
            told = words.before_after.format(before=before, after=after)
            yield from self.facts.word_fact(words.rating, told)
        if card.votes:
            yield from self.facts.fact(words.votes, str(card.votes))

    def _connectors(self, card: str) -> Iterator[Connector]:
        """Yield the connectors that are told: those between visible cards."""
        if self.facts.shows("connectors"):
            for connector in self.facts.derived.connectors_of.get(card, ()):
                if connector.target in self.facts.derived.visible_cards:
                    yield connector

    def _stray_marks(self, card: str) -> Iterator[MarkText]:
        """Yield the marks of connectors that are not told; their card has them."""
        told = {connector.id for connector in self._connectors(card)}
        for connector in self.facts.derived.connectors_of.get(card, ()):
            if connector.id not in told:
                yield from tell_marks(self.facts, connector.id)

    def _connector(self, connector: Connector) -> ConnectorText:
        facts = self.facts
        runs = facts.pattern(
            facts.word(facts.terms.leads[connector.kind]).text,
            (facts.card_words(connector.target),),
        )
        if connector.label.strip():
            runs = (*runs, Run(f": {connector.label}"))
        told = [*facts.limited_to(connector.variants)]
        if connector.handover is not None:
            told += self._handover(connector.handover)
        return ConnectorText(connector.kind, runs, tuple(told), tell_marks(facts, connector.id))

    def _handover(self, handover: Handover) -> Iterator[Fact]:
        facts, names = self.facts, self.facts.terms.handover_fields
        yield from facts.actor_fact(names["giver"], handover.giver)
        yield from facts.actor_fact(names["receiver"], handover.receiver)
        yield from facts.fact(names["information"], handover.information)
        basis = []
        if handover.basis:
            basis.append((facts.plain_word(facts.terms.handover_bases[handover.basis]),))
        if handover.basis_text:
            basis.append((Run(handover.basis_text),))
        if basis:
            yield Fact(facts.word(names["basis"]), tuple(basis))
        for field in ("method", "time", "confirmation"):
            yield from facts.fact(names[field], getattr(handover, field))


def _feeling_on(card: Card, variant: Variant) -> int | None:
    """Return how a card feels on a path, None where it does not say or is not on the path."""
    if card.variants and variant.id not in card.variants:
        return None
    own = {emotion.variant: emotion.value for emotion in card.emotions}
    return own.get(variant.id, card.emotion)
