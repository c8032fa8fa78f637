"""The poster's foot: which sections it has, from what occurs in the document."""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import MissingLetters, Placed
from blueprint_editor.layout.change_flags import find_flag_colour
from blueprint_editor.layout.codes import CodeItem, set_codes
from blueprint_editor.layout.footer import (
    Entry,
    Section,
    SetSection,
    Wanted,
    actor_entries,
    arrange_sections,
    build_footer_rule,
    build_logo_strip,
    mark_entries,
    set_mark_list,
    set_section,
    swatch_entries,
    variant_entries,
    wire_entries,
)
from blueprint_editor.layout.headers import describe_variants
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.picture import PlacedPicture
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.theme import Theme, plain_look, tinted_look
from blueprint_editor.layout.tray import TrayMark
from blueprint_editor.model.change_view import CHANGE_KINDS
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import CONNECTOR_KINDS, MARK_KINDS
from blueprint_editor.model.records import Link, Mark, Project, Source
from blueprint_editor.sheets.duration_lines import NO_DURATIONS, DurationLines, list_durations
from blueprint_editor.sheets.logos import list_logos
from blueprint_editor.sheets.poster_codes import make_document_item, make_link_items
from blueprint_editor.sheets.poster_decks import Contents
from blueprint_editor.sheets.poster_facts import PosterFacts

_LOGO_HEIGHT = 17.0
_LOGO_WIDTH = 70.0
"""Largest logo in mm at type scale 1; the EU emblem is at least as large as the biggest other."""

_LETTERS_A_ROW = 55
"""About so many fit in one of the foot's columns."""

_DOCUMENT_CODE, _LINK_CODES = "footer.document_code", "footer.link_codes"

Setter = Callable[[float], SetSection]


class Footer(NamedTuple):
    """The foot's groups, y from its top.

    Attributes:
        marks: ids of those in the margin list, in order.
        logos: alternative texts.
        codes: key of a section → its QR codes.
    """

    placed: tuple[Placed, ...]
    sections: tuple[SetSection, ...]
    missing: tuple[MissingLetters, ...]
    height: float
    marks: tuple[str, ...]
    logos: tuple[str, ...]
    codes: Mapping[str, tuple[CodeItem, ...]]


def build_footer(facts: PosterFacts, shown: Contents) -> Footer:
    """Set the foot as wide as the lanes."""
    # Of cards and connectors it shows only what is used, of all else anything.
    fields = facts.document.__dict__.items()
    inputs = (
        [value for name, value in fields if name not in {"cards", "connectors"}],
        shown.kinds, shown.uses, _find_mark_kinds(facts, shown), _listed_marks(facts, shown),
        shown.width,
        _find_times(facts, shown) if facts.shows("durations") else NO_DURATIONS, facts.links,
        facts.changes,
        facts.theme, facts.pictures,
    )  # fmt: skip
    return facts.cache.reuse_stage(("footer",), inputs, _build_footer, facts, shown)


def _build_footer(cache: ReuseCache, facts: PosterFacts, shown: Contents) -> Footer:
    theme = facts.theme
    setters = [
        Wanted(_reused(cache, facts, section), share, _count_rows(section))
        for section, share in _list_sections(facts, shown)
    ]
    listed = _listed_marks(facts, shown)
    codes = _list_codes(facts)
    if own := codes.get(_DOCUMENT_CODE):
        setters.append(Wanted(_code_setter(facts, _DOCUMENT_CODE, "", own), 1.0, 1))
    logos = _list_logos(facts)
    if not (setters or listed or codes or logos or _find_statement(facts)):
        return Footer((), (), (), 0.0, (), (), {})
    placed_sections, height = arrange_sections(setters, shown.width, theme)
    top = theme.mm(5)
    rule = cache.reuse("rule", (theme, shown.width), build_footer_rule, shown.width, theme)
    placed = [Placed(rule, 0.0, 0.0)]
    placed.extend(Placed(done.section.group, done.x, top + done.y) for done in placed_sections)
    sections = [done.section for done in placed_sections]
    height += top
    for row in _set_strips(cache, facts, shown.width, listed, codes.get(_LINK_CODES, ())):
        height += theme.mm(7)
        bottom = height + max(strip.height for _, strip in row)
        placed.extend(Placed(strip.group, x, bottom - strip.height) for x, strip in row)
        sections.extend(strip for _, strip in row)
        height = bottom
    missing = tuple(MissingLetters(s.missing, s.group.key) for s in sections if s.missing)
    return Footer(
        tuple(placed), tuple(sections), missing, height,
        tuple(mark.id for _, mark in listed), tuple(alt for _, alt in logos), codes,
    )  # fmt: skip


