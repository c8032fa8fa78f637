"""The footer: value, how to read the sheet, actors, sources, project data and logos, in columns."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import Bounds, LinkArea, Path, Primitive, Rectangle, Stroke
from blueprint_editor.layout.actor_sign import ActorSign, set_actor_sign
from blueprint_editor.layout.columns import share_out
from blueprint_editor.layout.flow import GroupBuilder, Shapes
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.picture import PlacedPicture
from blueprint_editor.layout.text import SetText, Typesetter
from blueprint_editor.layout.theme import PAPER, RoleLook, Theme
from blueprint_editor.layout.tray import NUMBERED_KINDS, TrayMark, set_mark
from blueprint_editor.layout.wires import draw_sample_wire

_COLUMN, _BETWEEN = 110.0, 14.0
"""Least width of a column of a long section with the gap after it, and the gap, at type scale 1."""
_BESIDE = 5.0
"""Between the funder's emblem and the statement, in mm at type scale 1."""
_FEWEST, _MANY = 6, 8
"""Entries of a column that is worth another one beside it; entries that no column should pass."""
_HEAD = 2
"""Rows that a heading and the gap below a section take."""


class Entry(NamedTuple):
    """One line of a section: a sign (its own top-left corner, width in mm), then words.

    ``strong`` words stand before the others; ``url`` makes the entry a link.
    """

    words: str
    strong: str = ""
    sign: tuple[Primitive, ...] = ()
    sign_width: float = 0.0
    url: str = ""


class Section(NamedTuple):
    """A part of the footer before it is set; ``compact`` entries share lines."""

    key: str
    heading: str
    entries: tuple[Entry, ...]
    compact: bool = False
    style: str = "small"


class SetSection(NamedTuple):
    """A set section: parts ``heading``, ``label:N`` (strong words) and ``item:N``.

    N counts ``entries``; ``labels`` and ``links`` are those with strong words, and links.
    """

    group: Group
    height: float
    entries: int
    labels: frozenset[int]
    links: frozenset[int]
    missing: str


def mark_entries(kinds: Iterable[str], words: Mapping[str, str], theme: Theme) -> list[Entry]:
    """Return a legend entry for each kind of mark."""
    leading = theme.styles["small"].leading
    size = leading * 0.86
    return [
        Entry(
            words[kind],
            sign=draw_icon(kind, 0, (leading - size) / 2, size, theme.marks[kind]),
            sign_width=size + theme.mm(2),
        )
        for kind in kinds
    ]


def wire_entries(kinds: Iterable[str], words: Mapping[str, str], theme: Theme) -> list[Entry]:
    """Return a legend entry for each kind of connector."""
    length = theme.mm(15)
    middle = theme.styles["small"].leading / 2
    return [
        Entry(
            words[kind],
            sign=tuple(item.moved(0, middle) for item in draw_sample_wire(kind, length, theme)),
            sign_width=length + theme.mm(2.5),
        )
        for kind in kinds
    ]


def actor_entries(actors: Iterable[ActorSign], theme: Theme, typesetter: Typesetter) -> list[Entry]:
    """Return an entry with sign and name for each actor."""
    entries = []
    shift = (theme.styles["small"].leading - theme.styles["note"].leading) / 2
    for actor in actors:
        sign = set_actor_sign(actor, theme, typesetter)
        width = sign.width + theme.mm(1.8)
        entries.append(Entry(actor.name, sign=sign.placed_at(0, shift), sign_width=width))
    return entries


def set_section(
    section: Section, width: float, theme: Theme, typesetter: Typesetter, language: str
) -> SetSection:
    """Set a section ``width`` mm wide."""
    ink = GroupBuilder()
    y = 0.0
    if section.heading:
        heading = typesetter.set_text(section.heading, theme.styles["heading"], width, language)
        ink.add_text("heading", heading, 0, 0)
        y = heading.height + theme.mm(1.2)
    columns, room = _share_columns(section, width, theme, typesetter, language)
    height = y
    for column, numbers in enumerate(columns):
        left = column * (room + theme.mm(_BETWEEN))
        setter = _EntrySetter(section, (left, y, room), theme, typesetter, language, ink)
        for number in numbers:
            setter.add(number, section.entries[number])
        height = max(height, setter.bottom())
    group = ink.build(section.key, "decoration", Bounds(0, 0, width, height), label=section.heading)
    entries = tuple(enumerate(section.entries))
    labels = frozenset(number for number, entry in entries if entry.strong)
    links = frozenset(number for number, entry in entries if entry.url)
    return SetSection(group, height, len(entries), labels, links, ink.missing)


