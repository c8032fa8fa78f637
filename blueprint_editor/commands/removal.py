"""Delete records and all that hangs on them, by one ordered tuple of follow-ups.

Two passes over the document: first every follow-up of :data:`FALLS_WITH` adds the ids that fall
with those already lost (in order, so that a later one sees what an earlier one added), then every
one of :data:`RELEASES` takes the lost ids out of the records that stay.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import CausalNode

Lost: TypeAlias = frozenset[str]
DELETABLE: tuple[str, ...] = ("cards", "connectors", "marks", "comments")
"""The collections whose records can be deleted one by one."""


def _lose_connectors(document: Document, lost: Lost) -> Lost:
    return frozenset(c.id for c in document.connectors if c.source in lost or c.target in lost)


def _lose_marks(document: Document, lost: Lost) -> Lost:
    return frozenset(mark.id for mark in document.marks if mark.target in lost)


FALLS_WITH: tuple[Callable[[Document, Lost], Lost], ...] = (_lose_connectors, _lose_marks)
"""What falls with lost records: connectors with their cards, marks with their targets."""


def _free_solutions(document: Document, lost: Lost) -> Document:
    marks = tuple(m.changed(solves=None) if m.solves in lost else m for m in document.marks)
    return replace_parts(document, marks=_same_if_equal(document.marks, marks))


def _free_comments(document: Document, lost: Lost) -> Document:
    """A comment outlives its target: somebody said it, and nothing is lost silently."""
    comments = tuple(c.changed(target=None) if c.target in lost else c for c in document.comments)
    return replace_parts(document, comments=_same_if_equal(document.comments, comments))


def _free_origins(document: Document, lost: Lost) -> Document:
    cards = tuple(
        card.changed(origin=tuple(o for o in card.origin if o not in lost))
        if not lost.isdisjoint(card.origin)
        else card
        for card in document.cards
    )
    return replace_parts(document, cards=_same_if_equal(document.cards, cards))


def _free_causal_nodes(document: Document, lost: Lost) -> Document:
    causal_map = document.causal_map
    if causal_map is None:
        return document
    nodes = tuple(_without_subject(document, node, lost) for node in causal_map.nodes)
    if _same_if_equal(causal_map.nodes, nodes) is causal_map.nodes:
        return document
    return document.model_copy(update={"causal_map": causal_map.changed(nodes=nodes)})


def _without_subject(document: Document, node: CausalNode, lost: Lost) -> CausalNode:
    """Return the node without its lost card or mark, whose text it keeps as its own."""
    if node.card not in lost and node.mark not in lost:
        return node
    texts = {card.id: card.text for card in document.cards}
    texts |= {mark.id: mark.text for mark in document.marks}
    return node.changed(
        text=node.text or texts.get(node.card or node.mark or "", ""),
        card=None if node.card in lost else node.card,
        mark=None if node.mark in lost else node.mark,
    )


def _drop_translations(document: Document, lost: Lost) -> Document:
    if not any(not lost.isdisjoint(table) for table in document.translations.values()):
        return document
    kept: Mapping[str, Any] = MappingProxyType(
        {
            language: MappingProxyType({i: texts for i, texts in table.items() if i not in lost})
            for language, table in document.translations.items()
        }
    )
    return document.model_copy(update={"translations": kept})


def _drop_records(document: Document, lost: Lost) -> Document:
    kept = {
        name: _same_if_equal(
            getattr(document, name), tuple(r for r in getattr(document, name) if r.id not in lost)
        )
        for name in DELETABLE
    }
    return replace_parts(document, **kept)


RELEASES: tuple[Callable[[Document, Lost], Document], ...] = (
    _free_solutions,
    _free_comments,
    _free_origins,
    _free_causal_nodes,
    _drop_translations,
    _drop_records,
)
"""What becomes of the records that stay; the lost ones go last, so that their texts can be read."""


def _same_if_equal(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the old tuple where the new one holds the same objects, so that it stays shared."""
    same = len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
    return old if same else new


def find_lost(document: Document, records: frozenset[str]) -> Lost:
    """Return the ids that go when the given records are deleted, these included."""
    lost = records
    for follow_up in FALLS_WITH:
        lost |= follow_up(document, lost)
    return lost


@dataclass(frozen=True)
class DeleteRecords:
    """Delete cards, connectors, marks and comments with what hangs on them."""

    records: frozenset[str]
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("deletion")

    def apply(self, document: Document) -> Document:
        known = {record.id for name in DELETABLE for record in getattr(document, name)}
        if missing := self.records - known:
            raise CommandRefusedError("unknown_record", *sorted(missing))
        lost = find_lost(document, self.records)
        for release in RELEASES:
            document = release(document, lost)
        return document
