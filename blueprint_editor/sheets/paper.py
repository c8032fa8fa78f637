"""Papers by name, free size or roll, in mm; knows no document and no printer."""

import re
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, PageFit
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.page import fit_on_page

SIZES: dict[str, tuple[float, float]] = {
    # ISO 216
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "B0": (1000, 1414),
    "B1": (707, 1000),
    "B2": (500, 707),
    "B3": (353, 500),
    "B4": (250, 353),
    "B5": (176, 250),
    # ANSI/ASME Y14.1, inches of 25.4 mm
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
    "ANSI-A": (215.9, 279.4),
    "ANSI-B": (279.4, 431.8),
    "ANSI-C": (431.8, 558.8),
    "ANSI-D": (558.8, 863.6),
    "ANSI-E": (863.6, 1117.6),
}
"""Name → width and height upright."""

_FAMILIES: tuple[tuple[str, ...], ...] = (
    ("A0", "A1", "A2", "A3", "A4", "A5"),
    ("B0", "B1", "B2", "B3", "B4", "B5"),
    ("Letter", "Tabloid", "ANSI-A", "ANSI-B", "ANSI-C", "ANSI-D", "ANSI-E"),
)
"""Papers that come in the same printers; of two names for one size either will do."""

ROLL_WIDTHS: tuple[float, ...] = (610, 914, 1067)
"""The usual widths of plotter rolls."""

LEAST_SIDE = 20.0
GREATEST_SIDE = 20_000.0

_SIDE = r"(\d{1,5}(?:[.,]\d{1,3})?)"
_FREE = re.compile(rf"{_SIDE}\s*[x×]\s*{_SIDE}", re.ASCII | re.IGNORECASE)
_ROLL = re.compile(rf"roll:\s*{_SIDE}", re.ASCII | re.IGNORECASE)
_BY_FOLDED_NAME = {name.casefold(): name for name in SIZES}


class UnknownPaperError(BlueprintError):
    """The text names no paper."""

    def __init__(self, text: str) -> None:
        names = ", ".join(SIZES)
        super().__init__(
            f'unknown paper "{text[:40]}" (one of: {names}, WIDTHxHEIGHT in mm, roll:WIDTH; '
            f"sides of {LEAST_SIDE:g} to {GREATEST_SIDE:g} mm)"
        )


class Paper(NamedTuple):
    """A paper upright, in mm.

    Attributes:
        name: as it is written, such as ``A3``, ``210x297`` or ``roll:914``.
        width: the shorter side of a named paper, the first of a free size, a roll's width.
        height: None for a roll, which is as long as need be.
        is_free: the size was given in numbers, so it says by itself how it lies.
    """

    name: str
    width: float
    height: float | None
    is_free: bool = False

    @property
    def sides(self) -> tuple[float, float]:
        """The shorter and the longer side; 0 for the endless one of a roll."""
        shorter, longer = sorted((self.width, self.height or 0.0))
        return shorter, longer

    @property
    def natural_orientation(self) -> Orientation | None:
        """How a free size lies as it was written; None where only a person can tell."""
        if not self.is_free or self.height is None:
            return None
        return "landscape" if self.width > self.height else "portrait"


def parse_paper(text: str) -> Paper:
    """Return the paper that ``A0``, ``ansi-d``, ``210x297,5`` or ``roll:914`` names.

    Raises:
        UnknownPaperError: there is none of that name, or a side is beyond all printers.
    """
    text = text.strip()
    name = _BY_FOLDED_NAME.get(text.casefold())
    if name is not None:
        return Paper(name, *SIZES[name])
    if (free := _FREE.fullmatch(text)) is not None:
        width, height = map(_read_side, free.groups())
        if _is_sensible(width) and _is_sensible(height):
            return Paper(f"{width:g}x{height:g}", width, height, is_free=True)
    elif (roll := _ROLL.fullmatch(text)) is not None:
        width = _read_side(roll.group(1))
        if _is_sensible(width):
            return Paper(f"roll:{width:g}", width, None)
    raise UnknownPaperError(text)


def _read_side(text: str) -> float:
    return float(text.replace(",", "."))


def _is_sensible(side: float) -> bool:
    return LEAST_SIDE <= side <= GREATEST_SIDE


def list_larger(paper: Paper) -> tuple[Paper, ...]:
    """Return the papers of the same kind that are larger, the next one first.

    For a free size: the A papers that cover it. A roll has none.
    """
    if paper.height is None:
        return ()
    family = next((f for f in _FAMILIES if paper.name in f), _FAMILIES[0])
    larger = (Paper(name, *SIZES[name]) for name in family)
    sides = sorted((paper.width, paper.height))
    found = [p for p in larger if p.width > sides[0] and (p.height or 0.0) > sides[1]]
    return tuple(sorted(found, key=lambda p: p.width * (p.height or 0.0)))


def put_on_paper(drawing: Drawing, paper: Paper, orientation: Orientation) -> Drawing:
    """Return the drawing scaled as a whole onto the paper.

    On a roll a landscape drawing lies along the roll: the roll's width is its height.
    """
    width, height = find_page(paper, orientation)
    if width is None:
        scale = paper.width / drawing.height
        return drawing._replace(width=drawing.width * scale, height=paper.width, fit=PageFit(scale))
    return fit_on_page(drawing, width, height)


def find_page(paper: Paper, orientation: Orientation) -> tuple[float | None, float | None]:
    """Return width and height of the page in mm as it lies; None along a roll."""
    if paper.height is None:
        return (paper.width, None) if orientation == "portrait" else (None, paper.width)
    shorter, longer = sorted((paper.width, paper.height))
    return (longer, shorter) if orientation == "landscape" else (shorter, longer)
