"""Menus and toolbar, built from the table of actions."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.ui.actions import ACTIONS, MENUS, TOOLBAR

PRIMARY = "export_pdf"
"""The action whose button stands out, alone at the right."""
_LANGUAGES = (("fi", "Suomi"), ("sv", "Svenska"), ("en", "English"))
_ICON_PX = 22

Entry: TypeAlias = tuple[str, Path]
"""What a line of a menu says, and the file that it opens."""


class Submenus(NamedTuple):
    """What the menus hold besides the actions; lists are asked for when a menu opens."""

    recent: Callable[[], Sequence[Entry]]
    samples: Callable[[], Sequence[Entry]]
    open_recent: Callable[[Path], None]
    open_sample: Callable[[Path], None]
    choose_language: Callable[[str], object]


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction], submenus: Submenus) -> None:
    """Build all menus."""
    for name, title in MENUS:
        menu = bar.addMenu(_(title))
        for spec in ACTIONS:
            if spec.menu != name:
                continue
            if spec.starts_group and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(actions[spec.name])
            if spec.name == "open":
                _add_file_list(menu, _("Open &Recent"), submenus.recent, submenus.open_recent)
                _add_file_list(menu, _("Open Sa&mple"), submenus.samples, submenus.open_sample)
        if name == "view":
            menu.addSeparator()
            _add_languages(menu.addMenu(_("&Language")), submenus.choose_language)


def _add_file_list(
    menu: QMenu,
    title: str,
    list_entries: Callable[[], Sequence[Entry]],
    open_path: Callable[[Path], None],
) -> None:
    files = menu.addMenu(title)
    files.setToolTipsVisible(True)

    def fill() -> None:
        files.clear()
        for text, path in list_entries():
            action = files.addAction(text)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: open_path(path))
        if files.isEmpty():
            files.addAction(_("No files yet")).setEnabled(False)

    files.aboutToShow.connect(fill)


def _add_languages(menu: QMenu, choose: Callable[[str], object]) -> None:
    group = QActionGroup(menu)
    for tag, name in _LANGUAGES:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(tag == current_language())
        action.triggered.connect(lambda _checked=False, tag=tag: choose(tag))
        group.addAction(action)


def make_toolbar(actions: Mapping[str, QAction], parent: QWidget) -> QToolBar:
    """Return the toolbar: icons with a word, the primary action at the right."""
    bar = QToolBar(_("Toolbar"), parent)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(_ICON_PX, _ICON_PX))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in TOOLBAR:
        if name == "|":
            bar.addSeparator()
        else:
            bar.addAction(actions[name])
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    primary = QToolButton()
    primary.setObjectName("primary")
    primary.setDefaultAction(actions[PRIMARY])
    primary.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    bar.addWidget(primary)
    return bar
