"""The row of phases above a path: arrows that lead from left to right, with their names."""

from collections.abc import Sequence

from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import write_in_place
from blueprint_editor.sheets.workshop.sheet import Sheet

_TIP = 3.0
_LINES = 2
_NARROW = 62.5
"""Width in percent of the narrowest face."""


def write_phases(
    sheet: Sheet,
    page: SheetPage,
    places: Sequence[Area],
    phases: Sequence[tuple[int, str]],
    *,
    is_large: bool,
) -> None:
    """Write an arrow into each place, dark where its phase has a name, else to be written on.

    ``is_large`` keeps short names in letters of full size.
    """
    look = page.look
    titles = [title for _, title in phases]
    narrowest = min(place.width for place in places) - look.mm(2 * _TIP + 8)
    small = page.find_style("note_strong", titles, narrowest, language=sheet.text_language)
    for place, (number, title) in zip(places, phases, strict=True):
        is_dark = bool(title.strip()) and not look.greyscale
        colour = "#FFFFFF" if is_dark else look.navy
        x1 = place.x1 - look.mm(0.6)
        _draw_arrow(page, place._replace(x1=x1), look.navy if is_dark else "#FFFFFF")
        with page.tagged("H2"):
            style = look.styles["heading"]._replace(colour=colour)
            digits = page.set_text(str(number), style, look.mm(12))
            left = place.x0 + look.mm(_TIP + 1.2)
            page.put(digits, left, (place.y0 + place.y1 - digits.height) / 2, role=None)
            left += digits.width + look.mm(1.6)
            right = max(x1 - look.mm(_TIP + 0.6), left + 1)
            room = place._replace(x0=left, x1=right)
            styles = [look.styles["strong"]] if is_large else []
            styles.append(small._replace(leading=small.size * 1.14))
            narrow = small.face._replace(width=_NARROW)
            styles.append(styles[-1]._replace(face=narrow))
            label = f"{sheet.kit.sheets['W5']['phases']} {number}"
            _write_name(
                sheet, page, room, title, label, [s._replace(colour=colour) for s in styles]
            )


def _draw_arrow(page: SheetPage, place: Area, fill: str) -> None:
    (x0, y0, x1, y1), tip = place, page.look.mm(_TIP)
    middle = (y0 + y1) / 2
    shape = Path(
        (
            ("M", x0, y0), ("L", x1 - tip, y0), ("L", x1, middle), ("L", x1 - tip, y1),
            ("L", x0, y1), ("L", x0 + tip, middle), ("Z",),
        ),
        fill,
        Stroke(page.look.navy, page.look.mm(0.4)),
    )  # fmt: skip
    page.draw([shape])


def _write_name(
    sheet: Sheet, page: SheetPage, room: Area, title: str, label: str, styles: Sequence[TextStyle]
) -> None:
    """Write a name in the first of the styles in which it takes two lines, else in the last."""
    language = sheet.text_language
    for number, style in enumerate(styles, 1):
        lines = _LINES if number < len(styles) - 1 else int(room.height / style.leading)
        done = page.set_text(title, style, room.width, language=language)
        if len(done.line_widths) <= lines:
            break
    height = min(done.height, lines * style.leading)
    top = (room.y0 + room.y1 - height) / 2
    write_in_place(
        sheet, page, room._replace(y0=top, y1=top + height), title, style, label=label,
        language=language, role=None,
    )  # fmt: skip
