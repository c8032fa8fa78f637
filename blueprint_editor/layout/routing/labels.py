"""Keeps the places of all labels up to date.

A label is looked for again only where something it might touch has changed; connectors are taken
in the order of their ids, and a label yields only to those before it: so the outcome does not
depend on what was edited when.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator

from blueprint_editor.layout.routing.entries import Span, list_spans
from blueprint_editor.layout.routing.frames import Frames, Spot
from blueprint_editor.layout.routing.label_search import LabelSearch
from blueprint_editor.layout.routing.layer import Layer, Touched
from blueprint_editor.layout.routing.obstacles import Cell, Claims, Depths

_BUCKET = 8
"""Frames in one part of the index: wider than most blocks, far narrower than a long poster."""


_NO_LABELS: frozenset[str] = frozenset()


class LabelRoom:
    """The places of all labels of a layer."""

    def __init__(self) -> None:
        self.spots: dict[str, Spot | None] = {}
        self.lost: set[str] = set()
        """Those that found no room."""
        self._blocks: dict[str, Span] = {}
        self._read: dict[str, set[Cell]] = {}
        self._readers: defaultdict[Cell, set[str]] = defaultdict(set)
        self._depths: dict[str, Depths] = {}
        self._by_row: defaultdict[int, set[str]] = defaultdict(set)
        self._by_place: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        self._claims = Claims()
        self._claimed: dict[str, list[Cell]] = {}

    def copy(self) -> "LabelRoom":
        """Return an independent copy."""
        twin = LabelRoom()
        twin.spots = dict(self.spots)
        twin.lost = set(self.lost)
        twin._blocks = dict(self._blocks)
        twin._read = dict(self._read)
        twin._readers.update((cell, set(names)) for cell, names in self._readers.items())
        twin._depths = dict(self._depths)
        twin._by_row.update((row, set(names)) for row, names in self._by_row.items())
        twin._by_place.update((place, set(names)) for place, names in self._by_place.items())
        twin._claims = {cell: dict(claims) for cell, claims in self._claims.items()}
        twin._claimed = dict(self._claimed)
        return twin

    def update(
        self, layer: Layer, frames: Frames, touched: Touched, removed: Iterable[str]
    ) -> set[str]:
        """Look again for the labels that may be concerned; return those that changed."""
        routes = layer.ledger.routes
        stale: set[str] = set()
        new: list[str] = []
        for name in removed:
            if name in self._blocks:
                stale |= self._drop(name)
        for name in touched.wires:
            if name in self._blocks:
                stale |= self._drop(name)
            if routes[name].wire.label_size[0]:
                new.append(name)
        if self._blocks:
            for span in set(_iter_soil(layer, touched)):
                self._add_meeting(span, stale)
            for row in touched.rows:
                stale.update(self._iter_relying(row, layer.rows[row].depth))
        stale &= self._blocks.keys()
        stale.update(new)
        return self._search_again(LabelSearch(layer, frames, self._claims), stale)

    def _search_again(self, search: LabelSearch, stale: set[str]) -> set[str]:
        changed: set[str] = set()
        count = len(self._blocks.keys() | stale)
        queue = sorted(stale)
        while queue:
            name = heapq.heappop(queue)
            cells = self._release(name)
            before = self.spots.get(name)
            spot = self.spots[name] = search.find(name)
            if spot is None:
                self.lost.add(name)
            else:
                self.lost.discard(name)
            self._rely_on(name, search)
            if spot == before:
                continue
            changed.add(name)
            if len(stale) < count:
                for other in self._find_readers({*cells, *search.obstacles.claimed}) - stale:
                    if other > name:
                        stale.add(other)
                        heapq.heappush(queue, other)
        return changed

    def _rely_on(self, name: str, search: LabelSearch) -> None:
        """Note on what the outcome of a search depends."""
        before = self._blocks.get(name)
        if search.block != before:
            if before is not None:
                self._remove_block(name)
            self._add(name, search.block)
        found = search.obstacles
        if found.claimed:
            self._claimed[name] = found.claimed
        if (found.read, found.depths) != (self._read.get(name), self._depths.get(name)):
            self._forget_reliance(name)
            self._read[name], self._depths[name] = found.read, found.depths
            for cell in found.read:
                self._readers[cell].add(name)
            for row in found.depths:
                self._by_row[row].add(name)

    def _forget_reliance(self, name: str) -> None:
        for cell in self._read.pop(name, ()):
            self._readers[cell].discard(name)
        for row in self._depths.pop(name, ()):
            self._by_row[row].discard(name)

    def _iter_relying(self, row: int, depth: float) -> Iterator[str]:
        """Yield the labels that may stand elsewhere now that a row's free space is so deep."""
        for name in self._by_row[row]:
            least, most = self._depths[name][row]
            if not least <= depth < most:
                yield name

    def _add(self, name: str, block: Span) -> None:
        self._blocks[name] = block
        for place in _iter_places(block):
            self._by_place[place].add(name)

    def _remove_block(self, name: str) -> None:
        for place in _iter_places(self._blocks.pop(name)):
            self._by_place[place].discard(name)

    def _drop(self, name: str) -> set[str]:
        """Forget a label; return those that may move up into its place."""
        concerned = self._find_readers(self._release(name))
        self._remove_block(name)
        self._forget_reliance(name)
        self.spots.pop(name, None)
        self.lost.discard(name)
        return concerned

    def _release(self, name: str) -> list[Cell]:
        """Take back what a label claims; return the cells."""
        cells = self._claimed.pop(name, [])
        for cell in cells:
            del self._claims[cell][name]
        return cells

    def _find_readers(self, cells: Iterable[Cell]) -> set[str]:
        """Return the labels for which the claims on some cells counted."""
        return set().union(*[self._readers[cell] for cell in cells if cell in self._readers])

    def _add_meeting(self, span: Span, stale: set[str]) -> None:
        """Add the labels whose block meets the span."""
        first, last, _, _ = span
        blocks = self._blocks
        for place in _iter_places(span):
            for name in self._by_place.get(place, _NO_LABELS) - stale:
                block = blocks[name]
                if block.first <= last and block.last >= first:
                    stale.add(name)


def _iter_places(span: Span) -> Iterator[tuple[int, int]]:
    """Yield the parts of the index that a span lies in: (row, number of the bucket)."""
    for row in range(span.top, span.bottom + 1):
        for bucket in range(span.first // _BUCKET, span.last // _BUCKET + 1):
            yield row, bucket


def _iter_soil(layer: Layer, touched: Touched) -> Iterator[Span]:
    """Yield where something changed that may stand in the way of labels."""
    routes = layer.ledger.routes
    for route in touched.routes:
        yield from list_spans(route)
    for name in touched.wires:
        yield from list_spans(routes[name])
    last_row = len(layer.rows) - 1
    for gutter in touched.gutters:
        yield Span(2 * gutter, 2 * gutter, 0, last_row)
    for row, column in touched.cells:
        yield Span(2 * column + 1, 2 * column + 1, row, row)
