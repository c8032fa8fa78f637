"""An editor of several records of a register: chips to take away, and a list to add from."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QSizePolicy, QToolButton, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field, is_mixed, mixed_text
from blueprint_editor.ui.icons import keep_colours

_DOT_PX = 10


class Chip(NamedTuple):
    """A record that can be chosen; ``colour`` is ``#RRGGBB`` or empty."""

    id: str
    text: str
    colour: str = ""


FindChips: TypeAlias = Callable[[Document], tuple[Chip, ...]]
MakeNew: TypeAlias = Callable[[], None]


class FlowLayout(QLayout):
    """Lays widgets out like words, line by line."""

    def __init__(self, parent: QWidget, gap_px: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap_px
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the ``index``-th."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def _place(self, rect: QRect, *, moves: bool) -> int:
        """Return the height that the items take in a width; ``moves``: put them there, too."""
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, row = rect.x(), y + row + self._gap, 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            row = max(row, size.height())
        return y + row - rect.y()


class ChipsField(Field):
    """Ids of a register, in the order chosen.

    Args:
        find_chips: the register of a document.
        add_text: what the button says that adds one.
        make_new: makes a record and adds it; its line in the list is ``new_text``.
    """

    def __init__(
        self,
        find_chips: FindChips,
        add_text: str,
        parent: QWidget | None = None,
        *,
        new_text: str = "",
        make_new: MakeNew | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_chips = find_chips
        self._new_text, self._make_new = new_text, make_new
        self._name = add_text
        self._ids: tuple[str, ...] = ()
        self._register: tuple[Chip, ...] = ()
        self._shown: object = None
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._add = QToolButton(self)
        self._add.setObjectName("add")
        self._add.setText(f"+ {add_text}")
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._add)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._flow.addWidget(self._add)
        self.setFocusProxy(self._add)

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        self._name = name
        self._add.setAccessibleName(f"{name}: {self._add.text().removeprefix('+ ')}")

    def show_value(self, value: Any, document: Document) -> None:
        self._register = self._find_chips(document)
        self._ids = () if is_mixed(value) else tuple(value or ())
        known = {chip.id: chip for chip in self._register}
        chips = [known[i] for i in self._ids if i in known]
        if self._shown == (is_mixed(value), chips):
            return
        had_focus = self._forget_chips()
        self._shown = (is_mixed(value), chips)
        if is_mixed(value):
            self._put(0, self._make_label(mixed_text()))
        for index, chip in enumerate(chips):
            self._put(index, self._make_chip(chip))
        if had_focus:
            self._add.setFocus()
        self.updateGeometry()

    def _forget_chips(self) -> bool:
        had_focus = False
        while self._flow.count() > 1:
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                had_focus |= widget.hasFocus()
                widget.hide()
                widget.deleteLater()
        return had_focus

    def _put(self, index: int, widget: QWidget) -> None:
        self._flow.insert_widget(index, widget)
        widget.show()

    def _make_label(self, text: str) -> QToolButton:
        label = QToolButton(self)
        label.setObjectName("chip")
        label.setText(text)
        label.setEnabled(False)
        return label

    def _make_chip(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(f"{chip.text}  ×")
        button.setAccessibleName(
            _("{name}: {record}, take away").format(name=self._name, record=chip.text)
        )
        button.setToolTip(_("Take away"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if chip.colour:
            button.setIcon(make_dot(chip.colour))
            button.setIconSize(QSize(_DOT_PX, _DOT_PX))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: self._tell(tuple(i for i in self._ids if i != chip.id)))
        return button

    def _fill_menu(self) -> None:
        self._menu.clear()
        for chip in self._register:
            if chip.id in self._ids:
                continue
            text = chip.text.replace("&", "&&")
            action = self._menu.addAction(text)
            if chip.colour:
                action.setIcon(make_dot(chip.colour))
            action.triggered.connect(lambda _checked=False, i=chip.id: self._tell((*self._ids, i)))
        if self._make_new is not None:
            if not self._menu.isEmpty():
                self._menu.addSeparator()
            self._menu.addAction(self._new_text).triggered.connect(self._make_new)
        if self._menu.isEmpty():
            self._menu.addAction(_("Nothing to choose from yet")).setEnabled(False)

    def _tell(self, ids: tuple[str, ...]) -> None:
        self.edited.emit(ids)
        self.left.emit()


def make_dot(colour: str) -> QIcon:
    """Return a disc in a colour."""
    pixmap = QPixmap(2 * _DOT_PX, 2 * _DOT_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, 2 * _DOT_PX - 2, 2 * _DOT_PX - 2)
    painter.end()
    return keep_colours(pixmap)
