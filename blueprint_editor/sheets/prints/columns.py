"""A column of a page: headings, texts and gaps below each other, its rest at the sheet's end."""

from blueprint_editor.drawing.drawing import TagRole
from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.codes import draw_code
from blueprint_editor.sheets.prints.flow import GAP
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import write_in_place, write_value
from blueprint_editor.sheets.workshop.sheet import Sheet

_SCANNED = ("http:", "https:", "mailto:", "tel:")
_RULES = 8.0
"""Between the lines to write on where something is missing, in mm on A4."""


class PageColumn:
    """Writes into ``area``, which is what is left of the column."""

    def __init__(self, sheet: Sheet, page: SheetPage, area: Area, *, colour: str = "") -> None:
        self.sheet, self.page, self.area = sheet, page, area
        self.colour = sheet.look.ink if sheet.look.greyscale else colour or sheet.look.navy

    @property
    def leading(self) -> float:
        return self.sheet.look.styles["body"].leading

    def skip(self, height: float) -> None:
        """Leave so many mm on A4 free."""
        y = self.area.y0 + self.sheet.look.mm(height)
        self.area = self.area._replace(y0=min(y, self.area.y1))

    def head(self, text: str, style: str = "large", role: TagRole = "H2") -> None:
        """Write a heading in the sheet's own words."""
        area, told = self.area, self.sheet.look.styles[style]._replace(colour=self.colour)
        y = self.page.write(text, told, area.x0, area.y0, area.width, role=role)
        self.area = area._replace(y0=min(y + self.sheet.look.mm(0.8), area.y1))

    def text(self, label: str, text: str, *, lines: int = 0) -> None:
        """Write a text of the document, in at most so many lines if told."""
        height = min(self.area.height, lines * self.leading + 0.1) if lines else self.area.height
        room = self.area._replace(y1=self.area.y0 + max(height, self.leading))
        before = len(self.sheet.rest)
        below = write_value(self.sheet, self.page, room, label, text.strip())
        # A text that is cut takes all of its room: below it stands where it goes on.
        y = room.y1 if len(self.sheet.rest) > before else below.y0
        self.area = self.area._replace(y0=min(y, self.area.y1))

    def gap(self, missing: str, rules: int = 2) -> None:
        """Write what is missing, with lines to write it on."""
        page, look, area = self.page, self.sheet.look, self.area
        y = page.write(f"{GAP} {missing}", "strong", area.x0, area.y0, area.width)
        pitch = look.mm(_RULES)
        for number in range(1, rules + 1):
            if y + number * pitch <= area.y1:
                page.line(area.x0, y + number * pitch, area.x1, y + number * pitch)
        self.area = area._replace(y0=min(y + rules * pitch + look.mm(1), area.y1))

    def text_or_gap(self, label: str, text: str, missing: str, *, lines: int = 0) -> None:
        """Write a text, or that it is missing."""
        if text.strip():
            self.text(label, text, lines=lines)
        else:
            self.gap(missing)

    def code(self, url: str, side: float, words: str, missing: str) -> None:
        """Draw the QR code of an address with the address below it, or the place for one."""
        page, area = self.page, self.area
        if not url.lower().startswith(_SCANNED):
            box = Area(area.x0, area.y0, area.x0 + side, area.y0 + side)
            page.box(box, dashed=True)
            inner = box.inset(self.sheet.look.mm(2))
            write_in_place(self.sheet, page, inner, f"{GAP} {missing}", "note_strong")
            self.area = area._replace(y0=min(box.y1, area.y1))
            return
        self.draw_code(url, side)
        y = page.write(words, "note_strong", area.x0, area.y0 + side, area.width)
        self.area = area._replace(y0=min(y, area.y1))
        self.address(words, url)

    def draw_code(self, url: str, side: float) -> None:
        """Draw the QR code of an address at the top of the column."""
        self.page.draw(draw_code(url, self.area.x0, self.area.y0, side))

    def address(self, label: str, url: str) -> None:
        """Write an address that leads there, at the end of the sheet if it has no room."""
        told = self.page.set_text(url, "note", self.area.width)
        if self.area.y0 + told.height > self.area.y1 + 0.1:
            self.sheet.keep_rest(label, url)
            return
        y = self.page.put(told, self.area.x0, self.area.y0, url=url)
        self.area = self.area._replace(y0=min(y, self.area.y1))

    def disc(self, number: str, size: float) -> None:
        """Draw a number in a disc at the left end of the column."""
        page, look, area = self.page, self.sheet.look, self.area
        page.draw([Rectangle(area.x0, area.y0, size, size, self.colour, None, size / 2)])
        style = look.styles["heading"]._replace(colour="#FFFFFF")
        digits = page.set_text(number, style, size, align="center")
        page.put(digits, area.x0, area.y0 + (size - digits.height) / 2, role=None)
