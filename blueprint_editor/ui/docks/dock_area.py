"""Puts the docks of the table beside the canvas; a panel is made when it is first shown."""

from typing import Final

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.docks.table import DOCKS, DockSpec, DockSurroundings

_SIDES: Final = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_LAYOUT_VERSION = 1


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
        for spec in DOCKS:
            self._docks[spec.name] = self._add(spec)

    def _add(self, spec: DockSpec) -> QDockWidget:
        dock = QDockWidget(_(spec.title), self._window)
        dock.setObjectName(spec.name)
        self._window.addDockWidget(_SIDES[spec.side], dock)
        dock.hide()
        dock.visibilityChanged.connect(lambda is_visible: self._take_visibility(spec, is_visible))
        return dock

    def _take_visibility(self, spec: DockSpec, is_visible: bool) -> None:
        dock = self._docks[spec.name]
        if is_visible and dock.widget() is None:
            dock.setWidget(spec.make(self._surroundings))
        self.shown_changed.emit()

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
        if dock.widget() is None:
            dock.setWidget(spec.make(self._surroundings))
        dock.show()
        dock.raise_()

    def toggle(self, name: str) -> None:
        """Show a dock with the keyboard in it; hide it if it has the keyboard already."""
        dock = self._docks[name]
        focus = self._window.focusWidget()
        if not dock.isHidden() and focus is not None and dock.isAncestorOf(focus):
            dock.hide()
            self._surroundings.canvas.setFocus()
        else:
            self.show(name)
            dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_layout(self) -> str:
        """Return which docks are shown, where and how large, as text for the settings."""
        return bytes(self._window.saveState(_LAYOUT_VERSION).toBase64().data()).decode()

    def restore_layout(self, layout: str) -> None:
        """Bring back what :meth:`save_layout` kept; anything else is ignored."""
        self._window.restoreState(QByteArray.fromBase64(layout.encode()), _LAYOUT_VERSION)
