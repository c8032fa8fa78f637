"""The dialog of unsaved work: what there is, what it would change, bring back or delete."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.session.unsaved_work import UnsavedWork
from blueprint_editor.storage.recovery import ExaminedWork
from blueprint_editor.ui.dialogs.list_and_differences import ListAndDifferences
from blueprint_editor.ui.dialogs.messages import ask_to_delete
from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen
from blueprint_editor.ui.times import tell_time

_SIZE_PX = (860, 520)


class RecoveryDialog(QDialog):
    """Follows what was found; closes when nothing is left."""

    def __init__(
        self, unsaved: UnsavedWork, bring_back: Callable[[ExaminedWork], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._unsaved = unsaved
        self._bring_back = bring_back
        self.setWindowTitle(_("Unsaved Work"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._panes = ListAndDifferences(_("Unsaved work"), self)
        self._panes.chosen.connect(self._show_chosen)
        self._panes.activated.connect(lambda _row: self._recover())
        buttons = QDialogButtonBox(self)
        self.recover_button = buttons.addButton(
            _("Bring Back"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.delete_button = buttons.addButton(
            _("Delete…"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.recover_button.setDefault(True)
        self.recover_button.clicked.connect(self._recover)
        self.delete_button.clicked.connect(self._ask_to_delete)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._panes, 1)
        column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)
        unsaved.changed.connect(self._show_works)
        self._show_works()

    def _show_works(self) -> None:
        works = self._unsaved.found.works
        if not works:
            self.reject()
            return
        self._panes.show_lines([_describe(examined) for examined in works])

    def _chosen(self) -> ExaminedWork | None:
        works, row = self._unsaved.found.works, self._panes.lines.currentRow()
        return works[row] if 0 <= row < len(works) else None

    def _show_chosen(self) -> None:
        examined = self._chosen()
        if examined is not None:
            comparison = examined.comparison or _compare_with_nothing(examined.document)
            self._panes.tell(_explain(examined), comparison)

    def _recover(self) -> None:
        if (examined := self._chosen()) is not None:
            self._bring_back(examined)

    def _ask_to_delete(self) -> None:
        examined = self._chosen()
        if examined is not None:
            ask_to_delete(
                self,
                _("Delete the unsaved work on “{name}”?").format(name=name_work(examined)),
                _("It cannot be brought back afterwards."),
                lambda: self._unsaved.delete(examined),
            )


def name_work(examined: ExaminedWork) -> str:
    """Return what a person knows the work by: its file's name, or its title."""
    path = examined.work.place.path
    return path.name if path is not None else examined.work.title or _("Untitled")


def _describe(examined: ExaminedWork) -> str:
    return f"{name_work(examined)}\n{tell_time(examined.work.at)}"


def _compare_with_nothing(document: Document) -> Comparison:
    """Return what a document holds, all of it added."""
    blank = Document(id=document.id, title=document.title, language=document.language)
    return compare_documents(blank, document)


def _explain(examined: ExaminedWork) -> str:
    if examined.work.place.path is None:
        return _("This document was never saved to a file. It holds:")
    if examined.comparison is None:
        return _(
            "Its file is not there any more, or cannot be read, so the work opens as a copy. "
            "It holds:"
        )
    if not examined.is_home:
        return _(
            "The file has been changed since, so the work opens as a copy. Compared with the file, "
            "the work has:"
        )
    return _("Compared with the file, the work has:")
