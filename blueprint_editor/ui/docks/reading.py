"""Reading distance: how small texts are on the paper, from how far they can be read, what helps."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.fields import SetField
from blueprint_editor.language.texts import _, current_language
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import set_poster_field
from blueprint_editor.session.reading import ReadingMeter
from blueprint_editor.session.task import Task
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.reading_distance import judge
from blueprint_editor.ui.fit_desk import FitDesk
from blueprint_editor.ui.look import set_tone
from blueprint_editor.ui.sizes import (
    tell_distance,
    tell_paper,
    tell_points,
    tell_size,
    tell_verdict,
)

if TYPE_CHECKING:
    from blueprint_editor.model.document import Document
    from blueprint_editor.sheets.reading_advice import Advice, Reading

_LEAST_M, _MOST_M, _STEP_M = 0.3, 20.0, 0.5


class AdviceRow(QFrame):
    """A sentence, and a button that does what it says."""

    def __init__(self, text: str, words: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.label = QLabel(text)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(words)
        self.button.setAutoDefault(False)
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(lambda _checked=False: act())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class ReadingPanel(QWidget):
    """Follows the meter; looks for advice while it is seen, off the GUI thread."""

    def __init__(self, session: DocumentSession, meter: ReadingMeter, fits: FitDesk) -> None:
        super().__init__()
        self._session = session
        self._meter = meter
        self._fits = fits
        self._asked: Document | None = None
        self._task: Task | None = None
        self.setObjectName("reading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.distance = QDoubleSpinBox()
        self.distance.setLocale(QLocale(current_language()))
        self.distance.setRange(_LEAST_M, _MOST_M)
        self.distance.setSingleStep(_STEP_M)
        self.distance.setDecimals(1)
        self.distance.setSuffix(" m")
        self.distance.setKeyboardTracking(False)
        self.distance.setAccessibleName(_("Read from"))
        self.smallest, self.body = QLabel(), QLabel()
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.state.setWordWrap(True)
        self.fit = QPushButton(_("Fit to Paper"))
        self.fit.setAutoDefault(False)
        self.rows: list[AdviceRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.distance.valueChanged.connect(self._set_distance)
        self.fit.clicked.connect(lambda _checked=False: fits.fit())
        meter.measured.connect(self._renew)
        session.changed.connect(self._show_distance)
        self._show_distance()
        self._show_sizes()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.distance)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(6)
        named = (
            (_("Read from"), self.distance),
            (_("Text of cards"), self.body),
            (_("Smallest text"), self.smallest),
        )
        for row, (name, widget) in enumerate(named):
            grid.addWidget(QLabel(name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        for label in (self.smallest, self.body):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 10, 12, 10)
        column.addLayout(grid)
        column.addWidget(self.fit)
        column.addSpacing(6)
        column.addWidget(self.state)
        column.addLayout(self._list)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._meter.measure)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asked = None

    # --- what is shown

    def _show_distance(self) -> None:
        self.distance.blockSignals(True)
        self.distance.setValue(self._session.document.poster.reading_distance)
        self.distance.blockSignals(False)

    def _set_distance(self, metres: float) -> None:
        set_poster_field(self._session, "reading_distance", metres)
        self._show_sizes()

    def _renew(self) -> None:
        self._show_sizes()
        if self.isVisible():
            self._ask()

    def _show_sizes(self) -> None:
        sizes = self._meter.sizes
        distance = self._session.document.poster.reading_distance
        for label, size in (
            (self.smallest, sizes.smallest if sizes else None),
            (self.body, sizes.body if sizes else None),
        ):
            if size is None:
                label.setText("–")
                continue
            reach = _("up to {distance}").format(distance=tell_distance(size))
            label.setText(f"{tell_size(size)} · {reach}\n{tell_verdict(size, distance)}")
            set_tone(label, "warn" if judge(size, distance) == "too_small" else "")

    # --- what would help

    def _ask(self) -> None:
        document = self._session.document
        if self._task is not None or document is self._asked:
            return
        self._asked = document
        self._drop_rows()
        self.state.setText(_("Looking for what would help…"))
        self.state.show()
        task = self._task = Task(self)
        task.succeeded.connect(self._take)
        task.failed.connect(self._fail)
        advise = self._fits.tools.advise
        task.start(lambda: advise(document))

    def _take(self, reading: "Reading") -> None:
        self._task = None
        if self._asked is not self._session.document:
            self._ask()
            return
        self._drop_rows()
        self.rows = [self._make_row(advice) for advice in reading.advice]
        for row in self.rows:
            self._list.addWidget(row)
        self.state.setVisible(not self.rows)
        self.state.setText(_("Everything is comfortable to read from there."))
        if reading.sizes is not None and not self.rows:
            is_fine = judge(reading.sizes.smallest, reading.distance) == "comfortable"
            if not is_fine:
                self.state.setText(_("Nothing more would help."))

    def _fail(self, _error: Exception) -> None:
        self._task = None
        self._drop_rows()
        self.state.setText(_("The document's paper is unknown."))
        self.state.show()

    def _drop_rows(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = []

    def _make_row(self, advice: "Advice") -> AdviceRow:
        words = self._tell(advice)
        if advice.sizes is not None:
            points = _("smallest text {points} pt").format(
                points=tell_points(advice.sizes.smallest)
            )
            words = f"{words}: {points}"
        is_show = advice.kind == "shorten"
        return AdviceRow(words, _("Show") if is_show else _("Do It"), partial(self._do, advice))

    def _tell(self, advice: "Advice") -> str:
        document = self._session.document
        if advice.kind == "fit":
            return _("Fit to paper")
        if advice.kind == "paper":
            return _("{new} instead of {old}").format(
                new=tell_paper(advice.subject), old=tell_paper(document.poster.paper)
            )
        if advice.kind == "hide_lane":
            names = {lane.id: lane.name for lane in document.lanes}
            return _("Hide the lane “{name}”").format(name=names[advice.subject])
        if advice.kind == "split":
            names = {phase.id: phase.name for phase in document.phases}
            return _("Two posters, the second from “{name}” on").format(name=names[advice.subject])
        codes = self._session.facts.card_codes
        return _("Cards with the most words: {codes}").format(
            codes=", ".join(codes[card] for card in advice.cards)
        )

    def _do(self, advice: "Advice") -> None:
        if advice.kind == "shorten":
            self._session.select(advice.cards)
        elif advice.kind == "hide_lane":
            if self._session.execute(SetField((advice.subject,), "hidden", value=True)):
                self._fits.fit()
        elif advice.kind == "split":
            self._fits.fit(FitWish(posters=2))
        else:
            self._fits.fit(paper=advice.subject)
