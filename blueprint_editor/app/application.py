"""The composition root of the editor: makes every part and hands it to those who need it.

What opens a document is imported late, so that the start page is there at once.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QDir, QEvent, QLocale, QObject, QThreadPool, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.collector import set_aside
from blueprint_editor.app.interpreter import Interpreter
from blueprint_editor.app.offers import ProgramOffers
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import (
    PrintMemory,
    Settings,
    SettingsFile,
    SettingsKeeper,
    WindowPlace,
)
from blueprint_editor.app.single_instance import InstanceServer, find_address, hand_over
from blueprint_editor.app.start_page_host import StartPageHost
from blueprint_editor.language.texts import choose_language
from blueprint_editor.session.task import Task
from blueprint_editor.ui.focus_ring import mark_focus
from blueprint_editor.ui.icons import make_app_icon
from blueprint_editor.ui.look import apply_motion, apply_theme
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.preferences_desk import PreferencesDesk
from blueprint_editor.ui.program_dialogs import ProgramDialogs

if TYPE_CHECKING:
    from blueprint_editor.app.document_windows import DocumentWindows
    from blueprint_editor.app.unsaved_offer import UnsavedOffer
    from blueprint_editor.model.document import Document
    from blueprint_editor.session.safety import SafetyStores
    from blueprint_editor.storage.recovery import ExaminedWork
    from blueprint_editor.ui.main_window import MainWindow
    from blueprint_editor.ui.start_page import StartPage

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
    resources = ResourceDir.find()
    address = find_address(resources.root)
    if hand_over(address, paths):
        return 0
    editor = Editor(app, resources, SettingsFile())
    app.open_files = editor.open_files
    editor.start(paths)
    server = InstanceServer(address, editor.take_start, editor)
    QTimer.singleShot(_AFTER_FIRST_PAINT_MS, server, server.listen)
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
        self.preferences = PreferencesDesk(self._settings.current.preferences, self)
        self.preferences.changed.connect(self._follow_preferences)
        self.offers = ProgramOffers(resources, self._settings, self)
        self.prints = PrintMemory(self._settings)
        self.dialogs = ProgramDialogs(self, resources.guide, resources.licences)
        self._start = StartPageHost(self, self)
        self._after_last: Literal["", "start", "quit"] = ""
        app.setApplicationName("blueprint-editor")
        # No display name: Qt would put it behind titles of its own accord, after another dash.
        app.setDesktopFileName("fi.blueprint_editor.BlueprintEditor")
        app.setWindowIcon(make_app_icon())
        QDir.setSearchPaths("look", [str(resources.resources / "look")])
        apply_theme(app, self.preferences.current.theme)
        apply_motion(app, is_reduced=self.preferences.current.is_motion_reduced)
        mark_focus(app)
        self._interpreter = Interpreter(app, resources.resources / "locale", self)
        wished = self.preferences.current.language, QLocale.system().name()
        self._interpreter.speak(choose_language(*wished))

    @cached_property
    def _stores(self) -> "SafetyStores":
        from blueprint_editor.app.safety_stores import find_stores  # noqa: PLC0415

        return find_stores(lambda: self.preferences.current)

    @cached_property
    def _unsaved(self) -> "UnsavedOffer":
        from blueprint_editor.app.unsaved_offer import UnsavedOffer  # noqa: PLC0415

        return UnsavedOffer(
            self, self._stores.journals, lambda: self._start.page or self.window, self
        )

    @cached_property
    def _documents(self) -> "DocumentWindows":
        from blueprint_editor.app.document_windows import DocumentWindows  # noqa: PLC0415

        made = DocumentWindows(self._app, self, self._settings, self._stores)
        made.setParent(self)
        made.left.connect(self._remember_place)
        made.shown.connect(self._start.leave)
        made.emptied.connect(self._take_empty)
        made.stayed.connect(self._stay)
        return made

    @property
    def window(self) -> "MainWindow | None":
        """The document's window with the keyboard, else the one opened last."""
        return self._documents.active if "_documents" in vars(self) else None

    @property
    def start_page(self) -> "StartPage | None":
        return self._start.page

    def start(self, paths: Sequence[Path]) -> None:
        """Show a window for each file, or the start page; what cannot be read is told about."""
        QTimer.singleShot(_AFTER_FIRST_PAINT_MS, self, self._warm_up)
        if not paths:
            self.show_start_page()
            return
        documents = self._documents
        set_aside()
        fault = documents.open_first(paths[0])
        if fault is not None:
            self.show_start_page()
            self._tell_open_error(paths[0], fault)
        self.open_files(paths[1:])

    def take_start(self, paths: Sequence[Path]) -> None:
        """Open what a second start of the program was asked for."""
        if paths:
            self.open_files(paths)
        else:
            self.show_start_page()

    def _warm_up(self) -> None:
        """Load what a document takes, then look for unsaved work."""
        task = Task(self)
        task.succeeded.connect(self._look_for_unsaved)
        task.start(lambda: import_module("blueprint_editor.app.document_windows"))

    def _look_for_unsaved(self) -> None:
        self._unsaved.look()

    def bring_back(self, examined: "ExaminedWork", asker: QWidget | None = None) -> None:
        """Open unsaved work that was found, on its file if that is as it was."""
        self._unsaved.take_over(examined, self._documents.bring_back(examined, asker))

    def show_start_page(self) -> None:
        """Show the start page, or bring it to the front."""
        self._start.show()

    def open_files(self, paths: Sequence[Path], asker: QWidget | None = None) -> None:
        """Open each file in a window; one that is open already comes to the front."""
        for path in paths:
            self._documents.open_file(path, asker, partial(self._tell_open_error, path))

    def open_sample(self, path: Path, asker: QWidget | None = None) -> None:
        """Open a sample as a document without a file, so that saving asks for a place."""
        self._documents.open_copy(path, asker, partial(self._tell_open_error, path))

    def open_template(self, path: Path, asker: QWidget | None = None) -> None:
        """Begin a new document with the content of a template."""
        self._documents.begin_from(path, asker, partial(self._tell_open_error, path))

    def open_document(self, document: "Document") -> None:
        """Show a document that has no file yet in a window of its own."""
        self._documents.show(document, None, None)

    def _tell_open_error(self, path: Path, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_open_error  # noqa: PLC0415

        page = self._start.page
        window = page if page is not None and page.isActiveWindow() else self.window or page
        if window is not None:
            show_open_error(window, path, error)

    def list_windows(self) -> "Sequence[MainWindow]":
        """Return the documents' windows, in the order in which they were opened."""
        return self._documents.windows if "_documents" in vars(self) else ()

    def _remember_place(self, place: WindowPlace, docks: str) -> None:
        self._settings.change(lambda settings: replace(settings, window=place, docks=docks))
        self._settings.flush()

    def _follow_preferences(self, older: Preferences, newer: Preferences) -> None:
        """Apply at once what is wanted now, and keep it."""
        changed = {
            name: value for name, value in vars(newer).items() if value != getattr(older, name)
        }

        # Only what has changed: another program beside this one may have changed the rest.
        def edit(settings: Settings) -> Settings:
            return replace(settings, preferences=replace(settings.preferences, **changed))

        self._settings.change(edit)
        self._settings.flush()
        if "theme" in changed:
            apply_theme(self._app, newer.theme)
        if "is_motion_reduced" in changed:
            apply_motion(self._app, is_reduced=newer.is_motion_reduced)
        if "versions_mb" in changed and "_stores" in vars(self):
            from blueprint_editor.app.safety_stores import find_version_limits  # noqa: PLC0415

            self._stores.versions.limit(find_version_limits(newer))
        if "language" in changed:
            self._interpreter.speak(choose_language(newer.language, QLocale.system().name()))
        if {"language", "font_files"} & changed.keys():
            self._remake(with_fonts="font_files" in changed)

    def _remake(self, *, with_fonts: bool) -> None:
        """Make every window anew: what it says or shows is another."""
        has_settings = self.dialogs.take_settings()
        self._start.remake()
        if "_documents" in vars(self):
            if with_fonts:
                self._documents.take_fonts()
            self._documents.remake()
        front = self._start.page or self.window
        if has_settings and front is not None:
            self.dialogs.show_settings(front)

    def close_window(self, window: "MainWindow") -> None:
        """Close a document's window; after the last one the start page is there."""
        self._after_last = "start" if len(self.list_windows()) == 1 else ""
        window.close()

    def _take_empty(self) -> None:
        after, self._after_last = self._after_last, ""
        if after == "start":
            self.show_start_page()
        elif after == "quit":
            self._start.leave()

    def _stay(self) -> None:
        self._after_last = ""

    def quit(self) -> None:
        """Close all windows, asking for each unsaved document; one refusal keeps the rest."""
        self._after_last = "quit"
        if self.list_windows():
            self._documents.close_all()
        else:
            self._take_empty()
