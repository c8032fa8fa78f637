"""The sheet of all keys: searched, read, and changed by pressing others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import _
from blueprint_editor.ui.actions import (
    ACTIONS,
    CANVAS_KEYS,
    MAP_KEYS,
    MENUS,
    full_text,
    plain_text,
)
from blueprint_editor.ui.actions.keys import (
    Keyed,
    find_holder,
    find_keys,
    give_keys,
    list_own_map_actions,
    list_scopes,
    name_keys,
    tell_unfit,
)
from blueprint_editor.ui.dialogs.key_field import KeyField
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.key_caps import measure_keys, paint_keys
from blueprint_editor.ui.look import paint_colours
from blueprint_editor.ui.matching import fold, matches_all
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.preferences_desk import PreferencesDesk

_SIZE_PX = (680, 660)
_KEYS_WIDTH_PX = 250
_ROW_PX = 10
"""Air in a row, above the height of its letters."""
_NAME = Qt.ItemDataRole.UserRole


class _Group(NamedTuple):
    """A heading and the rows below it."""

    head: QTreeWidgetItem
    items: list[QTreeWidgetItem]


class KeysDialog(ThemedDialog):
    """Follows the preferences."""

    def __init__(self, desk: PreferencesDesk, parent: QWidget) -> None:
        super().__init__(_("Keyboard Shortcuts"), parent)
        self._desk = desk
        self._asked: tuple[str, str] | None = None
        self._groups: list[_Group] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search for an action or a key"))
        self.search.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.rows = QTreeWidget()
        self.rows.setAccessibleName(_("Keyboard Shortcuts"))
        self.field = KeyField()
        self.field.pressed.connect(self._take_keys)
        self.told = make_label("", "quiet")
        self.take_over = QPushButton(_("Use It Here"))
        self.take_over.clicked.connect(self._take_over)
        self.none = QPushButton(_("No Keys"))
        self.none.clicked.connect(lambda: self._give(()))
        self.usual = QPushButton(_("Usual Keys"))
        self.usual.clicked.connect(self._give_usual)
        self._assemble()
        self._fill()
        self.rows.currentItemChanged.connect(self._take_current)
        desk.changed.connect(self._refresh)
        self._take_current()
        resize_within_screen(self, *_SIZE_PX)

    def _assemble(self) -> None:
        rows = self.rows
        rows.setColumnCount(2)
        rows.setHeaderLabels([_("Action"), _("Keys")])
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.setItemDelegateForColumn(1, _KeyDelegate(rows))
        rows.header().setStretchLastSection(False)
        rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows.header().resizeSection(1, _KEYS_WIDTH_PX)
        strip = QHBoxLayout()
        strip.addWidget(self.field, 1)
        for button in (self.take_over, self.none, self.usual):
            button.setAutoDefault(False)
            strip.addWidget(button)
        # Tab skips the first of two buttons in a box (Qt 6.11), so this one stands outside.
        all_usual = QPushButton(_("Usual Keys for All"))
        all_usual.setAutoDefault(False)
        all_usual.clicked.connect(self._give_all_usual)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(all_usual)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(rows, 1)
        column.addWidget(self.told)
        column.addLayout(strip)
        column.addLayout(foot)

    def _fill(self) -> None:
        for name, title in MENUS:
            lines = [(full_text(spec), "", spec.name) for spec in ACTIONS if spec.menu == name]
            self._add_group(_(title).replace("&", ""), lines)
        own = [(plain_text(spec.text), "", spec.name) for spec in list_own_map_actions()]
        fixed = [(_(text), _name_fixed(keys), "") for text, keys in MAP_KEYS]
        self._add_group(_("Causal Map"), own + fixed)
        fixed = [(_(text), _name_fixed(keys), "") for text, keys in CANVAS_KEYS]
        self._add_group(_("On the poster"), fixed)
        self.rows.expandAll()
        self._refresh()
        self.rows.setCurrentItem(self._groups[0].items[0])

    def _add_group(self, title: str, lines: Sequence[tuple[str, str, str]]) -> None:
        """Add rows of (what it does, keys, name of the action or nothing) under a title."""
        head = QTreeWidgetItem(self.rows, [title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.rows.font()
        font.setBold(True)
        head.setFont(0, font)
        items = [QTreeWidgetItem(head, [text, keys]) for text, keys, _name in lines]
        for item, (_text, _keys, name) in zip(items, lines, strict=True):
            item.setData(0, _NAME, name)
        self._groups.append(_Group(head, items))

    def _refresh(self) -> None:
        """Show the keys of now."""
        preferences = self._desk.current
        for item in self._iter_items():
            spec = _find_spec(item)
            if spec is not None:
                keys = [name_keys(each) for each in find_keys(spec, preferences)]
                item.setText(1, "   ".join(keys))
        self._take_current()

    def _iter_items(self) -> Iterator[QTreeWidgetItem]:
        for group in self._groups:
            yield from group.items

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for head, items in self._groups:
            for item in items:
                where = fold(f"{item.text(0)} {item.text(1)} {head.text(0)}")
                item.setHidden(not matches_all(words, where))
            head.setHidden(all(item.isHidden() for item in items))
        shown = next((item for item in self._iter_items() if not item.isHidden()), None)
        if shown is not None:
            self.rows.setCurrentItem(shown)

    def _take_current(self) -> None:
        self._asked = None
        spec = self._current()
        has_action = spec is not None
        for widget in (self.field, self.none, self.usual):
            widget.setEnabled(has_action)
        self.take_over.hide()
        if spec is None:
            self._tell(_("These keys stay as they are."))
            return
        self.field.setAccessibleName(_("Keys for {action}").format(action=full_text(spec)))
        keys = find_keys(spec, self._desk.current)
        self.none.setEnabled(bool(keys))
        self.usual.setEnabled(keys != spec.shortcuts)
        self._tell(
            _("New keys for “{action}”:").format(action=full_text(spec)),
        )

    def _tell(self, text: str, *, is_fault: bool = False) -> None:
        self.told.setText(text)
        self.told.setObjectName("fault" if is_fault else "quiet")
        self.told.style().polish(self.told)

    def _current(self) -> Keyed | None:
        item = self.rows.currentItem()
        return None if item is None else _find_spec(item)

    def _take_keys(self, pressed: QKeyCombination) -> None:
        spec = self._current()
        if spec is None:
            return
        keys = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)
        unfit, holder = tell_unfit(pressed), find_holder(keys, spec.name, self._desk.current)
        self.take_over.setVisible(not unfit and holder is not None and holder is not spec)
        if unfit:
            self._tell(unfit, is_fault=True)
        elif holder is not None and holder is not spec:
            self._asked = (spec.name, keys)
            told = _("{keys} is the key of “{action}” already.")
            action = full_text(holder)
            self._tell(told.format(keys=name_keys(keys), action=action), is_fault=True)
        else:
            self._give((keys,))

    def _take_over(self) -> None:
        if self._asked is not None:
            name, keys = self._asked
            self._desk.change(give_keys(self._desk.current, name, (keys,)))
            self.field.setFocus()

    def _give(self, keys: tuple[str, ...]) -> None:
        spec = self._current()
        if spec is not None:
            self._desk.change(give_keys(self._desk.current, spec.name, keys))

    def _give_usual(self) -> None:
        spec = self._current()
        if spec is not None:
            self._give(spec.shortcuts)

    def _give_all_usual(self) -> None:
        self._desk.change(replace(self._desk.current, keys=Preferences().keys))


def _find_spec(item: QTreeWidgetItem) -> Keyed | None:
    name = item.data(0, _NAME)
    return next((spec for scope in list_scopes() for spec in scope if spec.name == name), None)


def _name_fixed(keys: str) -> str:
    """Return keys that stay as they are by the names that those held have on this system."""
    named = _(keys)
    for held in ("Ctrl+", "Shift+", "Alt+"):
        named = named.replace(held, name_keys(f"{held}A").removesuffix("A"))
    return named


class _KeyDelegate(QStyledItemDelegate):
    """Paints keys as caps."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        widget = option.widget
        widget.style().drawControl(
            widget.style().ControlElement.CE_ItemViewItem, plain, painter, widget
        )
        x, y = float(option.rect.left()) + 4, option.rect.center().y() + 0.5
        for keys in text.split("   "):
            paint_keys(painter, QPointF(x, y), keys, option.font, paint_colours())
            x += measure_keys(keys, option.font) + 10

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), option.fontMetrics.height() + _ROW_PX)
