"""The dock of the service library: search, look, insert, and care for one's own entries."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCollator, QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import _, current_language, msgid, ngettext
from blueprint_editor.model.library import LIBRARY_FIELDS, LibraryEntry
from blueprint_editor.ui.fields.roomy import ChoiceBox, HintedLine, Pair
from blueprint_editor.ui.inspector.spec import tell_step
from blueprint_editor.ui.late_panel import LatePanel
from blueprint_editor.ui.library.catalogues import add_catalogues
from blueprint_editor.ui.library.sentences import (
    list_facts,
    name_entry,
    name_field,
    tell_value,
)
from blueprint_editor.ui.library.tree import EntryTree
from blueprint_editor.ui.library_desk import LibraryDesk
from blueprint_editor.ui.matching import fold, rate
from blueprint_editor.ui.sentences import tell_error

_FILTERS: Final = {
    "target_group": msgid("All target groups"),
    "sector": msgid("All sectors"),
    "channel": msgid("All channels"),
    "area": msgid("All areas"),
}
"""Field that the list can be narrowed by → what stands there while it is not."""
_NAMES: Final = ("name", "name_sv", "name_en", "former_name")
_SEARCHED: Final = tuple(field for field in LIBRARY_FIELDS if field != "link")
_DETAIL_LINES: Final = 7
_DETAIL_SHARE: Final = 0.2
"""Of the panel's height, at most: most of it is the list's."""


class _SearchLine(HintedLine):
    """Down and Enter lead into the list."""

    def __init__(self, leave: Callable[[], object]) -> None:
        super().__init__()
        self._leave = leave

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._leave()
        else:
            super().keyPressEvent(event)


class LibraryPanel(LatePanel):
    """Own entries stand before those that come along; both are used in the same way."""

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = EntryTree()
        self.words = _SearchLine(self.tree.enter_first)
        self.words.setPlaceholderText(_("Search the library…"))
        self.words.setAccessibleName(_("Search the library"))
        self.words.setClearButtonEnabled(True)
        self.filters = {field: self._make_filter(field) for field in _FILTERS}
        self.fault = self._make_label("fault")
        self.title = self._make_label("title")
        self.detail = self._make_label()
        self.told = self._make_label("quiet")
        self.insert = self._make_button(_("Insert Card"), self.insert_cards)
        self.add_actor = self._make_button(_("Add as Actor"), self.add_actors)
        self.more = QToolButton()
        self.more.setObjectName("more")
        self.more.setText(_("Actions"))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(self._open_more)
        self._lay_out()
        self._connect()
        self._show()

    # --- how it is made

    def _make_label(self, look: str = "") -> QLabel:
        label = QLabel()
        label.setObjectName(look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _make_button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _make_filter(self, field: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(name_field(field))
        box.activated.connect(self._mark_stale)
        return box

    def _lay_out(self) -> None:
        groups = Pair(8, 8)
        groups.add(self.filters["target_group"])
        groups.add(self.filters["sector"])
        boxes = Pair(8, 8)
        boxes.add(self.filters["channel"])
        boxes.add(self.filters["area"])
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("detail")
        column = QVBoxLayout(inner)
        column.setContentsMargins(2, 4, 2, 4)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addStretch(1)
        area.setWidget(inner)
        self._area = area
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.more)
        buttons = Pair(8, 8, is_even=False)
        buttons.add(self.insert)
        buttons.add(self.add_actor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        for widget in (self.words, groups, boxes, self.fault):
            layout.addWidget(widget)
        layout.addWidget(self.tree, 1)
        layout.addWidget(area)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        layout.addLayout(foot)
        self.setFocusProxy(self.words)

    def _connect(self) -> None:
        self._desk.shelf.changed.connect(self._mark_stale)
        self._desk.session.selection_changed.connect(self._show_place)
        self.words.textChanged.connect(self._mark_stale)
        self.tree.currentItemChanged.connect(self._show_detail)
        self.tree.itemSelectionChanged.connect(self._show_place)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.card_wanted.connect(self.insert_cards)
        self.tree.actor_wanted.connect(self.add_actors)
        self.tree.edit_wanted.connect(self._edit)
        self.tree.delete_wanted.connect(self._delete)

    # --- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self.fontMetrics().lineSpacing() * _DETAIL_LINES
        self._area.setFixedHeight(min(lines, round(self.height() * _DETAIL_SHARE)))

    def showEvent(self, event: QShowEvent) -> None:
        self._desk.shelf.renew()
        super().showEvent(event)

    def _catch_up(self) -> None:
        self._show()

    def _show(self) -> None:
        self._is_stale = False
        shelf = self._desk.shelf
        self._fill_filters((*shelf.own, *shelf.field))
        own, field = self._choose(shelf.own), self._choose(shelf.field)
        hint = _("Empty so far. Select a card or an actor, then Actions – Add to My Library.")
        self.tree.show_entries(
            (
                (_("My library"), "" if shelf.own or shelf.fault else hint, own),
                (_("Services and methods of the field"), "", field),
            )
        )
        self.fault.setVisible(shelf.fault is not None)
        if shelf.fault is not None:
            why = tell_error(shelf.fault, is_reading=True)
            text = _("Your library cannot be read, and is left as it is: {file}. {why}")
            self.fault.setText(text.format(file=shelf.path, why=why))
        self._show_detail()
        self._show_place()

    def _fill_filters(self, entries: Sequence[LibraryEntry]) -> None:
        for field, box in self.filters.items():
            values = {getattr(entry, field): tell_value(entry, field) for entry in entries}
            order = QCollator(QLocale(current_language()))
            named = [(name, value) for value, name in values.items() if value]
            named.sort(key=lambda each: order.sortKey(each[0]))
            choices = [(_(_FILTERS[field]), None), *named]
            if choices != [(box.itemText(i), box.itemData(i)) for i in range(box.count())]:
                chosen = box.currentData()
                box.clear()
                for name, value in choices:
                    box.addItem(name, value)
                box.setCurrentIndex(max(0, box.findData(chosen)))

    def _choose(self, entries: Sequence[LibraryEntry]) -> list[LibraryEntry]:
        """Return the entries that are looked for, what is meant best first."""
        words = fold(self.words.text()).split()
        wanted = {field: box.currentData() for field, box in self.filters.items()}
        order = QCollator(QLocale(current_language()))
        rated: list[tuple[int, LibraryEntry]] = []
        for entry in entries:
            if all(value in {None, getattr(entry, field)} for field, value in wanted.items()):
                context = fold(" ".join(tell_value(entry, field) for field in _SEARCHED))
                names = {fold(getattr(entry, field)) for field in _NAMES}
                rated.append((max(rate(words, name, context) for name in names), entry))
        rated.sort(key=lambda each: order.sortKey(name_entry(each[1])))
        rated.sort(key=lambda each: -each[0])
        return [entry for rating, entry in rated if rating >= 0]

    def _find_current(self) -> LibraryEntry | None:
        return self._desk.shelf.by_id.get(self.tree.current_id)

    def _show_detail(self) -> None:
        entry = self._find_current()
        self.title.setText(name_entry(entry) if entry is not None else "")
        self.detail.setText("\n".join(list_facts(entry)) if entry is not None else "")
        self._area.setVisible(entry is not None)

    def _show_place(self) -> None:
        if self._is_stale:
            return
        chosen, session = bool(self.tree.selected_ids()), self._desk.session
        cursor = session.selection.cursor
        self.insert.setEnabled(chosen and cursor is not None)
        self.add_actor.setEnabled(chosen)
        if cursor is None:
            self.told.setText(_("Click the cell that the card goes to."))
            return
        lane = next(lane.name for lane in session.facts.lanes if lane.id == cursor.lane)
        step = tell_step(session.facts, cursor.step)
        self.told.setText(_("Cell: {lane} · {step}").format(lane=lane, step=step))

    # --- what is done

    def insert_cards(self) -> None:
        """Put cards made of the selected entries into the current cell."""
        ids = self.tree.selected_ids()
        if not ids:
            return
        if self._desk.session.selection.cursor is None:
            self._desk.tell(self.told.text())
        elif self._desk.insert_cards(ids):
            text = ngettext("{count} card was inserted.", "{count} cards were inserted.", len(ids))
            self._desk.tell(text.format(count=len(ids)))

    def add_actors(self) -> None:
        """Add the selected entries to the register of actors."""
        ids = self.tree.selected_ids()
        if not ids:
            return
        count = self._desk.add_actors(ids)
        text = ngettext("{count} actor was added.", "{count} actors were added.", count)
        told = text.format(count=count) if count else _("The actor is in the register already.")
        self.told.setText(told)
        self._desk.tell(told)

    def _edit(self) -> None:
        self._desk.edit_entry(self.tree.current_id, self)

    def _delete(self) -> None:
        self._desk.ask_to_delete(self.tree.selected_ids(), self)

    def _open_link(self) -> None:
        entry = self._find_current()
        if entry is not None and entry.link:
            self._desk.open_link(entry.link)

    def _copy_link(self) -> None:
        entry = self._find_current()
        if entry is not None and entry.link:
            QGuiApplication.clipboard().setText(entry.link)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        entry = self._find_current()
        if entry is None:
            return
        menu = self._make_menu()
        insert = menu.addAction(_("Insert Card"), self.insert_cards)
        insert.setEnabled(self._desk.session.selection.cursor is not None)
        menu.addAction(_("Add as Actor"), self.add_actors)
        menu.addSeparator()
        if entry.link:
            # In full, so that nobody is led elsewhere than it seems.
            name = _("Open {address}").format(address=entry.link.replace("&", "&&"))
            menu.addAction(name, self._open_link)
            menu.addAction(_("Copy Link"), self._copy_link)
            menu.addSeparator()
        self._add_own_actions(menu)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _add_own_actions(self, menu: QMenu) -> None:
        own = {entry.id for entry in self._desk.shelf.own}
        edit = menu.addAction(_("Edit Entry…"), self._edit)
        edit.setEnabled(self.tree.current_id in own)
        delete = menu.addAction(_("Delete Entry…"), self._delete)
        delete.setEnabled(not own.isdisjoint(self.tree.selected_ids()))

    def _open_more(self) -> None:
        desk, menu = self._desk, self._make_menu()
        add = menu.addAction(_("Add to My Library"), desk.add_selected)
        add.setEnabled(bool(desk.list_selected()))
        menu.addAction(_("New Entry…"), lambda: desk.new_entry(self))
        self._add_own_actions(menu)
        menu.addSeparator()
        update = menu.addAction(_("Update From the Library…"), desk.show_update)
        update.setEnabled(bool(desk.count_linked()))
        menu.addSeparator()
        menu.addAction(_("Import…"), desk.files.ask_for_file)
        export = menu.addAction(_("Export My Library…"), desk.files.ask_where)
        export.setEnabled(bool(desk.shelf.own))
        listed = self._choose((*desk.shelf.own, *desk.shelf.field))
        add_catalogues(menu, lambda by: desk.files.ask_where_catalogue(listed, by))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
