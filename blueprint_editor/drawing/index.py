"""The groups of a drawing by place, kept from drawing to drawing: what views of parts ask for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from blueprint_editor.drawing.difference import DrawingDiff, find_difference
from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import Bounds

_STRIP_MM = 250.0
"""Width of the strips of the drawing under which groups are entered."""
_WIDE = 6
"""Groups in more strips than these are looked at whatever is asked for."""


class DrawingIndex:
    """The groups of the drawing shown last."""

    def __init__(self) -> None:
        self._drawing: Drawing | None = None
        self._placed: dict[str, Placed] = {}
        self._spans: dict[str, range] = {}
        self._strips: defaultdict[int, set[str]] = defaultdict(set)
        self._wide: set[str] = set()
        self._order: dict[str, int] | None = None

    @property
    def placed(self) -> Mapping[str, Placed]:
        """All groups by key."""
        return self._placed

    def show(self, drawing: Drawing) -> DrawingDiff:
        """Turn to another drawing and return what differs, in little more time than that takes."""
        before, self._drawing = self._drawing, drawing
        difference = find_difference(before or drawing._replace(placed=()), drawing)
        for placed in difference.removed:
            key = placed.group.key
            self._leave(key)
            del self._placed[key]
        for placed in difference.added:
            self._enter(placed.group.key, placed)
        for _, placed in (*difference.renewed, *difference.moved):
            self._enter(placed.group.key, placed)
        if difference.is_reordered:
            self._order = None
        return difference

    def _enter(self, key: str, placed: Placed) -> None:
        self._placed[key] = placed
        (x0, _, x1, _), x = placed.group.bounds, placed.x
        span = range(int((x + x0) // _STRIP_MM), int((x + x1) // _STRIP_MM) + 1)
        known = self._spans.get(key)
        if known == span:
            return
        if known is not None:
            self._leave(key)
        self._spans[key] = span
        if len(span) > _WIDE:
            self._wide.add(key)
        else:
            for strip in span:
                self._strips[strip].add(key)

    def _leave(self, key: str) -> None:
        span = self._spans.pop(key)
        self._wide.discard(key)
        for strip in span if len(span) <= _WIDE else ():
            self._strips[strip].discard(key)

    def find(self, area: Bounds) -> list[Placed]:
        """Return the groups whose bounds touch an area, in paint order."""
        left, top, right, bottom = area
        found: list[Placed] = []
        for placed in self._list_near(left, right):
            group, x, y = placed
            x0, y0, x1, y1 = group.bounds
            if x + x0 <= right and x + x1 >= left and y + y0 <= bottom and y + y1 >= top:
                found.append(placed)
        return found

    def _list_near(self, left: float, right: float) -> Sequence[Placed]:
        """Return the groups of the strips between two places, in paint order."""
        if self._drawing is None:
            return ()
        first, last = left // _STRIP_MM, right // _STRIP_MM
        if last - first >= len(self._strips):
            return self._drawing.placed
        keys = set(self._wide)
        for strip in range(int(first), int(last) + 1):
            keys |= self._strips.get(strip, set())
        if self._order is None:
            placed = self._drawing.placed
            self._order = {one.group.key: number for number, one in enumerate(placed)}
        return [self._placed[key] for key in sorted(keys, key=self._order.__getitem__)]
