"""W11: two paths side by side, phase by phase, and the general path between them."""

from collections.abc import Sequence

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.model.alignment import AlignedRow, align_paths
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import write_field, write_in_place
from blueprint_editor.sheets.workshop.path_lanes import list_phase_pages
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 124.0
_ROWS = (
    ("path_a", "a", 1.0), ("", "compare", 0.42), ("general", "card", 1.2),
    ("", "left_out", 0.5), ("path_b", "b", 1.0),
)  # fmt: skip
"""(key of the band's name, key of what is written there, weight of its height)."""


def make_merge_sheet(sheet: Sheet) -> None:
    """Make the sheet with the document's phases, filled in with the cards of its first paths."""
    for phases in list_phase_pages(sheet):
        page, area = sheet.open_with_guide(side=_SIDE)
        look = page.look
        area, foot = area.split_bottom(look.mm(26), look.gap)
        _write_bands(sheet, page, area, phases)
        page.begin_group(foot)
        critical, missing = foot.columns([1.0, 1.0], look.gap)
        write_field(sheet, page, critical, sheet.words["critical"])
        write_field(sheet, page, missing, sheet.words["missing"])


def _write_bands(
    sheet: Sheet, page: SheetPage, area: Area, phases: Sequence[tuple[int, str]]
) -> None:
    look, words = page.look, sheet.words
    head, body = area.split_top(look.mm(12), look.mm(1))
    label_width = look.mm(36)
    _write_phases(sheet, page, head, label_width, phases)
    rows = body.rows([weight for _, _, weight in _ROWS], look.mm(1.2))
    for row, (band, key, _) in zip(rows, _ROWS, strict=True):
        page.begin_group(row)
        fill = look.panel if band == "general" else None
        label, cells = row.split_left(label_width)
        if fill:
            page.draw([Rectangle(row.x0, row.y0, row.width, row.height, fill)])
        page.box(row, radius=0.0)
        inner = label.inset(look.mm(1.8), look.mm(1.4))
        y = page.write(words[band], "large", inner.x0, inner.y0, inner.width) if band else inner.y0
        told = words[key].removeprefix("A: ").removeprefix("B: ")
        told = told[0].upper() + told[1:]
        page.write(told, "body", inner.x0, y, inner.width)
        for cell, (number, _) in zip(cells.columns([1.0] * len(phases)), phases, strict=True):
            page.line(cell.x0, row.y0, cell.x0, row.y1, width=0.2)
            text = _find_known(sheet, key, number)
            if text:
                room = cell.inset(look.mm(1.2), look.mm(1.0))
                name = f"{words[band or key]}, {words['phase']} {number}"
                write_in_place(
                    sheet, page, room, text, "body", label=name, language=sheet.text_language
                )


def _write_phases(
    sheet: Sheet, page: SheetPage, head: Area, label_width: float,
    phases: Sequence[tuple[int, str]],
) -> None:  # fmt: skip
    look = page.look
    label, cells = head.split_left(label_width)
    page.write(sheet.words["phase"], "strong", label.x0 + look.mm(1.8), head.y0, label.width)
    for cell, (number, name) in zip(cells.columns([1.0] * len(phases)), phases, strict=True):
        room = cell._replace(x0=cell.x0 + look.mm(1.0), x1=cell.x1 - look.mm(3))
        digits = page.set_text(str(number), "heading", look.mm(12))
        with page.tagged("H2"):
            page.put(digits, room.x0, room.y0, role=None)
            room = room._replace(x0=room.x0 + digits.width + look.mm(1.5))
            if name:
                write_in_place(
                    sheet, page, room, name, "strong", label=sheet.words["phase"],
                    language=sheet.text_language, role=None,
                )  # fmt: skip
            else:
                page.line(room.x0, room.y1, room.x1, room.y1)


def _find_known(sheet: Sheet, key: str, number: int) -> str:
    """Return what the customers' cards of a phase tell on the first two paths.

    Cards that tell the same on both stand in the general path, as the program proposes it.
    """
    document = sheet.document
    if not sheet.is_prefilled or number > len(document.phases) or not document.variants:
        return ""
    first, second = document.variants[0].id, document.variants[:2][-1].id
    phase = document.phases[number - 1].id
    steps = {step.id for step in sheet.derived.steps_of_phase[phase]}
    lanes = {lane.id for lane in document.lanes if lane.role == "customer"}
    rows = [
        row
        for row in align_paths(document, first, second)
        if row.lane in lanes and row.step in steps
    ]
    if key == "compare":
        return _count_alike(sheet, rows) if first != second else ""
    cards = sheet.derived.cards
    is_general = key == "card"
    wanted = [
        row.second if key == "b" else row.first
        for row in rows
        if key in {"a", "b"} or (is_general and row.likeness in {"shared", "common"})
    ]
    return "\n".join(cards[card].text for card in wanted if card is not None)


def _count_alike(sheet: Sheet, rows: Sequence[AlignedRow]) -> str:
    """Return how many cards are the same, different, or only on one path, in the kit's words."""
    kinds = (("shared", "common"), ("different",), ("only_first", "only_second"))
    words = sheet.words["compare"].lower().split(" / ")
    counts = (sum(row.likeness in kind for row in rows) for kind in kinds)
    told = [f"{word}: {count}" for word, count in zip(words, counts, strict=False) if count]
    return "\n".join(told)
