"""Why an action cannot be done now: one short sentence that says what would help."""

from collections.abc import Mapping
from types import MappingProxyType

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.session.current import Context
from blueprint_editor.ui.actions.spec import (
    ActionSpec,
    has_cards_selected,
    has_cursor,
    has_one_card_selected,
    has_selection,
    has_several_cards_selected,
)


def tell_reason(spec: ActionSpec) -> str:
    """Return what has to be there first; empty where nothing simple can be said."""
    if spec.needs_context:
        return _tell_context(spec.contexts)
    if spec.is_enabled is has_cards_selected:
        return _("Select a card first")
    if spec.is_enabled is has_one_card_selected:
        return _("Select one card first")
    if spec.is_enabled is has_several_cards_selected:
        return _("Select several cards first")
    if spec.is_enabled in {has_selection, has_cursor}:
        return _("Select something first")
    return _(_REASONS.get(spec.name, msgid("Not possible right now")))


_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "undo": msgid("Nothing has been done yet"),
        "redo": msgid("Nothing has been undone"),
        "side_by_side": msgid("The document needs two paths first"),
        "merge_paths": msgid("The document needs two paths first"),
        "split_merged": msgid("No card was merged of others"),
        "add_to_library": msgid("Select a card or an actor first"),
        "update_from_library": msgid("Nothing here was made from the library"),
        "base": msgid("The document was not made from another"),
    }
)
"""Name of an action → what is missing."""


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
