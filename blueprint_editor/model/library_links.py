"""Which cards and actors of a document were made from the service library."""

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import LibraryReference


def list_references(document: DocumentContent) -> dict[str, LibraryReference]:
    """Return id → the entry that a card or actor was made from, for those that were."""
    cards = {card.id: card.library for card in document.cards}
    actors = {actor.id: actor.library for actor in document.actors}
    return {record: kept for record, kept in (cards | actors).items() if kept is not None}
