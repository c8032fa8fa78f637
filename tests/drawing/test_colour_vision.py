import pytest

from blueprint_editor.drawing.colour_vision import VISIONS, Vision, see_colour, see_group
from blueprint_editor.drawing.drawing import Group, Part
from blueprint_editor.drawing.primitives import Bounds, ImageUse, LinkArea, Path, Rectangle, Stroke


@pytest.mark.parametrize("vision", VISIONS)
def test_greys_look_as_they_are(vision: Vision) -> None:
    for grey in ("#000000", "#808080", "#FFFFFF"):
        assert see_colour(grey, vision) == grey


@pytest.mark.parametrize(
    ("vision", "one", "other"),
    [("protanopia", "#B3261E", "#4B3C00"), ("deuteranopia", "#B3261E", "#7D6500")],
)
def test_red_looks_like_an_olive(vision: Vision, one: str, other: str) -> None:
    seen, wanted = (bytes.fromhex(see_colour(c, vision)[1:]) for c in (one, other))
    assert max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) < 48


def test_blue_and_green_come_together_without_blue() -> None:
    green, blue = (bytes.fromhex(see_colour(c, "tritanopia")[1:]) for c in ("#00A060", "#0090C0"))
    before = abs(0x60 - 0xC0)
    assert abs(green[2] - blue[2]) < before / 2


def test_a_group_keeps_its_shapes() -> None:
    shapes = (
        Rectangle(0, 0, 2, 1, "#FF0000", Stroke("#00FF00", 0.5, (1.0, 2.0))),
        Path((("M", 0, 0), ("L", 1, 1)), None, Stroke("#0000FF", 1.0)),
        ImageUse("kuva", 0, 0, 1, 1),
        LinkArea(0, 0, 1, 1, "https://example.org", "Linkki"),
    )
    bounds = Bounds(0, 0, 2, 1)
    group = Group("c", "card", (Part("text", shapes),), bounds, "Kortti", ("#FF0000", ""))
    seen = see_group(group, "deuteranopia")
    assert (seen.key, seen.bounds, seen.label) == ("c", bounds, "Kortti")
    box, path, image, link = seen.parts[0].primitives
    assert isinstance(box, Rectangle)
    assert box._replace(fill="#FF0000", stroke=shapes[0].stroke) == shapes[0]
    assert box.fill == see_colour("#FF0000", "deuteranopia") == seen.outline[0]
    assert box.stroke is not None
    assert box.stroke.dash == (1.0, 2.0)
    assert isinstance(path, Path)
    assert path.commands == shapes[1].commands
    assert image == ImageUse("deuteranopia:kuva", 0, 0, 1, 1)
    assert link == shapes[3]
    assert seen.outline[1] == ""
