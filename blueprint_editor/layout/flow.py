"""Builds one group from top to bottom: blocks of text, rows of chips, named parts."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from blueprint_editor.drawing.drawing import Group, Part, RecordKind
from blueprint_editor.drawing.primitives import Bounds, Path, Primitive, Stroke
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter


class Sign(Protocol):
    """What is drawn small beside words."""

    def placed_at(self, x: float, y: float) -> tuple[Primitive, ...]:
        """Return its ink with the top-left corner of its line at (x, y) mm."""


class Chip(NamedTuple):
    """A small inline piece of a row: a sign, then set text ``indent`` mm from its left end.

    ``height`` is the line pitch it needs, in mm.
    """

    part: str
    sign: Sign | None
    indent: float
    text: SetText

    @property
    def width(self) -> float:
        return self.indent + self.text.width

    @property
    def height(self) -> float:
        return self.text.height


class GroupBuilder:
    """Collects parts in paint order; neighbours with the same name become one part."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, list[Primitive]]] = []
        self.missing = ""

    def add(self, part: str, primitives: Iterable[Primitive]) -> None:
        if self._parts and self._parts[-1][0] == part:
            self._parts[-1][1].extend(primitives)
        else:
            self._parts.append((part, list(primitives)))

    def add_text(self, part: str, text: SetText, x: float, y: float) -> None:
        self.add(part, text.moved(x, y))
        self.missing += text.missing

    def iter_parts(self) -> Iterable[tuple[str, list[Primitive]]]:
        return self._parts

    def build(
        self,
        key: str,
        kind: RecordKind,
        bounds: Bounds,
        *,
        label: str = "",
        outline: tuple[str, str] | None = None,
    ) -> Group:
        parts = tuple(Part(name, tuple(items)) for name, items in self._parts if items)
        return Group(key, kind, parts, bounds, label, outline)


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
            builder.add("", chip.sign.placed_at(left, y))
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
    sign: Sign | None,
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
        part, sign, indent, typesetter.set_text(text, style, room, language, spare_hyphens=True)
    )
