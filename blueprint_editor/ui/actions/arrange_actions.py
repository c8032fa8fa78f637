"""Actions that move what is selected, and change its kind or its whole."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.current import Context
from blueprint_editor.session.edits import shift_selection
from blueprint_editor.ui.actions.card_actions import CARD_ACTIONS
from blueprint_editor.ui.actions.connector_actions import CONNECTOR_ACTIONS
from blueprint_editor.ui.actions.path_actions import PATH_ACTIONS
from blueprint_editor.ui.actions.spec import ActionSpec
from blueprint_editor.ui.actions.structure_actions import STRUCTURE_ACTIONS

_ACROSS: frozenset[Context] = frozenset({"card", "phase", "step"})
_UPRIGHT: frozenset[Context] = frozenset({"card", "lane", "mark"})

ARRANGE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "move_left",
        msgid("Move &Left"),
        lambda desk: shift_selection(desk.session, "left"),
        "arrange",
        ("Alt+Left",),
        contexts=_ACROSS,
        needs_context=True,
    ),
    ActionSpec(
        "move_right",
        msgid("Move &Right"),
        lambda desk: shift_selection(desk.session, "right"),
        "arrange",
        ("Alt+Right",),
        contexts=_ACROSS,
        needs_context=True,
    ),
    ActionSpec(
        "move_up",
        msgid("Move &Up"),
        lambda desk: shift_selection(desk.session, "up"),
        "arrange",
        ("Alt+Up",),
        contexts=_UPRIGHT,
        needs_context=True,
    ),
    ActionSpec(
        "move_down",
        msgid("Move &Down"),
        lambda desk: shift_selection(desk.session, "down"),
        "arrange",
        ("Alt+Down",),
        contexts=_UPRIGHT,
        needs_context=True,
    ),
    *CARD_ACTIONS,
    *CONNECTOR_ACTIONS,
    *STRUCTURE_ACTIONS,
    *PATH_ACTIONS,
)
