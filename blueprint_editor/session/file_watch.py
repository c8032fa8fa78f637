"""Watches a document's file: changed, gone, or its folder gone; looks off the GUI thread."""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from blueprint_editor.session.task import Task
from blueprint_editor.storage.file_guard import FileCondition, FileGuard

_SETTLE_MS = 300
"""Programs that replace a file take it away for a moment."""


class FileWatch(QObject):
    """Tells when the condition of the guarded file becomes another.

    Not every file system reports changes (network drives seldom do), so :meth:`check` is to be
    called when a person comes back to the window.

    Signals:
        turned: carries the :data:`FileCondition`.
    """

    turned = Signal(str)

    def __init__(self, guard: FileGuard, parent: QObject) -> None:
        super().__init__(parent)
        self._guard = guard
        self._path: Path | None = None
        self._condition: FileCondition = "same"
        self._is_looking = False
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.check)

    @property
    def condition(self) -> FileCondition:
        return self._condition

    def follow(self, path: Path | None) -> None:
        """Watch another file; called again after each save, which replaces the file."""
        self._path = path
        self._turn("same")
        self._arm()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._timer.stop()
        self._path = None
        self._arm()

    def check(self) -> None:
        """Look at the file now; what is found is told by :attr:`turned`."""
        if self._path is None or self._is_looking:
            return
        self._is_looking = True
        guard, path = self._guard, self._path
        task = Task(self)
        task.succeeded.connect(lambda found: self._take(path, found))
        task.failed.connect(lambda _error: self._take(path, "missing"))
        task.start(guard.look)

    def _take(self, path: Path, condition: FileCondition) -> None:
        self._is_looking = False
        if path == self._path:
            self._turn(condition)
            self._arm()

    def _turn(self, condition: FileCondition) -> None:
        if condition != self._condition:
            self._condition = condition
            self.turned.emit(condition)

    def _arm(self) -> None:
        """Watch the file, which is another one after each save, and its folder."""
        if self._watcher is None:
            if self._path is None:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._timer.start)
            self._watcher.directoryChanged.connect(self._timer.start)
        path = self._path
        wanted = set() if path is None else {str(path), str(path.parent)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if unwanted := watched - wanted:
            self._watcher.removePaths(list(unwanted))
        if missing := [name for name in wanted - watched if os.path.exists(name)]:  # noqa: PTH110
            self._watcher.addPaths(missing)
