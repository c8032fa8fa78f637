"""How sheets become a poster: the assembly guide with its map, and the one-sheet test print."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

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
from blueprint_editor.sheets.tiling import Tile, TilePlan

_A4 = 210.0
"""The shorter side of the paper that the sizes below are meant for."""
_TITLE, _SUBTITLE, _BODY, _CODE = 8.0, 4.4, 3.9, 4.6
"""Em sizes in mm."""
_LARGEST = 1.4
_MAP_SHARE = 0.58
"""Of a page's longer side."""
_LEAST_PART = 30.0
_LEAST_CODE = 1.5
_BAND_GAP, _MOST_BANDS, _WORTH_BANDS = 3.0, 8, 1.25
"""Between bands of the map of a long poster; how many may be, and what further ones must gain."""


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
    """Draw the poster small with all cuts and the sheets' names; return where it stands.

    One that is too long for that is drawn in bands under one another.
    """
    poster, plan = source.poster, page.plan
    bands = _choose_bands(poster, plan, box)
    scale = _scale_bands(poster, bands, box)
    left = box.x0 + (box.width - max(last - first for first, last in bands) * scale) / 2
    y = box.y0
    for first, last in bands:
        height = poster.height * scale
        drawn = Bounds(left, y, left + (last - first) * scale, y + height)
        _draw_band(page, source, drawn, (first, last), scale)
        y += height + _BAND_GAP
    words = source.terms.tiles.map.format(
        rows=plan.rows, columns=plan.columns, first=plan.tiles[0].code
    )
    page.tags.append(Tag("Figure", (Leaf("page", "map"),), words))
    return Bounds(left, box.y0, left + (bands[0][1] - bands[0][0]) * scale, y - _BAND_GAP)


_Band: TypeAlias = tuple[float, float]
"""Where a part of the poster begins and ends, in mm of its page."""


def _choose_bands(poster: Drawing, plan: TilePlan, box: Bounds) -> list[_Band]:
    """Return as many bands of whole sheets as make the map clearly larger, as few as can be."""
    edges = [0.0, *(cut.place for cut in plan.cuts if cut.axis == "x"), poster.width]
    best = [(0.0, poster.width)]
    for count in range(2, min(_MOST_BANDS, plan.columns) + 1):
        step = -(-plan.columns // count)
        ends = [*edges[:-1:step], poster.width]
        bands = list(pairwise(ends))
        if _scale_bands(poster, bands, box) > _scale_bands(poster, best, box) * _WORTH_BANDS:
            best = bands
    return best


def _scale_bands(poster: Drawing, bands: Sequence[_Band], box: Bounds) -> float:
    """Return mm of the map to 1 mm of the poster."""
    height = box.height - _BAND_GAP * (len(bands) - 1)
    widest = max(last - first for first, last in bands)
    return min(box.width / widest, height / (poster.height * len(bands)))


def _draw_band(page: _Page, source: TileSource, drawn: Bounds, band: _Band, scale: float) -> None:
    """Draw what is between two places of the poster, the cuts through it and its sheets' names."""
    plan, ink = page.plan, page.ink
    first, last = band
    seen = Bounds(first, 0.0, last, source.poster.height)
    ink.add("map", view_poster(drawn, seen, scale))
    lines: list[PathCommand] = []
    for cut in plan.cuts:
        if cut.axis == "y":
            y = drawn.y0 + cut.place * scale
            lines += [("M", drawn.x0, y), ("L", drawn.x1, y)]
        elif first < cut.place < last:
            x = drawn.x0 + (cut.place - first) * scale
            lines += [("M", x, drawn.y0), ("L", x, drawn.y1)]
    frame = Rectangle(drawn.x0, drawn.y0, drawn.width, drawn.height, None, Stroke(LINE, 0.3))
    if lines:
        # White beside the lines, so that they are seen on any ground.
        ink.add("map", Path(tuple(lines), None, Stroke(PAPER, 1.1)))
        ink.add("map", Path(tuple(lines), None, Stroke(LINE, 0.35)))
    ink.add("map", frame)
    for tile in plan.tiles:
        if first <= tile.own.x0 < last:
            middle = (tile.own.x0 + tile.own.x1) / 2 - first, (tile.own.y0 + tile.own.y1) / 2
            _add_code(page, tile, drawn.x0 + middle[0] * scale, drawn.y0 + middle[1] * scale, scale)


def _add_code(page: _Page, tile: Tile, x: float, y: float, scale: float) -> None:
    """Name a sheet around (x, y) on the map, as large as its part of it lets, if that is read."""
    wide, high = tile.own.width * scale, tile.own.height * scale
    em = max(min(_CODE * page.unit, wide * 0.3, high * 0.6), _LEAST_CODE)
    style = make_style(em, strong=True)
    width = page.ink.measure(tile.code, style)
    pad, height = style.size * 0.4, style.leading
    page.ink.add(
        "map",
        Rectangle(
            x - width / 2 - pad, y - height / 2, width + 2 * pad, height, PAPER,
            Stroke(LINE, min(0.25, style.size / 12)), height / 4,
        ),
    )  # fmt: skip
    page.ink.set_line("map", tile.code, style, x - width / 2, y - height / 2)


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
