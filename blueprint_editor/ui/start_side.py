"""The left side of the start page: the program's name, what one does first, where sections are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import LANGUAGE_NAMES, _, current_language
from blueprint_editor.ui.icons import make_app_icon, make_icon

_WIDTH_PX = 252
_ICON_PX, _ICON_GAP_PX = 18, 5
_BRAND_PX = 44

Jump = tuple[str, str, Callable[[], object]]
"""A section's title, its icon, and what goes there."""


class StartSide(QFrame):
    """Buttons, top to bottom in the order in which they are needed.

    Signals:
        new_asked: an empty document.
        open_asked: a dialog on files.
        guide_asked: the guide.
        settings_asked: the dialog of settings.
        language_chosen: another language of the interface; carries its tag.
    """

    new_asked = Signal()
    open_asked = Signal()
    guide_asked = Signal()
    settings_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, jumps: Sequence[Jump], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setMinimumWidth(_WIDTH_PX)
        self.new_button = QPushButton(_("New Empty Blueprint"))
        self.new_button.setObjectName("primary")
        self.new_button.clicked.connect(self.new_asked)
        self.open_button = QPushButton(_("Open File…"))
        self.open_button.clicked.connect(self.open_asked)
        self.guide_button = self._make_jump(_("Guide"), self.guide_asked.emit)
        self.settings_button = self._make_jump(_("Settings"), self.settings_asked.emit)
        self.language_button = self._make_language_button()
        self.jump_buttons = [self._make_jump(title, run) for title, _icon, run in jumps]
        self._icons: list[tuple[QAbstractButton, str, str]] = [
            (self.new_button, "plus", "primary_text"),
            (self.open_button, "open", "text"),
            (self.guide_button, "guide", "quiet"),
            (self.settings_button, "settings", "quiet"),
            (self.language_button, "language", "quiet"),
        ]
        for button, (_title, icon, _run) in zip(self.jump_buttons, jumps, strict=True):
            self._icons.append((button, icon, "quiet"))
        self._assemble()

    def _assemble(self) -> None:
        brand = QLabel()
        brand.setPixmap(make_app_icon().pixmap(QSize(_BRAND_PX, _BRAND_PX), 2.0))
        name = QLabel(_("Blueprint Editor"))
        name.setObjectName("brand")
        drop = QLabel(_("You can also drop files into this window."))
        drop.setObjectName("quiet")
        drop.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 20, 20)
        column.setSpacing(8)
        column.addWidget(brand)
        column.addWidget(name)
        column.addSpacing(14)
        column.addWidget(self.new_button)
        column.addWidget(self.open_button)
        column.addSpacing(18)
        jumps = QVBoxLayout()
        jumps.setSpacing(0)
        for button in self.jump_buttons:
            jumps.addWidget(button)
        column.addLayout(jumps)
        column.addStretch(1)
        column.addWidget(drop)
        column.addSpacing(8)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.guide_button)
        foot.addWidget(self.settings_button)
        foot.addWidget(self.language_button)
        column.addLayout(foot)

    def _make_jump(self, title: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(self.new_button.sizePolicy())
        button.clicked.connect(run)
        return button

    def _make_language_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(LANGUAGE_NAMES[current_language()])
        button.setAccessibleName(_("Language"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(self.new_button.sizePolicy())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for tag, name in LANGUAGE_NAMES.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(tag == current_language())
            action.triggered.connect(lambda _checked=False, tag=tag: self.language_chosen.emit(tag))
        button.setMenu(menu)
        return button

    def take_colours(self, colours: dict[str, QColor]) -> None:
        """Draw the icons in the theme's colours, for the screen that shows them."""
        for button, icon, use in self._icons:
            ratio = self.devicePixelRatio()
            button.setIcon(make_icon(icon, colours[use], _ICON_PX, ratio, _ICON_GAP_PX))
            button.setIconSize(QSize(_ICON_PX + _ICON_GAP_PX, _ICON_PX))
