"""How a text is to be set."""

from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.drawing.primitives import FaceKey

Align: TypeAlias = Literal["left", "right", "center", "hug"]
"""``hug`` is ``left`` in a box no wider than the widest line: for words beside a sign."""


class TextStyle(NamedTuple):
    """How a text is set.

    Attributes:
        face: the cut of the main family; letters it lacks come from another family in the same
            weight and width.
        size: em size in mm.
        leading: distance from baseline to baseline in mm.
        colour: ``#RRGGBB``.
    """

    face: FaceKey
    size: float
    leading: float
    colour: str = "#17202B"
