"""The one table of actions; menus, toolbar, shortcuts and the list of keys are built from it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.view import KEY_STEP
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import (
    delete_selection,
    free_place,
    select_all,
    selected_cards,
    shift_selection,
)
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.files import FileDesk
from blueprint_editor.ui.picture_desk import PictureDesk


class Desk(NamedTuple):
    """What actions act on."""

    session: DocumentSession
    canvas: PosterCanvas
    files: FileDesk
    exports: ExportDesk
    pictures: PictureDesk
    show_shortcuts: Callable[[], object]
    show_about: Callable[[], object]
    close_window: Callable[[], object]


def _always(_desk: Desk) -> bool:
    return True


def _has_cards_selected(desk: Desk) -> bool:
    return bool(selected_cards(desk.session))


def _has_one_card_selected(desk: Desk) -> bool:
    return len(selected_cards(desk.session)) == 1


def _has_selection(desk: Desk) -> bool:
    return bool(desk.session.selection.records)


def _has_cursor(desk: Desk) -> bool:
    return desk.session.selection.cursor is not None


class ActionSpec(NamedTuple):
    """One thing that a person can do.

    Attributes:
        name: its own name in the program.
        text: message id of the menu's line, with ``&`` before its mnemonic.
        run: does it.
        menu: name of the menu; a menu's actions stand in the table's order.
        shortcuts: in Qt's portable notation; the first is shown.
        icon: name of its icon, where it has one.
        word: message id of the one word below the icon, for those of the toolbar.
        is_enabled: whether it makes sense now.
        starts_group: a line stands before it in the menu and in the toolbar.
        keeps_editing: what is being typed goes on; otherwise it is committed first.
    """

    name: str
    text: str
    run: Callable[[Desk], object]
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    word: str = ""
    is_enabled: Callable[[Desk], bool] = _always
    starts_group: bool = False
    keeps_editing: bool = False


MENUS: tuple[tuple[str, str], ...] = (
    ("file", msgid("&File")),
    ("edit", msgid("&Edit")),
    ("view", msgid("&View")),
    ("insert", msgid("&Insert")),
    ("arrange", msgid("&Arrange")),
    ("help", msgid("&Help")),
)
"""(name, message id of the title) of each menu, left to right."""

ACTIONS: tuple[ActionSpec, ...] = (
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
        "quit",
        msgid("&Quit"),
        lambda desk: desk.close_window(),
        "file",
        ("Ctrl+Q",),
        starts_group=True,
    ),
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
    ),
    ActionSpec(
        "picture",
        msgid("&Picture…"),
        lambda desk: desk.pictures.ask_for_picture(),
        "insert",
        ("Ctrl+Shift+P",),
        is_enabled=_has_one_card_selected,
    ),
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
        is_enabled=_has_cursor,
        starts_group=True,
    ),
    ActionSpec(
        "delete",
        msgid("&Delete"),
        lambda desk: delete_selection(desk.session),
        "edit",
        ("Delete", "Backspace"),
        "delete",
        msgid("Delete"),
        is_enabled=_has_selection,
    ),
    ActionSpec(
        "select_all",
        msgid("Select &All"),
        lambda desk: select_all(desk.session),
        "edit",
        ("Ctrl+A",),
        starts_group=True,
    ),
    ActionSpec(
        "zoom_in",
        msgid("Zoom &In"),
        lambda desk: desk.canvas.zoom_by(KEY_STEP),
        "view",
        ("Ctrl++", "Ctrl+="),
        keeps_editing=True,
    ),
    ActionSpec(
        "zoom_out",
        msgid("Zoom &Out"),
        lambda desk: desk.canvas.zoom_by(1 / KEY_STEP),
        "view",
        ("Ctrl+-",),
        keeps_editing=True,
    ),
    ActionSpec(
        "actual_size",
        msgid("Actual &Size"),
        lambda desk: desk.canvas.set_zoom(1.0),
        "view",
        ("Ctrl+1",),
        keeps_editing=True,
    ),
    ActionSpec(
        "fit_page",
        msgid("&Fit to Window"),
        lambda desk: desk.canvas.fit_page(),
        "view",
        ("Ctrl+0",),
        "fit",
        msgid("Whole Page"),
        starts_group=True,
        keeps_editing=True,
    ),
    ActionSpec(
        "fit_width",
        msgid("Fit &Width"),
        lambda desk: desk.canvas.fit_width(),
        "view",
        ("Ctrl+2",),
        "width",
        msgid("Page Width"),
        keeps_editing=True,
    ),
    ActionSpec(
        "fit_selection",
        msgid("Fit S&election"),
        lambda desk: desk.canvas.fit_selection(),
        "view",
        ("Ctrl+3",),
        is_enabled=_has_cursor,
        keeps_editing=True,
    ),
    ActionSpec(
        "move_left",
        msgid("Move Card &Left"),
        lambda desk: shift_selection(desk.session, "left"),
        "arrange",
        ("Alt+Left",),
        is_enabled=_has_cards_selected,
    ),
    ActionSpec(
        "move_right",
        msgid("Move Card &Right"),
        lambda desk: shift_selection(desk.session, "right"),
        "arrange",
        ("Alt+Right",),
        is_enabled=_has_cards_selected,
    ),
    ActionSpec(
        "move_up",
        msgid("Move Card &Up"),
        lambda desk: shift_selection(desk.session, "up"),
        "arrange",
        ("Alt+Up",),
        is_enabled=_has_cards_selected,
    ),
    ActionSpec(
        "move_down",
        msgid("Move Card &Down"),
        lambda desk: shift_selection(desk.session, "down"),
        "arrange",
        ("Alt+Down",),
        is_enabled=_has_cards_selected,
    ),
    ActionSpec(
        "shortcuts",
        msgid("&Keyboard Shortcuts"),
        lambda desk: desk.show_shortcuts(),
        "help",
        ("F1",),
    ),
    ActionSpec("about", msgid("&About"), lambda desk: desk.show_about(), "help"),
)

TOOLBAR: tuple[str, ...] = (
    "open", "save", "|", "add_card", "delete", "|", "undo", "redo", "|", "fit_page", "fit_width"
)  # fmt: skip
"""The toolbar from the left, ``|`` for a line; the export stands alone at the right."""

CANVAS_KEYS: tuple[tuple[str, str], ...] = (
    (msgid("Go to the next card or cell"), "← ↑ → ↓"),
    (msgid("Edit the card, or begin a new one"), "Enter"),
    (msgid("Begin a card in an empty cell"), msgid("just type")),
    (msgid("While typing: next card below"), "Enter"),
    (msgid("While typing: next step"), "Tab"),
    (msgid("While typing: new line"), "Shift+Enter"),
    (msgid("Leave without a trace"), "Esc"),
    (msgid("Select several cards"), "Shift+← ↑ → ↓"),
    (msgid("Zoom around the pointer"), msgid("Ctrl+wheel")),
    (msgid("Move the page"), msgid("Space+drag")),
)
"""(message id of what it does, keys) for what the canvas knows besides the actions."""


_MAC_ROLES = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}
"""Where macOS puts an action into the program's own menu."""


