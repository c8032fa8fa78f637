"""Comments: what was said of the blueprint, by whom and whether it is dealt with; new ones, too."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.language.texts import _
from blueprint_editor.model.record import clean_text
from blueprint_editor.model.records import Comment
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.fields.numbers import write_date
from blueprint_editor.ui.late_panel import LatePanel
from blueprint_editor.ui.words import COMMENT_KINDS, RECORDS

_COMMENT: Final = Qt.ItemDataRole.UserRole
_ENTRY_LINES: Final = 3


class CommentsPanel(LatePanel):
    """Lists comments, the newest last; a tick says that one is dealt with."""

    def __init__(
        self,
        session: DocumentSession,
        find_author: Callable[[], str],
        open_dock: Callable[[str], QWidget],
    ) -> None:
        super().__init__()
        self._session = session
        self._open_dock = open_dock
        self._find_author = find_author
        self._is_showing = False
        self.setObjectName("comments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.only_open = QCheckBox(_("Only those not dealt with"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Comments"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self._empty = QLabel(
            _("No comments yet. They can be about the whole blueprint or about what is selected.")
        )
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.target = QLabel()
        self.target.setObjectName("quiet")
        self.target.setTextFormat(Qt.TextFormat.PlainText)
        self.target.setWordWrap(True)
        self.entry = QPlainTextEdit()
        self.entry.setTabChangesFocus(True)
        self.entry.setPlaceholderText(_("Write a comment…"))
        self.entry.setAccessibleName(_("New comment"))
        height = self.entry.fontMetrics().lineSpacing() * _ENTRY_LINES
        self.entry.setFixedHeight(height + 2 * self.entry.frameWidth() + 10)
        self.add = QPushButton(_("Add comment"))
        self.add.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.target, 1)
        foot.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.only_open)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.entry)
        layout.addLayout(foot)
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        self._session.changed.connect(self._mark_stale)
        self._session.selection_changed.connect(self._show_target)
        self.only_open.toggled.connect(self._show)
        self.list.itemChanged.connect(self._take_tick)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._edit)
        self.add.clicked.connect(self._add)
        self.entry.textChanged.connect(self._show_target)

    # --- what is shown

    def _catch_up(self) -> None:
        self._show()

    def _show(self) -> None:
        self._is_stale = False
        comments = self._session.document.comments
        shown = [c for c in comments if not (c.resolved and self.only_open.isChecked())]
        self._is_showing = True
        current = self.list.currentRow()
        self.list.clear()
        for comment in shown:
            self.list.addItem(self._make_item(comment))
        self.list.setCurrentRow(min(current, self.list.count() - 1))
        self._is_showing = False
        self._empty.setVisible(not comments)
        self.list.setVisible(bool(comments))
        self._show_target()

    def _make_item(self, comment: Comment) -> QListWidgetItem:
        head = " · ".join(part for part in self._iter_head(comment) if part)
        item = QListWidgetItem(f"{head}\n{comment.text}")
        item.setData(_COMMENT, comment.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if comment.resolved else Qt.CheckState.Unchecked)
        item.setToolTip(_("Tick what is dealt with"))
        if comment.resolved:
            item.setForeground(self.list.palette().placeholderText())
        return item

    def _iter_head(self, comment: Comment) -> Iterator[str]:
        yield self._tell_record(comment.target) if comment.target else ""
        yield comment.author
        yield write_date(comment.at[:10]) if comment.at else ""
        yield "" if comment.kind == "other" else _(COMMENT_KINDS[comment.kind])

    def _tell_record(self, record: str) -> str:
        try:
            collection = find_record(self._session.document, record).kind
        except CommandRefusedError:
            return ""
        code = self._session.facts.card_codes.get(record, "")
        return f"{_(RECORDS[collection])} {code}".rstrip()

    def _find_target(self) -> str | None:
        """Return what a new comment is about: the one record selected, else the whole."""
        records = self._session.selection.records
        comments = {comment.id for comment in self._session.document.comments}
        return records[0] if len(records) == 1 and records[0] not in comments else None

    def _show_target(self) -> None:
        if self._is_stale:
            return
        target = self._find_target()
        about = self._tell_record(target) if target else _("the whole blueprint")
        self.target.setText(_("About: {record}").format(record=about))
        self.add.setEnabled(bool(self.entry.toPlainText().strip()))

    # --- what is done

    def _take_tick(self, item: QListWidgetItem) -> None:
        if not self._is_showing:
            is_resolved = item.checkState() == Qt.CheckState.Checked
            self._session.execute(SetField((item.data(_COMMENT),), "resolved", is_resolved))
            self._session.end_step()

    def _go(self, index: QModelIndex) -> None:
        """Show what a comment is about."""
        comment = self._find(index)
        if comment is not None:
            self._session.select((comment.target,) if comment.target else (comment.id,))

    def _edit(self, index: QModelIndex) -> None:
        """Select the comment itself and show its fields, which can all be edited."""
        comment = self._find(index)
        if comment is not None:
            self._session.select((comment.id,))
            self._open_dock("inspector")

    def _find(self, index: QModelIndex) -> Comment | None:
        wanted = index.data(_COMMENT)
        return next((c for c in self._session.document.comments if c.id == wanted), None)

    def _add(self) -> None:
        text = clean_text(self.entry.toPlainText()).strip()
        if not text:
            return
        document = self._session.document
        comment = Comment(
            id=IdMaker().make_id(document, "k"),
            text="",
            target=self._find_target(),
            author=self._find_author(),
            at=datetime.now(UTC).astimezone().replace(microsecond=0).isoformat(),
        )
        self._session.end_step()
        if self._session.execute(AddRecord("comments", comment.model_copy(update={"text": text}))):
            self.entry.clear()
            self._show()
            self.list.scrollToBottom()
        self._session.end_step()
