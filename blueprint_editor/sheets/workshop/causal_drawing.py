"""A document's causal map on a page: the drawing of its view, with what it says to a reader."""

from collections.abc import Mapping, Sequence
from typing import Final

from blueprint_editor.drawing.drawing import Leaf
from blueprint_editor.drawing.primitives import Path, Primitive, Stroke
from blueprint_editor.language.causal_words import CausalWords, find_causal_words
from blueprint_editor.layout.causal import MapPlan, MapWish, plan_map
from blueprint_editor.layout.causal.ink import draw_arrow, draw_badge, draw_box, trace_sign
from blueprint_editor.layout.theme import RED
from blueprint_editor.model.causal import Loop, find_loops, find_map, find_node_texts
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet

_LARGEST: Final = 1.4
"""A small map is not made larger than this, beside the other texts of its sheet."""


class PageMap:
    """The document's map on a page; what it covers at unit 1 is known before it is drawn."""

    def __init__(self, sheet: Sheet, page: SheetPage) -> None:
        self._sheet, self._page = sheet, page
        self._wish = MapWish(
            sheet.document, sheet.derived, find_causal_words(sheet.language), sheet.terms,
            greyscale=page.look.greyscale,
        )  # fmt: skip
        self._size = plan_map(self._wish, page.typesetter).area

    def find_height(self, width: float) -> float:
        """Return the height in mm that the map can make use of in an area of a width."""
        return self._size.height * self._fit_across(width)

    def _fit_across(self, width: float) -> float:
        return min(width / max(self._size.width, 1.0), _LARGEST * self._page.look.unit)

    def find_unit(self, area: Area) -> float:
        """Return the factor on the map's sizes at which it fills an area."""
        return min(self._fit_across(area.width), area.height / max(self._size.height, 1.0))

    def draw(self, area: Area) -> None:
        """Draw the map as large as it fits into an area."""
        wish = self._wish._replace(unit=self.find_unit(area))
        plan = plan_map(wish, self._page.typesetter)
        dx = (area.x0 + area.x1) / 2 - (plan.area.x0 + plan.area.x1) / 2
        dy = (area.y0 + area.y1) / 2 - (plan.area.y0 + plan.area.y1) / 2
        _Painter(self._sheet, self._page, plan, (dx, dy)).paint(self._wish.words)


class _Painter:
    """Puts a plan on a page; arrows lie below boxes but are told with the node they leave."""

    def __init__(
        self, sheet: Sheet, page: SheetPage, plan: MapPlan, shift: tuple[float, float]
    ) -> None:
        self._sheet, self._page, self._plan, self._shift = sheet, page, plan, shift

    def paint(self, words: CausalWords) -> None:
        page, plan = self._page, self._plan
        arrows = {key: page.ink(self._move(draw_arrow(plan, a))) for key, a in plan.arrows.items()}
        for node in plan.nodes.values():
            page.draw(self._move(draw_box(plan, node)))
        with page.tagged("L"):
            for key in plan.nodes:
                with page.tagged("LI"), page.tagged("LBody"):
                    self._write_node(key)
                    self._tell_arrows(key, arrows, words)
        for loop in plan.loops:
            if loop.middle is not None:
                page.draw(self._move(draw_badge(plan, loop)))
                x, y = loop.middle[0] + self._shift[0], loop.middle[1] + self._shift[1]
                half = loop.text.width / 2, loop.text.height / 2
                page.draw(loop.text.placed_at(x - half[0], y - half[1]))

    def _move(self, shapes: Sequence[Primitive]) -> tuple[Primitive, ...]:
        return tuple(shape.moved(*self._shift) for shape in shapes)

    def _write_node(self, key: str) -> None:
        node = self._plan.nodes[key]
        x, y = self._plan.find_text_place(key)
        x, y = x + self._shift[0], y + self._shift[1]
        if node.note is not None:
            self._page.put(node.note, x, y - node.note.height)
        self._page.put(node.text, x, y)

    def _tell_arrows(self, key: str, inks: Mapping[str, Leaf], words: CausalWords) -> None:
        for arrow_id, planned in self._plan.arrows.items():
            arrow = planned.arrow
            if arrow.source == key:
                told = words.arrow.format(
                    source=self._plan.nodes[key].said,
                    verb=words.verb(arrow.sign),
                    target=self._plan.nodes[arrow.target].said,
                )
                self._page.tell(told, inks[arrow_id])


def list_loops(sheet: Sheet) -> tuple[str, ...]:
    """Return each loop in a line of words, and at the end whether there are more."""
    words, texts = find_causal_words(sheet.language), find_node_texts(sheet.document)
    loops = find_loops(find_map(sheet.document))
    told = tuple(tell_loop(loop, words, texts) for loop in loops.found)
    return told if loops.is_complete else (*told, words.more)


def tell_loop(loop: Loop, words: CausalWords, texts: Mapping[str, str]) -> str:
    """Return a loop's name, kind and way in words."""
    way = " → ".join(" ".join(texts[node].split()) for node in (*loop.nodes, loop.nodes[0]))
    return words.loop.format(
        name=words.name_loop(loop.number, is_reinforcing=loop.is_reinforcing),
        kind=words.name_kind(is_reinforcing=loop.is_reinforcing),
        way=way,
    )


def explain_signs(page: SheetPage, room: Area, plus: str, minus: str) -> float:
    """Write what the two signs on arrows mean, below each other; return the y below."""
    look = page.look
    radius = look.styles["strong"].leading * 0.46
    y = room.y0
    for word, is_plus in ((plus, True), (minus, False)):
        middle = y + look.styles["body"].leading / 2
        colour = look.ink if is_plus or look.greyscale else RED
        left = room.x0 + look.mm(14)
        dash = () if is_plus else (look.mm(2.2), look.mm(1.3))
        with page.tagged("P"):
            page.line(room.x0, middle, left, middle, width=0.6, colour=colour, dash=dash)
            head = look.mm(3.2)
            page.draw([Path(
                (("M", left + head, middle), ("L", left, middle - head * 0.42),
                 ("L", left, middle + head * 0.42), ("Z",)), colour)])  # fmt: skip
            at = (left + head + look.mm(2.4) + radius, middle)
            page.draw(trace_sign(at, radius, Stroke(colour, look.mm(0.35)), is_plus=is_plus))
            x = at[0] + radius + look.mm(2)
            y = page.write(word, "body", x, y, room.x1 - x, role=None) + look.mm(1.2)
    return y
