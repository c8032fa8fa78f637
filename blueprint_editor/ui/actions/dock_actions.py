"""Actions that show a dock and put the keyboard into it, one for each dock of the table."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.docks.table import DOCKS, DockSpec

_BUTTONS: dict[str, tuple[str, str]] = {
    "filter": ("filter", msgid("Filter")),
    "find": ("search", msgid("Find")),
}
"""Docks with a button in the toolbar: its icon and its word."""


def _make_action(spec: DockSpec) -> ActionSpec:
    def is_shown(desk: Desk) -> bool:
        return desk.docks.is_shown(spec.name)

    icon, word = _BUTTONS.get(spec.name, ("", ""))
    return ActionSpec(
        f"show_{spec.name}",
        spec.title,
        lambda desk: desk.docks.toggle(spec.name),
        spec.menu,
        spec.shortcuts,
        icon,
        word,
        is_checked=is_shown,
        starts_group=spec is DOCKS[0] or spec.menu != "view",
        keeps_editing=True,
    )


DOCK_ACTIONS: tuple[ActionSpec, ...] = tuple(map(_make_action, DOCKS))
