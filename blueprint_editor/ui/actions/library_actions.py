"""Actions of the service library that need no entry to be chosen; the others are in its dock."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec

LIBRARY_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "add_to_library",
        msgid("Add to My Library"),
        lambda desk: desk.services.add_selected(),
        "edit",
        is_enabled=lambda desk: bool(desk.services.list_selected()),
        starts_group=True,
        contexts=frozenset({"card"}),
    ),
    ActionSpec(
        "update_from_library",
        msgid("Update From the Library…"),
        lambda desk: desk.services.show_update(),
        "edit",
        is_enabled=lambda desk: desk.services.count_linked() > 0,
    ),
)
