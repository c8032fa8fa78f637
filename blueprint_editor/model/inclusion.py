"""Which tags of a document tell of inclusion in one's own life, influence and the common good."""

from blueprint_editor.language.inclusion_words import list_inclusion_names, list_known_names
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Tag


def find_inclusion_tags(document: DocumentContent) -> tuple[Tag | None, ...]:
    """Return the tag of each of the three sides, by its name in any language; None if missing."""
    tags = {" ".join(tag.name.casefold().split()): tag for tag in reversed(document.tags)}
    return tuple(
        next((tags[name] for name in names if name in tags), None) for names in list_known_names()
    )


def list_missing_names(document: DocumentContent) -> tuple[str, ...]:
    """Return what the tags that are missing are called in the document's language."""
    names = list_inclusion_names(document.language)
    found = find_inclusion_tags(document)
    return tuple(name for name, tag in zip(names, found, strict=True) if tag is None)
