"""What the session and the canvas need of a composed poster, whoever composes it."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.poster_grid import PosterGrid


class Poster(Protocol):
    """A drawing of the document and its grid."""

    @property
    def drawing(self) -> Drawing: ...

    @property
    def grid(self) -> PosterGrid: ...


Compose: TypeAlias = Callable[[Document], Poster]
"""Document → its poster; keeps its own caches of measured texts and the like."""
