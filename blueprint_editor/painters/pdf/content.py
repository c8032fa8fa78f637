"""The content stream of a page: ink in paint order, marked with the tags it belongs to.

Numbers are mm with y upwards from the page's top edge; one matrix at the page's start turns them
into points. Each group stands between ``q`` and ``Q`` with its own origin, so that equal groups
give equal operators, and sets colours and fonts only where they change.
"""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    ImageUse,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.painters.pdf.glyphs import FontShelf
from blueprint_editor.painters.pdf.ink import measure_ink
from blueprint_editor.painters.pdf.meaning import Element, InkMark, Meaning, Slot
from blueprint_editor.painters.pdf.operands import (
    to_thousandths,
    write_colour,
    write_number,
    write_text,
    write_thousandths,
)
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.shapes import outline_path, outline_rectangle

_PAPER = "#FFFFFF"
_FIRST_COLOUR = "#000000"
_ROUND_JOIN, _SHARP_JOIN = 1, 0


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


class _Pen:
    """The graphics state inside one group, as far as it has been set."""

    def __init__(self, out: list[str]) -> None:
        self._out = out
        self.reset()

    def reset(self) -> None:
        """Forget everything: the page's own state holds again."""
        self._fill = self._line = _FIRST_COLOUR
        self._width = -1.0
        self._dash: tuple[float, ...] = ()
        self._round_cap = False
        self._join = _ROUND_JOIN
        self._font: tuple[str, float] | None = None

    def set_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._out.append(f"{write_colour(colour)} rg")

    def set_font(self, name: str, size: float) -> None:
        if (name, size) != self._font:
            self._font = (name, size)
            self._out.append(f"/{name} {write_number(size, 4)} Tf")

    def set_stroke(self, stroke: Stroke, join: int) -> None:
        out = self._out
        if stroke.colour != self._line:
            self._line = stroke.colour
            out.append(f"{write_colour(stroke.colour)} RG")
        if stroke.width != self._width:
            self._width = stroke.width
            out.append(f"{write_number(stroke.width)} w")
        if stroke.dash != self._dash:
            self._dash = stroke.dash
            out.append(f"[{' '.join(map(write_number, stroke.dash))}] 0 d")
        if stroke.round_cap != self._round_cap:
            self._round_cap = stroke.round_cap
            out.append(f"{int(stroke.round_cap)} J")
        if join != self._join:
            self._join = join
            out.append(f"{join} j")


