"""The dialog of answers: what was said, by whom, and of which card, before it enters."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.comments import NewComment, TakeComments
from blueprint_editor.export.round.placing import Outcome, PlacedRemark, Reason
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.round.reading import Found

_SIZE_PX: Final = (900, 560)
_TICK_PX: Final = 16
"""What a tick takes beside what Qt (6.11) reckons with."""
_CODE, _TEXT, _AUTHOR, _PLACE, _FILE = range(5)
_GROUPS: tuple[tuple[frozenset[Outcome], str], ...] = (
    (frozenset({"unplaced"}), msgid("Could not be placed: enter as comments on the whole")),
    (frozenset({"card", "whole"}), msgid("Placed")),
    (frozenset({"known"}), msgid("Taken in before")),
)
_REASONS: dict[Reason, str] = {
    "no_code": msgid("no code"),
    "unknown_code": msgid("no card has this code"),
    "gone": msgid("the card has been deleted"),
    "no_card": msgid("no card at that place"),
    "other_page": msgid("not the page of the poster"),
}


class AnswersDialog(ThemedDialog):
    """What is ticked enters as one step that can be undone.

    Signals:
        taken: comments have entered; carries how many.
    """

    taken = Signal(int)

    def __init__(self, session: DocumentSession, found: Found, parent: QWidget) -> None:
        super().__init__(_("Answers to the Comment Round"), parent)
        self._session = session
        self._placed = found.placed
        self._items: dict[int, QTreeWidgetItem] = {}
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(_("Answers"))
        self.list.setHeaderLabels([_("Card"), _("Comment"), _("Commenter"), _("Where"), _("File")])
        self.list.setWordWrap(True)
        self.list.setRootIsDecorated(False)
        self._fill()
        buttons = QDialogButtonBox(self)
        self.take_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            make_label(_("Nothing has entered the document yet. Tick what is to be kept."), "quiet")
        )
        self.faults = tuple(f"{name}: {sentence}" for name, sentence in found.faults)
        for told in self.faults:
            column.addWidget(make_label(told, "fault"))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.list.itemChanged.connect(self._count)
        self._count()
        resize_within_screen(self, *_SIZE_PX)
        self.list.setFocus()

    def _fill(self) -> None:
        for outcomes, title in _GROUPS:
            remarks = [i for i, one in enumerate(self._placed) if one.outcome in outcomes]
            if not remarks:
                continue
            group = QTreeWidgetItem([f"{_(title)} ({len(remarks)})"])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.list.font()
            font.setBold(True)
            group.setFont(0, font)
            self.list.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            for number in remarks:
                self._items[number] = item = _make_item(self._placed[number])
                group.addChild(item)
            group.setExpanded(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(header.sectionSizeHint(_TEXT))
        header.resizeSection(_CODE, self.list.sizeHintForColumn(_CODE) + _TICK_PX)
        for column in (_AUTHOR, _PLACE, _FILE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        if self._items:
            self.list.setCurrentItem(next(iter(self._items.values())))

    def _iter_ticked(self) -> Iterator[NewComment]:
        for number, one in enumerate(self._placed):
            if self._items[number].checkState(_CODE) == Qt.CheckState.Checked:
                yield one.comment

    def _count(self) -> None:
        count = sum(1 for _comment in self._iter_ticked())
        words = ngettext("&Take In {count} Comment", "&Take In {count} Comments", count)
        self.take_button.setText(words.format(count=count))
        self.take_button.setEnabled(count > 0)

    def _take(self) -> None:
        now = datetime.now(UTC).astimezone().replace(microsecond=0).isoformat()
        comments = tuple(self._iter_ticked())
        if self._session.execute(TakeComments(comments, now)):
            self._session.end_step()
            self.accept()
            self.taken.emit(len(comments))


def _make_item(remark: PlacedRemark) -> QTreeWidgetItem:
    comment = remark.comment
    where = ""
    if remark.reason:
        where = _(_REASONS[remark.reason])
    elif comment.target is None:
        where = _("the whole blueprint")
    item = QTreeWidgetItem([remark.code, comment.text, comment.author, where, remark.file])
    item.setToolTip(_TEXT, comment.text)
    is_new = remark.outcome != "known"
    item.setCheckState(_CODE, Qt.CheckState.Checked if is_new else Qt.CheckState.Unchecked)
    if not is_new:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
