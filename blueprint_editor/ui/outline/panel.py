"""The outline's panel: a filter, the tree with the same selection as the canvas, and adding."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QMenu,
    QToolButton,
    QTreeView,
    QVBoxLayout,
)

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.structure import plan_phase, plan_step
from blueprint_editor.ui.late_panel import LatePanel
from blueprint_editor.ui.outline.model import SIGN_PX, OutlineModel
from blueprint_editor.ui.outline.new_records import (
    can_make,
    make_new_lane,
    make_new_record,
    make_new_step,
)
from blueprint_editor.ui.outline.nodes import (
    SECTIONS,
    Node,
    build_outline,
    filter_nodes,
    text_field,
)
from blueprint_editor.ui.words import RECORDS, ROLES


class _Tree(QTreeView):
    """A tree that edits by F2 or double click and otherwise leaves keys to the window."""

    def event(self, event: QEvent) -> bool:
        # F2 edits the line here, not the card on the canvas.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A letter would start Qt's own search by first letters; the filter is what finds.
        if event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class OutlinePanel(LatePanel):
    """The document as an editable tree."""

    def __init__(self, session: DocumentSession, canvas: PosterCanvas) -> None:
        super().__init__()
        self._session = session
        self._canvas = canvas
        self._is_selecting = False
        self._is_stale = True
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter…"))
        self.filter.setAccessibleName(_("Filter the outline"))
        self.filter.setClearButtonEnabled(True)
        self.tree = _Tree()
        self.tree.setAccessibleName(_("Outline"))
        self._model = OutlineModel(self._rename, self)
        self.tree.setModel(self._model)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setIconSize(QSize(SIGN_PX, SIGN_PX))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.tree.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._add = QToolButton()
        self._add.setObjectName("add")
        self._add.setText(f"+ {_('Add')}")
        self._add.setAccessibleName(_("Add to the outline"))
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add_menu = QMenu(self._add)
        self._add.setMenu(self._add_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 6)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.tree)
        self._fill_add_menu(self._add_menu)
        self._connect()
        self._show()
        self._show_selection()

    def _connect(self) -> None:
        self._session.changed.connect(self._mark_stale)
        self._session.selection_changed.connect(self._show_selection)
        self.filter.textChanged.connect(self._take_filter)
        self.tree.selectionModel().selectionChanged.connect(self._take_selection)
        self.tree.customContextMenuRequested.connect(self._show_context_menu)
        self.tree.activated.connect(lambda _index: self._canvas.fit_selection())

    # --- the document shown

    def _catch_up(self) -> None:
        self._show()
        self._show_selection()

    def _show(self) -> None:
        self._is_stale = False
        nodes = filter_nodes(build_outline(self._session.facts), self.filter.text())
        was_open = {
            self._model.node_at(index).key: self.tree.isExpanded(index)
            for index in self._model.iter_indexes()
        }
        is_new = self._model.show_nodes(nodes)
        if is_new:
            for index in self._model.iter_indexes():
                node = self._model.node_at(index)
                # A step comes to be a line of its own when its phase gets a second one.
                if was_open.get(node.key, node.collection in {"phases", "steps"}):
                    self.tree.expand(index)

    def _take_filter(self) -> None:
        self._show()
        if self.filter.text().strip():
            self.tree.expandAll()
        self._show_selection()

    # --- the selection, both ways

    def _show_selection(self) -> None:
        if self._is_selecting or self._is_stale:
            return
        chosen = QItemSelection()
        last = QModelIndex()
        for record in self._session.selection.records:
            index = self._model.find_index(record)
            if index.isValid():
                chosen.select(index, index)
                last = index
        self._is_selecting = True
        select = QItemSelectionModel.SelectionFlag
        self.tree.selectionModel().select(chosen, select.ClearAndSelect)
        if last.isValid():
            self.tree.selectionModel().setCurrentIndex(last, select.NoUpdate)
            self.tree.scrollTo(last)
        self._is_selecting = False

    def _take_selection(self) -> None:
        if self._is_selecting:
            return
        nodes = [self._model.node_at(i) for i in self.tree.selectionModel().selectedIndexes()]
        self._is_selecting = True
        self._session.select(node.key for node in nodes if not node.is_heading)
        self._is_selecting = False

    # --- editing

    def _rename(self, node: Node, text: str) -> bool:
        self._session.end_step()
        field = text_field(node.collection)
        done = self._session.execute(SetField((node.key,), field, text.replace("\t", " ")))
        self._session.end_step()
        return done

    def _fill_add_menu(self, menu: QMenu) -> None:
        lanes = menu.addMenu(_("Lane"))
        for role, name in ROLES.items():
            action = lanes.addAction(_(name))
            action.triggered.connect(lambda _checked=False, role=role: self._add_lane(role))
        menu.addAction(_("Phase")).triggered.connect(lambda: self._add_record("phases"))
        menu.addAction(_("Step")).triggered.connect(self._add_step)
        menu.addSeparator()
        for collection in SECTIONS:
            if can_make(collection):
                action = menu.addAction(_(RECORDS[collection]))
                action.triggered.connect(
                    lambda _checked=False, name=collection: self._add_record(name)
                )

    def _add_record(self, collection: str) -> None:
        document = self._session.document
        record = make_new_record(collection, document)
        if record is None:
            return
        if collection == "phases":
            step = make_new_step(record.id, document)
            self._do(plan_phase(self._session, record, step), record.id)
        else:
            self._do(AddRecord(collection, record), record.id)

    def _add_lane(self, role: str) -> None:
        lane = make_new_lane(role, self._session.document)
        self._do(AddRecord("lanes", lane), lane.id)

    def _add_step(self) -> None:
        document = self._session.document
        phase = make_new_record("phases", document)
        step = make_new_step(phase.id, document)
        self._do(plan_step(self._session, step, phase), step.id)

    def _do(self, command: Command, record: str) -> None:
        """Add a record, select it and let the person name it."""
        if not self._session.execute(command):
            return
        self.filter.clear()
        self._show()
        self._session.select((record,))
        index = self._model.find_index(record)
        if index.isValid():
            self.tree.setFocus()
            self.tree.setCurrentIndex(index)
            self.tree.edit(index)

    def _show_context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.tree.indexAt(at)
        if index.isValid() and not self._model.node_at(index).is_heading:
            menu.addAction(_("Rename")).triggered.connect(lambda: self.tree.edit(index))
            for action in self.window().actions():
                if action.objectName() in {"delete", "move_up", "move_down"}:
                    menu.addAction(action)
            menu.addSeparator()
        self._fill_add_menu(menu.addMenu(_("Add")))
        menu.popup(self.tree.viewport().mapToGlobal(at))
