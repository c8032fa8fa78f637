"""Which keys an action has: its usual ones, or those that the person wants.

An action of the causal map that bears the name of one of the blueprint's has the keys of that.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from blueprint_editor.language.texts import _
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


class Keyed(Protocol):
    """An action, as far as its keys go; see :class:`ActionSpec`."""

    @property
    def name(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def submenu(self) -> str: ...

    @property
    def shortcuts(self) -> tuple[str, ...]: ...


def list_scopes() -> tuple[tuple[Keyed, ...], ...]:
    """Return the actions of each kind of window; in one window no two have the same keys."""
    # Late: the first paint needs no map.
    from blueprint_editor.ui.causal.actions import MAP_ACTIONS  # noqa: PLC0415

    return ACTIONS, MAP_ACTIONS


def list_own_map_actions() -> tuple[Keyed, ...]:
    """Return the actions of the causal map that have keys of their own."""
    poster, causal_map = list_scopes()
    names = {spec.name for spec in poster}
    return tuple(spec for spec in causal_map if spec.name not in names)


def find_keys(spec: Keyed, preferences: Preferences) -> tuple[str, ...]:
    """Return the keys of an action in Qt's portable notation; the first is shown."""
    return preferences.keys.get(spec.name, spec.shortcuts)


def name_keys(keys: str) -> str:
    """Return keys as they are written on this system, in the language of now."""
    return QKeySequence(keys).toString(_NATIVE)


def normalise_keys(keys: str) -> str:
    """Return keys in the one notation in which they can be compared."""
    return QKeySequence(keys).toString(_PORTABLE)


def find_holder(keys: str, name: str, preferences: Preferences) -> Keyed | None:
    """Return the action that has these keys now, in a window where the one of a name stands."""
    wanted = normalise_keys(keys)
    for spec in _iter_beside(name):
        if wanted in map(normalise_keys, find_keys(spec, preferences)):
            return spec
    return None


def _iter_beside(name: str) -> Iterator[Keyed]:
    """Yield the actions of all windows where the one of a name stands, as the first has them."""
    scopes = list_scopes()
    first = {spec.name: spec for scope in reversed(scopes) for spec in scope}
    for scope in scopes:
        names = [spec.name for spec in scope]
        if name in names:
            yield from (first[other] for other in names)


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
    """Return preferences in which an action has these keys, and no other beside it has them."""
    wanted = {normalise_keys(each) for each in keys}
    usual = {spec.name: spec.shortcuts for scope in list_scopes() for spec in scope}
    changed = {other: preferences.keys.get(other, own) for other, own in usual.items()}
    for spec in _iter_beside(name):
        held = changed[spec.name]
        changed[spec.name] = tuple(each for each in held if normalise_keys(each) not in wanted)
    changed[name] = keys
    # Actions of a later version keep what they have in the file.
    unknown = {other: held for other, held in preferences.keys.items() if other not in usual}
    kept = {other: held for other, held in changed.items() if held != usual[other]}
    return replace(preferences, keys=MappingProxyType({**unknown, **kept}))
