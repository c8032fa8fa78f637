"""The small menu that asks what kind a new connector shall be of."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.kinds import ConnectorKind
from blueprint_editor.ui.words import CONNECTOR_KINDS


def ask_connector_kind(
    parent: QWidget, at_px: QPoint, answer: Callable[[ConnectorKind | None], object]
) -> None:
    """Open the menu at a point of ``parent``; gives ``answer`` the kind, None if none is chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chosen: list[ConnectorKind] = []
    kinds: tuple[ConnectorKind, ...] = get_args(ConnectorKind)
    for kind in kinds:
        action = menu.addAction(_(CONNECTOR_KINDS[kind]))
        action.triggered.connect(lambda _checked=False, kind=kind: chosen.append(kind))
    menu.setActiveAction(menu.actions()[0])
    # Qt hides the menu before it triggers the action.
    menu.aboutToHide.connect(
        lambda: QTimer.singleShot(0, parent, lambda: answer(chosen[0] if chosen else None))
    )
    menu.popup(parent.mapToGlobal(at_px))
