"""The content stream of a page: ink in paint order, marked with the tags it belongs to.

Numbers are mm with y upwards from the page's top edge; one matrix at the page's start turns them
into points. Each group stands between ``q`` and ``Q`` with its own origin, so that equal groups
give equal operators, and sets colours and fonts only where they change.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import (
    Bounds,
    FaceKey,
    GlyphRun,
    ImageUse,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.painters.pdf.glyphs import FontShelf
from blueprint_editor.painters.pdf.graphics_state import (
    FIRST_COLOUR,
    ROUND_JOIN,
    SHARP_JOIN,
    MarkedContent,
    Pen,
)
from blueprint_editor.painters.pdf.ink import measure_ink
from blueprint_editor.painters.pdf.meaning import Element, Meaning, Slot
from blueprint_editor.painters.pdf.operands import Decimals, write_colour, write_number
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.shapes import Outline, ShapeWriter
from blueprint_editor.painters.pdf.spacing import add_spaces

_PAPER = "#FFFFFF"
_FINEST_MM = 0.005
"""How far ink may stand from its place on the page for the sake of short numbers."""


class PlacedLink(NamedTuple):
    """A link annotation to be: its box in page mm, and the Link element that tells of it."""

    box: Bounds
    area: LinkArea
    element: Element


class PageContent(NamedTuple):
    """What one page shows.

    Attributes:
        operators: the content stream.
        meaning: the tags, their slots filled with the marks of this content.
        mark_owners: the element of each marked content, by its number.
        links: in the order of their indices.
        images: names of the images that are used, as in ``Drawing.images``, to resource names.
    """

    operators: str
    meaning: Meaning
    mark_owners: list[Element]
    links: list[PlacedLink]
    images: Mapping[str, str]


class ContentWriter:
    """Writes the content stream of one page.

    Args:
        drawing: what to paint.
        shelf: takes on the fonts that the texts need.
    """

    def __init__(self, drawing: Drawing, shelf: FontShelf) -> None:
        self._drawing = drawing
        self._shelf = shelf
        self._space = PageSpace.of(drawing)
        self._meaning = Meaning(drawing.tags, drawing.language)
        decimals = Decimals(_count_digits(drawing.fit.scale))
        self._number = decimals.write
        self._shapes = ShapeWriter(decimals)
        self._out: list[str] = []
        self._pen = Pen(self._out, decimals)
        self._marked = MarkedContent(self._out, decimals)
        self._links: list[PlacedLink] = []
        self._images: dict[str, str] = {}

    def write(self) -> PageContent:
        """Paint the whole drawing.

        Raises:
            UnpaintableTextError: a text holds glyph 0.
            KeyError: a face that is used does not exist.
        """
        self._begin_page()
        for placed in self._drawing.placed:
            self._write_group(placed)
        self._out.append("Q")
        return PageContent(
            "\n".join(self._out),
            self._meaning,
            self._marked.owners,
            self._links,
            self._images,
        )

    def _begin_page(self) -> None:
        k, (scale, dx, dy) = self._space.units_per_mm, self._space.fit
        factor = write_number(k * scale, 8)
        across, up = write_number(dx * k, 5), write_number((self._space.height - dy) * k, 5)
        if self._drawing.background.upper() != _PAPER:
            width, height = (write_number(side, 4) for side in self._space.size_units)
            colour = write_colour(self._drawing.background)
            self._out.append(f"/Artifact BMC q {colour} rg 0 0 {width} {height} re f Q EMC")
        first = write_colour(FIRST_COLOUR)
        self._out.append(f"q {factor} 0 0 {factor} {across} {up} cm")
        self._out.append(f"{first} rg {first} RG {ROUND_JOIN} j")

    def _write_group(self, placed: Placed) -> None:
        group, x, y = placed
        out = self._out
        start = len(out)
        out.append(f"q 1 0 0 1 {self._number(x)} {self._number(-y)} cm")
        self._pen.reset()
        for part in group.parts:
            slot = self._meaning.find_slot(group.key, part.name)
            told = add_spaces(part.primitives, goes_on=slot.goes_on) if slot else part.primitives
            for item in told:
                self._write(item, slot, placed)
            if slot and slot.element.figure:
                whole = len(group.parts) == 1
                ink = group.bounds if whole else measure_ink(part.primitives, self._shelf)
                if ink:
                    slot.element.grow_figures(self._space.to_page(ink.moved(x, y)))
        self._marked.leave()
        if len(out) == start + 1:
            out.pop()
        else:
            out.append("Q")

    def _write(self, item: Primitive, slot: Slot | None, placed: Placed) -> None:
        if isinstance(item, GlyphRun):
            self._write_run(item, slot)
        elif isinstance(item, Rectangle):
            outline = self._shapes.outline_rectangle(item)
            self._write_shape(outline, item.fill, item.stroke, SHARP_JOIN, slot)
        elif isinstance(item, Path):
            outline = self._shapes.outline_path(item.commands)
            text = item.actual_text or None
            self._write_shape(outline, item.fill, item.stroke, ROUND_JOIN, slot, text)
            if text and slot:
                self._write_hidden_text(item)
        elif isinstance(item, ImageUse):
            self._write_image(item, slot)
        else:
            self._add_link(item, placed, slot)

    def _write_run(self, run: GlyphRun, slot: Slot | None) -> None:
        if not run.glyphs:
            return
        font = self._shelf.font(run.face)
        language = run.language if slot and run.language != slot.element.language else ""
        told, silent = font.show(run)
        for operators, actual_text in ((told, None), (silent, "")):
            if operators:
                self._marked.enter(slot, actual_text, language)
                self._pen.set_font(font.name, run.size)
                self._pen.set_fill(run.colour)
                self._out.append(f"{self._marked.move_to(run.x, -run.baseline)} {operators}")

    def _write_shape(
        self,
        outline: Outline,
        fill: str | None,
        stroke: Stroke | None,
        join: int,
        slot: Slot | None,
        actual_text: str | None = None,
    ) -> None:
        if not outline.operators or not (fill or stroke):
            return
        self._marked.enter(slot, actual_text)
        self._marked.end_text()
        if fill:
            self._pen.set_fill(fill)
        if stroke:
            self._pen.set_stroke(stroke, join)
        operator = ("B" if fill else "S") if stroke else "f"
        operators, x, y = outline
        if x or y:
            place = f"{self._number(x)} {self._number(y)}"
            self._out.append(f"q 1 0 0 1 {place} cm\n{operators} {operator} Q")
        else:
            self._out.append(f"{operators} {operator}")

    def _write_hidden_text(self, path: Path) -> None:
        """Put an invisible space where a path stands for text: a search looks at text only."""
        box = measure_ink((path,), self._shelf)
        font = self._shelf.font(FaceKey())
        space = font.show_space()
        if not box or not space or box.height <= 0:
            return
        self._pen.set_font(font.name, box.height)
        stretch = 100 * box.width / (font.space_width * box.height)
        place = self._marked.move_to(box.x0, -box.y1)
        self._out.append(f"{place} 3 Tr {self._number(stretch)} Tz {space} 0 Tr 100 Tz")

    def _write_image(self, use: ImageUse, slot: Slot | None) -> None:
        name = self._images.setdefault(use.image, f"Im{len(self._images) + 1}")
        size = f"{self._number(use.width)} 0 0 {self._number(use.height)}"
        corner = f"{self._number(use.x)} {self._number(-use.y - use.height)}"
        self._marked.enter(slot)
        self._marked.end_text()
        self._out.append(f"q {size} {corner} cm /{name} Do Q")

    def _add_link(self, area: LinkArea, placed: Placed, slot: Slot | None) -> None:
        x, y = area.x + placed.x, area.y + placed.y
        box = self._space.to_page(Bounds(x, y, x + area.width, y + area.height))
        element = self._meaning.add_link(slot, len(self._links))
        self._links.append(PlacedLink(box, area, element))


def _count_digits(scale: float) -> int:
    """Return how many digits a length needs; a group's place and its ink's are rounded alike."""
    return max(1, math.ceil(math.log10(scale / _FINEST_MM)))
