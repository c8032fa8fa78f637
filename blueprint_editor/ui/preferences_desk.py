"""Where preferences change while the program runs; who follows them is told."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from blueprint_editor.ui.preferences import Preferences


class PreferencesDesk(QObject):
    """Holds the preferences of now.

    Signals:
        changed: they are others; carries the older and the newer ones.
    """

    changed = Signal(object, object)

    def __init__(self, current: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._current = current

    @property
    def current(self) -> Preferences:
        return self._current

    def change(self, preferences: Preferences) -> None:
        """Want something else from now on."""
        older, self._current = self._current, preferences
        if older != preferences:
            self.changed.emit(older, preferences)

    def choose_language(self, language: str) -> None:
        """Want another language of the interface."""
        self.change(replace(self._current, language=language))
