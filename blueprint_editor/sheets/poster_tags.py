"""What the poster means to a reader who does not see it: one table, a row for each step.

Rows are steps and lanes are column headers, so that the table reads in reading order whatever the
paint order; PDF/UA-1 (ISO 14289-1) 7.2 and 7.5 ask for headers with a scope.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from blueprint_editor.drawing.drawing import Bookmark, Leaf, Tag
from blueprint_editor.layout.card import Way
from blueprint_editor.layout.change_flags import list_flags
from blueprint_editor.layout.codes import CodeItem
from blueprint_editor.layout.footer import SetSection
from blueprint_editor.model.naming import name_variant
from blueprint_editor.model.records import Card, Connector, Lane, Mark, Phase, Responsibility, Step
from blueprint_editor.sheets.poster_body import Body
from blueprint_editor.sheets.poster_curves import emotion_lines
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_footer import Footer
from blueprint_editor.sheets.poster_grid import name_again
from blueprint_editor.sheets.poster_header import Header
from blueprint_editor.sheets.poster_languages import mark_our_words
from blueprint_editor.sheets.poster_personas import make_persona_tags

_LONGEST_TARGET = 30
"""Characters of a card's text where another card leads to it."""

Node = Tag | Leaf
Ways: TypeAlias = Mapping[str, tuple[Way, ...]]


def make_bookmarks(facts: PosterFacts) -> tuple[Bookmark, ...]:
    """Return a bookmark for each phase."""
    return tuple(Bookmark(_name_phase(facts, phase), phase.id) for phase in facts.document.phases)


def _name_phase(facts: PosterFacts, phase: Phase) -> str:
    return f"{facts.derived.phase_numbers[phase.id]} {phase.name}".strip()


def make_tags(
    facts: PosterFacts, bodies: Sequence[Body], ways: Ways, header: Header, footer: Footer
) -> Tag:
    """Return the tag tree of a composed poster.

    Args:
        facts: of the whole.
        bodies: the lanes of each of its decks.
        ways: card id → where connectors lead that are not drawn.
        header: of the first deck.
        footer: of the poster.
    """
    maker = _TagMaker(facts, bodies, ways)
    children: list[Node] = [*_title(facts, header), *make_persona_tags(facts)]
    if bodies[0].lanes or bodies[0].columns:
        children.append(maker.table())
    children.extend(_sections(facts, footer))
    root = Tag("Document", tuple(children))
    ours = facts.terms.tell_language(facts.language)
    return mark_our_words(root, ours) if ours else root


def _title(facts: PosterFacts, header: Header) -> Iterator[Node]:
    if not facts.shows("title_block"):
        return
    key = "title-block"
    yield Tag("H1", (Leaf(key, "title"),))
    if facts.document.subtitle:
        yield Tag("P", (Leaf(key, "subtitle"),))
    for index in range(header.variant_lines):
        yield Tag("P", (Leaf(key, f"variant:{index}"),))
    for index in range(header.status_lines):
        yield Tag("P", (Leaf(key, f"status:{index}"),))