def make_actions(desk: Desk) -> dict[str, QAction]:
    """Return the actions by name, in the language of now."""
    made = {}
    for spec in ACTIONS:
        action = QAction(_(spec.text))
        action.setMenuRole(_MAC_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.triggered.connect(_make_slot(spec, desk))
        if spec.word:
            action.setIconText(_(spec.word))
            action.setToolTip(_make_tip(spec))
        made[spec.name] = action
    return made


def _make_slot(spec: ActionSpec, desk: Desk) -> Callable[[], None]:
    def run() -> None:
        if not spec.keeps_editing:
            desk.canvas.finish()
        if spec.is_enabled(desk):
            spec.run(desk)

    return run


def _make_tip(spec: ActionSpec) -> str:
    keys = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain_text(spec.text)} ({keys})"


def plain_text(text: str) -> str:
    """Return an action's text as a person says it."""
    return _(text).replace("&", "").removesuffix("…")


def refresh_actions(actions: dict[str, QAction], desk: Desk) -> None:
    """Enable what makes sense now, and name what undo and redo would do."""
    for spec in ACTIONS:
        actions[spec.name].setEnabled(spec.is_enabled(desk))
    history = desk.session.history
    for name, entry in (("undo", history.next_undo), ("redo", history.next_redo)):
        word = _("&Undo") if name == "undo" else _("&Redo")
        actions[name].setText(f"{word} {_(entry.name)}" if entry is not None else word)
        actions[name].setIconText(word.replace("&", ""))


def list_shortcuts() -> Iterable[tuple[str, str]]:
    """Yield (what it does, keys) for every key of the program."""
    native = QKeySequence.SequenceFormat.NativeText
    for spec in ACTIONS:
        if spec.shortcuts:
            keys = [QKeySequence(shortcut).toString(native) for shortcut in spec.shortcuts]
            yield plain_text(spec.text), ", ".join(keys)
    for text, keys_text in CANVAS_KEYS:
        yield _(text), _(keys_text)
