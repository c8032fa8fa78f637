"""The content stream of a page: ink in paint order, marked with the tags it belongs to.

Numbers are mm with y upwards from the page's top edge; one matrix at the page's start turns them
into points. Each group stands between ``q`` and ``Q`` with its own origin, so that equal groups
give equal operators, and sets colours and fonts only where they change.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
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
from blueprint_editor.painters.pdf.arrangement import Batch, arrange
from blueprint_editor.painters.pdf.coordinates import Coordinates, choose_grain
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
from blueprint_editor.painters.pdf.operands import write_colour, write_number
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.shapes import Outline, ShapeWriter
from blueprint_editor.painters.pdf.spacing import add_spaces
from blueprint_editor.painters.pdf.text_lines import TextLines

_PAPER = "#FFFFFF"


class PlacedLink(NamedTuple):
    """A link annotation to be: its box in page mm, and the Link element that tells of it."""

    box: Bounds
    area: LinkArea
    element: Element


class PageContent(NamedTuple):
    """What one page shows.

    Attributes:
        operators: the content stream.
        batches: all elements of the tags, filled with the marks of this content.
        mark_owners: the element of each marked content, by its number.
        links: in the order of their indices.
        images: names of the images that are used, as in ``Drawing.images``, to resource names.
    """

    operators: str
    batches: Sequence[Batch]
    mark_owners: Sequence[Element]
    links: Sequence[PlacedLink]
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
        self._out: list[str] = []
        grain = choose_grain(drawing.fit.scale)
        self._points_per_grain = self._space.units_per_mm * drawing.fit.scale * grain
        self._at = Coordinates(self._out, grain)
        self._shapes = ShapeWriter(self._at.per_mm)
        self._pen = Pen(self._out, self._at.per_mm)
        self._lines = TextLines(self._out, 1 / self._points_per_grain)
        self._marked = MarkedContent(self._out, self._lines)
        self._sizes: dict[float, str] = {}
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
        order: list[Element] = []
        self._meaning.root.settle(order)
        batches = list(arrange(order))
        owners = self._marked.number(chain.from_iterable(batch.elements for batch in batches))
        return PageContent("\n".join(self._out), batches, owners, self._links, self._images)

    def _begin_page(self) -> None:
        k, (_, dx, dy) = self._space.units_per_mm, self._space.fit
        factor = write_number(self._points_per_grain, 8)
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
        self._at.begin_group(x, y)
        self._pen.begin_group()
        self._lines.begin_group()
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
        if self._at.is_open:
            self._at.end_group()
            self._pen.end_group()

    def _write_size(self, size: float) -> str:
        found = self._sizes.get(size)
        if found is None:
            found = self._sizes[size] = self._lines.write_size(size * self._at.per_mm)
        return found

    def _open_group(self, x: float, y: float) -> None:
        """Start the group at its first ink, for which the pen is set."""
        self._at.open_group(x, y)
        self._pen.begin_group()

    def _write(self, item: Primitive, slot: Slot | None, placed: Placed) -> None:
        if isinstance(item, GlyphRun):
            self._write_run(item, slot)
        elif isinstance(item, Rectangle):
            if item.fill or item.stroke:
                outline = self._shapes.outline_rectangle(item)
                self._write_shape(outline, item.fill, item.stroke, SHARP_JOIN, slot)
        elif isinstance(item, Path):
            self._write_path(item, slot)
        elif isinstance(item, ImageUse):
            self._write_image(item, slot)
        else:
            self._add_link(item, placed, slot)

    def _write_path(self, path: Path, slot: Slot | None) -> None:
        if not path.commands or not (path.fill or path.stroke):
            return
        outline = self._shapes.outline_path(path.commands)
        text = path.actual_text or None
        self._write_shape(outline, path.fill, path.stroke, ROUND_JOIN, slot, text)
        if text and slot:
            self._write_hidden_text(path)

    def _write_run(self, run: GlyphRun, slot: Slot | None) -> None:
        if not run.glyphs:
            return
        font = self._shelf.font(run.face)
        language = run.language if slot and run.language != slot.element.language else ""
        told, silent = font.show(run)
        per_mm = self._at.per_mm
        x, y, size = run.x * per_mm, -run.baseline * per_mm, self._write_size(run.size)
        for operators, actual_text in ((told, None), (silent, "")):
            if not operators:
                continue
            if not self._at.is_open:
                self._pen.set_text(font.name, size, run.colour)
                self._open_group(x, y)
            self._marked.enter(slot, actual_text, language)
            self._pen.set_text(font.name, size, run.colour)
            self._lines.show(x - self._at.x, y - self._at.y, operators)

    def _write_shape(
        self,
        outline: Outline,
        fill: str | None,
        stroke: Stroke | None,
        join: int,
        slot: Slot | None,
        actual_text: str | None = None,
    ) -> None:
        operators, x, y = outline
        if not self._at.is_open:
            self._pen.set_shape(fill, stroke, join)
            self._open_group(x, y)
        self._marked.enter(slot, actual_text)
        self._lines.end()
        self._pen.set_shape(fill, stroke, join)
        self._at.move_origin(x, y)
        operator = ("B" if fill else "S") if stroke else "f"
        self._out.append(f"{operators} {operator}")

    def _write_hidden_text(self, path: Path) -> None:
        """Put an invisible space where a path stands for text: a search looks at text only."""
        box = measure_ink((path,), self._shelf)
        font = self._shelf.font(FaceKey())
        space = font.show_space()
        if not box or not space or box.height <= 0:
            return
        self._pen.set_text(font.name, self._write_size(box.height), None)
        stretch = write_number(100 * box.width / (font.space_width * box.height))
        x, y = box.x0 * self._at.per_mm, -box.y1 * self._at.per_mm
        shown = f" 3 Tr {stretch} Tz {space} 0 Tr 100 Tz"
        self._lines.show(x - self._at.x, y - self._at.y, shown)

    def _write_image(self, use: ImageUse, slot: Slot | None) -> None:
        name = self._images.setdefault(use.image, f"Im{len(self._images) + 1}")
        x, y, width, height = (
            value * self._at.per_mm for value in (use.x, -use.y - use.height, use.width, use.height)
        )
        if not self._at.is_open:
            self._open_group(x, y)
        self._marked.enter(slot)
        self._lines.end()
        self._at.move_origin(x, y)
        self._out.append(f"q {round(width)} 0 0 {round(height)} 0 0 cm /{name} Do Q")

    def _add_link(self, area: LinkArea, placed: Placed, slot: Slot | None) -> None:
        x, y = area.x + placed.x, area.y + placed.y
        box = self._space.to_page(Bounds(x, y, x + area.width, y + area.height))
        element = self._meaning.add_link(slot, len(self._links))
        self._links.append(PlacedLink(box, area, element))
