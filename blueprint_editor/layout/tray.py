"""The tray of marks docked under a card, a step or a phase header: signs, numbers, texts."""

from typing import NamedTuple

from blueprint_editor.drawing.primitives import Path, Rectangle, Stroke
from blueprint_editor.layout.flow import Chip, GroupBuilder, place_chips
from blueprint_editor.layout.icons import Icon
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter
from blueprint_editor.layout.theme import PAPER, Theme
from blueprint_editor.layout.votes import set_votes

NUMBERED_KINDS = frozenset({"critical_point", "solution"})
"""Kinds that show a number beside the sign: a pair is found by it."""


class TrayMark(NamedTuple):
    """A mark as the tray shows it.

    ``facts`` are words after its text (a wait's length), ``vote_words`` those beside its dots.
    """

    id: str
    kind: str
    number: int
    text: str
    facts: str = ""
    votes: int = 0
    vote_words: str = ""


class SetMark(NamedTuple):
    """A mark set for its own top-left corner: its sign, and its texts with (x, y) mm of each.

    ``votes`` stand as its last line.
    """

    sign: Icon
    texts: tuple[tuple[SetText, float, float], ...]
    width: float
    height: float
    votes: Chip | None = None

    def add_to(self, ink: GroupBuilder, mark_id: str, x: float, y: float) -> None:
        """Add the mark with its corner at (x, y) mm, as parts ``sign:ID`` and ``mark:ID``."""
        ink.place(f"sign:{mark_id}", self.sign, x, y)
        for text, left, top in self.texts:
            ink.add_text(f"mark:{mark_id}", text, x + left, y + top)
        if self.votes is not None:
            top = y + self.height - self.votes.height
            place_chips(ink, [self.votes._replace(part=f"mark:{mark_id}")], x, top, self.width, 0)


def mark_style(kind: str, theme: Theme) -> TextStyle:
    """Return the style of a mark's words: strong and coloured for the two that make a pair."""
    name = "note_strong" if kind in NUMBERED_KINDS else "note"
    return theme.styles[name]._replace(colour=theme.marks[kind])


def set_mark(
    mark: TrayMark,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
    *,
    as_text: bool = True,
) -> SetMark:
    """Set sign, number and words; further lines start below the sign.

    ``width`` is in mm; with ``as_text`` false only sign and number are drawn (margin list).
    """
    style = mark_style(mark.kind, theme)
    size = style.leading * 1.02
    colour = theme.marks[mark.kind]
    sign = Icon(mark.kind, size, (style.leading - size) / 2, colour)
    left = size + theme.mm(1.2)
    texts: list[tuple[SetText, float, float]] = []
    if mark.kind in NUMBERED_KINDS or not as_text:
        numeral_style = theme.styles["numeral"]._replace(colour=colour)
        numeral = typesetter.set_line(str(mark.number), numeral_style, "")
        texts.append((numeral, left, (style.leading - numeral.height) / 2))
        left += numeral.width + theme.mm(1.4)
    content = " · ".join(piece for piece in (mark.text, mark.facts) if piece)
    if not as_text:
        return SetMark(sign, tuple(texts), left, style.leading)
    used, height = left, style.leading
    if content:
        text = typesetter.set_text(
            content, style, width, language, align="hug", first_indent=left, spare_hyphens=True
        )
        texts.append((text, 0.0, 0.0))
        used, height = width, text.height
    if not mark.votes:
        return SetMark(sign, tuple(texts), used, height)
    votes = set_votes(typesetter, "", mark.votes, mark.vote_words, style, width, language)
    return SetMark(sign, tuple(texts), width, height + votes.height, votes)


def add_tray(
    frame: GroupBuilder,
    ink: GroupBuilder,
    marks: tuple[TrayMark, ...],
    top: float,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
    *,
    as_text: bool,
) -> float:
    """Add the tray's outline to ``frame`` and the marks to ``ink``; return its bottom y in mm.

    Parts are named ``sign:ID`` and ``mark:ID``.
    """
    padding = theme.mm(2.6)
    y = top + theme.mm(1.8)
    x = padding
    row = 0.0
    for mark in marks:
        done = set_mark(mark, width - 2 * padding, theme, typesetter, language, as_text=as_text)
        if not as_text and x > padding and x + done.width > width - padding:
            x, y, row = padding, y + row + theme.mm(1.0), 0.0
        done.add_to(ink, mark.id, x, y)
        if as_text:
            y += done.height + theme.mm(1.4)
        else:
            x += done.width + theme.mm(2)
            row = max(row, done.height)
    bottom = y + (row if not as_text else 0) + theme.mm(0.8)
    frame.add("", [_outline(top, bottom, width, theme)])
    return bottom


def _outline(top: float, bottom: float, width: float, theme: Theme) -> Path | Rectangle:
    """Return a box open to the card above, its lower corners rounded."""
    line = theme.mm(0.4)
    r = theme.mm(1.8)
    x0, x1, y1 = line / 2, width - line / 2, bottom - line / 2
    k = r * 0.45
    return Path(
        (
            ("M", x0, top),
            ("L", x0, y1 - r),
            ("C", x0, y1 - k, x0 + k, y1, x0 + r, y1),
            ("L", x1 - r, y1),
            ("C", x1 - k, y1, x1, y1 - k, x1, y1 - r),
            ("L", x1, top),
        ),
        PAPER,
        Stroke("#000000" if theme.greyscale else "#7D7566", line),
    )
