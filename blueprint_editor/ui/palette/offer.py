"""Opens the palette over a window, with all that the window can do."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from blueprint_editor.ui.actions import Desk
from blueprint_editor.ui.palette.entries import list_actions, list_files, list_places
from blueprint_editor.ui.palette.palette import CommandPalette


def show_palette(desk: Desk, actions: Mapping[str, QAction], used: list[str]) -> CommandPalette:
    """Open the palette; ``used`` keeps the names of what is chosen, newest first."""
    made = CommandPalette(
        desk.window,
        [*list_actions(desk, actions), *list_files(desk)],
        lambda: list_places(desk),
        used,
    )
    made.open()
    return made
