"""The language that something is put out in: one that the document has texts in."""

from blueprint_editor.export.kinds import ExportError
from blueprint_editor.model.document import Document
from blueprint_editor.model.translated import translate


def translate_document(document: Document, language: str) -> Document:
    """Return the document in a language that it has texts in.

    Raises:
        ExportError: it has none in that language.
    """
    check_language(document, language)
    return translate(document, language)


def check_language(document: Document, language: str) -> None:
    """Raise ExportError unless the document has texts in the language."""
    languages = (document.language, *document.translations)
    if language not in languages:
        known = ", ".join(sorted(set(languages)))
        raise ExportError(f'no texts in the language "{language[:40]}" (one of: {known})')
