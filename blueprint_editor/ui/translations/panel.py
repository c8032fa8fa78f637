"""The panel of translations: which language, all texts or those that lack one, typed in place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
)

from blueprint_editor.commands.translations import (
    AddLanguage,
    RemoveLanguage,
    SetTranslation,
    TranslationRow,
    list_translations,
)
from blueprint_editor.language.texts import _
from blueprint_editor.model.record import clean_text
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.fields.roomy import ChoiceBox, Pair
from blueprint_editor.ui.late_panel import LatePanel
from blueprint_editor.ui.translations.model import TranslationModel


class TranslationsPanel(LatePanel):
    """Side by side: what the document says, and what it says in another language."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("translations")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.language = ChoiceBox()
        self.language.setAccessibleName(_("Language of the translation"))
        policy = self.language.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.language.setSizePolicy(policy)
        self.add = self._make_button(_("Add language…"))
        self.remove = self._make_button(_("Remove this language"))
        self.only_missing = QCheckBox(_("Only those missing"))
        self.told = QLabel()
        self.told.setObjectName("quiet")
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._empty = QLabel(
            _("The blueprint has one language. Add another, and its texts are listed here.")
        )
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        self.table = QTableView()
        self._model = TranslationModel(self._write, self)
        self._dress_table()
        self._lay_out()
        self._connect()
        self._show()

    def _make_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(_("Texts and their translations"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed
        )
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 170)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        head = Pair(10, 8, is_even=False)
        head.add(self.language, self.only_missing, self.told)
        head.add(self.add, self.remove, stretch=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._session.changed.connect(self._mark_stale)
        self.language.activated.connect(lambda _index: self._show())
        self.only_missing.toggled.connect(self._show)
        self.add.clicked.connect(self._ask_for_language)
        self.remove.clicked.connect(self._remove_language)
        self.table.selectionModel().currentChanged.connect(self._show_record)

    # --- what is shown

    def _catch_up(self) -> None:
        self._show()

    def _show(self) -> None:
        self._is_stale = False
        document = self._session.document
        languages = list(document.translations)
        if languages != [self.language.itemText(i) for i in range(self.language.count())]:
            chosen = self.language.currentText()
            self.language.clear()
            self.language.addItems(languages)
            self.language.setCurrentIndex(max(0, self.language.findText(chosen)))
        language = self.language.currentText()
        rows = list_translations(document, language) if language else ()
        missing = sum(not row.translation for row in rows)
        if self.only_missing.isChecked():
            rows = tuple(row for row in rows if not row.translation)
        self._model.show_rows(self._session.facts, rows)
        for part in (self.table, self.language, self.only_missing, self.remove):
            part.setVisible(bool(languages))
        self._empty.setVisible(not languages)
        self.setFocusProxy(self.table if languages else self.add)
        told = _("{count} missing").format(count=missing) if missing else _("All are translated")
        self.told.setText(told if languages else "")

    def _show_record(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            record = self._model.row_at(index).record
            self._session.select(() if record == self._session.document.id else (record,))

    # --- what is done

    def _write(self, row: TranslationRow, text: str) -> bool:
        command = SetTranslation(
            self.language.currentText(), row.record, row.path, clean_text(text).strip()
        )
        done = self._session.execute(command)
        self._session.end_step()
        return done

    def _ask_for_language(self) -> None:
        own = self._session.document.language
        known = self._session.document.translations
        offered = [
            tag for tag in ("fi", "sv", "en", "se", "ru", "uk", "ar", "so", "et") if tag != own
        ]
        dialog = QInputDialog(self)
        dialog.setWindowTitle(_("Add Language"))
        dialog.setLabelText(_("Language, such as sv, en, ru"))
        dialog.setComboBoxItems([tag for tag in offered if tag not in known])
        dialog.setComboBoxEditable(True)
        dialog.textValueSelected.connect(self.add_language)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_language(self, tag: str) -> None:
        """Let the document be translated into a language, and show it."""
        if self._session.execute(AddLanguage(tag.strip())):
            self._show()
            self.language.setCurrentIndex(self.language.findText(tag.strip()))
            self._show()

    def _remove_language(self) -> None:
        self._session.execute(RemoveLanguage(self.language.currentText()))
