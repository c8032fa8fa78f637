"""Keys on the causal map that are no menu shortcuts: arrows, Enter, letters, signs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from blueprint_editor.canvas.causal.walking import (
    find_first_node,
    find_neighbour_node,
    middle_of,
)
from blueprint_editor.commands.causal import MoveCausalNodes, NodePlace
from blueprint_editor.session.causal_edits import find_causal_selection, select_in_map, set_sign
from blueprint_editor.session.navigation import Direction

if TYPE_CHECKING:
    from blueprint_editor.canvas.causal.view import CausalView

_WAYS: dict[int, tuple[Direction, tuple[int, int]]] = {
    Qt.Key.Key_Left: ("left", (-1, 0)),
    Qt.Key.Key_Right: ("right", (1, 0)),
    Qt.Key.Key_Up: ("up", (0, -1)),
    Qt.Key.Key_Down: ("down", (0, 1)),
}
_NUDGE = 4.0
"""In mm of the map."""
_SIGNS = {"+": "plus", "-": "minus", "−": "minus"}
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_HELD = _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier


def handle_map_key(view: "CausalView", event: QKeyEvent) -> bool:
    """Do what a key means; returns whether it means anything here."""
    key, text = event.key(), event.text()
    held = event.modifiers() & _HELD
    if key in _WAYS and held == _ALT:
        _nudge(view, *_WAYS[key][1])
        return True
    # AltGr, which only makes a letter, is Ctrl and Alt on Windows.
    if held and not (held == _CONTROL | _ALT and text.isprintable() and text):
        return False
    if key in _WAYS:
        is_more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        _walk(view, _WAYS[key][0], is_more=is_more)
    elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        _go_to_end(view, is_last=key == Qt.Key.Key_End)
    elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        view.edit_selection()
    else:
        return _type(view, text)
    return True


def _type(view: "CausalView", text: str) -> bool:
    """Give the selected arrows a sign, or begin a new node with a letter."""
    chosen = find_causal_selection(view.session)
    if chosen.arrows and not chosen.nodes and text in _SIGNS:
        set_sign(view.session, "plus" if text == "+" else "minus")
        return True
    if not text or not text.isprintable() or text.isspace():
        return False
    view.add_node(text)
    return True


def _walk(view: "CausalView", way: Direction, *, is_more: bool) -> None:
    plan, chosen = view.plan, find_causal_selection(view.session)
    found: str | None
    if chosen.arrows and chosen.arrows[-1] in plan.arrows:
        arrow = plan.arrows[chosen.arrows[-1]].arrow
        found = arrow.target if way in {"right", "down"} else arrow.source
    elif chosen.node is None:
        found = find_first_node(plan)
    else:
        found = find_neighbour_node(plan, chosen.node, way)
    if found is not None:
        kept = (node for node in chosen.nodes if is_more and node != found)
        select_in_map(view.session, *kept, found)


def _go_to_end(view: "CausalView", *, is_last: bool) -> None:
    nodes = view.plan.nodes
    if nodes:
        ends = sorted(nodes, key=lambda node: sum(nodes[node].box[:2]))
        select_in_map(view.session, ends[-1 if is_last else 0])


def _nudge(view: "CausalView", dx: int, dy: int) -> None:
    """Move the selected nodes a little; several times in a row are one step."""
    places = []
    for node in find_causal_selection(view.session).nodes:
        x, y = middle_of(view.plan.nodes[node].box)
        places.append(NodePlace(node, x + dx * _NUDGE, y + dy * _NUDGE))
    if places:
        view.session.execute(MoveCausalNodes(tuple(places)))
