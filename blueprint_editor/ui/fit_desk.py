"""Fits the poster to its paper when asked, and offers it when the content has outgrown a fit."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.view import shows_whole_page
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.ui.notice_bar import NoticeBar
from blueprint_editor.ui.sizes import tell_paper

if TYPE_CHECKING:
    from blueprint_editor.sheets.fit_wish import Fitted
    from blueprint_editor.sheets.reading_advice import Reading

FitDocument: TypeAlias = Callable[[Document, FitWish], "Fitted"]
"""Fits a document's poster to its paper; runs in a worker."""
Advise: TypeAlias = Callable[[Document], "Reading"]
"""Tells how a document's poster can be read and what would help; runs in a worker."""

IDLE_MS = 900
_OUTGROWN = 0.995
"""A fitted poster that is scaled down to less than this has outgrown its paper."""


class FitTools(NamedTuple):
    """What the composition root hands in."""

    fit: FitDocument
    advise: Advise


class FitDesk(QObject):
    """One fit at a time, off the GUI thread; its outcome is one undoable step.

    Signals:
        fitted: the poster has been fitted.
    """

    fitted = Signal()

    def __init__(
        self, session: DocumentSession, canvas: PosterCanvas, tools: FitTools, notices: NoticeBar
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._tools = tools
        self._notices = notices
        self._is_fitting = False
        self._told: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self.look)
        session.poster_changed.connect(self._timer.start)
        session.opened.connect(self._timer.start)
        self._timer.start()

    @property
    def tools(self) -> FitTools:
        return self._tools

    @property
    def is_fitted(self) -> bool:
        """Whether the document stores a fit."""
        return self._session.document.poster.fit is not None

    def fit(self, wish: FitWish | None = None, paper: str = "") -> None:
        """Fit the poster to its paper, or to another, and store the fit.

        Args:
            wish: None = to fill the paper.
            paper: name of another paper to put the poster on.
        """
        if self._is_fitting:
            return
        document = asked = self._session.document
        if paper:
            document = document.changed(poster=document.poster.changed(paper=paper))
        self._is_fitting = True
        task = Task(self)
        task.succeeded.connect(lambda fitted: self._take(asked, fitted, wish, paper))
        task.failed.connect(self._fail)
        fit, wanted = self._tools.fit, wish or FitWish()
        task.start(lambda: fit(document, wanted))

    def drop(self) -> None:
        """Give the poster its usual columns and type again, scaled to the paper as a whole."""
        from blueprint_editor.commands.fit import FitPoster  # noqa: PLC0415 - seldom

        self._session.execute(FitPoster(None))

    def _take(self, asked: Document, fitted: "Fitted", wish: FitWish | None, paper: str) -> None:
        from blueprint_editor.commands.fit import FitPoster  # noqa: PLC0415 - seldom

        self._is_fitting = False
        if self._session.document is not asked:
            self.fit(wish, paper)  # edited meanwhile
            return
        self._notices.hide()
        is_whole = shows_whole_page(self._canvas)
        self._session.execute(FitPoster(fitted.fit, fitted.paper.name, fitted.orientation))
        if is_whole:
            self._canvas.fit_page()
        rows = 1 + len(fitted.fit.rows) + len(fitted.fit.row_steps)
        words = _("The poster fills its paper.")
        if rows > 1:
            words = _("The poster fills its paper, in {count} rows.").format(count=rows)
        announce(self._canvas, words)
        self.fitted.emit()

    def _fail(self, error: Exception) -> None:
        self._is_fitting = False
        # Late, like all message boxes: the first paint needs none.
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415

        show_error(self._canvas.window(), _("The poster could not be fitted to its paper."), error)

    def look(self) -> None:
        """Offer to fit again what has outgrown its fit, or lies on another paper than it."""
        self._timer.stop()
        poster = self._session.document.poster
        fit = poster.fit
        if fit is None or fit.splits or not fit.paper:
            self._drop_notice()
            return
        now = (poster.paper, poster.orientation)
        if (fit.paper, fit.orientation) != now:
            text = _("The poster is fitted to {old}, but lies on {new}: it is scaled as a whole.")
            self._tell(
                (fit, now), text.format(old=tell_paper(fit.paper), new=tell_paper(poster.paper))
            )
        elif self._has_outgrown():
            text = _("The content no longer fits its paper: all of it is scaled down.")
            self._tell((fit, "outgrown"), text)
        else:
            self._drop_notice()

    def _has_outgrown(self) -> bool:
        from blueprint_editor.sheets.fitting import SCALE_LIMITS  # noqa: PLC0415 - seldom fitted

        fit = self._session.document.poster.fit
        is_least = fit is not None and fit.type_scale <= SCALE_LIMITS[0]
        return not is_least and self._session.poster.drawing.fit.scale < _OUTGROWN

    def _tell(self, matter: tuple[object, ...], text: str) -> None:
        if matter != self._told:  # closed by who read it: once is enough
            self._told = matter
            self._notices.tell(text, offers=((_("Fit Again"), self.fit),), kind="state")

    def _drop_notice(self) -> None:
        if self._told:
            self._told = ()
            self._notices.hide()
