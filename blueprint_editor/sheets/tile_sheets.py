"""The sheets of a tiled poster as pages: a part of the poster, marks around it, words beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Leaf, Tag
from blueprint_editor.drawing.primitives import Bounds, Inset, Path, Rectangle, Stroke
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.sheets.tile_marks import (
    RULE_LENGTH,
    SheetPlace,
    draw_arrow,
    draw_marks,
    draw_rule,
    hatch,
    list_glue_strips,
    spare_seam,
)
from blueprint_editor.sheets.tile_source import (
    PAPER,
    QUIET,
    PageInk,
    Stretch,
    TileSource,
    list_names,
    make_style,
    view_poster,
)
from blueprint_editor.sheets.tiling import Tile, TilePlan

_KEY = "sheet"
_MARKS = 3.1
"""What crop and register marks take of a margin, next to what the sheet shows."""
_GLUE_PITCH = 75.0
"""About how far apart the words on a glue margin stand."""
_GLUE_EM = 2.6
_LABEL_EM = (2.9, 2.4)
"""Of repeated labels, the second where the first is too large."""
_LEAST_SEEN = 7.0
"""Less of a lane or step, in mm of the sheet, needs no label."""
_GAP = 2.0
_NEIGHBOUR = 13.0
"""Room for the code of a sheet above or below, at the right end of a margin."""
_COMMON, _HATCHING = "common", "hatching"
"""Names of the insets that all sheets share."""


def find_edge(plan: TilePlan) -> float:
    """Return how far from the paper's edge the outermost marks stand, in mm."""
    margin = plan.options.margin
    return margin - min(6.0, margin - 3.0)


def place_tile(plan: TilePlan, tile: Tile) -> SheetPlace:
    """Return where a sheet's part of the poster stands on it."""
    margin, scale = plan.options.margin, plan.scale
    right = plan.find_tile(tile.row, tile.column + 1) is not None
    below = plan.find_tile(tile.row + 1, tile.column) is not None
    x = margin + (plan.strip_width if tile.column else 0.0)
    y = margin + (plan.strip_height if tile.row else 0.0)
    own = Bounds(x, y, x + tile.own.width * scale, y + tile.own.height * scale)
    shown = Bounds(x, y, x + tile.shown.width * scale, y + tile.shown.height * scale)
    frame = Bounds(margin, margin, shown.x1, shown.y1)
    return SheetPlace(frame, own, shown, tile.column > 0, right, tile.row > 0, below)


