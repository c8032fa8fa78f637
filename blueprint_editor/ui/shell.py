"""What a window asks of the program around it: files, other windows, the person's wishes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from blueprint_editor.storage.recovery import ExaminedWork
    from blueprint_editor.ui.main_window import MainWindow

Entry: TypeAlias = tuple[str, Path]
"""What a line of a menu says, and the file that it opens."""


class Shell(Protocol):
    """The running program; ``asker`` is the window whose menu, key or drop asked."""

    def list_recent(self) -> Sequence[Entry]:
        """Return the files used last, newest first."""
        ...

    def list_samples(self) -> Sequence[Entry]: ...

    def list_windows(self) -> Sequence["MainWindow"]:
        """Return the open windows, in the order in which they were opened."""
        ...

    def open_files(self, paths: Sequence[Path], asker: "MainWindow") -> None:
        """Open each file in a window; one that is open already comes to the front."""
        ...

    def open_sample(self, path: Path, asker: "MainWindow") -> None:
        """Open a sample as a document without a file, so that saving asks for a place."""
        ...

    def bring_back(self, examined: "ExaminedWork", asker: "QWidget") -> None:
        """Open unsaved work that was found, on its file if that is as it was."""
        ...

    def note_file(self, path: Path) -> None:
        """Remember a file that was opened or saved as the newest one."""
        ...

    def choose_language(self, language: str) -> None:
        """Speak another language of the interface, in all windows."""
        ...

    def quit(self) -> None:
        """Close all windows, asking for each unsaved document; one refusal keeps the rest."""
        ...