class _TagMaker:
    """Builds the table of the lanes: one, on however many decks they stand."""

    def __init__(self, facts: PosterFacts, bodies: Sequence[Body], ways: Ways) -> None:
        self.facts = facts
        self.bodies = bodies
        self.lanes = bodies[0].lanes
        self.columns = [column for body in bodies for column in body.columns]
        self.ways = ways
        self.wires = {wire for body in bodies for wire in body.wires.by_id}
        self.decks = {
            column.step: number for number, body in enumerate(bodies) for column in body.columns
        }
        self.steps = {step.id: step for step in facts.document.steps}
        self._whole = facts.derived.whole or facts.derived
        self._names: dict[str, str] = {}
        self._connectors = {wire.id: wire for wire in self._whole.document.connectors}
        self.bands = facts.document.responsibilities if facts.shows("responsibilities") else ()
        # Without lanes a step would have no cell at all.
        self.has_step_column = bool(self.bands or not self.lanes) or any(
            step.name
            or step.duration
            or step.repeats
            or step.id in facts.marks_of
            or facts.second_name(step.id).text
            for step in facts.document.steps
        )

    def table(self) -> Tag:
        rows: list[Tag] = []
        for phase in self.facts.document.phases:
            columns = [c for c in self.columns if c.phase == phase.id]
            body_rows = tuple(
                self._row(column.step, phase.id, len(columns) if first == 0 else 0)
                for first, column in enumerate(columns)
            )
            if body_rows:
                rows.append(Tag("TBody", body_rows))
        # A head needs rows that it is the head of.
        head = Tag("THead" if rows else "TBody", (self._head(),))
        return Tag("Table", (head, *rows), self.facts.terms.twin.caption)

    def _head(self) -> Tag:
        cells: list[Tag] = [Tag("TD")]
        if self.has_step_column:
            cells.append(Tag("TD"))
        cells.extend(self._lane_header(lane) for lane in self.lanes)
        return Tag("TR", tuple(cells))

    def _lane_header(self, lane: Lane) -> Tag:
        content: list[Node] = [Tag("P", (Leaf(lane.id, "name"),)), *self._second_name(lane.id)]
        if lane.hint:
            content.append(Tag("P", (Leaf(lane.id, "hint"),)))
        terms = self.facts.terms
        content.extend(
            Tag(
                "Figure",
                (Leaf(f"{lane.id}.line", kind),),
                terms.twin.line_after.format(terms.boundaries[kind]),
            )
            for kind in self.facts.derived.boundaries.get(lane.id, ())
        )
        return Tag("TH", tuple(content), scope="Column")

    def _row(self, step: str, phase: str, phase_rows: int) -> Tag:
        cells: list[Tag] = []
        if phase_rows:
            cells.append(self._phase_header(phase, phase_rows))
        if self.has_step_column:
            cells.append(self._step_header(self.steps.get(step)))
        cells.extend(
            Tag("TD", tuple(self._cell(lane, index, step))) for index, lane in enumerate(self.lanes)
        )
        return Tag("TR", tuple(cells))

    def _phase_header(self, phase: str, rows: int) -> Tag:
        content: list[Node] = [Tag("P", (Leaf(phase, "number"), Leaf(phase, "name")))]
        record = next(p for p in self.facts.document.phases if p.id == phase)
        if record.link is not None:
            content = [Tag("P", (Leaf(phase, "number"), Tag("Link", (Leaf(phase, "name"),))))]
        content.extend(self._second_name(phase))
        if record.duration is not None:
            content.append(Tag("P", (Leaf(phase, "duration"),)))
        content.extend(self._marks(phase))
        return Tag("TH", tuple(content), scope="Row", row_span=rows if rows > 1 else 0)

    def _step_header(self, step: Step | None) -> Tag:
        content: list[Node] = []
        if step is not None:
            if step.name:
                content.append(Tag("P", (Leaf(step.id, "name"),)))
            content.extend(self._second_name(step.id))
            content.extend(self._step_facts(step))
        return Tag("TH", tuple(content), scope="Row") if content else Tag("TD")

    def _second_name(self, record: str) -> Iterator[Node]:
        second = self.facts.second_name(record)
        if second.text:
            yield Tag("P", (Leaf(record, "second"),), language=second.language)

    def _step_facts(self, step: Step) -> Iterator[Node]:
        if step.duration or step.repeats:
            yield Tag("P", (Leaf(step.id, "facts"),))
        yield from self._marks(step.id)
        for band in self.bands:
            if band.first_step == step.id:
                yield self._band(band)

    def _band(self, band: Responsibility) -> Tag:
        """Return what a band says, with whom it names and how far it reaches in its sign."""
        derived = self.facts.derived
        first, last = (
            _name_phase(self.facts, derived.phase_of_step[step])
            for step in (band.first_step, band.last_step)
        )
        reach = first if first == last else f"{first} – {last}"
        name = self.facts.actor_signs[band.actor].name
        # The words may hold the name, and where there are none the name is written.
        alt = reach if not band.text or name in band.text else f"{name}: {reach}"
        return Tag("P", (Leaf(band.id, "text"), Tag("Figure", (Leaf(band.id, "sign"),), alt)))

    def _cell(self, lane: Lane, index: int, step: str) -> Iterator[Node]:
        if lane.role == "emotion":
            yield from self._feelings(lane, index, step)
        for card in self.facts.derived.cards_by_cell.get((lane.id, step), ()):
            yield from self._card(card)

    def _feelings(self, lane: Lane, index: int, step: str) -> Iterator[Node]:
        if not self.facts.shows("emotion_curve"):
            return
        deck = self.decks[step]
        key = f"{lane.id}.curve"
        found = [
            (line.letter, point.value)
            for line in emotion_lines(self.facts, self.bodies[deck], index)
            for point in line.points
            if point.step == step
        ]
        if found:
            names = self.facts.terms.emotions
            told = (f"{letter} {names[value]}".strip() for letter, value in found)
            words = ", ".join(dict.fromkeys(told))
            yield Tag(
                "Figure", (Leaf(name_again(key, deck) if deck else key, f"dot:{step}"),), words
            )

    def _card(self, card: Card) -> Iterator[Node]:
        language = card.language or ""
        if card.image is not None and card.image.alt:
            yield Tag("Figure", (Leaf(card.id, "picture"),), card.image.alt)
        flags = list_flags(self.facts.changes, self.facts.terms.changes, card.id)
        if flags:
            yield Tag("P", (Leaf(card.id, "change"),))
        yield Tag("P", (Leaf(card.id, "text"),), language=language)
        if any(flag.before for flag in flags):
            yield Tag("P", (Leaf(card.id, "before"),))
        yield from self._card_facts(card)
        for way in self.ways.get(card.id, ()):
            yield Tag("Figure", (Leaf(card.id, f"way:{way.connector}"),), self._tell_way(way))
        for link in card.links:
            yield Tag("P", (Tag("Link", (Leaf(card.id, f"link:{link.id}"),)),))
        yield from self._marks(card.id)
        for connector in self.facts.derived.connectors_of.get(card.id, ()):
            if connector.id in self.wires:
                yield Tag("Figure", (Leaf(connector.id, "line"),), self._tell_target(connector))

    def _card_facts(self, card: Card) -> Iterator[Tag]:
        if limits := self.facts.derived.limits(card.variants):
            names = ", ".join(map(name_variant, limits))
            alt = f"{self.facts.terms.only_on_path} {names}"
            yield Tag("Figure", (Leaf(card.id, "variants"),), alt)
        own = self.facts.lane_actors[card.lane]
        for actor in card.actors:
            if actor != own:
                yield Tag("P", (Leaf(card.id, f"actor:{actor}"),))
        yield Tag("P", (Leaf(card.id, "meta"),))

    def _tell_way(self, way: Way) -> str:
        connector = self._connectors[way.connector]
        if way.leads_out:
            return self._tell_target(connector)
        words = self.facts.terms.print.heard_from.format(self._name_card(connector.source))
        return f"{words} ({connector.label})" if connector.label else words

    def _tell_target(self, connector: Connector) -> str:
        """Return where a connector leads, with words of the card: its code is not on the poster."""
        target = self._name_card(connector.target)
        return self.facts.terms.leads_to(connector.kind, target, connector.label)

    def _name_card(self, card: str) -> str:
        found = self._names.get(card)
        if found is None:
            code, text = self._whole.card_codes[card], self._whole.cards[card].text
            found = self._names[card] = self.facts.terms.name_card(code, text, _LONGEST_TARGET)
        return found

    def _marks(self, target: str) -> Iterator[Node]:
        for mark in self.facts.marks_of.get(target, ()):
            yield self._mark(mark, target)

    def _mark(self, mark: Mark, group: str) -> Tag:
        name = self.facts.terms.marks[mark.kind]
        sign = Tag("Figure", (Leaf(group, f"sign:{mark.id}"),), name)
        return Tag("P", (sign, Leaf(group, f"mark:{mark.id}")))


