"""Which files a person means: chosen in a dialog or dropped on a window, and names for new ones."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.storage.endings import FILE_ENDINGS, PDF_ENDING


def make_file_dialog(
    parent: QWidget, title: str, mode: QFileDialog.AcceptMode, folder: Path
) -> QFileDialog:
    """Return a dialog on blueprint files, which deletes itself."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(mode)
    taken: tuple[str, ...] = FILE_ENDINGS
    if mode == QFileDialog.AcceptMode.AcceptOpen:
        taken = (*taken, PDF_ENDING)
    endings = " ".join(f"*{ending}" for ending in taken)
    blueprints, everything = _("Service blueprints"), _("All files")
    dialog.setNameFilters([f"{blueprints} ({endings})", f"{everything} (*)"])
    dialog.setDirectory(str(folder))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def ask_for_files(
    parent: QWidget, folder: Path, on_chosen: Callable[[Sequence[Path]], object]
) -> None:
    """Let the person choose files to open."""
    dialog = make_file_dialog(parent, _("Open"), QFileDialog.AcceptMode.AcceptOpen, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
    dialog.open()


def find_dropped_files(event: QDropEvent) -> list[Path]:
    """Return the blueprint files that are dragged, by their endings."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.name.lower().endswith((*FILE_ENDINGS, PDF_ENDING))]


def suggest_name(title: str) -> str:
    """Return a file name, without its ending, that every operating system takes."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:80] or _("Untitled")
