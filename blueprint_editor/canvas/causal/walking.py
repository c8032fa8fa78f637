"""Where keys lead on the causal map, and what lies under the pointer; pure, no Qt."""

import math
from typing import Final

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.causal import MapPlan
from blueprint_editor.session.navigation import Direction

_WAYS: dict[Direction, Point] = {
    "left": (-1.0, 0.0),
    "right": (1.0, 0.0),
    "up": (0.0, -1.0),
    "down": (0.0, 1.0),
}
_ASIDE: Final = 2.5
"""What lies beside the way counts as so many times as far."""
_STEEPEST: Final = 2.0
"""What lies farther aside than so many times the way is not in that direction."""


def find_neighbour_node(plan: MapPlan, node: str, way: Direction) -> str | None:
    """Return the nearest node in a direction."""
    if node not in plan.nodes:
        return None
    x, y = middle_of(plan.nodes[node].box)
    dx, dy = _WAYS[way]
    best, least = None, math.inf
    for key, other in plan.nodes.items():
        ox, oy = middle_of(other.box)
        along = (ox - x) * dx + (oy - y) * dy
        aside = abs((ox - x) * dy) + abs((oy - y) * dx)
        distance = along + _ASIDE * aside
        if key != node and along > 0.0 and aside <= _STEEPEST * along and distance < least:
            best, least = key, distance
    return best


def find_first_node(plan: MapPlan) -> str | None:
    """Return the node where reading begins: at the upper left."""
    if not plan.nodes:
        return None
    return min(plan.nodes, key=lambda key: sum(plan.nodes[key].box[:2]))


def list_arrows_of(plan: MapPlan, node: str) -> list[str]:
    """Return the arrows of a node: those that leave it, then those that come."""
    leaving = [key for key, a in plan.arrows.items() if a.arrow.source == node]
    return leaving + [key for key, a in plan.arrows.items() if a.arrow.target == node]


def find_next_arrow(plan: MapPlan, nodes: tuple[str, ...], arrows: tuple[str, ...]) -> str | None:
    """Return the arrow after the current one around its source, or the first one of a node."""
    if arrows and arrows[-1] in plan.arrows:
        around = list_arrows_of(plan, plan.arrows[arrows[-1]].arrow.source)
        return around[(around.index(arrows[-1]) + 1) % len(around)]
    found = list_arrows_of(plan, nodes[-1]) if nodes else list(plan.arrows)
    return found[0] if found else None


def find_node_at(plan: MapPlan, x: float, y: float) -> str | None:
    """Return the node at a point in mm, the topmost one."""
    hit = (key for key in reversed(plan.nodes) if plan.nodes[key].box.contains(x, y))
    return next(hit, None)


def find_arrow_at(plan: MapPlan, x: float, y: float, reach: float) -> str | None:
    """Return the arrow that is nearest to a point, at most ``reach`` mm away; its sign counts."""
    best, least = None, reach
    for key, arrow in plan.arrows.items():
        to_sign = math.dist(arrow.curve.sign, (x, y)) - plan.sign_radius
        distance = min(to_sign, *(math.dist(p, (x, y)) for p in arrow.curve.list_points(48)))
        if distance <= least:
            best, least = key, distance
    return best


def find_inside(plan: MapPlan, area: Bounds) -> list[str]:
    """Return the nodes that an area touches."""
    return [key for key, node in plan.nodes.items() if node.box.overlaps(area)]


def middle_of(box: Bounds) -> Point:
    """Return the middle of a box."""
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
