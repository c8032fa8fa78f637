"""The order of nodes in their columns and how high each stands: few crossings, short arrows."""

from collections.abc import Mapping, Sequence

from blueprint_editor.layout.causal.ranks import Link

_SWEEPS = 8
_MOST_PASSING = 3_000
"""Where more arrows pass through columns, no place is kept free for any."""


class Columns:
    """Nodes in columns, with places kept free where a longer arrow passes through one.

    Args:
        ranks: node → column.
        heights: node → height in mm.
        links: arrows that lead to the right.
        gap: between two nodes above each other, in mm.
        way: height that a passing arrow is given, in mm.
    """

    def __init__(
        self,
        ranks: Mapping[str, int],
        heights: Mapping[str, float],
        links: Sequence[Link],
        gap: float,
        way: float,
    ) -> None:
        self._gap = gap
        self._heights = dict(heights)
        self._columns: list[list[str]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
        for node, rank in ranks.items():
            self._columns[rank].append(node)
        self._left: dict[str, list[str]] = {node: [] for node in ranks}
        self._right: dict[str, list[str]] = {node: [] for node in ranks}
        passing = sum(ranks[b] - ranks[a] - 1 for a, b in links)
        for source, target in links:
            if passing <= _MOST_PASSING:
                self._join(source, target, ranks, way)
            else:
                self._right[source].append(target)
                self._left[target].append(source)

    def _join(self, source: str, target: str, ranks: Mapping[str, int], way: float) -> None:
        last = source
        for rank in range(ranks[source] + 1, ranks[target]):
            passing = f"{source} {target} {rank}"
            self._columns[rank].append(passing)
            self._heights[passing] = way
            self._left[passing], self._right[passing] = [last], []
            self._right[last].append(passing)
            last = passing
        self._right[last].append(target)
        self._left[target].append(last)

    def find_middles(self) -> dict[str, float]:
        """Return the y of each node's middle in mm; the uppermost node's top is at 0."""
        self._order()
        middles = {node: 0.0 for column in self._columns for node in column}
        for column in self._columns:
            middles.update(self._spread(column, dict.fromkeys(column, 0.0)))
        for sweep in range(_SWEEPS):
            columns = self._columns if sweep % 2 == 0 else self._columns[::-1]
            for column in columns:
                wanted = {node: self._find_wanted(node, middles) for node in column}
                middles.update(self._spread(column, wanted))
        top = min((y - self._heights[node] / 2 for node, y in middles.items()), default=0.0)
        return {node: y - top for node, y in middles.items()}

    def _order(self) -> None:
        """Sort each column by the middle of what its nodes are joined to, from both sides."""
        for sweep in range(_SWEEPS):
            is_onward = sweep % 2 == 0
            beside = self._left if is_onward else self._right
            columns = self._columns if is_onward else self._columns[::-1]
            places: dict[str, float] = {}
            for column in columns:
                now = {node: float(place) for place, node in enumerate(column)}
                shares = {node: self._find_share(beside[node], places) for node in column}
                told = {node: now[node] if share is None else share
                        for node, share in shares.items()}  # fmt: skip
                column.sort(key=told.__getitem__)
                middle = (len(column) - 1) / 2
                places.update({node: place - middle for place, node in enumerate(column)})

    @staticmethod
    def _find_share(beside: Sequence[str], places: Mapping[str, float]) -> float | None:
        """Return the middle of the places of what a node is joined to."""
        return sum(places[other] for other in beside) / len(beside) if beside else None

    def _find_wanted(self, node: str, middles: Mapping[str, float]) -> float:
        beside = [*self._left[node], *self._right[node]]
        if not beside:
            return middles[node]
        return sum(middles[other] for other in beside) / len(beside)

    def _spread(self, column: Sequence[str], wanted: Mapping[str, float]) -> dict[str, float]:
        """Return the places nearest to those wanted at which no two touch; the order stays."""
        offsets, y = [], 0.0
        for place, node in enumerate(column):
            if place:
                y += (self._heights[column[place - 1]] + self._heights[node]) / 2 + self._gap
            offsets.append(y)
        blocks: list[list[float]] = []
        for node, offset in zip(column, offsets, strict=True):
            blocks.append([wanted[node] - offset, 1.0])
            while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
                value, weight = blocks.pop()
                total = blocks[-1][1] + weight
                blocks[-1] = [(blocks[-1][0] * blocks[-1][1] + value * weight) / total, total]
        found = [value for value, weight in blocks for _ in range(int(weight))]
        return {
            node: value + offset for node, value, offset in zip(column, found, offsets, strict=True)
        }
