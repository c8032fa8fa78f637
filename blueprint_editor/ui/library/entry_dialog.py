"""All that one of a person's own entries says, to be written and changed."""

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.faults import find_fault
from blueprint_editor.commands.identity import make_random_tail
from blueprint_editor.language.texts import _
from blueprint_editor.model.kinds import ActorKind, Channel, Role
from blueprint_editor.model.library import ENTRY_KINDS, LIBRARY_FIELDS, SECTORS, LibraryEntry
from blueprint_editor.model.record import clean_text
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.fields.roomy import ChoiceBox
from blueprint_editor.ui.library.sentences import name_field, tell_value
from blueprint_editor.ui.sentences import tell_fault

_SIZE_PX = (620, 560)
_LINES: Final = {"name": 2, "line": 3}
"""Fields whose texts may have several lines → how many are seen."""
_CHOICES: Final = {
    "kind": ENTRY_KINDS,
    "sector": (None, *SECTORS),
    "channel": (None, *get_args(Channel)),
    "role": (None, *get_args(Role)),
    "actor_kind": (None, *get_args(ActorKind)),
}


class EntryDialog(ThemedDialog):
    """Saves only when all is well; each change makes another revision of the entry."""

    def __init__(
        self,
        entry: LibraryEntry | None,
        keep: Callable[[LibraryEntry], bool],
        parent: QWidget,
        news: Mapping[str, Any] | None = None,
    ) -> None:
        """Show an entry, a new one if there is none; ``news`` stand in place of what it says."""
        title = _("New Library Entry") if entry is None else _("Library Entry")
        super().__init__(title, parent)
        self._entry = entry
        self._keep = keep
        self.editors: dict[str, QWidget] = {}
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in LIBRARY_FIELDS:
            self._add(field)
        self._before = {field: self._read(field) for field in LIBRARY_FIELDS}
        for field, value in (news or {}).items():
            self._write(field, value)
        inner = QWidget()
        # What is left of the height stays below the lines.
        rows = QVBoxLayout(inner)
        rows.addLayout(self._form)
        rows.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        self.fault = make_label("", "fault")
        self.fault.hide()
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.clicked.connect(self._save)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)
        self.editors["name"].setFocus()

    def _add(self, field: str) -> None:
        editor = self._make_editor(field)
        editor.setAccessibleName(name_field(field))
        label = make_label(name_field(field))
        label.setBuddy(editor)
        self._form.addRow(label, editor)
        self.editors[field] = editor

    def _make_editor(self, field: str) -> QWidget:
        value = getattr(self._entry, field) if self._entry is not None else None
        if field in _CHOICES:
            box = ChoiceBox()
            for choice in _CHOICES[field]:
                shown = LibraryEntry(id="a", name="a", **({field: choice} if choice else {}))
                box.addItem(tell_value(shown, field) if choice else _("Not told"), choice)
            box.setCurrentIndex(max(0, box.findData(value)))
            return box
        if field in _LINES:
            text = QPlainTextEdit(value or "")
            text.setTabChangesFocus(True)
            frame = 2 * text.frameWidth() + 12
            text.setFixedHeight(text.fontMetrics().lineSpacing() * _LINES[field] + frame)
            return text
        return QLineEdit(value or "")

    def _write(self, field: str, value: Any) -> None:
        editor = self.editors[field]
        if isinstance(editor, ChoiceBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def _read(self, field: str) -> Any:
        """Return what stands in an editor, as an entry has it."""
        editor = self.editors[field]
        if isinstance(editor, ChoiceBox):
            return editor.currentData()
        if isinstance(editor, QPlainTextEdit):
            return clean_text(editor.toPlainText()).strip()
        text = clean_text(editor.text()).strip() if isinstance(editor, QLineEdit) else ""
        return text or None if field == "link" else text

    def _save(self) -> None:
        now = {field: self._read(field) for field in LIBRARY_FIELDS}
        # A line shows no line breaks: what nobody has touched stays as it is.
        changed = {field: value for field, value in now.items() if value != self._before[field]}
        if self._entry is not None and not changed:
            self.accept()
            return
        if not now["name"]:
            self._tell("name", _("An entry needs a name."))
            return
        try:
            entry = self._make(changed)
        except ValidationError as error:
            field = str(error.errors()[0]["loc"][0])
            self._tell(field, f"{name_field(field)}: {tell_fault(find_fault(error))}")
            return
        if self._keep(entry):
            self.accept()

    def _make(self, changed: dict[str, Any]) -> LibraryEntry:
        if self._entry is None:
            return LibraryEntry(id=f"lib-{make_random_tail()}", **changed)
        return self._entry.changed(revision=self._entry.revision + 1, **changed)

    def _tell(self, field: str, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
        self.editors[field].setFocus()
