"""The toolbar: icons with a word, or icons alone where the window has no room for the words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.actions import TOOLBAR

PRIMARY = "print_or_export"
"""The action whose button stands out, alone at the right."""
_ICON_PX, _BUTTON_PX = 22, 78
_WITH_WORD = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class WindowToolBar(QToolBar):
    """Some actions of a table; what an icon without its word means is told by its tip.

    ``names`` are theirs from the left, ``|`` for a line; the primary one stands alone at the right.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        parent: QWidget,
        names: Sequence[str] = TOOLBAR,
        primary: str = PRIMARY,
    ) -> None:
        super().__init__(_("Toolbar"), parent)
        self._needed_px = 0
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in names:
            if name == "|":
                self.addSeparator()
            else:
                self.addAction(actions[name])
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self._primary = button = QToolButton()
        button.setObjectName("primary")
        button.setDefaultAction(actions[primary])
        self.addWidget(button)
        self.setToolButtonStyle(_WITH_WORD)

    def setToolButtonStyle(self, style: Qt.ToolButtonStyle) -> None:
        """Show the words or not; the primary one always has its own."""
        super().setToolButtonStyle(style)
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._primary.setToolButtonStyle(style if style == _WITH_WORD else beside)
        for button in self.findChildren(
            QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            button.setMinimumWidth(_BUTTON_PX if style == _WITH_WORD else 0)

    def _fit(self) -> None:
        if self.toolButtonStyle() == _WITH_WORD:
            self._needed_px = self.sizeHint().width()
        style = _WITH_WORD if self._needed_px <= self.width() else _ALONE
        if style != self.toolButtonStyle():
            self.setToolButtonStyle(style)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.setToolButtonStyle(_WITH_WORD)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
