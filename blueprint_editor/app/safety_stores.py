"""Where this person's safety nets lie: unsaved work, saved versions, notes of open files."""

import platformdirs

from blueprint_editor.app.settings import APP_NAME
from blueprint_editor.session.safety import SafetyStores
from blueprint_editor.storage.journal import JournalStore
from blueprint_editor.storage.versions import VersionStore


def find_stores() -> SafetyStores:
    """Return the stores in the person's own folders; nothing is made there yet."""
    state = platformdirs.user_state_path(APP_NAME, appauthor=False)
    data = platformdirs.user_data_path(APP_NAME, appauthor=False)
    return SafetyStores(
        JournalStore(state / "journals"), VersionStore(data / "versions"), state / "locks"
    )
