"""The dialog of named versions: keep, compare, look, print what has changed, restore, delete."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.versions import KeepVersion, RestoreVersion
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _
from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.dialogs.list_and_differences import ListAndDifferences
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.differences import write_differences
from blueprint_editor.ui.fields.roomy import HintedLine
from blueprint_editor.ui.times import tell_time
from blueprint_editor.ui.version_desk import VersionDesk

_SIZE_PX = (980, 600)


class NamedVersionsDialog(ThemedDialog):
    """Follows the document; each change is one step that can be undone."""

    def __init__(self, session: DocumentSession, desk: VersionDesk, parent: QWidget) -> None:
        super().__init__(_("Named Versions"), parent)
        self._session = session
        self._desk = desk
        self._versions: tuple[Snapshot, ...] = ()
        self._files: tuple[Snapshot, ...] = ()
        self.name_field = HintedLine(self)
        self.name_field.setAccessibleName(_("Name of the version"))
        self.name_field.setPlaceholderText(_("Workshop 2"))
        self.keep_button = QPushButton(_("&Keep as It Is Now"), self)
        self.keep_button.setAutoDefault(False)
        self.other = QComboBox(self)
        self.other.setAccessibleName(_("Compare with"))
        self.panes = ListAndDifferences(_("Named versions"), self)
        self.panes.lines.itemChanged.connect(self._rename)
        self.panes.chosen.connect(lambda _row: self._show_chosen())
        self.panes.activated.connect(lambda _row: self._view())
        self.buttons: dict[str, QPushButton] = {}
        self._compared: Comparison | None = None
        self._arrange()
        self.keep_button.clicked.connect(self._keep)
        self.name_field.returnPressed.connect(self._keep)
        self.name_field.textChanged.connect(self._enable)
        self.other.currentIndexChanged.connect(self._compare)
        session.changed.connect(self._fill)
        self._fill()
        resize_within_screen(self, *_SIZE_PX)
        self.panes.lines.setFocus() if self._versions else self.name_field.setFocus()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name_field, 1)
        top.addWidget(self.keep_button)
        middle = QHBoxLayout()
        middle.addWidget(make_label(_("Compare with")))
        middle.addWidget(self.other, 1)
        middle.addWidget(self._make_button("file", _("Compare With a &File…"), self._ask_for_file))
        middle.addWidget(self._make_button("copy", _("Cop&y the List"), self._copy))
        row = QHBoxLayout()
        for name, text, act in (
            ("view", _("&View"), self._view),
            ("changes", _("Poster of &Changes"), self._view_changes),
            ("print", _("Export &Poster of Changes…"), self._print),
            ("list", _("Export &List of Changes…"), self._list_changes),
            ("restore", _("&Restore"), self._restore),
            ("delete", _("&Delete"), self._delete),
        ):
            row.addWidget(self._make_button(name, text, act))
        row.addStretch(1)
        close = QDialogButtonBox(self)
        # Enter in the field keeps a version; it closes nothing.
        close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(middle)
        column.addWidget(self.panes, 1)
        column.addLayout(row)
        column.addWidget(close)

    def _make_button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self.buttons[name] = button
        return button

    # --- what is listed

    def _fill(self) -> None:
        """List the versions, the newest first, then files; the choice stays where it can."""
        chosen, other = self._chosen(), self.other.currentData()
        before = [version.id for version in self._versions]
        self._versions = (*self._session.document.snapshots[::-1], *self._files)
        ids = [version.id for version in self._versions]
        with QSignalBlocker(self.panes.lines), QSignalBlocker(self.other):
            if ids != before:
                self._list_versions()
                kept = chosen is not None and chosen.id in ids
                self.panes.lines.setCurrentRow(ids.index(chosen.id) if chosen and kept else 0)
            self.other.clear()
            self.other.addItem(_("the document as it is now"), "")
            for row, version in enumerate(self._versions):
                self.panes.lines.item(row).setText(version.name or _("Untitled"))
                self.other.addItem(_tell_name(version), version.id)
            self.other.setCurrentIndex(max(0, self.other.findData(other)))
        self._show_chosen()

    def _list_versions(self) -> None:
        lines = self.panes.lines
        lines.clear()
        for version in self._versions:
            item = QListWidgetItem()
            if version not in self._files:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(_tell_moment(version))
            lines.addItem(item)

    def _show_chosen(self) -> None:
        self._enable()
        self._compare()

    def _chosen(self) -> Snapshot | None:
        row = self.panes.lines.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _find_after(self) -> Document:
        """Return what the chosen version is compared with, as a document of its own."""
        now = self._session.document
        wanted = self.other.currentData()
        version = next((one for one in self._versions if one.id == wanted), None)
        if version is None:
            return now
        content = version.document
        return now.model_copy(
            update={name: getattr(content, name) for name in DocumentContent.model_fields}
        )

    def _compare(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            told = _("There are none yet. Give the document as it is now a name to keep it.")
            self.panes.tell(told, None)
            return
        found = compare_documents(chosen.document, self._find_after())
        told = _("What has changed since {name}, {time}:").format(
            name=chosen.name, time=_tell_moment(chosen)
        )
        self._compared = found.without("snapshots", "assets")
        self.panes.tell(told, self._compared)

    def _enable(self) -> None:
        chosen = self._chosen()
        is_chosen, is_kept = chosen is not None, chosen not in (None, *self._files)
        for name, button in self.buttons.items():
            button.setEnabled(is_kept if name in {"restore", "delete"} else is_chosen)
        self.buttons["file"].setEnabled(True)
        self.other.setEnabled(is_chosen)
        self.keep_button.setEnabled(bool(self.name_field.text().strip()))

    # --- what can be done

    def _keep(self) -> None:
        title = self.name_field.text().strip()
        if not title:
            return
        now = datetime.now(UTC).astimezone().replace(microsecond=0).isoformat()
        record = IdMaker().make_id(self._session.document, "z")
        self.panes.lines.setCurrentRow(-1)
        if self._session.execute(KeepVersion(record, title, now)):
            self.name_field.clear()

    def _rename(self, item: QListWidgetItem) -> None:
        row, name = self.panes.lines.row(item), item.text().strip()
        kept = len(self._versions) - len(self._files)
        if 0 <= row < kept and name and name != self._versions[row].name:
            self._session.execute(SetField((self._versions[row].id,), "name", name))

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._session.execute(RestoreVersion(chosen.id)):
            self.accept()

    def _delete(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._session.execute(DeleteRecords(frozenset({chosen.id})))

    def _ask_for_file(self) -> None:
        self._desk.ask_for_file(self, self._take_file)

    def _take_file(self, name: str, document: Document, moment: str) -> None:
        """List what a file says beside the versions, as long as the dialog is open."""
        fields = {field: getattr(document, field) for field in DocumentContent.model_fields}
        record = IdMaker().make_id(self._session.document, f"file-{len(self._files)}")
        content = DocumentContent(**fields)
        file = Snapshot(id=record, name=name, at=moment, document=content)
        self._files = (*self._files, file)
        self._fill()
        self.panes.lines.setCurrentRow(len(self._versions) - 1)
        self.panes.lines.setFocus()

    def _copy(self) -> None:
        """Put the list of changes on the clipboard, for minutes or a letter."""
        if (chosen := self._chosen()) is not None and self._compared is not None:
            told = f"{_tell_name(chosen)}\n{write_differences(self._compared)}\n"
            QGuiApplication.clipboard().setText(told)

    def _view(self) -> None:
        if (chosen := self._chosen()) is not None:
            content, draw = chosen.document, self._desk.tools.draw
            fields = {name: getattr(content, name) for name in DocumentContent.model_fields}
            document = self._session.document.model_copy(update=fields)
            self._show(chosen.name, lambda: draw(document))

    def _view_changes(self) -> None:
        if (chosen := self._chosen()) is not None:
            after, draw, name = self._find_after(), self._desk.changes.draw, _tell_name(chosen)
            self._show(_("Poster of changes"), lambda: draw(chosen.document, after, name))

    def _print(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._desk.ask_to_print(chosen.document, self._find_after(), _tell_name(chosen))

    def _list_changes(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._desk.ask_to_list(chosen.document, self._find_after(), _tell_name(chosen))

    def _show(self, title: str, draw: Callable[[], Drawing]) -> None:
        task = Task(self)
        task.succeeded.connect(partial(self._show_drawing, title))
        task.failed.connect(self._tell_error)
        task.start(draw)

    def _show_drawing(self, title: str, drawing: Drawing) -> None:
        from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog  # noqa: PLC0415

        PosterViewDialog(title, drawing, self._desk.tools.library, self).open()

    def _tell_error(self, error: Exception) -> None:
        show_error(self, _("This version cannot be shown."), error)


def _tell_moment(version: Snapshot) -> str:
    return tell_time(datetime.fromisoformat(version.at))


def _tell_name(version: Snapshot) -> str:
    return f"{version.name} ({_tell_moment(version)})"
