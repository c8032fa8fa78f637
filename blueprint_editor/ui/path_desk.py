"""What a person does with the paths of a blueprint: side by side, merged, split, brought in."""

from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import selected_cards
from blueprint_editor.session.task import Task
from blueprint_editor.storage.file_guard import read_file
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.notice_bar import NoticeStack
from blueprint_editor.ui.safety_desk import VersionTools

if TYPE_CHECKING:
    from blueprint_editor.export.options import ExportOptions
    from blueprint_editor.ui.sheets.tools import SheetTools

AnyValue = TypeVar("AnyValue")


class PathDesk(QObject):
    """Dialogs on paths are imported when they are asked for."""

    def __init__(
        self,
        session: DocumentSession,
        tools: VersionTools,
        sheets: "SheetTools",
        exports: ExportDesk,
        notices: NoticeStack,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._tools = tools
        self._sheets = sheets
        self._exports = exports
        self._notices = notices
        self._window = window

    @property
    def has_two(self) -> bool:
        """Whether there are two paths to make one of."""
        return len(self._session.document.variants) > 1

    @property
    def has_pair(self) -> bool:
        """Whether there are paths to lay beside each other, now or in a named version."""
        document = self._session.document
        return self.has_two or any(len(kept.document.variants) > 1 for kept in document.snapshots)

    @property
    def may_have_merged(self) -> bool:
        """Whether there may be cards to split again; asked at every edit, so not looked for."""
        document = self._session.document
        return bool(document.snapshots) and any(map(attrgetter("origin"), document.cards))

    def split(self) -> None:
        """Split the selected merged cards again, or all where none is selected."""
        from blueprint_editor.commands.merging import (  # noqa: PLC0415 - seldom
            SplitMerged,
            list_merged,
        )

        merged, chosen = list_merged(self._session.document), selected_cards(self._session)
        if chosen:
            merged = tuple(card for card in merged if card in chosen)
        if not merged:
            told = _("No selected card was merged") if chosen else _("No card was merged of others")
            self._notices.bar("paths").tell(told)
        elif self._session.execute(SplitMerged(merged)):
            text = ngettext("{count} card was split", "{count} cards were split", len(merged))
            self._notices.bar("paths").tell(text.format(count=len(merged)))

    def show_merge(self, second: str = "") -> None:
        """Open the dialog in which two paths become one; ``second``: the path to merge."""
        from blueprint_editor.ui.merging.dialog import MergeDialog  # noqa: PLC0415

        MergeDialog(self._session, self._tools, self._window, second).open()

    def show_side_by_side(self) -> None:
        """Open the window that shows two paths beside each other."""
        from blueprint_editor.ui.merging.side_by_side import SideBySideDialog  # noqa: PLC0415

        tools = self._sheets.draw, self._tools.library, self._ask_for_pdf
        SideBySideDialog(self._session, *tools, self._window).open()

    def _ask_for_pdf(self, document: Document, options: "ExportOptions") -> None:
        export = self._sheets.export
        self._exports.ask_to_write(
            _("Two paths"), lambda path: export(document, path, options, lambda _done, _all: None)
        )

    def ask_for_path(self) -> None:
        """Let the person choose a file, and which of its paths is brought in."""
        from blueprint_editor.ui.file_dialogs import ask_for_files  # noqa: PLC0415

        path = self._session.path
        folder = path.parent if path is not None else Path.home()
        ask_for_files(self._window, folder, lambda paths: self.read_path(paths[0]))

    def read_path(self, path: Path) -> None:
        """Read a file and bring one of its paths in."""
        task = Task(self)
        task.succeeded.connect(partial(self._choose_path, path))
        task.failed.connect(self._tell_error)
        task.start(lambda: read_file(path).document)

    def _choose_path(self, path: Path, other: Document) -> None:
        from blueprint_editor.commands.path_import import list_paths  # noqa: PLC0415 - seldom

        pairs = [(name or path.name, variant) for variant, name in list_paths(other)]
        self._choose(
            _("Path From a File"), _("Path:"), pairs, lambda _name, found: self._take(other, found)
        )

    def _take(self, other: Document, path: str) -> None:
        from blueprint_editor.commands.path_import import ImportPath  # noqa: PLC0415 - seldom

        if self._session.execute(ImportPath(other, path)):
            self.show_merge(self._session.document.variants[-1].id)

    def _choose(
        self,
        title: str,
        label: str,
        pairs: Sequence[tuple[str, AnyValue]],
        then: Callable[[str, AnyValue], object],
    ) -> None:
        """Ask which of several is meant; one alone is taken at once."""
        if len(pairs) == 1:
            then(*pairs[0])
            return
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - seldom asked

        names = [f"{number}. {name}" for number, (name, _value) in enumerate(pairs, 1)]
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setComboBoxItems(names)
        dialog.setOkButtonText(_("Choose"))
        dialog.setCancelButtonText(_("Cancel"))
        dialog.textValueSelected.connect(lambda name: then(*pairs[names.index(name)]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_error(self, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415

        show_error(self._window, _("The path could not be shown."), error, is_reading=True)
