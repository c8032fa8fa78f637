"""Colours and signs of a page: the poster's, with a dark counterpart of each."""

from dataclasses import replace
from typing import NamedTuple

from blueprint_editor.export.twin.tree import PathText
from blueprint_editor.layout.actor_sign import ActorSign, find_actor_signs
from blueprint_editor.layout.colour import contrast, darken_until, mix
from blueprint_editor.layout.theme import INK, NAVY, PAPER, QUIET, RoleLook, lane_look, make_theme
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.naming import sign_variant

DARK_PAPER, DARK_INK, DARK_QUIET, DARK_NAVY = "#14181F", "#E8ECF1", "#B4BECA", "#A9C7F0"
_TEXT, _SHAPE = 4.5, 3.0
"""WCAG 2.1, success criteria 1.4.3 and 1.4.11."""


class Palette(NamedTuple):
    """Colours of a page in one scheme; ``quiet`` is for less important text."""

    paper: str
    ink: str
    quiet: str
    accent: str
    band: str
    on_band: str
    panel: str
    rule: str


LIGHT = Palette(PAPER, INK, QUIET, "#1C3F7A", NAVY, PAPER, "#F4F6F8", "#7D8797")
DARK = Palette(
    DARK_PAPER, DARK_INK, DARK_QUIET, DARK_NAVY, "#24344F", DARK_INK, "#1C222B", "#78849A"
)


class Looks(NamedTuple):
    """What a page shows beside words; marks and variants are colours by kind and id."""

    lanes: tuple[RoleLook, ...]
    dark_lanes: tuple[RoleLook, ...]
    marks: dict[str, str]
    dark_marks: dict[str, str]
    actors: dict[str, ActorSign]
    variants: dict[str, tuple[str, str]]


def find_looks(document: DocumentContent, path: PathText | None) -> Looks:
    """Return the looks of a document's page."""
    theme = make_theme()
    lanes = [
        _sharpen(lane_look(theme, lane.role, lane.colour)) for lane in (path.lanes if path else ())
    ]
    marks = {kind: darken_until(colour, PAPER, _TEXT) for kind, colour in theme.marks.items()}
    return Looks(
        tuple(lanes),
        tuple(_darken(look) for look in lanes),
        marks,
        {kind: lighten_until(colour, DARK.panel, _TEXT) for kind, colour in marks.items()},
        find_actor_signs(document.actors, greyscale=False),
        {
            variant.id: (
                sign_variant(variant),
                darken_until(variant.colour or NAVY, PAPER, _TEXT),
            )
            for variant in document.variants
        },
    )


def lighten_until(colour: str, background: str, ratio: float) -> str:
    """Return the colour, mixed with white only as far as the contrast ratio asks."""
    for step in range(21):
        found = mix(colour, "#FFFFFF", step / 20)
        if contrast(found, background) >= ratio:
            return found
    return "#FFFFFF"


def _sharpen(look: RoleLook) -> RoleLook:
    """Return the look with a bar dark enough for the small dots of feelings."""
    return replace(look, bar=darken_until(look.bar, look.tint, _SHAPE))


def _darken(look: RoleLook) -> RoleLook:
    tint, fill = mix(look.bar, DARK_PAPER, 0.9), mix(look.bar, DARK_PAPER, 0.74)
    line = lighten_until(look.bar, fill, _SHAPE)
    return replace(look, tint=tint, fill=fill, border=line, bar=line)
