"""Two paths beside each other as they are printed, those of any named version, as PDF too."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.model.naming import name_variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.poster_view import PosterPane
from blueprint_editor.ui.dialogs.themed_dialog import (
    ThemedDialog,
    make_label,
    resize_within_screen,
)
from blueprint_editor.ui.sheets.tools import DrawSheet

_SIZE_PX = (1180, 820)
_SHEET = "paths"
_TWO = 2


class SideBySideDialog(ThemedDialog):
    """Shows the sheet of two paths, fitted to the document's paper; only the newest is shown."""

    def __init__(
        self,
        session: DocumentSession,
        draw: DrawSheet,
        library: FontLibrary,
        export: Callable[[Document, ExportOptions], object],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Two Paths Side by Side"), parent)
        self._session = session
        self._draw_sheet = draw
        self._made = 0
        self.version = self._make_choice(_("Version"))
        self.first, self.second = (
            self._make_choice(_("Upper Path")),
            self._make_choice(_("Lower Path")),
        )
        self.preview = PosterPane(_("Two Paths Side by Side"), library, self)
        self.view = self.preview.view
        self.export_button = QPushButton(_("Save as PDF…"), self)
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(lambda: export(session.document, self._make_options()))
        close = QPushButton(_("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self._arrange(close)
        self._fill_versions()
        self._fill_paths()
        self.version.currentIndexChanged.connect(self._take_version)
        for box, other in ((self.first, self.second), (self.second, self.first)):
            box.currentIndexChanged.connect(partial(self._keep_apart, other))
        resize_within_screen(self, *_SIZE_PX)
        self.view.setFocus()
        self._draw()

    def _make_choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        return box

    def _arrange(self, close: QPushButton) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        for box in (self.first, self.second, self.version):
            label = make_label(box.accessibleName())
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
            top.addSpacing(12)
        top.addStretch(1)
        self.preview.buttons.addWidget(close)
        self.preview.buttons.addWidget(self.export_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.addLayout(top)
        whole.addWidget(self.preview, 1)

    # --- choices

    def _fill_versions(self) -> None:
        document = self._session.document
        if len(document.variants) >= _TWO:
            self.version.addItem(_("As it is now"), "")
        for kept in reversed(document.snapshots):
            if len(kept.document.variants) >= _TWO:
                self.version.addItem(kept.name, kept.id)

    def _fill_paths(self) -> None:
        document, version = self._session.document, self.version.currentData()
        kept = next((kept for kept in document.snapshots if kept.id == version), None)
        variants = document.variants if kept is None else kept.document.variants
        for place, box in enumerate((self.first, self.second)):
            box.blockSignals(True)
            chosen = box.currentData()
            box.clear()
            for variant in variants:
                box.addItem(name_variant(variant), variant.id)
            box.setCurrentIndex(place if (found := box.findData(chosen)) < 0 else found)
            box.blockSignals(False)
        if self.first.currentIndex() == self.second.currentIndex():
            self.first.setCurrentIndex(0)
            self.second.setCurrentIndex(1)

    def _take_version(self) -> None:
        self._fill_paths()
        self._draw()

    def _keep_apart(self, other: QComboBox, index: int) -> None:
        """Let a path be chosen for one side only: the other side takes the next one."""
        if other.currentIndex() == index:
            other.blockSignals(True)
            other.setCurrentIndex((index + 1) % other.count())
            other.blockSignals(False)
        self._draw()

    def _make_options(self) -> ExportOptions:
        pair = str(self.first.currentData()), str(self.second.currentData())
        return ExportOptions(sheet=_SHEET, since=str(self.version.currentData()), paths=pair)

    # --- the sheet

    def _draw(self) -> None:
        self._made += 1
        document, options, draw = self._session.document, self._make_options(), self._draw_sheet
        task = Task(self)
        task.succeeded.connect(partial(self._show, self._made))
        task.failed.connect(partial(self._tell_fault, self._made))
        task.start(lambda: draw(document, options))

    def _show(self, made: int, pages: tuple[Drawing, ...]) -> None:
        if made == self._made:
            self.preview.show_drawing(pages[0])

    def _tell_fault(self, made: int, error: Exception) -> None:
        if made == self._made:
            show_error(self, _("The paths could not be shown."), error)
