"""How sheets become a poster: the assembly guide with its map, and the one-sheet test print."""

from collections.abc import Sequence

from blueprint_editor.drawing.drawing import Drawing, Leaf, Tag
from blueprint_editor.drawing.primitives import Bounds, Path, PathCommand, Rectangle, Stroke
from blueprint_editor.sheets.tile_marks import LINE, RULE_LENGTH, draw_rule
from blueprint_editor.sheets.tile_sheets import add_rule, find_edge
from blueprint_editor.sheets.tile_source import (
    PAPER,
    QUIET,
    PageInk,
    TileSource,
    make_style,
    view_poster,
)
from blueprint_editor.sheets.tiling import TilePlan

_A4 = 210.0
"""The shorter side of the paper that the sizes below are meant for."""
_TITLE, _SUBTITLE, _BODY, _CODE = 8.0, 4.4, 3.9, 4.6
"""Em sizes in mm."""
_LARGEST = 1.4
_MAP_SHARE = 0.58
"""Of a page's longer side."""
_LEAST_PART = 30.0


class _Page:
    """A page that fills from the top: headings, lines, numbered steps."""

    def __init__(self, source: TileSource, plan: TilePlan) -> None:
        self.ink = PageInk(source)
        self.plan = plan
        self.unit = min(min(plan.width, plan.height) / _A4, _LARGEST)
        margin = plan.options.margin
        self.room = Bounds(margin, margin, plan.width - margin, plan.height - margin)
        self.tags: list[Tag] = []

    def add(self, role: str, words: str, em: float, box: Bounds, *, strong: bool = False) -> float:
        """Set a paragraph at the top of a box; return the y below it."""
        name = f"text:{len(self.tags)}"
        style = make_style(em * self.unit, strong=strong)
        height = self.ink.set_text(name, words, style, box.x0, box.y0, box.width)
        leaf = Leaf("page", name)
        self.tags.append(Tag("H1", (leaf,)) if role == "H1" else Tag("P", (leaf,)))
        return box.y0 + height

    def add_steps(self, steps: Sequence[str], box: Bounds) -> float:
        """Set numbered steps below each other; return the y below the last one."""
        style = make_style(_BODY * self.unit)
        strong = make_style(_BODY * self.unit, strong=True)
        indent = 6.5 * self.unit
        y = box.y0
        items = []
        for number, step in enumerate(steps, 1):
            label, body = f"number:{number}", f"step:{number}"
            self.ink.set_line(label, f"{number}.", strong, box.x0, y)
            y += self.ink.set_text(body, step, style, box.x0 + indent, y, box.width - indent)
            y += 1.6 * self.unit
            items.append(Tag("LI", (Tag("LBody", (Leaf("page", label), Leaf("page", body))),)))
        self.tags.append(Tag("L", tuple(items)))
        return y

    def measure_steps(self, steps: Sequence[str], width: float) -> float:
        style, indent = make_style(_BODY * self.unit), 6.5 * self.unit
        heights = (self.ink.measure_text(step, style, width - indent) for step in steps)
        return sum(height + 1.6 * self.unit for height in heights)

    def build(self, title: str) -> Drawing:
        size = self.plan.width, self.plan.height
        return self.ink.build("page", size, tuple(self.tags), title)


def draw_guide(source: TileSource, plan: TilePlan) -> Drawing:
    """Return the page that tells how the sheets are put together, with a map of them."""
    page, words = _Page(source, plan), source.terms.tiles
    room, title = page.room, f"{words.guide} {plan.tiles[0].poster}".strip()
    y = page.add("H1", title, _TITLE, room, strong=True) + 0.5 * page.unit
    y = page.add("P", source.poster.title, _SUBTITLE, room._replace(y0=y)) + 3 * page.unit
    steps = words.steps_to_do if plan.options.overlap else words.steps_without_glue
    if plan.width > plan.height:
        gap = 8.0 * page.unit
        middle = room.x0 + (room.width - gap) * _MAP_SHARE
        box, beside = Bounds(room.x0, y, middle, room.y1), Bounds(middle + gap, y, room.x1, room.y1)
        _add_map(page, source, box)
    else:
        facts = len(_list_facts(source, plan)) * _BODY * 1.35 * page.unit
        needed = page.measure_steps(steps, room.width) + facts + 8 * page.unit
        box = Bounds(room.x0, y, room.x1, max(room.y1 - needed, y + _LEAST_PART))
        drawn = _add_map(page, source, box)
        beside = room._replace(y0=drawn.y1 + 5 * page.unit)
    for fact in _list_facts(source, plan):
        beside = beside._replace(y0=page.add("P", fact, _BODY, beside) + 0.6 * page.unit)
    page.add_steps(steps, beside._replace(y0=beside.y0 + 3 * page.unit))
    add_rule(page.ink, source, plan)
    return page.build(title)


def _list_facts(source: TileSource, plan: TilePlan) -> list[str]:
    """Return what the sheets are: size, paper, glue, and whether cards are cut."""
    words, terms, poster = source.terms.tiles, source.terms, source.poster
    name = plan.options.paper.name
    orientation = words.orientations[plan.width > plan.height]
    facts = [
        words.finished.format(
            width=round(poster.width * plan.scale), height=round(poster.height * plan.scale)
        ),
        words.sheets.format(
            paper=name,
            orientation=orientation,
            count=terms.count("sheet", len(plan.tiles)),
            rows=plan.rows,
            columns=plan.columns,
        ),
    ]
    if plan.options.overlap:
        facts.append(words.glue_margin.format(terms.number(plan.options.overlap)))
    cards = dict.fromkeys(card for cut in plan.cuts for card in cut.cards)
    if cards:
        facts.append(words.cut.format(", ".join(source.codes.get(card, card) for card in cards)))
    elif plan.cuts:
        facts.append(words.whole)
    if labels := dict.fromkeys(label for cut in plan.cuts for label in cut.words):
        facts.append(words.cut_labels.format(", ".join(labels)))
    return facts


