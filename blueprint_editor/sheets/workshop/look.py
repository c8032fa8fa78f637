"""How workshop sheets look: type sizes and distances for the paper, colours, writing lines."""

from dataclasses import dataclass

from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.layout.theme import PT, Theme, make_theme

WRITING_PITCH = 10.0
"""Between two lines to write on, in mm: enough for a hand that is not used to forms."""

_BODY_POINTS: tuple[tuple[float, float], ...] = (
    (150, 12.0),
    (220, 12.0),
    (300, 14.0),
    (430, 18.0),
    (700, 20.0),
)
"""(shorter side of the paper in mm, body text in points): 12 pt on A4, 14 pt on A3 and so on."""


@dataclass(frozen=True, eq=False)
class Look:
    """The look on one paper.

    Attributes:
        unit: factor on distances that are given for A4.
        theme: the poster's look at the size of the body text, for what both show.
        styles: title, heading, body, strong, hint (labels beside lines), note (bands and codes),
            numeral and large.
        rule: colour of lines to write on and of boxes; ``panel``: of tinted panels.
    """

    unit: float
    greyscale: bool
    theme: Theme
    styles: dict[str, TextStyle]
    ink: str
    navy: str
    quiet: str
    rule: str
    panel: str
    margin: float
    gap: float

    def mm(self, value: float) -> float:
        """Scale a distance that is given in mm for A4."""
        return value * self.unit


def make_look(
    shorter_side: float, *, greyscale: bool, body: float | None = None, margin: float | None = None
) -> Look:
    """Return the look for a paper whose shorter side is so long in mm.

    ``body``, the size of the body text in points, and ``margin`` in mm are for sheets that ask
    for others.
    """
    points = body or next((p for side, p in _BODY_POINTS if shorter_side <= side), 20.0)
    ink, navy, quiet = ("#000000",) * 3 if greyscale else ("#17202B", "#14263F", "#4A5666")

    def style(weight: int, factor: float, leading: float, colour: str) -> TextStyle:
        size = points * factor * PT
        return TextStyle(FaceKey(weight=weight), size, size * leading, colour)

    styles = {
        "title": style(750, 1.85, 1.14, navy),
        "heading": style(650, 1.0, 1.28, navy),
        "body": style(400, 1.0, 1.34, ink),
        "strong": style(650, 1.0, 1.34, ink),
        "hint": style(400, 1.0, 1.34, quiet),
        "note": style(400, 0.84, 1.3, quiet),
        "note_strong": style(650, 0.84, 1.3, ink),
        "numeral": style(750, 1.5, 1.1, navy),
        "large": style(650, 1.3, 1.22, ink),
    }
    unit = points / 12.0
    return Look(
        unit=unit,
        greyscale=greyscale,
        theme=make_theme(points / 18.0, greyscale=greyscale),
        styles=styles,
        ink=ink,
        navy=navy,
        quiet=quiet,
        rule="#6F6F6F" if greyscale else "#7F8B99",
        panel="#FFFFFF" if greyscale else "#F1F4F8",
        margin=margin or max(10.0, min(shorter_side * 0.048, 16.0)),
        gap=4.0 * unit,
    )
