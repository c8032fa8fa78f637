"""A poster on many sheets of office paper: which sheets, how they lie, where the poster is cut.

Pure: a drawing and options give a plan; what the sheets look like stands in ``tile_sheets``.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import Literal, NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.paper import Paper
from blueprint_editor.sheets.tiling_cuts import Axis, Reach, Span
from blueprint_editor.sheets.tiling_items import Importance, Item, list_items

LEAST_MARGIN = 8.0
"""Marks and words take 5 mm of it, and no office printer prints on the outermost 3 mm."""
_LEAST_WIDTH, _LEAST_SHOWN = 104.0, 40.0
"""A sheet holds a rule of 100 mm; what shows less of the poster is not worth gluing."""
MOST_SHEETS = 1_000
_STRIP_WIDTH, _STRIP_HEIGHT = 24.0, 14.0
"""Room for repeated lane labels and step names, in mm of the sheet."""
_SEARCH_ROUNDS = 40
_CLEARLY = 1.15
"""So much larger is worth telling of."""
_LETTERS = 26
_DASHES = re.compile("[-–—]")


class TilingError(BlueprintError):
    """The options fit no sheet; the message says which."""


class NoSuchSheetError(TilingError):
    """A sheet was asked for by a code that none has.

    Attributes:
        code: the one asked for.
        last: that of the last sheet.
    """

    def __init__(self, code: str, first: str, last: str) -> None:
        super().__init__(f'there is no sheet "{code[:10]}" ({first} to {last})')
        self.code = code
        self.last = last


class TileOptions(NamedTuple):
    """What is asked for.

    Attributes:
        paper: of the sheets.
        overlap: of neighbours, to glue one on the other, in mm.
        margin: what the printer leaves white on all sides, in mm.
        sheets: the most there may be, the poster as large as that allows; 0 = its own size on as
            many as it needs.
        orientation: None = the one that needs fewer sheets.
        repeat_labels: each sheet tells the lanes and steps of its own.
        enlarges: without ``sheets``, as large as allow so many as its own size needs.
    """

    paper: Paper
    overlap: float = 10.0
    margin: float = 10.0
    sheets: int = 0
    orientation: Orientation | None = None
    repeat_labels: bool = False
    enlarges: bool = False


class Cut(NamedTuple):
    """A straight cut through the whole poster.

    Attributes:
        axis: ``x`` for an upright cut, ``y`` for a level one.
        place: in mm of the poster's page.
        cards: ids of those that it goes through.
        labels: keys of the groups whose labels or badges it goes through.
        words: what those labels say.
    """

    axis: Literal["x", "y"]
    place: float
    cards: tuple[str, ...]
    labels: tuple[str, ...]
    words: tuple[str, ...] = ()


class Tile(NamedTuple):
    """One sheet; boxes in mm of the poster's page.

    Attributes:
        row, column: from 0 at the top left.
        own: what is to be seen of it when the sheets are put together.
        shown: with the strips that neighbours are glued on.
        poster: the number of its poster, where there are several; else empty.
    """

    row: int
    column: int
    own: Bounds
    shown: Bounds
    poster: str = ""

    @property
    def code(self) -> str:
        """Its name: a letter for the row, a number for the column."""
        return f"{self.poster}{name_row(self.row)}{self.column + 1}"


class TilePlan(NamedTuple):
    """How a poster is cut into sheets.

    Attributes:
        options: with the orientation that was found.
        scale: mm of the sheets to 1 mm of the poster's page.
        width, height: of a sheet in mm.
        strip_width, strip_height: room for repeated labels in mm of a sheet, 0 without.
        cuts: upright ones from the left, then level ones from the top.
        tiles: row by row.
    """

    options: TileOptions
    scale: float
    width: float
    height: float
    strip_width: float
    strip_height: float
    columns: int
    rows: int
    cuts: tuple[Cut, ...]
    tiles: tuple[Tile, ...]

    def find_tile(self, row: int, column: int) -> Tile | None:
        """Return the sheet at a place; None beyond the poster's edge."""
        if 0 <= row < self.rows and 0 <= column < self.columns:
            return self.tiles[row * self.columns + column]
        return None

    def number(self, poster: int) -> "TilePlan":
        """Return the plan as that of one of several posters, whose number begins all codes."""
        tiles = tuple(tile._replace(poster=str(poster)) for tile in self.tiles)
        return self._replace(tiles=tiles)

    def choose(self, codes: Sequence[str]) -> tuple[Tile, ...]:
        """Return the sheets of these codes in the plan's order; of none, all.

        ``B3-B5`` means both and all between them.

        Raises:
            NoSuchSheetError: there is no sheet of a code.
        """
        places = {tile.code: place for place, tile in enumerate(self.tiles)}
        wanted: set[int] = set()
        for code in codes:
            ends = [end.strip().upper() for end in _DASHES.split(code.strip(), maxsplit=1)]
            if unknown := [end for end in ends if end not in places]:
                raise NoSuchSheetError(unknown[0], self.tiles[0].code, self.tiles[-1].code)
            first, last = sorted((places[ends[0]], places[ends[-1]]))
            wanted.update(range(first, last + 1))
        return tuple(tile for place, tile in enumerate(self.tiles) if not wanted or place in wanted)


