"""The settings: each takes effect at once, so there is nothing to confirm."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.drawing.fonts import FontFileError, check_font_file
from blueprint_editor.language.texts import LANGUAGE_NAMES, _, choose_language
from blueprint_editor.sheets.paper import SIZES
from blueprint_editor.storage.versions import VersionLimits
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.fields.roomy import ChoiceBox
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.shell import Shell

_SIZE_PX = (560, 640)
_VERSION_SPACES_MB = (100, 250, 500, 1000, 2000, 5000)
_FONT_ROWS = 3
_MB = 2**20


class SettingsDialog(ThemedDialog):
    """Changes the preferences."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(_("Settings"), parent)
        self._shell = shell
        self._desk = shell.preferences
        self.language = self._make_choice(_("Language"), "language", _list_languages())
        self.author = QLineEdit()
        self.author.setAccessibleName(_("Your name"))
        self.author.editingFinished.connect(self._take_author)
        self.theme = self._make_choice(
            _("Theme"),
            "theme",
            [(_("As the system"), "system"), (_("Light"), "light"), (_("Dark"), "dark")],
        )
        self.motion = QCheckBox(_("Reduce motion and blinking"))
        self.motion.toggled.connect(lambda is_on: self._want(is_motion_reduced=is_on))
        self.paper = self._make_choice(_("Paper"), "paper", _list_papers())
        self.versions = self._make_choice(_("Room for versions"), "versions_mb", _list_spaces())
        self.fonts = QListWidget()
        self.fonts.setAccessibleName(_("Font files"))
        self.fonts.currentRowChanged.connect(self._take_font_row)
        self.add_font = QPushButton(_("Add…"))
        self.add_font.clicked.connect(self._ask_for_fonts)
        self.remove_font = QPushButton(_("Remove"))
        self.remove_font.clicked.connect(self._remove_font)
        for button in (self.add_font, self.remove_font):
            button.setAutoDefault(False)
        self.font_fault = make_label("", "fault")
        self._labels: list[QLabel] = []
        self._assemble()
        self._show(self._desk.current)
        resize_within_screen(self, *_SIZE_PX)
        self.language.setFocus()

    # The parts.

    def _make_choice(
        self, name: str, field: str, choices: Sequence[tuple[str, object]]
    ) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        for text, value in choices:
            box.addItem(text, value)
        box.activated.connect(lambda _row: self._want(**{field: box.currentData()}))
        return box

    def _assemble(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        self._add_group(
            column,
            _("General"),
            [(_("&Language:"), self.language), (_("Your &name:"), self.author)],
            _("Your name stands under your comments, and for others who open the same file."),
        )
        self._add_group(
            column, _("Appearance"), [(_("&Theme:"), self.theme), ("", self.motion)], ""
        )
        self._add_group(column, _("New documents"), [(_("&Paper:"), self.paper)], "")
        self._add_group(
            column,
            _("Saved versions"),
            [(_("&Room on the disk:"), self.versions)],
            _("The last 30 versions of each document are kept. The oldest go when room is short."),
        )
        self._add_fonts(column)
        column.addStretch(1)
        widest = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(widest)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 16)
        outer.addWidget(scroll, 1)
        outer.addLayout(self._make_buttons())

    def _add_group(
        self, column: QVBoxLayout, title: str, rows: Sequence[tuple[str, QWidget]], hint: str
    ) -> None:
        column.addWidget(make_label(title, "heading"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(12)
        for text, field in rows:
            label = QLabel(text)
            label.setBuddy(field)
            self._labels.append(label)
            form.addRow(label, field)
        column.addLayout(form)
        if hint:
            column.addWidget(make_label(hint, "quiet"))
        column.addSpacing(14)

    def _add_fonts(self, column: QVBoxLayout) -> None:
        column.addWidget(make_label(_("Fonts for other scripts"), "heading"))
        hint = _(
            "For letters that the program's own fonts lack. TrueType files (.ttf) can be used."
        )
        column.addWidget(make_label(hint, "quiet"))
        height = self.fonts.fontMetrics().lineSpacing() * (_FONT_ROWS + 1)
        self.fonts.setMinimumHeight(height)
        self.fonts.setMaximumHeight(height)
        column.addWidget(self.fonts)
        column.addWidget(self.font_fault)
        row = QHBoxLayout()
        row.addWidget(self.add_font)
        row.addWidget(self.remove_font)
        row.addStretch(1)
        column.addLayout(row)

    def _make_buttons(self) -> QHBoxLayout:
        keys = QPushButton(_("Keyboard Shortcuts…"))
        keys.setAutoDefault(False)
        keys.clicked.connect(lambda: self._shell.dialogs.show_keys(self))
        # Tab skips the first of two buttons in a box (Qt 6.11), so this one stands outside.
        usual = QPushButton(_("Restore Defaults"))
        usual.setAutoDefault(False)
        usual.clicked.connect(self._restore)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(keys)
        row.addWidget(usual)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    # What it shows and changes.

    def _show(self, preferences: Preferences) -> None:
        for box, value in (
            (self.language, preferences.language),
            (self.theme, preferences.theme),
            (self.paper, preferences.paper),
            (self.versions, preferences.versions_mb),
        ):
            row = next((row for row in range(box.count()) if box.itemData(row) == value), -1)
            if row < 0:
                # Written into the file by hand, or by a later version of the program.
                box.addItem(str(value), value)
                row = box.count() - 1
            box.setCurrentIndex(row)
        self.author.setText(preferences.author)
        self.motion.setChecked(preferences.is_motion_reduced)
        self.fonts.clear()
        for name in preferences.font_files:
            self.fonts.addItem(Path(name).name)
            self.fonts.item(self.fonts.count() - 1).setToolTip(name)
        self.font_fault.hide()
        self._take_font_row(self.fonts.currentRow())

    def _want(self, **changes: Any) -> None:
        self._desk.change(replace(self._desk.current, **changes))

    def _take_author(self) -> None:
        self._want(author=self.author.text().strip())

    def _take_font_row(self, row: int) -> None:
        self.remove_font.setEnabled(row >= 0)

    def _ask_for_fonts(self) -> None:
        dialog = QFileDialog(self, _("Font Files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        fonts = _("TrueType fonts")
        dialog.setNameFilters([f"{fonts} (*.ttf)"])
        dialog.filesSelected.connect(self.take_fonts)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_fonts(self, names: Sequence[str]) -> None:
        """Use font files besides those in use; tell of those that cannot be used."""
        usable, faulty = list(self._desk.current.font_files), []
        for name in names:
            try:
                check_font_file(Path(name))
            except (FontFileError, OSError):
                faulty.append(Path(name).name)
            else:
                usable += [name] if name not in usable else []
        fault = _("This is no TrueType font: {names}").format(names=", ".join(faulty))
        self.font_fault.setText(fault)
        self.font_fault.setVisible(bool(faulty))
        self._want(font_files=tuple(usable))

    def _remove_font(self) -> None:
        names = list(self._desk.current.font_files)
        del names[self.fonts.currentRow()]
        self._want(font_files=tuple(names))

    def _restore(self) -> None:
        keys = self._desk.current.keys
        self._desk.change(Preferences(author=self._desk.current.author, keys=keys))
        self._show(self._desk.current)

    def done(self, result: int) -> None:
        """Close; a name that is still being typed counts."""
        self._take_author()
        super().done(result)


def _list_languages() -> list[tuple[str, object]]:
    own = LANGUAGE_NAMES[choose_language(QLocale.system().name())]
    system = _("As the system ({language})").format(language=own)
    return [(system, None), *((name, tag) for tag, name in LANGUAGE_NAMES.items())]


def _list_papers() -> list[tuple[str, object]]:
    return [(_("As in the template"), ""), *((name, name) for name in SIZES)]


def _list_spaces() -> list[tuple[str, object]]:
    usual = VersionLimits().bytes_all // _MB
    spaces = [(_("{count} MB").format(count=space), space) for space in _VERSION_SPACES_MB]
    return [(_("{count} MB (usual)").format(count=usual), 0), *spaces]
