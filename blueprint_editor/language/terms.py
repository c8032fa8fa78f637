"""Fixed words of printed documents in the document's own language; knows no record, only shapes.

Dates and plurals are simple enough in these languages to need no Babel, which is slow to import.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, Protocol

from blueprint_editor.language.tile_words import TileWords
from blueprint_editor.language.twin_words import TwinWords

IN_LANGUAGE: Mapping[str, str] = MappingProxyType(
    {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}
)
"""What stands before a name in another language than a document's, in that language."""

UNTITLED = "Service blueprint"
"""What a document without a title is called where something must stand, in every language."""


class DurationShape(Protocol):
    """What :meth:`Terms.duration` reads: a document's duration record."""

    @property
    def min(self) -> float | None: ...
    @property
    def max(self) -> float | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def text(self) -> str: ...


class StatusShape(Protocol):
    """What :meth:`Terms.status_line` reads: a document."""

    @property
    def status(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def changed_on(self) -> str | None: ...


class OwnerShape(Protocol):
    """What :meth:`Terms.owner_line` reads: a document's project record."""

    @property
    def owner(self) -> str: ...
    @property
    def next_review(self) -> str | None: ...


class LaneWords(NamedTuple):
    """The name a lane of a role starts with, and one plain line that says what it is."""

    name: str
    hint: str


class Noun(NamedTuple):
    """A noun beside the number one, and beside other numbers."""

    one: str
    many: str


class Headings(NamedTuple):
    """Headings of the parts of a printed sheet."""

    value: str
    legend: str
    actors: str
    sources: str
    project: str
    marks: str
    personas: str
    variants: str
    links: str


class FilterWords(NamedTuple):
    """How a filtered sheet tells so; each holds ``{}``.

    Attributes:
        highlighted, only: before the criteria.
        path, lane, barrier: names of paths, of lanes and of where barriers are.
    """

    highlighted: str
    only: str
    path: str
    lane: str
    barrier: str


class DurationWords(NamedTuple):
    """What the sum of durations says; ``waiting`` and ``untold`` hold ``{}``."""

    heading: str
    total: str
    waiting: str
    rule: str
    rough: str
    untold: str


class ColourWords(NamedTuple):
    """What the colours of cards tell: a heading, and what is said of cards without one."""

    heading: str
    others: str


class ChangeWords(NamedTuple):
    """The words of a poster of changes.

    Attributes:
        title: "Changes since {}", with the name of the version before.
        flags: kind of change → the word on the flag of a card.
        legend: kind of change → what its flag means.
        before: kind of change → what the card said, or where it stood; holds ``{}``.
        unchanged: what a pale card means.
    """

    title: str
    flags: Mapping[str, str]
    legend: Mapping[str, str]
    before: Mapping[str, str]
    unchanged: str


class PrintWords(NamedTuple):
    """What a sheet says of itself as a print; the braces are filled in.

    Attributes:
        goes_on: where a connector leads that leaves this one of several posters; code in ``{}``.
        comes_from: where one comes from that began on another.
        heard_from: the same for those who do not see it, code and text of the card in ``{}``.
        continued: name of a phase that began on the row above.
        goes_on_below: leads to the next row; the phase that it begins with in ``{}``.
        proof: of a scaled print; ``{paper}`` and ``{percent}`` of the real one.
    """

    goes_on: str
    comes_from: str
    heard_from: str
    proof: str
    continued: str
    goes_on_below: str


@dataclass(frozen=True)
class Terms:
    """The words of one language; keys of the mappings are those of the file format.

    Attributes:
        language: BCP 47 tag.
        boundaries: the three lines.
        lanes: role → default name and hint.
        marks, connectors: kinds as a text names them.
        legend_mark, legend_connector: kinds as the legend explains them.
        leads: connector kind → "leads to card {code}", for alternative texts.
        value_parts: functional, social, emotional.
        emotion_axis: the low and the high end of the curve.
        emotions: −2 … +2 in words.
        nouns: "phase", "step", "lane", "card", "connector", "mark", "sheet" → counted forms.
        filter: what a filtered sheet says of itself.
        changes: what a poster of changes says.
        print: what a sheet says of itself as a print.
        only_on_path: before the name of the variant that a card is limited to.
        units: duration unit → noun; ``at_most``, ``at_least`` hold ``{}`` for number and unit.
        code: alternative text of a QR code, holds ``{}`` for what it says.
        colours: what colours may tell besides the lane ("actor", "variant", "tag") → words.
        version_word, owner_word, review_word: hold ``{}``.
        decimal_sign: between the whole and the fraction.
        write_date: a date in full.
        twin: words of the text outputs alone.
        tiles: words of the sheets of a tiled poster alone.
    """

    language: str
    boundaries: Mapping[str, str]
    lanes: Mapping[str, LaneWords]
    marks: Mapping[str, str]
    connectors: Mapping[str, str]
    legend_mark: Mapping[str, str]
    legend_connector: Mapping[str, str]
    leads: Mapping[str, str]
    headings: Headings
    value_parts: tuple[str, str, str]
    emotion_axis: tuple[str, str]
    emotions: Mapping[int, str]
    channels: Mapping[str, str]
    certainties: Mapping[str, str]
    statuses: Mapping[str, str]
    states: Mapping[str, str]
    actor_kinds: Mapping[str, str]
    project_fields: Mapping[str, str]
    card_fields: Mapping[str, str]
    handover_fields: Mapping[str, str]
    handover_bases: Mapping[str, str]
    barrier_kinds: Mapping[str, str]
    nouns: Mapping[str, Noun]
    filter: FilterWords
    changes: ChangeWords
    print: PrintWords
    only_on_path: str
    units: Mapping[str, Noun]
    at_most: str
    at_least: str
    code: str
    durations: DurationWords
    colours: Mapping[str, ColourWords]
    version_word: str
    owner_word: str
    review_word: str
    decimal_sign: str
    write_date: Callable[[date], str]
    twin: TwinWords
    tiles: TileWords

    def date(self, day: str) -> str:
        """Return an ISO 8601 date as a reader of the language writes it."""
        return self.write_date(date.fromisoformat(day))

    def number(self, value: float) -> str:
        """Return a number without needless decimals."""
        return f"{value:.10g}".replace(".", self.decimal_sign)

    def count(self, noun: str, count: int) -> str:
        """Return "3 phases" for ``("phase", 3)``."""
        one, many = self.nouns[noun]
        return f"{count} {one if count == 1 else many}"

    def duration(self, duration: DurationShape) -> str:
        """Return a duration in words; the text that a person wrote wins over the numbers."""
        if duration.text:
            return duration.text
        low, high = duration.min, duration.max
        if low is None and high is None:
            return ""
        if low is None or high is None:
            pattern = self.at_most if low is None else self.at_least
            value = high if low is None else low
            return pattern.format(self._measure(value or 0.0, duration.unit))
        if low == high:
            return self._measure(low, duration.unit)
        unit = f" {self.units[duration.unit].many}" if duration.unit else ""
        return f"{self.number(low)}–{self.number(high)}{unit}"

    def _measure(self, value: float, unit: str | None) -> str:
        if unit is None:
            return self.number(value)
        one, many = self.units[unit]
        return f"{self.number(value)} {one if value == 1 else many}"

    def version(self, version: str) -> str:
        """Return "version 3", or nothing where no version is given."""
        return self.version_word.format(version) if version else ""

    def status_line(self, document: StatusShape) -> str:
        """Return "Draft · version 3 · 22 November 2026"; parts that are not given are left out."""
        changed = self.date(document.changed_on) if document.changed_on else ""
        parts = (self.statuses[document.status], self.version(document.version), changed)
        return " · ".join(filter(None, parts))

    def owner_line(self, project: OwnerShape) -> str:
        """Return who keeps the document up and in which month it is reviewed, or nothing."""
        owner = self.owner_word.format(project.owner) if project.owner else ""
        due = ""
        if project.next_review:
            review = date.fromisoformat(project.next_review)
            due = self.review_word.format(f"{review.month}/{review.year}")
        return " · ".join(filter(None, (owner, due)))

    def leads_to(self, kind: str, target: str, label: str = "") -> str:
        """Return a connector in words, for those who do not see the arrow.

        Args:
            kind: of the connector.
            target: the target card's code, or code and text.
            label: of the connector.
        """
        words = self.leads[kind].format(target)
        return f"{words} ({label})" if label else words

    def tell_language(self, language: str) -> str:
        """Return the language of these words where a document's is another, else nothing."""
        own = language.partition("-")[0].lower()
        return "" if own == self.language else self.language

    def name_card(self, code: str, text: str, longest: int) -> str:
        """Return a card's code and at most so many characters of its text, in quotes."""
        words = " ".join(text.split())
        if len(words) > longest:
            # Whole words, with room for the sign that there are more.
            words = f"{words[: longest - 1].rpartition(' ')[0].rstrip(',')} …".strip()
        words = words.removesuffix(".")
        return f"{code} {self.twin.quoted.format(words)}" if words else code


@cache
def find_terms(language: str) -> Terms:
    """Return the words for a document's language (BCP 47), English where there are none."""
    match language.partition("-")[0].lower():
        case "fi":
            from blueprint_editor.language.terms_fi import TERMS  # noqa: PLC0415
        case "sv":
            from blueprint_editor.language.terms_sv import TERMS  # noqa: PLC0415
        case _:
            from blueprint_editor.language.terms_en import TERMS  # noqa: PLC0415
    return TERMS
