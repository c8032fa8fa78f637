"""Files dragged over a window: what covers it then, and what is dropped."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.file_dialogs import find_dropped_files
from blueprint_editor.ui.look import paint_colours

_EDGE_PX = 12.0


class DropCover(QWidget):
    """Takes what is dropped on a window; hidden but while files are dragged over it."""

    def __init__(self, window: QWidget, on_drop: Callable[[Sequence[Path]], object]) -> None:
        super().__init__(window)
        self._window = window
        self._on_drop = on_drop
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if find_dropped_files(event):
                event.acceptProposedAction()
                self._cover()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hide()
            if files := find_dropped_files(event):
                event.acceptProposedAction()
                self._on_drop(files)
            return True
        return False

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = paint_colours()
        veil = QColor(colours["surface"])
        veil.setAlphaF(0.86)
        painter.fillRect(self.rect(), veil)
        box = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        painter.setPen(QPen(colours["focus"], 2.0, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, _EDGE_PX, _EDGE_PX)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(colours["text"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drop to open"))
