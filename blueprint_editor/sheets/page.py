"""A drawing put on a page: scaled as a whole, centred, nothing set anew; marks round it."""

from blueprint_editor.drawing.drawing import Drawing, Group, PageFit, Part, Placed, TrimBoxes
from blueprint_editor.drawing.primitives import Bounds, Path, Stroke, enclose
from blueprint_editor.sheets.print_wish import PageSetup

_MARK_LENGTH, _MARK_GAP, _MARK_WIDTH = 5.0, 2.5, 0.25 * 25.4 / 72
"""Of a crop mark, in mm: its length, its distance from the bleed, its line of 0.25 pt."""
_SLACK = 1e-6
_LEAST_ROOM = 10.0
"""Between white edges, in mm."""


def fit_on_page(drawing: Drawing, width: float, height: float | None) -> Drawing:
    """Return the drawing on a page of the given size in mm.

    Margins belong to the drawing. A ``height`` of None is a roll: as long as the drawing needs.
    """
    if height is None:
        scale = width / drawing.width
        return drawing._replace(width=width, height=drawing.height * scale, fit=PageFit(scale))
    scale = min(width / drawing.width, height / drawing.height)
    dx = (width - drawing.width * scale) / 2
    dy = (height - drawing.height * scale) / 2
    return drawing._replace(width=width, height=height, fit=PageFit(scale, dx, dy))


def leaves_room(page: Drawing, edge: float) -> bool:
    """Tell whether white edges of so many mm leave anything of a page worth printing on."""
    return edge <= 0.0 or min(page.width, page.height) - 2 * edge >= _LEAST_ROOM


def set_up_page(page: Drawing, setup: PageSetup) -> Drawing:
    """Return a drawing on its page with white edges, and with bleed and marks round the page.

    The edges leave room (:func:`leaves_room`).
    """
    page = _keep_edge(page, setup.edge)
    if setup.bleed <= 0.0 and not setup.crop_marks:
        return page
    rim = setup.bleed + (_MARK_GAP + _MARK_LENGTH if setup.crop_marks else 0.0)
    trim = Bounds(rim, rim, rim + page.width, rim + page.height)
    bleed = Bounds(
        trim.x0 - setup.bleed, trim.y0 - setup.bleed, trim.x1 + setup.bleed, trim.y1 + setup.bleed
    )
    scale, dx, dy = page.fit
    larger = page._replace(
        width=page.width + 2 * rim,
        height=page.height + 2 * rim,
        fit=PageFit(scale, dx + rim, dy + rim),
        boxes=TrimBoxes(trim, bleed),
    )
    if not setup.crop_marks:
        return larger
    return larger._replace(placed=(*page.placed, _make_crop_marks(larger, trim, bleed)))


def find_ink(drawing: Drawing) -> Bounds | None:
    """Return what the drawing's groups cover, in its own mm; None if it has none."""
    return enclose(placed.bounds for placed in drawing.placed)


def find_edge(page: Drawing) -> float:
    """Return how many mm of the page stay white at the side where that is least."""
    ink = find_ink(page)
    if ink is None:
        return min(page.width, page.height)
    scale, dx, dy = page.fit
    right, bottom = page.width - ink.x1 * scale - dx, page.height - ink.y1 * scale - dy
    return min(ink.x0 * scale + dx, ink.y0 * scale + dy, right, bottom)


def _keep_edge(page: Drawing, edge: float) -> Drawing:
    """Scale a drawing down so far that it keeps clear of the edges, if it does not already."""
    ink = find_ink(page) if edge > 0.0 else None
    if ink is None or find_edge(page) >= edge - _SLACK:
        return page
    width, height = page.width - 2 * edge, page.height - 2 * edge
    scale = min(page.fit.scale, width / ink.width, height / ink.height)
    dx = edge + (width - ink.width * scale) / 2 - ink.x0 * scale
    dy = edge + (height - ink.height * scale) / 2 - ink.y0 * scale
    return page._replace(fit=PageFit(scale, dx, dy))


def _make_crop_marks(page: Drawing, trim: Bounds, bleed: Bounds) -> Placed:
    """Return the marks at the corners as a group in the drawing's own mm."""
    scale, dx, dy = page.fit
    stroke = Stroke("#000000", _MARK_WIDTH / scale)
    lines = []
    for x in (trim.x0, trim.x1):
        for y, step in (
            (bleed.y0 - _MARK_GAP, -_MARK_LENGTH),
            (bleed.y1 + _MARK_GAP, _MARK_LENGTH),
        ):
            lines.append(((x, y), (x, y + step)))
    for y in (trim.y0, trim.y1):
        for x, step in (
            (bleed.x0 - _MARK_GAP, -_MARK_LENGTH),
            (bleed.x1 + _MARK_GAP, _MARK_LENGTH),
        ):
            lines.append(((x, y), (x + step, y)))
    marks = tuple(
        Path(
            (
                ("M", (x0 - dx) / scale, (y0 - dy) / scale),
                ("L", (x1 - dx) / scale, (y1 - dy) / scale),
            ),
            None,
            stroke,
        )
        for (x0, y0), (x1, y1) in lines
    )
    bounds = Bounds(-dx / scale, -dy / scale, (page.width - dx) / scale, (page.height - dy) / scale)
    return Placed(Group("crop-marks", "decoration", (Part("", marks),), bounds), 0.0, 0.0)
