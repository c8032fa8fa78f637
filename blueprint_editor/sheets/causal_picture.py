"""The causal map as its view shows it: a group for each node, arrow and loop, in the map's mm."""

from typing import Final, NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Group, PageFit, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.language.causal_words import find_causal_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.causal import MapPlan, MapWish, plan_map
from blueprint_editor.layout.causal.ink import draw_arrow, draw_badge, draw_box
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent

_EDGE: Final = 16.0
_LEAST: Final = (200.0, 130.0)
"""Of the page around the map, in mm: its edge, and how small it may be."""


class CausalPicture(NamedTuple):
    """A document's causal map: its plan, and the drawing of that."""

    plan: MapPlan
    drawing: Drawing


def compose_causal_map(
    content: DocumentContent, facts: DerivedFacts, typesetter: Typesetter
) -> CausalPicture:
    """Return the map of a document; ``facts`` are where the codes of its cards are from."""
    words, terms = find_causal_words(content.language), find_terms(content.language)
    plan = plan_map(MapWish(content, facts, words, terms), typesetter)
    page = _find_page(plan.area)
    return CausalPicture(
        plan,
        Drawing(
            page.width,
            page.height,
            placed=tuple(_place_all(plan)),
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


def _place_all(plan: MapPlan) -> list[Placed]:
    """Return all groups: arrows below nodes, the names of loops above all."""
    groups: list[Group] = []
    for arrow_id, arrow in plan.arrows.items():
        builder = GroupBuilder()
        builder.add("line", draw_arrow(plan, arrow))
        groups.append(builder.build(arrow_id, "arrow", arrow.curve.bounds))
    for node_id, node in plan.nodes.items():
        builder = GroupBuilder()
        builder.add("", draw_box(plan, node))
        x, y = plan.find_text_place(node_id)
        if node.note is not None:
            builder.add_text("note", node.note, x, y - node.note.height)
        builder.add_text("text", node.text, x, y)
        groups.append(builder.build(node_id, "node", node.box, label=node.said))
    for loop in plan.loops:
        if loop.middle is None:
            continue
        builder = GroupBuilder()
        builder.add("", draw_badge(plan, loop))
        (x, y), radius = loop.middle, plan.badge_radius
        text = loop.text
        builder.add_text("name", text, x - text.width / 2, y - text.height / 2)
        bounds = Bounds(x - radius, y - radius, x + radius, y + radius)
        groups.append(builder.build(f"loop {loop.name}", "loop", bounds))
    return [Placed(group, 0.0, 0.0) for group in groups]
