"""Actions that give votes to cards and marks, and take them away."""

from functools import partial

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.current import Context
from blueprint_editor.ui.actions.spec import ActionSpec, Desk

_SUBMENU = msgid("&Votes")
_VOTED: frozenset[Context] = frozenset({"card", "mark"})


def _vote(by: int, desk: Desk) -> None:
    if (current := desk.session.selection.current) is not None:
        desk.canvas.voting.cast(current, by)


VOTING_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "voting",
        msgid("Vote by &Clicking"),
        lambda desk: desk.canvas.voting.turn(is_on=not desk.canvas.voting.is_on),
        "workshop",
        is_checked=lambda desk: desk.canvas.voting.is_on,
        starts_group=True,
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "add_vote",
        msgid("&Add a Vote"),
        partial(_vote, 1),
        "workshop",
        ("F7",),
        contexts=_VOTED,
        needs_context=True,
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "take_vote",
        msgid("&Take a Vote Away"),
        partial(_vote, -1),
        "workshop",
        ("Shift+F7",),
        contexts=_VOTED,
        needs_context=True,
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "clear_votes",
        msgid("Clear All &Votes"),
        lambda desk: desk.votes.clear(),
        "workshop",
        submenu=_SUBMENU,
    ),
)
