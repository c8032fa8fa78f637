"""Lanes: tint, bar and label, the three derived lines with their tabs, the emotion curve."""

from itertools import pairwise
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import (
    Bounds,
    Path,
    PathCommand,
    Point,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.second_name import SecondName, set_second_name
from blueprint_editor.layout.text import SetText, Typesetter
from blueprint_editor.layout.theme import PAPER, RoleLook, Theme
from blueprint_editor.model.records import Lane

_CURVE_EDGE = 6.0
"""Room above the best and below the worst feeling, in mm at type scale 1."""


class LaneLabel(NamedTuple):
    """The words of a lane set for the label column: part, text and (x, y) mm of each.

    ``height`` in mm counts the paddings.
    """

    texts: tuple[tuple[str, SetText, float, float], ...]
    height: float
    missing: str


def set_lane_label(
    lane: Lane,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
    second: SecondName,
) -> LaneLabel:
    """Set name, second name and hint from the label's own top-left corner."""
    left = theme.mm(theme.metrics.bar_width + 5)
    # The words of the curve's axis stand at the right of the label.
    axis = theme.mm(17) if lane.role == "emotion" else 0.0
    room = width - left - theme.mm(3) - axis
    name = typesetter.set_text(lane.name, theme.styles["lane"], room, language, spare_hyphens=True)
    texts = [("name", name, left, 0.0)]
    y = name.height + theme.mm(1)
    if second.text:
        other = set_second_name(second, theme.styles["note"], room, typesetter)
        texts.append(("second", other, left, y))
        y += other.height + theme.mm(0.6)
    if lane.hint:
        hint = typesetter.set_text(
            lane.hint, theme.styles["hint"], room, language, spare_hyphens=True
        )
        texts.append(("hint", hint, left, y))
        y += hint.height
    missing = "".join(text.missing for _, text, _, _ in texts)
    return LaneLabel(tuple(texts), y + theme.mm(theme.metrics.row_padding), missing)


def build_lane_band(
    lane_id: str, look: RoleLook, width: float, height: float, theme: Theme
) -> Group:
    """Return the tint across the sheet and the bar at its left."""
    bar = theme.mm(theme.metrics.bar_width)
    ink = GroupBuilder()
    ink.add("", [Rectangle(0, 0, width, height, look.tint), Rectangle(0, 0, bar, height, look.bar)])
    if look.is_ruled:
        # Inside the band: the next one covers what lies below.
        rule = Stroke("#808080", theme.mm(0.4))
        y = height - rule.width / 2
        ink.add("", [Path((("M", bar, y), ("L", width, y)), None, rule)])
    return ink.build(
        f"{lane_id}.band", "decoration", Bounds(0, 0, width, height), outline=(look.tint, look.tint)
    )


def build_lane_label(
    lane: Lane, label: LaneLabel, width: float, height: float, theme: Theme
) -> Group:
    """Return the lane's own group: its words below the row's padding, bounds of the whole cell."""
    ink = GroupBuilder()
    top = theme.mm(theme.metrics.row_padding)
    for part, text, x, y in label.texts:
        ink.add_text(part, text, x, y + top)
    words = f"{lane.name}: {lane.hint}" if lane.hint else lane.name
    return ink.build(lane.id, "lane", Bounds(0, 0, width, height), label=words)


def boundary_style(kind: str, theme: Theme) -> tuple[float, tuple[float, ...]]:
    """Return (line width, dash pattern) in mm of a derived line."""
    if kind == "visibility":
        return theme.mm(1.5), (theme.mm(4.5), theme.mm(2.2))
    if kind == "internal_interaction":
        return theme.mm(1.0), (theme.mm(1.0), theme.mm(2.0))
    return theme.mm(0.75), ()


def measure_tab(words: str, theme: Theme, typesetter: Typesetter) -> float:
    """Return the width in mm of a line's name tab."""
    return typesetter.set_line(words, theme.styles["tab"], "").width + theme.mm(8)


def build_boundary(
    key: str,
    kinds: tuple[str, ...],
    names: tuple[str, ...],
    width: float,
    theme: Theme,
    typesetter: Typesetter,
) -> Group:
    """Return a derived line from (0, 0) to the right, its name in a tab on the line.

    Where two lines fall together (no lane between them) they run side by side, each with a tab.
    """
    ink = GroupBuilder()
    colour = theme.styles["tab"].colour
    height = theme.mm(6.6)
    spread = theme.mm(2.0)
    x = theme.mm(theme.metrics.bar_width + 2)
    top = -spread * (len(kinds) - 1) / 2
    for index, (kind, words) in enumerate(zip(kinds, names, strict=True)):
        thickness, dash = boundary_style(kind, theme)
        y = top + spread * index
        line = Path((("M", 0, y), ("L", width, y)), None, Stroke(colour, thickness, dash))
        ink.add("", [line])
        text = typesetter.set_line(words, theme.styles["tab"], "")
        tab = text.width + theme.mm(6)
        border = Stroke(colour, theme.mm(0.5))
        ink.add("", [Rectangle(x, -height / 2, tab, height, PAPER, border, height / 2)])
        ink.add_text(kind, text, x + theme.mm(3), -text.height / 2)
        x += tab + theme.mm(2)
    return ink.build(key, "decoration", Bounds(0, -height / 2, width, height / 2))


class EmotionPoint(NamedTuple):
    """A dot of the curve: x in mm from the sheet's left, value −2…+2, whose feeling it is."""

    x: float
    value: int
    step: str
    card: str


class EmotionLine(NamedTuple):
    """One path's curve; ``letter`` names the variant at its end, empty for the general path."""

    letter: str
    colour: str
    dash: tuple[float, ...]
    points: tuple[EmotionPoint, ...]
    variant: str = ""


def emotion_unit(theme: Theme) -> float:
    """Return how far apart two neighbouring feelings are, in mm."""
    return theme.mm(theme.metrics.emotion_height - 2 * _CURVE_EDGE) / 4


def place_emotions(lines: tuple[EmotionLine, ...], theme: Theme) -> tuple[tuple[Point, ...], ...]:
    """Return the places of each line's dots; lines run a little beside each other."""
    zero, unit = theme.mm(theme.metrics.emotion_height) / 2, emotion_unit(theme)
    middle, spread = (len(lines) - 1) / 2, theme.mm(1.7)
    return tuple(
        tuple((p.x, zero - p.value * unit + spread * (index - middle)) for p in line.points)
        for index, line in enumerate(lines)
    )


def smooth(points: tuple[Point, ...]) -> tuple[PathCommand, ...]:
    """Return a curve through the points, level at each, so that it never overshoots a value."""
    commands: list[PathCommand] = [("M", *points[0])]
    for (x0, y0), (x1, y1) in pairwise(points):
        reach = (x1 - x0) * 0.45
        commands.append(("C", x0 + reach, y0, x1 - reach, y1, x1, y1))
    return tuple(commands)


def build_emotion_curve(
    lane_id: str,
    lines: tuple[EmotionLine, ...],
    left: float,
    right: float,
    axis: tuple[str, str],
    theme: Theme,
    typesetter: Typesetter,
) -> Group:
    """Draw the curve of an emotion lane; origin at the lane's top-left corner.

    Parts ``dot:STEP`` hold the dots of a step. The words of the axis are for the eye: a dot's
    alternative text says them.
    ``left`` and ``right`` are where the plot begins and ends, in mm.
    """
    ink = GroupBuilder()
    height = theme.mm(theme.metrics.emotion_height)
    top = theme.mm(_CURVE_EDGE)
    quiet = theme.styles["axis"].colour
    axis_line = Stroke(quiet, theme.mm(0.35), (theme.mm(0.7), theme.mm(1.8)))
    zero, places_of = height / 2, place_emotions(lines, theme)
    # The letters behind the last dots stay clear of it.
    ends = [places[-1][0] for line, places in zip(lines, places_of, strict=True) if line.letter]
    end = max(ends) + theme.mm(2) if ends else right
    ink.add("", [Path((("M", left, zero), ("L", end, zero)), None, axis_line)])
    for words, y in ((axis[0], top), (axis[1], height - top)):
        text = typesetter.set_line(words, theme.styles["axis"], "")
        ink.add_text("", text, left - text.width - theme.mm(3), y - text.height / 2)
    dots: dict[str, list[Primitive]] = {}
    for index, (line, places) in enumerate(zip(lines, places_of, strict=True)):
        if len(places) > 1:
            stroke = Stroke(line.colour, theme.mm(1.0), line.dash, round_cap=not line.dash)
            ink.add("", [Path(smooth(places), None, stroke)])
        for point, (x, y) in zip(line.points, places, strict=True):
            dots.setdefault(point.step, []).append(_dot(x, y, line.colour, theme))
        if line.letter and places:
            letter = typesetter.set_line(
                line.letter, theme.styles["note_strong"]._replace(colour=line.colour), ""
            )
            x, y = places[-1]
            offset = (index - (len(lines) - 1) / 2) * theme.mm(5)
            ink.add_text("", letter, x + theme.mm(4), y - letter.height / 2 + offset)
    for step, items in dots.items():
        ink.add(f"dot:{step}", items)
    return ink.build(f"{lane_id}.curve", "decoration", Bounds(0, 0, right, height))


def _dot(x: float, y: float, colour: str, theme: Theme) -> Path:
    # A round rectangle has sides that some viewers of PDFs move to whole pixels.
    return Path(trace_circle(x, y, theme.mm(2.0)), PAPER, Stroke(colour, theme.mm(1.0)))
