"""What ink is made of: shapes, set text and images, in mm with y downwards; immutable values."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias, overload

Point: TypeAlias = tuple[float, float]
"""(x, y) in mm."""


class Bounds(NamedTuple):
    """A rectangle in mm: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def moved(self, dx: float, dy: float) -> "Bounds":
        return Bounds(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def grown(self, by: float) -> "Bounds":
        """Return the box larger by so many mm on each side."""
        return Bounds(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def joined(self, other: "Bounds") -> "Bounds":
        """Return the smallest box around both."""
        return Bounds(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def overlaps(self, other: "Bounds", slack: float = 0.0) -> bool:
        """Tell whether the two share an area wider and higher than ``slack`` mm."""
        # Most are far apart: what tells that comes first.
        return (
            self.x1 - other.x0 > slack
            and other.x1 - self.x0 > slack
            and self.y1 - other.y0 > slack
            and other.y1 - self.y0 > slack
            and min(self.width, other.width) > slack
            and min(self.height, other.height) > slack
        )


def enclose(boxes: Iterable[Bounds]) -> Bounds | None:
    """Return the smallest box around all of them; None if there are none."""
    sides = tuple(zip(*boxes, strict=True))
    if not sides:
        return None
    lefts, tops, rights, bottoms = sides
    return Bounds(min(lefts), min(tops), max(rights), max(bottoms))


class Stroke(NamedTuple):
    """A line of ``width`` mm in ``colour`` (``#RRGGBB``); ``dash`` in mm, on and off in turn."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    round_cap: bool = False


class Rectangle(NamedTuple):
    """A box with its top-left corner at (x, y); ``radius`` rounds all four corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None
    radius: float = 0.0

    def moved(self, dx: float, dy: float) -> "Rectangle":
        return Rectangle(self[0] + dx, self[1] + dy, *self[2:])


PathCommand: TypeAlias = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move, line, cubic curve (two control points, end point), close; absolute mm."""


class Path(NamedTuple):
    """Lines and curves, filled by the non-zero rule; joins are round.

    ``actual_text`` is set where the shape stands for text (a letter that no font has).
    """

    commands: tuple[PathCommand, ...]
    fill: str | None = None
    stroke: Stroke | None = None
    actual_text: str = ""

    def moved(self, dx: float, dy: float) -> "Path":
        return self._replace(commands=scale_commands(self.commands, 1.0, dx, dy))


def scale_commands(
    commands: tuple[PathCommand, ...], factor: float, dx: float, dy: float
) -> tuple[PathCommand, ...]:
    """Return path commands scaled by ``factor`` and then moved by (dx, dy) mm."""
    placed: list[PathCommand] = []
    for command in commands:
        match command:
            case ("M", x, y):
                placed.append(("M", x * factor + dx, y * factor + dy))
            case ("L", x, y):
                placed.append(("L", x * factor + dx, y * factor + dy))
            case ("C", x1, y1, x2, y2, x, y):
                start = (x1 * factor + dx, y1 * factor + dy)
                end = (x2 * factor + dx, y2 * factor + dy)
                placed.append(("C", *start, *end, x * factor + dx, y * factor + dy))
            case _:
                placed.append(command)
    return tuple(placed)


class FaceKey(NamedTuple):
    """A static cut of a font family: ``weight`` 100–900, ``width`` in percent (62.5–100)."""

    family: str = "Noto Sans"
    weight: int = 400
    width: float = 100.0


class Glyph(NamedTuple):
    """One glyph of a shaped run, in font units (``FontFace.units_per_em``).

    ``cluster`` is the index in the run's text of the first character it stands for; ``x_offset``
    and ``y_offset`` (y upwards) shift the ink only.
    """

    id: int
    cluster: int
    advance: int
    x_offset: int = 0
    y_offset: int = 0


ADVANCE_BITS = 20
"""Bits below the glyph's id in a code: room for the advance of a whole word in font units."""
ADVANCE_MASK = (1 << ADVANCE_BITS) - 1


class PlainGlyphs(Sequence[Glyph]):
    """Glyphs that stand for one letter each, in order and unshifted: those of nearly all text.

    Equal to a tuple of the same glyphs; these are made only for those who ask for them one by one.

    Args:
        codes: each glyph's id above :data:`ADVANCE_BITS` bits of its advance.
    """

    __slots__ = ("codes",)

    def __init__(self, codes: Sequence[int]) -> None:
        self.codes = codes

    def __iter__(self) -> Iterator[Glyph]:
        for cluster, code in enumerate(self.codes):
            yield Glyph(code >> ADVANCE_BITS, cluster, code & ADVANCE_MASK)

    @overload
    def __getitem__(self, index: int) -> Glyph: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Glyph, ...]: ...
    def __getitem__(self, index: int | slice) -> Glyph | tuple[Glyph, ...]:
        return tuple(self)[index]

    def __len__(self) -> int:
        return len(self.codes)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PlainGlyphs):
            return self.codes == other.codes
        return tuple(self) == other

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class GlyphRun(NamedTuple):
    """A piece of one text line in one face, glyphs in visual order.

    Attributes:
        x: left end in mm.
        baseline: y of the baseline in mm.
        size: em size in mm.
        text: the characters in logical order, as a reader copies them (without a line-end hyphen).
        width: advance width in mm, the hyphen included.
        soft_hyphen: the last glyph is a hyphen that only the line break made.
        space_after: a space stood between this run and the next one of the same text (it was
            dropped at a line break, or another face follows); text extraction puts it back.
        right_to_left: the run is set from right to left.
        language: BCP 47 tag where it differs from the drawing's, else empty.
    """

    x: float
    baseline: float
    size: float
    face: FaceKey
    text: str
    glyphs: Sequence[Glyph]
    width: float
    colour: str
    soft_hyphen: bool = False
    space_after: bool = False
    right_to_left: bool = False
    language: str = ""

    def moved(self, dx: float, dy: float) -> "GlyphRun":
        # What _replace does, in a seventh of its time: nearly all that is moved is text.
        return tuple.__new__(GlyphRun, (self[0] + dx, self[1] + dy, *self[2:]))


class ImageUse(NamedTuple):
    """An image of ``Drawing.images`` stretched over a box in mm."""

    image: str
    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> "ImageUse":
        return self._replace(x=self.x + dx, y=self.y + dy)


class LinkArea(NamedTuple):
    """A clickable box in mm; ``label`` tells where it leads."""

    x: float
    y: float
    width: float
    height: float
    url: str
    label: str

    def moved(self, dx: float, dy: float) -> "LinkArea":
        return self._replace(x=self.x + dx, y=self.y + dy)


class Inset(NamedTuple):
    """A part of a drawing of ``Drawing.insets``, seen through a box in mm that cuts off the rest.

    Attributes:
        drawing: its name.
        left, top: the point of its page, in its own mm, that stands in the box's top left corner.
        scale: mm of the box to 1 mm of its page.
    """

    drawing: str
    x: float
    y: float
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0

    def moved(self, dx: float, dy: float) -> "Inset":
        return self._replace(x=self.x + dx, y=self.y + dy)


Primitive: TypeAlias = Rectangle | Path | GlyphRun | ImageUse | LinkArea | Inset
