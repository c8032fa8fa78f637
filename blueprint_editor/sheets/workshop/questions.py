"""The help questions of a sheet: the document's own in a language, else the kit's."""

from blueprint_editor.language.workshop.kit import are_alike, find_kit
from blueprint_editor.model.document import DocumentContent


def find_own_questions(
    document: DocumentContent, sheet: str, language: str
) -> tuple[str, ...] | None:
    """Return the questions that the document has for a sheet in a language, or None."""
    for edited in document.questions:
        is_for = edited.language is None or are_alike(edited.language, language)
        if edited.sheet == sheet and is_for:
            return edited.questions
    return None


def find_questions(document: DocumentContent, sheet: str, language: str) -> tuple[str, ...]:
    """Return the questions of a sheet to print."""
    own = find_own_questions(document, sheet, language)
    kit = find_kit(language, document.client_word)
    return kit.sheets[sheet].questions if own is None else own
