"""A line below the toolbar that tells what happened and offers what comes next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.language.texts import _
from blueprint_editor.ui.look import set_tone


class NoticeBar(QFrame):
    """Hidden until there is something to tell; one notice at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(self)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(160)
        self._progress.setTextVisible(False)
        self._action = QPushButton(self)
        self._action.clicked.connect(self._act)
        self._close = QPushButton(_("Close"), self)
        self._close.clicked.connect(self.hide)
        self._on_action: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def tell(
        self,
        text: str,
        *,
        tone: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        is_busy: bool = False,
    ) -> None:
        """Show a notice; ``tone`` is ``warn`` or empty; ``is_busy`` shows that work goes on."""
        self._label.setText(text)
        self._on_action = on_action
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._progress.setVisible(is_busy)
        self._close.setVisible(not is_busy)
        self.show()
        set_tone(self, tone)
        announce(self, text)

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()
