"""Looks for unsaved work that programs which are gone have left, off the GUI thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.session.task import Task
from blueprint_editor.storage.journal import Journal, JournalStore
from blueprint_editor.storage.recovery import ExaminedWork, FoundWork, find_work


class UnsavedWork(QObject):
    """What can be brought back.

    Signals:
        changed: :attr:`found` is another.
        looked: a look has ended.
    """

    changed = Signal()
    looked = Signal()

    def __init__(self, journals: JournalStore, parent: QObject) -> None:
        super().__init__(parent)
        self._journals = journals
        self._found = FoundWork((), ())
        self._looks = 0

    @property
    def found(self) -> FoundWork:
        """What the last look found and nobody has brought back or deleted since."""
        return self._found

    def look(self) -> None:
        """Look for unsaved work."""
        self._looks += 1
        task = Task(self)
        task.succeeded.connect(partial(self._take_look, self._looks))
        journals = self._journals
        task.start(lambda: find_work(journals))

    def _take_look(self, number: int, found: FoundWork) -> None:
        """Take what a look found; of two that were under way at once the later one knows better.

        Damaged work is moved aside by the look that finds it, so that no other one sees it.
        """
        works = found.works if number == self._looks else self._found.works
        self._take(FoundWork(works, (*self._found.damaged, *found.damaged)))
        self.looked.emit()

    def _take(self, found: FoundWork) -> None:
        if found != self._found:
            self._found = found
            self.changed.emit()

    def take_over(self, examined: ExaminedWork, use: Callable[[Journal], object]) -> None:
        """Give ``use`` the journal of some work, which is this program's own from then on.

        Where the disk refuses that, it is another one, and the work is offered again next time.
        """
        self._drop(examined)
        try:
            journal = self._journals.take_over(examined.work)
        except FileAccessError:
            journal = self._journals.begin()
        use(journal)

    def delete(self, examined: ExaminedWork) -> None:
        """Remove some work for good."""
        self._drop(examined)
        self._journals.discard(examined.work)

    def _drop(self, examined: ExaminedWork) -> None:
        works = tuple(work for work in self._found.works if work is not examined)
        self._take(FoundWork(works, self._found.damaged))

    def note_damage(self) -> None:
        """The person knows of the damaged work."""
        self._take(FoundWork(self._found.works, ()))
