"""The menu that offers a catalogue of services under different headings."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from blueprint_editor.language.texts import _, msgid

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_editor.sheets.prints.catalogue import Grouping

_GROUPINGS: "tuple[tuple[Grouping, str], ...]" = (
    ("kind", msgid("By Kind…")),
    ("sector", msgid("By Sector…")),
    ("area", msgid("By Area…")),
)


def add_catalogues(menu: QMenu, ask: "Callable[[Grouping], object]") -> None:
    """Add the submenu; ``ask`` is told what the headings are to be."""
    below = menu.addMenu(_("Catalogue of What Is Listed"))
    for grouping, text in _GROUPINGS:
        below.addAction(_(text), partial(ask, grouping))
