"""The language that the program speaks: our texts and Qt's own."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from blueprint_editor.language.texts import _, msgid, use_language

_MISSING = frozenset(
    {
        msgid("&Look in:"),
        msgid("Files of &type:"),
        msgid("Folder"),
        msgid("Double Sided Printing"),
        msgid("Off"),
        msgid("Long side binding"),
        msgid("Short side binding"),
        msgid("Page &Set:"),
    }
)
"""Texts of Qt's dialogs on Linux for files and printers that its Finnish translation lacks."""


class _Gaps(QTranslator):
    """Is asked after Qt's own translation, for what that lacks."""

    def translate(
        self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        # An empty text would be taken for a translation.
        return _(text) if text in _MISSING else text


class _Whole(QTranslator):
    """Qt's own translation, in which the key that ends a line is called as it is elsewhere."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context == "QShortcut" and text == "Return":
            return "Enter"
        # Nothing at all lets Qt ask the next one.
        return super().translate(context, text, disambiguation, n) or None


class Interpreter(QObject):
    """Speaks one language at a time."""

    def __init__(self, app: QApplication, locale_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._locale_folder = locale_folder
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Use a language for everything that is said from now on."""
        use_language(language, self._locale_folder)
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        whole = _Whole(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if whole.load(f"qtbase_{language}", folder):
            # Qt asks the one that came last first.
            gaps = [] if language == "en" else [_Gaps(self)]
            self._translators = [*gaps, whole]
        for translator in self._translators:
            self._app.installTranslator(translator)
