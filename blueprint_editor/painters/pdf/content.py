"""The content streams of pages: ink in paint order, marked with the tags it belongs to."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, LinkArea
from blueprint_editor.painters.pdf.arrangement import Batch, arrange
from blueprint_editor.painters.pdf.graphics_state import FIRST_COLOUR, ROUND_JOIN
from blueprint_editor.painters.pdf.ink import measure_ink
from blueprint_editor.painters.pdf.ink_writer import InkWriter
from blueprint_editor.painters.pdf.meaning import Element, Meaning, Slot, close_heading_gaps
from blueprint_editor.painters.pdf.operands import write_colour, write_number
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.shelves import Shelves
from blueprint_editor.painters.pdf.spacing import add_spaces

_PAPER = "#FFFFFF"


class PlacedLink(NamedTuple):
    """A link annotation to be: its box in drawing mm, and the Link element that tells of it."""

    box: Bounds
    area: LinkArea
    element: Element


class PageContent(NamedTuple):
    """What one page shows.

    Attributes:
        space: of the page.
        operators: the content stream.
        mark_owners: the element of each marked content, by its number.
        links: in the order of their indices.
    """

    space: PageSpace
    operators: str
    mark_owners: Sequence[Element]
    links: Sequence[PlacedLink]


class FormContent(NamedTuple):
    """A drawing that pages show through insets.

    Attributes:
        space: of its page.
        operators: its content stream, without any marks.
        forms: names of the forms that it shows itself.
    """

    space: PageSpace
    operators: str
    forms: Collection[str]


class Content(NamedTuple):
    """What all pages show, and what they mean together.

    Attributes:
        forms: in the order of ``Shelves.forms``.
        root: the element around all others.
        batches: all elements of the tags, filled with the marks of this content.
    """

    pages: Sequence[PageContent]
    forms: Sequence[FormContent]
    root: Element
    batches: Sequence[Batch]


def write_content(drawings: Sequence[Drawing], shelves: Shelves) -> Content:
    """Paint all drawings, each on a page of its own; the tags of several become sections of one.

    Args:
        drawings: at least one.
        shelves: take on what the pages use.

    Raises:
        UnpaintableTextError: a text holds glyph 0.
        KeyError: a face, an image or an inset that is used does not exist.
    """
    whole = None
    if len(drawings) > 1:
        whole = Element(Tag("Document", language=drawings[0].language))
    writers = [
        _PageWriter(drawing, shelves, Meaning(drawing.tags, drawing.language, index, whole))
        for index, drawing in enumerate(drawings)
    ]
    for writer in writers:
        writer.write_ink()
    forms: list[FormContent] = []
    while len(forms) < len(shelves.forms):
        forms.append(_write_form(shelves.forms[len(forms)], shelves))
    root = whole or writers[0].root
    order: list[Element] = []
    root.settle(order)
    close_heading_gaps(order)
    batches = list(arrange(order))
    elements: list[list[Element]] = [[] for _ in writers]
    for element in chain.from_iterable(batch.elements for batch in batches):
        elements[element.page].append(element)
    pages = [writer.finish(own) for writer, own in zip(writers, elements, strict=True)]
    return Content(pages, forms, root, batches)


def _write_form(drawing: Drawing, shelves: Shelves) -> FormContent:
    ink = InkWriter(shelves, drawing)
    for group, x, y in drawing.placed:
        ink.begin_group(x, y)
        for _, primitives in group.parts:
            ink.write(primitives, None)
        ink.end_group()
    lines = [*filter(None, [_paint_ground(drawing)]), _set_out(drawing, ink), *ink.out, "Q"]
    return FormContent(PageSpace.of(drawing), "\n".join(lines), ink.forms)


def _paint_ground(drawing: Drawing) -> str:
    """Return the operators that paint the whole page; nothing for white or nothing."""
    if drawing.background.upper() in {_PAPER, ""}:
        return ""
    width, height = (write_number(side, 4) for side in PageSpace.of(drawing).size_units)
    return f"q {write_colour(drawing.background)} rg 0 0 {width} {height} re f Q"


def _set_out(drawing: Drawing, ink: InkWriter) -> str:
    """Return the operators that must stand before the ink, which a ``Q`` ends."""
    space = PageSpace.of(drawing)
    k, (_, dx, dy) = space.units_per_mm, space.fit
    factor = write_number(ink.units_per_grain, 8)
    across, up = write_number(dx * k, 5), write_number((space.height - dy) * k, 5)
    first = write_colour(FIRST_COLOUR)
    return f"q {factor} 0 0 {factor} {across} {up} cm\n{first} rg {first} RG {ROUND_JOIN} j"


class _PageWriter:
    """Writes the content stream of one page.

    Attributes:
        root: the page's own element around all others.
    """

    def __init__(self, drawing: Drawing, shelves: Shelves, meaning: Meaning) -> None:
        self._drawing = drawing
        self._fonts = shelves.fonts
        self._space = PageSpace.of(drawing)
        self._meaning = meaning
        self.root = meaning.root
        self._ink = InkWriter(shelves, drawing, self._add_link)
        self._x = self._y = 0.0
        self._links: list[PlacedLink] = []

    def write_ink(self) -> None:
        """Paint the whole drawing; the numbers of its marks are left open."""
        for placed in self._drawing.placed:
            self._write_group(placed)

    def finish(self, elements: Sequence[Element]) -> PageContent:
        """Number the marks by the order of the page's elements, and return what it shows."""
        owners = self._ink.marked.number(elements)
        ground = _paint_ground(self._drawing)
        told = [f"/Artifact BMC {ground} EMC"] if ground else []
        operators = "\n".join([*told, _set_out(self._drawing, self._ink), *self._ink.out, "Q"])
        return PageContent(self._space, operators, owners, self._links)

    def _write_group(self, placed: Placed) -> None:
        group, x, y = placed
        self._x, self._y = x, y
        self._ink.begin_group(x, y)
        slots = self._meaning.find_slots(group.key)
        for name, primitives in group.parts:
            slot = slots.get(name) if name else None
            told = add_spaces(primitives, goes_on=slot.goes_on) if slot else primitives
            self._ink.write(told, slot)
            if slot and slot.element.figure:
                whole = len(group.parts) == 1
                ink = group.bounds if whole else measure_ink(primitives, self._fonts)
                if ink:
                    slot.element.grow_figures(ink.moved(x, y))
        self._ink.end_group()

    def _add_link(self, area: LinkArea, slot: Slot | None) -> None:
        """Take a link of the group that is under way."""
        x, y = area.x + self._x, area.y + self._y
        box = Bounds(x, y, x + area.width, y + area.height)
        element = self._meaning.add_link(slot, len(self._links))
        self._links.append(PlacedLink(box, area, element))
