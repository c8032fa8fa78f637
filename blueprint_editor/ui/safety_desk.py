"""What a person is told about the safety of their work, in bars, and what they can do then."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.safety import DocumentSafety
from blueprint_editor.session.task import Task
from blueprint_editor.storage.file_guard import read_file
from blueprint_editor.storage.lock_note import Holder
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.files import FileDesk
from blueprint_editor.ui.notice_bar import NoticeStack
from blueprint_editor.ui.sentences import tell_error
from blueprint_editor.ui.times import tell_time

Draw: TypeAlias = Callable[[Document], Drawing]
"""Composes a document's poster in a worker, apart from what windows show."""


class VersionTools(NamedTuple):
    """What it takes to show an earlier version."""

    draw: Draw
    library: FontLibrary


class SafetyDesk(QObject):
    """Follows the safety of one session; each matter has a bar of its own."""

    def __init__(
        self,
        session: DocumentSession,
        safety: DocumentSafety,
        files: FileDesk,
        notices: NoticeStack,
        tools: VersionTools,
        exports: ExportDesk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._exports = exports
        self._session = session
        self._safety = safety
        self._files = files
        self._notices = notices
        self._tools = tools
        self._window = window
        session.saved.connect(self._note_save)
        session.save_failed.connect(self._tell_save_error)
        session.opened.connect(self._begin)
        safety.turned.connect(self._tell_condition)
        safety.held.connect(self._tell_holder)
        safety.reload_failed.connect(self._tell_reload_error)
        safety.autosave_failed.connect(self._tell_autosave_error)
        safety.versions_failed.connect(self._tell_versions_error)
        # A window made anew in another language tells again what still holds.
        self._tell_condition(safety.condition)
        if safety.holder is not None:
            self._tell_holder(*safety.holder)

    def _begin(self) -> None:
        for matter in ("save", "disk", "lock"):
            self._notices.drop(matter)

    # --- saving

    def _note_save(self) -> None:
        self._notices.drop("save")
        self._notices.drop("disk")
        self._notices.drop("lock")

    def _tell_save_error(self, error: Exception) -> None:
        if isinstance(error, FileAccessError) and error.fault == "changed":
            self._tell_condition("changed")
            return
        name = self._files.document_name
        what = _("“{name}” could not be saved.").format(name=name)
        self._notices.bar("save").tell(
            f"{what} {tell_error(error)}",
            tone="warn",
            offers=(
                (_("Save Again"), self._files.save),
                (_("Save As…"), self._files.save_as),
                (_("Details…"), lambda: self._show_details(what, error)),
            ),
        )

    def _show_details(self, what: str, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415 - seldom asked

        show_error(self._window, what, error)

    # --- the file on the disk

    def _tell_condition(self, condition: str) -> None:
        path = self._session.path
        if condition == "same" or path is None:
            self._notices.drop("disk")
            return
        text, offers = {
            "changed": (
                _("Another program has changed the file “{name}”. Yours is not saved over it."),
                (
                    (_("Compare…"), self._compare_with_disk),
                    (_("Read Again"), self._safety.reload),
                    (_("Save As…"), self._files.save_as),
                    (_("Replace"), self._safety.overwrite),
                ),
            ),
            "missing": (
                _(
                    "The file “{name}” is not there any more: it was moved, renamed or deleted. "
                    "Your work is still open; saving writes the file anew."
                ),
                ((_("Save"), self._files.save), (_("Save As…"), self._files.save_as)),
            ),
            "missing_folder": (
                _(
                    "The folder of the file “{name}” is not there any more. Your work is still "
                    "open. Connect the drive again, or save in another place."
                ),
                ((_("Save As…"), self._files.save_as),),
            ),
        }[condition]
        self._notices.bar("disk").tell(text.format(name=path.name), tone="warn", offers=offers)

    def _compare_with_disk(self) -> None:
        path, mine = self._session.path, self._session.document
        if path is None:
            return
        task = Task(self)
        task.succeeded.connect(lambda found: self._show_comparison(path, found))
        task.failed.connect(self._tell_reload_error)
        task.start(lambda: compare_documents(mine, read_file(path).document))

    def _show_comparison(self, path: Path, comparison: Comparison) -> None:
        from blueprint_editor.ui.dialogs.difference_list import DifferenceDialog  # noqa: PLC0415

        told = _("This is how the file “{name}” on the disk differs from yours:")
        title = _("The File on the Disk")
        DifferenceDialog(title, told.format(name=path.name), comparison, self._window).open()

    def _tell_reload_error(self, error: Exception) -> None:
        name = self._files.document_name
        what = _("“{name}” could not be opened.").format(name=name)
        self._notices.bar("disk").tell(
            f"{what} {tell_error(error, is_reading=True)}",
            tone="warn",
            offers=(
                (_("Save As…"), self._files.save_as),
                (_("Replace"), self._safety.overwrite),
                (_("Details…"), lambda: self._show_details(what, error)),
            ),
        )

    # --- who has it

    def _tell_holder(self, path: Path, holder: Holder) -> None:
        text = _(
            "{user} has “{name}” open on {host}, since {time}. What you see is a copy: saving it "
            "asks for another file."
        ).format(
            user=holder.user or _("Somebody"),
            name=path.name,
            host=holder.host or _("another computer"),
            time=tell_time(holder.at),
        )
        self._notices.bar("lock").tell(
            text, tone="warn", offers=((_("Edit Anyway"), self._edit_anyway),)
        )

    def _edit_anyway(self) -> None:
        self._notices.drop("lock")
        self._safety.edit_anyway()

    # --- earlier versions

    @property
    def has_versions(self) -> bool:
        """Whether there may be earlier versions: the document has a file."""
        return self._session.path is not None

    def show_versions(self) -> None:
        """Open the dialog of earlier versions."""
        from blueprint_editor.ui.dialogs.versions import VersionsDialog  # noqa: PLC0415

        VersionsDialog(self._session, self._safety, *self._tools, self._window).open()

    def ask_to_forget(self) -> None:
        """Offer to remove all that is kept of the document besides its file."""
        from blueprint_editor.ui.dialogs.messages import ask_to_delete  # noqa: PLC0415

        ask_to_delete(
            self._window,
            _("Delete the earlier versions of “{name}”?").format(name=self._files.document_name),
            _(
                "Saved versions and autosaved work that this computer keeps of the document are "
                "deleted for good. The file itself stays as it is."
            ),
            self._forget,
        )

    def _forget(self) -> None:
        self._safety.forget()
        self._exports.forget()
        self._notices.bar("nets").tell(_("The earlier versions of the document were deleted."))

    # --- the safety nets themselves

    def _tell_autosave_error(self, error: Exception) -> None:
        what = _("Unsaved work cannot be kept safe at the moment, so save often.")
        self._notices.bar("nets").tell(
            f"{what} {tell_error(error)}",
            tone="warn",
            offers=((_("Details…"), lambda: self._show_details(what, error)),),
        )

    def _tell_versions_error(self, error: Exception) -> None:
        what = _("The file is saved, but its earlier versions could not be kept.")
        self._notices.bar("nets").tell(
            f"{what} {tell_error(error)}",
            tone="warn",
            offers=((_("Details…"), lambda: self._show_details(what, error)),),
        )
