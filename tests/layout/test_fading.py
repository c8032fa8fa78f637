import pytest

from blueprint_editor.drawing.drawing import Group, Part
from blueprint_editor.drawing.primitives import (
    Bounds,
    FaceKey,
    GlyphRun,
    ImageUse,
    LinkArea,
    Path,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.colour import contrast
from blueprint_editor.layout.fading import FADED_IMAGE, fade_fill, fade_group, fade_line
from blueprint_editor.layout.theme import PAPER, lane_look, make_theme
from blueprint_editor.model.kinds import ROLES

THEMES = {"colour": make_theme(), "grey": make_theme(greyscale=True)}


def fade_letter(colour: str) -> str:
    run = GlyphRun(0, 0, 5, FaceKey(), "a", (), 3, colour)
    group = fade_group(Group("g", "card", (Part("text", (run,)),), Bounds(0, 0, 9, 9)))
    return group.parts[0].primitives[0].colour


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("own", [None, "#FFD54F", "#1B5E20"])
def test_what_stands_back_can_still_be_read(theme, role: str, own: str | None) -> None:
    look = lane_look(theme, role, own)
    fill, tint = fade_fill(look.fill), fade_fill(look.tint)
    for style in theme.styles.values():
        if style.colour != PAPER:
            assert contrast(fade_letter(style.colour), fill) >= 4.5
            assert contrast(fade_letter(style.colour), tint) >= 4.5
    assert contrast(fade_line(look.border), PAPER) >= 3
    for colour in theme.marks.values():
        assert contrast(fade_letter(PAPER), fade_fill(colour)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_stands_back_is_paler(theme) -> None:
    for style in theme.styles.values():
        if style.colour != PAPER:
            faded, own = contrast(fade_letter(style.colour), PAPER), contrast(style.colour, PAPER)
            assert faded < own * 0.85
    assert fade_letter(PAPER) == fade_fill(PAPER) == fade_line(PAPER) == PAPER


def test_shapes_stay_where_they_are() -> None:
    ink = (
        Rectangle(1, 2, 30, 20, "#FFE79E", Stroke("#A87B00", 0.5, (2.0, 1.0)), 2),
        Path((("M", 0, 0), ("L", 9, 9)), None, Stroke("#000000", 1)),
        ImageUse("photo", 1, 1, 5, 5),
        LinkArea(0, 0, 5, 5, "https://example.org", "Kela"),
    )
    group = Group(
        "g", "card", (Part("card", ink),), Bounds(0, 0, 31, 22), "Kortti", ("", "#000000")
    )
    faded = fade_group(group)
    box, line, image, link = faded.parts[0].primitives
    assert (box.x, box.y, box.width, box.height, box.radius) == (1, 2, 30, 20, 2)
    assert box.stroke.dash == (2.0, 1.0)
    assert line.commands == ink[1].commands
    assert image == ink[2]._replace(image=f"{FADED_IMAGE}photo")
    assert link is ink[3]
    assert (faded.bounds, faded.label) == (group.bounds, group.label)
    assert faded.outline == ("", fade_line("#000000"))
