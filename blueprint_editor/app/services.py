"""Where the service library lies: a person's own entries, and those that come along."""

from pathlib import Path
from typing import Final

import platformdirs

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import APP_NAME

FIELD_FILE: Final = "library/field.json"
"""Below the folder of resources."""


def find_own_library() -> Path:
    """Return the file of the person's own entries, which may not be there yet."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False) / "library.json"


def find_field_library() -> Path:
    """Return the file of what comes along.

    Raises:
        MissingResourceError: it is not there.
    """
    return ResourceDir.find().resource(FIELD_FILE)
