"""W7: a situation with its causes at the left and its effects at the right."""

from collections.abc import Sequence

from blueprint_editor.drawing.primitives import Path, Rectangle, Stroke
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.model.records import CausalMap
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.causal_places import list_columns
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import arrow, write_field, write_in_place
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 108.0
_RETURNS = 14.0
"""Room in mm on A4 for the arrows that lead back, below the boxes."""
_SIGNS = {"plus": "+", "minus": "−"}


def make_causal_map(sheet: Sheet) -> None:
    """Make the sheet, empty or with the document's map."""
    page, area = sheet.open_with_guide(side=_SIDE)
    look = page.look
    area, foot = area.split_bottom(look.mm(26), look.gap)
    known = sheet.document.causal_map if sheet.is_prefilled else None
    page.begin_group(area)
    if known is not None and known.nodes:
        _write_map(sheet, page, area, known)
    else:
        _write_empty(sheet, page, area)
    page.begin_group(foot)
    _write_foot(sheet, page, foot)


def _write_empty(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    causes, middle, effects = area.columns([1.25, 0.9, 1.25], look.mm(12))
    for side, key in ((causes, "causes"), (effects, "effects")):
        page.box(side, dashed=True)
        inner = side.inset(look.mm(2.6), look.mm(2.0))
        page.write(words[key], "heading", inner.x0, inner.y0, inner.width, role="H2")
    height = middle.height * 0.4
    centre = middle._replace(
        y0=middle.y0 + (middle.height - height) / 2, y1=middle.y1 - (middle.height - height) / 2
    )
    write_field(sheet, page, centre, words["situation"], fill=look.panel)
    y = (centre.y0 + centre.y1) / 2
    gap = look.mm(1.5)
    arrow(page, [(causes.x1 + gap, y), (centre.x0 - gap, y)], width=0.9, colour=look.navy)
    arrow(page, [(centre.x1 + gap, y), (effects.x0 - gap, y)], width=0.9, colour=look.navy)


def _write_foot(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    signs, loops, point = area.columns([1.0, 1.2, 1.2], look.gap)
    room = write_field(sheet, page, signs, words["signs"], is_ruled=False)
    y = room.y0
    for sign, key in (("+", "plus"), ("−", "minus")):
        radius = look.styles["strong"].leading * 0.46
        middle = y + look.styles["body"].leading / 2
        left = room.x0 + look.mm(11)
        arrow(page, [(room.x0, middle), (left, middle)])
        with page.tagged("P"):
            _write_sign(page, left + look.mm(2) + radius, middle, sign)
            x = left + look.mm(4) + 2 * radius
            y = page.write(words[key], "body", x, y, room.x1 - x, role=None) + look.mm(1.2)
    write_field(sheet, page, loops, words["loops"])
    write_field(sheet, page, point, words["point"])


def _write_sign(page: SheetPage, x: float, y: float, sign: str) -> None:
    look = page.look
    radius = look.styles["strong"].leading * 0.46
    page.draw([Path(trace_circle(x, y, radius), "#FFFFFF", Stroke(look.ink, look.mm(0.3)))])
    text = page.set_text(sign, "strong", 2 * radius, align="center")
    page.put(text, x - radius, y - text.height / 2, role=None)


def _write_map(sheet: Sheet, page: SheetPage, area: Area, known: CausalMap) -> None:
    """Write the nodes in columns from cause to effect, and the arrows between them."""
    look = page.look
    texts = _find_texts(sheet, known)
    columns = list_columns(
        [node.id for node in known.nodes], [(a.source, a.target) for a in known.arrows]
    )
    boxes: dict[str, Area] = {}
    room, below = area.inset(look.mm(7.5), 0.0).split_bottom(look.mm(_RETURNS), 0.0)
    for column, nodes in zip(room.columns([1.0] * len(columns), look.mm(14)), columns, strict=True):
        heights = [_measure_node(sheet, page, column, texts[node]) for node in nodes]
        boxes.update(zip(nodes, _stack(column, heights, look.mm(8)), strict=True))
    returns = 0
    for link in known.arrows:
        source, target = boxes[link.source], boxes[link.target]
        if link.source != link.target and target.x0 < source.x0:
            returns += 1
            _draw_return(page, source, target, _SIGNS[link.sign], below, returns)
        elif link.source != link.target:
            _draw_link(page, source, target, _SIGNS[link.sign])
    with page.tagged("L"):
        for node, box in boxes.items():
            stroke = Stroke(look.navy, look.mm(0.35))
            page.draw(
                [Rectangle(box.x0, box.y0, box.width, box.height, "#FFFFFF", stroke, look.mm(1.6))]
            )
            inner = box.inset(look.mm(1.8), look.mm(1.2))
            with page.tagged("LI"), page.tagged("LBody"):
                write_in_place(
                    sheet, page, inner, texts[node], "body", language=sheet.text_language
                )
    _tell_links(sheet, page, known, texts)


def _find_texts(sheet: Sheet, known: CausalMap) -> dict[str, str]:
    cards = {card.id: card.text for card in sheet.document.cards}
    marks = {mark.id: mark.text for mark in sheet.document.marks}
    return {
        node.id: node.text or cards.get(node.card or "", "") or marks.get(node.mark or "", "")
        for node in known.nodes
    }


def _measure_node(sheet: Sheet, page: SheetPage, column: Area, text: str) -> float:
    look = page.look
    done = page.set_text(text, "body", column.width - look.mm(3.6), language=sheet.text_language)
    return min(done.height, column.height * 0.5) + look.mm(3.4)


def _stack(column: Area, heights: Sequence[float], gap: float) -> Sequence[Area]:
    """Return boxes below each other, all lower where they would be higher than the column."""
    gaps = gap * (len(heights) - 1)
    share = min(1.0, (column.height - gaps) / sum(heights))
    spare = (column.height - gaps - sum(heights) * share) / (len(heights) + 1)
    y = column.y0 + spare
    found = []
    for height in heights:
        found.append(column._replace(y0=y, y1=y + height * share))
        y += height * share + gap + spare
    return found


def _draw_link(page: SheetPage, source: Area, target: Area, sign: str) -> None:
    """Draw an arrow from the edge of one box to that of another, with its sign on it."""
    start, end = _find_edges(source, target)
    arrow(page, [start, end])
    _draw_sign(page, start[0] + (end[0] - start[0]) * 0.42, start[1] + (end[1] - start[1]) * 0.42,
               sign)  # fmt: skip


def _draw_return(
    page: SheetPage, source: Area, target: Area, sign: str, below: Area, number: int
) -> None:
    """Draw an arrow that leads back: between the columns and below all boxes."""
    step = page.look.mm(3.2)
    y = below.y0 + min(step * number, below.height)
    aside = page.look.mm(3.0 + 1.2 * (number - 1) % 4)
    x0, x1 = source.x1 + aside, target.x0 - aside
    y0, y1 = (source.y0 + source.y1) / 2, (target.y0 + target.y1) / 2
    arrow(page, [(source.x1, y0), (x0, y0), (x0, y), (x1, y), (x1, y1), (target.x0, y1)])
    _draw_sign(page, (x0 + x1) / 2, y, sign)


def _draw_sign(page: SheetPage, x: float, y: float, sign: str) -> None:
    look = page.look
    radius = look.styles["strong"].leading * 0.42
    pen = Stroke(look.ink, look.mm(0.45))
    half = radius * 0.5
    bar = Path((("M", x - half, y), ("L", x + half, y)), None, pen)
    page.draw([Path(trace_circle(x, y, radius), "#FFFFFF", Stroke(look.ink, look.mm(0.3))), bar])
    if sign == "+":
        page.draw([Path((("M", x, y - half), ("L", x, y + half)), None, pen)])


def _find_edges(source: Area, target: Area) -> tuple[tuple[float, float], tuple[float, float]]:
    middle = (source.y0 + source.y1) / 2, (target.y0 + target.y1) / 2
    if target.x0 >= source.x1:
        return (source.x1, middle[0]), (target.x0, middle[1])
    x = source.x0 + source.width * (0.35 if target.y0 > source.y0 else 0.65)
    if target.y0 >= source.y1:
        return (x, source.y1), (x, target.y0)
    return (x, source.y0), (x, target.y1)


def _tell_links(sheet: Sheet, page: SheetPage, known: CausalMap, texts: dict[str, str]) -> None:
    """Tell the arrows in words to those who do not see them."""
    verbs = {"plus": sheet.words["plus"], "minus": sheet.words["minus"]}
    told = [f"{texts[a.source]} {verbs[a.sign]}: {texts[a.target]}" for a in known.arrows]
    if told:
        dot = Path((("M", 0.0, 0.0), ("L", 0.01, 0.0)), None, Stroke("#FFFFFF", 0.01))
        page.figure(f"{sheet.words['signs']}. " + "; ".join(told), [dot])
