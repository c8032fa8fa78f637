"""The bottom line: saved or not, how much there is, what was found, the zoom."""

from collections.abc import Callable
from math import exp, log

from PySide6.QtCore import QLocale, QSize, Qt, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStatusBar,
    QToolButton,
    QWidget,
)

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.view import LARGEST_ZOOM, SMALLEST_ZOOM
from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.session.checking import DocumentChecks
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.filters import count_cards, find_filter
from blueprint_editor.session.reading import ReadingMeter
from blueprint_editor.sheets.reading_distance import judge
from blueprint_editor.ui.look import set_tone
from blueprint_editor.ui.sizes import tell_paper, tell_points, tell_smallest

_SLIDER_STEPS = 200
_MESSAGE_MS = 6000
_WIDE_LETTERS = 150
"""From this width on there is room for all that can be told of the paper."""


class _YieldingButton(QToolButton):
    """Gives way where a window becomes narrow; who sets its text shortens it then."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class WindowStatusBar(QStatusBar):
    """Follows the session and the canvas."""

    def __init__(
        self,
        session: DocumentSession,
        canvas: PosterCanvas,
        checks: DocumentChecks,
        meter: ReadingMeter,
        on_missing_letters: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._checks = checks
        self._meter = meter
        self._saved_at: QTime | None = None
        self.setSizeGripEnabled(False)
        self.saved_label, self.count_label, self.zoom_label = QLabel(), QLabel(), QLabel()
        self.reading_button = _YieldingButton()
        self.reading_button.setAccessibleDescription(_("Show what would make it easier to read"))
        self.missing_button = QToolButton()
        set_tone(self.missing_button, "warn")
        self.missing_button.clicked.connect(on_missing_letters)
        self.problems_button = QToolButton()
        self.problems_button.hide()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _SLIDER_STEPS)
        self._slider.setFixedWidth(120)
        self._slider.setAccessibleName(_("Zoom"))
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.valueChanged.connect(self._zoom_to_slider)
        self.zoom_label.setMinimumWidth(56)
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # One widget: what comes up while a message is shown would else stand on top of that.
        state = QWidget(self)
        row = QHBoxLayout(state)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.saved_label, self.missing_button, self.count_label, self.problems_button,
        ):  # fmt: skip
            row.addWidget(part)
        self.addWidget(state)
        self.addPermanentWidget(self.reading_button)
        self.addPermanentWidget(self._slider)
        self.addPermanentWidget(self.zoom_label)
        session.saved.connect(self._note_time)
        session.saved_state_changed.connect(self.show_saved_state)
        session.poster_changed.connect(self.show_counts)
        checks.looked.connect(self._show_problems)
        meter.measured.connect(self.show_reading)
        canvas.zoomed.connect(self.show_zoom)
        self.show_saved_state()
        self.show_counts()
        self.show_zoom()

    def tell(self, text: str) -> None:
        """Show a sentence for a while."""
        self.showMessage(text, _MESSAGE_MS)

    def hint(self, text: str) -> None:
        """Show what a gesture would do, until the next hint; an empty one takes it away."""
        self.showMessage(text)

    def _note_time(self) -> None:
        self._saved_at = QTime.currentTime()
        self.show_saved_state()

    def show_saved_state(self) -> None:
        session = self._session
        if session.is_saving:
            text, tone = _("Saving…"), ""
        elif session.is_modified:
            text, tone = _("● Unsaved changes"), "warn"
        elif self._saved_at is not None:
            clock = QLocale(current_language()).toString(
                self._saved_at, QLocale.FormatType.ShortFormat
            )
            text, tone = _("✓ Saved at {time}").format(time=clock), "good"
        elif session.path is not None:
            text, tone = _("✓ No changes"), "good"
        else:
            text, tone = _("Not saved to a file yet"), ""
        self.saved_label.setText(text)
        set_tone(self.saved_label, tone)

    def show_counts(self) -> None:
        document = self._session.shown_document
        cards, connectors = len(document.cards), len(document.connectors)
        texts = (
            self._count_cards(cards),
            ngettext("{count} connector", "{count} connectors", connectors).format(
                count=connectors
            ),
        )
        self.count_label.setText(" · ".join(texts))
        if not self._meter.has_measured:
            self.show_reading()
        missing = self._session.poster.drawing.missing
        letters = sorted({letter for item in missing for letter in item.letters})
        self.missing_button.setVisible(bool(letters))
        self.missing_button.setText(
            ngettext(
                "▲ {count} letter has no font", "▲ {count} letters have no font", len(letters)
            ).format(count=len(letters))
        )

    def _count_cards(self, cards: int) -> str:
        if find_filter(self._session) is None:
            return ngettext("{count} card", "{count} cards", cards).format(count=cards)
        shown, every = count_cards(self._session)
        text = ngettext("{shown} of {count} card", "{shown} of {count} cards", every)
        return text.format(shown=shown, count=every)

    def _show_problems(self) -> None:
        findings = self._checks.findings
        text = _("Problems: {count}").format(count=len(findings)) if findings else _("No problems")
        self.problems_button.setText(text)
        self.problems_button.setToolTip(_("Show what was found"))
        has_error = any(finding.severity == "error" for finding in findings)
        set_tone(self.problems_button, "warn" if has_error else "")
        self.problems_button.show()

    def show_reading(self) -> None:
        """Show the paper, and from how far the smallest text on it can be read."""
        poster = self._session.shown_document.poster
        sizes = self._meter.sizes
        told: tuple[str, ...] = tell_smallest(sizes) if sizes is not None else ()
        paper = tell_paper(poster.paper)
        self.reading_button.setToolTip(" · ".join((paper, *told)))
        letters = self.width() / self.fontMetrics().averageCharWidth()
        if sizes is not None and letters < _WIDE_LETTERS:
            told = (_("{points} pt").format(points=tell_points(sizes.smallest)),)
        self.reading_button.setText(" · ".join((paper, *told)))
        verdict = judge(sizes.body, poster.reading_distance) if sizes else "readable"
        set_tone(self.reading_button, "warn" if verdict == "too_small" else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_reading()

    def show_zoom(self) -> None:
        zoom = self._canvas.zoom
        self.zoom_label.setText(_("{percent} %").format(percent=round(zoom * 100)))
        share = log(zoom / SMALLEST_ZOOM) / log(LARGEST_ZOOM / SMALLEST_ZOOM)
        self._slider.blockSignals(True)
        self._slider.setValue(round(share * _SLIDER_STEPS))
        self._slider.blockSignals(False)

    def _zoom_to_slider(self, value: int) -> None:
        share = value / _SLIDER_STEPS
        self._canvas.set_zoom(SMALLEST_ZOOM * exp(share * log(LARGEST_ZOOM / SMALLEST_ZOOM)))
