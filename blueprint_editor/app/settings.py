"""What the program remembers about a person's wishes: one small JSON file of their own."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import platformdirs

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.ui.preferences import THEMES, Preferences

APP_NAME = "blueprint-editor"
MOST_RECENT_FILES = 10
MOST_PRINTS = 50

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class WindowPlace:
    """Where the window stood, in the screen's coordinates."""

    x: int
    y: int
    width: int
    height: int
    is_maximised: bool = False


# No pydantic here: building its validators takes longer than all the rest of reading settings.
@dataclass(frozen=True)
class Settings:
    """All that is remembered.

    Attributes:
        preferences: what the person wants.
        recent_files: newest first.
        window: None until a window was closed.
        prints: what was chosen for the prints of documents, by their ids; the newest last.
        docks: which docks are shown, where and how large, as the window wrote it; may be empty.
        others: fields that this program does not know, kept for the one that does.
    """

    preferences: Preferences = field(default_factory=Preferences)
    recent_files: tuple[str, ...] = ()
    window: WindowPlace | None = None
    docks: str = ""
    prints: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    others: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with a file at the head of the recent ones."""
        name = str(path.absolute())
        others = (recent for recent in self.recent_files if recent != name)
        return replace(self, recent_files=(name, *others)[:MOST_RECENT_FILES])

    def with_print(self, document_id: str, choices: Mapping[str, Any]) -> "Settings":
        """Return the settings with what was chosen for a document's prints; nothing = as usual."""
        prints = {known: kept for known, kept in self.prints.items() if known != document_id}
        if choices:
            prints[document_id] = choices
        newest = list(prints.items())[-MOST_PRINTS:]
        return replace(self, prints=MappingProxyType(dict(newest)))

    def without_recent(self, path: Path) -> "Settings":
        """Return the settings with a file no longer among the recent ones."""
        name = str(path.absolute())
        return replace(self, recent_files=tuple(it for it in self.recent_files if it != name))


def _parse(raw: object) -> Settings:
    """Return the settings of a JSON value; a field that is not as it should be is left out."""
    if not isinstance(raw, dict):
        return Settings()
    docks = raw.pop("docks", "")
    return Settings(
        preferences=_parse_preferences(raw),
        recent_files=_parse_texts(raw.pop("recent_files", None)),
        window=_parse_place(raw.pop("window", None)),
        docks=docks if isinstance(docks, str) else "",
        prints=_parse_prints(raw.pop("prints", None)),
        others=MappingProxyType(raw),
    )


def _parse_preferences(raw: dict[str, Any]) -> Preferences:
    """Take what the person wants out of a JSON object."""
    usual = Preferences()
    language = raw.pop("language", None)
    theme = raw.pop("theme", usual.theme)
    versions_mb = raw.pop("versions_mb", 0)
    keys = raw.pop("keys", None)
    return Preferences(
        language=language if isinstance(language, str) else None,
        theme=theme if theme in THEMES else usual.theme,
        is_motion_reduced=raw.pop("is_motion_reduced", False) is True,
        author=_parse_text(raw.pop("author", "")),
        paper=_parse_text(raw.pop("paper", "")),
        font_files=_parse_texts(raw.pop("font_files", None)),
        versions_mb=versions_mb if type(versions_mb) is int and versions_mb > 0 else 0,
        keys=MappingProxyType(
            {name: _parse_texts(texts) for name, texts in keys.items() if isinstance(texts, list)}
            if isinstance(keys, dict)
            else {}
        ),
    )


def _parse_prints(raw: object) -> Mapping[str, Mapping[str, Any]]:
    prints = raw if isinstance(raw, dict) else {}
    return MappingProxyType({key: kept for key, kept in prints.items() if isinstance(kept, dict)})


def _parse_text(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


def _parse_texts(raw: object) -> tuple[str, ...]:
    return tuple(text for text in raw if isinstance(text, str)) if isinstance(raw, list) else ()


def _parse_place(raw: object) -> WindowPlace | None:
    if not isinstance(raw, dict):
        return None
    sizes = [raw.get(name) for name in ("x", "y", "width", "height")]
    numbers = [size for size in sizes if isinstance(size, int)]
    if len(numbers) < len(sizes):
        return None
    x, y, width, height = numbers
    return WindowPlace(x, y, width, height, is_maximised=raw.get("is_maximised") is True)


def _dump(settings: Settings) -> str:
    """Return the settings as JSON, defaults left out."""
    place, usual = settings.window, Preferences()
    wanted = {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in vars(settings.preferences).items()
        if value != getattr(usual, name)
    }
    known = {
        "recent_files": settings.recent_files,
        "window": vars(place) if place is not None else None,
        "docks": settings.docks,
        "prints": {key: dict(kept) for key, kept in settings.prints.items()},
    }
    remembered = {name: value for name, value in known.items() if value}
    return json.dumps({**wanted, **remembered, **settings.others}, indent=1, ensure_ascii=False)


class SettingsFile:
    """The settings on disk. A broken or unreadable file never keeps the program from starting."""

    def __init__(self, path: Path | None = None) -> None:
        folder = platformdirs.user_config_path(APP_NAME, appauthor=False)
        self.path = path or folder / "settings.json"

    def read(self) -> Settings:
        """Return what is kept, or the defaults."""
        try:
            return _parse(json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, RecursionError) as error:
            _log.info("settings in %s are not used: %s", self.path, error)
            return Settings()

    def write(self, settings: Settings) -> None:
        """Keep the settings; where that is impossible the program goes on without."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # A file name may hold bytes that are no UTF-8; JSON's own escapes keep them.
            data = _dump(settings).encode("utf-8", "backslashreplace")
            write_atomically(self.path, data + b"\n")
        except (OSError, FileAccessError) as error:
            _log.info("settings are not kept: %s", error)


class SettingsKeeper:
    """The settings of the running program; several programs may run beside each other.

    A change is kept as what it does, and done again to what the file holds by then, so that no
    program takes back what another one changed.
    """

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self._waiting: list[Callable[[Settings], Settings]] = []
        self.current = file.read()

    def change(self, edit: Callable[[Settings], Settings]) -> None:
        """Change the settings from now on; they go to the disk with the next :meth:`flush`."""
        self.current = edit(self.current)
        self._waiting.append(edit)

    def flush(self) -> None:
        """Write what has changed, if anything has."""
        if not self._waiting:
            return
        settings = self._file.read()
        for edit in self._waiting:
            settings = edit(settings)
        self._waiting.clear()
        self._file.write(settings)


class PrintMemory:
    """What was chosen for the prints of documents, for the windows."""

    def __init__(self, settings: SettingsKeeper) -> None:
        self._settings = settings

    def find(self, document_id: str) -> Mapping[str, Any]:
        """See :class:`~blueprint_editor.ui.shell.PrintChoices`."""
        return self._settings.current.prints.get(document_id, {})

    def keep(self, document_id: str, choices: Mapping[str, Any]) -> None:
        """See :class:`~blueprint_editor.ui.shell.PrintChoices`."""
        if choices == self.find(document_id):
            return
        self._settings.change(lambda settings: settings.with_print(document_id, choices))
        self._settings.flush()
