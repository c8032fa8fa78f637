"""W13: cards to cut out: pictures, kinds, marks, feelings, actors and the document's own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Primitive, Rectangle, Stroke
from blueprint_editor.layout.actor_sign import ActorSign, find_actor_signs
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.layout.theme import RoleLook, lane_look
from blueprint_editor.model.records import Card
from blueprint_editor.sheets.workshop.actor_chip import draw_chip
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip
from blueprint_editor.sheets.workshop.faces import draw_face
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import (
    arrow,
    draw_cut_marks,
    rule,
    write_field,
    write_in_place,
    write_label,
)
from blueprint_editor.sheets.workshop.sheet import Sheet

_WIDTH, _HEIGHT = 99.0, 70.0
_COLUMNS, _ROWS = 2, 4
_BAR, _SIGN, _CHIP = 4.0, 13.0, 6.4
"""In mm: the coloured edge, the sign of a kind of mark, and the height of an actor's line."""
_MOST_LINES = 5
_NARROW = 75.0
"""Width in percent of the face of a name that is too long."""
_PLACES, _PLACE_HEIGHT, _PLACE_GAP = 6, 15.0, 6.0
"""Codes in a row, and their places in mm on A4."""
_PICTURES = ("bridge", "door", "stairs", "light", "backpack", "knot", "cup", "compass")
_KINDS = ("customer", "frontstage", "backstage", "support")
_MARKS = ("critical_point", "solution", "wait", "transition", "question")
_FEELINGS = (2, 1, 0, -1, -2)


class _CutCard(NamedTuple):
    """A card to cut out.

    Attributes:
        text: its word or text.
        draw: makes a picture for a middle and a size in mm.
        code: in front of the text.
        foot: quiet words, below an actor's name or beside a code.
        signs: of actors at the bottom, in place of words.
        bar, tint: colours of its left edge and of all of it.
        has_lines: there is room to write on.
    """

    text: str
    draw: Callable[[float, float, float], Sequence[Primitive]] | None = None
    code: str = ""
    foot: str = ""
    signs: tuple[ActorSign, ...] = ()
    bar: str = ""
    tint: str = ""
    is_ours: bool = True
    has_lines: bool = False


def make_cards(sheet: Sheet) -> None:
    """Make a page of instructions and the cards of all sets."""
    page, area = sheet.open_with_guide()
    sets = [(name, cards) for name, cards in _list_sets(sheet) if cards]
    _write_order(sheet, page, _write_sets(page, area, sets))
    everything = [card for _, cards in sets for card in cards]
    # The last page is filled up with cards for what nobody thought of.
    everything += [_CutCard("", has_lines=True)] * (-len(everything) % (_COLUMNS * _ROWS))
    for chunk in _chunk(everything, _COLUMNS * _ROWS):
        _write_page(sheet, chunk)


