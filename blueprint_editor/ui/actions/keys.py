"""Which keys an action has: its usual ones, or those that the person wants."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from blueprint_editor.language.texts import _
from blueprint_editor.ui.actions.spec import ActionSpec
from blueprint_editor.ui.actions.table import ACTIONS
from blueprint_editor.ui.preferences import Preferences

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_HOLDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TYPING = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Space,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
"""Keys that the poster needs itself, unless Ctrl or Alt is held."""
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
_EDIT_KEYS = frozenset(
    {
        Qt.Key.Key_Insert,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
"""Keys that type nothing, so that an action may have them alone."""


def find_keys(spec: ActionSpec, preferences: Preferences) -> tuple[str, ...]:
    """Return the keys of an action in Qt's portable notation; the first is shown."""
    return preferences.keys.get(spec.name, spec.shortcuts)


def name_keys(keys: str) -> str:
    """Return keys as they are written on this system, in the language of now."""
    return QKeySequence(keys).toString(_NATIVE)


def normalise_keys(keys: str) -> str:
    """Return keys in the one notation in which they can be compared."""
    return QKeySequence(keys).toString(_PORTABLE)


def find_holder(keys: str, preferences: Preferences) -> ActionSpec | None:
    """Return the action that has these keys now."""
    wanted = normalise_keys(keys)
    for spec, held in _iter_keys(preferences):
        if normalise_keys(held) == wanted:
            return spec
    return None


def _iter_keys(preferences: Preferences) -> Iterator[tuple[ActionSpec, str]]:
    for spec in ACTIONS:
        for held in find_keys(spec, preferences):
            yield spec, held


def tell_unfit(pressed: QKeyCombination) -> str:
    """Return why a key can be no action's, or nothing if it can."""
    if pressed.keyboardModifiers() & _HOLDING:
        return ""
    key = pressed.key()
    if key in _TYPING:
        return _("The poster itself needs this key. Hold Ctrl or Alt with it.")
    if key in _FUNCTION_KEYS or key in _EDIT_KEYS:
        return ""
    return _("This key types a letter. Hold Ctrl or Alt with it.")


def give_keys(preferences: Preferences, name: str, keys: tuple[str, ...]) -> Preferences:
    """Return preferences in which an action has these keys, and no other action has them."""
    wanted = {normalise_keys(each) for each in keys}
    usual = {spec.name: spec.shortcuts for spec in ACTIONS}
    changed = {spec.name: find_keys(spec, preferences) for spec in ACTIONS}
    for other, held in changed.items():
        changed[other] = tuple(each for each in held if normalise_keys(each) not in wanted)
    changed[name] = keys
    # Actions of a later version keep what they have in the file.
    unknown = {other: held for other, held in preferences.keys.items() if other not in usual}
    kept = {other: held for other, held in changed.items() if held != usual[other]}
    return replace(preferences, keys=MappingProxyType({**unknown, **kept}))
