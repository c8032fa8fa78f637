"""Signs drawn as paths: marks, channels, card icons; every icon fills a 24 × 24 box.

Written in the path language of SVG (absolute M, L, H, V, C, Z) with ``O cx cy r`` for a circle.
Each line of an icon names how it is painted: ``fill`` in the sign's colour, ``cut`` knocked out in
the paper's, ``line`` stroked in the sign's colour, ``thin`` likewise with half the width,
``cutline`` stroked in the paper's.
"""

from functools import lru_cache
from typing import NamedTuple, cast

from blueprint_editor.drawing.primitives import Path, PathCommand, Stroke, scale_commands
from blueprint_editor.layout.icon_pictures import PICTURES

BOX = 24.0
_PENS = {"line": 2.0, "thin": 1.0, "cutline": 2.0}
_PAINTS = {"fill", "cut", *_PENS}
_KAPPA = 0.5522847498
"""Control length of a quarter circle drawn as a cubic curve."""

_ICONS: dict[str, str] = {
    # Marks: each kind has a silhouette of its own, so that shape alone tells it.
    "critical_point": """
        fill M12 2.2 L22.6 21 L1.4 21 Z
        line M12 2.2 L22.6 21 L1.4 21 Z
        cutline M12 9 L12 14.6
        cut O12 18 1.35""",
    "solution": """
        fill O12 12 11.4
        cutline M6.6 12.4 L10.4 16.2 L17.4 8.4""",
    "wait": """
        fill M4 0.6 L20 0.6 C22 0.6 23.4 2 23.4 4 L23.4 20 C23.4 22 22 23.4 20 23.4 L4 23.4
            C2 23.4 0.6 22 0.6 20 L0.6 4 C0.6 2 2 0.6 4 0.6 Z
        cut M6.6 4.6 L17.4 4.6 L17.4 7 L13.2 12 L17.4 17 L17.4 19.4 L6.6 19.4 L6.6 17 L10.8 12
            L6.6 7 Z""",
    "transition": """
        fill M7.5 3.5 L16.5 3.5 C20.8 3.5 24 7.2 24 12 C24 16.8 20.8 20.5 16.5 20.5 L7.5 20.5
            C3.2 20.5 0 16.8 0 12 C0 7.2 3.2 3.5 7.5 3.5 Z
        cutline M5.5 9 L17 9 M14 6.4 L17.4 9 L14 11.6
        cutline M18.5 15 L7 15 M10 12.4 L6.6 15 L10 17.6""",
    "question": """
        cut M12 1.4 L22.6 12 L12 22.6 L1.4 12 Z
        line M12 1.4 L22.6 12 L12 22.6 L1.4 12 Z
        line M9.2 9.4 C9.2 7.6 10.4 6.6 12 6.6 C13.7 6.6 14.8 7.7 14.8 9.2 C14.8 11.4 12 11.4
            12 13.6
        fill O12 17 1.35""",
    "idea": """
        fill M12 0.8 C7.2 0.8 3.8 4.4 3.8 8.8 C3.8 12.2 5.8 14 7 15.8 C7.6 16.7 7.8 17.4 7.8 18.2
            L16.2 18.2 C16.2 17.4 16.4 16.7 17 15.8 C18.2 14 20.2 12.2 20.2 8.8
            C20.2 4.4 16.8 0.8 12 0.8 Z
        fill M8.4 19.6 L15.6 19.6 L15.6 21.2 C15.6 22.6 14.4 23.6 13 23.6 L11 23.6
            C9.6 23.6 8.4 22.6 8.4 21.2 Z
        cutline M9.4 9.6 L12 12.2 L14.6 9.6""",
    "pain_point": """
        fill M14.6 0.4 L3.4 14 L10.6 14 L8.6 23.6 L20.6 9.2 L13 9.2 Z""",
    "barrier": """
        fill M0.8 5 L23.2 5 L23.2 14.4 L0.8 14.4 Z
        fill M4 14.4 L7 14.4 L7 22 L4 22 Z
        fill M17 14.4 L20 14.4 L20 22 L17 22 Z
        cut M5.6 6.8 L10 6.8 L6.4 12.6 L2.6 12.6 L2.6 11.6 Z
        cut M13.6 6.8 L17.8 6.8 L14.2 12.6 L10 12.6 Z
        cut M21.4 6.8 L21.4 7.4 L18.2 12.6 L21.4 12.6 Z""",
    "moment_of_truth": """
        fill M12 0.6 L15.3 8.4 L23.6 9.1 L17.3 14.6 L19.2 22.8 L12 18.4 L4.8 22.8 L6.7 14.6
            L0.4 9.1 L8.7 8.4 Z""",
    "fail_point": """
        fill M7.2 0.6 L16.8 0.6 L23.4 7.2 L23.4 16.8 L16.8 23.4 L7.2 23.4 L0.6 16.8 L0.6 7.2 Z
        cutline M7.6 7.6 L16.4 16.4 M16.4 7.6 L7.6 16.4""",
    "quote": """
        fill M2 2 L22 2 C23.1 2 24 2.9 24 4 L24 16 C24 17.1 23.1 18 22 18 L12.5 18 L6 23.4 L6 18
            L2 18 C0.9 18 0 17.1 0 16 L0 4 C0 2.9 0.9 2 2 2 Z
        cut M5.6 13.6 L5.6 10 C5.6 7.6 7 6.2 9.6 6 L9.6 7.8 C8.6 8 8.2 8.6 8.2 9.4 L10 9.4
            L10 13.6 Z
        cut M13.6 13.6 L13.6 10 C13.6 7.6 15 6.2 17.6 6 L17.6 7.8 C16.6 8 16.2 8.6 16.2 9.4
            L18 9.4 L18 13.6 Z""",
    "risk": """
        fill M12 0.4 L22 3.8 L22 11 C22 17 18 21.6 12 23.8 C6 21.6 2 17 2 11 L2 3.8 Z
        cutline M12 6.4 L12 13
        cut O12 17 1.35""",
    "decision": """
        fill M6.4 1.6 L17.6 1.6 L23.6 12 L17.6 22.4 L6.4 22.4 L0.4 12 Z
        cutline M12 18.4 L12 13.4 L7.4 8 M12 13.4 L16.6 8""",
    "quality_criterion": """
        fill M6.6 13.6 L4.4 23.4 L12 19.6 L19.6 23.4 L17.4 13.6 Z
        fill O12 8.6 8.2
        cutline M8.4 8.8 L11 11.4 L15.8 6""",
    "local_practice": """
        fill M12 0.4 C7 0.4 3.2 4.2 3.2 9.2 C3.2 15.4 12 23.8 12 23.8 C12 23.8 20.8 15.4 20.8 9.2
            C20.8 4.2 17 0.4 12 0.4 Z
        cut O12 9 3.4""",
    # Channels.
    "channel.on_site": """
        line M3 22 L3 6 L12 1.8 L21 6 L21 22 Z
        line M9 22 L9 13 L15 13 L15 22""",
    "channel.phone": """
        fill M6.4 1.6 L9.6 8 L7.2 10.4 C8.4 13.2 10.8 15.6 13.6 16.8 L16 14.4 L22.4 17.6
            L21.6 21.4 C21.4 22.2 20.6 22.6 19.8 22.6 C9.8 22 2 14.2 1.4 4.2
            C1.4 3.4 1.8 2.6 2.6 2.4 Z""",
    "channel.remote": """
        line M1.6 3 L22.4 3 L22.4 17.4 L1.6 17.4 Z
        line M7.4 21.6 L16.6 21.6
        fill O12 8.4 2.6
        fill M7.4 15.6 C7.4 12.8 9.4 11.8 12 11.8 C14.6 11.8 16.6 12.8 16.6 15.6 Z""",
    "channel.letter": """
        line M1.6 4.4 L22.4 4.4 L22.4 19.6 L1.6 19.6 Z
        line M1.6 5 L12 13 L22.4 5""",
    "channel.digital": """
        line M4 4 L20 4 L20 15.6 L4 15.6 Z
        line M1 19.8 L23 19.8""",
    "channel.email": """
        line M15.6 8.4 L15.6 13.6 C15.6 15.4 16.8 16.4 18.2 16.4 C20.6 16.4 22.2 14.4 22.2 11.6
            C22.2 6.2 17.8 1.8 12 1.8 C6.2 1.8 1.8 6.4 1.8 12 C1.8 17.6 6.2 22.2 12 22.2
            C14.4 22.2 16.4 21.6 18 20.4
        line O11.6 12 4""",
    "channel.text_message": """
        line M2 3 L22 3 L22 16.6 L11 16.6 L6 21.4 L6 16.6 L2 16.6 Z
        fill O7.4 9.8 1.4
        fill O12 9.8 1.4
        fill O16.6 9.8 1.4""",
    "channel.visit": """
        line M1.4 12 L12 2.4 L22.6 12
        line M4.6 10 L4.6 21.8 L19.4 21.8 L19.4 10
        line M10 21.8 L10 15 L14 15 L14 21.8""",
    # Card icons.
    "icon.person": """
        fill O12 6.6 5
        fill M2.6 23 C2.6 16.6 6.4 13.6 12 13.6 C17.6 13.6 21.4 16.6 21.4 23 Z""",
    "icon.people": """
        fill O8 7.4 4.2
        fill M0.6 22 C0.6 16.2 3.4 13.4 8 13.4 C12.6 13.4 15.4 16.2 15.4 22 Z
        fill O17.4 6.6 3.6
        fill M16.2 12.4 C21 11.4 23.6 14.4 23.6 20.4 L17.6 20.4 C17.6 16.8 17.4 14.6 16.2 12.4 Z""",
    "icon.conversation": """
        fill M1 2 L16 2 L16 12 L8 12 L4 15.6 L4 12 L1 12 Z
        line M18.4 8.6 L23 8.6 L23 18 L20.4 18 L20.4 21.6 L16.4 18 L9.4 18 L9.4 15""",
    "icon.phone": """
        line M6.4 1.4 L17.6 1.4 L17.6 22.6 L6.4 22.6 Z
        line M10.4 19 L13.6 19""",
    "icon.letter": """
        line M1.6 4.4 L22.4 4.4 L22.4 19.6 L1.6 19.6 Z
        line M1.6 5 L12 13 L22.4 5""",
    "icon.form": """
        line M4 1.4 L20 1.4 L20 22.6 L4 22.6 Z
        line M7.4 7 L9 8.6 L11.6 5.6 M14 7.4 L17 7.4
        line M7.4 13.4 L9 15 L11.6 12 M14 13.8 L17 13.8""",
    "icon.document": """
        line M4 1.4 L14.4 1.4 L20 7 L20 22.6 L4 22.6 Z
        line M14.4 1.4 L14.4 7 L20 7
        line M7.6 12 L16.4 12 M7.6 17 L16.4 17""",
    "icon.computer": """
        line M1.6 3 L22.4 3 L22.4 17 L1.6 17 Z
        line M12 17 L12 21.6 M7 21.6 L17 21.6""",
    "icon.calendar": """
        line M2 4.4 L22 4.4 L22 22.4 L2 22.4 Z
        line M2 10 L22 10 M7 1.4 L7 6.4 M17 1.4 L17 6.4
        fill O8 16 1.6
        fill O16 16 1.6""",
    "icon.home": """
        line M1.4 12 L12 2.4 L22.6 12
        line M4.6 10 L4.6 21.8 L19.4 21.8 L19.4 10""",
    "icon.office": """
        line M4 22.4 L4 1.6 L20 1.6 L20 22.4 Z
        line M8.6 6.6 L10 6.6 M14 6.6 L15.4 6.6 M8.6 12 L10 12 M14 12 L15.4 12
        line M10 22.4 L10 17 L14 17 L14 22.4""",
    "icon.bus": """
        line M2.4 3 L21.6 3 L21.6 18 L2.4 18 Z
        line M2.4 11 L21.6 11 M12 3 L12 11
        fill O7 19.6 2.6
        fill O17 19.6 2.6""",
    "icon.money": """
        line O12 12 10.6
        line M16.6 7.4 C15.6 6.6 14.6 6.2 13.4 6.2 C10.4 6.2 8.6 8.8 8.6 12 C8.6 15.2 10.4 17.8
            13.4 17.8 C14.6 17.8 15.6 17.4 16.6 16.6 M6.2 10.4 L13.4 10.4 M6.2 13.6 L13.4 13.6""",
    "icon.health": """
        line M2 2 L22 2 L22 22 L2 22 Z
        line M12 6.4 L12 17.6 M6.4 12 L17.6 12""",
    "icon.work": """
        line M1.6 7 L22.4 7 L22.4 21.4 L1.6 21.4 Z
        line M8 7 L8 2.6 L16 2.6 L16 7 M1.6 13 L22.4 13""",
    "icon.study": """
        line M12 4 L23 9 L12 14 L1 9 Z
        line M5.4 11.4 L5.4 17.6 C8.6 20.8 15.4 20.8 18.6 17.6 L18.6 11.4 M23 9 L23 16.4""",
    "icon.key": """
        line O7 12 5.2
        line M12.2 12 L22.8 12 L22.8 16.4 M18 12 L18 15.4""",
    "icon.heart": """
        fill M12 22 C4.6 16.6 0.8 12.6 0.8 8 C0.8 4.4 3.4 2 6.6 2 C8.8 2 10.8 3.2 12 5.2
            C13.2 3.2 15.2 2 17.4 2 C20.6 2 23.2 4.4 23.2 8 C23.2 12.6 19.4 16.6 12 22 Z""",
    "icon.star": """
        line M12 1.6 L15 8.8 L22.8 9.4 L16.8 14.4 L18.8 22 L12 17.8 L5.2 22 L7.2 14.4 L1.2 9.4
            L9 8.8 Z""",
    "icon.clock": """
        line O12 12 10.6
        line M12 5.4 L12 12 L16.6 14.6""",
    # Small signs of the meta rows.
    "link": """
        line M10.4 13.6 C8.4 11.6 8.4 9 10.2 7.2 L13.8 3.6 C15.6 1.8 18.6 1.8 20.4 3.6
            C22.2 5.4 22.2 8.4 20.4 10.2 L18 12.6
        line M13.6 10.4 C15.6 12.4 15.6 15 13.8 16.8 L10.2 20.4 C8.4 22.2 5.4 22.2 3.6 20.4
            C1.8 18.6 1.8 15.6 3.6 13.8 L6 11.4""",
    "observed": """
        fill O12 12 8.4""",
    "assumed": """
        line O12 12 8.4""",
    "proposed": """
        line O12 12 10
        line M12 7 L12 17 M7 12 L17 12""",
    "repeats": """
        line M20.6 12 C20.6 16.8 16.8 20.6 12 20.6 C7.2 20.6 3.4 16.8 3.4 12 C3.4 7.2 7.2 3.4 12 3.4
            C14.8 3.4 17.2 4.6 18.8 6.6
        line M19.6 1.6 L19.4 7.2 L13.8 7""",
    # What has changed of a card.
    "change.added": """
        line M12 3 L12 21 M3 12 L21 12""",
    "change.changed": """
        fill M3 21 L4.6 15.4 L15.8 4.2 L19.8 8.2 L8.6 19.4 Z
        fill M17 3 L18.6 1.4 L22.6 5.4 L21 7 Z""",
    "change.moved": """
        line M2 12 L20 12 M14 5.4 L20.6 12 L14 18.6""",
    "change.merged": """
        line M3 4 L11 12 L3 20 M11 12 L21 12""",
    "change.removed": """
        line M4.4 4.4 L19.6 19.6 M19.6 4.4 L4.4 19.6""",
    **PICTURES,
}