class TileSheets:
    """Draws the sheets of a plan one by one; what they have in common they share.

    Args:
        source: what they are made from.
        plan: how the poster is cut.
    """

    def __init__(self, source: TileSource, plan: TilePlan) -> None:
        self._source = source
        self._plan = plan
        self._lanes = _MarginLanes.of(plan)
        common = PageInk(source)
        self._tells_size = add_rule(common, source, plan)
        size = plan.width, plan.height
        hatching = PageInk(source)
        hatching.add("", hatch(Bounds(0.0, 0.0, *size)))
        title = source.poster.title
        self._layers = {
            _COMMON: common.build_layer(size, title),
            _HATCHING: hatching.build_layer(size, title),
        }

    def draw(self, tile: Tile, *, is_first: bool = False) -> Drawing:
        """Return a sheet as a page; ``is_first``: its name is a heading of the first level."""
        source, plan = self._source, self._plan
        ink = PageInk(source, self._layers)
        place = place_tile(plan, tile)
        ink.add("part", view_poster(place.shown, tile.shown, plan.scale))
        for strip in list_glue_strips(place):
            x0, y0, x1, y1 = spare_seam(strip)
            ink.add("", Inset(_HATCHING, x0, y0, x1 - x0, y1 - y0, x0, y0))
            _add_glue_words(ink, strip, source.terms.tiles.glue)
        ink.add("", Inset(_COMMON, 0.0, 0.0, plan.width, plan.height), *draw_marks(place))
        if plan.strip_width:
            _add_lanes(ink, source, plan, tile, place)
            _add_steps(ink, source, plan, tile, place)
        self._add_neighbours(ink, tile)
        self._add_name(ink, tile)
        tags = (
            Tag("H1" if is_first else "H2", (Leaf(_KEY, "name"),)),
            Tag("Figure", (Leaf(_KEY, "part"),), describe_tile(source, tile)),
        )
        name = source.terms.tiles.sheet.format(tile.code)
        return ink.build(_KEY, (plan.width, plan.height), tags, name)

    def _add_neighbours(self, ink: PageInk, tile: Tile) -> None:
        """Name the sheets around, each in its margin with an arrow."""
        plan, lanes, style = self._plan, self._lanes, self._lanes.strong
        arrow = lanes.arrow
        for way, y in ((-1, lanes.top), (1, lanes.bottom)):
            neighbour = plan.find_tile(tile.row + way, tile.column)
            if neighbour is not None:
                x = plan.width - plan.options.margin - ink.measure(neighbour.code, style)
                ink.set_line("", neighbour.code, style, x, y)
                ink.add("", draw_arrow(x - arrow, y + style.leading / 2, arrow, 0, way))
        for way in (-1, 1):
            neighbour = plan.find_tile(tile.row, tile.column + way)
            if neighbour is not None:
                y, width = plan.height / 2, ink.measure(neighbour.code, style)
                middle = lanes.edge + max(width, arrow) / 2
                x = middle if way < 0 else plan.width - middle
                ink.add("", draw_arrow(x, y - arrow, arrow, way, 0))
                ink.set_line("", neighbour.code, style, x - width / 2, y)

    def _add_name(self, ink: PageInk, tile: Tile) -> None:
        """Name the sheet in the corner, and again in full with its place."""
        plan, lanes, words = self._plan, self._lanes, self._source.terms.tiles
        margin, style = plan.options.margin, lanes.style
        code = make_style((margin - lanes.edge) * 0.72, strong=True)
        code_top = lanes.edge - (code.leading - code.size * 0.72) / 2
        left = lanes.edge + ink.set_line("", tile.code, code, lanes.edge, code_top) + _GAP
        left = max(left, margin + _GAP)
        right = plan.width - margin - _NEIGHBOUR
        name = words.sheet.format(tile.code)
        known = f"{name}, {describe_place(self._source, plan, tile)}"
        left += ink.set_line("name", known, style, left, lanes.top) + _GAP
        more = self._source.poster.title if self._tells_size else words.true_size
        if left + ink.measure(more, style) <= right:
            ink.set_line("", more, style, left, lanes.top)


def describe_tile(source: TileSource, tile: Tile) -> str:
    """Return what a sheet shows, in words; its heading says which one it is."""
    words, own = source.terms.tiles, tile.own
    told = [words.shows]
    lanes = list_names(source.lanes, own.y0, own.y1)
    decks = [deck for deck in source.decks if deck.measure_overlap(own.y0, own.y1) > _LEAST_SEEN]
    steps = [name for deck in decks for name in list_names(deck.steps, own.x0, own.x1)]
    phases = [name for deck in decks for name in list_names(deck.phases, own.x0, own.x1)]
    if lanes:
        told.append(words.lanes.format(", ".join(lanes)))
    if steps:
        told.append(words.steps.format(", ".join(steps)))
    elif phases:
        told.append(words.phases.format(", ".join(phases)))
    return " ".join(told)


def describe_place(source: TileSource, plan: TilePlan, tile: Tile) -> str:
    """Return the row and column of a sheet in words."""
    return source.terms.tiles.place.format(
        row=tile.row + 1, rows=plan.rows, column=tile.column + 1, columns=plan.columns
    )


def _add_glue_words(ink: PageInk, strip: Bounds, words: str) -> None:
    style = make_style(_GLUE_EM, colour=QUIET)
    is_upright = strip.width < strip.height
    length, room = max(strip.width, strip.height), min(strip.width, strip.height)
    width = ink.measure(words, style)
    height = style.leading
    if is_upright and width > room - 1.0:
        # Too narrow for the line: its words stand below each other.
        width = max(ink.measure(word, style) for word in words.split())
        height = ink.measure_text(words, style, width + 0.1)
    if (width if is_upright else height) > room - 0.6:
        return
    count = max(1, round(length / _GLUE_PITCH))
    for number in range(count):
        middle = (number + 0.5) * length / count
        x = strip.x0 + (room / 2 if is_upright else middle) - width / 2
        y = strip.y0 + (middle if is_upright else room / 2) - height / 2
        ink.add("", Rectangle(x - 0.5, y, width + 1.0, height, PAPER))
        ink.set_text("", words, style, x, y, width + 0.1)


