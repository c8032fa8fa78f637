"""Lets Tab go as the eye goes: in the order of the layouts, whatever was made first."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QWidget


def follow_layout(root: QWidget) -> None:
    """Put what is in a widget's layouts and splitters into their order."""
    for before, after in pairwise(_list_stops(root)):
        QWidget.setTabOrder(before, after)


def _list_stops(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if layout is not None:
        yield from _list_in(layout)
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            if (part := widget.widget(place)) is not None:
                yield from _list_stops(part)


def _list_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _list_in(inner)
        elif widget is not None:
            yield from _list_stops(widget)
