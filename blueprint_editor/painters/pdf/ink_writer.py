"""Ink as operators of a content stream: texts, shapes and images, one group after the other.

Numbers are whole grains with y upwards; one matrix around the ink turns them into points. Each
group stands between ``q`` and ``Q`` with its own origin, so that equal groups give equal operators,
and sets colours and fonts only where they change. What the ink means is the caller's to know.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import (
    FaceKey,
    GlyphRun,
    ImageUse,
    Inset,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.painters.pdf.coordinates import Coordinates, choose_grain
from blueprint_editor.painters.pdf.graphics_state import ROUND_JOIN, SHARP_JOIN, Pen
from blueprint_editor.painters.pdf.ink import measure_ink
from blueprint_editor.painters.pdf.marked_content import MarkedContent
from blueprint_editor.painters.pdf.meaning import Slot
from blueprint_editor.painters.pdf.operands import write_number
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.shapes import Outline, ShapeWriter
from blueprint_editor.painters.pdf.shelves import Shelves
from blueprint_editor.painters.pdf.text_lines import TextLines

TakeLink: TypeAlias = Callable[[LinkArea, Slot | None], None]
"""Takes a link and where it is told."""


class InkWriter:
    """Writes ink.

    Args:
        shelves: take on the fonts and images that are used.
        drawing: whose ink it is, for the images and insets that the ink names.
        take_link: called with each link among the ink; None in ink that many pages use, which must
            hold no links and no marks of its own.

    Attributes:
        out: the operators.
        marked: which element the ink belongs to.
        forms: names of the forms that are shown.
        units_per_grain: the factor of the matrix that must stand around the ink.
    """

    def __init__(
        self, shelves: Shelves, drawing: Drawing, take_link: TakeLink | None = None
    ) -> None:
        self._shelves = shelves
        self._fonts = shelves.fonts
        self._drawing = drawing
        self._take_link = take_link
        scale, units_per_mm = drawing.fit.scale, PageSpace.of(drawing).units_per_mm
        grain = choose_grain(scale)
        self.out: list[str] = []
        self.units_per_grain = units_per_mm * scale * grain
        self._per_mm = 1 / grain
        self._at = Coordinates(self.out, grain)
        self._shapes = ShapeWriter(self._per_mm)
        self._lines = TextLines(self.out, 1 / self.units_per_grain)
        self._text_per_mm = self._lines.convert(self._per_mm)
        self._pen = Pen(self.out, self._per_mm, self._lines)
        self.forms: set[str] = set()
        self.marked = MarkedContent(self.out, self._lines, is_told=take_link is not None)

    def begin_group(self, x: float, y: float) -> None:
        """Start a group that is placed at (x, y) mm."""
        self._at.begin_group(x, y)
        self._lines.begin_group()

    def end_group(self) -> None:
        """End the group, and what is open in it."""
        self.marked.leave()
        if self._at.is_open:
            self._at.end_group()
            self._pen.end_group()

    def write(self, ink: Iterable[Primitive], slot: Slot | None) -> None:
        """Write primitives that belong to the slot's element; None = decoration.

        Raises:
            UnpaintableTextError: a text holds glyph 0.
            KeyError: a face, an image or an inset that is used does not exist.
        """
        for item in ink:
            if isinstance(item, GlyphRun):
                self._write_run(item, slot)
            elif isinstance(item, Path):
                self._write_path(item, slot)
            elif isinstance(item, Rectangle):
                fill, stroke = item.fill, item.stroke
                if fill or stroke:
                    outline = self._shapes.outline_rectangle(item)
                    self._write_shape(outline, fill, stroke, SHARP_JOIN, slot)
            elif isinstance(item, ImageUse):
                self._write_image(item, slot)
            elif isinstance(item, Inset):
                self._write_inset(item, slot)
            elif self._take_link:
                self._take_link(item, slot)

    def _open_group(self, x: float, y: float) -> None:
        """Start the group at its first ink, for which the pen is set."""
        self._at.open_group(x, y)
        self._pen.begin_group()

    def _write_run(self, run: GlyphRun, slot: Slot | None) -> None:
        x, baseline, size, face, _, glyphs, _, colour, _, _, _, language = run
        if not glyphs:
            return
        font = self._fonts[face]
        told, silent = font.show(run, self._text_per_mm)
        x, y = x * self._per_mm, -baseline * self._per_mm
        at, pen, marked = self._at, self._pen, self.marked
        if not at.is_open:
            pen.set_text(font.name, size, colour)
            self._open_group(x, y)
        if language and (not slot or language == slot.element.language):
            language = ""
        if told:
            if language:
                marked.enter_as(slot, None, language)
            elif slot is not marked.plain:
                marked.enter(slot)
            pen.set_text(font.name, size, colour)
            self._lines.show(x - at.x, y - at.y, told)
        if silent:
            marked.enter_as(slot, "", language)
            pen.set_text(font.name, size, colour)
            self._lines.show(x - at.x, y - at.y, silent)

    def _write_path(self, path: Path, slot: Slot | None) -> None:
        commands, fill, stroke, actual_text = path
        if not commands or not (fill or stroke):
            return
        outline = self._shapes.outline_path(commands)
        self._write_shape(outline, fill, stroke, ROUND_JOIN, slot, actual_text or None)
        if actual_text and slot:
            self._write_hidden_text(path)

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
        at, marked = self._at, self.marked
        if not at.is_open:
            self._pen.set_shape(fill, stroke, join)
            self._open_group(x, y)
        if actual_text:
            marked.enter_as(slot, actual_text)
        elif slot is not marked.plain:
            marked.enter(slot)
        if self._lines.is_open:
            self._lines.end()
        self._pen.set_shape(fill, stroke, join)
        if x != at.x or y != at.y:
            at.move_origin(x, y)
        operator = ("B" if fill else "S") if stroke else "f"
        self.out.append(f"{operators} {operator}")

    def _write_hidden_text(self, path: Path) -> None:
        """Put an invisible space where a path stands for text: a search looks at text only."""
        box = measure_ink((path,), self._fonts)
        font = self._fonts[FaceKey()]
        space = font.show_space()
        if not box or not space or box.height <= 0:
            return
        self._pen.set_text(font.name, box.height, None)
        stretch = write_number(100 * box.width / (font.space_width * box.height))
        x, y = box.x0 * self._per_mm, -box.y1 * self._per_mm
        shown = f" 3 Tr {stretch} Tz {space} 0 Tr 100 Tz"
        self._lines.show(x - self._at.x, y - self._at.y, shown)

    def _write_image(self, use: ImageUse, slot: Slot | None) -> None:
        name = self._shelves.name_image(self._drawing.images[use.image])
        width, height = self._go_to_box(use, slot)
        self.out.append(f"q {width} 0 0 {height} 0 0 cm /{name} Do Q")

    def _go_to_box(self, box: ImageUse | Inset, slot: Slot | None) -> tuple[int, int]:
        """Let coordinates start in the box's lower left corner; return its size in grains."""
        per_mm = self._per_mm
        x, y = box.x * per_mm, -(box.y + box.height) * per_mm
        if not self._at.is_open:
            self._open_group(x, y)
        self.marked.enter(slot)
        self._lines.end()
        self._at.move_origin(x, y)
        return round(box.width * per_mm), round(box.height * per_mm)

    def _write_inset(self, inset: Inset, slot: Slot | None) -> None:
        drawing = self._drawing.insets[inset.drawing]
        name = self._shelves.name_form(drawing)
        self.forms.add(name)
        width, height = self._go_to_box(inset, slot)
        per_mm = inset.scale * self._per_mm
        factor = write_number(per_mm / PageSpace.of(drawing).units_per_mm, 8)
        across = round(-inset.left * per_mm)
        # From the page's lower left corner to the box's.
        up = round(inset.height * self._per_mm - (drawing.height - inset.top) * per_mm)
        self.out.append(
            f"q 0 0 {width} {height} re W n {factor} 0 0 {factor} {across} {up} cm /{name} Do Q"
        )
