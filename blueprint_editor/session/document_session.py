"""The one door to the document: what is open, selected, undone, previewed, shown and saved."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.history import History, HistoryEntry
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.model.changes import find_changes
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.session.composition import Compose, Poster
from blueprint_editor.session.navigation import ChooseSelection, keep_existing
from blueprint_editor.session.poster_view import PosterView
from blueprint_editor.session.saving import DocumentFile, Save


class DocumentSession(QObject):
    """Holds the document; the only place where it becomes another one.

    Attributes:
        view: what is shown of it, through a filter.
        file: the document's file, and what it holds.

    Signals:
        opened: another document is open now, with a history of its own.
        changed: the document is another now; carries the :class:`ChangeSet`.
        poster_changed: what is shown is another now, by a change or only in a preview.
        selection_changed: other records, or another place of the cursor.
        saved_state_changed: ``is_modified``, ``is_saving`` or ``path`` is another.
        saved: the document is on disk; carries the path.
        save_failed: it is not; carries the error. The document stays as it is.
        refused: the rules forbade a command; carries the :class:`CommandRefusedError`.
    """

    opened = Signal()
    changed = Signal(object)
    poster_changed = Signal()
    selection_changed = Signal()
    saved_state_changed = Signal()
    saved = Signal(object)
    save_failed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        compose: Compose,
        save: Save,
        path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = History()
        self._selection = Selection()
        self._document = self._shown = document
        self._facts = DerivedFacts(document)
        self._preview: Command | None = None
        self.view = PosterView(compose, document, self)
        self.view.filtered.connect(self._show_again)
        self.file = DocumentFile(save, document, path, self)
        self.file.state_changed.connect(self.saved_state_changed)
        self.file.saved.connect(self.saved)
        self.file.failed.connect(self.save_failed)

    @property
    def document(self) -> Document:
        """The document without what is only previewed."""
        return self._document

    @property
    def facts(self) -> DerivedFacts:
        """The derived facts of :attr:`document`."""
        return self._facts

    @property
    def shown_document(self) -> Document:
        """The document that :attr:`poster` shows: with the preview, if there is one."""
        return self._shown

    @property
    def poster(self) -> Poster:
        return self.view.poster

    @property
    def history(self) -> History:
        """To be read only; it grows by :meth:`execute`."""
        return self._history

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def path(self) -> Path | None:
        """The file that the document was read from or saved to."""
        return self.file.path

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from the file; undoing back to it makes it equal again."""
        return self._document is not self.file.saved_document

    @property
    def is_saving(self) -> bool:
        return self.file.is_saving

    def open_document(
        self, document: Document, path: Path | None = None, *, is_saved: bool = True
    ) -> None:
        """Show another document; the history of the one before is gone.

        ``is_saved``: it is as its file holds it, or may be lost as a sample may.
        """
        before = self._document
        self._history = History()
        self._preview = None
        self._selection = Selection()
        self.view.reset()
        self.file.bind(path, document if is_saved else None)
        self._adopt(before, document)
        self.selection_changed.emit()
        self.saved_state_changed.emit()
        self.opened.emit()

    def execute(
        self, command: Command, selection: Selection | ChooseSelection | None = None
    ) -> bool:
        """Change the document by a command, as one named step of the history.

        Args:
            command: what to do; a preview that is shown is dropped or, if it is of this very
                command, made real.
            selection: what to select afterwards, or a function that tells it from the documents
                before and after; None keeps what still exists.

        Returns:
            Whether the rules allowed it (:attr:`refused` tells why not).
        """
        try:
            after = self._shown if command is self._preview else command.apply(self._document)
        except CommandRefusedError as error:
            self.drop_preview()
            self.refused.emit(error)
            return False
        before, self._preview = self._document, None
        old_selection = self._selection
        if after is before:
            self._show(before)
        else:
            self.view.keep_touched(before, after)
            self._adopt(before, after)
        if callable(selection):
            selection = selection(before, after)
        self._select(self._selection if selection is None else selection)
        if after is not before:
            self._history.push(
                HistoryEntry(
                    command.name, before, after, old_selection, self._selection, command.merge_key
                )
            )
            self.saved_state_changed.emit()
        return True

    def preview(self, command: Command) -> bool:
        """Show what a command would do, without doing it; returns whether the rules allow it."""
        try:
            shown = command.apply(self._document)
        except CommandRefusedError:
            self.drop_preview()
            return False
        self._preview = command
        self._show(shown)
        return True

    def drop_preview(self) -> None:
        """Show the document itself again."""
        self._preview = None
        self._show(self._document)

    def undo(self) -> None:
        self.go_to_step(len(self._history.done) - 1)

    def redo(self) -> None:
        self.go_to_step(len(self._history.done) + 1)

    def go_to_step(self, count: int) -> None:
        """Undo or redo at once until ``count`` steps are done, as many as there are."""
        self.drop_preview()
        start, selection = self._document, self._selection
        after = start
        while len(self._history.done) > count and (entry := self._history.undo()) is not None:
            after, selection = entry.before, entry.selection_before
        while len(self._history.done) < count and (entry := self._history.redo()) is not None:
            after, selection = entry.after, entry.selection_after
        if after is not start:
            self.view.keep_touched(start, after)
            self._adopt(start, after)
            self._select(selection)
            self.saved_state_changed.emit()

    def end_step(self) -> None:
        """Make what is typed next a step of its own."""
        self._history.seal()

    def select(self, records: Iterable[str] = (), cursor: Cursor | None = None) -> None:
        """Select records and put the cursor; without one it goes to the last card selected."""
        self._select(Selection(tuple(dict.fromkeys(records)), cursor))

    def save(self, path: Path) -> None:
        """Write the document as it is now, off the GUI thread."""
        self.file.save(self._document, path)

    def compose_by(self, compose: Compose) -> None:
        """Compose posters another way from now on; views on this session are to be made anew."""
        self.view.compose = compose
        self.view.show(self._shown, self._document)

    def _adopt(self, before: Document, after: Document) -> None:
        self._document = after
        self._facts = DerivedFacts(after)
        self._show(after)
        self.changed.emit(find_changes(before, after))

    def _show(self, document: Document) -> None:
        if document is self._shown:
            return
        self._shown = document
        self._show_again()

    def _show_again(self) -> None:
        self.view.show(self._shown, self._document)
        self.poster_changed.emit()

    def _select(self, selection: Selection) -> None:
        """Select what exists of it; the cursor stands on the current card, if there is one."""
        wanted = keep_existing(self._facts, selection)
        if wanted != self._selection:
            self.view.keep(self._document, wanted.records)
            self._selection = wanted
            self._history.seal()
            self.selection_changed.emit()
