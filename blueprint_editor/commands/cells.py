"""Write a whole cell at once, as a table does: one text for each of its cards."""

from dataclasses import dataclass

from blueprint_editor.commands.cards import AddCard
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card


@dataclass(frozen=True)
class SetCellTexts:
    """Give the cards of a cell these texts, top to bottom.

    Cards stay as long as there are texts for them; a text that was there already keeps its card,
    so that a line put between two others moves no marks. Empty texts make no cards.
    """

    lane: str
    step: str
    texts: tuple[str, ...]
    name: str = msgid("cell edit")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises as :class:`SetField`, :class:`AddCard` and :class:`DeleteRecords` do."""
        cards = DerivedFacts(document).cards_by_cell.get((self.lane, self.step), ())
        texts = [text for text in self.texts if text.strip()]
        kept = _match(cards, texts)
        lost = frozenset(card.id for card in cards) - frozenset(kept.values())
        make_id = IdMaker().make_id
        for position, text in enumerate(texts):
            if position in kept:
                document = SetField((kept[position],), "text", text).apply(document)
        if lost:
            document = DeleteRecords(lost).apply(document)
        for position, text in enumerate(texts):
            if position not in kept:
                card = Card(id=make_id(document, "c"), lane=self.lane, step=self.step, text="")
                document = AddCard(card, position).apply(document)
                document = SetField((card.id,), "text", text).apply(document)
        return document


def _match(cards: tuple[Card, ...], texts: list[str]) -> dict[int, str]:
    """Return position of a text → the card that bears it, in the order of both.

    What is equal at the beginning and at the end stays; between them cards take the texts in turn,
    so that a reworded card remains the same.
    """
    least = min(len(cards), len(texts))
    head = next((i for i in range(least) if cards[i].text != texts[i]), least)
    tail = next(
        (i for i in range(least - head) if cards[-1 - i].text != texts[-1 - i]), least - head
    )
    kept = {i: cards[i].id for i in range(head)}
    kept |= {len(texts) - 1 - i: cards[len(cards) - 1 - i].id for i in range(tail)}
    middle = zip(range(head, len(texts) - tail), cards[head : len(cards) - tail], strict=False)
    return kept | {position: card.id for position, card in middle}