def _set_strips(
    cache: ReuseCache,
    facts: PosterFacts,
    width: float,
    listed: list[tuple[str, TrayMark]],
    links: tuple[CodeItem, ...],
) -> list[list[tuple[float, SetSection]]]:
    """Return what runs along the whole foot: rows of (x in mm, strip) in reading order."""
    theme, language = facts.theme, facts.language
    rows: list[list[tuple[float, SetSection]]] = []
    if listed:
        heading = facts.terms.headings.marks
        marks = set_mark_list(
            "footer.marks", heading, listed, width, theme, facts.typesetter, language
        )
        rows.append([(0.0, marks)])
    logos = _set_logos(facts, width)
    if links:
        make = _code_setter(facts, _LINK_CODES, facts.terms.headings.links, links)

        def set_links(room: float) -> SetSection:
            key = f"{_LINK_CODES}.{'alone' if room == width else 'beside'}"
            return cache.reuse(key, (links, room, language, theme), make, room)

        found = set_links(width)
        rows.append([(0.0, found)])
        if logos is not None:
            room = width - logos.group.bounds.x1 - theme.mm(14)
            beside = set_links(room) if room > 0.0 else found
            if room > 0.0 and beside.height <= found.height + 1e-6:
                rows[-1] = [(0.0, beside), (room + theme.mm(14), logos)]
                logos = None
    if logos is not None:
        rows.append([(0.0, logos)])
    return rows


def _set_logos(facts: PosterFacts, width: float) -> SetSection | None:
    logos, statement = _list_logos(facts), _find_statement(facts)
    if not (logos or statement):
        return None
    project = facts.document.project or Project()
    usable = {*facts.pictures.rasters, *facts.pictures.vectors}
    has_emblem = any(logo.kind == "eu" and logo.asset in usable for logo in project.logos)
    return build_logo_strip(
        logos, statement, width, facts.theme, facts.typesetter, facts.language,
        has_emblem=has_emblem,
    )  # fmt: skip


def _find_statement(facts: PosterFacts) -> str:
    project = facts.document.project
    return project.funding_statement if project and facts.shows("project") else ""


def _list_codes(facts: PosterFacts) -> dict[str, tuple[CodeItem, ...]]:
    """Return key of a section → its QR codes."""
    found: dict[str, tuple[CodeItem, ...]] = {}
    if facts.shows("document_code"):
        document, terms = facts.document, facts.terms
        changed = terms.date(document.changed_on) if document.changed_on else ""
        words = (document.id, terms.version(document.version), changed)
        found[_DOCUMENT_CODE] = (make_document_item(document, " · ".join(filter(None, words))),)
    if facts.links:
        found[_LINK_CODES] = make_link_items(tuple(facts.links.values()))
    return found


def _code_setter(facts: PosterFacts, key: str, heading: str, items: tuple[CodeItem, ...]) -> Setter:
    def make(width: float) -> SetSection:
        return set_codes(key, heading, items, width, facts.theme, facts.typesetter, facts.language)

    return make


def _reused(cache: ReuseCache, facts: PosterFacts, section: Section) -> Setter:
    def make(width: float) -> SetSection:
        return cache.reuse(
            section.key, (section, width, facts.language, facts.theme), set_section, section, width,
            facts.theme, facts.typesetter, facts.language,
        )  # fmt: skip

    return make


