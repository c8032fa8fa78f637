"""Whom the colour of a card tells of, where it does not tell the role: actor, path or tag."""

from typing import NamedTuple

from blueprint_editor.layout.actor_sign import find_actor_signs
from blueprint_editor.layout.theme import ACCENTS, RoleLook, Theme, tinted_look
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import ColourBy
from blueprint_editor.model.records import Card, Variant


class NamedColour(NamedTuple):
    name: str
    colour: str


class CardColours(NamedTuple):
    """The colours in use.

    Attributes:
        told: what they tell.
        by_id: id of an actor, a path or a tag → its name and colour, in the document's order.
    """

    told: ColourBy
    by_id: dict[str, NamedColour]

    def find(self, card: Card, lane_actor: str | None) -> str:
        """Return the id that a card's colour stands for; empty for none.

        Of several actors or tags the first counts; a card of several paths is of none.
        """
        match self.told:
            case "actor":
                return card.actors[0] if card.actors else lane_actor or ""
            case "variant":
                return card.variants[0] if len(card.variants) == 1 else ""
            case _:
                return card.tags[0] if card.tags else ""

    def tint(self, card: Card, lane_actor: str | None, look: RoleLook, theme: Theme) -> RoleLook:
        """Return the look of a card, given that of its lane."""
        found = self.by_id.get(self.find(card, lane_actor))
        return look if found is None else tinted_look(look, found.colour, theme)


def find_card_colours(document: DocumentContent) -> CardColours:
    """Return the colours that the poster's setting asks for."""
    told = document.poster.colour_by
    if told == "actor":
        signs = find_actor_signs(document.actors, greyscale=False)
        return CardColours(told, {s.id: NamedColour(s.name, s.colour) for s in signs.values()})
    found: dict[str, NamedColour] = {}
    for record in (*document.variants,) if told == "variant" else (*document.tags,):
        spare = ACCENTS[len(found) % len(ACCENTS)]
        found[record.id] = NamedColour(record.name, record.colour or spare)
    return CardColours(told, found)


def colour_variants(
    variants: tuple[Variant, ...], colours: CardColours | None
) -> dict[str, Variant]:
    """Return id → path, in the colour of its cards where colours tell paths."""
    if colours is None or colours.told != "variant":
        return {variant.id: variant for variant in variants}
    return {v.id: v.changed(colour=colours.by_id[v.id].colour) for v in variants}
