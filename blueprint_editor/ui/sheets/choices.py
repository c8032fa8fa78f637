"""What stands on the sheets: filling, language, session, and the paper of the sheet shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from blueprint_editor.language.texts import LANGUAGE_NAMES, _, msgid
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES, find_kit
from blueprint_editor.model.agenda import read_clock
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.kinds import SHEETS
from blueprint_editor.sheets.request import FEWEST_PHASES, MOST_PHASES
from blueprint_editor.ui.dialogs.themed_dialog import make_label
from blueprint_editor.ui.fields.roomy import ChoiceBox
from blueprint_editor.ui.sheets.picked import Picked

_FILLINGS = (
    ("questions", msgid("With help questions")),
    ("prefilled", msgid("Filled in from the document")),
    ("blank", msgid("Blank")),
)
_TILE_PAPERS = ("A3", "A4")
_PATH_SHEETS = {"W5", "W11"}
_OF_A_VERSION = {"W11", "comment-print"}


class SheetChoices(QWidget):
    """A form of choices.

    Signals:
        changed: something was chosen.
    """

    changed = Signal()

    def __init__(self, document: Document, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: dict[str, str] = {}
        self._sheet = ""
        self.filling = self._make_box([(name, _(text)) for name, text in _FILLINGS])
        self.language = self._make_box([(tag, LANGUAGE_NAMES[tag]) for tag in KIT_LANGUAGES])
        self.language.setCurrentIndex(KIT_LANGUAGES.index(language))
        sessions = [(w.id, w.name or str(w.number)) for w in document.workshops]
        self.session = self._make_box([("", _("None")), *sessions])
        self.start = QLineEdit(self)
        self.start.setPlaceholderText("9.00")
        self.phases = self._make_box(
            [("", _("As in the document")),
             *((str(n), str(n)) for n in range(FEWEST_PHASES, MOST_PHASES + 1))]
        )  # fmt: skip
        actors = [(actor.id, actor.name) for actor in document.actors]
        self.actor = self._make_box([("", _("All, one after another")), *actors])
        versions = [(kept.id, kept.name) for kept in reversed(document.snapshots)]
        self.since = self._make_box([("", _("The newest named version")), *versions])
        self.paper = self._make_box([])
        self.tile = self._make_box(
            [("", _("One page each")), *((p, _("From several {paper}").format(paper=p))
                                         for p in _TILE_PAPERS)]
        )  # fmt: skip
        self.advice = make_label("", "quiet")
        self.grey = QCheckBox(_("For a printer without colour"), self)
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, field in (
            (_("Contents"), self.filling),
            (_("Language"), self.language),
            (_("Session"), self.session),
            (_("Start time"), self.start),
            (_("Phases"), self.phases),
            (_("Actor"), self.actor),
            (_("Changes since"), self.since),
            (_("Paper of this sheet"), self.paper),
            (_("Large sheets"), self.tile),
        ):
            form.addRow(title, field)
            field.setAccessibleName(title)
        form.addRow(self.grey)
        for box in (
            self.filling, self.language, self.session, self.phases, self.actor, self.since,
            self.tile,
        ):  # fmt: skip
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.start.textChanged.connect(lambda _text: self.changed.emit())
        self.grey.toggled.connect(lambda _on: self.changed.emit())
        self.paper.currentIndexChanged.connect(self._choose_paper)

    def _make_box(self, entries: list[tuple[str, str]]) -> QComboBox:
        box = ChoiceBox(self)
        for value, text in entries:
            box.addItem(text, value)
        return box

    @property
    def picked(self) -> Picked:
        """All that is chosen."""
        start = self.start.text().strip()
        phases = self.phases.currentData()
        return Picked(
            self.filling.currentData(), self.language.currentData(), self.session.currentData(),
            start if read_clock(start) is not None else "", int(phases) if phases else None,
            self.grey.isChecked(), self.tile.currentData(), self.actor.currentData(),
            self.since.currentData(),
            dict(self._papers),
        )  # fmt: skip

    def show_sheet(self, sheet: str) -> None:
        """Offer the papers of a sheet."""
        self._sheet = sheet
        kit = find_kit(self.language.currentData())
        self.paper.blockSignals(True)
        self.paper.clear()
        for paper in SHEETS[sheet].papers:
            self.paper.addItem(kit.papers.get(paper.name, paper.name), paper.name)
        chosen = self._papers.get(sheet)
        if chosen is not None:
            self.paper.setCurrentIndex(self.paper.findData(chosen))
        self.paper.blockSignals(False)
        self.paper.setEnabled(self.paper.count() > 1)
        is_whole = sheet in _OF_A_VERSION
        self._form.setRowVisible(self.since, is_whole or sheet in {"change-list", "curves"})
        title = _("From the version") if is_whole else _("Changes since")
        newest = _("the document as it is now") if is_whole else _("The newest named version")
        label = self._form.labelForField(self.since)
        if isinstance(label, QLabel):
            label.setText(title)
        self.since.setAccessibleName(title)
        self.since.setItemText(0, newest)
        self._form.setRowVisible(self.actor, SHEETS[sheet].for_actor)
        self._form.setRowVisible(self.phases, sheet in _PATH_SHEETS)
        self._form.setRowVisible(self.start, sheet == "W1")
        self.advice.setText(kit.sheets["W5"]["paper"] if sheet == "W5" else "")
        self.advice.setVisible(sheet == "W5")

    def _choose_paper(self) -> None:
        paper = self.paper.currentData()
        if paper:
            self._papers[self._sheet] = paper
            self.changed.emit()
