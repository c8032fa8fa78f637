"""Dialogs on the program itself, which any of its windows opens; imported when they are."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from blueprint_editor import __version__

if TYPE_CHECKING:
    from blueprint_editor.ui.dialogs.settings import SettingsDialog
    from blueprint_editor.ui.shell import Shell


class ProgramDialogs:
    """Opens each over the window that asks; the settings are open once."""

    def __init__(self, shell: "Shell", guide: Path, licences: Path | None) -> None:
        self._shell = shell
        self._guide = guide
        self._licences = licences
        self._settings: SettingsDialog | None = None

    def show_settings(self, asker: QWidget) -> None:
        """Open the settings, or bring them to the front."""
        from blueprint_editor.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415

        if self._settings is None:
            self._settings = dialog = SettingsDialog(self._shell, asker)
            dialog.destroyed.connect(lambda: self._drop_settings(dialog))
            dialog.open()
        self._settings.raise_()
        self._settings.activateWindow()

    def _drop_settings(self, dialog: "SettingsDialog") -> None:
        if self._settings is dialog:
            self._settings = None

    def take_settings(self) -> bool:
        """Let go of the settings, as their window does; return whether they were open."""
        dialog, self._settings = self._settings, None
        return dialog is not None and dialog.isVisible()

    def show_keys(self, asker: QWidget) -> None:
        """Show all keys, where they can be changed too."""
        from blueprint_editor.ui.dialogs.keys import KeysDialog  # noqa: PLC0415

        KeysDialog(self._shell.preferences, asker).open()

    def show_guide(self, asker: QWidget) -> None:
        """Open the guide beside the window that asks."""
        from blueprint_editor.ui.guide.window import GuideWindow  # noqa: PLC0415

        GuideWindow(self._guide, self._shell.preferences.current, asker).show()

    def show_about(self, asker: QWidget) -> None:
        """Say what the program is."""
        from blueprint_editor.ui.dialogs.messages import show_about  # noqa: PLC0415

        file = self._licences
        show_about(asker, __version__, partial(self._show_licences, file, asker) if file else None)

    def _show_licences(self, file: Path, asker: QWidget) -> None:
        from blueprint_editor.ui.dialogs.licences import LicencesDialog  # noqa: PLC0415

        LicencesDialog(file, asker).open()
