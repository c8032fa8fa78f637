"""What a window shows of its document: the whole poster, or what a filter lets through of it."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from blueprint_editor.model.changes import find_changes
from blueprint_editor.model.document import Document
from blueprint_editor.model.filtering import has_criteria
from blueprint_editor.model.records import PosterFilter
from blueprint_editor.session.composition import Compose, Poster

_NOTHING: frozenset[str] = frozenset()


class PosterView(QObject):
    """The poster of one session, through the filter of its window.

    The filter is neither in the document nor in the history. What it would hide, but a person has
    just made, changed or gone to, stays in view until a filter is chosen again.

    Attributes:
        compose: makes the posters.
        poster: what is shown now; to be read only.

    Signals:
        filtered: another filter was chosen, or other records must stay in view.
    """

    filtered = Signal()

    def __init__(self, compose: Compose, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compose = compose
        self._chosen: PosterFilter | None = None
        self._kept = _NOTHING
        self.poster: Poster = compose(document)

    @property
    def chosen(self) -> PosterFilter | None:
        """The filter of this window; None follows the one that is kept with the poster."""
        return self._chosen

    @property
    def has_kept(self) -> bool:
        """Whether something stays in view that the filter would hide."""
        return bool(self._kept)

    def choose(self, wanted: PosterFilter | None) -> None:
        """Show what a filter lets through; one without criteria shows everything."""
        if wanted != self._chosen or self._kept:
            self._chosen, self._kept = wanted, _NOTHING
            self.filtered.emit()

    def reset(self) -> None:
        """Follow the poster's own filter from now on, for a document that is to be shown next."""
        self._chosen, self._kept = None, _NOTHING

    def find_filter(self, document: Document) -> PosterFilter | None:
        """Return the filter that holds for a document; None where everything is shown.

        What it names and the document has no longer is left out of it.
        """
        wanted = document.poster.filter if self._chosen is None else self._chosen
        wanted = _drop_unknown(document, wanted) if wanted is not None else None
        return wanted if wanted is not None and has_criteria(wanted) else None

    def show(self, document: Document, base: Document) -> None:
        """Compose the poster of a document; what it changes of ``base`` stays in view."""
        wanted = self.find_filter(document)
        if wanted != document.poster.filter:
            poster = document.poster.model_copy(update={"filter": wanted})
            document_shown = document.model_copy(update={"poster": poster})
        else:
            document_shown = document
        if wanted is None or not wanted.hide:
            self.poster = self.compose(document_shown)
            return
        kept = self._kept
        if base is not document:
            kept |= self._find_touched(base, document)
        self.poster = self.compose(document_shown, kept=kept)

    def keep_touched(self, before: Document, after: Document) -> None:
        """Keep in view what an edit makes, or changes of what is in view."""
        if self._hides(after):
            self._kept |= self._find_touched(before, after)

    def keep(self, document: Document, records: Iterable[str]) -> None:
        """Bring records that are gone to into view, if the filter hides them."""
        if self._hides(document):
            unseen = frozenset(records) - self.poster.facts.ids
            if unseen and not unseen <= self._kept:
                self._kept |= unseen
                self.filtered.emit()

    def _hides(self, document: Document) -> bool:
        wanted = self.find_filter(document)
        return wanted is not None and wanted.hide

    def _find_touched(self, before: Document, after: Document) -> frozenset[str]:
        changes = find_changes(before, after)
        changed = changes.changed & self.poster.facts.ids if changes.changed else _NOTHING
        return changes.added | changed


def _drop_unknown(document: Document, wanted: PosterFilter) -> PosterFilter:
    lists: dict[str, tuple[Any, ...]] = {
        "actors": document.actors,
        "variants": document.variants,
        "tags": document.tags,
        "lanes": document.lanes,
    }
    changed = {}
    for field, records in lists.items():
        named = getattr(wanted, field)
        if named:
            known = {record.id for record in records}
            kept = tuple(one for one in named if one in known)
            if kept != named:
                changed[field] = kept
    return wanted.changed(**changed) if changed else wanted
