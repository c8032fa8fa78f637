"""What a screen reader hears of the causal map, and what its lists say, in words."""

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.layout.causal import MapPlan, PlannedLoop
from blueprint_editor.session.causal_edits import CausalSelection


def tell_sign(sign: str) -> str:
    """Return what an arrow of a sign does."""
    return _("strengthens") if sign == "plus" else _("weakens")


def tell_node(plan: MapPlan, node: str) -> str:
    """Return what a node says; one without words is told to be so."""
    return " ".join(plan.nodes[node].said.split()) or _("(no words)")


def tell_arrow(plan: MapPlan, arrow: str) -> str:
    """Return a sentence on an arrow."""
    planned = plan.arrows[arrow].arrow
    return _("{source} {verb}: {target}").format(
        source=tell_node(plan, planned.source),
        verb=tell_sign(planned.sign),
        target=tell_node(plan, planned.target),
    )


def tell_loop(plan: MapPlan, loop: PlannedLoop) -> str:
    """Return a loop's name, kind and way."""
    nodes = loop.loop.nodes
    way = " → ".join(tell_node(plan, node) for node in (*nodes, nodes[0]))
    if loop.loop.is_reinforcing:
        return _("{name}, reinforcing: {way}").format(name=loop.name, way=way)
    return _("{name}, balancing: {way}").format(name=loop.name, way=way)


def tell_selection(plan: MapPlan, chosen: CausalSelection) -> str:
    """Return one sentence on what is selected."""
    nodes = [node for node in chosen.nodes if node in plan.nodes]
    arrows = [arrow for arrow in chosen.arrows if arrow in plan.arrows]
    count = len(nodes) + len(arrows)
    if count > 1:
        return ngettext("{count} part selected", "{count} parts selected", count).format(
            count=count
        )
    if arrows:
        return _("Arrow. {sentence}").format(sentence=tell_arrow(plan, arrows[0]))
    if not nodes:
        return tell_map(plan)
    told = [_("Factor. {text}").format(text=tell_node(plan, nodes[0]))]
    told += [tell_arrow(plan, key) for key, a in plan.arrows.items() if a.arrow.source == nodes[0]]
    loops = [loop.name for loop in plan.loops if nodes[0] in loop.loop.nodes]
    if loops:
        told.append(_("In the loops {names}").format(names=", ".join(loops)))
    return ". ".join(told)


def tell_map(plan: MapPlan) -> str:
    """Return how much there is on the map."""
    counts = (
        ngettext("{count} factor", "{count} factors", len(plan.nodes)),
        ngettext("{count} arrow", "{count} arrows", len(plan.arrows)),
        ngettext("{count} loop", "{count} loops", len(plan.loops)),
    )
    sizes = (len(plan.nodes), len(plan.arrows), len(plan.loops))
    return ", ".join(text.format(count=n) for text, n in zip(counts, sizes, strict=True))
