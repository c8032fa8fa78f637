"""What a causal map says: the words of its nodes, and the loops that its arrows make."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode

MOST_LOOPS: Final = 60
"""Nobody reads more of them; the shortest are found first."""
_MOST_STEPS: Final = 300_000
"""In a map where everything leads to everything there are more ways than can ever be walked."""


class Loop(NamedTuple):
    """A way along arrows that ends where it began.

    Attributes:
        nodes: each once, beginning with the one that comes first in the map.
        arrows: from each node to the next, and from the last to the first.
        is_reinforcing: a change comes back as more of itself; otherwise it is balanced.
        number: among the loops of its kind, from 1.
    """

    nodes: tuple[str, ...]
    arrows: tuple[str, ...]
    is_reinforcing: bool
    number: int


class Loops(NamedTuple):
    """The loops of a map, the shortest first; ``is_complete``: there are no more."""

    found: tuple[Loop, ...]
    is_complete: bool


def find_map(content: DocumentContent) -> CausalMap:
    """Return the document's map, an empty one if it has none."""
    return content.causal_map or CausalMap()


def find_node_texts(content: DocumentContent) -> dict[str, str]:
    """Return what each node says: its own words, else those of its card or mark."""
    nodes = find_map(content).nodes
    subjects = {node.card or node.mark for node in nodes if not node.text}
    texts: dict[str, str] = {}
    if subjects - {None}:
        texts = {card.id: card.text for card in content.cards if card.id in subjects}
        texts |= {mark.id: mark.text for mark in content.marks if mark.id in subjects}
    return {node.id: node.text or texts.get(_find_subject(node), "") for node in nodes}


def _find_subject(node: CausalNode) -> str:
    return node.card or node.mark or ""


def find_loops(causal_map: CausalMap) -> Loops:
    """Return the loops of a map, at most :data:`MOST_LOOPS`."""
    return _find_loops(tuple(node.id for node in causal_map.nodes), causal_map.arrows)


@lru_cache(maxsize=16)
def _find_loops(nodes: tuple[str, ...], arrows: tuple[CausalArrow, ...]) -> Loops:
    search = _Search(nodes, arrows)
    signs = {arrow.id: arrow.sign for arrow in arrows}
    ends = {arrow.id: arrow.source for arrow in arrows}
    found: list[Loop] = []
    counts = {True: 0, False: 0}
    for way in search.walk():
        if len(found) == MOST_LOOPS:
            return Loops(tuple(found), is_complete=False)
        is_reinforcing = sum(signs[arrow] == "minus" for arrow in way) % 2 == 0
        counts[is_reinforcing] += 1
        around = tuple(ends[arrow] for arrow in way)
        found.append(Loop(around, way, is_reinforcing, counts[is_reinforcing]))
    return Loops(tuple(found), is_complete=search.steps_left > 0)


class _Search:
    """Walks all loops in the order of their lengths; each from its first node."""

    def __init__(self, nodes: Sequence[str], arrows: Sequence[CausalArrow]) -> None:
        self.steps_left = _MOST_STEPS
        inside = _find_looped(nodes, arrows)
        self._nodes = [node for node in nodes if node in inside]
        self._order = {node: place for place, node in enumerate(self._nodes)}
        self._leaving: dict[str, list[CausalArrow]] = {node: [] for node in self._nodes}
        self._coming: dict[str, list[CausalArrow]] = {node: [] for node in self._nodes}
        for arrow in arrows:
            if arrow.source in inside and arrow.target in inside:
                self._leaving[arrow.source].append(arrow)
                self._coming[arrow.target].append(arrow)

    def walk(self) -> Iterator[tuple[str, ...]]:
        """Yield the arrows of each loop; ends early when there are no steps left."""
        for root in self._nodes:
            yield from self._walk_from(root, 1, {})
        # Where everything leads to everything the first roots have loops enough: the ways of the
        # others are found when it is their turn.
        ways_back: dict[str, dict[str, int]] = {}
        left = list(self._nodes)
        for length in range(2, len(self._nodes) + 1):
            for root in left:
                if root not in ways_back:
                    ways_back[root] = self._find_ways_back(root)
                yield from self._walk_from(root, length, ways_back[root])
                if self.steps_left <= 0:
                    return
            left = [root for root in left if len(ways_back[root]) > length]

    def _find_ways_back(self, root: str) -> dict[str, int]:
        """Return how many arrows lead from each node of a loop to its root at the least.

        Only nodes after the root count: a loop belongs to the first of its nodes.
        """
        first = self._order[root]
        reached, queue = {root}, deque([root])
        while queue:
            leaving = self._leaving[queue.popleft()]
            self.steps_left -= len(leaving)
            for arrow in leaving:
                if self._order[arrow.target] > first and arrow.target not in reached:
                    reached.add(arrow.target)
                    queue.append(arrow.target)
        ways, queue = {root: 0}, deque([root])
        while queue:
            node = queue.popleft()
            for arrow in self._coming[node]:
                if arrow.source in reached and arrow.source not in ways:
                    ways[arrow.source] = ways[node] + 1
                    queue.append(arrow.source)
        return ways

    def _walk_from(
        self, root: str, length: int, ways_back: Mapping[str, int]
    ) -> Iterator[tuple[str, ...]]:
        """Yield the loops of a length through a root."""
        way, arrows = [root], list[str]()
        rests = [iter(self._leaving[root])]
        while rests and self.steps_left > 0:
            arrow = next(rests[-1], None)
            if arrow is None:
                rests.pop()
                way.pop()
                del arrows[-1:]
                continue
            self.steps_left -= 1
            left = length - len(arrows) - 1
            if arrow.target == root:
                if left == 0:
                    yield (*arrows, arrow.id)
            elif arrow.target not in way and ways_back.get(arrow.target, length) <= left:
                way.append(arrow.target)
                arrows.append(arrow.id)
                rests.append(iter(self._leaving[arrow.target]))


def _find_looped(nodes: Sequence[str], arrows: Sequence[CausalArrow]) -> set[str]:
    """Return the nodes of loops and those between two loops: both ways there is always a next."""
    left = set(nodes)
    beside: list[dict[str, set[str]]] = [{node: set() for node in nodes} for _ in (0, 1)]
    for arrow in arrows:
        if arrow.source in left and arrow.target in left:
            beside[0][arrow.source].add(arrow.target)
            beside[1][arrow.target].add(arrow.source)
    queue = [node for node in nodes if not all(way[node] for way in beside)]
    while queue:
        node = queue.pop()
        if node not in left:
            continue
        left.remove(node)
        for way, back in (beside, beside[::-1]):
            for other in way[node]:
                back[other].discard(node)
                if not back[other]:
                    queue.append(other)
    return left
