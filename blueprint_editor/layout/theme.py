"""The default look: colours, type and spacing of everything that a poster draws."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.layout.colour import darken_until, mix
from blueprint_editor.layout.text import TextStyle

PT = 25.4 / 72
"""One point in mm."""

CardShape = Literal["round", "cut_corner", "pill"]
BorderStyle = Literal["solid", "dashed", "double", "heavy"]

INK = "#17202B"
NAVY = "#14263F"
QUIET = "#4A5666"
PAPER = "#FFFFFF"
ACCENTS = (
    "#0B6E74",
    "#1F4FA3",
    "#8A2380",
    "#A3213B",
    "#3D6B0F",
    "#4D5560",
    "#483C93",
    "#8A4B08",
    "#00607F",
    "#7A1F5C",
)
"""For actors, paths and tags without a colour; each at least 4.5:1 under white letters."""
RED, GREEN, AMBER = "#B3261E", "#17653A", "#7A4E00"


@dataclass(frozen=True)
class RoleLook:
    """How a lane of one role and its cards look; told apart by border and shape, not colour."""

    tint: str
    fill: str
    border: str
    bar: str
    shape: CardShape = "round"
    border_style: BorderStyle = "solid"
    is_ruled: bool = False
    """A rule parts the lane from the next one, since their tints do not."""


@dataclass(frozen=True)
class Metrics:
    """Distances in mm at type scale 1; see ``Theme.scale``."""

    margin: float = 16.0
    column_width: float = 62.0
    column_gap: float = 12.0
    row_padding: float = 7.0
    stack_gap: float = 7.0
    track_pitch: float = 3.6
    label_width: float = 60.0
    bar_width: float = 2.0
    card_padding: float = 4.2
    card_radius: float = 2.2
    card_border: float = 0.5
    tray_inset: float = 7.0
    line_width: float = 0.65
    corner_radius: float = 2.0
    arrow_length: float = 3.6
    arrow_width: float = 3.2
    emotion_height: float = 38.0
    min_width: float = 560.0
    min_fitted_width: float = 360.0


@dataclass(frozen=True, eq=False)
class Theme:
    """All that layout needs to know of looks; the same theme gives the same drawing.

    Attributes:
        scale: factor on all type sizes and distances (fit to paper stores it).
        greyscale: no hue at all; roles are told by borders and shapes.
        ink_saving: no filled areas; colour stays in lines and small signs.
        divides_words: cards are hyphenated wherever that saves a line.
    """

    scale: float
    greyscale: bool
    ink_saving: bool
    roles: Mapping[str, RoleLook]
    metrics: Metrics
    styles: Mapping[str, TextStyle]
    marks: Mapping[str, str]
    divides_words: bool = False

    def mm(self, value: float) -> float:
        """Scale a distance in mm."""
        return value * self.scale


_NEUTRAL = RoleLook("#F6F7F8", "#EBEEF1", "#6B7582", "#5E6875")

_ROLES: dict[str, RoleLook] = {
    "evidence": RoleLook("#F7F5F1", "#FFFFFF", "#857B6C", "#8C8273", "cut_corner"),
    "customer": RoleLook("#FFFAEC", "#FFE79E", "#A87B00", "#C08A00"),
    "emotion": RoleLook("#FFFAEC", "#FFE79E", "#A87B00", "#C08A00"),
    "frontstage": RoleLook("#F1F9F4", "#CDEBD8", "#3C8A5E", "#2E8B57"),
    "frontstage_technology": RoleLook("#F1F9F4", "#CDEBD8", "#3C8A5E", "#2E8B57", "pill"),
    "backstage": RoleLook("#F0F5FB", "#CFE1F5", "#3F78B8", "#2F6DB5", border_style="dashed"),
    "backstage_technology": RoleLook(
        "#F0F5FB", "#CFE1F5", "#3F78B8", "#2F6DB5", "pill", border_style="dashed"
    ),
    "support": RoleLook("#F5F2FA", "#E3D9F2", "#7F5DB2", "#7B56B3", border_style="double"),
    "time": _NEUTRAL,
    "channel": _NEUTRAL,
    "image": _NEUTRAL,
    "metric": _NEUTRAL,
    "policy": _NEUTRAL,
    "custom": _NEUTRAL,
}

_MARK_COLOURS: dict[str, str] = {
    "critical_point": RED,
    "solution": GREEN,
    "wait": AMBER,
    "transition": "#000000",
    "question": NAVY,
    "idea": GREEN,
    "pain_point": RED,
    "barrier": AMBER,
    "moment_of_truth": NAVY,
    "fail_point": RED,
    "quote": QUIET,
    "risk": AMBER,
    "decision": NAVY,
    "quality_criterion": GREEN,
    "local_practice": NAVY,
}


def _grey_role(look: RoleLook) -> RoleLook:
    """Drop hue and tint; heavier borders carry the role (a laser prints no tint cleanly)."""
    fill = "#EDEDED" if look.border_style != "solid" or look.shape == "pill" else "#FFFFFF"
    style: BorderStyle = "heavy" if look is _ROLES["customer"] else look.border_style
    return RoleLook(PAPER, fill, "#303030", "#505050", look.shape, style, is_ruled=True)


def _outlined_role(look: RoleLook) -> RoleLook:
    """Drop every fill; its border, its bar and its shape carry the role."""
    return replace(look, tint=PAPER, fill=PAPER, is_ruled=True)


def _style(weight: int, points: float, scale: float, colour: str, leading: float) -> TextStyle:
    size = points * PT * scale
    return TextStyle(FaceKey(weight=weight), size, size * leading, colour)


def make_theme(scale: float = 1.0, *, greyscale: bool = False, ink_saving: bool = False) -> Theme:
    """Return the default theme; ``scale`` is the type scale that fit-to-paper stores.

    Sizes follow the look for an A1 seen from 1.5 m: body 18 pt, notes 15 pt, phases 21 pt. Four
    weights only, since each one has to be cut before the first paint.
    """
    ink, quiet, navy = ("#000000",) * 3 if greyscale else (INK, QUIET, NAVY)
    styles = {
        "title": _style(750, 50, scale, navy, 1.12),
        "subtitle": _style(400, 21, scale, ink, 1.3),
        "status": _style(400, 15.5, scale, quiet, 1.3),
        "status_strong": _style(650, 15.5, scale, quiet, 1.3),
        "phase": _style(650, 21, scale, PAPER, 1.16),
        "phase_number": _style(650, 30, scale, PAPER, 1.0),
        "phase_note": _style(400, 15, scale, PAPER, 1.2),
        "step": _style(650, 17, scale, ink, 1.2),
        "band": _style(650, 16, scale, navy, 1.2),
        "lane": _style(650, 20, scale, ink, 1.16),
        "hint": _style(400, 15, scale, quiet, 1.22),
        "body": _style(500, 18, scale, ink, 1.26),
        "note": _style(400, 15, scale, ink, 1.24),
        "note_strong": _style(650, 15, scale, ink, 1.24),
        "numeral": _style(650, 18, scale, ink, 1.0),
        "monogram": _style(650, 12, scale, PAPER, 1.0),
        "variant": _style(650, 14, scale, PAPER, 1.0),
        "tab": _style(650, 14, scale, navy, 1.15),
        "label": _style(500, 14, scale, ink, 1.2),
        "axis": _style(400, 14, scale, quiet, 1.1),
        "heading": _style(650, 18, scale, ink, 1.3),
        "small": _style(400, 15, scale, ink, 1.32),
        "small_strong": _style(650, 15, scale, ink, 1.32),
        "fine": _style(400, 13.5, scale, quiet, 1.3),
    }
    roles = {role: _grey_role(look) if greyscale else look for role, look in _ROLES.items()}
    if ink_saving:
        roles = {role: _outlined_role(look) for role, look in roles.items()}
    marks = {kind: "#000000" if greyscale else colour for kind, colour in _MARK_COLOURS.items()}
    return Theme(scale, greyscale, ink_saving, roles, Metrics(), styles, marks)


def tighten(theme: Theme, face_width: float, *, divides_words: bool) -> Theme:
    """Return a theme whose texts take less room; the width of its faces is in percent."""
    styles = {
        name: style._replace(face=style.face._replace(width=face_width))
        for name, style in theme.styles.items()
    }
    return replace(theme, styles=styles, divides_words=divides_words)


def lane_look(theme: Theme, role: str, colour: str | None) -> RoleLook:
    """Return a lane's look; its own colour keeps the role's shape and border style."""
    look = theme.roles[role]
    if colour is None or theme.greyscale:
        return look
    is_plain = theme.ink_saving or look.shape == "cut_corner"
    tint = PAPER if theme.ink_saving else mix(colour, PAPER, 0.93)
    return RoleLook(
        tint,
        PAPER if is_plain else mix(colour, PAPER, 0.76),
        darken_until(colour, tint, 3.0),
        darken_until(colour, tint, 3.0),
        look.shape,
        look.border_style,
        look.is_ruled,
    )


def plain_look(theme: Theme, role: str) -> RoleLook:
    """Return a lane's look where colours do not tell the role: no hue, its shape and border."""
    look, plain = theme.roles[role], theme.roles["custom"]
    fill = PAPER if look.shape == "cut_corner" else plain.fill
    return replace(
        look, tint=plain.tint, fill=fill, border=plain.border, bar=plain.bar, is_ruled=True
    )


def tinted_look(look: RoleLook, colour: str, theme: Theme) -> RoleLook:
    """Return the look of a card in a colour of its own, its words readable on it."""
    border = darken_until(colour, look.tint, 3.0)
    return replace(
        look, fill=PAPER if theme.ink_saving else mix(colour, PAPER, 0.76), border=border
    )