def _write_sets(
    page: SheetPage, area: Area, sets: Sequence[tuple[str, Sequence[_CutCard]]]
) -> Area:
    """Write which sets there are; return what is left below."""
    columns, rows = area.columns([1.0, 1.0], page.look.gap), -(-len(sets) // 2)
    lowest = y = area.y0
    with page.tagged("L"):
        for number, (name, cards) in enumerate(sets, 1):
            column = columns[(number - 1) // rows]
            y = column.y0 if number == rows + 1 else y
            line = column._replace(y0=y)
            with page.tagged("LI"), page.tagged("LBody"):
                y = write_label(page, line, f"{name} ({len(cards)})", number=number)
            y += page.look.mm(2)
            lowest = max(lowest, y)
    return area._replace(y0=lowest + page.look.mm(2))


def _write_order(sheet: Sheet, page: SheetPage, area: Area) -> None:
    """Write places for the codes in the order that a group finds, each leading to the next."""
    look = page.look
    room = write_field(sheet, page, area, sheet.words["order"], is_ruled=False)
    room = room._replace(y0=room.y0 + look.mm(2))
    rows = int((room.height + _PLACE_GAP) // (_PLACE_HEIGHT + _PLACE_GAP))
    for row in room.rows([1.0] * max(rows, 1), look.mm(_PLACE_GAP)):
        places = row.columns([1.0] * _PLACES, look.mm(_PLACE_GAP))
        for number, place in enumerate(places):
            page.box(place, radius=1.2)
            if number + 1 < len(places):
                y = (place.y0 + place.y1) / 2
                ends = [(place.x1 + look.mm(0.7), y), (place.x1 + look.mm(_PLACE_GAP - 0.7), y)]
                arrow(page, ends, width=0.35, colour=look.rule)


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
        _in_colours(sheet, lane_look(look.theme, role, None), _CutCard(name, has_lines=True))
        for role, name in zip(_KINDS, words.lists["kinds"], strict=True)
    ]
    marks = [
        _CutCard(
            sheet.terms.marks[kind], _icon(kind, look.theme.marks[kind], share=0.62),
            has_lines=True,
        )
        for kind in _MARKS
    ]  # fmt: skip
    faces = [_CutCard(_tell_feeling(sheet, value), _face(value, look.ink)) for value in _FEELINGS]
    found = [
        (words["pictures"], pictures), (words["kinds"], kinds), (words["marks"], marks),
        (words["faces"], faces),
    ]  # fmt: skip
    if sheet.is_prefilled:
        signs = find_actor_signs(sheet.document.actors, look.greyscale)
        actors = [
            _CutCard(
                actor.name, foot=actor.role, signs=(signs[actor.id],),
                bar=signs[actor.id].colour, is_ours=False,
            )
            for actor in sheet.document.actors
        ]  # fmt: skip
        own = [_make_own(sheet, card, signs) for card in sheet.derived.reading_order]
        found += [(words["actors"], actors), (words["cards"], own)]
    return found


def _in_colours(sheet: Sheet, lane: RoleLook, card: _CutCard) -> _CutCard:
    return card._replace(bar=lane.bar, tint="" if sheet.look.greyscale else lane.tint)


def _make_own(sheet: Sheet, card: Card, signs: Mapping[str, ActorSign]) -> _CutCard:
    lane = next(lane for lane in sheet.document.lanes if lane.id == card.lane)
    look = lane_look(sheet.look.theme, lane.role, lane.colour)
    cut_card = _CutCard(
        card.text, code=sheet.derived.card_codes[card.id], foot=lane.name,
        signs=tuple(signs[actor] for actor in card.actors), is_ours=False,
    )  # fmt: skip
    return _in_colours(sheet, look, cut_card)


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
    if card.tint:
        page.draw([Rectangle(cell.x0, cell.y0, cell.width, cell.height, card.tint)])
    if card.bar:
        page.draw([Rectangle(cell.x0, cell.y0, _BAR, cell.height, card.bar)])
    inner = cell.inset(8.0, 6.0)
    if card.has_lines:
        _write_head_and_lines(page, inner, card)
    elif card.draw is not None:
        size = inner.height * 0.72
        page.draw(card.draw((cell.x0 + cell.x1) / 2, inner.y0 + size / 2, size))
        room = inner._replace(y0=inner.y0 + size + 1.5)
        write_in_place(sheet, page, room, card.text, "large", align="center")
    elif card.code:
        _write_own(sheet, page, inner, card)
    else:
        _write_actor(sheet, page, inner, card)


def _write_head_and_lines(page: SheetPage, area: Area, card: _CutCard) -> None:
    """Write a word, its sign before it, and lines for what people find."""
    left, line = area.x0, page.look.styles["large"].leading
    if card.draw is not None:
        page.draw(card.draw(left + _SIGN / 2, area.y0 + line / 2, _SIGN / 0.62))
        left += _SIGN + 3.0
    page.write(card.text, "large", left, area.y0, area.x1 - left)
    rule(page, area._replace(y0=area.y0 + line))


def _write_own(sheet: Sheet, page: SheetPage, area: Area, card: _CutCard) -> None:
    """Write a card of the document: its code, its text as large as it has room for, and who."""
    language = sheet.text_language
    code = page.set_text(card.code, "numeral", area.width)
    page.put(code, area.x0, area.y0)
    width = area.width - code.width - 4.0
    lane = clip(page, card.foot, "note", width, 1, language)
    told = page.set_text(lane, "note", width, language=language, align="right")
    page.put(told, area.x1 - width, area.y0 + (code.height - told.height) / 2)
    room, foot = area, area
    if card.signs:
        is_long = any(_is_long(sheet, page, sign, area.width) for sign in card.signs)
        rows = 2 if len(card.signs) > 1 or is_long else 1
        room, foot = area.split_bottom(_CHIP * rows, 1.0)
    room = room._replace(y0=area.y0 + code.height + 1.5)
    style = next((style for style in _sizes(page) if _fits(page, card.text, style, room)), "body")
    write_in_place(sheet, page, room, card.text, style, label=card.code, language=language)
    _write_chips(sheet, page, foot, card)


def _sizes(page: SheetPage) -> list[TextStyle]:
    """Return the look of a card's text, the largest first."""
    style = page.look.styles["large"]
    return [
        style._replace(size=style.size * share, leading=style.leading * share)
        for share in (1.25, 1.1, 1.0)
    ]


def _fits(page: SheetPage, text: str, style: TextStyle, room: Area) -> bool:
    done = page.set_text(text, style, room.width)
    return done.height <= room.height and len(done.line_widths) <= _MOST_LINES


def _is_long(sheet: Sheet, page: SheetPage, sign: ActorSign, width: float) -> bool:
    """Tell whether an actor's name needs two lines beside its sign."""
    room = width - _CHIP * 2
    return len(page.set_text(sign.name, "body", room, language=sheet.text_language).line_widths) > 1


def _write_chips(sheet: Sheet, page: SheetPage, area: Area, card: _CutCard) -> None:
    """Write who delivers, each actor's sign before the name; the rest where there is no room."""
    look, y, language = page.look, area.y0, sheet.text_language
    for number, sign in enumerate(card.signs):
        row = area._replace(y0=y, y1=y + _CHIP)
        is_last = row.y1 + _CHIP > area.y1 + 0.01
        names = ", ".join(told.name for told in card.signs[number:]) if is_last else sign.name
        width = draw_chip(page, sign, row, look.styles["note_strong"])
        bottom = area.y1 if is_last or len(card.signs) == 1 else row.y1
        room = row._replace(x0=row.x0 + width + 1.8, y1=bottom)
        body = look.styles["body"]
        is_short = _fits(page, names, body, room)
        note = look.styles["note"]
        style = body if is_short else note._replace(face=note.face._replace(width=_NARROW))
        room = room._replace(y0=room.y0 + (_CHIP - style.leading) / 2)
        write_in_place(sheet, page, room, names, style, label=card.code, language=language)
        if is_last:
            return
        y = row.y1


def _write_actor(sheet: Sheet, page: SheetPage, area: Area, card: _CutCard) -> None:
    """Write an actor's card: sign and name, and below them what the actor does."""
    look = page.look
    head, below = area.split_top(16.0, 3.0)
    style = look.styles["title"]
    width = draw_chip(page, card.signs[0], head, style._replace(leading=15.0))
    room = head._replace(x0=head.x0 + width + 4.0)
    style = look.styles["large"]
    done = page.set_text(card.text, style, room.width, language=sheet.text_language)
    if len(done.line_widths) > 2:
        style = look.styles["strong"]
        done = page.set_text(card.text, style, room.width, language=sheet.text_language)
    height = min(done.height, 3 * style.leading)
    middle = (head.y0 + head.y1) / 2
    room = room._replace(y0=middle - height / 2, y1=middle + height / 2)
    write_in_place(sheet, page, room, card.text, style, language=sheet.text_language)
    write_in_place(
        sheet, page, below, card.foot, "body", label=card.text, language=sheet.text_language
    )
