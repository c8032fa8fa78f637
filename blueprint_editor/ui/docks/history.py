"""The history: every step by name; a click or Enter goes back or forward to it."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession

_STEP = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """Lists the steps done, oldest first, and below them those undone."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("history")
        self._list = QListWidget()
        self._list.setAccessibleName(_("History"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.setFocusProxy(self._list)
        self._list.itemActivated.connect(self._go)
        self._list.clicked.connect(self._go_to_index)
        session.saved_state_changed.connect(self._show)
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        history = self._session.history
        names = [entry.name for entry in (*history.done, *history.undone)]
        now = len(history.done)
        self._list.clear()
        self._list.addItem(self._make_item(_("As it was opened"), 0, now))
        for number, name in enumerate(names, 1):
            text = _(name)
            self._list.addItem(self._make_item(text[:1].upper() + text[1:], number, now))
        self._list.setCurrentRow(now)

    def _make_item(self, text: str, number: int, now: int) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(_STEP, number)
        font = QFont(self._list.font())
        font.setBold(number == now)
        font.setItalic(number > now)
        item.setFont(font)
        if number > now:
            item.setForeground(self._list.palette().placeholderText())
            item.setToolTip(_("Undone; click to do it again"))
        return item

    def _go_to_index(self, index: QModelIndex) -> None:
        self._go(self._list.item(index.row()))

    def _go(self, item: QListWidgetItem) -> None:
        self._session.go_to_step(int(item.data(_STEP)))
