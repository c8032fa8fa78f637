"""The window of the causal map: a view of the document with a toolbar and menus of its own."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QColor, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.causal.telling import tell_map, tell_selection
from blueprint_editor.canvas.causal.view import CausalView
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.session.causal_edits import find_causal_selection, find_subject, lay_out_anew
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.actions import plain_text, set_action_keys
from blueprint_editor.ui.actions.keys import find_keys
from blueprint_editor.ui.areas import enter
from blueprint_editor.ui.causal.actions import MAP_ACTIONS, MAP_MENUS, MAP_TOOLBAR, MapTarget
from blueprint_editor.ui.causal.clipboard import copy_map, paste_on_map
from blueprint_editor.ui.causal.lists import MapLists
from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen
from blueprint_editor.ui.icons import make_icon
from blueprint_editor.ui.inspector.panel import InspectorPanel
from blueprint_editor.ui.look import find_colours, is_dark, make_own_rules, make_style_sheet
from blueprint_editor.ui.menu_key import answer_menu_key
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.preferences_desk import PreferencesDesk
from blueprint_editor.ui.sentences import tell_refusal
from blueprint_editor.ui.toolbar import WindowToolBar

_SIZE_PX = (1280, 820)
_SIDE_PX = 340
_RULES = """
QLabel#heading {{ color: {text}; font-weight: 600; }}
QLabel#quiet {{ color: {quiet}; }}
QTreeView, QListView {{ background: {surface}; color: {text}; border: 1px solid {edge}; }}
QListView::item {{ padding: 3px 4px; border: 1px solid transparent; }}
QListView::item:hover {{ background: {hover}; }}
QListView::item:selected {{ background: {selected}; color: {text}; }}
QListView::item:focus {{ border-color: {focus}; }}
"""


class CausalWindow(QMainWindow):
    """Stands beside the window of the blueprint; both show what the other one changes.

    Signals:
        subject_asked: a card or mark is to be shown in the blueprint; carries its id.
        export_asked: the map is to be printed or exported.
        picture_asked: a picture of it is to be written; carries ``png`` or ``svg``.
        save_asked: the document is to be saved.
        guide_asked, keys_asked: the guide is to be shown, or the keys.
    """

    subject_asked = Signal(str)
    export_asked = Signal()
    picture_asked = Signal(str)
    save_asked = Signal()
    guide_asked = Signal()
    keys_asked = Signal()

    def __init__(
        self,
        session: DocumentSession,
        library: FontLibrary,
        pictures: PictureDesk,
        preferences: PreferencesDesk,
    ) -> None:
        super().__init__()
        self.session = session
        self._library = library
        self._preferences = preferences
        self._is_dark = False
        self._is_new = True
        self.view = CausalView(session, library)
        self.lists = MapLists(self.view)
        self.inspector = InspectorPanel(session, pictures)
        self.map_actions = {spec.name: QAction(_(spec.text), self) for spec in MAP_ACTIONS}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._assemble()
        self._fill_menus()
        self._connect()
        self._take_theme()
        self._refresh()
        resize_within_screen(self, *_SIZE_PX)
        self.view.setFocus()

    def _assemble(self) -> None:
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.lists)
        side.addWidget(self.inspector)
        side.setStretchFactor(0, 3)
        side.setStretchFactor(1, 2)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self.view)
        whole.addWidget(side)
        whole.setStretchFactor(0, 1)
        whole.setCollapsible(0, False)
        whole.setSizes([_SIZE_PX[0] - _SIDE_PX, _SIDE_PX])
        self.setCentralWidget(whole)
        self.statusBar().setSizeGripEnabled(False)

    def _fill_menus(self) -> None:
        menus = {name: self.menuBar().addMenu(_(title)) for name, title in MAP_MENUS}
        for spec in MAP_ACTIONS:
            action, menu = self.map_actions[spec.name], menus[spec.menu]
            action.triggered.connect(partial(self._run, spec.run))
            if spec.word:
                action.setIconText(_(spec.word))
            if spec.starts_group:
                menu.addSeparator()
            menu.addAction(action)
        self._set_keys()
        self.addToolBar(WindowToolBar(self.map_actions, self, MAP_TOOLBAR, "print_or_export"))
        answer_menu_key(self)

    def _set_keys(self) -> None:
        """Give the actions the keys that the person wants."""
        for spec in MAP_ACTIONS:
            keys = find_keys(spec, self._preferences.current)
            set_action_keys(self.map_actions[spec.name], keys, plain_text(spec.text))

    def _connect(self) -> None:
        session = self.session
        for signal in (session.changed, session.selection_changed, session.saved_state_changed):
            signal.connect(self._refresh)
        session.refused.connect(self._tell)
        self._preferences.changed.connect(self._set_keys)
        self.view.hinted.connect(self._tell)
        self.view.menu_asked.connect(self._open_menu)
        self.lists.edit_asked.connect(self._edit)

    def _run(self, run: Callable[[MapTarget], object]) -> None:
        self.view.finish()
        run(self)

    def _edit(self) -> None:
        self.activateWindow()
        self.view.setFocus()
        self.view.edit_selection()

    def _refresh(self) -> None:
        title = self.session.document.title or _("Untitled")
        name = _("Causal Map")
        self.setWindowTitle(f"{title}[*] – {name}")
        self.setWindowModified(self.session.is_modified)
        for spec in MAP_ACTIONS:
            self.map_actions[spec.name].setEnabled(spec.is_enabled(self))
        history = self.session.history
        for name, entry in (("undo", history.next_undo), ("redo", history.next_redo)):
            word = _("&Undo") if name == "undo" else _("&Redo")
            self.map_actions[name].setText(f"{word} {_(entry.name)}" if entry else word)
            self.map_actions[name].setIconText(word.replace("&", ""))
        self._tell_state()

    def _tell_state(self) -> None:
        chosen = find_causal_selection(self.session)
        # Of the document and its cards the other window tells.
        self.inspector.setVisible(any(chosen))
        told = tell_selection(self.view.plan, chosen) if any(chosen) else tell_map(self.view.plan)
        self.statusBar().showMessage(told)

    def _tell(self, hint: str | CommandRefusedError) -> None:
        """Tell what a gesture would do, or why something was not done."""
        text = tell_refusal(hint) if isinstance(hint, CommandRefusedError) else hint
        if text:
            self.statusBar().showMessage(text)
            announce(self.view, text)
        else:
            self._tell_state()

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        specs = [spec for spec in MAP_ACTIONS if spec.in_context and spec.is_enabled(self)]
        if not specs:
            specs = [spec for spec in MAP_ACTIONS if spec.name in {"add", "subjects", "fit_page"}]
        for spec in specs:
            menu.addAction(self.map_actions[spec.name])
        menu.popup(at)

    # --- what the table's actions ask of the window

    def show_subject(self) -> None:
        """Show the card or mark of the current node in the blueprint."""
        subject = find_subject(self.session)
        if subject is not None:
            self.subject_asked.emit(subject)

    def save_picture(self, kind: Literal["png", "svg"]) -> None:
        """Write the map as a picture."""
        self.picture_asked.emit(kind)

    def copy(self) -> None:
        """Copy what is selected as words, and the map as a picture."""
        copy_map(self.view, self._library)

    def paste(self) -> None:
        """Make a factor of each line on the clipboard."""
        paste_on_map(self.view)

    def lay_out(self) -> None:
        """Let all nodes find their places, and show all of them."""
        lay_out_anew(self.session)
        self.view.glide.to(self.view.fit_map)

    def reveal_selection(self) -> None:
        """Bring the current node into view."""
        node = find_causal_selection(self.session).node
        if node in self.view.plan.nodes:
            self.view.reveal(to_rect(self.view.plan.nodes[node].box))

    def go_to_area(self, step: int) -> None:
        """Put the keyboard into the next part of the window, or the one before (``step`` -1)."""
        all_areas: tuple[QWidget, ...] = (self.view, self.lists, self.inspector)
        areas = [area for area in all_areas if area.isVisible()]
        focus = self.focusWidget()
        here = [n for n, area in enumerate(areas) if focus is not None and
                (area is focus or area.isAncestorOf(focus))]  # fmt: skip
        enter(areas[((here[0] if here else -1) + step) % len(areas)])

    # --- the window itself

    def _take_theme(self) -> None:
        self._is_dark = is_dark()
        colours = find_colours(dark=self._is_dark)
        rules = make_style_sheet(colours) + make_own_rules(colours)
        self.setStyleSheet(rules + _RULES.format(**colours))
        for spec in MAP_ACTIONS:
            if spec.icon:
                use = "primary_text" if spec.name == "print_or_export" else "text"
                self.map_actions[spec.name].setIcon(make_icon(spec.icon, QColor(colours[use])))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            # What is typed counts for whoever saves or closes in another window.
            self.view.editing.commit()
        if event.type() == QEvent.Type.PaletteChange and is_dark() != self._is_dark:
            self._take_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_new:
            self._is_new = False
            self.view.fit_map()
            QTimer.singleShot(0, self, self.view.fit_map)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.view.finish()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """Stand before all other windows, with the keyboard."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
