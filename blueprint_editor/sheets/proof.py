"""A proof: a page scaled down to office paper, with a line that says so."""

from blueprint_editor.drawing.drawing import Drawing, Leaf, PageFit, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, FaceKey
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.text import TextStyle, Typesetter
from blueprint_editor.sheets.paper import Paper, find_page

_EDGE = 8.0
"""What office printers leave white, in mm."""
_LINE, _SIZE = 5.0, 3.2
"""Height of the line that tells of the proof and its type, in mm."""


def make_proof(page: Drawing, paper: Paper, name: str, typesetter: Typesetter) -> Drawing:
    """Return a page scaled to a paper as a whole; ``name`` is what its own paper is called."""
    found = find_page(paper, "landscape" if page.width > page.height else "portrait")
    width, height = found[0] or page.width, found[1] or page.height
    room = Bounds(_EDGE, _EDGE, width - _EDGE, height - _EDGE - _LINE)
    factor = min(room.width / page.width, room.height / page.height)
    scale, dx, dy = page.fit
    left = room.x0 + (room.width - page.width * factor) / 2
    top = room.y0 + (room.height - page.height * factor) / 2
    fit = PageFit(scale * factor, dx * factor + left, dy * factor + top)
    words = find_terms(page.language).print.proof.format(paper=name, percent=round(factor * 100))
    # Set at the size it has on the proof, in the mm of the drawing.
    size = _SIZE / fit.scale
    text = typesetter.set_line(
        words, TextStyle(FaceKey(weight=500), size, size * 1.3, "#000000"), page.language
    )
    ink = GroupBuilder()
    ink.add_text("text", text, 0.0, 0.0)
    box = Bounds(0.0, 0.0, text.width, text.height)
    group = ink.build("proof", "decoration", box, label=words)
    x, y = (room.x0 - fit.dx) / fit.scale, (room.y1 + 1.0 - fit.dy) / fit.scale
    told = Tag("P", (Leaf("proof", "text"),))
    return page._replace(
        width=width,
        height=height,
        fit=fit,
        placed=(*page.placed, Placed(group, x, y)),
        tags=page.tags._replace(children=(told, *page.tags.children)),
        boxes=None,
    )
