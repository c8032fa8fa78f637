"""Records in words: the runs, facts and marks that the tree of a document is put together from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from blueprint_editor.export.twin.tree import Fact, Run, Runs
from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.filter_words import tell_filter
from blueprint_editor.model.filtering import has_criteria
from blueprint_editor.model.kinds import PosterPart
from blueprint_editor.model.naming import name_variant, sign_variant
from blueprint_editor.model.records import Actor, Duration, Link, Mark, Phase, Step, Variant

_LONGEST_TARGET = 80
"""Characters of a card's text where another card leads to it."""


@dataclass(frozen=True, eq=False)
class TwinFacts:
    """One document as its poster's filter lets it be seen, what follows from it, and its words.

    Attributes:
        document, whole, faded: see :class:`Filtered`.
    """

    document: DocumentContent
    whole: DocumentContent
    faded: frozenset[str]

    @cached_property
    def derived(self) -> DerivedFacts:
        is_whole = self.document is self.whole
        return DerivedFacts(self.document, None if is_whole else DerivedFacts(self.whole))

    @cached_property
    def filter_words(self) -> str:
        """What is said of the filter; empty without one."""
        wanted = self.whole.poster.filter
        if wanted is None or not has_criteria(wanted):
            return ""
        return tell_filter(self.whole, wanted, self.terms)

    @cached_property
    def terms(self) -> Terms:
        return find_terms(self.document.language)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.document.actors}

    @cached_property
    def mark_records(self) -> dict[str, Mark]:
        return {mark.id: mark for mark in self.whole.marks}

    @cached_property
    def lane_numbers(self) -> dict[str, int]:
        """Visible lane id → its place, top to bottom."""
        return {lane.id: number for number, lane in enumerate(self.derived.lanes)}

    @cached_property
    def _words_language(self) -> str:
        """The language of fixed words, empty where it is the document's."""
        return self.terms.tell_language(self.document.language)

    def shows(self, part: PosterPart) -> bool:
        """Tell whether a part is not hidden: what the poster keeps back, its twin does, too."""
        return self.document.poster.shows(part)

    def word(self, text: str) -> Run:
        """Return a fixed word, begun with a capital, in the language that it is of."""
        return Run(text[:1].upper() + text[1:], self._words_language)

    def plain_word(self, text: str) -> Run:
        """Return a fixed word as it is."""
        return Run(text, self._words_language)

    def pattern(self, pattern: str, filling: Iterable[Run]) -> Runs:
        """Return a fixed sentence with runs in the place of its ``{}``."""
        before, _, after = pattern.partition("{}")
        runs = (self.plain_word(before), *filling, self.plain_word(after))
        return tuple(run for run in runs if run.text)

    def fact(self, name: str, *values: str, language: str = "") -> Iterator[Fact]:
        """Yield a fact of a document's own texts; none where they are all empty."""
        told = tuple((Run(value, language),) for value in values if value)
        if told:
            yield Fact(self.word(name), told)

    def word_fact(self, name: str, *values: str) -> Iterator[Fact]:
        """Yield a fact of fixed words."""
        told = tuple((self.plain_word(value),) for value in values if value)
        if told:
            yield Fact(self.word(name), told)

    def link_fact(self, url: str | None) -> Iterator[Fact]:
        if url:
            yield Fact(self.word(self.terms.twin.link), ((Run(url, url=url),),))

    def duration(self, duration: Duration | None) -> Iterator[Fact]:
        """Yield a duration; one in numbers is in fixed words."""
        if duration is None:
            return
        words = self.terms.duration(duration)
        tell = self.fact if duration.text else self.word_fact
        yield from tell(self.terms.twin.duration, words)

    def actor_fact(self, name: str, *actors: str | None) -> Iterator[Fact]:
        """Yield a fact that names actors."""
        told = tuple(
            (Run(self.actors[actor].name, record=actor),)
            for actor in actors
            if actor and self.actors[actor].name
        )
        if told:
            yield Fact(self.word(name), told)

    def actor_name(self, actor: str | None) -> str:
        return self.actors[actor].name if actor else ""

    def sign(self, variant: Variant) -> str:
        """Return the letter or two that stand for a path."""
        return sign_variant(variant)

    def variant_name(self, variant: Variant) -> str:
        """Return sign and name of a path."""
        return name_variant(variant)

    def limited_to(self, variants: tuple[str, ...]) -> Iterator[Fact]:
        """Yield the paths that something is limited to, if it is."""
        told = tuple(
            (Run(self.variant_name(variant), record=variant.id),)
            for variant in self.derived.limits(variants)
        )
        if told:
            yield Fact(self.word(self.terms.only_on_path), told)

    def links(self, links: Iterable[Link], language: str = "") -> Runs:
        """Return each link as a run."""
        return tuple(
            Run(link.label, language, link.url)
            if link.label.strip()
            else Run(link.url, "", link.url)
            for link in links
        )

    def step_heading(self, step: Step) -> Run:
        """Return a step's name, or its number in its phase."""
        if step.name.strip():
            return Run(step.name)
        return self.word(self.terms.twin.step.format(self.derived.step_numbers[step.id]))

    def phase_name(self, phase: Phase) -> str:
        return f"{self.derived.phase_numbers[phase.id]} {phase.name}".strip()

    def place(self, step: str) -> Runs:
        """Return where a step is: phase, and step where the phase has several."""
        phase = self.derived.phase_of_step[step]
        steps = self.derived.steps_of_phase[phase.id]
        found = next(record for record in steps if record.id == step)
        runs = (Run(self.phase_name(phase)),)
        if len(steps) > 1 or found.name.strip():
            return (*runs, Run(", "), self.step_heading(found))
        return runs

    def card_words(self, card: str) -> Run:
        """Return a card's code and the beginning of its text, as a link to it."""
        record = self.derived.cards[card]
        code = self.derived.card_codes[card]
        words = self.terms.name_card(code, record.text, _LONGEST_TARGET)
        return Run(words, record.language or "", target=card)
