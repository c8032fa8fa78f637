"""The line that tells while dots are given by clicking, and what clears all votes."""

from PySide6.QtCore import QObject

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.fields import SetField
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.votes import count_votes, list_voted
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.notice_bar import NoticeStack

_MATTER = "votes"


class VoteDesk(QObject):
    """Follows the voting on one canvas."""

    def __init__(
        self, session: DocumentSession, canvas: PosterCanvas, notices: NoticeStack
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._voting = canvas.voting
        self._notices = notices
        self._voting.changed.connect(self._follow)

    def _follow(self) -> None:
        if not self._voting.is_on:
            self._notices.drop(_MATTER)
            self._notices.bar(_MATTER).say(_("Voting has ended."))
            return
        text = _(
            "Voting: click a card or a mark to give it a dot, Shift+click to take one away. With "
            "the keyboard: + and −. Esc ends."
        )
        offers = (
            (_("Clear All Votes"), self.clear),
            (_("End Voting"), lambda: self._voting.turn(is_on=False)),
        )
        self._notices.bar(_MATTER).tell(text, offers=offers, kind="state")

    def clear(self) -> None:
        """Take all votes away as one step, and offer to bring them back."""
        session, bar = self._session, self._notices.bar("cleared_votes")
        document = session.document
        count = count_votes(document)
        if not count:
            bar.tell(_("Nothing has votes."))
            return
        session.execute(SetField(list_voted(document), "votes", 0))
        cleared = session.document

        def undo() -> None:
            bar.hide()
            if session.document is cleared:
                session.undo()

        text = ngettext("{count} vote was cleared.", "{count} votes were cleared.", count)
        bar.tell(text.format(count=count), offers=((_("Undo"), undo),))
