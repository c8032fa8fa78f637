"""The ink of a causal map's parts: boxes, arrows with their signs, the signs of loops."""

import math
from typing import Final

from blueprint_editor.drawing.primitives import (
    Path,
    PathCommand,
    Point,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.causal.plan import MapPlan, PlannedArrow, PlannedLoop, PlannedNode
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.theme import INK, NAVY, PAPER, RED

_LINE, _BORDER = 0.6, 0.4
HEAD_LENGTH: Final = 3.6
"""Of an arrow, in mm at unit 1."""
_HEAD_WIDTH, _RADIUS = 3.2, 2.0
_DASH: Final = (2.6, 1.5)
_RING_END, _TIP = 240, 275
"""Where the ring around a loop's name ends, and the tip of its head, in degrees from the right."""
_SELF_TINT, _OWN_FILL = "#EDF2F8", PAPER
"""Of nodes that stand for a card or a mark, and of those with words of their own alone."""


def draw_box(plan: MapPlan, node: PlannedNode) -> tuple[Primitive, ...]:
    """Return a node's box; one that stands for a card or a mark has a heavier left edge."""
    box, line = node.box, _ink(plan, NAVY)
    is_linked = node.node.card is not None or node.node.mark is not None
    fill = _SELF_TINT if is_linked and not plan.greyscale else _OWN_FILL
    pen = Stroke(line, plan.mm(_BORDER))
    radius = plan.mm(_RADIUS)
    shapes: list[Primitive] = [Rectangle(box.x0, box.y0, box.width, box.height, fill, pen, radius)]
    if is_linked:
        x = box.x0 + plan.mm(0.9)
        bar: tuple[PathCommand, ...] = (("M", x, box.y0 + radius), ("L", x, box.y1 - radius))
        shapes.append(Path(bar, None, Stroke(line, plan.mm(1.2), (), round_cap=True)))
    return tuple(shapes)


def draw_arrow(plan: MapPlan, arrow: PlannedArrow) -> tuple[Primitive, ...]:
    """Return an arrow: a whole line for what strengthens, a broken one for what weakens."""
    curve, is_plus = arrow.curve, arrow.arrow.sign == "plus"
    colour = _ink(plan, INK if is_plus else RED)
    dash = () if is_plus else tuple(plan.mm(part) for part in _DASH)
    # Where the head stands no line is needed, and its end would stand out beyond the tip.
    share = curve.find_share_before_end(plan.mm(HEAD_LENGTH * 0.8))
    return (
        Path(curve.trace(share), None, Stroke(colour, plan.mm(_LINE), dash)),
        _draw_head(plan, curve.end, curve.at(share), colour),
        *draw_sign(plan, curve.sign, is_plus=is_plus),
    )


def draw_sign(plan: MapPlan, at: Point, *, is_plus: bool) -> tuple[Path, ...]:
    """Return an arrow's sign, with its middle at a point."""
    colour = _ink(plan, INK if is_plus else RED)
    return trace_sign(at, plan.sign_radius, Stroke(colour, plan.mm(0.4)), is_plus=is_plus)


def trace_sign(at: Point, radius: float, pen: Stroke, *, is_plus: bool) -> tuple[Path, ...]:
    """Return plus or minus in a ring of a radius in mm."""
    (x, y), half = at, radius * 0.52
    bars: list[PathCommand] = [("M", x - half, y), ("L", x + half, y)]
    if is_plus:
        bars += [("M", x, y - half), ("L", x, y + half)]
    bold = Stroke(pen.colour, pen.width * 1.4)
    return (Path(trace_circle(x, y, radius), PAPER, pen), Path(tuple(bars), None, bold))


def draw_badge(plan: MapPlan, loop: PlannedLoop) -> tuple[Primitive, ...]:
    """Return the ring around a loop's name: with an arrowhead, since it goes around."""
    if loop.middle is None:
        return ()
    (x, y), radius = loop.middle, plan.badge_radius
    colour, is_reinforcing = _ink(plan, NAVY), loop.loop.is_reinforcing
    width = plan.mm(0.45)
    ring: list[Primitive] = [Path(trace_circle(x, y, radius), PAPER, None)]
    points = [
        (x + radius * math.cos(turn), y + radius * math.sin(turn))
        for turn in (math.radians(degrees) for degrees in range(-50, _RING_END + 1, 10))
    ]
    commands: list[PathCommand] = [("M", *points[0])]
    commands += [("L", *point) for point in points[1:]]
    dash = () if is_reinforcing else (plan.mm(1.5), plan.mm(0.9))
    ring.append(Path(tuple(commands), None, Stroke(colour, width, dash)))
    # The head lies along the ring: its tip is on it, too.
    half = plan.mm(1.15)
    end, turn = points[-1], math.radians(_TIP)
    tip = (x + radius * math.cos(turn), y + radius * math.sin(turn))
    ux, uy = _unit(end, tip)
    ring.append(
        Path(
            (
                ("M", *tip),
                ("L", end[0] - uy * half, end[1] + ux * half),
                ("L", end[0] + uy * half, end[1] - ux * half),
                ("Z",),
            ),
            colour,
        )
    )
    return tuple(ring)


def _ink(plan: MapPlan, colour: str) -> str:
    return "#000000" if plan.greyscale else colour


def _draw_head(plan: MapPlan, tip: Point, before: Point, colour: str) -> Path:
    ux, uy = _unit(before, tip)
    length, half = plan.mm(HEAD_LENGTH), plan.mm(_HEAD_WIDTH) / 2
    bx, by = tip[0] - ux * length, tip[1] - uy * length
    return Path(
        (
            ("M", *tip),
            ("L", bx - uy * half, by + ux * half),
            ("L", bx + uy * half, by - ux * half),
            ("Z",),
        ),
        colour,
    )


def _unit(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return dx / length, dy / length
