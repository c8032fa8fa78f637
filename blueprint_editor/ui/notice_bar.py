"""Lines below the toolbar that tell what happened and offer what comes next."""

from collections.abc import Callable, Sequence
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.language.texts import _
from blueprint_editor.ui.look import set_tone

Offer: TypeAlias = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""
NoticeKind: TypeAlias = Literal["news", "file", "state"]
"""``news``: something was done; ``file``: a file is ready; ``state``: it holds until it is dropped,
or wants an answer."""

_ROOM: Final = 2
"""So many bars may stand for the sake of news; what stays takes of that, but never the last."""


class NoticeBar(QFrame):
    """Hidden until there is something to tell; one notice at a time.

    Attributes:
        kind: whether it may give way to newer notices: all but a ``state`` do.

    Signals:
        left: the bar goes while the keyboard is in it.
        told: there is something new to read.
    """

    left = Signal()
    told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.kind: NoticeKind = "news"
        self._label = QLabel(self)
        # Names of files and titles stand in it; they are never markup.
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(160)
        self._progress.setTextVisible(False)
        self._buttons: list[QPushButton] = []
        self._close = QPushButton(_("Close"), self)
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._progress)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """The buttons of what is offered, without the one that closes the bar."""
        return tuple(self._buttons)

    def tell(
        self,
        text: str,
        *,
        tone: str = "",
        offers: Sequence[Offer] = (),
        is_busy: bool = False,
        kind: NoticeKind = "news",
    ) -> None:
        """Show a notice; ``tone`` is ``warn`` or empty; ``is_busy`` shows that work goes on.

        Both of these stay like a ``state``, whatever the ``kind``.
        """
        self.kind = "state" if tone or is_busy else kind
        self._label.setText(text)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._add_button(*offer) for offer in offers]
        self._progress.setRange(0, 0)
        self._progress.setVisible(is_busy)
        self._close.setVisible(not is_busy)
        self.show()
        set_tone(self, tone)
        self.told.emit()
        announce(self, text)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of the work that the notice tells of is done."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        focus = QApplication.focusWidget()
        # Otherwise Qt would put the keyboard into whatever follows in some panel.
        if focus is not None and self.isAncestorOf(focus) and self.isHidden():
            self.left.emit()

    def say(self, text: str) -> None:
        """Let a screen reader say something for which there is no bar."""
        announce(self.window(), text)

    def _add_button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: act())
        self._row.insertWidget(self._row.count() - 1, button)
        return button


class NoticeStack(QWidget):
    """The notices of one window, one bar for each matter; news give way to newer ones.

    Signals:
        left: a bar goes while the keyboard is in it.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, NoticeBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def bar(self, matter: str) -> NoticeBar:
        """Return the bar of a matter; it is made when it is first asked for."""
        if matter not in self._bars:
            bar = self._bars[matter] = NoticeBar(self)
            bar.left.connect(self.left)
            bar.told.connect(lambda: self._make_room(matter))
            self._column.addWidget(bar)
        return self._bars[matter]

    def _make_room(self, matter: str) -> None:
        """Hide the oldest news, so that the poster is not buried under bars nobody has closed."""
        new = self._bars.pop(matter)
        self._bars[matter] = new  # the newest comes last
        standing = [bar for bar in self._bars.values() if not bar.isHidden() and bar is not new]
        news = [bar for bar in standing if bar.kind != "state"]
        same = [bar for bar in news if bar.kind == new.kind == "file"]
        others = [bar for bar in news if bar not in same]
        room = max(_ROOM - (len(standing) - len(news)), 1) - (new.kind != "state")
        for bar in (*same, *others[: max(len(others) - room, 0)]):
            bar.hide()

    def drop(self, matter: str) -> None:
        """Hide what was told of a matter."""
        if matter in self._bars:
            self._bars[matter].hide()

    def find_text(self, matter: str) -> str:
        """Return what is told of a matter at the moment; empty if nothing is."""
        bar = self._bars.get(matter)
        return bar.text if bar is not None and not bar.isHidden() else ""
