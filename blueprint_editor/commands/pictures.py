"""Commands on pictures: put one on a card."""

from dataclasses import dataclass

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Asset, Picture


@dataclass(frozen=True)
class SetCardPicture:
    """Show an imported image on a card; without ``alt`` it is decoration."""

    card: str
    asset: Asset
    alt: str
    name: str = msgid("picture")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises pydantic's ValidationError for an alternative text that the format forbids."""
        picture = Picture(asset=self.asset.id, alt=self.alt)
        for index, card in enumerate(document.cards):
            if card.id == self.card:
                changed = card.changed(image=picture)
                cards = (*document.cards[:index], changed, *document.cards[index + 1 :])
                assets = document.assets
                if all(asset.id != self.asset.id for asset in assets):
                    assets = (*assets, self.asset)
                return replace_parts(document, cards=cards, assets=assets)
        raise CommandRefusedError("unknown_record", self.card)
