"""Named texts in rows beside each other; what is missing shows as a place to write."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.sheets.prints.flow import GAP, Flow
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import cut

_PAD_X, _PAD_Y = 3.0, 2.4
_GAP_LINES, _LEAST_GAP_LINES = 3, 2
_MOST = 0.42
"""Share of a page that a row may take; what is more goes on at the end of the sheet."""


class Field(NamedTuple):
    """A label in the sheet's words and a text of the document; empty = missing."""

    label: str
    text: str


def write_fields(
    flow: Flow, fields: Sequence[Field], *, colour: str = "", share: float = 1.0
) -> None:
    """Write a row of fields as high as its longest text.

    Args:
        flow: where to.
        fields: beside each other, equally wide.
        colour: of the bar at the left of each; the look's own if empty.
        share: of the usual distances, and of the room to write what is missing.
    """
    look = flow.sheet.look
    pad_x, pad_y = look.mm(_PAD_X), look.mm(_PAD_Y * share)
    width = flow.area.columns([1.0] * len(fields), look.gap)[0].width - 2 * pad_x
    head = max(flow.page.set_text(field.label, "note_strong", width).height for field in fields)
    body = max(_measure(flow, field, width, share) for field in fields)
    body = min(body, flow.full * _MOST)
    row = flow.take(head + body + 2 * pad_y, look.mm(3.0 * share))
    bar = "" if look.greyscale else colour
    for field, cell in zip(fields, row.columns([1.0] * len(fields), look.gap), strict=True):
        flow.page.box(cell, fill=look.panel)
        flow.page.line(
            cell.x0 + look.mm(0.5), cell.y0, cell.x0 + look.mm(0.5), cell.y1, width=1.0,
            colour=bar or look.navy,
        )  # fmt: skip
        _write_field(flow, field, cell.inset(pad_x, pad_y), head)


def _measure(flow: Flow, field: Field, width: float, share: float) -> float:
    if not field.text.strip():
        return flow.sheet.look.styles["body"].leading * max(_LEAST_GAP_LINES, _GAP_LINES * share)
    language = flow.sheet.text_language
    return flow.page.set_text(field.text[:4000], "body", width, language=language).height


def _write_field(flow: Flow, field: Field, area: Area, head: float) -> None:
    page, sheet, look = flow.page, flow.sheet, flow.sheet.look
    with page.tagged("Sect"):
        page.write(field.label, "note_strong", area.x0, area.y0, area.width, role="H3")
        y = area.y0 + head
        if not field.text.strip():
            told = page.set_text(flow.missing or GAP, "strong", area.width)
            page.put(told, area.x0, y)
            base = area.y1 - look.mm(0.8)
            page.line(area.x0, base, area.x1, base)
            return
        language = sheet.text_language
        part, rest = cut(page, field.text, "body", area.width, area.y1 - y, language)
        if rest:
            lines = look.styles["body"].leading
            part, rest = cut(page, field.text, "body", area.width, area.y1 - y - lines, language)
            page.write(f"→ {sheet.kit.continues}", "note", area.x0, area.y1 - lines, area.width)
            sheet.keep_rest(field.label, rest)
        page.write(part, "body", area.x0, y, area.width, language=language)
