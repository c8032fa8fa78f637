"""Small drawings for the PDF tests: one group, a few parts, any tags."""

from blueprint_editor.drawing.drawing import Drawing, Group, Leaf, PageFit, Part, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, Primitive
from tests.painters.drawings import set_run

GROUP = "g"


def leaf(part: str, group: str = GROUP) -> Leaf:
    return Leaf(group, part)


def make_drawing(*tags: Tag, parts=(), **more) -> Drawing:
    """One group at (10, 20) with (name, primitives) parts; ``more`` holds fields of Drawing."""
    group = Group(
        GROUP,
        "card",
        tuple(Part(name, tuple(primitives)) for name, primitives in parts),
        Bounds(0, 0, 60, 40),
    )
    fields = {"width": 200.0, "height": 100.0, "title": "Otsikko", "language": "fi"} | more
    return Drawing(
        placed=fields.pop("placed", (Placed(group, 10, 20),)),
        tags=Tag("Document", tags),
        fit=fields.pop("fit", PageFit()),
        **fields,
    )


def line(text: str, y: float = 10.0, **more) -> tuple[Primitive, ...]:
    return (set_run(text, 5, y, **more),)
