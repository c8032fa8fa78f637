"""What is on the causal map in words: each factor with its arrows, and the loops."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.causal.telling import tell_loop, tell_node, tell_sign
from blueprint_editor.canvas.causal.view import CausalView
from blueprint_editor.language.texts import _
from blueprint_editor.session.causal_edits import find_causal_selection, select_in_map
from blueprint_editor.ui.dialogs.themed_dialog import make_label

_RECORD: Final = Qt.ItemDataRole.UserRole
_INDENT_PX: Final = 18


class MapLists(QWidget):
    """Follows the view; what is chosen here is selected there, and the other way round.

    Signals:
        edit_asked: the words of what is selected are to be edited.
    """

    edit_asked = Signal()

    def __init__(self, view: CausalView) -> None:
        super().__init__()
        self._view = view
        self._session = view.session
        self._is_stale = False
        self._is_showing = False
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(_("Factors and their arrows"))
        self.tree.header().setStretchLastSection(False)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.tree.setIndentation(_INDENT_PX)
        self.loops = QListWidget()
        self.loops.setWordWrap(True)
        self.loops.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.loops.setAccessibleName(_("Loops"))
        self.note = make_label("", "quiet")
        self._lay_out()
        self._session.changed.connect(self._mark_stale)
        self._session.selection_changed.connect(self._show_selection)
        self.tree.itemSelectionChanged.connect(self._take_selection)
        self.tree.itemActivated.connect(lambda _item: self.edit_asked.emit())
        self.loops.currentItemChanged.connect(self._show_loop)
        self.loops.itemClicked.connect(self._show_loop)
        self._show()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        heads = (make_label(_("Factors and Arrows"), "heading"), make_label(_("Loops"), "heading"))
        layout.addWidget(heads[0])
        layout.addWidget(self.tree, 3)
        layout.addWidget(heads[1])
        layout.addWidget(self.loops, 2)
        layout.addWidget(self.note)
        self.setFocusProxy(self.tree)

    def _mark_stale(self) -> None:
        if not self._is_stale:
            self._is_stale = True
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        self._is_stale = False
        self._is_showing = True
        self._fill_tree()
        self._fill_loops()
        self._is_showing = False
        self._show_selection()

    def _fill_tree(self) -> None:
        plan = self._view.plan
        self._items.clear()
        self.tree.clear()
        for key in plan.nodes:
            item = QTreeWidgetItem([tell_node(plan, key)])
            item.setData(0, _RECORD, key)
            self._items[key] = item
            for arrow, planned in plan.arrows.items():
                if planned.arrow.source == key:
                    sign = "+" if planned.arrow.sign == "plus" else "−"
                    words = tell_sign(planned.arrow.sign)
                    below = QTreeWidgetItem(
                        [f"{sign} {words}: {tell_node(plan, planned.arrow.target)}"]
                    )
                    below.setData(0, _RECORD, arrow)
                    self._items[arrow] = below
                    item.addChild(below)
            self.tree.addTopLevelItem(item)
        self.tree.expandAll()
        self.tree.resizeColumnToContents(0)

    def _fill_loops(self) -> None:
        plan = self._view.plan
        current = self.loops.currentItem()
        name = current.data(_RECORD) if current is not None else ""
        self.loops.clear()
        for loop in plan.loops:
            item = QListWidgetItem(tell_loop(plan, loop))
            item.setData(_RECORD, loop.name)
            self.loops.addItem(item)
            if loop.name == name:
                self.loops.setCurrentItem(item)
        if not plan.loops and plan.is_complete:
            self.note.setText(_("There is no loop: no way along the arrows comes back."))
        elif not plan.is_complete:
            self.note.setText(_("There are more loops than are listed."))
        self.note.setVisible(not plan.loops or not plan.is_complete)

    def _show_selection(self) -> None:
        """Select here what is selected there."""
        if self._is_stale or self._is_showing:
            return
        chosen = find_causal_selection(self._session)
        wanted = {*chosen.nodes, *chosen.arrows}
        self._is_showing = True
        for record, item in self._items.items():
            item.setSelected(record in wanted)
            if wanted and record == (*chosen.nodes, *chosen.arrows)[-1]:
                self.tree.setCurrentItem(item)
                item.setSelected(True)
        self._is_showing = False

    def _take_selection(self) -> None:
        if not self._is_showing:
            self._is_showing = True
            select_in_map(
                self._session, *(item.data(0, _RECORD) for item in self.tree.selectedItems())
            )
            self._is_showing = False

    def _show_loop(self) -> None:
        """Let the current loop stand out on the map."""
        if not self._is_showing:
            item = self.loops.currentItem()
            self._view.show_loop(item.data(_RECORD) if item is not None else "")
