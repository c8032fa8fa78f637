"""The service library in a window: into the blueprint and out of it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.library_links import list_references
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import free_place
from blueprint_editor.session.navigation import select_added
from blueprint_editor.ui.library.shelf import Shelf
from blueprint_editor.ui.library_files import Edit, LibraryFiles, WriteCatalogue
from blueprint_editor.ui.notice_bar import NoticeBar

if TYPE_CHECKING:
    from blueprint_editor.commands.library import Draft
    from blueprint_editor.model.library import LibraryEntry

LIBRARY_MIME: Final = "application/x-service-blueprint-library"
"""What is dragged: ids of entries, separated by spaces."""

# The modules of the library are imported when it is first used.


class LibraryDesk(QObject):
    """What can be done with the shelf and one document.

    Signals:
        told: carries a sentence on what was done, or why it was not.
    """

    told = Signal(str)

    def __init__(
        self,
        session: DocumentSession,
        shelf: Shelf,
        catalogue: WriteCatalogue,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.session = session
        self.shelf = shelf
        self.files = LibraryFiles(shelf, self.keep, catalogue, notices, window)
        self._notices = notices
        self._window = window

    # --- into the document

    def insert_cards(self, ids: Iterable[str], place: Cursor | None = None) -> bool:
        """Put cards made of entries into a cell, the current one if none is named."""
        from blueprint_editor.commands.library import make_cards  # noqa: PLC0415

        place = place or free_place(self.session)
        entries = self._find(ids)
        if not entries or place is None:
            return False
        self.session.end_step()
        command = make_cards(self.session.document, entries, place)
        is_done = self.session.execute(command, select_added)
        self.session.end_step()
        return is_done

    def add_actors(self, ids: Iterable[str]) -> int:
        """Add actors made of entries to the register; return how many were not there already."""
        from blueprint_editor.commands.library import make_actors  # noqa: PLC0415

        document = self.session.document
        there = {actor.library.id: actor.id for actor in document.actors if actor.library}
        entries = self._find(ids)
        new = [entry for entry in entries if entry.id not in there]
        self.session.end_step()
        if new and not self.session.execute(make_actors(document, new)):
            return 0
        self.session.end_step()
        wanted = {entry.id for entry in entries}
        actors = self.session.document.actors
        self.session.select(a.id for a in actors if a.library and a.library.id in wanted)
        return len(new)

    def _find(self, ids: Iterable[str]) -> "list[LibraryEntry]":
        known = self.shelf.by_id
        return [known[entry] for entry in ids if entry in known]

    def list_selected(self) -> list[str]:
        """Return the selected cards and actors."""
        document = self.session.document
        known = {card.id for card in document.cards} | {actor.id for actor in document.actors}
        return [record for record in self.session.selection.records if record in known]

    def count_linked(self) -> int:
        """Return how many cards and actors were made from a library."""
        return len(list_references(self.session.document))

    def show_update(self) -> None:
        """Show what the library has otherwise than the document."""
        from blueprint_editor.ui.library.update_dialog import LibraryUpdateDialog  # noqa: PLC0415

        LibraryUpdateDialog(self.session, self.shelf.by_id, self._window).open()

    # --- into the library

    def add_selected(self) -> None:
        """Put the selected cards and actors into the person's own library, and link them to it.

        One that is there already, and says something else by now, is offered as a change.
        """
        from blueprint_editor.commands.library import draft_entries  # noqa: PLC0415

        document, own = self.session.document, {entry.id for entry in self.shelf.own}
        kept = list_references(document)
        selected = self.list_selected()
        wanted = [r for r in selected if r not in kept or kept[r].id not in own]
        drafts = list(draft_entries(document, wanted))
        if len(selected) == 1 and not wanted and self._offer_change(selected[0]):
            return
        new = [draft.entry for draft in drafts]
        if new and not self.keep(lambda entries: (*entries, *new)):
            return
        if new:
            self._link(drafts)
        text = (
            ngettext(
                "{count} entry was added to your library.",
                "{count} entries were added to your library.",
                len(new),
            )
            if new
            else _("What is selected is in your library already, or says nothing.")
        )
        self._notices.tell(text.format(count=len(new)))

    def _link(self, drafts: "Sequence[Draft]") -> None:
        from blueprint_editor.commands.library import link_records  # noqa: PLC0415

        self.session.end_step()
        self.session.execute(link_records(drafts))
        self.session.end_step()

    def _offer_change(self, record: str) -> bool:
        """Show the entry of a card or actor with what that has otherwise; tell whether it has."""
        from blueprint_editor.commands.library import (  # noqa: PLC0415
            Draft,
            draft_entries,
            list_news,
        )
        from blueprint_editor.ui.library.entry_dialog import EntryDialog  # noqa: PLC0415

        document = self.session.document
        entry = self.shelf.by_id[list_references(document)[record].id]
        draft = next(draft_entries(document, (record,)), None)
        news = list_news(document, draft, entry) if draft is not None else {}
        if not news:
            return False

        def keep(changed: "LibraryEntry") -> bool:
            is_kept = self.put(changed)
            if is_kept:
                self._link((Draft(record, changed),))
            return is_kept

        EntryDialog(entry, keep, self._window, news).open()
        return True

    def edit_entry(self, entry_id: str, asker: QWidget) -> None:
        """Let the person change one of their own entries; of one of the field's say why not."""
        from blueprint_editor.ui.library.entry_dialog import EntryDialog  # noqa: PLC0415

        entry = next((own for own in self.shelf.own if own.id == entry_id), None)
        if entry is not None:
            EntryDialog(entry, self.put, asker).open()
        elif entry_id:
            self._tell_common()

    def _tell_common(self) -> None:
        """Say that an entry of the library that comes along stays as it is, and what to do."""
        self.tell(
            _(
                "This entry comes with the program and stays as it is. Insert it as a card, change "
                "the card, then choose Actions – Add to My Library."
            )
        )

    def new_entry(self, asker: QWidget) -> None:
        """Let the person write an entry that no card stands for yet."""
        from blueprint_editor.ui.library.entry_dialog import EntryDialog  # noqa: PLC0415

        EntryDialog(None, self.put, asker).open()

    def put(self, entry: "LibraryEntry") -> bool:
        """Keep an entry in the place of the one with its id, else as a new one."""
        from blueprint_editor.model.library import put_entries  # noqa: PLC0415

        return self.keep(lambda entries: put_entries(entries, (entry,)))

    def ask_to_delete(self, ids: Sequence[str], asker: QWidget) -> None:
        """Take own entries out of the library, if the person says so again."""
        from blueprint_editor.ui.dialogs.messages import ask_to_delete  # noqa: PLC0415

        gone = {entry.id for entry in self.shelf.own}.intersection(ids)
        if not gone:
            if ids:
                self._tell_common()
            return
        what = ngettext(
            "Delete {count} entry from your library?",
            "Delete {count} entries from your library?",
            len(gone),
        ).format(count=len(gone))
        consequence = _("Cards and actors made from it stay as they are. This cannot be undone.")

        def delete() -> None:
            self.keep(lambda entries: tuple(e for e in entries if e.id not in gone))

        ask_to_delete(asker, what, consequence, delete)

    def keep(self, edit: Edit) -> bool:
        """Change the person's own library, or tell why that is impossible."""
        try:
            self.shelf.change(edit)
        except BlueprintError as error:
            self._tell_error(_("Your library could not be changed."), error)
            return False
        return True

    def open_link(self, url: str) -> None:
        """Open an address that the person has seen in full and clicked."""
        QDesktopServices.openUrl(QUrl(url))

    def tell(self, text: str) -> None:
        """Let the window show a sentence for a while, and a screen reader say it."""
        self.told.emit(text)
        announce(self._window, text)

    def _tell_error(self, what: str, error: Exception) -> None:
        from blueprint_editor.ui.library.errors import show_library_error  # noqa: PLC0415

        show_library_error(self._window, what, error)
