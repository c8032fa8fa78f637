"""Builds one group from top to bottom: blocks of text, rows of chips, named parts."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple, Protocol, TypeAlias

from blueprint_editor.drawing.drawing import (
    DeferredParts,
    Group,
    Part,
    RecordKind,
    Sketch,
    sketch_ink,
)
from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter


class Drawable(Protocol):
    """What can be drawn in any place: a text, a sign."""

    def placed_at(self, x: float, y: float) -> tuple[Primitive, ...]:
        """Return its ink with its top-left corner at (x, y) mm."""


_Step: TypeAlias = tuple[str, Drawable, float, float]
"""Part, what is drawn in it, and where its top-left corner stands in mm."""


class Chip(NamedTuple):
    """A small inline piece of a row: a sign, then set text ``indent`` mm from its left end.

    ``height`` is the line pitch it needs, in mm.
    """

    part: str
    sign: Drawable | None
    indent: float
    text: SetText

    @property
    def width(self) -> float:
        return self.indent + self.text.width

    @property
    def height(self) -> float:
        return self.text.height


class Shapes(NamedTuple):
    """Ink that is there already, drawn from its own top-left corner."""

    primitives: tuple[Primitive, ...]

    def placed_at(self, x: float, y: float) -> tuple[Primitive, ...]:
        if x == 0.0 and y == 0.0:
            return self.primitives
        return tuple([item.moved(x, y) for item in self.primitives])


class GroupBuilder:
    """Collects what a group shows, in paint order; it is drawn when the group is looked at."""

    def __init__(self) -> None:
        self.steps: list[_Step] = []
        self.missing = ""

    def add(self, part: str, primitives: Iterable[Primitive]) -> None:
        self.steps.append((part, Shapes(tuple(primitives)), 0.0, 0.0))

    def place(self, part: str, drawable: Drawable, x: float, y: float) -> None:
        """Add what is to be drawn with its top-left corner at (x, y) mm."""
        self.steps.append((part, drawable, x, y))

    def add_text(self, part: str, text: SetText, x: float, y: float) -> None:
        self.steps.append((part, text, x, y))
        self.missing += text.missing

    def extend(self, other: "GroupBuilder") -> None:
        """Add all that another one collected."""
        self.steps += other.steps
        self.missing += other.missing

    def build(
        self,
        key: str,
        kind: RecordKind,
        bounds: Bounds,
        *,
        label: str = "",
        outline: tuple[str, str] | None = None,
    ) -> Group:
        parts = DeferredParts(partial(_draw_parts, self.steps), partial(_sketch, self.steps))
        return Group(key, kind, parts, bounds, label, outline)


def _sketch(steps: Iterable[_Step]) -> Sketch:
    """Return what is seen of all steps from afar; of plain texts only how large they are."""
    size = 0.0
    shapes: list[Rectangle | Path] = []
    for _, drawable, x, y in steps:
        if isinstance(drawable, SetText) and drawable.is_plain:
            size = max(size, drawable.size)
        else:
            found = sketch_ink(drawable.placed_at(x, y))
            size = max(size, found.text_size)
            shapes += found.shapes
    return Sketch(size, tuple(shapes))


def _draw_parts(steps: Iterable[_Step]) -> tuple[Part, ...]:
    """Return the parts; neighbours with the same name become one."""
    parts: list[tuple[str, list[Primitive]]] = []
    begun: dict[str, list[Primitive]] = {}
    for name, drawable, x, y in steps:
        items = drawable.placed_at(x, y)
        if not items:
            continue
        if name and name in begun and isinstance(items[0], GlyphRun):
            _end_word(begun[name])
        if parts and parts[-1][0] == name:
            parts[-1][1].extend(items)
        else:
            parts.append((name, list(items)))
        begun[name] = parts[-1][1]
    return tuple([Part(name, tuple(items)) for name, items in parts])


def _end_word(items: list[Primitive]) -> None:
    """Part the words of one text from those of the next that belongs with it."""
    last = items[-1]
    if isinstance(last, GlyphRun):
        items[-1] = last._replace(space_after=True)


def place_chips(
    builder: GroupBuilder, chips: Iterable[Chip], x: float, y: float, width: float, gap: float
) -> float:
    """Set chips in rows no wider than ``width`` mm and return the y below the last row."""
    left = x
    row_height = 0.0
    for chip in chips:
        if left > x and left + chip.width > x + width + 1e-6:
            y += row_height
            left, row_height = x, 0.0
        if chip.sign is not None:
            builder.place("", chip.sign, left, y)
        builder.add_text(chip.part, chip.text, left + chip.indent, y)
        left += chip.width + gap
        row_height = max(row_height, chip.height)
    return y + row_height


def box_path(bounds: Bounds, cut: float, fill: str | None, stroke: Stroke | None) -> Path:
    """Return a box whose top-right corner is cut off by ``cut`` mm."""
    x0, y0, x1, y1 = bounds
    return Path(
        (
            ("M", x0, y0),
            ("L", x1 - cut, y0),
            ("L", x1, y0 + cut),
            ("L", x1, y1),
            ("L", x0, y1),
            ("Z",),
        ),
        fill,
        stroke,
    )


def set_chip(
    typesetter: Typesetter,
    part: str,
    sign: Drawable | None,
    indent: float,
    text: str,
    style: TextStyle,
    width: float,
    language: str,
) -> Chip:
    """Return a chip of a sign and wrapped text beside it.

    ``width`` mm is what sign and text may take together; ``indent`` mm is the sign with its gap.
    """
    room = max(width - indent, style.size)
    return Chip(
        part, sign, indent,
        typesetter.set_text(text, style, room, language, align="hug", spare_hyphens=True),
    )  # fmt: skip
