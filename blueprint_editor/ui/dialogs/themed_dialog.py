"""A dialog that looks like the rest of the program and follows its theme."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QWidget

from blueprint_editor.ui.look import find_colours, is_dark, make_own_rules
from blueprint_editor.ui.tab_order import follow_layout

_RULES = """
QLabel#heading, QLabel#group {{ color: {text}; font-weight: 600; }}
QLabel#quiet {{ color: {quiet}; }}
QLabel#fault {{ color: {bad}; }}
QTreeView::item {{ padding: 2px 0; }}
"""


class ThemedDialog(QDialog):
    """Deletes itself when it closes; Esc closes it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_dark = is_dark()
        self._dress()

    def _dress(self) -> None:
        colours = find_colours(dark=self._is_dark)
        self.setStyleSheet(_RULES.format(**colours) + make_own_rules(colours))

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go as the eye goes."""
        follow_layout(self)
        return super().focusNextPrevChild(is_next)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and is_dark() != self._is_dark:
            self._is_dark = is_dark()
            self._dress()


def make_label(text: str, look: str = "") -> QLabel:
    """Return a label of plain text; ``look`` is ``heading``, ``quiet``, ``fault`` or none."""
    label = QLabel(text)
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(look != "")
    return label


_FRAME_PX = 40
"""What the system puts around a window."""


def resize_within_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its first size, in pixels, or what the screen has room for."""
    room = dialog.screen().availableGeometry().size() - QSize(_FRAME_PX, _FRAME_PX)
    dialog.resize(QSize(width, height).boundedTo(room))


def keep_headers_whole(header: QHeaderView) -> None:
    """Let no name of a column be cut: where they are wider than the dialog it scrolls."""
    widths = [header.sectionSizeHint(column) for column in range(header.count())]
    header.setMinimumSectionSize(max(widths))
