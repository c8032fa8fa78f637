"""Qt actions made from the table, and what is said of them."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence

from blueprint_editor.language.texts import _
from blueprint_editor.session.current import Context, find_context
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.actions.table import ACTIONS, CANVAS_KEYS

_MAC_ROLES = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}
"""Where macOS puts an action into the program's own menu."""


def make_actions(desk: Desk) -> dict[str, QAction]:
    """Return the actions by name, in the language of now."""
    made = {}
    for spec in ACTIONS:
        action = QAction(_(spec.text))
        action.setMenuRole(_MAC_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        action.setCheckable(spec.is_checked is not None)
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
        if _makes_sense(spec, desk, find_context(desk.session)):
            spec.run(desk)

    return run


def _makes_sense(spec: ActionSpec, desk: Desk, context: Context) -> bool:
    return (not spec.needs_context or context in spec.contexts) and spec.is_enabled(desk)


def _make_tip(spec: ActionSpec) -> str:
    keys = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain_text(spec.text)} ({keys})"


def plain_text(text: str) -> str:
    """Return an action's text as a person says it."""
    return _(text).replace("&", "").removesuffix("…")


def full_text(spec: ActionSpec) -> str:
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


def list_shortcuts() -> Iterable[tuple[str, str]]:
    """Yield (what it does, keys) for every key of the program."""
    native = QKeySequence.SequenceFormat.NativeText
    for spec in ACTIONS:
        if spec.shortcuts:
            keys = [QKeySequence(shortcut).toString(native) for shortcut in spec.shortcuts]
            yield full_text(spec), ", ".join(keys)
    for text, keys_text in CANVAS_KEYS:
        yield _(text), _(keys_text)
