"""The language that the program speaks: our texts and Qt's own."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from blueprint_editor.language.texts import use_language


class Interpreter(QObject):
    """Speaks one language at a time.

    Qt asks translators from any thread, also while that holds a lock of Qt's own. So they are all
    made in Qt: one written in Python would wait there for Python, which may wait for that lock.
    """

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
            translator.deleteLater()
        self._translators.clear()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # Qt asks the one that came last first: what its own translation lacks, or calls otherwise.
        self._add(f"qtbase_{language}", qt_folder)
        self._add("qt_gaps", str(self._locale_folder / language))

    def _add(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._translators.append(translator)
        else:
            translator.deleteLater()