def _list_sections(facts: PosterFacts, shown: Contents) -> list[tuple[Section, float]]:
    """Return (section, share of the width) in reading order; empty ones are left out."""
    terms = facts.terms
    found: list[tuple[Section, float]] = []

    def add(key: str, heading: str, entries: list[Entry], share: float, *, compact: bool) -> None:
        if entries:
            found.append((Section(f"footer.{key}", heading, tuple(entries), compact), share))

    if facts.shows("value"):
        add("value", terms.headings.value, _value_entries(facts), 1.2, compact=False)
    if facts.shows("legend"):
        add("legend", terms.headings.legend, _legend_entries(facts, shown), 1.25, compact=True)
    if facts.shows("legend") and facts.colours is not None:
        heading = terms.colours[facts.colours.told].heading
        add("colours", heading, _colour_entries(facts, shown), 1.1, compact=True)
    if facts.shows("actors"):
        entries = actor_entries(_used_actors(facts, shown), facts.theme, facts.typesetter)
        add("actors", terms.headings.actors, entries, 1.1, compact=True)
    if facts.shows("durations"):
        add(
            "durations",
            terms.durations.heading,
            _duration_entries(facts, shown),
            1.0,
            compact=False,
        )
    if facts.shows("sources"):
        entries = [_source_entry(n, s) for n, s in enumerate(facts.document.sources, 1)]
        add("sources", terms.headings.sources, entries, 0.9, compact=False)
    if facts.shows("project"):
        entries = _project_entries(facts)
        heading = terms.headings.project if len(entries) > 1 else ""
        add("project", heading, entries, 1.0, compact=False)
    return found


def _count_rows(section: Section) -> int:
    """Return about how many lines a section is high where it has one column."""
    if section.compact:
        return math.ceil(len(section.entries) / 3)
    return sum(
        math.ceil((len(entry.strong) + len(entry.words)) / _LETTERS_A_ROW)
        for entry in section.entries
    )


def _value_entries(facts: PosterFacts) -> list[Entry]:
    value = facts.document.value
    if value is None:
        return []
    texts = (value.functional, value.social, value.emotional)
    pairs = zip(facts.terms.value_parts, texts, strict=True)
    return [Entry(text, strong=name) for name, text in pairs if text]


def _legend_entries(facts: PosterFacts, shown: Contents) -> list[Entry]:
    terms, theme = facts.terms, facts.theme
    document = facts.document
    used_marks = _find_mark_kinds(facts, shown)
    used_wires, uses = shown.kinds, shown.uses
    # In the title block everybody looks first.
    words = "" if facts.shows("title_block") else facts.filter_words
    entries = [Entry(words)] if words else []
    entries += _change_entries(facts)
    entries += mark_entries(
        (kind for kind in MARK_KINDS if kind in used_marks), terms.legend_mark, theme
    )
    entries += wire_entries(
        (kind for kind in CONNECTOR_KINDS if kind in used_wires), terms.legend_connector, theme
    )
    style = theme.styles["small"]
    size = style.leading * 0.7
    for certainty in ("observed", "assumed", "proposed"):
        if certainty in uses.certainties:
            sign = draw_icon(certainty, 0, (style.leading - size) / 2, size, style.colour)
            words = terms.certainties[certainty]
            entries.append(Entry(words, sign=sign, sign_width=size + theme.mm(2)))
    if uses.variants:
        names = {persona.id: persona.name for persona in document.personas}
        variants = describe_variants(
            tuple(v for v in facts.variants.values() if v.id in uses.variants), names, theme
        )
        words_of = [
            (letter, f"{terms.only_on_path} {words}", colour) for letter, words, colour in variants
        ]
        entries += variant_entries(words_of, theme, facts.typesetter)
    return entries


def _find_mark_kinds(facts: PosterFacts, shown: Contents) -> frozenset[str]:
    """Return what hangs below cards that are shown, and below phases and steps."""
    cards = facts.derived.cards
    return frozenset([
        mark.kind
        for target, marks in facts.marks_of.items()
        if target in shown.cards or target not in cards
        for mark in marks
    ])  # fmt: skip


def _change_entries(facts: PosterFacts) -> list[Entry]:
    """Return what the flags mean that are on the cards, and what a pale card means."""
    if facts.changes is None:
        return []
    used = {change.kind for changes in facts.changes.values() for change in changes}
    words, theme = facts.terms.changes, facts.theme
    leading = theme.styles["small"].leading
    size = leading * 0.86
    return [
        Entry(
            words.legend[kind],
            sign=draw_icon(
                f"change.{kind}", 0, (leading - size) / 2, size, find_flag_colour(kind, theme)
            ),
            sign_width=size + theme.mm(2),
        )
        for kind in CHANGE_KINDS
        if kind in used
    ] + [Entry(words.unchanged)]


