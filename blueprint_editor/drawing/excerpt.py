"""A piece of a drawing as a drawing of its own: a picture of some records, or of an area."""

from collections.abc import Collection

from blueprint_editor.drawing.drawing import Drawing, PageFit, Tag
from blueprint_editor.drawing.primitives import Bounds, enclose


def cut_out(drawing: Drawing, area: Bounds, keys: Collection[str] | None = None) -> Drawing:
    """Return what lies in an area (drawing mm), on a page of the area's size.

    Args:
        drawing: the whole.
        area: what is cut out; groups that stand partly outside are cut by the page's edge.
        keys: of the groups that come along; None = all that meet the area.
    """
    scale = drawing.fit.scale
    placed = tuple(
        item
        for item in drawing.placed
        if (item.group.key in keys if keys is not None else item.bounds.overlaps(area))
    )
    present = {item.group.key for item in placed}
    return drawing._replace(
        width=area.width * scale,
        height=area.height * scale,
        placed=placed,
        tags=Tag("Document"),
        bookmarks=(),
        missing=tuple(item for item in drawing.missing if item.group in present),
        fit=PageFit(scale, -area.x0 * scale, -area.y0 * scale),
    )


def find_area(drawing: Drawing, keys: Collection[str], margin: float) -> Bounds | None:
    """Return the area that groups cover, with a margin (mm); None if there are none of them."""
    covered = enclose(item.bounds for item in drawing.placed if item.group.key in keys)
    return None if covered is None else covered.grown(margin)
