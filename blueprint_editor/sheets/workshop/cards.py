"""W13: cards to cut out: pictures, kinds, marks, feelings, actors and the document's own."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Primitive, Rectangle, Stroke
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.theme import lane_look
from blueprint_editor.model.records import Card
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.faces import draw_face
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import draw_cut_marks, rule, write_in_place, write_label
from blueprint_editor.sheets.workshop.sheet import Sheet

_WIDTH, _HEIGHT = 99.0, 70.0
_COLUMNS, _ROWS = 2, 4
_PICTURES = ("bridge", "door", "stairs", "light", "backpack", "knot", "cup", "compass")
_KINDS = ("customer", "frontstage", "backstage", "support")
_MARKS = ("critical_point", "solution", "wait", "transition", "question")
_FEELINGS = (2, 1, 0, -1, -2)


class _CutCard(NamedTuple):
    """A card: a picture above its word, or a code above a text.

    ``draw`` makes the picture for the middle and the size in mm; ``fill`` colours a stripe.
    """

    text: str
    draw: Callable[[float, float, float], Sequence[Primitive]] | None = None
    code: str = ""
    foot: str = ""
    stripe: str = ""
    is_ours: bool = True
    is_to_write_on: bool = False


def make_cards(sheet: Sheet) -> None:
    """Make a page of instructions and the cards of all sets."""
    page, area = sheet.open_with_guide()
    sets = [(name, cards) for name, cards in _list_sets(sheet) if cards]
    with page.tagged("L"):
        y = area.y0
        for number, (name, cards) in enumerate(sets, 1):
            line = area._replace(y0=y)
            with page.tagged("LI"), page.tagged("LBody"):
                y = write_label(page, line, f"{name} ({len(cards)})", number=number)
            y += page.look.mm(2)
    everything = (card for _, cards in sets for card in cards)
    for chunk in _chunk(everything, _COLUMNS * _ROWS):
        _write_page(sheet, chunk)


def _chunk(cards: Iterable[_CutCard], size: int) -> Iterable[list[_CutCard]]:
    rest = iter(cards)
    while chunk := list(islice(rest, size)):
        yield chunk


def _list_sets(sheet: Sheet) -> list[tuple[str, list[_CutCard]]]:
    words, look = sheet.words, sheet.look
    pictures = [
        _CutCard(name, _icon(f"picture.{key}", look.navy, share=0.92))
        for key, name in zip(_PICTURES, words.lists["pictures"], strict=True)
    ]
    kinds = [
        _CutCard(name, stripe=lane_look(look.theme, role, None).bar, is_to_write_on=True)
        for role, name in zip(_KINDS, words.lists["kinds"], strict=True)
    ]
    marks = [
        _CutCard(sheet.terms.marks[kind], _icon(kind, look.theme.marks[kind], share=0.62))
        for kind in _MARKS
    ]
    faces = [_CutCard(_tell_feeling(sheet, value), _face(value, look.ink)) for value in _FEELINGS]
    found = [
        (words["pictures"], pictures), (words["kinds"], kinds), (words["marks"], marks),
        (words["faces"], faces),
    ]  # fmt: skip
    if sheet.is_prefilled:
        actors = [
            _CutCard(actor.name, foot=actor.role, is_ours=False) for actor in sheet.document.actors
        ]
        own = [_make_own(sheet, card) for card in sheet.derived.reading_order]
        found += [(words["actors"], actors), (words["cards"], own)]
    return found


def _make_own(sheet: Sheet, card: Card) -> _CutCard:
    lane = next(lane for lane in sheet.document.lanes if lane.id == card.lane)
    names = {actor.id: actor.name for actor in sheet.document.actors}
    who = ", ".join(names[actor] for actor in card.actors)
    look = lane_look(sheet.look.theme, lane.role, lane.colour)
    return _CutCard(
        card.text, code=sheet.derived.card_codes[card.id], foot=who, stripe=look.bar, is_ours=False
    )


def _tell_feeling(sheet: Sheet, value: int) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{abs(value)} {sheet.terms.emotions[value]}"


def _icon(
    name: str, colour: str, share: float = 1.0
) -> Callable[[float, float, float], Sequence[Primitive]]:
    def draw(x: float, y: float, size: float) -> Sequence[Primitive]:
        side = size * share
        return draw_icon(name, x - side / 2, y - side / 2, side, colour)

    return draw


def _face(value: int, colour: str) -> Callable[[float, float, float], Sequence[Primitive]]:
    return lambda x, y, size: draw_face(x, y, size * 0.44, value, colour)


def _write_page(sheet: Sheet, cards: Sequence[_CutCard]) -> None:
    page, _ = sheet.open_page(banded=False)
    left = (page.size[0] - _WIDTH * _COLUMNS) / 2
    top = (page.size[1] - _HEIGHT * _ROWS) / 2
    whole = Area(left, top, left + _WIDTH * _COLUMNS, top + _HEIGHT * _ROWS)
    cells = whole.grid(_COLUMNS, _ROWS)
    with page.tagged("L"):
        for card, cell in zip(cards, cells, strict=False):
            page.begin_group(cell)
            with page.tagged("LI"), page.tagged("LBody"):
                _write_card(sheet, page, cell, card)
    page.begin_group()
    used = cells[: len(cards)]
    for cell in used:
        stroke = Stroke("#B9C0C8" if not page.look.greyscale else "#A0A0A0", 0.15)
        page.draw([Rectangle(cell.x0, cell.y0, cell.width, cell.height, None, stroke)])
    draw_cut_marks(page, [_hull(used)], length=3.6)
    _draw_middle_marks(page, used)


def _hull(cells: Sequence[Area]) -> Area:
    return Area(
        min(c.x0 for c in cells), min(c.y0 for c in cells),
        max(c.x1 for c in cells), max(c.y1 for c in cells),
    )  # fmt: skip


def _draw_middle_marks(page: SheetPage, cells: Sequence[Area]) -> None:
    """Draw the marks where cuts between cards meet the outer ones."""
    hull = _hull(cells)
    for x in {round(cell.x1, 3) for cell in cells} - {round(hull.x1, 3)}:
        page.line(x, hull.y0 - 3.6, x, hull.y0 - 1.0, width=0.2)
        page.line(x, hull.y1 + 1.0, x, hull.y1 + 3.6, width=0.2)
    for y in {round(cell.y1, 3) for cell in cells} - {round(hull.y1, 3)}:
        page.line(hull.x0 - 3.6, y, hull.x0 - 1.0, y, width=0.2)
        page.line(hull.x1 + 1.0, y, hull.x1 + 3.6, y, width=0.2)


def _write_card(sheet: Sheet, page: SheetPage, cell: Area, card: _CutCard) -> None:
    look = page.look
    language = "" if card.is_ours else sheet.text_language
    if card.stripe:
        page.draw([Rectangle(cell.x0, cell.y0, 4.0, cell.height, card.stripe)])
    inner = cell.inset(8.0, 6.0)
    if card.draw is not None:
        size = inner.height * 0.72
        page.draw(card.draw((cell.x0 + cell.x1) / 2, inner.y0 + size / 2, size))
        room = inner._replace(y0=inner.y0 + size + 1.5)
        write_in_place(sheet, page, room, card.text, "large", align="center", language=language)
        return
    if card.code:
        code = page.set_text(card.code, "numeral", inner.width)
        page.put(code, inner.x0, inner.y0)
        inner = inner._replace(y0=inner.y0 + code.height + 1.5)
    if card.foot:
        leading = look.styles["body"].leading
        lines = min(len(page.set_text(card.foot, "body", inner.width).line_widths), 2)
        foot = inner._replace(y0=inner.y1 - lines * leading)
        inner = inner._replace(y1=foot.y0 - 1.0)
    if card.is_to_write_on:
        y = page.write(card.text, "strong", inner.x0, inner.y0, inner.width)
        rule(page, inner._replace(y0=y))
        return
    style = "large" if len(card.text) < 110 else "body"
    write_in_place(sheet, page, inner, card.text, style, label=card.code, language=language)
    if card.foot:
        write_in_place(sheet, page, foot, card.foot, "body", label=card.code, language=language)
