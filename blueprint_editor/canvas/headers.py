"""Phase and step headers and lane labels that stay in view while the page is scrolled.

They stand at the edges of the view only while the page's own are out of sight, always in a size
that can be read. The view leaves room for them: over its viewport they would keep Qt from
scrolling what is painted already. What is pressed on them is handed to the viewport, beyond its
edge, so that every gesture works there as on the page's own.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.canvas.eyes import Eyes
from blueprint_editor.canvas.header_colours import HeaderColours
from blueprint_editor.canvas.header_places import (
    find_edge_at,
    find_lane_at,
    find_phase_at,
    find_step_at,
)
from blueprint_editor.canvas.hit import Hit
from blueprint_editor.canvas.overlay import ACCENT
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.layout.colour import readable_on
from blueprint_editor.layout.theme import INK, PAPER
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.poster_grid import GridDeck

PHASE_HEIGHT_PX, STEP_HEIGHT_PX, SLIM_HEIGHT_PX, LANE_WIDTH_PX = 30, 24, 12, 132
"""A row of steps without any name is slim: only there to be pressed."""
WIDEST_LANE_PX = 220
"""While more than this is left of the page's own labels, they do."""
_PADDING_PX = 8.0
_NARROWEST_PX = 90.0
"""Least width of a name while it is edited."""
_BAR_PX = 5.0
_EDGE = QColor("#C9D0D8")


class _Span(NamedTuple):
    """A stretch of a header in pixels, with what it says."""

    record: str
    first: float
    last: float
    text: str
    colour: str
    bar: str = ""


class StripPlace(NamedTuple):
    """Where a name stands on a strip, in px of the view, and how."""

    box: QRectF
    font: QFont
    colour: str
    fill: str


Paint: TypeAlias = Callable[[QPainter, QSize], None]


_MOUSE_EVENTS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
    }
)


