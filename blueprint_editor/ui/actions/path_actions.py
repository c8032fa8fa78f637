"""Actions on the paths of a blueprint: side by side, merge, split, one from another file."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec

_PATHS = msgid("Paths")

PATH_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "side_by_side",
        msgid("Two Paths &Side by Side…"),
        lambda desk: desk.paths.show_side_by_side(),
        "arrange",
        is_enabled=lambda desk: desk.paths.has_pair,
        starts_group=True,
        submenu=_PATHS,
    ),
    ActionSpec(
        "merge_paths",
        msgid("&Merge Two Paths…"),
        lambda desk: desk.paths.show_merge(),
        "arrange",
        is_enabled=lambda desk: desk.paths.has_two,
        submenu=_PATHS,
    ),
    ActionSpec(
        "split_merged",
        msgid("S&plit What Was Merged"),
        lambda desk: desk.paths.split(),
        "arrange",
        is_enabled=lambda desk: desk.paths.may_have_merged,
        submenu=_PATHS,
    ),
    ActionSpec(
        "import_path",
        msgid("Path &From a File…"),
        lambda desk: desk.paths.ask_for_path(),
        "arrange",
        submenu=_PATHS,
    ),
)
