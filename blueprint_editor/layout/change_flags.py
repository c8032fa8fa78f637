"""Flags at the top of a card that say what has changed: by sign and word, then by colour."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Path, PathCommand
from blueprint_editor.language.terms import ChangeWords
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import (
    ACCENTS,
    AMBER,
    GREEN,
    INK,
    NAVY,
    PAPER,
    RED,
    RoleLook,
    Theme,
)
from blueprint_editor.model.change_view import CardChanges, ChangeKind

_COLOURS: Mapping[ChangeKind, str] = {
    "added": GREEN, "changed": NAVY, "moved": AMBER, "merged": ACCENTS[6],
    "removed": RED,
}  # fmt: skip
_LOST: tuple[ChangeKind, ...] = ("merged", "removed")
_HEIGHT = 6.4
"""In mm at type scale 1, as high as the tags of the paths in the other corner."""


class Flag(NamedTuple):
    """One change of a card: its kind, the word on the flag, the line below the card's text."""

    kind: ChangeKind
    word: str
    before: str = ""


def list_flags(changes: CardChanges | None, words: ChangeWords, card: str) -> tuple[Flag, ...]:
    """Return what has changed of a card, in words."""
    found = changes.get(card, ()) if changes else ()
    return tuple(
        Flag(
            change.kind,
            words.flags[change.kind],
            words.before[change.kind].format(change.before) if change.before else "",
        )
        for change in found
    )


def find_flag_colour(kind: ChangeKind, theme: Theme) -> str:
    """Return the ground of a flag, which bears white letters."""
    return INK if theme.greyscale else _COLOURS[kind]


def dress_lost(look: RoleLook, flags: Sequence[Flag], theme: Theme) -> RoleLook:
    """Return the look of a card: an empty dashed box where it is not there any more."""
    kind = next((flag.kind for flag in flags if flag.kind in _LOST), None)
    if kind is None:
        return look
    border = find_flag_colour(kind, theme)
    return replace(look, fill=PAPER, border=border, border_style="dashed")


def add_flags(
    ink: GroupBuilder,
    flags: Sequence[Flag],
    width: float,
    radius: float,
    theme: Theme,
    typesetter: Typesetter,
) -> float:
    """Add the flags from the top left corner on, in rows of ``width`` mm; return their bottom y.

    The first one follows the card's ``radius`` in mm.
    """
    style = theme.styles["note_strong"]._replace(colour=PAPER)
    height = max(theme.mm(_HEIGHT), style.leading)
    size, padding = style.size * 0.9, theme.mm(1.6)
    x = y = 0.0
    for flag in flags:
        word = typesetter.set_line(flag.word, style, "")
        own = padding + size + padding + word.width + padding
        if x > 0.0 and x + own > width:
            x, y = 0.0, y + height
        colour = find_flag_colour(flag.kind, theme)
        ink.add("", (_box(x, y, own, height, radius if x == y == 0.0 else 0.0, colour),))
        sign = draw_icon(
            f"change.{flag.kind}", x + padding, y + (height - size) / 2, size, PAPER, colour
        )
        ink.add("", sign)
        ink.add_text("change", word, x + 2 * padding + size, y + (height - word.height) / 2)
        x += own + theme.mm(0.6)
    return y + height


def _box(x: float, y: float, width: float, height: float, radius: float, fill: str) -> Path:
    radius = min(radius, height)
    inner = radius * 0.4477
    corner: tuple[PathCommand, ...] = (
        ("L", x, y + radius), ("C", x, y + inner, x + inner, y, x + radius, y),
    )  # fmt: skip
    return Path(
        (
            ("M", x + radius, y), ("L", x + width, y), ("L", x + width, y + height),
            ("L", x, y + height), *corner, ("Z",),
        ),
        fill,
        None,
    )  # fmt: skip
