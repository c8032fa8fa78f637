"""Lets Tab go as the eye goes: in the order of the layouts, whatever was made first."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QWidget


def follow_layout(root: QWidget) -> None:
    """Put what is in a widget's layouts, and what they hold, into the order of reading.

    What hands the keyboard on to a part of its own goes right before that part: wherever else Qt
    comes to it, Tab would leap there. Qt (6.11) puts it before its first child whenever it is told
    whom to hand on to, so it is that child that is moved.
    """
    givers = list(_list_givers(root))
    before: defaultdict[QWidget, list[QWidget]] = defaultdict(list)
    for giver, _taker in givers:
        before[_find_taker(giver)].append(_find_first(giver))
    places = ((*before[stop], stop) for stop in list_stops(root))
    order = list(dict.fromkeys(chain.from_iterable(places)))
    for giver, _taker in givers:
        # PySide's stubs (6.11) do not know that None takes it away.
        giver.setFocusProxy(None)  # type: ignore[arg-type]
    # What Tab passes by could not be moved.
    policies = [(one, one.focusPolicy()) for one in order]
    for one, _policy in policies:
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for one, other in pairwise(order):
        QWidget.setTabOrder(one, other)
    for one, policy in policies:
        one.setFocusPolicy(policy)
    for giver, taker in givers:
        giver.setFocusProxy(taker)


def _list_givers(root: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield what hands the keyboard on to a part of its own, the outer ones first, and to which."""
    for widget in (root, *root.findChildren(QWidget)):
        taker = widget.focusProxy()
        if taker is not None and widget.isAncestorOf(taker):
            yield widget, taker


def _find_first(giver: QWidget) -> QWidget:
    return next(child for child in giver.children() if isinstance(child, QWidget))


def _find_taker(widget: QWidget) -> QWidget:
    while (taker := widget.focusProxy()) is not None:
        widget = taker
    return widget


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
