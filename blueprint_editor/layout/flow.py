"""Builds one group from top to bottom: blocks of text, rows of chips, named parts."""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group, Part, RecordKind
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Path, Primitive, Stroke
from blueprint_editor.layout.icons import scale_commands
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter


class Chip(NamedTuple):
    """A small inline piece of a row: decoration (sign, monogram), then set text.

    ``height`` is the line pitch it needs; all coordinates from its own top-left corner in mm.
    """

    part: str
    decoration: tuple[Primitive, ...]
    text: tuple[Primitive, ...]
    width: float
    height: float


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
        builder.add("", _moved(chip.decoration, left, y))
        builder.add(chip.part, _moved(chip.text, left, y))
        left += chip.width + gap
        row_height = max(row_height, chip.height)
    return y + row_height


def _moved(primitives: Iterable[Primitive], dx: float, dy: float) -> list[Primitive]:
    return [move_primitive(item, dx, dy) for item in primitives]


def move_primitive(item: Primitive, dx: float, dy: float) -> Primitive:
    """Return the primitive moved by (dx, dy) mm."""
    if isinstance(item, GlyphRun):
        # Thrice as fast as _replace, and most of what is moved is text.
        return GlyphRun(item[0] + dx, item[1] + dy, *item[2:])
    if isinstance(item, Path):
        return item._replace(commands=scale_commands(item.commands, 1.0, dx, dy))
    return item._replace(x=item.x + dx, y=item.y + dy)


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


def icon_and_text(
    typesetter: Typesetter,
    part: str,
    icon: tuple[Primitive, ...],
    icon_width: float,
    text: str,
    style: TextStyle,
    width: float,
    language: str,
) -> tuple[Chip, str]:
    """Return a chip of a sign and wrapped text beside it, and the letters that no font has.

    ``width`` mm is what sign and text may take together; ``icon_width`` includes its gap.
    """
    box = typesetter.set_text(
        text, style, max(width - icon_width, style.size), language, spare_hyphens=True
    )
    chip = Chip(part, icon, box.moved(icon_width, 0), icon_width + box.width, box.height)
    return chip, box.missing
