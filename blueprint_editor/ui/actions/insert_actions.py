"""Actions that add records."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.edits import find_connection_start, free_place
from blueprint_editor.ui.actions.mark_actions import MARK_ACTIONS
from blueprint_editor.ui.actions.spec import ActionSpec, has_one_card_selected
from blueprint_editor.ui.actions.structure_actions import NEW_STRUCTURE_ACTIONS

INSERT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "add_card",
        msgid("&New Card"),
        lambda desk: desk.canvas.add_card(),
        "insert",
        ("Ctrl+Shift+Return", "Insert"),
        "card",
        msgid("Card"),
        is_enabled=lambda desk: free_place(desk.session) is not None,
        starts_group=True,
        contexts=frozenset({"card", "cell"}),
    ),
    ActionSpec(
        "connect",
        msgid("C&onnector…"),
        lambda desk: desk.canvas.connect_selection(),
        "insert",
        ("Ctrl+L",),
        "connector",
        msgid("Connector"),
        is_enabled=lambda desk: find_connection_start(desk.session) is not None,
        contexts=frozenset({"card"}),
    ),
    *MARK_ACTIONS,
    ActionSpec(
        "to_causal_map",
        msgid("On the &Causal Map"),
        lambda desk: desk.causal.take_selected(),
        "insert",
        is_enabled=lambda desk: desk.causal.can_take,
        contexts=frozenset({"card", "mark"}),
    ),
    ActionSpec(
        "picture",
        msgid("&Picture…"),
        lambda desk: desk.pictures.ask_for_picture(),
        "insert",
        ("Ctrl+Shift+P",),
        is_enabled=has_one_card_selected,
        contexts=frozenset({"card"}),
    ),
    *NEW_STRUCTURE_ACTIONS,
)