class _MarginLanes(NamedTuple):
    """Where words stand in the margins, beside the marks.

    Attributes:
        edge: how far from the paper's edge, in mm.
        top, bottom: y of the lines of text above and below.
        style, strong: of the words.
        arrow: size of the arrows in mm.
    """

    edge: float
    top: float
    bottom: float
    style: TextStyle
    strong: TextStyle
    arrow: float

    @classmethod
    def of(cls, plan: TilePlan) -> "_MarginLanes":
        edge = find_edge(plan)
        room = plan.options.margin - _MARKS - edge
        size = min(room * 0.92, 3.2)
        style, strong = make_style(size), make_style(size, strong=True)
        top = edge + (room - style.leading) / 2
        bottom = plan.height - top - style.leading
        return cls(edge, top, bottom, style, strong, size * 0.8)


def add_rule(ink: PageInk, source: TileSource, plan: TilePlan) -> bool:
    """Add the rule below; tell whether there was room beside it to say how to print."""
    lanes = _MarginLanes.of(plan)
    left, style = plan.options.margin, lanes.style
    ink.add("", draw_rule(left, lanes.bottom + style.leading / 2))
    left += RULE_LENGTH + _GAP
    long = f"{RULE_LENGTH:g} mm · {source.terms.tiles.true_size}"
    right = plan.width - plan.options.margin - _NEIGHBOUR
    has_room = left + ink.measure(long, style) <= right
    ink.set_line("", long if has_room else f"{RULE_LENGTH:g} mm", style, left, lanes.bottom)
    return has_room


def _add_lanes(
    ink: PageInk, source: TileSource, plan: TilePlan, tile: Tile, place: SheetPlace
) -> None:
    """Name the lanes at the left of a sheet, where their own labels are on another one."""
    if not tile.column:
        return
    left, width = plan.options.margin, plan.strip_width - 2.0
    top = place.own.y0 - tile.own.y0 * plan.scale
    for start, end, name in _list_seen(source.lanes, plan, top, place.own.y0, place.own.y1):
        ink.add("", _draw_line(left, start, left + plan.strip_width - 0.5, start))
        style = _choose_style(ink, [name], width, end - start - 2.0)
        if style is not None:
            ink.set_text("", name, style, left, start + 1.0, width)


def _add_steps(
    ink: PageInk, source: TileSource, plan: TilePlan, tile: Tile, place: SheetPlace
) -> None:
    """Name phases and steps above a sheet, where their own headers are on another one."""
    own = tile.own
    deck = max(source.decks, key=lambda deck: deck.measure_overlap(own.y0, own.y1), default=None)
    if not tile.row or deck is None or own.y0 <= deck.top:
        return
    top, half = plan.options.margin, plan.strip_height / 2 - 0.25
    left = place.own.x0 - own.x0 * plan.scale
    for row, stretches in enumerate((deck.phases, deck.steps)):
        y = top + row * half
        for start, end, name in _list_seen(stretches, plan, left, place.own.x0, place.own.x1):
            ink.add("", _draw_line(start, y, start, y + half))
            style = _choose_style(ink, [name], end - start - 2.0, half)
            if style is not None:
                ink.set_text("", name, style, start + 1.0, y, end - start - 2.0)


def _list_seen(
    stretches: Sequence[Stretch], plan: TilePlan, origin: float, low: float, high: float
) -> list[Stretch]:
    """Return what is seen between two places of a sheet, in its own mm; slivers are left out."""
    found = []
    for start, end, name in stretches:
        first, last = max(origin + start * plan.scale, low), min(origin + end * plan.scale, high)
        if name and last - first >= _LEAST_SEEN:
            found.append(Stretch(first, last, name))
    return found


def _choose_style(
    ink: PageInk, names: Sequence[str], width: float, height: float
) -> TextStyle | None:
    """Return the larger style in which names fit a box; None if none does."""
    for size in _LABEL_EM:
        style = make_style(size, strong=True)
        if all(ink.measure_text(name, style, width) <= height + 0.5 for name in names):
            return style
    return None


def _draw_line(x0: float, y0: float, x1: float, y1: float) -> Path:
    return Path((("M", x0, y0), ("L", x1, y1)), None, Stroke(QUIET, 0.15))
