"""The dialog that gathers the minutes of a session: from which versions, and the text to mend."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.records import Workshop
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.prints.minutes import find_before, find_version, gather_minutes
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen

_SIZE_PX = (760, 620)


class MinutesDialog(ThemedDialog):
    """What it writes is one step that can be undone."""

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(_("Gather Minutes"), parent)
        self._session = session
        self._document = session.document
        self.workshop, self.after, self.before = QComboBox(), QComboBox(), QComboBox()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("Minutes"))
        self.text.setTabChangesFocus(True)
        self.keeps = QCheckBox(_("&Keep below it what is written already"))
        self.keeps.setChecked(True)
        self._lay_out()
        self._fill()
        self.workshop.activated.connect(self._choose_versions)
        for box in (self.after, self.before):
            box.activated.connect(self._gather)
        resize_within_screen(self, *_SIZE_PX)

    def _lay_out(self) -> None:
        form = QFormLayout()
        for label, box in (
            (_("Wor&kshop"), self.workshop),
            (_("The document &after it"), self.after),
            (_("Compared &with"), self.before),
        ):
            box.setAccessibleName(label.replace("&", ""))
            form.addRow(label, box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = buttons.addButton(
            _("Write the &Minutes"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        hint = _(
            "The text can be changed here and later in the workshop's properties; sheet W1 prints "
            "it part by part, by its headings."
        )
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(make_label(hint, "quiet"))
        column.addWidget(self.keeps)
        column.addWidget(buttons)

    def _fill(self) -> None:
        for workshop in self._document.workshops:
            self.workshop.addItem(_name(workshop), workshop.id)
        if not self._document.workshops:
            self.workshop.addItem(_("A new workshop"), "")
        self.after.addItem(_("the document as it is now"), "")
        self.before.addItem(_("nothing: this was the first workshop"), "")
        for version in reversed(self._document.snapshots):
            self.after.addItem(version.name or _("Untitled"), version.id)
            self.before.addItem(version.name or _("Untitled"), version.id)
        pending = (w.id for w in self._document.workshops if not w.minutes.strip())
        self.workshop.setCurrentIndex(max(0, self.workshop.findData(next(pending, ""))))
        self._choose_versions()

    def _choose_versions(self) -> None:
        """Turn to the version that the session has left, and to the one before that."""
        workshop = self._find_workshop()
        version = find_version(self._document, workshop)
        before = find_before(self._document, version)
        self.after.setCurrentIndex(self.after.findData(version.id if version else ""))
        self.before.setCurrentIndex(self.before.findData(before.id if before else ""))
        self.keeps.setVisible(bool(workshop and workshop.minutes.strip()))
        self._gather()

    def _gather(self) -> None:
        after = self._find_content(self.after) or self._document
        before = self._find_content(self.before)
        self.text.setPlainText(gather_minutes(after, before, self._find_following()))

    def _find_workshop(self) -> Workshop | None:
        wanted = self.workshop.currentData()
        return next((w for w in self._document.workshops if w.id == wanted), None)

    def _find_following(self) -> Workshop | None:
        workshop, workshops = self._find_workshop(), self._document.workshops
        place = workshops.index(workshop) + 1 if workshop is not None else len(workshops)
        return workshops[place] if place < len(workshops) else None

    def _find_content(self, box: QComboBox) -> DocumentContent | None:
        version = _find_snapshot(self._document, box.currentData())
        return version.document if version is not None else None

    def _write(self) -> None:
        text, workshop = self.text.toPlainText().strip(), self._find_workshop()
        if workshop is None:
            record = IdMaker().make_id(self._session.document, "w")
            made = Workshop(id=record, name=_("Workshop"), number=1, minutes=text)
            done = self._session.execute(AddRecord("workshops", made))
        else:
            if self.keeps.isVisible() and self.keeps.isChecked():
                text = f"{text}\n\n{workshop.minutes.strip()}"
            record = workshop.id
            done = self._session.execute(SetField((record,), "minutes", text))
        if done:
            self._session.select((record,))
            self.accept()


def _name(workshop: Workshop) -> str:
    return f"{workshop.name} {workshop.number or ''}".strip() or _("Untitled")


def _find_snapshot(document: Document, record: str) -> Snapshot | None:
    return next((version for version in document.snapshots if version.id == record), None)


def show_minutes(session: DocumentSession, parent: QWidget) -> MinutesDialog:
    """Open the dialog."""
    dialog = MinutesDialog(session, parent)
    dialog.open()
    return dialog
