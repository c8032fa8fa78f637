"""The service description: chapters in the order of the public platform, from texts and path.

What a chapter says is known here as plain values; the page and the text outputs both write them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Project, Publication
from blueprint_editor.sheets.prints.duties import pair_points
from blueprint_editor.sheets.prints.flow import Fact, Flow, Piece
from blueprint_editor.sheets.workshop.sheet import Sheet

SHEET = "service-description"


class Entry(NamedTuple):
    """A named value of a chapter, or several.

    ``is_asked``: shown as missing where there is none; ``is_ordered``: the values are steps.
    """

    name: str
    values: tuple[str, ...]
    is_asked: bool = False
    is_ordered: bool = False
    is_ours: bool = False


class Chapter(NamedTuple):
    """A heading, the text that somebody wrote for it, and what the path tells about it.

    ``has_text`` tells whether the heading asks for a text at all.
    """

    key: str
    heading: str
    text: str
    entries: tuple[Entry, ...]
    has_text: bool = True


def find_words(document: DocumentContent, language: str = "") -> tuple[SheetWords, Terms, str]:
    """Return the words of the description and their language, the document's where it has any."""
    kit = find_kit(language or document.language, document.client_word)
    return kit.sheets[SHEET], find_terms(kit.language), kit.language


def list_chapters(document: DocumentContent, words: SheetWords, terms: Terms) -> list[Chapter]:
    """Return all chapters, the empty ones, too."""
    texts = document.publication or Publication()
    facts = _Facts(document, words, terms)
    return [
        Chapter(key, words[key], text.strip(), tuple(e for e in entries if e.is_asked or e.values),
                has_text=key != "basics")
        for key, text, entries in (
            ("basics", "", facts.basics(texts)),
            ("idea", texts.summary, facts.idea()),
            ("environment", texts.environment, facts.environment()),
            ("target_group", texts.target_group, facts.target_group()),
            ("conditions", texts.conditions, facts.conditions()),
            ("evaluation", texts.evaluation, facts.evaluation()),
            ("tips", texts.tips, facts.tips()),
        )
    ]  # fmt: skip


class _Facts:
    """What the document itself tells for each chapter."""

    def __init__(self, document: DocumentContent, words: SheetWords, terms: Terms) -> None:
        self.document, self.words, self.terms = document, words, terms
        self.project = document.project or Project()
        self.derived = DerivedFacts(document)
        self.names = {actor.id: actor.name for actor in document.actors}

    def _one(self, name: str, value: str, *, is_asked: bool = False) -> Entry:
        told = value.strip()
        return Entry(name, (told,) if told else (), is_asked)

    def basics(self, texts: Publication) -> Iterator[Entry]:
        names, project = self.terms.project_fields, self.project
        yield self._one(self.words["name"], self.document.title, is_asked=True)
        yield self._one(self.words["short"], self.document.subtitle, is_asked=True)
        yield self._one(self.words["stage"], texts.stage, is_asked=True)
        for field in ("organisation", "place", "contact"):
            yield self._one(names[field], getattr(project, field), is_asked=True)
        for field in (
            "name",
            "programme",
            "client",
            "producer",
            "funder",
            "period",
            "owner",
            "contributors",
        ):
            yield self._one(names[field], getattr(project, field))
        yield self._one(names["published_url"], project.published_url or "")
        state = self.terms.status_line(self.document)
        yield Entry(self.words["state"], (state,), is_ours=True)

    def idea(self) -> Iterator[Entry]:
        yield self._one(self.words["description"], self.document.description)
        value = self.document.value
        parts = (value.functional, value.social, value.emotional) if value else ("", "", "")
        for name, text in zip(self.terms.value_parts, parts, strict=True):
            yield self._one(f"{self.terms.headings.value}: {name.lower()}", text, is_asked=True)
        yield Entry(self.words["steps"], self._list_steps(), is_asked=True, is_ordered=True)

    def _list_steps(self) -> tuple[str, ...]:
        """Return the client's sentences, else the phases with what the client does in each."""
        sentences = tuple(text.strip() for text in self.document.client_path if text.strip())
        if sentences:
            return sentences
        lanes = {lane.id for lane in self.derived.lanes if lane.role == "customer"}
        phases = self.derived.phase_of_step
        found = []
        for phase in self.document.phases:
            told = " ".join(
                card.plain_text.strip() or card.text.strip()
                for card in self.derived.reading_order
                if card.lane in lanes and phases[card.step].id == phase.id
            )
            found.append(": ".join(filter(None, (phase.name.strip(), told))))
        return tuple(filter(None, found))

    def environment(self) -> Iterator[Entry]:
        told = (
            " – ".join(filter(None, (actor.name.strip(), actor.role.strip())))
            for actor in self.document.actors
        )
        yield Entry(self.terms.headings.actors, tuple(filter(None, told)))

    def target_group(self) -> Iterator[Entry]:
        told = []
        for persona in self.document.personas:
            age = str(persona.age) if persona.age is not None else ""
            name = ", ".join(filter(None, (persona.name.strip(), age)))
            parts = (name, persona.situation.strip(), persona.goal.strip())
            told.append(" – ".join(filter(None, parts)))
        yield Entry(self.terms.headings.personas, tuple(told))

    def conditions(self) -> Iterator[Entry]:
        names = self.terms.project_fields
        yield self._one(names["legal_basis"], self.project.legal_basis)
        if self.project.checked_on:
            date = self.terms.date(self.project.checked_on)
            yield Entry(names["checked_on"], (date,), is_ours=True)

    def evaluation(self) -> Iterator[Entry]:
        told = tuple(
            mark.text.strip()
            for mark in self.document.marks
            if mark.kind == "quality_criterion" and mark.text.strip()
        )
        yield Entry(self.words["criteria"], told)

    def tips(self) -> Iterator[Entry]:
        cards = frozenset(card.id for card in self.document.cards)
        others = frozenset(mark.target for mark in self.document.marks)
        told = []
        for point, answers in pair_points(self.derived, cards | others):
            solved = "; ".join(a.text.strip() for a in answers if a.text.strip())
            told.append(f"{point.text.strip()} → {solved or self.words['no_solution']}")
        yield Entry(self.words["points"], tuple(told))
        links = [(link.label, link.url) for link in self.project.links]
        links += [(source.title, source.url or "") for source in self.document.sources]
        named = (" ".join(filter(None, (label.strip(), url))) for label, url in links)
        yield Entry(self.terms.headings.links, tuple(named))


def make_service_description(sheet: Sheet) -> None:
    """Make the pages."""
    flow, words = Flow(sheet, missing=sheet.words["missing"]), sheet.words
    flow.write([Piece(sheet.document.title, "large", after=1.6)])
    for chapter in list_chapters(sheet.document, words, sheet.terms):
        flow.head(chapter.heading)
        if chapter.has_text:
            is_empty = not chapter.text
            text = words["empty"] if is_empty else chapter.text
            style = "strong" if is_empty else "body"
            flow.write([Piece(text, style, is_ours=is_empty, after=1.6)])
        for entry in chapter.entries:
            values = entry.values or ("",)
            signs = [f"{n}. " if entry.is_ordered and entry.values else "" for n in
                     range(1, len(values) + 1)]  # fmt: skip
            flow.write([
                Fact(entry.name if number == 0 else "", f"{sign}{value}", entry.is_ours)
                for number, (sign, value) in enumerate(zip(signs, values, strict=True))
            ])  # fmt: skip
