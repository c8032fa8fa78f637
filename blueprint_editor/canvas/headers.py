"""Phase and step headers and lane labels that stay in view while the page is scrolled.

They lie over the view only while the page's own are out of sight, always in a size that can be
read, and take no clicks.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.layout.theme import INK, NAVY, PAPER, QUIET, lane_look, make_theme
from blueprint_editor.session.document_session import DocumentSession

PHASE_HEIGHT_PX, STEP_HEIGHT_PX, LANE_WIDTH_PX = 30.0, 24.0, 132.0
_PADDING_PX = 8.0
_BAR_PX = 5.0
_EDGE = QColor(10, 20, 35, 60)


class _Span(NamedTuple):
    """A stretch of a header in pixels, with what it says."""

    first: float
    last: float
    text: str
    colour: str
    bar: str = ""


class StickyHeaders(QWidget):
    """Both headers of a view; covers it whole, but only paints its edges."""

    def __init__(self, view: ZoomView, session: DocumentSession) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.zoomed.connect(self.refresh)
        view.scrolled.connect(self.refresh)
        session.poster_changed.connect(self.refresh)
        self.refresh()

    @property
    def size_px(self) -> QSize:
        """How much of the view the headers cover at the left and at the top."""
        return QSize(
            round(LANE_WIDTH_PX) if self._covers_left() else 0,
            round(self._height_px()) if self._covers_top() else 0,
        )

    def refresh(self) -> None:
        """Follow the view."""
        shown = self._covers_left() or self._covers_top()
        self.setVisible(shown)
        if shown:
            self.setGeometry(self._view.viewport().geometry())
            self.raise_()
            self.update()

    def _x(self, mm: float) -> float:
        return self._view.viewportTransform().map(QPointF(mm, 0.0)).x()

    def _y(self, mm: float) -> float:
        return self._view.viewportTransform().map(QPointF(0.0, mm)).y()

    def _covers_left(self) -> bool:
        grid = self._session.poster.grid
        if not grid.rows or not grid.columns:
            return False
        end = grid.columns[-1].x + grid.columns[-1].width
        return self._x(grid.label_right) < LANE_WIDTH_PX / 2 < self._x(end)

    def _covers_top(self) -> bool:
        grid = self._session.poster.grid
        if not grid.rows or not grid.columns:
            return False
        end = grid.rows[-1].y + grid.rows[-1].height
        return self._y(grid.header_top) < -PHASE_HEIGHT_PX / 2 and self._y(end) > PHASE_HEIGHT_PX

    def _has_step_names(self) -> bool:
        return any(step.name for step in self._session.shown_document.steps)

    def _height_px(self) -> float:
        return PHASE_HEIGHT_PX + (STEP_HEIGHT_PX if self._has_step_names() else 0.0)

    def _phases(self) -> Iterator[_Span]:
        document = self._session.shown_document
        columns = self._session.poster.grid.columns
        for number, phase in enumerate(document.phases, 1):
            own = [column for column in columns if column.phase == phase.id]
            if own:
                last = self._x(own[-1].x + own[-1].width)
                text = f"{number}  {phase.name}"
                yield _Span(self._x(own[0].x), last, text, phase.colour or NAVY)

    def _steps(self) -> Iterator[_Span]:
        names = {step.id: step.name for step in self._session.shown_document.steps}
        for column in self._session.poster.grid.columns:
            if name := names.get(column.step, ""):
                yield _Span(self._x(column.x), self._x(column.x + column.width), name, PAPER)

    def _lanes(self) -> Iterator[_Span]:
        lanes = {lane.id: lane for lane in self._session.shown_document.lanes}
        theme = make_theme()
        for row in self._session.poster.grid.rows:
            if (lane := lanes.get(row.lane)) is not None:
                look = lane_look(theme, lane.role, lane.colour)
                last = self._y(row.y + row.height)
                yield _Span(self._y(row.y), last, lane.name, look.tint, look.bar)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.size_px
        if size.height():
            self._paint_top(painter, float(size.width()), float(size.height()))
        if size.width():
            self._paint_left(painter, float(size.height()))
        painter.end()

    def _paint_top(self, painter: QPainter, left: float, height: float) -> None:
        painter.fillRect(QRectF(0, 0, self.width(), height), QColor(PAPER))
        painter.fillRect(QRectF(left, height - 1, self.width(), 1), _EDGE)
        painter.setClipRect(QRectF(left, 0, self.width() - left, height))
        painter.setFont(_bold(self.font()))
        for span in self._phases():
            box = QRectF(span.first, 3, span.last - span.first, PHASE_HEIGHT_PX - 6)
            if box.right() < left or box.left() > self.width():
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(span.colour))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(PAPER))
            _write(painter, box.intersected(QRectF(left, 0, self.width() - left, height)), span)
        painter.setFont(self.font())
        painter.setPen(QColor(INK))
        for span in self._steps():
            box = QRectF(span.first, PHASE_HEIGHT_PX, span.last - span.first, STEP_HEIGHT_PX)
            _write(painter, box, span)
        painter.setClipping(False)

    def _paint_left(self, painter: QPainter, top: float) -> None:
        painter.setClipRect(QRectF(0, top, LANE_WIDTH_PX, self.height() - top))
        painter.fillRect(QRectF(0, top, LANE_WIDTH_PX, self.height()), QColor(PAPER))
        painter.setFont(_bold(self.font()))
        for span in self._lanes():
            box = QRectF(0, span.first, LANE_WIDTH_PX, span.last - span.first)
            painter.fillRect(box, QColor(span.colour))
            painter.fillRect(QRectF(0, box.top(), _BAR_PX, box.height()), QColor(span.bar))
            seen = box.intersected(QRectF(0, top, LANE_WIDTH_PX, self.height() - top))
            text = seen.adjusted(_BAR_PX + _PADDING_PX, 6, -4, -2)
            if text.height() >= QFontMetricsF(painter.font()).height() * 0.9:
                painter.setPen(QColor(INK))
                flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
                painter.drawText(text, int(flags), span.text)
            painter.fillRect(
                QRectF(0, box.bottom() - 0.5, LANE_WIDTH_PX, 1), QColor(QUIET).lighter()
            )
        painter.setClipping(False)
        painter.fillRect(QRectF(LANE_WIDTH_PX - 1, top, 1, self.height()), _EDGE)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _write(painter: QPainter, box: QRectF, span: _Span) -> None:
    """Write on one line in the part of a span that is seen, with an ellipsis where it is short."""
    inner = box.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
    if inner.width() < 2 * _PADDING_PX:
        return
    elided = QFontMetricsF(painter.font()).elidedText(
        span.text, Qt.TextElideMode.ElideRight, inner.width()
    )
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), elided)
