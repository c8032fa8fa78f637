"""The editor of a cell: a line for each card; Enter and Tab go on as in a spreadsheet."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from blueprint_editor.language.texts import _

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TABS: dict[int, QAbstractItemDelegate.EndEditHint] = {
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}
_LEAST_HEIGHT_PX = 96
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Edits a cell's cards as lines: Ctrl or Alt and Enter begins the next card."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        editor = QPlainTextEdit(parent)
        editor.setAccessibleName(_("Cards of the cell, one on each line"))
        editor.setTabChangesFocus(False)
        editor.setToolTip(_("Ctrl+Enter: next card; Shift+Enter: line within a card"))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText("")
            lines = str(index.data(Qt.ItemDataRole.EditRole)).split("\n")
            cursor = editor.textCursor()
            for number, line in enumerate(lines):
                if number:
                    cursor.insertBlock()
                cursor.insertText(line)
            editor.setTextCursor(cursor)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            block, lines = editor.document().begin(), []
            while block.isValid():
                lines.append(block.text())
                block = block.next()
            model.setData(index, "\n".join(lines), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: _Index,  # noqa: ARG002
    ) -> None:
        box: QRect = option.rect
        editor.setGeometry(box.x(), box.y(), box.width(), max(box.height(), _LEAST_HEIGHT_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QPlainTextEdit):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _ENTER:
            # What Enter with Ctrl means in the window, it does not mean here.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                return self._take_enter(watched, event)
            if event.key() in _TABS:
                self._finish(watched, _TABS[event.key()])
                return True
        return super().eventFilter(watched, event)

    def _take_enter(self, editor: QPlainTextEdit, event: QKeyEvent) -> bool:
        keys = event.modifiers()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if keys & held:
            editor.textCursor().insertBlock()
            editor.moveCursor(QTextCursor.MoveOperation.NoMove)
            return True
        if keys & Qt.KeyboardModifier.ShiftModifier:
            return False
        self._finish(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def _finish(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)
