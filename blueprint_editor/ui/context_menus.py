"""The menus that the right button or the menu key opens, built from the table of actions."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from blueprint_editor.session.current import Context
from blueprint_editor.ui.actions import ACTIONS
from blueprint_editor.ui.menus import add_action


def open_context_menu(
    parent: QWidget, actions: Mapping[str, QAction], context: Context, at: QPoint
) -> None:
    """Open the menu of what makes sense in a context, at a point of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    submenus: dict[str, QMenu] = {}
    last = ""
    for spec in ACTIONS:
        if context not in spec.contexts or not actions[spec.name].isEnabled():
            continue
        if last and spec.menu != last:
            menu.addSeparator()
        last = spec.menu
        add_action(menu, spec, actions[spec.name], submenus)
    if not menu.isEmpty():
        menu.popup(at)
