"""The list of entries: a heading for the person's own and one for the field's, two lines each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.library import LibraryEntry
from blueprint_editor.ui.library.sentences import list_facts, name_entry
from blueprint_editor.ui.library_desk import LIBRARY_MIME
from blueprint_editor.ui.look import paint_colours
from blueprint_editor.ui.poster_drop import pack_ids

_ENTRY: Final = Qt.ItemDataRole.UserRole
_LINE: Final = Qt.ItemDataRole.UserRole + 1
_PADDING_PX: Final = 5
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryTree(QTreeWidget):
    """Several entries can be selected.

    Signals:
        card_wanted: Enter or a double click.
        actor_wanted: Ctrl and Enter.
        edit_wanted, delete_wanted: F2, Delete.
    """

    card_wanted = Signal()
    actor_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Library"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(_TwoLines(self))
        self.itemDoubleClicked.connect(self._send_clicked)

    def show_entries(self, groups: Sequence[tuple[str, str, Sequence[LibraryEntry]]]) -> None:
        """Show groups as (heading, what stands there while it is empty, entries); selection stays.

        A group that was closed stays closed.
        """
        kept, current = set(self.selected_ids()), self._id_of(self.currentItem())
        closed = {n for n, group in enumerate(self._list_groups()) if not group.isExpanded()}
        self.clear()
        found: QTreeWidgetItem | None = None
        for place, (heading, hint, entries) in enumerate(groups):
            group = self._add_group(heading, len(entries))
            for entry in entries:
                item = _make_item(entry)
                group.addChild(item)
                if entry.id == current:
                    found = item
            if not entries and hint:
                group.addChild(_make_hint(hint))
            group.setExpanded(place not in closed)
        if found is not None:
            self.setCurrentItem(found)
        for item in self._list_items():
            item.setSelected(self._id_of(item) in kept)

    def _add_group(self, heading: str, count: int) -> QTreeWidgetItem:
        group = QTreeWidgetItem([f"{heading} ({count})"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = self.font()
        font.setBold(True)
        group.setFont(0, font)
        told = ngettext("{count} entry", "{count} entries", count).format(count=count)
        group.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{heading}, {told}")
        self.addTopLevelItem(group)
        return group

    def _list_items(self) -> list[QTreeWidgetItem]:
        found = (g.child(row) for g in self._list_groups() for row in range(g.childCount()))
        return [item for item in found if item is not None]

    def _list_groups(self) -> list[QTreeWidgetItem]:
        groups = map(self.topLevelItem, range(self.topLevelItemCount()))
        return [group for group in groups if group is not None]

    def _id_of(self, item: QTreeWidgetItem | None) -> str:
        entry = item.data(0, _ENTRY) if item is not None else None
        return entry if isinstance(entry, str) else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected entries, from the top."""
        ids = (self._id_of(item) for item in self._list_items() if item.isSelected())
        return [entry for entry in ids if entry]

    @property
    def current_id(self) -> str:
        """The id of the entry with the keyboard; empty on a heading."""
        return self._id_of(self.currentItem())

    def enter_first(self) -> None:
        """Put the keyboard on the first entry."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        first = next((item for item in self._list_items() if self._id_of(item)), None)
        if first is not None:
            self.setCurrentItem(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A hint may take more or fewer lines now.
        self.scheduleDelayedItemsLayout()

    def _send_clicked(self, item: QTreeWidgetItem) -> None:
        if self._id_of(item):
            self.card_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER:
            (self.actor_wanted if control else self.card_wanted).emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            # Letters are the window's: none starts Qt's own search by first letters.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        # Here these keys are meant for an entry; elsewhere they are the canvas's.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.ShortcutOverride
            and (event.key() in _ENTER or event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete})
        ):
            event.accept()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def mimeTypes(self) -> list[str]:
        return [LIBRARY_MIME]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        return pack_ids(LIBRARY_MIME, [found for item in items if (found := self._id_of(item))])


def _make_item(entry: LibraryEntry) -> QTreeWidgetItem:
    name, facts = name_entry(entry), list(list_facts(entry))
    item = QTreeWidgetItem([name])
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
    )
    item.setData(0, _ENTRY, entry.id)
    item.setData(0, _LINE, " ".join(entry.line.split()) or facts[0])
    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, "\n".join(facts))
    return item


def _make_hint(hint: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([""])
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setData(0, _LINE, hint)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, hint)
    return item


class _TwoLines(QStyledItemDelegate):
    """Paints a name and, below it in quiet letters, what it is; a heading has one line.

    What stands there while nothing else does takes as many lines as it needs.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics: QFontMetrics = option.fontMetrics
        line, tree = index.data(_LINE), option.widget
        height = metrics.lineSpacing() * (1 if line is None else 2)
        if not index.data() and isinstance(tree, EntryTree):
            width = tree.viewport().width() - 2 * tree.indentation() - 2 * _PADDING_PX
            box = QRect(0, 0, width, 1)
            height = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), line).height()
        return QSize(1, height + 2 * _PADDING_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        name, line = option.text, index.data(_LINE)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box: QRect = option.rect.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX, -_PADDING_PX)
        metrics = QFontMetrics(option.font)
        colours = paint_colours()
        painter.save()
        painter.setFont(option.font)
        painter.setPen(colours["text"])
        if not name:
            painter.setPen(colours["quiet"])
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), line)
        else:
            _paint_line(painter, box, metrics, name)
            painter.setPen(colours["quiet"])
            box.translate(0, metrics.lineSpacing())
            _paint_line(painter, box, metrics, line or "")
        painter.restore()


def _paint_line(painter: QPainter, box: QRect, metrics: QFontMetrics, text: str) -> None:
    place = QRect(box.x(), box.y(), box.width(), metrics.lineSpacing())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
