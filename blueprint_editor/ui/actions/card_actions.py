"""Actions that make several cards of one, one of several, or notes of them again."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.current import Context
from blueprint_editor.session.edits import join_cards, split_card, take_cards_back
from blueprint_editor.ui.actions.spec import (
    ActionSpec,
    has_cards_selected,
    has_one_card_selected,
    has_several_cards_selected,
)

_HERE: frozenset[Context] = frozenset({"card"})

CARD_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "split_card",
        msgid("Split Card at Its Lines"),
        lambda desk: split_card(desk.session),
        "arrange",
        is_enabled=has_one_card_selected,
        starts_group=True,
        contexts=_HERE,
    ),
    ActionSpec(
        "join_cards",
        msgid("Join Cards into One"),
        lambda desk: join_cards(desk.session),
        "arrange",
        is_enabled=has_several_cards_selected,
        contexts=_HERE,
    ),
    ActionSpec(
        "take_cards_back",
        msgid("Back to Notes"),
        lambda desk: take_cards_back(desk.session),
        "arrange",
        is_enabled=has_cards_selected,
        contexts=_HERE,
    ),
)
