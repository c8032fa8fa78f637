"""Actions that move what is selected."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.edits import shift_selection
from blueprint_editor.ui.actions.spec import ActionSpec, has_cards_selected

ARRANGE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "move_left",
        msgid("Move Card &Left"),
        lambda desk: shift_selection(desk.session, "left"),
        "arrange",
        ("Alt+Left",),
        is_enabled=has_cards_selected,
    ),
    ActionSpec(
        "move_right",
        msgid("Move Card &Right"),
        lambda desk: shift_selection(desk.session, "right"),
        "arrange",
        ("Alt+Right",),
        is_enabled=has_cards_selected,
    ),
    ActionSpec(
        "move_up",
        msgid("Move Card &Up"),
        lambda desk: shift_selection(desk.session, "up"),
        "arrange",
        ("Alt+Up",),
        is_enabled=has_cards_selected,
    ),
    ActionSpec(
        "move_down",
        msgid("Move Card &Down"),
        lambda desk: shift_selection(desk.session, "down"),
        "arrange",
        ("Alt+Down",),
        is_enabled=has_cards_selected,
    ),
)
