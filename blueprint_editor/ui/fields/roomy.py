"""Boxes and lines that ask for the room that their words need, so that none is cut."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from blueprint_editor.canvas.spent_undo import is_spent

_FEWEST_LETTERS: Final = 8
_MOST_LETTERS: Final = 18
"""Longer words of a document break anywhere."""
_WIDE_PX, _MOST_HEIGHTS = 400, 64
_WRAP = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class ChoiceBox(QComboBox):
    """A list to choose from, as high as the lines of what is chosen; none of it is cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Qt then measures none of the lines, of which there may be thousands.
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(adjust)
        self._word_px: int | None = None
        self._heights: dict[tuple[int, str], int] = {}
        self.currentIndexChanged.connect(self.updateGeometry)
        model = self.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged):
            signal.connect(self._forget_width)

    def _shown_text(self) -> str:
        return self.currentText() if self.currentIndex() >= 0 else self.placeholderText()

    def _frame(self) -> QSize:
        """Return what stands around the words."""
        whole = QRect(0, 0, _WIDE_PX, super().sizeHint().height())
        room = self._field(whole).width()
        return QSize(_WIDE_PX - room, whole.height() - self.fontMetrics().height())

    def _field(self, whole: QRect) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = whole
        control = QStyle.ComplexControl.CC_ComboBox
        part = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(control, option, part, self).adjusted(2, 0, -1, 0)

    def _measure(self, width: int) -> int:
        """Return how high the words are in a width."""
        layout = QTextLayout(self._shown_text(), self.font())
        layout.setTextOption(_WRAP)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            height += line.height()
        layout.endLayout()
        return ceil(height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts within each other ask a hundred times for each that is shown.
        asked = (width, self._shown_text())
        if asked not in self._heights:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            frame = self._frame()
            lines = max(self._measure(width - frame.width()), self.fontMetrics().height())
            self._heights[asked] = lines + frame.height()
        return self._heights[asked]

    def minimumSizeHint(self) -> QSize:
        metrics, frame = self.fontMetrics(), self._frame()
        if self._word_px is None:
            self._word_px = self._measure_words()
        return QSize(self._word_px + 1 + frame.width(), metrics.height() + frame.height())

    def _measure_words(self) -> int:
        """Return how wide the longest word is, within limits; there may be thousands of lines."""
        metrics, letter = self.fontMetrics(), self.fontMetrics().averageCharWidth()
        widest, most = _FEWEST_LETTERS * letter, _MOST_LETTERS * letter
        for row in range(self.count()):
            for word in self.itemText(row).split():
                if len(word) > _FEWEST_LETTERS // 2:
                    widest = max(widest, metrics.horizontalAdvance(word))
            if widest >= most:
                return most
        return widest

    def _forget_width(self) -> None:
        self._word_px = None
        self._heights.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._forget_width()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def showPopup(self) -> None:
        """Open the list, wide enough for all its lines."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar)
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        is_hint = self.currentIndex() < 0
        role = option.palette.ColorRole.PlaceholderText if is_hint else self.foregroundRole()
        painter.setPen(option.palette.color(role))
        painter.drawText(QRectF(self._field(option.rect)), self._shown_text(), _WRAP)


class HintedLine(QLineEdit):
    """A line of text that is wide enough for the hint that stands in it while it is empty."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window once the line itself has nothing more of them."""
        if is_spent(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def setPlaceholderText(self, text: str) -> None:
        """Show a hint, and ask for its room."""
        super().setPlaceholderText(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        margins, around = self.textMargins(), 2 * self.fontMetrics().averageCharWidth()
        room = margins.left() + margins.right() + around
        needed = self.fontMetrics().horizontalAdvance(self.placeholderText()) + room
        return QSize(max(hint.width(), needed), hint.height())


class Pair(QWidget):
    """Two things side by side, or one below the other where their words need the room.

    ``is_even``: both get half of the room; otherwise each gets what it needs.
    """

    def __init__(self, gap_px: int, below_px: int, *, is_even: bool = True) -> None:
        super().__init__()
        self._gaps = (gap_px, below_px)
        self._is_even = is_even
        self._things: list[QWidget] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap_px)

    def add(self, *widgets: QWidget, stretch: int = 1) -> None:
        """Add one of the two; several widgets stand in a row of their own."""
        thing = widgets[0]
        if len(widgets) > 1:
            thing = QWidget(self)
            row = QHBoxLayout(thing)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._gaps[0])
            for widget in widgets:
                row.addWidget(widget)
        self._things.append(thing)
        self._row.addWidget(thing, stretch)

    def hide_if_empty(self) -> None:
        """Take no room, nor a gap, where both are hidden."""
        self.setHidden(all(each.isHidden() for each in self._things))

    def _list_widths(self) -> list[int]:
        """Return how narrow each of those that are shown can be."""
        return [each.minimumSizeHint().width() for each in self._things if not each.isHidden()]

    def _fit(self) -> None:
        widths, gap = self._list_widths(), self._gaps[0]
        needed = max(widths, default=0) * len(widths) if self._is_even else sum(widths)
        fits = needed + gap * (len(widths) - 1) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
            self._row.setSpacing(self._gaps[not fits])

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._list_widths(), default=0), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # One of the two may have been hidden, or has other words.
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return done
