"""One path of several: the document as if the blueprint had no other."""

from blueprint_editor.commands.parts import map_records
from blueprint_editor.commands.removal import find_lost, release
from blueprint_editor.model.document import Document
from blueprint_editor.model.filtering import feel_on_path


def keep_path(document: Document, path: str) -> Document:
    """Return the document with the cards, connectors and personas of one path alone.

    Args:
        document: with several paths.
        path: id of a variant that the document has.
    """

    def is_elsewhere(variants: tuple[str, ...]) -> bool:
        return bool(variants) and path not in variants

    others = [other for other in document.variants if other.id != path]
    own = {one.persona for one in document.variants if one.id == path}
    gone = [other.id for other in others]
    gone += [card.id for card in document.cards if is_elsewhere(card.variants)]
    gone += [line.id for line in document.connectors if is_elsewhere(line.variants)]
    gone += {other.persona for other in others if other.persona} - own
    document = map_records(document, "cards", lambda card: feel_on_path(card, path))
    return release(document, find_lost(document, gone)) if gone else document