class _Strip(QWidget):
    """An opaque strip at an edge of the view, painted by a function."""

    def __init__(self, view: ZoomView, paint: Paint) -> None:
        super().__init__(view)
        self._view = view
        self._paint = paint
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self.size())
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Hand the pointer's events to the viewport, in its own coordinates."""
        handed = self._translate(event)
        if handed is None:
            return super().event(event)
        QApplication.sendEvent(self._view.viewport(), handed)
        event.setAccepted(handed.isAccepted())
        return True

    def _translate(self, event: QEvent) -> QEvent | None:
        viewport = self._view.viewport()
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE_EVENTS:
            return QMouseEvent(
                event.type(),
                QPointF(viewport.mapFrom(self._view, self.pos())) + event.position(),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
        if isinstance(event, QWheelEvent):
            return QWheelEvent(
                QPointF(viewport.mapFrom(self._view, self.pos())) + event.position(),
                event.globalPosition(),
                event.pixelDelta(),
                event.angleDelta(),
                event.buttons(),
                event.modifiers(),
                event.phase(),
                event.inverted(),
            )
        if isinstance(event, QContextMenuEvent):
            at = viewport.mapFrom(self._view, self.pos()) + event.pos()
            return QContextMenuEvent(event.reason(), at, event.globalPos(), event.modifiers())
        return QEvent(event.type()) if event.type() == QEvent.Type.Leave else None


class StickyHeaders(QObject):
    """Both headers of a view."""

    def __init__(self, view: ZoomView, session: DocumentSession, eyes: Eyes) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._colours = HeaderColours(session, eyes)
        self._shown: tuple[object, ...] = ()
        self._is_placing = False
        self._hovered = ""
        self.top = _Strip(view, self._paint_top)
        self.left = _Strip(view, self._paint_left)
        view.zoomed.connect(self.refresh)
        view.scrolled.connect(self.refresh)
        session.poster_changed.connect(self.refresh)
        eyes.changed.connect(self.refresh)
        session.selection_changed.connect(self._update)
        self.refresh()

    def _update(self) -> None:
        self.top.update()
        self.left.update()

    def show_hover(self, record: str) -> None:
        """Show that the pointer is over a record's header; empty = over none."""
        if record != self._hovered:
            self._hovered = record
            self._update()

    def find_hit(self, px: QPointF, scale: float) -> Hit | None:
        """Return what lies on a strip at a point beyond the viewport's edge (viewport px)."""
        grid, at = self._session.poster.grid, self._view.to_scene(px)
        deck = self._find_deck()
        top, left = self.top.height(), self.left.width()
        if -top <= px.y() < 0 <= px.x() and not self.top.isHidden():
            if step := find_edge_at(deck, at.x(), scale):
                return Hit("edge", step)
            if px.y() + top < PHASE_HEIGHT_PX:
                phase = find_phase_at(deck, at.x())
                return Hit("phase", phase) if phase else Hit("page")
            step = find_step_at(deck, at.x())
            return Hit("step", step) if step else Hit("page")
        if -left <= px.x() < 0 <= px.y() and not self.left.isHidden():
            lane = find_lane_at(grid, at.y())
            return Hit("lane", lane) if lane else Hit("page")
        return None

    def find_place(self, record: str) -> StripPlace | None:
        """Return where a record's name stands on a strip; None where no strip shows it now."""
        font = self._view.font()
        line = QFontMetricsF(font).height()
        start, end = float(self._view.viewportMargins().left()), float(self.top.width())
        rows = (
            (self._phases(), 3.0, PHASE_HEIGHT_PX - 6.0, _bold(font)),
            (self._steps(), float(PHASE_HEIGHT_PX), line + 4, font),
        )
        for spans, y, height, own_font in () if self.top.isHidden() else rows:
            span = _find_span(_seen(spans, start, end), record)
            if span is not None:
                x = max(span.first, start) + _PADDING_PX
                width = max(min(span.last, end) - x - _PADDING_PX, _NARROWEST_PX)
                box = QRectF(x, self.top.y() + y, width, height)
                return StripPlace(box, own_font, readable_on(span.colour), span.colour)
        start, end = float(self.left.y()), float(self.left.y() + self.left.height())
        lanes = () if self.left.isHidden() else _seen(self._lanes(), start, end)
        span = _find_span(lanes, record)
        if span is None:
            return None
        y, edge = max(span.first, start) + 6, _BAR_PX + _PADDING_PX
        height = max(min(span.last, end) - y - 2, line)
        box = QRectF(self.left.x() + edge, y, self.left.width() - edge - 6, height)
        return StripPlace(box, _bold(font), INK, span.colour)

    def refresh(self) -> None:
        """Follow the view and the document; what looks the same is not painted again."""
        document, grid = self._session.shown_document, self._session.poster.grid
        records: tuple[object, ...] = (
            grid.decks, document.phases, document.steps, document.lanes,
            *self._colours.inputs,
        )  # fmt: skip
        if self._is_placing or (*records, *self._find_window()) == self._shown:
            return
        # The view's margins change what this looks at; the view asks for a refresh meanwhile.
        self._is_placing = True
        self._place()
        self._is_placing = False
        self._shown = (*records, *self._find_window())
        self._update()

    def _find_window(self) -> tuple[object, ...]:
        return self._view.viewportTransform(), self._view.viewport().geometry()

    def _place(self) -> None:
        left = self._width_px() if self._covers_left() else 0
        top = self._height_px() if self._covers_top() else 0
        margins = self._view.viewportMargins()
        if (margins.left(), margins.top()) != (left, top):
            self._view.set_margins(left, top)
        box = self._view.viewport().geometry()
        self.top.setVisible(top > 0)
        self.top.setGeometry(box.x() - left, box.y() - top, box.width() + left, top)
        self.left.setVisible(left > 0)
        self.left.setGeometry(box.x() - left, box.y(), left, box.height())

    def _x(self, mm: float) -> float:
        """Return where an x of the drawing is in the view, in px."""
        scale, start = self._find_scale()
        return start + scale * mm

    def _find_scale(self) -> tuple[float, float]:
        """Return px per mm, and where x 0 of the drawing is in the view, in px."""
        transform = self._view.viewportTransform()
        return transform.m11(), transform.dx() + self._view.viewportMargins().left()

    def _y(self, mm: float) -> float:
        place = self._view.viewportTransform().map(QPointF(0.0, mm)).y()
        return place + self._view.viewportMargins().top()

    def _covers_left(self) -> bool:
        grid = self._session.poster.grid
        if not grid.rows or not grid.columns:
            return False
        end = max(deck.columns[-1].x + deck.columns[-1].width for deck in grid.decks)
        has_left = self._x(grid.content.x0) < -_PADDING_PX
        return has_left and self._x(grid.label_right) < WIDEST_LANE_PX < self._x(end)

    def _covers_top(self) -> bool:
        deck = self._find_deck()
        if not deck.rows or not deck.columns:
            return False
        top, end = self._y(deck.header_top), self._y(deck.bottom)
        return top < -PHASE_HEIGHT_PX / 2 and end > PHASE_HEIGHT_PX

    def _find_deck(self) -> GridDeck:
        """Return the deck whose headers the strip shows: the one at the view's upper edge."""
        decks = self._session.poster.grid.decks
        above = (deck for deck in reversed(decks) if self._y(deck.header_top) < 0)
        return next(above, decks[0])

    def _width_px(self) -> int:
        """Return how wide the labels are: what is left of the page's own is covered, too."""
        return max(LANE_WIDTH_PX, round(self._x(self._session.poster.grid.label_right)))

    def _height_px(self) -> int:
        has_names = any(step.name for step in self._session.shown_document.steps)
        return PHASE_HEIGHT_PX + (STEP_HEIGHT_PX if has_names else SLIM_HEIGHT_PX)

    def _phases(self) -> Iterator[_Span]:
        phases = {
            phase.id: (number, phase)
            for number, phase in enumerate(self._session.shown_document.phases, 1)
        }
        edges: dict[str, tuple[float, float]] = {}
        for column in self._find_deck().columns:
            first, _ = edges.get(column.phase, (column.x, 0.0))
            edges[column.phase] = (first, column.x + column.width)
        scale, start = self._find_scale()
        for phase_id, (first, last) in edges.items():
            if phase_id in phases:
                number, phase = phases[phase_id]
                text = f"{number}  {phase.name}"
                colour = self._colours.find_phase(phase)
                yield _Span(phase_id, start + scale * first, start + scale * last, text, colour)

    def _steps(self) -> Iterator[_Span]:
        names = {step.id: step.name for step in self._session.shown_document.steps}
        scale, start = self._find_scale()
        for step, _, x, width in self._find_deck().columns:
            if step:
                first = start + scale * x
                yield _Span(step, first, first + scale * width, names.get(step, ""), PAPER)

    def _lanes(self) -> Iterator[_Span]:
        lanes = {lane.id: lane for lane in self._session.shown_document.lanes}
        for row in self._session.poster.grid.rows:
            if (lane := lanes.get(row.lane)) is not None:
                tint, bar = self._colours.find_lane(lane)
                last = self._y(row.y + row.height)
                yield _Span(lane.id, self._y(row.y), last, lane.name, tint, bar)

    def _paint_top(self, painter: QPainter, size: QSize) -> None:
        left, width = float(self._view.viewportMargins().left()), float(size.width())
        painter.fillRect(QRectF(0, 0, width, size.height()), QColor(PAPER))
        painter.fillRect(QRectF(0, size.height() - 1, width, 1), _EDGE)
        painter.setClipRect(QRectF(left, 0, width - left, size.height()))
        painter.setFont(_bold(self._view.font()))
        for span in _seen(self._phases(), left, width):
            box = QRectF(span.first, 3, span.last - span.first, PHASE_HEIGHT_PX - 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(span.colour))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(readable_on(span.colour)))
            _write(painter, box.intersected(QRectF(left, 0, width - left, size.height())), span)
            self._mark_span(painter, span, box)
        painter.setFont(self._view.font())
        for span in _seen(self._steps(), left, width):
            room = size.height() - PHASE_HEIGHT_PX
            box = QRectF(span.first, PHASE_HEIGHT_PX, span.last - span.first, room - 2)
            painter.setPen(QColor(INK))
            _write(painter, box, span)
            if not span.text:
                painter.fillRect(box.adjusted(0, room / 2 - 3, 0, 3 - room / 2), _EDGE)
            self._mark_span(painter, span, box)

    def _mark_span(self, painter: QPainter, span: _Span, box: QRectF) -> None:
        """Show that a header is selected, or under the pointer."""
        if span.record in self._session.selection.records:
            pens = [QPen(QColor("white"), 5.0), QPen(ACCENT, 2.5)]
        elif span.record == self._hovered:
            pens = [QPen(ACCENT, 1.5)]
        else:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in pens:
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def _paint_left(self, painter: QPainter, size: QSize) -> None:
        width, height = float(size.width()), float(size.height())
        top = float(self._view.viewportMargins().top())
        painter.fillRect(QRectF(0, 0, width, height), QColor(PAPER))
        painter.setFont(_bold(self._view.font()))
        smallest = QFontMetricsF(painter.font()).height() * 0.9
        for span in _seen(self._lanes(), top, top + height):
            box = QRectF(0, span.first - top, width, span.last - span.first)
            painter.fillRect(box, QColor(span.colour))
            painter.fillRect(QRectF(0, box.top(), _BAR_PX, box.height()), QColor(span.bar))
            painter.fillRect(QRectF(0, box.bottom() - 1, width, 1), _EDGE)
            seen = box.intersected(QRectF(0, 0, width, height))
            text = seen.adjusted(_BAR_PX + _PADDING_PX, 6, -6, -2)
            if text.height() >= smallest:
                painter.setPen(QColor(INK))
                flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
                painter.drawText(text, int(flags), span.text)
            self._mark_span(painter, span, seen.adjusted(0, 0, -1, -1))
        painter.fillRect(QRectF(width - 1, 0, 1, height), _EDGE)


def _find_span(spans: Iterable[_Span], record: str) -> _Span | None:
    return next((span for span in spans if span.record == record), None)


def _seen(spans: Iterator[_Span], first: float, last: float) -> Iterator[_Span]:
    return (span for span in spans if span.last > first and span.first < last)


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
