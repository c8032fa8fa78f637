"""What the program remembers about a person's wishes: one small JSON file of their own."""

import json
import logging
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import BaseModel, ConfigDict, ValidationError

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage.atomic import write_atomically

APP_NAME = "blueprint-editor"
MOST_RECENT_FILES = 10

_log = logging.getLogger(__name__)


class WindowPlace(BaseModel):
    """Where the window stood, in the screen's coordinates."""

    model_config = ConfigDict(frozen=True, strict=True)

    x: int
    y: int
    width: int
    height: int
    is_maximised: bool = False


class Settings(BaseModel):
    """All wishes; a field that an older or newer program does not know is left alone.

    Attributes:
        language: of the interface; None = the system's.
        recent_files: newest first.
        window: None until a window was closed.
        font_files: TrueType files for letters that the program's own fonts lack.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    language: str | None = None
    recent_files: tuple[str, ...] = ()
    window: WindowPlace | None = None
    font_files: tuple[str, ...] = ()

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with a file at the head of the recent ones."""
        name = str(path.absolute())
        others = (recent for recent in self.recent_files if recent != name)
        return self.changed(recent_files=(name, *others)[:MOST_RECENT_FILES])

    def changed(self, **values: Any) -> "Settings":
        """Return a copy with the given fields set."""
        return self.model_copy(update=values)


class SettingsFile:
    """The settings on disk. A broken or unreadable file never keeps the program from starting."""

    def __init__(self, path: Path | None = None) -> None:
        folder = platformdirs.user_config_path(APP_NAME, appauthor=False)
        self.path = path or folder / "settings.json"

    def read(self) -> Settings:
        """Return what is kept, or the defaults."""
        try:
            return Settings.model_validate(json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, ValidationError) as error:
            _log.info("settings in %s are not used: %s", self.path, error)
            return Settings()

    def write(self, settings: Settings) -> None:
        """Keep the settings; where that is impossible the program goes on without."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            text = settings.model_dump_json(indent=1, exclude_defaults=True)
            write_atomically(self.path, text.encode() + b"\n")
        except (OSError, FileAccessError) as error:
            _log.info("settings are not kept: %s", error)