class Icon(NamedTuple):
    """An icon of ``size`` mm, ``top`` mm below its line's top; ``paper`` is the colour around."""

    name: str
    size: float
    top: float
    colour: str
    paper: str = "#FFFFFF"

    def placed_at(self, x: float, y: float) -> tuple[Path, ...]:
        """Return its ink with the top-left corner of its line at (x, y) mm."""
        return draw_icon(self.name, x, y + self.top, self.size, self.colour, self.paper)


_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def trace_circle(cx: float, cy: float, radius: float) -> tuple[PathCommand, ...]:
    """Return the outline of a circle, in mm."""
    k = radius * _KAPPA
    return (
        ("M", cx + radius, cy),
        ("C", cx + radius, cy + k, cx + k, cy + radius, cx, cy + radius),
        ("C", cx - k, cy + radius, cx - radius, cy + k, cx - radius, cy),
        ("C", cx - radius, cy - k, cx - k, cy - radius, cx, cy - radius),
        ("C", cx + k, cy - radius, cx + radius, cy - k, cx + radius, cy),
        ("Z",),
    )


def _parse(outline: str) -> tuple[PathCommand, ...]:
    tokens = outline.replace("O", " O ")
    for letter in _ARGUMENTS:
        tokens = tokens.replace(letter, f" {letter} ")
    words = tokens.split()
    commands: list[PathCommand] = []
    index = 0
    while index < len(words):
        letter = words[index]
        count = 3 if letter == "O" else _ARGUMENTS[letter]
        numbers = [float(word) for word in words[index + 1 : index + 1 + count]]
        if letter == "O":
            commands.extend(trace_circle(*numbers))
        else:
            commands.append(cast("PathCommand", (letter, *numbers)))
        index += 1 + count
    return tuple(commands)


@lru_cache(maxsize=256)
def _shapes(name: str) -> tuple[tuple[str, tuple[PathCommand, ...]], ...]:
    shapes: list[tuple[str, str]] = []
    for line in _ICONS[name].strip().splitlines():
        paint, _, outline = line.strip().partition(" ")
        if paint in _PAINTS:
            shapes.append((paint, outline))
        else:
            shapes[-1] = (shapes[-1][0], f"{shapes[-1][1]} {line.strip()}")
    return tuple((paint, _parse(outline)) for paint, outline in shapes)


@lru_cache(maxsize=4096)
def draw_icon(
    name: str, x: float, y: float, size: float, colour: str, paper: str = "#FFFFFF"
) -> tuple[Path, ...]:
    """Return the paths of an icon whose ``size`` mm box has its top-left corner at (x, y)."""
    factor = size / BOX
    paths = []
    for paint, commands in _shapes(name):
        placed = scale_commands(commands, factor, x, y)
        ink = paper if paint.startswith("cut") else colour
        if paint in _PENS:
            pen = Stroke(ink, _PENS[paint] * factor, (), round_cap=True)
            paths.append(Path(placed, None, pen))
        else:
            paths.append(Path(placed, ink))
    return tuple(paths)
