"""The composition root of the editor: makes every part and hands it to those who need it."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QRect, QThreadPool, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import Settings, SettingsFile, WindowPlace
from blueprint_editor.canvas.accessibility import install_cells
from blueprint_editor.language.texts import choose_language, use_language
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.ui.icons import make_app_icon
from blueprint_editor.ui.main_window import MainWindow, WindowParts

FIRST_SAMPLE = "osatyokykyisen-palvelupolku.blueprint.json"
"""What is shown when no file is asked for."""
_SMALLEST_VISIBLE_PX = 80
_AFTER_FIRST_PAINT_MS = 400
_FIRST_SIZE_PX = (1360, 860)


def run_editor(paths: Sequence[Path]) -> int:
    """Open the editor and return its exit status; the first path is opened, if there is one."""
    app = QApplication(sys.argv[:1])
    editor = Editor(app, ResourceDir.find(), SettingsFile())
    editor.start(paths)
    status = app.exec()
    # A save or an export that is on its way is not cut off.
    QThreadPool.globalInstance().waitForDone()
    return status


class Editor(QObject):
    """The running editor: one session in one window, which a change of language makes anew."""

    def __init__(self, app: QApplication, resources: ResourceDir, file: SettingsFile) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._file = file
        self._settings = file.read()
        self._library = open_fonts(self._settings)
        self._compose = PaperComposer(PosterComposer(Typesetter(self._library)))
        self._translator: QTranslator | None = None
        self._window: MainWindow | None = None
        self._session: DocumentSession | None = None
        app.setApplicationName("blueprint-editor")
        app.setApplicationDisplayName("Blueprint Editor")
        app.setDesktopFileName("blueprint-editor")
        app.setWindowIcon(make_app_icon())
        install_cells()
        self._speak(choose_language(self._settings.language, QLocale.system().name()))

    @property
    def window(self) -> MainWindow | None:
        return self._window

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
        """Show the window with the first file; one that cannot be read is told about in it."""
        document, path, fault = self._read_first(paths)
        self._session = DocumentSession(document, self._compose, save_document, path)
        self._session.setParent(self)
        self._open_window(self._settings.window)
        if self._window is not None and fault is not None:
            self._window.files.tell_open_error(paths[0], fault)
        elif path is not None:
            # After the first paint: settings go to the disk with fsync.
            QTimer.singleShot(_AFTER_FIRST_PAINT_MS, self, lambda: self._remember_file(path))

    def _read_first(
        self, paths: Sequence[Path]
    ) -> tuple[Document, Path | None, BlueprintError | None]:
        fault: BlueprintError | None = None
        if paths:
            try:
                return load_document(paths[0]), paths[0], None
            except BlueprintError as error:
                fault = error
        return load_document(self._resources.sample(FIRST_SAMPLE)), None, fault

    def _open_window(self, place: WindowPlace | None) -> None:
        assert self._session is not None  # noqa: S101 - start() made it
        parts = WindowParts(
            self._library,
            load_document,
            export_pdf_poster,
            self._list_samples,
            lambda: [Path(name) for name in self._settings.recent_files],
        )
        window = MainWindow(self._session, parts)
        window.file_used.connect(self._remember_file)
        window.language_chosen.connect(self._change_language)
        window.closing.connect(lambda: self._remember_place(window))
        self._place_window(window, place)
        window.show()
        if place is not None and place.is_maximised:
            window.showMaximized()
        window.canvas.fit_page()
        self._window = window

    def _place_window(self, window: MainWindow, place: WindowPlace | None) -> None:
        window.resize(*_FIRST_SIZE_PX)
        if place is None:
            return
        wanted = QRect(place.x, place.y, place.width, place.height)
        for screen in self._app.screens():
            seen = screen.availableGeometry().intersected(wanted)
            if min(seen.width(), seen.height()) >= _SMALLEST_VISIBLE_PX:
                window.setGeometry(wanted)
                return

    def _list_samples(self) -> list[tuple[str, Path]]:
        paths = sorted(self._resources.samples.glob("*.blueprint.json"))
        return sorted((_read_title(path), path) for path in paths)

    def _remember_file(self, path: Path) -> None:
        self._keep(self._settings.with_recent(path))

    def _remember_place(self, window: MainWindow) -> None:
        self._keep(replace(self._settings, window=_place_of(window)))

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._file.write(settings)

    def _change_language(self, language: str) -> None:
        """Make the window anew in another language, on the same session."""
        old = self._window
        if old is None:
            return
        self._keep(replace(self._settings, language=language))
        self._speak(language)
        old.canvas.finish()
        self._open_window(_place_of(old))
        old.leave()


def _place_of(window: MainWindow) -> WindowPlace:
    box = window.normalGeometry()
    return WindowPlace(
        x=box.x(),
        y=box.y(),
        width=box.width(),
        height=box.height(),
        is_maximised=window.isMaximized(),
    )


def _read_title(path: Path) -> str:
    return str(json.loads(path.read_text("utf-8"))["document"]["title"])


def export_pdf_poster(document: Document, path: Path) -> None:
    """Write the document's poster as PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    # What the first paint does not need is imported late.
    from blueprint_editor.export.jobs import ExportOptions, export_document  # noqa: PLC0415
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

    options = ExportOptions(created=datetime.now(UTC).replace(microsecond=0))
    fonts = open_fonts(SettingsFile().read())
    export_document(document, path, options, fonts, paint_png)
