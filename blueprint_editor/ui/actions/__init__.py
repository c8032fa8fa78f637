"""Everything that a person can do, in one table of actions."""

from blueprint_editor.ui.actions.making import (
    full_text,
    make_actions,
    plain_text,
    refresh_actions,
    set_action_keys,
    set_keys,
)
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.actions.table import ACTIONS, CANVAS_KEYS, MAP_KEYS, MENUS, TOOLBAR

__all__ = [
    "ACTIONS",
    "CANVAS_KEYS",
    "MAP_KEYS",
    "MENUS",
    "TOOLBAR",
    "ActionSpec",
    "Desk",
    "full_text",
    "make_actions",
    "plain_text",
    "refresh_actions",
    "set_action_keys",
    "set_keys",
]
