"""What the program offers to begin with: files used last, templates, samples; light to list."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import SettingsKeeper
from blueprint_editor.ui.shell import Entry

_ENDING = ".blueprint.json"
_EMPTY = "empty"
"""Name of the template without content, which comes first."""
_AFTER_FIRST_PAINT_MS = 400


class ProgramOffers:
    """The lists of menus and start page."""

    def __init__(self, resources: ResourceDir, settings: SettingsKeeper, editor: QObject) -> None:
        self._resources = resources
        self._settings = settings
        self._write_later = QTimer(editor)
        self._write_later.setSingleShot(True)
        self._write_later.setInterval(_AFTER_FIRST_PAINT_MS)
        self._write_later.timeout.connect(settings.flush)

    def list_recent(self) -> Sequence[Entry]:
        """Return files by name and folder; none is looked at, for a disk may sleep or be away."""
        paths = [Path(name) for name in self._settings.current.recent_files]
        return [
            Entry(_name_shortly(path), path, path.parent.name or str(path.parent)) for path in paths
        ]

    def list_samples(self) -> Sequence[Entry]:
        """Return the samples by title."""
        return sorted(_read_entry(path) for path in self._resources.samples.glob(f"*{_ENDING}"))

    def list_templates(self, language: str) -> Sequence[Entry]:
        """Return the templates in a language by title, the empty one first."""
        paths = self._resources.templates.glob(f"*.{language}{_ENDING}")
        entries = sorted(_read_entry(path) for path in paths)
        return sorted(entries, key=lambda entry: not entry.path.name.startswith(f"{_EMPTY}."))

    def find_folder(self) -> Path:
        """Return the folder of the file used last, else the system's one for documents."""
        for name in self._settings.current.recent_files:
            return Path(name).parent
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def note_file(self, path: Path) -> None:
        """Remember a file as the newest one."""
        self._settings.change(lambda settings: settings.with_recent(path))
        # Later, so that the first paint does not wait for a disk's fsync.
        self._write_later.start()

    def forget_file(self, path: Path) -> None:
        """Take a file from the list of recent ones, and what is kept of how it looks."""
        from blueprint_editor.app.previews import forget_preview  # noqa: PLC0415 - seldom needed

        self._settings.change(lambda settings: settings.without_recent(path))
        self._settings.flush()
        forget_preview(path)


def _name_shortly(path: Path) -> str:
    return path.name.removesuffix(".json").removesuffix(".blueprint") or path.name


def _read_entry(path: Path) -> Entry:
    """Return a bundled file's title and what it says of itself, without checking the rest."""
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))["document"]
    return Entry(
        str(document["title"]),
        path,
        str(document.get("subtitle") or document.get("description", "")),
    )
