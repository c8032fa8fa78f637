"""The composition root of the editor: makes every part and hands it to those who need it."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QThreadPool, QTimer, QTranslator
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.document_windows import DocumentWindows
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.safety_stores import find_stores
from blueprint_editor.app.settings import Settings, SettingsFile, SettingsKeeper, WindowPlace
from blueprint_editor.canvas.accessibility import install_cells
from blueprint_editor.language.texts import choose_language, use_language
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.session.unsaved_work import UnsavedWork
from blueprint_editor.storage.file_guard import FileState, read_file
from blueprint_editor.storage.format import load_document
from blueprint_editor.storage.recovery import ExaminedWork
from blueprint_editor.ui.icons import make_app_icon
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.shell import Entry

if TYPE_CHECKING:
    from blueprint_editor.ui.recovery_desk import RecoveryDesk

FIRST_SAMPLE = "osatyokykyisen-palvelupolku.blueprint.json"
"""What is shown when no file is asked for."""
_AFTER_FIRST_PAINT_MS = 400


class EditorApplication(QApplication):
    """Hands on the files that macOS asks a running program to open."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.open_files: Callable[[Sequence[Path]], object] | None = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file() and self.open_files is not None:
            self.open_files([Path(event.file())])
            return True
        return super().event(event)


def run_editor(paths: Sequence[Path]) -> int:
    """Open the editor and return its exit status; each path is opened in a window."""
    app = EditorApplication(sys.argv[:1])
    editor = Editor(app, ResourceDir.find(), SettingsFile())
    app.open_files = editor.open_files
    editor.start(paths)
    status = app.exec()
    # A save or an export that is on its way is not cut off.
    QThreadPool.globalInstance().waitForDone()
    return status


class Editor(QObject):
    """The running editor; what its windows know of it is :class:`Shell`."""

    def __init__(self, app: QApplication, resources: ResourceDir, file: SettingsFile) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._settings = SettingsKeeper(file)
        self._write_later = QTimer(self)
        self._write_later.setSingleShot(True)
        self._write_later.setInterval(_AFTER_FIRST_PAINT_MS)
        self._write_later.timeout.connect(self._settings.flush)
        self._translator: QTranslator | None = None
        app.setApplicationName("blueprint-editor")
        app.setApplicationDisplayName("Blueprint Editor")
        app.setDesktopFileName("blueprint-editor")
        app.setWindowIcon(make_app_icon())
        install_cells()
        self._speak(choose_language(self._settings.current.language, QLocale.system().name()))
        stores = find_stores()
        self._unsaved = UnsavedWork(stores.journals, self)
        self._unsaved.changed.connect(self._offer_unsaved)
        self._recovery: RecoveryDesk | None = None
        self._documents = DocumentWindows(app, self, self._settings.current, stores)
        self._documents.setParent(self)
        self._documents.place_changed.connect(self._remember_place)

    @property
    def window(self) -> MainWindow | None:
        """The window with the keyboard, else the one opened last."""
        return self._documents.active

    def _speak(self, language: str) -> None:
        """Use a language for our texts and for Qt's own."""
        use_language(language, self._resources.resources / "locale")
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(self._translator)

    def start(self, paths: Sequence[Path]) -> None:
        """Show a window for each file; one that cannot be read is told about."""
        document, state, path, fault = self._read_first(paths)
        window = self._documents.show(document, state, path, place=self._settings.current.window)
        if fault is not None:
            window.files.tell_open_error(paths[0], fault)
        self.open_files(paths[1:], window)
        QTimer.singleShot(_AFTER_FIRST_PAINT_MS, self._unsaved, self._unsaved.look)

    def _offer_unsaved(self) -> None:
        """Tell of unsaved work in one window; the next one takes over when that closes."""
        window = self.window
        if self._recovery is None and window is not None and any(self._unsaved.found):
            from blueprint_editor.ui.recovery_desk import RecoveryDesk  # noqa: PLC0415

            self._recovery = RecoveryDesk(self._unsaved, self, window.notices, window)
            self._recovery.destroyed.connect(self._offer_elsewhere)

    def _offer_elsewhere(self) -> None:
        self._recovery = None
        self._offer_unsaved()

    def bring_back(self, examined: ExaminedWork, asker: QWidget | None = None) -> None:
        """Open unsaved work that was found, on its file if that is as it was."""
        safety = self._documents.bring_back(examined, asker)
        self._unsaved.take_over(
            examined, lambda journal: safety.recover(journal, examined.document)
        )

    def _read_first(
        self, paths: Sequence[Path]
    ) -> tuple[Document, FileState | None, Path | None, BlueprintError | None]:
        fault: BlueprintError | None = None
        if paths:
            try:
                return *read_file(paths[0]), paths[0], None
            except BlueprintError as error:
                fault = error
        return load_document(self._resources.sample(FIRST_SAMPLE)), None, None, fault

    def open_files(self, paths: Sequence[Path], asker: MainWindow | None = None) -> None:
        """Open each file in a window; one that is open already comes to the front."""
        for path in paths:
            self._documents.open_file(path, asker, self._make_teller(path))

    def open_sample(self, path: Path, asker: MainWindow | None = None) -> None:
        """Open a sample as a document without a file, so that saving asks for a place."""
        self._documents.open_copy(lambda: load_document(path), asker, self._make_teller(path))

    def _make_teller(self, path: Path) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            if self.window is not None:
                self.window.files.tell_open_error(path, error)

        return tell

    def list_recent(self) -> Sequence[Entry]:
        """Return the files used last, newest first."""
        return [(Path(name).name, Path(name)) for name in self._settings.current.recent_files]

    def list_samples(self) -> Sequence[Entry]:
        """Return the samples by title."""
        paths = sorted(self._resources.samples.glob("*.blueprint.json"))
        return sorted((_read_title(path), path) for path in paths)

    def list_windows(self) -> Sequence[MainWindow]:
        """Return the open windows, in the order in which they were opened."""
        return self._documents.windows

    def note_file(self, path: Path) -> None:
        """Remember a file as the newest one."""
        self._settings.change(lambda settings: settings.with_recent(path))
        # Later, so that the first paint does not wait for a disk's fsync.
        self._write_later.start()

    def _remember_place(self, place: WindowPlace) -> None:
        self._change(lambda settings: replace(settings, window=place))

    def _change(self, edit: Callable[[Settings], Settings]) -> None:
        self._settings.change(edit)
        self._settings.flush()

    def choose_language(self, language: str) -> None:
        """Speak another language of the interface, in all windows."""
        self._change(lambda settings: replace(settings, language=language))
        self._speak(language)
        self._documents.remake()

    def quit(self) -> None:
        """Close all windows, asking for each unsaved document; one refusal keeps the rest."""
        self._documents.close_all()


def _read_title(path: Path) -> str:
    return str(json.loads(path.read_text("utf-8"))["document"]["title"])