def _share_columns(
    section: Section, width: float, theme: Theme, typesetter: Typesetter, language: str
) -> tuple[Sequence[Sequence[int]], float]:
    """Return which entries stand in which column, and how wide a column is in mm."""
    numbers, gap = range(len(section.entries)), theme.mm(_BETWEEN)
    count = min(int((width + gap) // theme.mm(_COLUMN)), math.ceil(len(numbers) / _FEWEST))
    if section.compact or count < 2:
        return (numbers,), width
    room = (width - gap * (count - 1)) / count
    trial = _EntrySetter(section, (0.0, 0.0, room), theme, typesetter, language, GroupBuilder())
    heights = []
    for number, entry in enumerate(section.entries):
        top = trial.y
        trial.add(number, entry)
        heights.append(trial.y - top)
    return share_out(heights, count), room


class _EntrySetter:
    """Places entries below each other, or side by side where the section is compact.

    ``box`` is left, top and width in mm.
    """

    def __init__(
        self,
        section: Section,
        box: tuple[float, float, float],
        theme: Theme,
        typesetter: Typesetter,
        language: str,
        ink: GroupBuilder,
    ) -> None:
        self.left, self.y, self.width = box
        self.section, self.theme = section, theme
        self.typesetter, self.language, self.ink = typesetter, language, ink
        self.x, self.row = 0.0, 0.0

    def add(self, number: int, entry: Entry) -> None:
        theme, part = self.theme, f"item:{number}"
        style = theme.styles[self.section.style]
        strong_style = theme.styles["small_strong"]
        strong = self.typesetter.set_line(entry.strong, strong_style, self.language)
        if strong.width > self.width - entry.sign_width:
            room = self.width - entry.sign_width
            strong = self.typesetter.set_text(entry.strong, strong_style, room, self.language)
        gap = theme.mm(1.6) if entry.strong else 0.0
        indent = entry.sign_width + strong.width + gap
        inline = indent < self.width * 0.5 or (
            indent + self.typesetter.measure(entry.words, style, self.language) <= self.width
        )
        text = self.typesetter.set_text(
            entry.words, style, self.width if inline else self.width - entry.sign_width,
            self.language, first_indent=indent if inline else 0, align="hug", balance=False,
            spare_hyphens=True,
        )  # fmt: skip
        used = max(text.width, indent)
        if self.section.compact and self.x > 0 and self.x + used > self.width:
            self._next_row()
        x, y = self.left + self.x, self.y
        self.ink.place("", Shapes(entry.sign), x, y)
        if entry.strong:
            self.ink.add_text(f"label:{number}", strong, x + entry.sign_width, y)
        below = strong.height if entry.strong and not inline else 0.0
        self.ink.add_text(part, text, x + (0 if inline else entry.sign_width), y + below)
        height = below + text.height
        if entry.url:
            self.ink.add(part, [LinkArea(x, y, used, height, entry.url, entry.words)])
        self.row = max(self.row, height)
        if self.section.compact:
            self.x += used + theme.mm(7)
        else:
            self._next_row()

    def _next_row(self) -> None:
        self.y += self.row + self.theme.mm(0.9)
        self.x = self.row = 0.0

    def bottom(self) -> float:
        return self.y + self.row


def set_mark_list(
    key: str,
    heading: str,
    marks: Sequence[tuple[str, TrayMark]],
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
) -> SetSection:
    """Set the margin list: every mark with its sign, number and text, card code in front.

    It stands in as many columns of about the same height as find room on ``width`` mm. Parts
    ``code:ID``, ``sign:ID`` and ``mark:ID``.
    """
    ink = GroupBuilder()
    title = typesetter.set_text(heading, theme.styles["heading"], width, language)
    ink.add_text("heading", title, 0, 0)
    top = title.height + theme.mm(1.2)
    code_width, gap, between = theme.mm(13), theme.mm(10), theme.mm(1.2)
    count = max(1, min(len(marks), int((width + gap) // theme.mm(140))))
    room = (width - gap * (count - 1)) / count
    done = []
    for _, mark in marks:
        show_number = mark.kind in NUMBERED_KINDS
        words = mark if show_number else mark._replace(text=f"{mark.number} · {mark.text}")
        done.append(set_mark(words, room - code_width, theme, typesetter, language))
    bottom = top
    columns = share_out([item.height + between for item in done], count)
    for number, column in enumerate(columns):
        x, y = number * (room + gap), top
        for index in column:
            code, mark = marks[index]
            text = typesetter.set_line(code, theme.styles["note_strong"], "")
            ink.add_text(f"code:{mark.id}", text, x, y)
            done[index].add_to(ink, mark.id, x + code_width, y)
            y += done[index].height + between
        bottom = max(bottom, y)
    group = ink.build(key, "decoration", Bounds(0, 0, width, bottom), label=heading)
    return SetSection(group, bottom, 0, frozenset(), frozenset(), ink.missing)


def build_logo_strip(
    logos: Sequence[tuple[PlacedPicture, str]],
    statement: str,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
    *,
    has_emblem: bool = False,
) -> SetSection:
    """Set the funding statement and the logos in one row; parts ``logo:N`` and ``item:0``.

    The statement stands beside the first logo where that is the funder's emblem (``has_emblem``)
    and high enough, else above all. The group is as wide as they need.
    """
    ink = GroupBuilder()
    widths = [picture.width for picture, _ in logos]
    beside = None
    if statement and has_emblem:
        room = (width - widths[0] - theme.mm(_BESIDE), logos[0][0].height)
        beside = _set_beside(statement, room, theme, typesetter, language)
    y = used = 0.0
    if beside is not None:
        widths[0] += theme.mm(_BESIDE) + beside.width
    elif statement:
        text = typesetter.set_text(statement, theme.styles["small"], width, language)
        ink.add_text("item:0", text, 0, 0)
        y, used = text.height + theme.mm(3), text.width
    gap = theme.mm(14)
    height = y
    for row in _break_rows(widths, width, gap):
        tallest = max(logos[number][0].height for number in row)
        x, y = 0.0, height
        for number in row:
            picture, alt = logos[number]
            middle = y + (tallest - picture.height) / 2
            ink.add(f"logo:{number}" if alt else "", picture.placed_at(x, middle))
            if beside is not None and number == 0:
                left = x + picture.width + theme.mm(_BESIDE)
                ink.add_text("item:0", beside, left, y + (tallest - beside.height) / 2)
            used = max(used, x + widths[number])
            x += widths[number] + gap
        height = y + tallest + theme.mm(5)
    height -= theme.mm(5 if logos else 3)
    group = ink.build("footer.logos", "decoration", Bounds(0, 0, used, height), label=statement)
    entries = 1 if statement else 0
    return SetSection(group, height, entries, frozenset(), frozenset(), ink.missing)


def _set_beside(
    statement: str,
    room: tuple[float, float],
    theme: Theme,
    typesetter: Typesetter,
    language: str,
) -> SetText | None:
    """Set words in as narrow a block as is no higher than ``room`` (width, height in mm)."""
    widest, height = room
    for width in (theme.mm(60), theme.mm(90), theme.mm(130), theme.mm(180)):
        text = typesetter.set_text(
            statement, theme.styles["small_strong"], min(width, widest), language, align="hug"
        )
        if text.height <= height + 1e-6:
            return text
    return None


def _break_rows(widths: Sequence[float], width: float, gap: float) -> list[list[int]]:
    """Return which things stand in which row of ``width`` mm, in their order."""
    rows: list[list[int]] = []
    x = 0.0
    for index, own in enumerate(widths):
        if not rows or x + own > width:
            rows.append([])
            x = 0.0
        rows[-1].append(index)
        x += own + gap
    return rows


class Wanted(NamedTuple):
    """A section to be arranged: what sets it for a width, its share of the width, its rows."""

    set_for: Callable[[float], SetSection]
    share: float
    rows: int


class PlacedSection(NamedTuple):
    section: SetSection
    x: float
    y: float


def arrange_sections(
    sections: Sequence[Wanted], width: float, theme: Theme
) -> tuple[tuple[PlacedSection, ...], float]:
    """Place sections in as many columns as fit; return them and the height used, in mm.

    A long section takes the width of two or three columns where there is room for them.

    Args:
        sections: in reading order.
        width: of the whole footer in mm.
        theme: for distances.
    """
    if not sections:
        return (), 0.0
    gap = theme.mm(14)
    room = max(1, int((width + gap) // theme.mm(135)))
    columns, spans = _find_columns([section.rows for section in sections], room)
    shares = [max(sections[i].share * spans[i] for i in column) for column in columns]
    unit = (width - gap * (len(columns) - 1)) / sum(shares)
    placed: list[tuple[int, PlacedSection]] = []
    x = bottom = 0.0
    for column, share in zip(columns, shares, strict=True):
        column_width = unit * share
        y = 0.0
        for index in column:
            done = sections[index].set_for(column_width)
            placed.append((index, PlacedSection(done, x, y)))
            y += done.height + theme.mm(6)
        bottom = max(bottom, y - theme.mm(6))
        x += column_width + gap
    placed.sort(key=lambda item: item[0])
    return tuple(item for _, item in placed), bottom


def _find_columns(rows: Sequence[int], room: int) -> tuple[Sequence[Sequence[int]], Sequence[int]]:
    """Return which sections stand in which column, and how many columns' width each takes.

    Each has a column of its own where that fits into ``room`` columns; else neighbours stand below
    one another. Of the ways to give long ones more width the lowest counts.
    """
    columns: Sequence[Sequence[int]] = [range(len(rows))]
    best = (sum(rows) + _HEAD * len(rows) + 1, columns, [1] * len(rows))
    for most in range(_MANY, max(_MANY, *rows) + 1):
        spans = [min(3, math.ceil(count / most)) for count in rows]
        heights = [math.ceil(own / span) + _HEAD for own, span in zip(rows, spans, strict=True)]
        fits = sum(spans) <= room
        columns = [(index,) for index in range(len(rows))]
        if not fits:
            columns = share_out(heights, max(1, room - sum(spans) + len(spans)))
        height = max(sum(heights[index] for index in column) for column in columns)
        if height < best[0] + fits:
            best = height, columns, spans
        if fits:
            break
    return best[1], best[2]


def build_footer_rule(width: float, theme: Theme) -> Group:
    """Return the line that sets the footer apart."""
    stroke = Stroke(theme.styles["title"].colour, theme.mm(0.8))
    ink = GroupBuilder()
    ink.add("", [Path((("M", 0, 0), ("L", width, 0)), None, stroke)])
    return ink.build("footer.rule", "decoration", Bounds(0, 0, width, 0))


def variant_entries(
    variants: Iterable[tuple[str, str, str]], theme: Theme, typesetter: Typesetter
) -> list[Entry]:
    """Return a legend entry for each (letter, words, colour) of the variants."""
    entries = []
    size = theme.mm(6.0)
    leading = theme.styles["small"].leading
    for letter, words, colour in variants:
        text = typesetter.set_line(letter, theme.styles["variant"]._replace(colour=PAPER), "")
        box = max(size, text.width + theme.mm(2))
        top = (leading - size) / 2
        sign = (
            Rectangle(0, top, box, size, colour),
            *text.placed_at((box - text.width) / 2, top + (size - text.height) / 2),
        )
        entries.append(Entry(words, sign=sign, sign_width=box + theme.mm(2)))
    return entries


def swatch_entries(looks: Iterable[tuple[str, RoleLook]], theme: Theme) -> list[Entry]:
    """Return a legend entry with a small card for each (words, look)."""
    leading = theme.styles["small"].leading
    height, width = leading * 0.66, leading * 1.1
    top = (leading - height) / 2
    return [
        Entry(
            words,
            sign=(
                Rectangle(
                    0,
                    top,
                    width,
                    height,
                    look.fill,
                    Stroke(look.border, theme.mm(0.5)),
                    theme.mm(1.0),
                ),
            ),
            sign_width=width + theme.mm(2),
        )
        for words, look in looks
    ]
