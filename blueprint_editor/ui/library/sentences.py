"""What is said of entries, and of the faults of a table that holds some."""

from collections.abc import Iterator

from blueprint_editor.language.library_words import find_library_words
from blueprint_editor.language.texts import _, current_language
from blueprint_editor.model.library import LibraryEntry, find_name
from blueprint_editor.storage.library_table import CellFault, LibraryTableError
from blueprint_editor.ui.words import ACTOR_KINDS, CHANNELS, ROLES

_LONGEST = 60


def name_field(field: str) -> str:
    """Return what a field of an entry is called."""
    return find_library_words(current_language()).fields[field]


def name_entry(entry: LibraryEntry) -> str:
    """Return what an entry is called in the program's language, on one line."""
    return " ".join(find_name(entry, current_language()).split())


def tell_value(entry: LibraryEntry, field: str) -> str:
    """Return a field of an entry in words."""
    value = getattr(entry, field)
    words = {
        "kind": find_library_words(current_language()).kinds,
        "channel": CHANNELS,
        "role": ROLES,
        "actor_kind": ACTOR_KINDS,
    }.get(field)
    if value is None:
        return ""
    if words is None:
        return str(value)
    return words[value] if field == "kind" else _(words[value])


def list_facts(entry: LibraryEntry) -> Iterator[str]:
    """Yield the lines that tell all of an entry but its name."""
    if entry.former_name:
        yield _("Also: {name}").format(name=entry.former_name)
    if entry.line:
        yield entry.line
    kinds = ("kind", "target_group", "channel", "area")
    yield " · ".join(filter(None, (tell_value(entry, field) for field in kinds)))
    if entry.link:
        yield entry.link


def tell_fault(fault: CellFault) -> str:
    """Return where a cell with a fault stands and what is wrong with it."""
    place = _("Line {line}, column {column}").format(line=fault.line, column=fault.column)
    if fault.heading:
        place = f"{place} ({fault.heading})"
    value = " ".join(fault.value.split())
    value = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    match fault.kind:
        case "no_name":
            what = _("the name is missing")
        case "choice":
            what = _("“{value}” is none of the words that can stand here")
        case "twice":
            what = _("an earlier line has the ID “{value}”, too")
        case "beyond":
            what = _("no heading stands above “{value}”")
        case _:
            what = _("“{value}” cannot stand here")
    return f"{place}: {what.format(value=value)}"


def tell_table_error(error: LibraryTableError) -> str:
    """Return why a file is no table of a library."""
    if error.reason == "no_headings":
        return _(
            "No column of the first line is called {name}. The headings can be those of a table "
            "that was exported here, in any order."
        ).format(name=f"“{name_field('name')}”")
    if error.reason == "large":
        return _("The table holds more than a library can.")
    return _("The file is no text that could be read as a table.")
