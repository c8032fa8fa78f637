"""Headers of a table whose names break into lines, so that none is cut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QWidget

_AROUND_PX, _TALLEST_PX = 14, 10_000
_WRAP = int(Qt.TextFlag.TextWordWrap)


class WrappedHeader(QHeaderView):
    """As high as the lines of its names; one at the side is at most ``widest_px`` wide."""

    def __init__(self, orientation: Qt.Orientation, widest_px: int, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._widest_px = widest_px
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        self.setDefaultAlignment(Qt.AlignmentFlag(int(left) | int(middle) | _WRAP))
        self.sectionResized.connect(self.updateGeometry)

    def sectionSizeFromContents(self, section: int) -> QSize:
        is_across = self.orientation() == Qt.Orientation.Horizontal
        text = str(self.model().headerData(section, self.orientation()) or "")
        # A chosen section is written in bold.
        font = self.font()
        font.setBold(True)
        room = (self.sectionSize(section) if is_across else self._widest_px) - _AROUND_PX
        place = QRect(0, 0, max(1, room), _TALLEST_PX)
        needed = QFontMetrics(font).boundingRect(place, _WRAP, text).size()
        return needed + QSize(_AROUND_PX, _AROUND_PX)
