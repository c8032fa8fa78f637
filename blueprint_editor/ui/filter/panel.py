"""The panel in which a filter is chosen: what to look for, and what to do with the rest."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, get_args

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.filtering import count_matches
from blueprint_editor.model.kinds import BarrierKind, MarkKind
from blueprint_editor.model.naming import name_variant
from blueprint_editor.model.records import PosterFilter
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.filters import (
    choose_filter,
    count_cards,
    find_filter,
    is_as_on_poster,
    keep_with_poster,
    show_everything,
)
from blueprint_editor.ui.words import BARRIER_KINDS, MARK_KINDS

_CRITERION: Final = Qt.ItemDataRole.UserRole
_RENEW_MS: Final = 250
"""After the last edit, so that nobody waits for the counts while typing."""
_GROUPS: Final = {
    "variants": msgid("Paths"),
    "actors": msgid("Actors"),
    "tags": msgid("Tags"),
    "mark_kinds": msgid("Marks"),
    "barrier_kinds": msgid("Barriers"),
    "lanes": msgid("Lanes"),
}
"""Field of a filter → what its criteria are called."""


class Criterion(NamedTuple):
    """One line to be ticked: the filter's field, its value there, what it is called."""

    field: str
    value: str
    name: str


def list_criteria(facts: DerivedFacts) -> Iterator[Criterion]:
    """Yield what a document can be filtered by."""
    document = facts.document
    for variant in document.variants:
        yield Criterion("variants", variant.id, name_variant(variant))
    for actor in document.actors:
        yield Criterion("actors", actor.id, actor.name or actor.short)
    for tag in document.tags:
        yield Criterion("tags", tag.id, tag.name)
    used = {mark.kind for mark in document.marks}
    for kind in get_args(MarkKind):
        if kind in used:
            yield Criterion("mark_kinds", kind, _(MARK_KINDS[kind]).replace("&", ""))
    barriers = {mark.barrier_kind for mark in document.marks}
    for barrier in get_args(BarrierKind):
        if barrier in barriers:
            yield Criterion("barrier_kinds", barrier, _(BARRIER_KINDS[barrier]))
    for lane in facts.lanes:
        if lane.role != "emotion":
            yield Criterion("lanes", lane.id, lane.name)


class FilterPanel(QWidget):
    """Ticks among criteria; what is ticked holds at once."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self._listed: tuple[object, ...] = ()
        self._items: list[tuple[QTreeWidgetItem, Criterion]] = []
        self._is_showing = False
        self.setObjectName("filter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.highlight = QRadioButton(_("Highlight"))
        self.hide_rest = QRadioButton(_("Hide the others"))
        self._modes = QButtonGroup(self)
        self.tree = QTreeWidget()
        self.count = QLabel()
        self.clear = QPushButton(_("Show Everything"))
        self.keep = QPushButton(_("Keep with the Poster"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RENEW_MS)
        self._lay_out()
        self._connect()
        self._renew()

    def _lay_out(self) -> None:
        modes = QHBoxLayout()
        for mode in (self.highlight, self.hide_rest):
            self._modes.addButton(mode)
            modes.addWidget(mode)
        modes.addStretch(1)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(_("What to look for"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.count.setObjectName("quiet")
        self.count.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.clear, self.keep):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.tree, 1)
        layout.addLayout(modes)
        layout.addWidget(self.count)
        layout.addLayout(buttons)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._timer.start)
        session.view.filtered.connect(self._show_choice)
        session.poster_changed.connect(self._show_count)
        self._timer.timeout.connect(self._renew_if_seen)
        self.tree.itemChanged.connect(lambda _item: self._choose())
        self.tree.itemActivated.connect(_toggle)
        self.highlight.clicked.connect(self._choose)
        self.hide_rest.clicked.connect(self._choose)
        self.clear.clicked.connect(lambda: show_everything(session))
        self.keep.clicked.connect(lambda: keep_with_poster(session))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def _renew_if_seen(self) -> None:
        if self.isVisible():
            self._renew()

    # --- what is shown

    def _renew(self) -> None:
        """List the criteria of the document as it is now, each with the cards that it finds."""
        facts = self._session.facts
        criteria = tuple(list_criteria(facts))
        counts = count_matches(facts.document, facts.visible_cards)
        found = tuple(counts.get((one.field, one.value), 0) for one in criteria)
        if (criteria, found) != self._listed:
            self._listed = criteria, found
            self._fill(criteria, found)
        self._show_choice()

    def _fill(self, criteria: tuple[Criterion, ...], counts: tuple[int, ...]) -> None:
        self._is_showing = True
        current = self.tree.currentItem()
        was_current = current.data(0, _CRITERION) if current is not None else None
        self.tree.clear()
        self._items = []
        groups: dict[str, QTreeWidgetItem] = {}
        for criterion, count in zip(criteria, counts, strict=True):
            if criterion.field not in groups:
                groups[criterion.field] = self._add_group(criterion.field)
            item = QTreeWidgetItem(groups[criterion.field], [criterion.name, str(count)])
            item.setData(0, _CRITERION, criterion)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            counted = ngettext("{count} card", "{count} cards", count).format(count=count)
            item.setToolTip(0, criterion.name)
            item.setToolTip(1, counted)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{criterion.name}, {counted}")
            self._items.append((item, criterion))
            if criterion == was_current:
                self.tree.setCurrentItem(item)
        self.tree.expandAll()
        if self.tree.currentItem() is None and self._items:
            self.tree.setCurrentItem(self._items[0][0])
        self._is_showing = False

    def _add_group(self, field: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [_(_GROUPS[field])])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        font = self.tree.font()
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _show_choice(self) -> None:
        """Tick what is filtered by now, whoever chose it."""
        self._is_showing = True
        wanted = find_filter(self._session) or self._session.view.chosen or PosterFilter()
        for item, criterion in self._items:
            is_on = criterion.value in getattr(wanted, criterion.field)
            item.setCheckState(0, Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        (self.hide_rest if wanted.hide else self.highlight).setChecked(True)
        self._is_showing = False
        self._show_count()

    def _show_count(self) -> None:
        is_filtered = find_filter(self._session) is not None
        shown, every = count_cards(self._session)
        if is_filtered:
            count = ngettext("{shown} of {count} card", "{shown} of {count} cards", every)
            self.count.setText(count.format(shown=shown, count=every))
        else:
            self.count.setText(
                _("Tick what to look for. Of one list any will do; several lists must all fit.")
            )
        self.clear.setEnabled(is_filtered)
        self.keep.setEnabled(is_filtered and not is_as_on_poster(self._session))

    # --- what is done

    def _choose(self) -> None:
        if self._is_showing:
            return
        chosen: dict[str, list[Any]] = {field: [] for field in _GROUPS}
        for item, criterion in self._items:
            if item.checkState(0) == Qt.CheckState.Checked:
                chosen[criterion.field].append(criterion.value)
        values = {field: tuple(found) for field, found in chosen.items()}
        choose_filter(self._session, PosterFilter(hide=self.hide_rest.isChecked(), **values))


def _toggle(item: QTreeWidgetItem) -> None:
    """Let Enter tick, too."""
    if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        is_on = item.checkState(0) == Qt.CheckState.Checked
        item.setCheckState(0, Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
