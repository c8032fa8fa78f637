"""Begins a presentation of a window's blueprint, and goes on editing where it ended."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.voting import cast_vote
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.session.route import Stop
from blueprint_editor.ui.presentation.timer import find_countdown
from blueprint_editor.ui.presentation.window import PresentationWindow


def present(
    canvas: PosterCanvas, library: FontLibrary, parent: QWidget, *, from_here: bool
) -> None:
    """Show the poster as it is now on the whole screen, from its beginning or from what is current.

    The editor below cannot be used meanwhile.
    """
    session = canvas.session
    start = (session.selection.current or "") if from_here else ""

    def cast(record: str, by: int) -> str:
        return cast_vote(session, record, by)

    countdown = find_countdown(session.document, canvas)
    window = PresentationWindow(session.poster, library, parent, cast, countdown, start)

    def follow() -> None:
        window.take_poster(session.poster)

    session.poster_changed.connect(follow)

    def go_on(stop: Stop) -> None:
        session.poster_changed.disconnect(follow)
        if stop.kind == "card":
            session.select((stop.record,))
        canvas.setFocus()
        # When it is gone; not every system gives the keyboard back by itself.
        QTimer.singleShot(0, parent, parent.activateWindow)

    window.left.connect(go_on)
    window.setWindowModality(Qt.WindowModality.WindowModal)
    window.begin()
