"""Puts the docks of the table beside the canvas; a panel is made when it is first seen."""

from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.areas import enter
from blueprint_editor.ui.docks.table import DOCKS, DockSpec, DockSurroundings

_SIDES: Final = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_LAYOUT_VERSION = 1
_FIRST_LETTERS, _FIRST_SHARE = 53, 0.26
"""A dock begins as wide as so many letters, within a share of the window."""
_LEAST_HEIGHT_PX, _BOTTOM_SHARE = 200, 0.3
"""A dock below the canvas begins as high, so that the canvas keeps most of a small window."""
_PLACE_PX: Final = 280
_LEAST_WINDOW_PX: Final = 1180
"""A narrower window begins with the poster alone."""


class _Place(QWidget):
    """Stands where a panel will be, until the window has been painted for the first time."""

    painted = Signal()

    def sizeHint(self) -> QSize:
        return QSize(_PLACE_PX, _PLACE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.painted.emit()


class DockArea(QObject):
    """The docks of one window.

    Signals:
        shown_changed: a dock was shown or hidden.
    """

    shown_changed = Signal()

    def __init__(self, window: QMainWindow, surroundings: DockSurroundings) -> None:
        super().__init__(window)
        self._window = window
        self._surroundings = surroundings
        self._docks: dict[str, QDockWidget] = {}
        tabs = QTabWidget.TabPosition.North
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, tabs)
        first: dict[str, QDockWidget] = {}
        for spec in DOCKS:
            dock = self._docks[spec.name] = self._add(spec)
            beside = first.setdefault(spec.side, dock)
            if beside is not dock:
                window.tabifyDockWidget(beside, dock)

    def _add(self, spec: DockSpec) -> QDockWidget:
        dock = QDockWidget(_(spec.title), self._window)
        dock.setObjectName(spec.name)
        self._window.addDockWidget(_SIDES[spec.side], dock)
        place = _Place()
        # After the paint, not within it.
        place.painted.connect(lambda: QTimer.singleShot(0, self, lambda: self._fill(spec)))
        dock.setWidget(place)
        dock.hide()
        dock.visibilityChanged.connect(lambda _is_visible: self.shown_changed.emit())
        return dock

    def _fill(self, spec: DockSpec) -> None:
        """Make the panel of a dock, unless it is there."""
        dock = self._docks[spec.name]
        place = dock.widget()
        if isinstance(place, _Place):
            dock.setWidget(spec.make(self._surroundings))
            place.deleteLater()

    def panel(self, name: str) -> QWidget:
        """Show a dock and return its panel."""
        self.show(name)
        return self._docks[name].widget()

    def is_shown(self, name: str) -> bool:
        return not self._docks[name].isHidden()

    def show(self, name: str) -> None:
        """Show a dock in front of those it shares its place with."""
        dock = self._docks[name]
        spec = next(spec for spec in DOCKS if spec.name == name)
        self._fill(spec)
        is_new = dock.isHidden() and spec.side == "bottom" and not self._has_bottom()
        dock.show()
        dock.raise_()
        if is_new:
            height = max(_LEAST_HEIGHT_PX, round(_BOTTOM_SHARE * self._window.height()))
            self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def _has_bottom(self) -> bool:
        """Tell whether something stands below the canvas already."""
        side = Qt.DockWidgetArea.BottomDockWidgetArea
        docks = [dock for dock in self._docks.values() if not dock.isHidden()]
        return any(self._window.dockWidgetArea(dock) == side for dock in docks)

    def toggle(self, name: str) -> None:
        """Show a dock with the keyboard in it; hide it if it has the keyboard already."""
        dock = self._docks[name]
        focus = self._window.focusWidget()
        if not dock.isHidden() and focus is not None and dock.isAncestorOf(focus):
            dock.hide()
            self._surroundings.canvas.setFocus()
        else:
            self.enter(name)

    def enter(self, name: str) -> None:
        """Show a dock with the keyboard in it."""
        self.show(name)
        enter(self._docks[name])

    def save_layout(self) -> str:
        """Return which docks are shown, where and how large, as text for the settings."""
        return bytes(self._window.saveState(_LAYOUT_VERSION).toBase64().data()).decode()

    def restore_layout(self, layout: str) -> None:
        """Bring back what :meth:`save_layout` kept; without that, show what one begins with."""
        state = QByteArray.fromBase64(layout.encode())
        if state.isEmpty() or not self._window.restoreState(state, _LAYOUT_VERSION):
            self._show_first()

    def _show_first(self) -> None:
        if self._window.width() < _LEAST_WINDOW_PX:
            return
        docks = [self._docks[spec.name] for spec in DOCKS if spec.is_first]
        for dock in docks:
            dock.show()
        letters = _FIRST_LETTERS * self._window.fontMetrics().averageCharWidth()
        widths = [min(letters, round(_FIRST_SHARE * self._window.width()))] * len(docks)
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
