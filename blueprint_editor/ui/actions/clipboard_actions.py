"""Actions that move cards to and from the clipboard."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import (
    ActionSpec,
    has_cards_selected,
    has_cursor,
    has_selection,
)

_PICTURE = msgid("Copy as Picture")

CLIPBOARD_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "cut",
        msgid("Cut"),
        lambda desk: desk.clipboard.cut(),
        "edit",
        ("Ctrl+X",),
        is_enabled=has_cards_selected,
        starts_group=True,
        contexts=frozenset({"card"}),
    ),
    ActionSpec(
        "copy",
        msgid("Copy"),
        lambda desk: desk.clipboard.copy(),
        "edit",
        ("Ctrl+C",),
        is_enabled=has_cards_selected,
        contexts=frozenset({"card"}),
    ),
    ActionSpec(
        "paste",
        msgid("Paste"),
        lambda desk: desk.clipboard.paste(),
        "edit",
        ("Ctrl+V",),
        is_enabled=has_cursor,
        contexts=frozenset({"card", "cell"}),
    ),
    ActionSpec(
        "copy_selection_picture",
        msgid("Selected Records"),
        lambda desk: desk.clipboard.copy_picture("selection"),
        "edit",
        ("Ctrl+Shift+C",),
        is_enabled=has_selection,
        submenu=_PICTURE,
    ),
    ActionSpec(
        "copy_phase_picture",
        msgid("The Phase in Hand"),
        lambda desk: desk.clipboard.copy_picture("phase"),
        "edit",
        is_enabled=has_cursor,
        submenu=_PICTURE,
    ),
    ActionSpec(
        "copy_page_picture",
        msgid("The Whole Page"),
        lambda desk: desk.clipboard.copy_picture("page"),
        "edit",
        submenu=_PICTURE,
    ),
)