def _sections(facts: PosterFacts, footer: Footer) -> Iterator[Node]:
    for section in footer.sections:
        children: list[Node] = []
        if section.group.label and section.group.key != "footer.logos":
            children.append(Tag("H2", (Leaf(section.group.key, "heading"),)))
        if section.group.key == "footer.marks":
            children.extend(_listed_marks(facts, footer, section))
        elif section.group.key == "footer.logos":
            if section.entries:
                children.append(Tag("P", (Leaf(section.group.key, "item:0"),)))
            children.extend(
                Tag("Figure", (Leaf(section.group.key, f"logo:{number}"),), alt)
                for number, alt in enumerate(footer.logos)
                if alt
            )
        elif section.group.key in footer.codes:
            codes = footer.codes[section.group.key]
            children.append(_code_list(facts, section, codes))
        else:
            children.append(_entry_list(section))
        yield Tag("Sect", tuple(children))


def _entry_list(section: SetSection) -> Tag:
    items = []
    for number in range(section.entries):
        key = section.group.key
        label = (Tag("Lbl", (Leaf(key, f"label:{number}"),)),) if number in section.labels else ()
        leaf: Node = Leaf(key, f"item:{number}")
        if number in section.links:
            leaf = Tag("Link", (leaf,))
        items.append(Tag("LI", (*label, Tag("LBody", (leaf,)))))
    return Tag("L", tuple(items))


def _code_list(facts: PosterFacts, section: SetSection, codes: tuple[CodeItem, ...]) -> Tag:
    key = section.group.key
    parts = {part.name for part in section.group.parts}
    items = []
    for number, code in enumerate(codes):
        words: Node = Leaf(key, f"item:{number}")
        if number in section.links:
            words = Tag("Link", (words,))
        content: list[Node] = [words]
        if f"code:{number}" in parts:
            alt = facts.terms.code.format(code.payload)
            content.append(Tag("Figure", (Leaf(key, f"code:{number}"),), alt))
        items.append(Tag("LI", (Tag("LBody", tuple(content)),)))
    return Tag("L", tuple(items))


def _listed_marks(facts: PosterFacts, footer: Footer, section: SetSection) -> Iterator[Node]:
    kinds = {mark.id: mark.kind for mark in facts.document.marks}
    key = section.group.key
    items = []
    for mark in footer.marks:
        sign = Tag("Figure", (Leaf(key, f"sign:{mark}"),), facts.terms.marks[kinds[mark]])
        content = (Leaf(key, f"code:{mark}"), sign, Leaf(key, f"mark:{mark}"))
        items.append(Tag("LI", (Tag("LBody", content),)))
    yield Tag("L", tuple(items))
