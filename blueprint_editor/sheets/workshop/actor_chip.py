"""The sign of an actor beside a name: a monogram on the actor's colour."""

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.actor_sign import ActorSign
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage


def draw_chip(page: SheetPage, sign: ActorSign, area: Area, style: TextStyle) -> float:
    """Draw a monogram at the left, in the middle of the area's height; return its width in mm.

    The name that stands beside it says the same.
    """
    letters = page.set_text(sign.monogram, style._replace(colour="#FFFFFF"), area.width)
    height = min(style.leading * 1.06, area.height)
    width = max(letters.width + height * 0.5, height * 1.25)
    top = (area.y0 + area.y1 - height) / 2
    radius = {"rounded": height * 0.2, "round": height / 2, "square": 0.0}[sign.shape]
    page.draw([Rectangle(area.x0, top, width, height, sign.colour, None, radius)])
    left = area.x0 + (width - letters.width) / 2
    page.put(letters, left, top + (height - letters.height) / 2, is_aside=True)
    return width
