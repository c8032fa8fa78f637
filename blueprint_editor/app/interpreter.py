"""The language that the program speaks: our texts and Qt's own."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from blueprint_editor.language.texts import use_language


class Interpreter(QObject):
    """Speaks one language at a time."""

    def __init__(self, app: QApplication, locale_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._locale_folder = locale_folder
        self._translator: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Use a language for everything that is said from now on."""
        use_language(language, self._locale_folder)
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(self._translator)
