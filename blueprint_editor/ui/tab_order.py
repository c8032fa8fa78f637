"""Lets Tab go as the eye goes: in the order of the layouts, whatever was made first."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QWidget


def follow_layout(root: QWidget) -> None:
    """Put what is in a widget's layouts, and what they hold, into the order of reading."""
    for before, after in pairwise(list_stops(root)):
        QWidget.setTabOrder(before, after)


def list_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab is to reach in a widget, shown or not, in the order of reading."""
    layout = widget.layout()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if layout is not None:
        yield from _list_in(layout)
    else:
        for part in _list_parts(widget):
            yield from list_stops(part)


def _list_parts(widget: QWidget) -> list[QWidget]:
    """Return what a widget without a layout has placed by itself, in the order of reading."""
    parts: list[QWidget | None] = []
    if isinstance(widget, QSplitter):
        parts = [widget.widget(place) for place in range(widget.count())]
    elif isinstance(widget, QTabWidget):
        parts = [widget.tabBar(), widget.currentWidget()]
    elif isinstance(widget, QScrollArea):
        parts = [widget.widget()]
    elif widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        parts = [child for child in widget.children() if isinstance(child, QWidget)]
        return sorted(filter(None, parts), key=lambda part: (part.y(), part.x()))
    return [part for part in parts if part is not None]


def _list_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _list_in(inner)
        elif widget is not None:
            yield from list_stops(widget)
