"""Qt actions made from the table, and what is said of them."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence

from blueprint_editor.language.texts import _
from blueprint_editor.session.current import Context, find_context
from blueprint_editor.ui.actions.keys import Keyed, find_keys, name_keys
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.actions.table import ACTIONS
from blueprint_editor.ui.preferences import Preferences

_MAC_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
"""Where macOS puts an action into the program's own menu."""


def make_actions(desk: Desk) -> dict[str, QAction]:
    """Return the actions by name, in the language of now."""
    made = {}
    for spec in ACTIONS:
        action = QAction(_(spec.text))
        action.setMenuRole(_MAC_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        action.setCheckable(spec.is_checked is not None)
        action.triggered.connect(_make_slot(spec, desk))
        if spec.word:
            action.setIconText(_(spec.word))
        made[spec.name] = action
    set_keys(made, desk.shell.preferences.current)
    return made


def set_keys(actions: dict[str, QAction], preferences: Preferences) -> None:
    """Give the actions the keys that the person wants."""
    for spec in ACTIONS:
        keys = find_keys(spec, preferences)
        set_action_keys(actions[spec.name], keys, full_text(spec))


def set_action_keys(action: QAction, keys: Sequence[str], tip: str) -> None:
    """Give an action its keys, and tell the first of them where the pointer rests on it."""
    action.setShortcuts([QKeySequence(each) for each in keys])
    action.setToolTip(f"{tip} ({name_keys(keys[0])})" if keys else tip)


def _make_slot(spec: ActionSpec, desk: Desk) -> Callable[[], None]:
    def run() -> None:
        if not spec.keeps_editing:
            desk.canvas.finish()
        if _makes_sense(spec, desk, find_context(desk.session)):
            spec.run(desk)

    return run


def _makes_sense(spec: ActionSpec, desk: Desk, context: Context) -> bool:
    return (not spec.needs_context or context in spec.contexts) and spec.is_enabled(desk)


def plain_text(text: str) -> str:
    """Return an action's text as a person says it."""
    return _(text).replace("&", "").removesuffix("…")


def full_text(spec: Keyed) -> str:
    """Return what an action is called where no menu stands around it."""
    text = plain_text(spec.text)
    return f"{plain_text(spec.submenu)}: {text}" if spec.submenu else text


def refresh_actions(actions: dict[str, QAction], desk: Desk) -> None:
    """Enable what makes sense now, and name what undo and redo would do."""
    context = find_context(desk.session)
    for spec in ACTIONS:
        actions[spec.name].setEnabled(_makes_sense(spec, desk, context))
        if spec.is_checked is not None:
            actions[spec.name].setChecked(spec.is_checked(desk))
    history = desk.session.history
    for name, entry in (("undo", history.next_undo), ("redo", history.next_redo)):
        word = _("&Undo") if name == "undo" else _("&Redo")
        actions[name].setText(f"{word} {_(entry.name)}" if entry is not None else word)
        actions[name].setIconText(word.replace("&", ""))
