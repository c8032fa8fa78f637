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

APP_NAME = "blueprint-editor"
MOST_RECENT_FILES = 10

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
    """All wishes.

    Attributes:
        language: of the interface; None = the system's.
        recent_files: newest first.
        window: None until a window was closed.
        font_files: TrueType files for letters that the program's own fonts lack.
        others: fields that this program does not know, kept for the one that does.
    """

    language: str | None = None
    recent_files: tuple[str, ...] = ()
    window: WindowPlace | None = None
    font_files: tuple[str, ...] = ()
    others: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with a file at the head of the recent ones."""
        name = str(path.absolute())
        others = (recent for recent in self.recent_files if recent != name)
        return replace(self, recent_files=(name, *others)[:MOST_RECENT_FILES])

    def without_recent(self, path: Path) -> "Settings":
        """Return the settings with a file no longer among the recent ones."""
        name = str(path.absolute())
        return replace(self, recent_files=tuple(it for it in self.recent_files if it != name))


def _parse(raw: object) -> Settings:
    """Return the settings of a JSON value; a field that is not as it should be is left out."""
    if not isinstance(raw, dict):
        return Settings()
    language = raw.pop("language", None)
    return Settings(
        language=language if isinstance(language, str) else None,
        recent_files=_parse_texts(raw.pop("recent_files", None)),
        window=_parse_place(raw.pop("window", None)),
        font_files=_parse_texts(raw.pop("font_files", None)),
        others=MappingProxyType(raw),
    )


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
    place = settings.window
    known = {
        "language": settings.language,
        "recent_files": settings.recent_files,
        "window": vars(place) if place is not None else None,
        "font_files": settings.font_files,
    }
    wishes = {name: value for name, value in known.items() if value}
    return json.dumps({**wishes, **settings.others}, indent=1, ensure_ascii=False)


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