def _colour_entries(facts: PosterFacts, shown: Contents) -> list[Entry]:
    """Return a swatch for each colour that a card has, and for those without one."""
    colours, used, theme = facts.colours, shown.uses.colours, facts.theme
    if colours is None or not used - {""}:
        return []
    look = plain_look(theme, "custom")
    found = [
        (one.name, tinted_look(look, one.colour, theme))
        for record, one in colours.by_id.items()
        if record in used
    ]
    if "" in used:
        found.append((facts.terms.colours[colours.told].others, look))
    return swatch_entries(found, theme)


def _find_times(facts: PosterFacts, shown: Contents) -> DurationLines:
    """Return the durations; they are summed again only when one of them changes or moves."""
    document = facts.document
    waits = facts.cache.reuse("waits", (document.marks, document.connectors), _find_waits, document)
    given, terms = shown.durations, facts.terms
    inputs = (document.phases, document.steps, document.lanes, waits, given, terms)
    return facts.cache.reuse("times", inputs, list_durations, facts.derived, facts.terms)


def _find_waits(document: DocumentContent) -> tuple[tuple[str, Mark], ...]:
    """Return the waits that have a duration, each with the card at whose connector it hangs."""
    waits = [mark for mark in document.marks if mark.kind == "wait" and mark.duration is not None]
    if not waits:
        return ()
    sources = {connector.id: connector.source for connector in document.connectors}
    return tuple((sources.get(mark.target, ""), mark) for mark in waits)


def _duration_entries(facts: PosterFacts, shown: Contents) -> list[Entry]:
    lines = _find_times(facts, shown)
    entries = [Entry(words, strong=name) for name, words in lines.times]
    return entries + [Entry(note) for note in lines.notes]


def _used_actors(facts: PosterFacts, shown: Contents) -> list:  # type: ignore[type-arg]
    used = set(shown.uses.actors)
    if facts.shows("responsibilities"):
        used.update(band.actor for band in facts.document.responsibilities)
    return [sign for actor, sign in facts.actor_signs.items() if actor in used]


def _source_entry(number: int, source: Source) -> Entry:
    words = source.title
    details = ", ".join(str(d) for d in (source.publisher, source.year) if d)
    if details:
        words = f"{words}. {details}"
    return Entry(words, strong=f"[{number}]", url=source.url or "")


def _project_entries(facts: PosterFacts) -> list[Entry]:
    terms, document = facts.terms, facts.document
    project = document.project or Project()
    names = terms.project_fields
    pairs = [
        (names[name], getattr(project, name))
        for name in ("programme", "organisation", "client", "producer", "funder", "period", "place",
                     "contact", "contributors", "licence", "legal_basis")
    ]  # fmt: skip
    if project.checked_on:
        pairs.append((names["checked_on"], terms.date(project.checked_on)))
    if project.valid_until:
        pairs.append((names["valid_until"], terms.date(project.valid_until)))
    entries = [Entry(text, strong=name) for name, text in pairs if text]
    entries += [_link_entry(link, facts.theme) for link in project.links]
    if project.disclaimer:
        entries.append(Entry(project.disclaimer))
    if not facts.shows("document_code"):
        code = (document.id, terms.version(document.version))
        entries.append(Entry(" · ".join(filter(None, code)), strong=terms.twin.document))
    return entries


def _link_entry(link: Link, theme: Theme) -> Entry:
    """Return a link with the sign that those on cards have."""
    style = theme.styles["small"]
    size = style.size * 0.9
    sign = draw_icon("link", 0, (style.leading - size) / 2, size, style.colour)
    return Entry(link.label or link.url, sign=sign, sign_width=size + theme.mm(1.5), url=link.url)


def _listed_marks(facts: PosterFacts, shown: Contents) -> list[tuple[str, TrayMark]]:
    """Return (card code, mark) for the margin list, in reading order; none when trays have them."""
    if facts.document.poster.marks != "list" or not facts.shows("marks"):
        return []
    codes = facts.derived.card_codes
    return [
        (codes[card.id], mark)
        for card in facts.derived.reading_order
        if card.id in shown.cards
        for mark in facts.tray_marks(card.id)
        if mark.text
    ]


def _list_logos(facts: PosterFacts) -> list[tuple[PlacedPicture, str]]:
    if not facts.shows("project"):
        return []
    height, width = facts.theme.mm(_LOGO_HEIGHT), facts.theme.mm(_LOGO_WIDTH)
    return list_logos(facts.document.project, facts.pictures, height, width)
