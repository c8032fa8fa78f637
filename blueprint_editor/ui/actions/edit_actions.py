"""Actions that change or select what is there."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.current import Context
from blueprint_editor.session.edits import (
    delete_selection,
    duplicate_selection,
    select_all,
    select_around,
    select_next_hanging,
)
from blueprint_editor.ui.actions.spec import (
    ActionSpec,
    has_cards_selected,
    has_cursor,
    has_selection,
)

WITH_TEXT: frozenset[Context] = frozenset(
    {"card", "connector", "mark", "lane", "phase", "step", "band"}
)
"""What bears a text on the poster, and can be deleted there."""

EDIT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "undo",
        msgid("&Undo"),
        lambda desk: desk.session.undo(),
        "edit",
        ("Ctrl+Z",),
        "undo",
        msgid("Undo"),
        is_enabled=lambda desk: desk.session.history.next_undo is not None,
        starts_group=True,
    ),
    ActionSpec(
        "redo",
        msgid("&Redo"),
        lambda desk: desk.session.redo(),
        "edit",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
        msgid("Redo"),
        is_enabled=lambda desk: desk.session.history.next_redo is not None,
    ),
    ActionSpec(
        "edit_text",
        msgid("&Edit Text"),
        lambda desk: desk.canvas.edit_selection(),
        "edit",
        ("F2",),
        is_enabled=lambda desk: has_cursor(desk) or has_selection(desk),
        starts_group=True,
        contexts=WITH_TEXT,
    ),
    ActionSpec(
        "duplicate",
        msgid("Du&plicate"),
        lambda desk: duplicate_selection(desk.session),
        "edit",
        ("Ctrl+D",),
        contexts=frozenset({"card"}),
        is_enabled=has_cards_selected,
    ),
    ActionSpec(
        "delete",
        msgid("&Delete"),
        lambda desk: delete_selection(desk.session),
        "edit",
        ("Delete", "Backspace"),
        "delete",
        msgid("Delete"),
        is_enabled=has_selection,
        contexts=WITH_TEXT,
    ),
    ActionSpec(
        "select_all",
        msgid("Select &All"),
        lambda desk: select_all(desk.session),
        "edit",
        ("Ctrl+A",),
        starts_group=True,
        contexts=frozenset({"page"}),
    ),
    ActionSpec(
        "select_lane",
        msgid("Select &Lane"),
        lambda desk: select_around(desk.session, "lane"),
        "edit",
        ("Shift+Space",),
        is_enabled=has_cursor,
    ),
    ActionSpec(
        "select_step",
        msgid("Select &Step"),
        lambda desk: select_around(desk.session, "step"),
        "edit",
        ("Ctrl+Space",),
        is_enabled=has_cursor,
    ),
    ActionSpec(
        "select_phase",
        msgid("Select P&hase"),
        lambda desk: select_around(desk.session, "phase"),
        "edit",
        ("Ctrl+Shift+Space",),
        is_enabled=has_cursor,
    ),
    ActionSpec(
        "next_hanging",
        msgid("&Next Mark or Connector"),
        lambda desk: select_next_hanging(desk.session),
        "edit",
        ("Ctrl+J",),
        is_enabled=has_cursor,
    ),
    ActionSpec(
        "palette",
        msgid("Command Pale&tte…"),
        lambda desk: desk.window.show_palette(),
        "edit",
        ("Ctrl+K",),
        "search",
        msgid("Search"),
        starts_group=True,
    ),
)
