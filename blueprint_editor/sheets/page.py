"""A drawing put on a page: scaled as a whole, centred, nothing set anew."""

from blueprint_editor.drawing.drawing import Drawing, PageFit


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
