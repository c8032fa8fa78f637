"""Where connectors lead that leave one of several posters, told on the cards at their ends."""

from collections.abc import Mapping
from types import MappingProxyType

from blueprint_editor.language.terms import PrintWords
from blueprint_editor.model.derived import DerivedFacts

NO_WAYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def find_ways(here: DerivedFacts, words: PrintWords) -> Mapping[str, tuple[str, ...]]:
    """Return card id → references to the cards of other posters that it is connected with.

    ``here`` are the facts of a part; without a whole there are no references.
    """
    whole = here.whole
    if whole is None:
        return NO_WAYS
    codes, shown = whole.card_codes, whole.visible_cards
    found: dict[str, list[str]] = {}
    for link in whole.document.connectors:
        source, target = link.source, link.target
        if source in shown and target in shown and (source in here.cards) != (target in here.cards):
            if source in here.cards:
                found.setdefault(source, []).append(words.goes_on.format(codes[target]))
            else:
                found.setdefault(target, []).append(words.comes_from.format(codes[source]))
    return {card: tuple(dict.fromkeys(told)) for card, told in found.items()}
