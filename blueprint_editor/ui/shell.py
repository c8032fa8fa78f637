"""What a window asks of the program around it: files, other windows, the person's wishes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from blueprint_editor.ui.preferences_desk import PreferencesDesk
from blueprint_editor.ui.program_dialogs import ProgramDialogs

if TYPE_CHECKING:
    from blueprint_editor.model.document import Document
    from blueprint_editor.storage.recovery import ExaminedWork
    from blueprint_editor.ui.main_window import MainWindow


class Entry(NamedTuple):
    """A file that is offered: in a menu by its title, on the start page with a picture too."""

    title: str
    path: Path
    detail: str = ""


class Preview(NamedTuple):
    """How a file looks.

    Attributes:
        image: its poster, small; None if it cannot be shown.
        modified: when the file was changed, in seconds since 1970.
        is_missing: there is no such file (any more).
    """

    image: QImage | None
    modified: float = 0.0
    is_missing: bool = False


class Previewer(Protocol):
    """Makes previews, one after another, away from the GUI thread."""

    @property
    def made(self) -> SignalInstance:
        """The signal that carries a path and its :class:`Preview`."""
        ...

    def request(self, paths: Sequence[Path]) -> None: ...

    def stop(self) -> None:
        """Make none of those that are still wanted."""
        ...


class Offers(Protocol):
    """What the program offers to begin with."""

    def list_recent(self) -> Sequence[Entry]:
        """Return the files used last, newest first."""
        ...

    def list_samples(self) -> Sequence[Entry]: ...

    def list_templates(self, language: str) -> Sequence[Entry]:
        """Return the templates in a language of the interface, the empty one first."""
        ...

    def find_folder(self) -> Path:
        """Return where a document without a file most likely belongs."""
        ...

    def note_file(self, path: Path) -> None:
        """Remember a file that was opened or saved as the newest one."""
        ...

    def forget_file(self, path: Path) -> None:
        """Take a file from the list of recent ones."""
        ...


class PrintChoices(Protocol):
    """What was chosen for the prints of documents the last time, as plain values."""

    def find(self, document_id: str) -> Mapping[str, Any]:
        """Return what is kept for a document; empty if nothing is."""
        ...

    def keep(self, document_id: str, choices: Mapping[str, Any]) -> None:
        """Keep it for the next time; nothing = forget what is kept."""
        ...


class Shell(Protocol):
    """The running program; ``asker`` is the window whose menu, key or drop asked."""

    @property
    def offers(self) -> Offers: ...

    @property
    def preferences(self) -> PreferencesDesk: ...

    @property
    def prints(self) -> PrintChoices: ...

    @property
    def dialogs(self) -> ProgramDialogs: ...

    def list_windows(self) -> Sequence["MainWindow"]:
        """Return the open windows, in the order in which they were opened."""
        ...

    def open_files(self, paths: Sequence[Path], asker: QWidget) -> None:
        """Open each file in a window; one that is open already comes to the front."""
        ...

    def open_sample(self, path: Path, asker: QWidget) -> None:
        """Open a sample as a document without a file, so that saving asks for a place."""
        ...

    def open_template(self, path: Path, asker: QWidget) -> None:
        """Begin a new document with the content of a template."""
        ...

    def open_document(self, document: "Document") -> None:
        """Show a document that has no file yet in a window of its own."""
        ...

    def bring_back(self, examined: "ExaminedWork", asker: QWidget) -> None:
        """Open unsaved work that was found, on its file if that is as it was."""
        ...

    def show_start_page(self) -> None: ...

    def close_window(self, window: "MainWindow") -> None:
        """Close a document's window; after the last one the start page is there."""
        ...

    def quit(self) -> None:
        """Close all windows, asking for each unsaved document; one refusal keeps the rest."""
        ...
