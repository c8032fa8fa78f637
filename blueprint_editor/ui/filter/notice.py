"""The line that tells while a filter is on, and offers to show everything again."""

from PySide6.QtCore import QObject

from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.model.filter_words import tell_filter
from blueprint_editor.model.records import PosterFilter
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.filters import (
    count_cards,
    drop_from_poster,
    find_filter,
    find_poster_filter,
    follow_poster,
    is_as_on_poster,
    keep_with_poster,
    show_everything,
)
from blueprint_editor.ui.notice_bar import NoticeStack, Offer

_MATTER = "filter"


class FilterNotice(QObject):
    """Follows the filter of one session."""

    def __init__(self, session: DocumentSession, notices: NoticeStack, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._told: tuple[object, ...] = ()
        session.poster_changed.connect(self._follow)
        session.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        session = self._session
        wanted, kept = find_filter(session), find_poster_filter(session)
        if wanted is None and kept is None:
            if self._told:
                self._told = ()
                self._notices.drop(_MATTER)
                self._notices.bar(_MATTER).say(_("Everything is shown."))
            return
        told = (self._tell(wanted, kept), wanted, kept, is_as_on_poster(session))
        if told != self._told:
            self._told = told
            self._notices.bar(_MATTER).tell(
                told[0], offers=self._list_offers(wanted, kept), kind="state"
            )

    def _tell(self, wanted: PosterFilter | None, kept: PosterFilter | None) -> str:
        session = self._session
        if wanted is None:
            assert kept is not None  # noqa: S101 - the caller looked
            words = tell_filter(session.document, kept, find_terms(current_language()))
            told = _("Everything is shown here, but exported files are filtered.")
            return f"{told} {words}."
        shown, every = count_cards(session)
        words = tell_filter(session.document, wanted, find_terms(current_language()))
        count = ngettext("{shown} of {count} card", "{shown} of {count} cards", every)
        text = f"{words} · {count.format(shown=shown, count=every)}"
        if kept is None:
            return f"{text} · {_('exported files show everything')}"
        if is_as_on_poster(session):
            return f"{text} · {_('the same in exported files')}"
        return f"{text} · {_('exported files are filtered otherwise')}"

    def _list_offers(
        self, wanted: PosterFilter | None, kept: PosterFilter | None
    ) -> tuple[Offer, ...]:
        session = self._session
        if wanted is None:
            return (
                (_("Show as on the Poster"), lambda: follow_poster(session)),
                (_("Remove from the Poster"), lambda: drop_from_poster(session)),
            )
        clear: Offer = (_("Show Everything"), lambda: show_everything(session))
        if kept is not None and is_as_on_poster(session):
            return (clear,)
        return ((_("Keep with the Poster"), lambda: keep_with_poster(session)), clear)
