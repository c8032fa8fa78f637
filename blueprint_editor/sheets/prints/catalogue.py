"""The catalogue of a service library in words: entries under headings of one of their fields."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from blueprint_editor.language.library_words import find_library_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.model.library import ENTRY_KINDS, SECTORS, LibraryEntry, find_name
from blueprint_editor.sheets.prints.listing import Group, Listed, ListedFact, Listing

SHEET = "catalogue"
Grouping = Literal["kind", "sector", "area"]


def list_catalogue(entries: Iterable[LibraryEntry], grouping: Grouping, language: str) -> Listing:
    """Return the entries in words, in groups that are not empty; those without a value come last.

    Args:
        entries: of the library.
        grouping: the field whose values are the headings.
        language: of names and words.
    """
    found: dict[str | None, list[LibraryEntry]] = {}
    for entry in entries:
        found.setdefault(getattr(entry, grouping) or None, []).append(entry)
    others = find_kit(language).sheets[SHEET]["others"]
    names = _name_values(grouping, language)
    ordered = [value for value in names if value in found]
    ordered += sorted((v for v in found if v is not None and v not in names), key=str.casefold)
    groups = [(names.get(value, value), found[value]) for value in ordered]
    if None in found:
        groups.append((others if len(found) > 1 else "", found[None]))
    shown = [field for field in ("target_group", "channel", "area", "sector", "kind")
             if field != grouping]  # fmt: skip
    told = (
        Group(heading, tuple(_tell(entry, shown, language) for entry in _sort(own, language)))
        for heading, own in groups
    )
    return Listing(SHEET, tuple(told), language)


def _name_values(field: str, language: str) -> dict[str, str]:
    """Return value of a field → its word, in the order in which they are listed."""
    words = find_library_words(language)
    orders: dict[str, tuple[Sequence[str], dict[str, str]]] = {
        "kind": (ENTRY_KINDS, dict(words.kinds)),
        "sector": (SECTORS, dict(words.sectors)),
    }
    values, names = orders.get(field, ((), {}))
    return {value: names[value] for value in values}


def _sort(entries: Iterable[LibraryEntry], language: str) -> list[LibraryEntry]:
    return sorted(entries, key=lambda entry: find_name(entry, language).casefold())


def _tell(entry: LibraryEntry, fields: Iterable[str], language: str) -> Listed:
    former = f" ({entry.former_name})" if entry.former_name else ""
    return Listed(
        " ".join(find_name(entry, language).split()) + former,
        entry.line.strip(),
        tuple(_iter_facts(entry, fields, language)),
        entry.link or "",
    )


def _iter_facts(entry: LibraryEntry, fields: Iterable[str], language: str) -> Iterator[ListedFact]:
    headings = find_library_words(language).fields
    words = {
        "channel": dict(find_terms(language).channels),
        "sector": _name_values("sector", language),
        "kind": _name_values("kind", language),
    }
    for field in fields:
        value = getattr(entry, field)
        if value:
            yield ListedFact(headings[field], words.get(field, {}).get(value, value))
