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
        "versions",
        msgid("Earlier &Versions…"),
        lambda desk: desk.safety.show_versions(),
        "file",
        is_enabled=lambda desk: desk.safety.has_versions,
        starts_group=True,
    ),
    ActionSpec(
        "forget",
        msgid("&Forget This Document’s History…"),
        lambda desk: desk.safety.ask_to_forget(),
        "file",
        is_enabled=lambda desk: desk.safety.has_versions,
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
