"""The areas of a window, walked by one key: bars, docks, canvas and status bar."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QWidget

from blueprint_editor.ui.tab_order import list_stops

_SIDES: Final = Qt.DockWidgetArea
_LATER: Final = (_SIDES.RightDockWidgetArea, _SIDES.TopDockWidgetArea, _SIDES.BottomDockWidgetArea)


def go_to_area(window: QMainWindow, middle: tuple[QWidget, ...], step: int) -> None:
    """Put the keyboard into the next area (``step`` 1) or the one before (-1).

    ``middle``: what stands in the middle of the window, from the top; the last is the canvas, which
    takes all other keys, Tab too, so that this one leads out of it.
    """
    areas = [area for area in _list_areas(window, middle) if _list_stops(area)]
    focus = window.focusWidget()
    here = [place for place, area in enumerate(areas) if focus and _holds(area, focus)]
    start = here[0] if here else -1
    enter(areas[(start + step) % len(areas)])


def enter(area: QWidget) -> None:
    """Put the keyboard where it last was in an area, else where its panel wants it."""
    stops, last = _list_stops(area), area.focusWidget()
    panel = area.widget() if isinstance(area, QDockWidget) else None
    wanted = panel.focusProxy() if panel is not None else None
    stop = next((each for each in (last, wanted, *stops) if each in stops), area)
    if area.isWindow():
        area.activateWindow()
    stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _list_areas(window: QMainWindow, middle: tuple[QWidget, ...]) -> list[QWidget]:
    docks = [dock for dock in window.findChildren(QDockWidget) if not _is_away(dock)]
    sides = {dock: window.dockWidgetArea(dock) for dock in docks}
    docks.sort(key=lambda dock: _LATER.index(sides[dock]) if sides[dock] in _LATER else -1)
    later = [dock for dock in docks if sides[dock] in _LATER]
    left = [dock for dock in docks if dock not in later]
    *bars, canvas = middle
    return [*window.findChildren(QToolBar), *bars, *left, canvas, *later, window.statusBar()]


def _is_away(dock: QDockWidget) -> bool:
    """Tell whether a dock is hidden, or stands behind another one."""
    return dock.isHidden() or dock.visibleRegion().isEmpty()


def _holds(area: QWidget, widget: QWidget) -> bool:
    return area is widget or area.isAncestorOf(widget)


def _list_stops(area: QWidget) -> list[QWidget]:
    """Return what can be reached by Tab in an area, in that order."""
    # Not by Qt's chain of focus: whatever is asked for what follows it there becomes its parent
    # for PySide, and when it goes, all menus of the window are taken for gone.
    return [stop for stop in list_stops(area) if stop.isVisible() and stop.isEnabled()]
