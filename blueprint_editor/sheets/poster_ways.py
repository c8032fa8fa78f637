"""Where connectors lead that leave a poster or a row of it, told on the cards at their ends."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from blueprint_editor.language.terms import PrintWords
from blueprint_editor.layout.card import Way
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Connector

NO_WAYS: Mapping[str, tuple[Way, ...]] = MappingProxyType({})


def find_ways(here: DerivedFacts, words: PrintWords) -> Mapping[str, tuple[Way, ...]]:
    """Return card id → references to the cards of other posters that it is connected with.

    ``here`` are the facts of a part; without a whole there are no references.
    """
    whole = here.whole
    if whole is None:
        return NO_WAYS
    shown = whole.visible_cards
    apart = (
        link
        for link in whole.document.connectors
        if link.source in shown
        and link.target in shown
        and (link.source in here.cards) != (link.target in here.cards)
    )
    told = _tell_ways(apart, whole.card_codes, words)
    return {card: ways for card, ways in told.items() if card in here.cards}


def find_deck_ways(
    here: DerivedFacts, places: Mapping[str, int], words: PrintWords
) -> Mapping[str, tuple[Way, ...]]:
    """Return the same of the cards on other rows of a poster; ``places``: step id → its row."""
    shown, cards = here.visible_cards, here.cards
    apart = (
        link
        for link in here.document.connectors
        if link.source in shown
        and link.target in shown
        and places.get(cards[link.source].step) != places.get(cards[link.target].step)
    )
    return _tell_ways(apart, here.card_codes, words)


def _tell_ways(
    connectors: Iterable[Connector], codes: Mapping[str, str], words: PrintWords
) -> Mapping[str, tuple[Way, ...]]:
    """Return card id → references to the other ends of connectors, with their labels."""
    found: dict[str, list[Way]] = {}
    for link in connectors:
        source, target = link.source, link.target
        label = f" · {link.label}" if link.label else ""
        goes_on = words.goes_on.format(codes[target]) + label
        comes_from = words.comes_from.format(codes[source]) + label
        found.setdefault(source, []).append(Way(link.id, goes_on, leads_out=True))
        found.setdefault(target, []).append(Way(link.id, comes_from, leads_out=False))
    return {card: tuple(told) for card, told in found.items()}