class FewerSheets(NamedTuple):
    """How a poster of the same size takes fewer sheets: ``margin`` in mm."""

    sheets: int
    orientation: Orientation
    margin: float


def name_row(row: int) -> str:
    """Return A, B … Z, AA, AB … for the rows from 0 on."""
    name = ""
    row += 1
    while row:
        row, letter = divmod(row - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def plan_tiles(drawing: Drawing, options: TileOptions) -> TilePlan:
    """Cut a drawing's page into sheets: through no card or label where any cuts can do that.

    Raises:
        TilingError: the options leave a sheet no room, or far too many sheets were needed.
    """
    layouts = _list_layouts(options)
    items = list_items(drawing)
    across, down = _make_axes(drawing, items)
    most = options.sheets
    if options.enlarges and not most:
        _check_count(drawing, layouts, 1.0)
        most = min(_judge(across, down, layout, 1.0) for layout in layouts)[1]
    scale = 1.0
    if most:
        found_scale = _find_scale(across, down, layouts, most)
        scale = found_scale if options.sheets else max(found_scale, scale)
        fitting = [
            layout
            for layout in layouts
            if (_count(across, down, layout, scale) or MOST_SHEETS) <= most
        ]
        layouts = fitting or layouts
    _check_count(drawing, layouts, scale)
    layout = min(layouts, key=lambda one: _judge(across, down, one, scale))
    xs, ys = across.plan(layout.x.scaled(1 / scale)), down.plan(layout.y.scaled(1 / scale))
    return _make_plan(drawing, items, scale, xs, ys, layout)


def _make_axes(drawing: Drawing, items: Sequence[Item]) -> tuple[Axis, Axis]:
    # A word is worth as many as its letters are mm high.
    worths = [max(1, round(item.box.height)) for item in items]
    found = [(item.box, int(item.importance), own) for item, own in zip(items, worths, strict=True)]
    return (
        Axis(drawing.width, [Span(box.x0, box.x1, *more) for box, *more in found]),
        Axis(drawing.height, [Span(box.y0, box.y1, *more) for box, *more in found]),
    )


def find_fewer(drawing: Drawing, plan: TilePlan) -> FewerSheets | None:
    """Return how fewer sheets would cut no more: lying the other way, or with the least margins.

    None where they would not, or the number of sheets was given.
    """
    options, own = plan.options, len(plan.tiles)
    if options.sheets or options.enlarges or own == 1:
        return None
    across, down = _make_axes(drawing, list_items(drawing))
    (as_planned,) = _list_layouts(options)
    most, _count = _judge(across, down, as_planned, plan.scale)
    free = None if options.paper.natural_orientation is None else options.orientation
    for margin in (options.margin, LEAST_MARGIN):
        layouts = _list_layouts(options._replace(orientation=free, margin=margin))
        judged = [(_judge(across, down, layout, plan.scale), layout) for layout in layouts]
        (hurt, count), layout = min(judged, key=lambda one: one[0])
        if hurt <= most and count < own:
            return FewerSheets(count, layout.options.orientation or "portrait", margin)
    return None


def is_held_by_cuts(plan: TilePlan) -> bool:
    """Tell whether the sheets would carry a clearly larger poster, were cards and labels cut."""
    last = plan.tiles[-1].own
    across, down = Axis(last.x1, ()), Axis(last.y1, ())
    return any(
        (_count(across, down, layout, plan.scale * _CLEARLY) or MOST_SHEETS) <= plan.options.sheets
        for layout in _list_layouts(plan.options)
    )


def list_reaches(options: TileOptions) -> dict[Orientation, tuple[float, float]]:
    """Return how the sheets may lie, and how many mm across and down one shows between others.

    Raises:
        TilingError: the options leave a sheet no room.
    """
    return {
        lying: (layout.x.between, layout.y.between)
        for layout in _list_layouts(options)
        if (lying := layout.options.orientation) is not None
    }


class _Layout(NamedTuple):
    """A way for the paper to lie, and how much of the poster the sheets show, in mm of a sheet."""

    options: TileOptions
    width: float
    height: float
    x: Reach
    y: Reach


def _list_layouts(options: TileOptions) -> list[_Layout]:
    paper, margin, overlap = options.paper, options.margin, options.overlap
    if paper.height is None:
        raise TilingError(f"{paper.name} is a roll; sheets have two sides")
    if margin < LEAST_MARGIN:
        raise TilingError(f"the margin must be at least {LEAST_MARGIN:g} mm")
    if overlap < 0.0 or options.sheets < 0:
        raise TilingError("the overlap and the number of sheets cannot be negative")
    shorter, longer = sorted((paper.width, paper.height))
    sides: dict[Orientation, tuple[float, float]] = {
        "portrait": (shorter, longer),
        "landscape": (longer, shorter),
    }
    wanted = [options.orientation] if options.orientation else list(sides)
    if shorter == longer:
        wanted = wanted[:1]
    wide, high = (_STRIP_WIDTH, _STRIP_HEIGHT) if options.repeat_labels else (0.0, 0.0)
    found = []
    for orientation in wanted:
        width, height = sides[orientation]
        x = _find_reach(width - 2 * margin, overlap, wide)
        y = _find_reach(height - 2 * margin, overlap, high)
        if width - 2 * margin >= _LEAST_WIDTH and min(*x, *y) >= _LEAST_SHOWN:
            own = options._replace(orientation=orientation)
            found.append(_Layout(own, width, height, x, y))
    if not found:
        raise TilingError(
            f"margins of {margin:g} mm and an overlap of {overlap:g} mm leave too little of "
            f"{paper.name} to print on"
        )
    return found


def _find_reach(room: float, overlap: float, strip: float) -> Reach:
    """Return how much sheets show with ``room`` mm between their margins.

    All but the last give some of it to the glue, all but the first to the repeated labels.
    """
    return Reach(room - overlap, room - overlap - strip, room - strip, room)


def _judge(across: Axis, down: Axis, layout: _Layout, scale: float) -> tuple[int, int]:
    """Return what has to be cut with a layout, and on how many sheets; upright wins a draw."""
    hurt_x, columns = across.judge(layout.x.scaled(1 / scale))
    hurt_y, rows = down.judge(layout.y.scaled(1 / scale))
    return hurt_x + hurt_y, columns * rows


def _count(across: Axis, down: Axis, layout: _Layout, scale: float) -> int | None:
    """Return how many sheets are needed that cut no card or label; None where none do."""
    columns = across.count_sheets(layout.x.scaled(1 / scale))
    rows = down.count_sheets(layout.y.scaled(1 / scale))
    return None if columns is None or rows is None else columns * rows


def _find_scale(across: Axis, down: Axis, layouts: Sequence[_Layout], sheets: int) -> float:
    """Return the largest scale at which so many sheets do, without cutting any card or label.

    What sheets show of a smaller poster holds all that they show of a larger one: the number of
    sheets never falls as the scale grows.
    """

    def fits(scale: float) -> bool:
        counts = (_count(across, down, layout, scale) for layout in layouts)
        return any(count is not None and count <= sheets for count in counts)

    low = max(
        min(layout.x.alone / across.length, layout.y.alone / down.length) for layout in layouts
    )
    areas = [layout.x.alone * layout.y.alone for layout in layouts]
    high = sqrt(max(areas) * sheets / (across.length * down.length)) + low
    for _ in range(_SEARCH_ROUNDS):
        middle = (low + high) / 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def _check_count(drawing: Drawing, layouts: Sequence[_Layout], scale: float) -> None:
    least = min(
        (drawing.width * scale / layout.x.between) * (drawing.height * scale / layout.y.between)
        for layout in layouts
    )
    if least > MOST_SHEETS:
        raise TilingError(f"more than {MOST_SHEETS} sheets would be needed")


def _make_plan(
    drawing: Drawing,
    items: Sequence[Item],
    scale: float,
    xs: Sequence[float],
    ys: Sequence[float],
    layout: _Layout,
) -> TilePlan:
    options = layout.options
    cuts = (
        *(_make_cut("x", x, items) for x in xs),
        *(_make_cut("y", y, items) for y in ys),
    )
    glue = options.overlap / scale
    columns = list(pairwise((0.0, *xs, drawing.width)))
    rows = list(pairwise((0.0, *ys, drawing.height)))
    tiles = []
    for row, (top, bottom) in enumerate(rows):
        for column, (left, right) in enumerate(columns):
            own = Bounds(left, top, right, bottom)
            more_right = glue if column < len(columns) - 1 else 0.0
            more_below = glue if row < len(rows) - 1 else 0.0
            shown = Bounds(left, top, right + more_right, bottom + more_below)
            tiles.append(Tile(row, column, own, shown))
    strips = (_STRIP_WIDTH, _STRIP_HEIGHT) if options.repeat_labels else (0.0, 0.0)
    return TilePlan(
        options, scale, layout.width, layout.height, *strips, len(columns), len(rows), cuts,
        tuple(tiles),
    )  # fmt: skip


def _make_cut(axis: Literal["x", "y"], place: float, items: Sequence[Item]) -> Cut:
    side = 0 if axis == "x" else 1
    found = [item for item in items if item.box[side] < place < item.box[side + 2]]
    cards, labels = (
        tuple(dict.fromkeys(item.group for item in found if item.importance == importance))
        for importance in (Importance.CARD, Importance.LABEL)
    )
    words = tuple(dict.fromkeys(item.words for item in found if item.words))
    return Cut(axis, place, cards, labels, words)