def _add_map(page: _Page, source: TileSource, box: Bounds) -> Bounds:
    """Draw the poster small with all cuts and the sheets' names; return where it stands."""
    poster, plan, ink = source.poster, page.plan, page.ink
    scale = min(box.width / poster.width, box.height / poster.height)
    left = box.x0 + (box.width - poster.width * scale) / 2
    drawn = Bounds(left, box.y0, left + poster.width * scale, box.y0 + poster.height * scale)
    whole = Bounds(0.0, 0.0, poster.width, poster.height)
    ink.add("map", view_poster(drawn, whole, scale))
    lines: list[PathCommand] = []
    for cut in plan.cuts:
        at = cut.place * scale
        if cut.axis == "x":
            lines += [("M", drawn.x0 + at, drawn.y0), ("L", drawn.x0 + at, drawn.y1)]
        else:
            lines += [("M", drawn.x0, drawn.y0 + at), ("L", drawn.x1, drawn.y0 + at)]
    frame = Rectangle(drawn.x0, drawn.y0, drawn.width, drawn.height, None, Stroke(LINE, 0.3))
    if lines:
        # White beside the lines, so that they are seen on any ground.
        ink.add("map", Path(tuple(lines), None, Stroke(PAPER, 1.1)))
        ink.add("map", Path(tuple(lines), None, Stroke(LINE, 0.35)))
    ink.add("map", frame)
    least = min(min(tile.own.width, tile.own.height) for tile in plan.tiles) * scale
    style = make_style(min(_CODE * page.unit, least * 0.4), strong=True)
    for tile in plan.tiles:
        width = ink.measure(tile.code, style)
        x = drawn.x0 + (tile.own.x0 + tile.own.x1) / 2 * scale
        y = drawn.y0 + (tile.own.y0 + tile.own.y1) / 2 * scale
        pad, high = style.size * 0.4, style.leading
        ink.add(
            "map",
            Rectangle(
                x - width / 2 - pad, y - high / 2, width + 2 * pad, high, PAPER,
                Stroke(LINE, 0.25), high / 4,
            ),
        )  # fmt: skip
        ink.set_line("map", tile.code, style, x - width / 2, y - high / 2)
    words = source.terms.tiles.map.format(
        rows=plan.rows, columns=plan.columns, first=plan.tiles[0].code
    )
    page.tags.append(Tag("Figure", (Leaf("page", "map"),), words))
    return drawn


def draw_test_print(source: TileSource, plan: TilePlan) -> Drawing:
    """Return the page to print first: two rules, the printable area, a part at actual size."""
    page, words = _Page(source, plan), source.terms.tiles
    ink, room, edge = page.ink, page.room, find_edge(plan)
    ink.add(
        "",
        Rectangle(
            edge, edge, plan.width - 2 * edge, plan.height - 2 * edge, None, Stroke(LINE, 0.3)
        ),
    )
    y = page.add("H1", words.test, _TITLE, room, strong=True) + 0.5 * page.unit
    y = page.add("P", words.true_size, _SUBTITLE, room._replace(y0=y)) + 2 * page.unit
    y = page.add_steps(words.test_steps, room._replace(y0=y)) + 3 * page.unit
    ink.add("", draw_rule(room.x0, y))
    label = make_style(3.0, colour=QUIET)
    ink.set_line("", f"{RULE_LENGTH:g} mm", label, room.x0 + RULE_LENGTH + 2, y - label.leading / 2)
    y += 5.0
    box = room._replace(y0=y)
    if box.height >= RULE_LENGTH:
        ink.add("", draw_rule(room.x0 + 1.2, y, upright=True))
        box = box._replace(x0=room.x0 + 6.0)
    if box.height >= _LEAST_PART:
        ink.add("part", view_poster(*_choose_part(source.poster, plan, box), plan.scale))
        page.tags.append(Tag("Figure", (Leaf("page", "part"),), words.test_part))
    return page.build(words.test)


def _choose_part(poster: Drawing, plan: TilePlan, box: Bounds) -> tuple[Bounds, Bounds]:
    """Return a box and the part of the poster for it: around the card nearest to the middle."""
    scale, dx, dy = poster.fit
    cards = [placed.bounds for placed in poster.placed if placed.group.kind == "card"]
    middles = [
        ((box.x0 + box.x1) / 2 * scale + dx, (box.y0 + box.y1) / 2 * scale + dy) for box in cards
    ]
    centre = poster.width / 2, poster.height / 2
    x, y = min(
        middles, key=lambda at: (at[0] - centre[0]) ** 2 + (at[1] - centre[1]) ** 2, default=centre
    )
    wide = min(box.width / plan.scale, poster.width)
    high = min(box.height / plan.scale, poster.height)
    left = min(max(x - wide / 2, 0.0), poster.width - wide)
    top = min(max(y - high / 2, 0.0), poster.height - high)
    shown = Bounds(box.x0, box.y0, box.x0 + wide * plan.scale, box.y0 + high * plan.scale)
    return shown, Bounds(left, top, left + wide, top + high)