class _Marked:
    """Marked content and text objects as they open and close; only opened where ink follows.

    Marked content is never nested: a text in another language or ink that reads as something else
    gets a piece of its own, since some readers lose what follows an inner piece.
    """

    def __init__(self, out: list[str]) -> None:
        self.owners: list[Element] = []
        self._out = out
        self._current: tuple[Slot | None, str | None, str] | None = None
        self._line_start: tuple[int, int] | None = None

    def enter(self, slot: Slot | None, actual_text: str | None = None, language: str = "") -> None:
        """Let the ink that follows belong to the slot's element; None = decoration."""
        wanted = (slot, actual_text, language) if slot else (None, None, "")
        if wanted == self._current:
            return
        self.leave()
        self._current = wanted
        if not slot:
            self._out.append("/Artifact BMC")
            return
        mcid = len(self.owners)
        self.owners.append(slot.element)
        slot.content.append(InkMark(mcid))
        if actual_text is None and not language:
            self._out.append(f"/{slot.element.tag.role}<</MCID {mcid}>>BDC")
            return
        text = "" if actual_text is None else f"/ActualText{write_text(actual_text)}"
        tongue = f"/Lang{write_text(language)}" if language else ""
        self._out.append(f"/Span<<{tongue}{text}/MCID {mcid}>>BDC")

    def leave(self) -> None:
        """Close what is open."""
        self.end_text()
        if self._current:
            self._out.append("EMC")
            self._current = None

    def move_to(self, x: float, y: float) -> str:
        """Return the operators that start a text line at (x, y)."""
        place = to_thousandths(x), to_thousandths(y)
        left, up = self._line_start or (0, 0)
        begin = "" if self._line_start else "BT "
        self._line_start = place
        across, rise = write_thousandths(place[0] - left), write_thousandths(place[1] - up)
        return f"{begin}{across} {rise} Td"

    def end_text(self) -> None:
        """Close the text object: shapes and images cannot stand in one."""
        if self._line_start:
            self._out.append("ET")
            self._line_start = None


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
        self._pen = _Pen(self._out)
        self._marked = _Marked(self._out)
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
        first = write_colour(_FIRST_COLOUR)
        self._out.append(f"q {factor} 0 0 {factor} {across} {up} cm")
        self._out.append(f"{first} rg {first} RG {_ROUND_JOIN} j")

    def _write_group(self, placed: Placed) -> None:
        group, x, y = placed
        self._out.append(f"q 1 0 0 1 {write_number(x)} {write_number(-y)} cm")
        self._pen.reset()
        for part in group.parts:
            slot = self._meaning.find_slot(group.key, part.name)
            self._write_part(part.primitives, slot, placed)
            if slot and slot.element.figure:
                ink = measure_ink(part.primitives, self._shelf)
                if ink:
                    slot.element.grow_figures(self._space.to_page(ink.moved(x, y)))
        self._marked.leave()
        self._out.append("Q")

    def _write_part(
        self, primitives: tuple[Primitive, ...], slot: Slot | None, placed: Placed
    ) -> None:
        for item in primitives:
            if isinstance(item, GlyphRun):
                self._write_run(item, slot)
            elif isinstance(item, Rectangle):
                self._write_shape(
                    outline_rectangle(item), item.fill, item.stroke, _SHARP_JOIN, slot
                )
            elif isinstance(item, Path):
                self._write_shape(
                    outline_path(item),
                    item.fill,
                    item.stroke,
                    _ROUND_JOIN,
                    slot,
                    item.actual_text or None,
                )
            elif isinstance(item, ImageUse):
                self._write_image(item, slot)
            else:
                self._add_link(item, placed, slot)

    def _write_run(self, run: GlyphRun, slot: Slot | None) -> None:
        font = self._shelf.font(run.face)
        language = run.language if slot and run.language != slot.element.language else ""
        for shown in font.show(run) if run.glyphs else ():
            self._marked.enter(slot, "" if shown.is_silent else None, language)
            self._pen.set_font(font.name, run.size)
            self._pen.set_fill(run.colour)
            self._out.append(f"{self._marked.move_to(run.x, -run.baseline)} {shown.operators}")

    def _write_shape(
        self,
        outline: str,
        fill: str | None,
        stroke: Stroke | None,
        join: int,
        slot: Slot | None,
        actual_text: str | None = None,
    ) -> None:
        if not outline or not (fill or stroke):
            return
        self._marked.enter(slot, actual_text)
        self._marked.end_text()
        if fill:
            self._pen.set_fill(fill)
        if stroke:
            self._pen.set_stroke(stroke, join)
        operator = ("B" if fill else "S") if stroke else "f"
        self._out.append(f"{outline} {operator}")

    def _write_image(self, use: ImageUse, slot: Slot | None) -> None:
        name = self._images.setdefault(use.image, f"Im{len(self._images) + 1}")
        size = f"{write_number(use.width)} 0 0 {write_number(use.height)}"
        corner = f"{write_number(use.x)} {write_number(-use.y - use.height)}"
        self._marked.enter(slot)
        self._marked.end_text()
        self._out.append(f"q {size} {corner} cm /{name} Do Q")

    def _add_link(self, area: LinkArea, placed: Placed, slot: Slot | None) -> None:
        x, y = area.x + placed.x, area.y + placed.y
        box = self._space.to_page(Bounds(x, y, x + area.width, y + area.height))
        element = self._meaning.add_link(slot, len(self._links))
        self._links.append(PlacedLink(box, area, element))
