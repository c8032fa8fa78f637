"""The one table of actions; menus, toolbar, palette and the list of keys are built from it."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.arrange_actions import ARRANGE_ACTIONS
from blueprint_editor.ui.actions.clipboard_actions import CLIPBOARD_ACTIONS
from blueprint_editor.ui.actions.dock_actions import DOCK_ACTIONS
from blueprint_editor.ui.actions.edit_actions import EDIT_ACTIONS
from blueprint_editor.ui.actions.file_actions import FILE_ACTIONS
from blueprint_editor.ui.actions.filter_actions import FILTER_ACTIONS
from blueprint_editor.ui.actions.help_actions import HELP_ACTIONS
from blueprint_editor.ui.actions.insert_actions import INSERT_ACTIONS
from blueprint_editor.ui.actions.library_actions import LIBRARY_ACTIONS
from blueprint_editor.ui.actions.poster_actions import POSTER_ACTIONS
from blueprint_editor.ui.actions.spec import ActionSpec
from blueprint_editor.ui.actions.view_actions import VIEW_ACTIONS
from blueprint_editor.ui.actions.vision_actions import VISION_ACTIONS
from blueprint_editor.ui.actions.workshop_actions import WORKSHOP_ACTIONS

MENUS: tuple[tuple[str, str], ...] = (
    ("file", msgid("&File")),
    ("edit", msgid("&Edit")),
    ("view", msgid("&View")),
    ("insert", msgid("&Insert")),
    ("arrange", msgid("&Arrange")),
    ("poster", msgid("&Poster")),
    ("workshop", msgid("Wor&kshop")),
    ("help", msgid("&Help")),
)
"""(name, message id of the title) of each menu, left to right."""

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE_ACTIONS,
    *EDIT_ACTIONS,
    *CLIPBOARD_ACTIONS,
    *LIBRARY_ACTIONS,
    *VIEW_ACTIONS,
    *FILTER_ACTIONS,
    *VISION_ACTIONS,
    *DOCK_ACTIONS,
    *INSERT_ACTIONS,
    *ARRANGE_ACTIONS,
    *POSTER_ACTIONS,
    *WORKSHOP_ACTIONS,
    *HELP_ACTIONS,
)

TOOLBAR: tuple[str, ...] = (
    "open", "save", "|", "add_card", "connect", "new_step", "|", "undo", "redo", "|",
    "fit_page", "|", "show_filter", "present", "show_find",
)  # fmt: skip
"""The toolbar from the left, ``|`` for a line; the export stands alone at the right."""

CANVAS_KEYS: tuple[tuple[str, str], ...] = (
    (msgid("Go to the next card or cell"), "← ↑ → ↓"),
    (msgid("Edit the card, or begin a new one"), "Enter"),
    (msgid("Begin a card in an empty cell"), msgid("just type")),
    (msgid("While typing: next card below"), "Enter"),
    (msgid("While typing: next step"), "Tab"),
    (msgid("While typing: new line"), "Shift+Enter"),
    (msgid("Leave without a trace"), "Esc"),
    (msgid("Select nothing, then show everything"), "Esc"),
    (msgid("Select several cards"), "Shift+← ↑ → ↓"),
    (msgid("Copy cards instead of moving them"), msgid("Ctrl+drag")),
    (msgid("While connecting: choose the kind"), "Shift+Enter"),
    (msgid("Menu of what is selected"), "Shift+F10"),
    (msgid("Zoom around the pointer"), msgid("Ctrl+wheel")),
    (msgid("Move the page"), msgid("Space+drag")),
    (msgid("On the theme board: to another kind or theme"), "Alt+← ↑ → ↓"),
    (msgid("While presenting: on and back"), "→ ←"),
    (msgid("While presenting: next phase"), "Ctrl+→"),
    (msgid("While presenting: dark screen"), "B"),
    (msgid("While presenting: give a dot, take one"), "+ −"),
    (msgid("While presenting: vote by clicking"), "V"),
    (msgid("While presenting: start or pause the timer"), "T"),
    (msgid("While presenting: large timer"), "Shift+T"),
    (msgid("While presenting: timer from the start, next part, a minute more"), "R A M"),
    (msgid("While voting: give a dot, take one"), "+ −"),
)
"""(message id of what it does, keys) for what the canvas knows besides the actions."""

MAP_KEYS: tuple[tuple[str, str], ...] = (
    (msgid("On the causal map: begin a factor"), msgid("just type")),
    (msgid("On the causal map: while typing, a new effect"), "Tab"),
    (msgid("On the causal map: while typing, a new cause"), "Shift+Tab"),
    (msgid("On the causal map: sign of an arrow"), "+ −"),
    (msgid("On the causal map: move a factor"), "Alt+← ↑ → ↓"),
)
"""The same of the view of the causal map."""
