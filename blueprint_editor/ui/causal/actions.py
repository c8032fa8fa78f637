"""The one table of what can be done in the window of the causal map."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from PySide6.QtCore import SignalInstance

from blueprint_editor.canvas.causal.view import CausalView
from blueprint_editor.canvas.causal.walking import find_next_arrow
from blueprint_editor.canvas.view import KEY_STEP
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.causal import find_map
from blueprint_editor.session.causal_edits import (
    add_subjects,
    delete_from_map,
    find_causal_selection,
    find_subject,
    list_new_subjects,
    list_new_words,
    list_put,
    reverse_arrows,
    select_in_map,
    set_sign,
)

if TYPE_CHECKING:
    from blueprint_editor.model.kinds import Sign
    from blueprint_editor.session.document_session import DocumentSession

MAP_MENUS: tuple[tuple[str, str], ...] = (
    ("map", msgid("&Map")),
    ("edit", msgid("&Edit")),
    ("view", msgid("&View")),
    ("help", msgid("&Help")),
)
"""(name, message id of the title) of each menu, left to right."""


class MapTarget(Protocol):
    """The window, as far as actions need it."""

    @property
    def session(self) -> "DocumentSession": ...

    @property
    def view(self) -> CausalView: ...

    @property
    def export_asked(self) -> SignalInstance: ...

    @property
    def save_asked(self) -> SignalInstance: ...

    @property
    def guide_asked(self) -> SignalInstance: ...

    @property
    def keys_asked(self) -> SignalInstance: ...

    def show_subject(self) -> None: ...
    def save_picture(self, kind: "Literal['png', 'svg']") -> None: ...
    def close(self) -> bool: ...
    def copy(self) -> None: ...
    def paste(self) -> None: ...
    def lay_out(self) -> None: ...
    def go_to_area(self, step: int) -> None: ...


class MapAction(NamedTuple):
    """One thing that a person can do with the map; see :class:`ActionSpec` for the rest.

    One that bears the name of an action of the blueprint's is the same to a person, and has its
    keys.
    """

    name: str
    text: str
    run: Callable[[MapTarget], object]
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    word: str = ""
    is_enabled: Callable[[MapTarget], bool] = lambda _window: True
    starts_group: bool = False
    in_context: bool = False

    @property
    def submenu(self) -> str:
        """What tells it from actions of the blueprint."""
        return msgid("Causal Map")


def _has_node(window: MapTarget) -> bool:
    return find_causal_selection(window.session).node is not None


def _has_arrows(window: MapTarget) -> bool:
    return bool(find_causal_selection(window.session).arrows)


def _has_any(window: MapTarget) -> bool:
    chosen = find_causal_selection(window.session)
    return bool(chosen.nodes or chosen.arrows)


def _has_new_subjects(window: MapTarget) -> bool:
    return bool(list_new_subjects(window.session) or list_new_words(window.session))


def _is_filled(window: MapTarget) -> bool:
    return bool(window.view.plan.nodes)


def _give_sign(sign: "Sign") -> Callable[[MapTarget], object]:
    return lambda window: set_sign(window.session, sign)


def _select_all(window: MapTarget) -> None:
    select_in_map(window.session, *(node.id for node in find_map(window.session.document).nodes))


def _select_next_arrow(window: MapTarget) -> None:
    found = find_next_arrow(window.view.plan, *find_causal_selection(window.session))
    if found is not None:
        select_in_map(window.session, found)


MAP_ACTIONS: tuple[MapAction, ...] = (
    MapAction("add", msgid("&New Factor"), lambda window: window.view.add_node(), "map",
              ("Insert",), "card", msgid("Factor")),
    MapAction("effect", msgid("New &Effect"),
              lambda window: window.view.add_joined(is_cause=False), "map", ("Ctrl+Return",),
              is_enabled=_has_node, in_context=True),
    MapAction("cause", msgid("New &Cause"),
              lambda window: window.view.add_joined(is_cause=True), "map",
              ("Ctrl+Shift+Return",), is_enabled=_has_node, in_context=True),
    MapAction("connect", msgid("&Arrow…"), lambda window: window.view.connect_selection(), "map",
              ("Ctrl+L",), "connector", msgid("Arrow"), is_enabled=_has_node, in_context=True),
    MapAction("subjects", msgid("&From Selected Cards and Marks"),
              lambda window: add_subjects(window.session), "map", ("Ctrl+Shift+V",), "sample",
              msgid("From Cards"), is_enabled=_has_new_subjects,
              starts_group=True),
    MapAction("show_subject", msgid("&Show in Blueprint"),
              lambda window: window.show_subject(), "map", ("Ctrl+G",), "lane",
              msgid("Show Card"),
              is_enabled=lambda window: find_subject(window.session) is not None,
              in_context=True),
    MapAction("print_or_export", msgid("&Print or Export…"),
              lambda window: window.export_asked.emit(), "map", ("Ctrl+P", "Ctrl+E"), "export",
              msgid("Print or Export"), starts_group=True),
    MapAction("png", msgid("Save as P&icture (PNG)…"),
              lambda window: window.save_picture("png"), "map", is_enabled=_is_filled),
    MapAction("svg", msgid("Save as &Drawing (SVG)…"),
              lambda window: window.save_picture("svg"), "map", is_enabled=_is_filled),
    MapAction("save", msgid("Sa&ve"), lambda window: window.save_asked.emit(), "map", ("Ctrl+S",)),
    MapAction("close", msgid("C&lose"), lambda window: window.close(), "map", ("Ctrl+W",),
              starts_group=True),
    MapAction("undo", msgid("&Undo"), lambda window: window.session.undo(), "edit", ("Ctrl+Z",),
              "undo", msgid("Undo"),
              lambda window: window.session.history.next_undo is not None),
    MapAction("redo", msgid("&Redo"), lambda window: window.session.redo(), "edit",
              ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", msgid("Redo"),
              lambda window: window.session.history.next_redo is not None),
    MapAction("copy", msgid("&Copy"), lambda window: window.copy(), "edit", ("Ctrl+C",),
              is_enabled=_is_filled, starts_group=True, in_context=True),
    MapAction("paste", msgid("&Paste"), lambda window: window.paste(), "edit", ("Ctrl+V",)),
    MapAction("edit_text", msgid("&Edit Text"), lambda window: window.view.edit_selection(), "edit",
              ("F2",), is_enabled=_has_node, starts_group=True, in_context=True),
    MapAction("plus", msgid("&Strengthens"), _give_sign("plus"), "edit", (), "plus",
              msgid("Strengthens"), _has_arrows, starts_group=True, in_context=True),
    MapAction("minus", msgid("&Weakens"), _give_sign("minus"), "edit", (), "minus",
              msgid("Weakens"), _has_arrows, in_context=True),
    MapAction("reverse", msgid("&Turn Arrow"), lambda window: reverse_arrows(window.session),
              "edit", ("Ctrl+Shift+R",), is_enabled=_has_arrows, in_context=True),
    MapAction("delete", msgid("&Delete"), lambda window: delete_from_map(window.session), "edit",
              ("Delete", "Backspace"), "delete", msgid("Delete"), _has_any, starts_group=True,
              in_context=True),
    MapAction("select_all", msgid("Select &All"), _select_all, "edit", ("Ctrl+A",),
              is_enabled=_is_filled, starts_group=True),
    MapAction("next_arrow", msgid("&Next Arrow"), _select_next_arrow, "edit", ("Ctrl+J",),
              is_enabled=lambda window: bool(window.view.plan.arrows)),
    MapAction("zoom_in", msgid("Zoom &In"),
              lambda window: window.view.glide.to(lambda: window.view.zoom_by(KEY_STEP)), "view",
              ("Ctrl++", "Ctrl+=")),
    MapAction("zoom_out", msgid("Zoom &Out"),
              lambda window: window.view.glide.to(lambda: window.view.zoom_by(1 / KEY_STEP)),
              "view", ("Ctrl+-",)),
    MapAction("fit_page", msgid("Whole &Map"),
              lambda window: window.view.glide.to(window.view.fit_map), "view", ("Ctrl+0",),
              "fit", msgid("Whole Map"), starts_group=True),
    MapAction("lay_out", msgid("&Lay Out Anew"), lambda window: window.lay_out(),
              "view", ("Ctrl+Shift+L",), "layout", msgid("Lay Out"),
              lambda window: bool(list_put(window.session))),
    MapAction("next_area", msgid("Next Part of the Window"),
              lambda window: window.go_to_area(1), "view", ("F6",), starts_group=True),
    MapAction("previous_area", msgid("Previous Part of the Window"),
              lambda window: window.go_to_area(-1), "view", ("Shift+F6",)),
    MapAction("guide", msgid("&Guide"), lambda window: window.guide_asked.emit(), "help", ("F1",)),
    MapAction("shortcuts", msgid("&Keyboard Shortcuts"),
              lambda window: window.keys_asked.emit(), "help", ("Ctrl+F1",)),
)  # fmt: skip

MAP_TOOLBAR: tuple[str, ...] = (
    "add", "connect", "plus", "minus", "|", "subjects", "show_subject", "|", "undo", "redo", "|",
    "fit_page", "lay_out", "|", "delete",
)  # fmt: skip
