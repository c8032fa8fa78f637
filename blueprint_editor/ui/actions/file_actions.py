"""Actions on files: open, save, export."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec

FILE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new",
        msgid("&New…"),
        lambda desk: desk.shell.show_start_page(),
        "file",
        ("Ctrl+N",),
        "new",
    ),
    ActionSpec(
        "open",
        msgid("&Open…"),
        lambda desk: desk.files.ask_to_open(),
        "file",
        ("Ctrl+O",),
        "open",
        msgid("Open"),
    ),
    ActionSpec(
        "save",
        msgid("&Save"),
        lambda desk: desk.files.save(),
        "file",
        ("Ctrl+S",),
        "save",
        msgid("Save"),
        starts_group=True,
    ),
    ActionSpec(
        "save_as",
        msgid("Save &As…"),
        lambda desk: desk.files.save_as(),
        "file",
        ("Ctrl+Shift+S",),
    ),
    ActionSpec(
        "export_pdf",
        msgid("&Export PDF Poster…"),
        lambda desk: desk.exports.ask_to_export(),
        "file",
        ("Ctrl+E",),
        "export",
        msgid("Export PDF"),
        starts_group=True,
    ),
    ActionSpec(
        "close",
        msgid("&Close"),
        lambda desk: desk.close_document(),
        "file",
        ("Ctrl+W",),
        starts_group=True,
    ),
    ActionSpec(
        "quit",
        msgid("&Quit"),
        lambda desk: desk.shell.quit(),
        "file",
        ("Ctrl+Q",),
    ),
)
