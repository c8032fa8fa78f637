"""Commands on the causal map: new nodes and arrows, where nodes stand; fields are set by SetField.

Nodes and arrows are deleted like all other records.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.paths import make_record
from blueprint_editor.commands.soundness import require_free_ids, require_sound
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.causal import find_map
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode


class NodePlace(NamedTuple):
    """Where a node is to stand: its middle, in mm of the map."""

    node: str
    x: float
    y: float


@dataclass(frozen=True)
class AddCausalNode:
    """Add a node, with an arrow that joins it to another one where ``arrow`` is given."""

    node: CausalNode
    arrow: CausalArrow | None = None
    name: str = msgid("new factor")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        require_free_ids(document, (self.node.id,))
        known = find_map(document)
        after = _adopt(document, known.changed(nodes=(*known.nodes, self.node)))
        return after if self.arrow is None else AddCausalArrow(self.arrow).apply(after)


@dataclass(frozen=True)
class AddSubjects:
    """Add a node for each of some cards and marks that has none yet.

    Attributes:
        subjects: ids of cards and marks.
        seed: of the ids of the new nodes.
    """

    subjects: tuple[str, ...]
    seed: str
    name: str = msgid("factors from cards")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        cards = {card.id for card in document.cards}
        if missing := set(self.subjects) - cards - {mark.id for mark in document.marks}:
            raise CommandRefusedError("unknown_record", *sorted(missing))
        known = find_map(document)
        there = {node.card or node.mark for node in known.nodes}
        ids = SeededIds(document, self.seed)
        added = tuple(
            CausalNode(id=ids.take("nodes"), card=subject)
            if subject in cards
            else CausalNode(id=ids.take("nodes"), mark=subject)
            for subject in dict.fromkeys(self.subjects)
            if subject not in there
        )
        if not added:
            return document
        return _adopt(document, known.changed(nodes=(*known.nodes, *added)))


@dataclass(frozen=True)
class PasteFactors:
    """Add a node for each of some texts.

    Attributes:
        texts: what they say.
        seed: of the ids of the new nodes.
    """

    texts: tuple[str, ...]
    seed: str
    name: str = msgid("paste")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        if not self.texts:
            return document
        known, ids = find_map(document), SeededIds(document, self.seed)
        added = tuple(
            make_record(CausalNode, id=ids.take("nodes"), text=text) for text in self.texts
        )
        return _adopt(document, known.changed(nodes=(*known.nodes, *added)))


@dataclass(frozen=True)
class AddCausalArrow:
    """Let one node lead to another."""

    arrow: CausalArrow
    name: str = msgid("new arrow")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``causes_itself`` or ``causes_already``."""
        require_free_ids(document, (self.arrow.id,))
        known = find_map(document)
        after = _adopt(document, known.changed(arrows=(*known.arrows, self.arrow)))
        _require_sense(find_map(after), {self.arrow.id})
        return after


@dataclass(frozen=True)
class ReverseCausalArrows:
    """Let arrows lead the other way."""

    arrows: tuple[str, ...]
    name: str = msgid("turning of an arrow")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``causes_already``, where there is one the other way."""
        known = find_map(document)
        _require_known(self.arrows, (arrow.id for arrow in known.arrows))
        turned = tuple(
            arrow.changed(source=arrow.target, target=arrow.source)
            if arrow.id in self.arrows
            else arrow
            for arrow in known.arrows
        )
        after = known.changed(arrows=turned)
        _require_sense(after, self.arrows)
        return _adopt(document, after)


@dataclass(frozen=True)
class MoveCausalNodes:
    """Put nodes somewhere by hand; moves of the same nodes in a row are one step."""

    places: tuple[NodePlace, ...]
    name: str = msgid("factor move")

    @property
    def merge_key(self) -> tuple[str, ...]:
        return ("causal places", *(place.node for place in self.places))

    def apply(self, document: Document) -> Document:
        places = {place.node: place for place in self.places}

        def put(node: CausalNode) -> CausalNode:
            place = places[node.id]
            return node.changed(x=round(place.x, 2), y=round(place.y, 2))

        return _change_nodes(document, places, put)


@dataclass(frozen=True)
class LayOutAnew:
    """Forget where nodes were put by hand, so that they find their places by themselves."""

    nodes: tuple[str, ...]
    name: str = msgid("new layout of the causal map")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        return _change_nodes(document, self.nodes, lambda node: node.changed(x=None, y=None))


def _change_nodes(
    document: Document, nodes: Collection[str], change: Callable[[CausalNode], CausalNode]
) -> Document:
    known = find_map(document)
    _require_known(nodes, (node.id for node in known.nodes))
    changed = tuple(change(node) if node.id in nodes else node for node in known.nodes)
    return document if changed == known.nodes else _adopt(document, known.changed(nodes=changed))


def _adopt(document: Document, causal_map: CausalMap) -> Document:
    """Return the document with another map, whose references are checked."""
    after = replace_parts(document, causal_map=causal_map)
    require_sound(after, "", ("causal_map",), (after,))
    return after


def _require_known(ids: Collection[str], known: Iterable[str]) -> None:
    if missing := set(ids).difference(known):
        raise CommandRefusedError("unknown_record", *sorted(missing))


def _require_sense(causal_map: CausalMap, changed: Collection[str]) -> None:
    """Check that no changed arrow leads to its own node, or is the double of another."""
    ways = {(a.source, a.target) for a in causal_map.arrows if a.id in changed}
    if any(source == target for source, target in ways):
        raise CommandRefusedError("causes_itself", *sorted(changed))
    doubles = [a.id for a in causal_map.arrows if (a.source, a.target) in ways]
    if len(doubles) > len(ways):
        raise CommandRefusedError("causes_already", *doubles)
