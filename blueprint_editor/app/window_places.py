"""Where windows stand: as the last time, or a little beside the one before."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from blueprint_editor.app.settings import WindowPlace
from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen

_SMALLEST_VISIBLE_PX = 80
_FIRST_SIZE_PX = (1360, 860)
_CASCADE_PX = 28
"""How far a new window stands from the one before, so that both are seen."""


def find_place(window: QWidget) -> WindowPlace:
    """Return where a window stands, to be remembered."""
    box = window.normalGeometry()
    return WindowPlace(
        x=box.x(),
        y=box.y(),
        width=box.width(),
        height=box.height(),
        is_maximised=window.isMaximized(),
    )


def put_window(window: QWidget, place: WindowPlace | None, screens: Iterable[QScreen]) -> None:
    """Put a window where it stood the last time, if a screen still shows that place.

    It is never larger than its screen: what lies at its lower edge must be seen.
    """
    resize_within_screen(window, *_FIRST_SIZE_PX)
    if place is None:
        return
    wanted = QRect(place.x, place.y, place.width, place.height)
    for screen in screens:
        area = screen.availableGeometry()
        seen = area.intersected(wanted)
        if min(seen.width(), seen.height()) >= _SMALLEST_VISIBLE_PX:
            if not area.contains(wanted):
                wanted.setSize(wanted.size().boundedTo(area.size()))
            window.setGeometry(wanted)
            return


def cascade(window: QWidget, before: QWidget) -> None:
    """Put a window a little below and beside another, within its screen, title bar and all."""
    box, frame, inner = before.normalGeometry(), before.frameGeometry(), before.geometry()
    area = before.screen().availableGeometry().adjusted(
        inner.left() - frame.left(), inner.top() - frame.top(),
        inner.right() - frame.right(), inner.bottom() - frame.bottom(),
    )  # fmt: skip
    corner = box.topLeft() + QPoint(_CASCADE_PX, _CASCADE_PX)
    if not area.contains(QRect(corner, box.size())):
        corner = area.topLeft()
    window.setGeometry(QRect(corner, box.size().boundedTo(area.size())))
