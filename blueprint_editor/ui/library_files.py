"""The service library from and to files: shared with others, and as a catalogue for readers."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.session.task import Task
from blueprint_editor.ui.library.shelf import Shelf
from blueprint_editor.ui.notice_bar import NoticeBar

if TYPE_CHECKING:
    from blueprint_editor.export.library import Found
    from blueprint_editor.model.library import LibraryEntry
    from blueprint_editor.sheets.prints.catalogue import Grouping

WriteCatalogue: TypeAlias = "Callable[[Path, Sequence[LibraryEntry], Grouping, str], object]"
"""(file, entries, what the headings are, language); runs in a worker."""
Edit: TypeAlias = "Callable[[tuple[LibraryEntry, ...]], tuple[LibraryEntry, ...]]"


class LibraryFiles(QObject):
    """Reads and writes off the GUI thread; ``keep`` changes the person's own library."""

    def __init__(
        self,
        shelf: Shelf,
        keep: "Callable[[Edit], bool]",
        catalogue: WriteCatalogue,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.shelf = shelf
        self.keep = keep
        self._catalogue = catalogue
        self._notices = notices
        self._window = window

    def ask_for_file(self) -> None:
        """Let the person choose a table or a library that somebody has passed on."""
        dialog = QFileDialog(self._window, _("Import Into the Library"))
        kinds = _("Tables and service libraries")
        dialog.setNameFilters([f"{kinds} (*.csv *.json)", f"{_('All files')} (*)"])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read a file and show what it would change before any of it does."""
        from blueprint_editor.export.library import read_entries  # noqa: PLC0415

        task = Task(self)
        task.succeeded.connect(partial(self._offer, path.name))
        fault = _("“{name}” could not be read.").format(name=path.name)
        task.failed.connect(partial(self._tell_error, fault))
        task.start(lambda: read_entries(path))

    def _offer(self, name: str, found: "Found") -> None:
        from blueprint_editor.ui.library.import_dialog import LibraryImportDialog  # noqa: PLC0415

        LibraryImportDialog(name, found, self.shelf.own, self.keep, self._window).open()

    def ask_where(self) -> None:
        """Let the person choose where their own entries go, as a table or as a library."""
        kinds = ((_("Table for spreadsheets"), "csv"), (_("Service library to pass on"), "json"))
        self._ask_where(_("Export the Library"), kinds, _("service library"), self.export)

    def export(self, path: Path) -> None:
        """Write the person's own entries; the name's ending says how."""
        from blueprint_editor.export.library import write_entries  # noqa: PLC0415

        entries, language = self.shelf.own, current_language()
        self._write(path, len(entries), lambda: write_entries(path, entries, language))

    def ask_where_catalogue(self, entries: "Sequence[LibraryEntry]", grouping: "Grouping") -> None:
        """Let the person choose where a catalogue of entries goes, to be printed or published."""
        kinds = (
            (_("PDF"), "pdf"), (_("Web page (HTML)"), "html"), (_("Word document"), "docx")
        )  # fmt: skip

        def write(path: Path) -> None:
            self.write_catalogue(path, entries, grouping)

        self._ask_where(_("Catalogue of Services"), kinds, _("catalogue of services"), write)

    def write_catalogue(
        self, path: Path, entries: "Sequence[LibraryEntry]", grouping: "Grouping"
    ) -> None:
        """Write a catalogue; the name's ending says how."""
        write, language = self._catalogue, current_language()
        self._write(path, len(entries), lambda: write(path, entries, grouping, language))

    def _ask_where(
        self,
        title: str,
        kinds: Sequence[tuple[str, str]],
        name: str,
        then: Callable[[Path], object],
    ) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setNameFilters([f"{words} (*.{ending})" for words, ending in kinds])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kinds[0][1])
        # "… (*.json)"
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")"))
        )
        dialog.selectFile(name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _write(self, path: Path, count: int, write: Callable[[], object]) -> None:
        task = Task(self)
        told = ngettext(
            "{count} entry was written to {file}.", "{count} entries were written to {file}.", count
        ).format(count=count, file=path)
        task.succeeded.connect(lambda _result: self._notices.tell(told, kind="file"))
        fault = _("“{name}” could not be written.").format(name=path.name)
        task.failed.connect(partial(self._tell_error, fault))
        task.start(write)

    def _tell_error(self, what: str, error: Exception) -> None:
        from blueprint_editor.ui.library.errors import show_library_error  # noqa: PLC0415

        show_library_error(self._window, what, error)
