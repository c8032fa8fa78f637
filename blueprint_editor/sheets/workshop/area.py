"""A rectangle of a sheet and the ways to divide it."""

from collections.abc import Sequence

from blueprint_editor.drawing.primitives import Bounds


class Area(Bounds):
    """A rectangle in mm that can be divided."""

    __slots__ = ()

    def inset(self, dx: float, dy: float | None = None) -> "Area":
        """Return what is left when the sides give up ``dx`` and top and bottom ``dy`` mm."""
        down = dx if dy is None else dy
        return Area(self.x0 + dx, self.y0 + down, self.x1 - dx, self.y1 - down)

    def split_top(self, height: float, gap: float = 0.0) -> tuple["Area", "Area"]:
        """Return the uppermost ``height`` mm and, ``gap`` mm below, the rest."""
        return self._replace(y1=self.y0 + height), self._replace(y0=self.y0 + height + gap)

    def split_bottom(self, height: float, gap: float = 0.0) -> tuple["Area", "Area"]:
        """Return all but the lowest ``height`` mm (and a gap), and those."""
        return self._replace(y1=self.y1 - height - gap), self._replace(y0=self.y1 - height)

    def split_left(self, width: float, gap: float = 0.0) -> tuple["Area", "Area"]:
        """Return the leftmost ``width`` mm and, beside a gap, the rest."""
        return self._replace(x1=self.x0 + width), self._replace(x0=self.x0 + width + gap)

    def split_right(self, width: float, gap: float = 0.0) -> tuple["Area", "Area"]:
        """Return all but the rightmost ``width`` mm (and a gap), and those."""
        return self._replace(x1=self.x1 - width - gap), self._replace(x0=self.x1 - width)

    def rows(self, weights: Sequence[float], gap: float = 0.0) -> tuple["Area", ...]:
        """Return rows whose heights are as the weights."""
        room = self.height - gap * (len(weights) - 1)
        y = self.y0
        found = []
        for weight in weights:
            height = room * weight / sum(weights)
            found.append(self._replace(y0=y, y1=y + height))
            y += height + gap
        return tuple(found)

    def columns(self, weights: Sequence[float], gap: float = 0.0) -> tuple["Area", ...]:
        """Return columns whose widths are as the weights."""
        room = self.width - gap * (len(weights) - 1)
        x = self.x0
        found = []
        for weight in weights:
            width = room * weight / sum(weights)
            found.append(self._replace(x0=x, x1=x + width))
            x += width + gap
        return tuple(found)

    def grid(self, columns: int, rows: int, gap: float = 0.0) -> tuple["Area", ...]:
        """Return equal cells, row by row."""
        return tuple(
            cell
            for row in self.rows([1.0] * rows, gap)
            for cell in row.columns([1.0] * columns, gap)
        )
