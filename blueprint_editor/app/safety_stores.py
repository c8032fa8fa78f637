"""Where this person's safety nets lie: unsaved work, saved versions, notes of open files."""

from collections.abc import Callable

import platformdirs

from blueprint_editor.app.settings import APP_NAME
from blueprint_editor.session.safety import SafetyStores
from blueprint_editor.storage.journal import JournalStore
from blueprint_editor.storage.versions import VersionLimits, VersionStore
from blueprint_editor.ui.preferences import Preferences

_MB = 2**20


def find_stores(find_preferences: Callable[[], Preferences] = Preferences) -> SafetyStores:
    """Return the stores in the person's own folders; nothing is made there yet."""
    state = platformdirs.user_state_path(APP_NAME, appauthor=False)
    data = platformdirs.user_data_path(APP_NAME, appauthor=False)
    return SafetyStores(
        JournalStore(state / "journals"),
        VersionStore(data / "versions", find_version_limits(find_preferences())),
        state / "locks",
        lambda: find_preferences().author,
    )


def find_version_limits(preferences: Preferences) -> VersionLimits:
    """Return how much of saved versions is kept."""
    usual = VersionLimits()
    if not preferences.versions_mb:
        return usual
    wanted = preferences.versions_mb * _MB
    share = usual.bytes_each / usual.bytes_all
    return usual._replace(bytes_each=round(wanted * share), bytes_all=wanted)
