"""One path of several, by the name that a person calls it."""

from blueprint_editor.commands.one_path import keep_path
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Variant


def choose_path(document: Document, wanted: str) -> Document:
    """Return the document with the cards, connectors and personas of one path alone.

    Args:
        document: with several paths.
        wanted: the id, the sign or the name of a path.

    Raises:
        ExportError: there is no such path.
    """
    return keep_path(document, _find(document, wanted).id)


def _find(document: Document, wanted: str) -> Variant:
    for variant in document.variants:
        names = (variant.short.casefold(), variant.name.casefold())
        if wanted == variant.id or wanted.casefold() in filter(None, names):
            return variant
    known = ", ".join(variant.short or variant.name or variant.id for variant in document.variants)
    raise ExportError(f'no path "{wanted[:40]}" (one of: {known or "none"})')
