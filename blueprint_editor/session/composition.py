"""What the session and the canvas need of a composed poster, whoever composes it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.model.document import Document


class Grid(Protocol):
    """Where the cells of a drawing lie; all in drawing mm."""

    @property
    def columns(self) -> Sequence[tuple[str, float, float]]:
        """(step id, x, width), left to right."""

    @property
    def rows(self) -> Sequence[tuple[str, float, float]]:
        """(lane id, y, height), top to bottom."""

    def find_cell(self, x: float, y: float) -> tuple[str, str] | None:
        """Return (lane id, step id) of the cell at a point; None outside the grid."""

    def cell_bounds(self, lane: str, step: str) -> Bounds:
        """Return the area of a cell.

        Raises:
            KeyError: there is no such visible lane or step.
        """


class Poster(Protocol):
    """A drawing of the document and its grid."""

    @property
    def drawing(self) -> Drawing: ...

    @property
    def grid(self) -> Grid: ...


Compose: TypeAlias = Callable[[Document], Poster]
"""Document → its poster; keeps its own caches of measured texts and the like."""
