"""The causal map as its view shows it: a group for each node, arrow and loop, in the map's mm."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Group, PageFit, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.language.causal_words import find_causal_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.causal import (
    MapPlan,
    MapWish,
    PlannedArrow,
    PlannedLoop,
    PlannedNode,
    plan_map,
)
from blueprint_editor.layout.causal.ink import draw_arrow, draw_badge, draw_box
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent

_EDGE: Final = 16.0
_LEAST: Final = (200.0, 130.0)
"""Of the page around the map, in mm: its edge, and how small it may be."""

_LOOP: Final = "loop "
"""Before a loop's name in the key of its group."""


class CausalPicture(NamedTuple):
    """A document's causal map: its plan, and the drawing of that."""

    plan: MapPlan
    drawing: Drawing


def compose_causal_map(
    content: DocumentContent,
    facts: DerivedFacts,
    typesetter: Typesetter,
    before: CausalPicture | None = None,
) -> CausalPicture:
    """Return the map of a document; ``facts`` are where the codes of its cards are from.

    What is as in the picture ``before`` is taken over from that, and the whole comes out the same.
    """
    words, terms = find_causal_words(content.language), find_terms(content.language)
    wish = MapWish(content, facts, words, terms)
    plan = plan_map(wish, typesetter, before.plan if before is not None else None)
    page = _find_page(plan.area)
    return CausalPicture(
        plan,
        Drawing(
            page.width,
            page.height,
            placed=tuple(Placed(group, 0.0, 0.0) for group in _draw_all(plan, before)),
            tags=Tag("Document"),
            title=words.title,
            language=content.language,
            fit=PageFit(1.0, -page.x0, -page.y0),
        ),
    )


def _find_page(area: Bounds) -> Bounds:
    width = max(area.width + 2 * _EDGE, _LEAST[0])
    height = max(area.height + 2 * _EDGE, _LEAST[1])
    x, y = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
    return Bounds(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _draw_all(plan: MapPlan, before: CausalPicture | None) -> Iterator[Group]:
    """Yield all groups: arrows below nodes, the names of loops above all."""
    kept = _list_kept(plan, before) if before is not None else {}
    for key, arrow in plan.arrows.items():
        yield kept.get(key) or _draw_arrow(plan, arrow)
    for key, node in plan.nodes.items():
        yield kept.get(key) or _draw_node(plan, key, node)
    for loop in plan.loops:
        if loop.middle is not None:
            yield kept.get(_LOOP + loop.name) or _draw_loop(plan, loop, loop.middle)


def _list_kept(plan: MapPlan, before: CausalPicture) -> dict[str, Group]:
    """Return the groups of what was taken over from the picture before, by their keys."""
    old = before.plan
    loops = set(map(id, old.loops))
    same = {key for key, arrow in plan.arrows.items() if old.arrows.get(key) is arrow}
    same |= {key for key, node in plan.nodes.items() if old.nodes.get(key) is node}
    same |= {_LOOP + loop.name for loop in plan.loops if id(loop) in loops}
    groups = (placed.group for placed in before.drawing.placed)
    return {group.key: group for group in groups if group.key in same}


def _draw_arrow(plan: MapPlan, arrow: PlannedArrow) -> Group:
    builder = GroupBuilder()
    builder.add("line", draw_arrow(plan, arrow))
    return builder.build(arrow.arrow.id, "arrow", arrow.bounds)


def _draw_node(plan: MapPlan, node_id: str, node: PlannedNode) -> Group:
    builder = GroupBuilder()
    builder.add("", draw_box(plan, node))
    x, y = plan.find_text_place(node_id)
    if node.note is not None:
        builder.add_text("note", node.note, x, y - node.note.height)
    builder.add_text("text", node.text, x, y)
    return builder.build(node_id, "node", node.box, label=node.said)


def _draw_loop(plan: MapPlan, loop: PlannedLoop, middle: Point) -> Group:
    builder = GroupBuilder()
    builder.add("", draw_badge(plan, loop))
    (x, y), radius = middle, plan.badge_radius
    text = loop.text
    builder.add_text("name", text, x - text.width / 2, y - text.height / 2)
    bounds = Bounds(x - radius, y - radius, x + radius, y + radius)
    return builder.build(_LOOP + loop.name, "loop", bounds)
