"""Why an action cannot be done now: one short sentence that says what would help."""

from blueprint_editor.language.texts import _
from blueprint_editor.session.current import Context
from blueprint_editor.ui.actions.spec import (
    ActionSpec,
    has_cards_selected,
    has_cursor,
    has_one_card_selected,
    has_selection,
)


def tell_reason(spec: ActionSpec) -> str:
    """Return what has to be there first; empty where nothing simple can be said."""
    if spec.needs_context:
        return _tell_context(spec.contexts)
    if spec.is_enabled is has_cards_selected:
        return _("Select a card first")
    if spec.is_enabled is has_one_card_selected:
        return _("Select one card first")
    if spec.is_enabled in {has_selection, has_cursor}:
        return _("Select something first")
    match spec.name:
        case "undo":
            return _("Nothing has been done yet")
        case "redo":
            return _("Nothing has been undone")
        case "side_by_side" | "merge_paths":
            return _("The document needs two paths first")
        case "split_merged":
            return _("No card was merged of others")
        case _:
            return _("Not possible right now")


def _tell_context(contexts: frozenset[Context]) -> str:
    names: dict[Context, str] = {
        "card": _("a card"),
        "cell": _("a cell"),
        "connector": _("a connector"),
        "mark": _("a mark"),
        "lane": _("a lane"),
        "phase": _("a phase"),
        "step": _("a step"),
        "band": _("a responsibility band"),
    }
    wanted = [name for context, name in names.items() if context in contexts]
    return _("Select first: {things}").format(things=" / ".join(wanted))
