"""Actions that explain the program."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec

HELP_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "guide",
        msgid("&Guide"),
        lambda desk: desk.shell.dialogs.show_guide(desk.window),
        "help",
        ("F1",),
    ),
    ActionSpec(
        "shortcuts",
        msgid("&Keyboard Shortcuts"),
        lambda desk: desk.shell.dialogs.show_keys(desk.window),
        "help",
        ("Ctrl+F1",),
    ),
    ActionSpec(
        "about", msgid("&About"), lambda desk: desk.shell.dialogs.show_about(desk.window), "help"
    ),
)
