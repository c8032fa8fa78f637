"""Actions that add records."""

from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.several import Several
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.inclusion import list_missing_names
from blueprint_editor.model.records import Tag
from blueprint_editor.session.edits import find_connection_start, free_place
from blueprint_editor.ui.actions.mark_actions import MARK_ACTIONS
from blueprint_editor.ui.actions.spec import ActionSpec, Desk, has_one_card_selected
from blueprint_editor.ui.actions.structure_actions import NEW_STRUCTURE_ACTIONS


def _add_inclusion_tags(desk: Desk) -> None:
    """Add the tags of the three sides of inclusion that are missing, as one step."""
    document = desk.session.document
    new_ids = SeededIds(document, make_random_tail())
    tags = [
        AddRecord("tags", Tag(id=new_ids.take("tags"), name=name))
        for name in list_missing_names(document)
    ]
    desk.session.execute(Several(tags[0].name, tuple(tags)))
    desk.session.end_step()


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
    ActionSpec(
        "inclusion_tags",
        msgid("Tags of Inclusion"),
        _add_inclusion_tags,
        "insert",
        is_enabled=lambda desk: bool(list_missing_names(desk.session.document)),
    ),
)
