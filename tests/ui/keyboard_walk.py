"""Walks through what is shown by Tab alone and says what somebody without a mouse would miss."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QTableView,
    QWidget,
)

from tests.ui.contrast import contrast

_MOST_STEPS = 400
_AROUND_PX = 4
_LEAST_MARK_PX = 24
"""So many pixels must be another colour, at 3:1 to what they were, where the keyboard is."""


def walk(root: QWidget) -> list[QWidget]:
    """Press Tab from the first thing on and return what has had the keyboard within ``root``.

    Where Tab goes round without coming back to the first thing, only what is on that
    round is returned: from there nobody comes to the rest.
    """
    first = _find_first(root)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _step in range(_MOST_STEPS):
        focus = QApplication.focusWidget()
        if focus is None or not (focus is root or root.isAncestorOf(focus)):
            return found
        if focus in found:
            # What keeps Tab for itself is left in other ways.
            return found if focus is found[-1] else found[found.index(focus) :]
        found.append(focus)
        leave(focus)
        _settle()
    return found


def _find_first(root: QWidget) -> QWidget | None:
    """Return where Tab comes in from outside; in a whole window, what stands at the top left."""
    stops, inside = list_stops(root), list_stops(root.window())
    chain, widget = [], root.window().nextInFocusChain()
    while widget is not root.window():
        chain += [widget] if widget in inside else []
        widget = widget.nextInFocusChain()
    for before, widget in zip(chain[-1:] + chain, chain, strict=False):
        if widget in stops and before not in stops:
            return widget
    places = {stop: _place(root, stop).topLeft() for stop in stops}
    return min(places, key=lambda stop: (places[stop].y(), places[stop].x()), default=None)


def leave(widget: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Press Tab; a table in which it goes from cell to cell is left as F6 leaves it."""
    if isinstance(widget, QTableView) and widget.tabKeyNavigation():
        widget.focusNextPrevChild(key == Qt.Key.Key_Tab)
    else:
        QTest.keyClick(widget, key)


def list_stops(root: QWidget) -> set[QWidget]:
    """Return everything below ``root`` that is to be reached by Tab."""
    return {widget for widget in root.findChildren(QWidget) if _is_stop(widget)}


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if not by_tab or not widget.isVisible() or not widget.isEnabled() or widget.focusProxy():
        return False
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        group = widget.group()
        chosen = group.checkedButton()
        return not group.exclusive() or chosen in {None, widget}
    # A page that scrolls, and the lists of choices and tabs, have other stops in them.
    return not (isinstance(widget, QScrollArea) and list_stops(widget))


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def tell(widget: QWidget) -> str:
    """Return a line by which a person finds a widget."""
    parent = widget.parentWidget()
    around = type(parent).__name__ if parent is not None else ""
    return f"{around}/{type(widget).__name__} {widget.objectName()!r} {name_of(widget)!r}"


def find_disorder(root: QWidget, stops: list[QWidget]) -> list[str]:
    """Return where Tab goes against the reading order: up within a column, or back in a line.

    It goes in a ring, so once it may: from the last one to the first.
    """
    found = []
    for one, other in zip(stops, [*stops[1:], *stops[:1]], strict=True):
        first, second = _place(root, one), _place(root, other)
        is_line = min(first.bottom(), second.bottom()) - max(first.top(), second.top()) > 4
        goes_back = is_line and second.right() <= first.left()
        goes_up = second.bottom() <= first.top() and second.left() < first.right()
        if goes_back or goes_up:
            found.append(f"from {tell(one)} at {first} to {tell(other)} at {second}")
    return found if len(found) > 1 else []


def _place(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def find_unmarked(stops: list[QWidget]) -> Iterator[str]:
    """Yield what looks the same with the keyboard in it and without."""
    for widget in stops:
        if not widget.isEnabled():
            continue  # by what has come from a worker meanwhile
        _scroll_to(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        _settle()
        marked = _grab(widget)
        widget.clearFocus()
        _settle()
        count = _count_marks(marked, _grab(widget))
        if count < _LEAST_MARK_PX:
            yield f"{tell(widget)}: {count} px"


def _scroll_to(widget: QWidget) -> None:
    place = widget.parentWidget()
    while place is not None and not place.isWindow():
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(widget)
        place = place.parentWidget()


def _settle() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _grab(widget: QWidget) -> QImage:
    window = widget.window()
    around = _place(window, widget).adjusted(*[-_AROUND_PX] * 2, *[_AROUND_PX] * 2)
    grabbed = window.grab(around & window.rect()).toImage()
    return grabbed.convertToFormat(QImage.Format.Format_RGB32)


def _count_marks(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return _LEAST_MARK_PX
    pixels = [memoryview(image.constBits()).cast("I") for image in (one, other)]
    pairs = Counter(pair for pair in zip(*pixels, strict=True) if pair[0] != pair[1])
    return sum(count for pair, count in pairs.items() if contrast(*map(QColor, pair)) >= 3)
