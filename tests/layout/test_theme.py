import itertools

import pytest

from blueprint_editor.drawing.colour_vision import VISIONS, Vision, see_colour
from blueprint_editor.layout.colour import contrast, luminance, to_grey
from blueprint_editor.layout.headers import paint_phase
from blueprint_editor.layout.theme import PAPER, lane_look, make_theme
from blueprint_editor.model.kinds import MARK_KINDS, ROLES, STANDARD_ORDER
from blueprint_editor.model.records import Phase

THEMES = {
    "colour": make_theme(),
    "grey": make_theme(greyscale=True),
    "ink": make_theme(ink_saving=True),
    "grey ink": make_theme(greyscale=True, ink_saving=True),
}


def linear(colour: str) -> list[float]:
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* of linear sRGB, white D65."""
    r, g, b = (min(max(v, 0.0), 1.0) for v in rgb)
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, vision: Vision) -> tuple[float, float, float]:
    return lab(linear(see_colour(colour, vision)))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ROLES)
def test_text_and_meaningful_lines_stand_out(name: str, role: str) -> None:
    theme = THEMES[name]
    look = theme.roles[role]
    for style in ("body", "note", "note_strong", "numeral"):
        assert contrast(theme.styles[style].colour, look.fill) >= 4.5
    for style in ("lane", "hint", "axis", "label"):
        assert contrast(theme.styles[style].colour, look.tint) >= 4.5
    assert contrast(look.border, look.tint) >= 3
    assert contrast(look.bar, PAPER) >= 3 or contrast(look.border, PAPER) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", MARK_KINDS)
def test_marks_are_readable_in_their_white_tray(name: str, kind: str) -> None:
    assert contrast(THEMES[name].marks[kind], PAPER) >= 4.5


@pytest.mark.parametrize("vision", VISIONS)
def test_roles_stay_apart_for_colour_blind_eyes(vision: Vision) -> None:
    theme = THEMES["colour"]
    for one, other in itertools.combinations(STANDARD_ORDER, 2):
        a, b = theme.roles[one], theme.roles[other]
        if (a.shape, a.border_style) != (b.shape, b.border_style):
            continue
        la = seen(a.fill, vision)
        lb = seen(b.fill, vision)
        assert sum((p - q) ** 2 for p, q in zip(la, lb, strict=True)) ** 0.5 >= 10, (one, other)


@pytest.mark.parametrize("name", ["grey", "grey ink"])
def test_roles_are_told_apart_without_any_hue(name: str) -> None:
    theme = THEMES[name]
    looks = [theme.roles[role] for role in STANDARD_ORDER]
    signs = [(look.shape, look.border_style, look.fill) for look in looks]
    assert len(set(signs)) == len(signs)
    for look in looks:
        assert {to_grey(c) for c in (look.tint, look.fill, look.border)} == {
            look.tint,
            look.fill,
            look.border,
        }


def test_a_lanes_own_colour_keeps_texts_readable_whatever_it_is() -> None:
    theme = THEMES["colour"]
    for colour in ("#FFFFFF", "#000000", "#FFFF00", "#FF0000", "#808080", "#00FFFF"):
        look = lane_look(theme, "backstage", colour)
        assert contrast(theme.styles["body"].colour, look.fill) >= 4.5
        assert contrast(theme.styles["hint"].colour, look.tint) >= 4.5
        assert contrast(look.border, look.tint) >= 3


@pytest.mark.parametrize("name", ["ink", "grey ink"])
def test_ink_is_saved_in_every_area(name: str) -> None:
    theme = THEMES[name]
    for role in ROLES:
        for look in (lane_look(theme, role, None), lane_look(theme, role, "#336699")):
            assert (look.tint, look.fill) == (PAPER, PAPER)
    for colour in (None, "#FFFF00", "#101010"):
        paint = paint_phase(Phase(id="v", name="", colour=colour), theme)
        assert paint.fill == PAPER
        assert contrast(paint.text, PAPER) >= 4.5


def test_a_chevron_as_pale_as_the_paper_has_an_edge() -> None:
    theme = make_theme()
    for colour, has_edge in (("#FFFFFF", True), ("#F4F4F0", True), ("#CFE1F5", False)):
        paint = paint_phase(Phase(id="v", name="", colour=colour), theme)
        assert (paint.stroke is not None) == has_edge
        assert paint.stroke is None or contrast(paint.stroke.colour, PAPER) >= 3


def test_grey_keeps_luminance() -> None:
    assert luminance(to_grey("#2F6DB5")) == pytest.approx(luminance("#2F6DB5"), abs=0.01)
