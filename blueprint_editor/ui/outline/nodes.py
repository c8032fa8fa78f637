"""The outline as plain nodes, made from a document; knows no view."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.layout.theme import lane_look, make_theme
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card, Phase, Step
from blueprint_editor.ui.words import MARK_KINDS

SECTIONS: dict[str, str] = {
    "lanes": msgid("Lanes"),
    "actors": msgid("Actors"),
    "personas": msgid("Personas"),
    "variants": msgid("Paths"),
    "responsibilities": msgid("Responsibility bands"),
    "tags": msgid("Tags"),
    "sources": msgid("Sources"),
    "workshops": msgid("Workshops"),
    "comments": msgid("Comments"),
    "snapshots": msgid("Named versions"),
}
"""Collection → heading of its register, in the order shown."""
TEXT_FIELDS: dict[str, str] = {
    "responsibilities": "text",
    "comments": "text",
    "sources": "title",
    "cards": "text",
    "marks": "text",
    "connectors": "label",
}
"""Collection → the field that names its records; ``name`` for all others."""
_MARK_COLOURS = {"critical_point": "#B3261E", "solution": "#17653A", "wait": "#7A4E00"}


class Node(NamedTuple):
    """A line of the outline.

    Attributes:
        key: the record's id, or ``#`` and the collection for the heading of a register.
        collection: the document's field that the record, or the register, stands in.
        lead: what stands before its text and cannot be edited, such as a card's code.
        text: the text that can be edited in place.
        colour: ``#RRGGBB`` of its sign, or empty.
        border: of the sign.
        children: the lines below it.
    """

    key: str
    collection: str
    lead: str
    text: str
    colour: str = ""
    border: str = ""
    children: tuple["Node", ...] = ()

    @property
    def is_heading(self) -> bool:
        return self.key.startswith("#")

    @property
    def shown(self) -> str:
        """The line as it is read."""
        text = " ".join(self.text.split())
        return f"{self.lead} {text}".strip() or _("(without a name)")


def text_field(collection: str) -> str:
    """Return the field that names the records of a collection."""
    return TEXT_FIELDS.get(collection, "name")


def build_outline(facts: DerivedFacts) -> tuple[Node, ...]:
    """Return the whole outline, in reading order."""
    document = facts.document
    looks = _find_looks(document)
    phases = (_phase_node(facts, phase, looks) for phase in document.phases)
    return (*phases, *(_register_node(document, name) for name in SECTIONS))


def _find_looks(document: DocumentContent) -> dict[str, tuple[str, str]]:
    theme = make_theme()
    looks = {lane.id: lane_look(theme, lane.role, lane.colour) for lane in document.lanes}
    return {lane: (look.fill, look.border) for lane, look in looks.items()}


def _phase_node(facts: DerivedFacts, phase: Phase, looks: dict[str, tuple[str, str]]) -> Node:
    steps = facts.steps_of_phase[phase.id]
    number = str(facts.phase_numbers[phase.id])
    if len(steps) == 1 and not steps[0].name:
        children = (*_iter_marks(facts, phase.id), *_iter_cards(facts, steps[0], looks))
    else:
        nodes = (_step_node(facts, step, i, looks) for i, step in enumerate(steps, 1))
        children = (*_iter_marks(facts, phase.id), *nodes)
    return Node(phase.id, "phases", number, phase.name, children=children)


def _step_node(
    facts: DerivedFacts, step: Step, number: int, looks: dict[str, tuple[str, str]]
) -> Node:
    lead = _("Step {number}").format(number=number)
    return Node(step.id, "steps", lead, step.name, children=tuple(_iter_cards(facts, step, looks)))


def _iter_cards(
    facts: DerivedFacts, step: Step, looks: dict[str, tuple[str, str]]
) -> Iterator[Node]:
    yield from _iter_marks(facts, step.id)
    cells = facts.cards_by_cell
    for lane in facts.document.lanes:
        for card in cells.get((lane.id, step.id), ()):
            yield _card_node(facts, card, *looks[lane.id])


def _card_node(facts: DerivedFacts, card: Card, colour: str, border: str) -> Node:
    connectors = facts.connectors_of.get(card.id, ())
    codes = facts.card_codes
    children = [*_iter_marks(facts, card.id)]
    for connector in connectors:
        lead = f"→ {codes[connector.target]}"
        marks = tuple(_iter_marks(facts, connector.id))
        children.append(Node(connector.id, "connectors", lead, connector.label, children=marks))
    return Node(card.id, "cards", codes[card.id], card.text, colour, border, tuple(children))


def _iter_marks(facts: DerivedFacts, target: str) -> Iterator[Node]:
    for mark in facts.marks_of.get(target, ()):
        lead = f"{_(MARK_KINDS[mark.kind])} {facts.mark_numbers[mark.id]}"
        colour = _MARK_COLOURS.get(mark.kind, "#14263F")
        yield Node(mark.id, "marks", lead, mark.text, colour, colour)


def _register_node(document: DocumentContent, collection: str) -> Node:
    records: tuple[Any, ...] = getattr(document, collection, ())
    field = text_field(collection)
    children = tuple(
        Node(r.id, collection, "", getattr(r, field), getattr(r, "colour", None) or "")
        for r in records
    )
    lead = _(SECTIONS[collection])
    if children:
        lead = f"{lead} ({len(children)})"
    return Node(f"#{collection}", collection, lead, "", children=children)


def filter_nodes(nodes: tuple[Node, ...], words: str) -> tuple[Node, ...]:
    """Return the lines that hold the words, with those above them; all if there are no words."""
    wanted = words.casefold().split()
    return tuple(_iter_matching(nodes, wanted)) if wanted else nodes


def _iter_matching(nodes: tuple[Node, ...], wanted: list[str]) -> Iterator[Node]:
    for node in nodes:
        text = node.shown.casefold()
        if not node.is_heading and all(word in text for word in wanted):
            yield node
        elif children := tuple(_iter_matching(node.children, wanted)):
            yield node._replace(children=children)
