"""Text that goes on from page to page: paragraphs, named facts, and gaps to fill in."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import TagRole
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.sheet import Sheet

_LABEL = 40.0
"""Room for the name of a fact, in mm on A4."""
_PAD = 2.6
_MOST_KEPT = 0.75
"""Share of a page up to which a block is kept together."""
GAP = "!"
"""Stands where something is missing, so that colour is not needed to see it."""


class Piece(NamedTuple):
    """A text; ``is_ours`` tells the sheet's own words from the document's.

    ``number`` hangs at its left, where the block has room for it; ``after`` mm stand below it.
    """

    text: str
    style: str = "body"
    role: TagRole = "P"
    is_ours: bool = False
    number: str = ""
    url: str = ""
    after: float = 0.6


class Fact(NamedTuple):
    """A named value; ``name`` is in the sheet's words, an empty value shows as a gap to fill in."""

    name: str
    value: str = ""
    is_ours: bool = False
    url: str = ""


Block = Sequence[Piece | Fact]


class Flow:
    """Writes from top to bottom and begins a page where the last one is full.

    Args:
        sheet: where to.
        missing: the word for what is missing.
        share: of the usual distances between parts.
    """

    def __init__(self, sheet: Sheet, *, missing: str = "", share: float = 1.0) -> None:
        self.sheet = sheet
        self.share = share
        self.missing = f"{GAP} {missing}"
        self.begin()

    def begin(self) -> None:
        """Begin a page with the full title."""
        self.page, self.area = self.sheet.open_page(is_first=True, has_meta=False)
        self.full = self.area.height

    def turn(self) -> None:
        """Begin a page."""
        self.page, self.area = self.sheet.open_page()
        self.full = self.area.height

    def need(self, height: float) -> None:
        """Turn the page where fewer mm than ``height`` are left."""
        if self.area.height < min(height, self.full):
            self.turn()

    def take(self, height: float, gap: float = 0.0) -> Area:
        """Return the next so many mm across the page for something else."""
        self.need(height)
        area, rest = self.area.split_top(height)
        self.go_below(rest.y0 + gap)
        return area

    def go_below(self, y: float) -> None:
        """Go on at y mm of the page."""
        self.area = self.area._replace(y0=min(max(y, self.area.y0), self.area.y1))

    def skip(self, height: float) -> None:
        """Leave so many mm on A4 free."""
        self.go_below(self.area.y0 + self.sheet.look.mm(height))

    def part(self, height: float) -> None:
        """Leave so many mm on A4 free between two parts, or the share of it that is wanted."""
        self.skip(height * self.share)

    def head(
        self,
        text: str,
        *,
        is_ours: bool = True,
        role: TagRole = "H2",
        keep: int = 5,
        below: float = 0.0,
    ) -> None:
        """Write a heading that ``keep`` lines, or ``below`` mm, stand below on the same page."""
        styles = self.sheet.look.styles
        self.part(3.0)
        self.need(max(keep * styles["body"].leading, below + 2 * styles["large"].leading))
        self.page.bookmark(text, 1)
        self.write([Piece(text, "large", role, is_ours, after=1.2)])

    def write(self, block: Block, *, left: float = 0.0, has_panel: bool = False) -> None:
        """Write a block, on one page if it is not too long for that.

        Args:
            block: what to write.
            left: room for numbers at the left, in mm on A4.
            has_panel: on a tinted panel, if it is on one page.
        """
        look = self.sheet.look
        height = self.measure(block, left=left, has_panel=has_panel)
        self.keep_together(height)
        area, pad = self._find_area(left, has_panel=has_panel)
        if has_panel and height <= self.area.height:
            bottom = self.area.y0 + height - look.mm(0.6)
            self.page.box(Area(area.x0 - pad, self.area.y0, area.x1 + pad, bottom), fill=look.panel)
            self.go_below(self.area.y0 + pad)
        for item in block:
            if isinstance(item, Fact):
                self._write_fact(item, area)
            elif item.text.strip():
                self._write_piece(item, area)
        if has_panel:
            self.skip(_PAD)

    def measure(self, block: Block, *, left: float = 0.0, has_panel: bool = False) -> float:
        """Return the height of a block in mm."""
        area, pad = self._find_area(left, has_panel=has_panel)
        return sum(self._measure(item, area) for item in block) + 2 * pad

    def keep_together(self, height: float) -> None:
        """Turn the page where so many mm are not left, unless they would fill most of one."""
        if height > self.area.height and height <= self.full * _MOST_KEPT:
            self.turn()

    def _find_area(self, left: float, *, has_panel: bool) -> tuple[Area, float]:
        """Return where the texts of a block stand and how far its panel goes beyond them."""
        look = self.sheet.look
        pad = look.mm(_PAD) if has_panel else 0.0
        x0 = self.area.x0 + max(pad, look.mm(left))
        return self.area._replace(x0=x0, x1=self.area.x1 - pad), pad

    def _language(self, item: Piece | Fact) -> str:
        return self.sheet.language if item.is_ours else self.sheet.text_language

    def _measure(self, item: Piece | Fact, area: Area) -> float:
        if isinstance(item, Fact):
            value = self._value_area(area)
            told = item.value.strip() or self.missing
            label = self._set(item.name, "hint", self._label_width(), self.sheet.language)
            return max(self._set(told, "body", value.width, self._language(item)), label) + (
                self.sheet.look.mm(0.8)
            )
        if not item.text.strip():
            return 0.0
        height = self._set(item.text, item.style, area.width, self._language(item))
        return height + self.sheet.look.mm(item.after)

    def _set(self, text: str, style: str, width: float, language: str) -> float:
        return self.page.set_text(text[:4000], style, width, language=language).height

    def _label_width(self) -> float:
        return self.sheet.look.mm(_LABEL - 3)

    def _value_area(self, area: Area) -> Area:
        return area._replace(x0=area.x0 + self.sheet.look.mm(_LABEL))

    def _write_piece(self, item: Piece, area: Area) -> None:
        leading, rest, number = self.sheet.look.styles[item.style].leading, item.text, item.number
        language = self._language(item)
        while rest.strip():
            self.need(leading)
            y = self.area.y0
            part, rest = cut(
                self.page, rest.strip(), item.style, area.width, self.area.height, language
            )
            done = self.page.set_text(part, item.style, area.width, language=language)
            with self.page.tagged(item.role):
                if number:
                    room = area.x0 - self.area.x0
                    self.page.write(number, item.style, self.area.x0, y, room, role=None)
                below = self.page.put(done, area.x0, y, role=None, url=item.url)
            number = ""
            self.go_below(below)
        self.skip(item.after)

    def _write_fact(self, item: Fact, area: Area) -> None:
        look, page = self.sheet.look, self.page
        value, name, rest = self._value_area(area), item.name, item.value.strip()
        if not rest:
            self._write_gap(item, area)
            return
        while rest:
            label = page.set_text(name, "hint", self._label_width())
            self.need(label.height if name else look.styles["body"].leading)
            page, y = self.page, self.area.y0
            language = self._language(item)
            part, rest = cut(page, rest, "body", value.width, self.area.height, language)
            done = page.set_text(part, "body", value.width, language=language)
            with page.tagged("LI"):
                bottom = page.put(label, area.x0, y, role="Lbl") if name else y
                bottom = max(bottom, page.put(done, value.x0, y, role="LBody", url=item.url))
            name = ""
            self.go_below(bottom)
        self.skip(0.8)

    def _write_gap(self, item: Fact, area: Area) -> None:
        """Write that a fact is missing, with a line to write it on."""
        page, look = self.page, self.sheet.look
        label = page.set_text(item.name, "hint", self._label_width())
        self.need(label.height)
        page, y, value = self.page, self.area.y0, self._value_area(area)
        told = page.set_text(self.missing, "strong", value.width)
        with page.tagged("LI"):
            bottom = page.put(label, area.x0, y, role="Lbl")
            bottom = max(bottom, page.put(told, value.x0, y, role="LBody"))
        base = y + told.height - look.mm(1.2)
        page.line(value.x0 + told.width + look.mm(2), base, value.x1, base)
        self.go_below(bottom)
        self.skip(0.8)
