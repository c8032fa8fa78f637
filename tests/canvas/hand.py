"""What a person's hand does to a canvas, as real mouse and key events."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from blueprint_editor.canvas.canvas import PosterCanvas

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hand:
    """Points at cards and cells of the poster that is shown at the moment."""

    def __init__(self, canvas: PosterCanvas) -> None:
        self.canvas = canvas

    def at(self, x: float, y: float) -> QPoint:
        """Return the pixel of a point in drawing mm."""
        return self.canvas.viewportTransform().map(QPointF(x, y)).toPoint()

    def card(self, card: str) -> QPoint:
        bounds = self.canvas.session.poster.grid.cards[card]
        return self.at((bounds.x0 + bounds.x1) / 2, (bounds.y0 + bounds.y1) / 2)

    def cell(self, lane: str, step: str) -> QPoint:
        bounds = self.canvas.session.poster.grid.cell_bounds(lane, step)
        assert bounds is not None
        return self.at((bounds.x0 + bounds.x1) / 2, bounds.y1 - 2)

    def label(self, lane: str) -> QPoint:
        """Return the pixel of the middle of a lane's label."""
        grid = self.canvas.session.poster.grid
        row = next(row for row in grid.rows if row.lane == lane)
        return self.at((grid.content.x0 + grid.label_right) / 2, row.y + row.height / 2)

    def header(self, record: str) -> QPoint:
        """Return the pixel of a phase's chevron, or of the slim handle over a step."""
        grid = self.canvas.session.poster.grid
        own = [c for c in grid.columns if record in {c.step, c.phase}]
        x = (own[0].x + own[-1].x + own[-1].width) / 2
        return self.at(x, grid.rows[0].y if own[0].step == record else grid.decks[0].header_top + 3)

    def edge(self, step: str) -> QPoint:
        """Return the pixel of the right edge of a step's column, beside the phase's chevron."""
        grid = self.canvas.session.poster.grid
        column = next(c for c in grid.columns if c.step == step)
        return self.at(column.x + column.width, grid.decks[0].header_top + 3)

    def press(self, at: QPoint, keys: Qt.KeyboardModifier = NONE, button=LEFT) -> None:
        QTest.mousePress(self.canvas.viewport(), button, keys, at)

    def move(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Come to a point; unlike QTest's, the move counts where the pointer is already."""
        view = self.canvas.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(view.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            QApplication.mouseButtons(),
            keys,
        )
        QApplication.sendEvent(view, event)

    def release(self, at: QPoint, keys: Qt.KeyboardModifier = NONE, button=LEFT) -> None:
        QTest.mouseRelease(self.canvas.viewport(), button, keys, at)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, at)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(self.canvas.viewport(), LEFT, NONE, at)

    def drag(self, start: QPoint, *through: QPoint) -> None:
        """Press, move in small steps, and stay pressed."""
        self.press(start)
        self.move(start + QPoint(6, 6))
        self.move(start + QPoint(14, 14))
        for at in through:
            self.move(at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is, as the operating system would send it."""
        QTest.keyClick(self._focus(), key, keys)

    def type(self, text: str) -> None:
        """Type letter by letter: the first one may move the focus into an editor."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), NONE, letter)
                QApplication.sendEvent(self._focus(), event)

    def _focus(self):
        return QApplication.focusWidget() or self.canvas

    def wheel(self, at: QPoint, turn: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        view = self.canvas.viewport()
        event = QWheelEvent(
            QPointF(at),
            QPointF(view.mapToGlobal(at)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
