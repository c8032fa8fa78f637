"""One path of several: the document as if the blueprint had no other."""

from blueprint_editor.commands.parts import map_records
from blueprint_editor.commands.removal import find_lost, release
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.model.document import Document
from blueprint_editor.model.filtering import feel_on_path
from blueprint_editor.model.records import Variant


def choose_path(document: Document, wanted: str) -> Document:
    """Return the document with the cards, connectors and personas of one path alone.

    Args:
        document: with several paths.
        wanted: the id, the sign or the name of a path.

    Raises:
        ExportError: there is no such path.
    """
    variant = _find(document, wanted)

    def is_elsewhere(variants: tuple[str, ...]) -> bool:
        return bool(variants) and variant.id not in variants

    others = [other for other in document.variants if other.id != variant.id]
    gone = [other.id for other in others]
    gone += [card.id for card in document.cards if is_elsewhere(card.variants)]
    gone += [line.id for line in document.connectors if is_elsewhere(line.variants)]
    gone += {other.persona for other in others if other.persona} - {variant.persona}
    document = map_records(document, "cards", lambda card: feel_on_path(card, variant.id))
    return release(document, find_lost(document, gone)) if gone else document


def _find(document: Document, wanted: str) -> Variant:
    for variant in document.variants:
        names = (variant.short.casefold(), variant.name.casefold())
        if wanted == variant.id or wanted.casefold() in filter(None, names):
            return variant
    known = ", ".join(variant.short or variant.name or variant.id for variant in document.variants)
    raise ExportError(f'no path "{wanted[:40]}" (one of: {known or "none"})')
