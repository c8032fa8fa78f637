"""What is said of entries."""

from collections.abc import Iterator

from blueprint_editor.language.library_words import find_library_words
from blueprint_editor.language.texts import _, current_language
from blueprint_editor.model.library import LibraryEntry, find_name
from blueprint_editor.ui.words import ACTOR_KINDS, CHANNELS, ROLES


def name_field(field: str) -> str:
    """Return what a field of an entry is called."""
    return find_library_words(current_language()).fields[field]


def name_entry(entry: LibraryEntry) -> str:
    """Return what an entry is called in the program's language, on one line."""
    return " ".join(find_name(entry, current_language()).split())


def tell_value(entry: LibraryEntry, field: str) -> str:
    """Return a field of an entry in words."""
    value, own = getattr(entry, field), find_library_words(current_language())
    words = {
        "kind": own.kinds,
        "sector": own.sectors,
        "channel": CHANNELS,
        "role": ROLES,
        "actor_kind": ACTOR_KINDS,
    }.get(field)
    if value is None:
        return ""
    if words is None:
        return str(value)
    return words[value] if field in {"kind", "sector"} else _(words[value])


def list_facts(entry: LibraryEntry) -> Iterator[str]:
    """Yield the lines that tell all of an entry but its name."""
    if entry.former_name:
        yield _("Also: {name}").format(name=entry.former_name)
    if entry.line:
        yield entry.line
    kinds = ("kind", "sector", "target_group", "channel", "area")
    yield " · ".join(filter(None, (tell_value(entry, field) for field in kinds)))
    if entry.link:
        yield entry.link
