"""The menus, built from the table of actions."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from blueprint_editor.language.texts import LANGUAGE_NAMES, _, current_language
from blueprint_editor.model.naming import name_variant
from blueprint_editor.session.filters import find_path, show_path
from blueprint_editor.ui.actions import ACTIONS, MENUS, ActionSpec
from blueprint_editor.ui.shell import Entry, Shell

if TYPE_CHECKING:
    from blueprint_editor.ui.main_window import MainWindow


def fill_menu_bar(window: "MainWindow", actions: Mapping[str, QAction], shell: Shell) -> QMenu:
    """Build all menus; return the one of all windows, which only several windows need."""
    bar = window.menuBar()
    windows: QMenu | None = None
    for name, title in MENUS:
        if name == "help":
            windows = _add_windows(bar, shell)
        menu = bar.addMenu(_(title))
        submenus: dict[str, QMenu] = {}
        for spec in ACTIONS:
            if spec.menu != name:
                continue
            add_action(menu, spec, actions[spec.name], submenus)
            if spec.name == "filter_next_path":
                _add_paths(submenus[spec.submenu], window)
            if spec.name in {"new", "open"}:
                _add_file_lists(menu, spec.name, window, shell)
        if name == "view":
            menu.addSeparator()
            _add_languages(menu.addMenu(_("&Language")), shell.preferences.choose_language)
    assert windows is not None  # noqa: S101 - the table has a help menu
    return windows


def _add_paths(menu: QMenu, window: "MainWindow") -> None:
    """Add the list of paths, each to be shown alone."""
    paths = menu.addMenu(_("One &Path"))

    def fill() -> None:
        paths.clear()
        session = window.canvas.session
        group, current = QActionGroup(paths), find_path(session)
        named = [(variant.id, name_variant(variant)) for variant in session.document.variants]
        for path, name in ((None, _("All Paths")), *named):
            action = paths.addAction(_no_mnemonic(name))
            action.setCheckable(True)
            action.setChecked(path == current)
            action.triggered.connect(lambda _checked=False, path=path: show_path(session, path))
            group.addAction(action)

    paths.aboutToShow.connect(fill)


def add_action(menu: QMenu, spec: ActionSpec, action: QAction, submenus: dict[str, QMenu]) -> None:
    """Add an action at the end of a menu, or to its submenu; ``submenus`` are those made so far."""
    is_first = bool(spec.submenu) and spec.submenu not in submenus
    holder = menu if is_first else submenus.get(spec.submenu, menu)
    if spec.starts_group and not holder.isEmpty():
        holder.addSeparator()
    if is_first:
        holder = submenus[spec.submenu] = menu.addMenu(_(spec.submenu))
    holder.addAction(action)


def _add_file_lists(menu: QMenu, name: str, window: "MainWindow", shell: Shell) -> None:
    """Add the lists of files that stand below the actions ``new`` and ``open``."""

    def open_recent(path: Path) -> None:
        shell.open_files([path], window)

    def open_sample(path: Path) -> None:
        shell.open_sample(path, window)

    def open_template(path: Path) -> None:
        shell.open_template(path, window)

    if name == "new":
        list_templates = partial(shell.offers.list_templates, current_language())
        _add_file_list(menu, _("New from &Template"), list_templates, open_template)
    else:
        _add_file_list(menu, _("Open &Recent"), shell.offers.list_recent, open_recent)
        _add_file_list(menu, _("Open Sa&mple"), shell.offers.list_samples, open_sample)


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
        for text, path, _detail in list_entries():
            action = files.addAction(_no_mnemonic(text))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: open_path(path))
        if files.isEmpty():
            files.addAction(_("No files yet")).setEnabled(False)

    files.aboutToShow.connect(fill)


def _no_mnemonic(text: str) -> str:
    return text.replace("&", "&&")


def _add_windows(bar: QMenuBar, shell: Shell) -> QMenu:
    menu = bar.addMenu(_("&Window"))
    menu.menuAction().setVisible(False)

    def fill() -> None:
        menu.clear()
        for window in shell.list_windows():
            action = menu.addAction(_no_mnemonic(window.files.document_name))
            action.setCheckable(True)
            action.setChecked(window.isActiveWindow())
            action.triggered.connect(lambda _checked=False, window=window: window.come_forward())

    menu.aboutToShow.connect(fill)
    return menu


def _add_languages(menu: QMenu, choose: Callable[[str], object]) -> None:
    group = QActionGroup(menu)
    for tag, name in LANGUAGE_NAMES.items():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(tag == current_language())
        action.triggered.connect(lambda _checked=False, tag=tag: choose(tag))
        group.addAction(action)
