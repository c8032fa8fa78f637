"""The service library: cards and actors to be used again, and what differs from a document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import Field

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import ActorKind, Channel, Role
from blueprint_editor.model.record import MAX_TEXT_LENGTH, Id, Record, Text, Url
from blueprint_editor.model.records import Actor, Card, Count

EntryKind = Literal[
    "service",
    "tool",
    "model",
    "method",
    "benefit",
    "document",
    "training",
    "project",
    "actor",
]
Sector = Literal[
    "workplace", "health_social", "rehabilitation", "education", "employment", "benefits"
]
"""Whose means it is, when the means of several sectors are joined."""
ENTRY_KINDS: tuple[str, ...] = get_args(EntryKind)
SECTORS: tuple[Sector, ...] = get_args(Sector)
MOST_ENTRIES = 5000
LIBRARY_FIELDS: tuple[str, ...] = (
    "kind",
    "name",
    "name_sv",
    "name_en",
    "former_name",
    "line",
    "target_group",
    "sector",
    "channel",
    "area",
    "link",
    "role",
    "actor_kind",
)
"""What an entry says; id and revision tell which entry it is, and which state of it."""

LinkedCollection = Literal["cards", "actors"]


class LibraryEntry(Record):
    """Something that cards and actors are made from.

    Attributes:
        revision: grows with each change, so that a card knows whether it was made from an older
            state.
        name: in the library's language; where ``name_sv`` and ``name_en`` say nothing, in all.
        former_name: what it was called before, or is called as well.
        role: the lane that it usually stands in.
        actor_kind: as what it acts, if it does.
    """

    id: Id
    revision: Count = 1
    kind: EntryKind = "service"
    name: Annotated[Text, Field(min_length=1, max_length=MAX_TEXT_LENGTH)]
    name_sv: Text = ""
    name_en: Text = ""
    former_name: Text = ""
    line: Text = ""
    target_group: Text = ""
    sector: Sector | None = None
    channel: Channel | None = None
    area: Text = ""
    link: Url | None = None
    role: Role | None = None
    actor_kind: ActorKind | None = None


def find_name(entry: LibraryEntry, language: str) -> str:
    """Return what an entry is called in a language (BCP 47)."""
    name: str = getattr(entry, find_name_field(entry, language))
    return name


def find_name_field(entry: LibraryEntry, language: str) -> str:
    """Return the field that holds what an entry is called in a language."""
    field = f"name_{language.split('-', maxsplit=1)[0].lower()}"
    return field if getattr(entry, field, "") else "name"


# --- what a document says otherwise


class LibraryDifference(NamedTuple):
    """A field in which a card or actor differs from the entry that it was made from.

    Attributes:
        record: the card or actor.
        field: of that; of ``links`` the first link is meant.
        here, there: what the document and the library have.
        is_newer: the library has changed since the record was made from it.
    """

    entry: LibraryEntry
    collection: LinkedCollection
    record: str
    field: str
    here: str | None
    there: str
    is_newer: bool


def find_library_differences(
    document: DocumentContent, entries: Mapping[str, LibraryEntry]
) -> tuple[LibraryDifference, ...]:
    """Return what differs, cards first; what an entry leaves open differs in nothing."""
    return tuple(_iter_differences(document, entries))


def _iter_differences(
    document: DocumentContent, entries: Mapping[str, LibraryEntry]
) -> Iterator[LibraryDifference]:
    records: Iterable[tuple[LinkedCollection, Card | Actor]] = (
        *(("cards", card) for card in document.cards),
        *(("actors", actor) for actor in document.actors),
    )
    for collection, record in records:
        entry = entries.get(record.library.id) if record.library is not None else None
        if record.library is None or entry is None:
            continue
        is_newer = entry.revision > record.library.revision
        for field, there in list_linked_values(entry, collection, document.language).items():
            here = _read_here(record, field, there)
            if here != there:
                yield LibraryDifference(
                    entry, collection, record.id, field, here, there, is_newer=is_newer
                )


def list_linked_values(
    entry: LibraryEntry, collection: LinkedCollection, language: str
) -> dict[str, str]:
    """Return field of a card or actor → what the entry has for it, where it has anything."""
    if collection == "cards":
        values = {
            "text": find_name(entry, language),
            "note": entry.line,
            "channel": entry.channel,
            "links": entry.link,
        }
    else:
        values = {
            "name": find_name(entry, language),
            "note": entry.line,
            "kind": entry.actor_kind,
            "link": entry.link,
        }
    return {field: value for field, value in values.items() if value}


def _read_here(record: Card | Actor, field: str, there: str) -> str | None:
    if field != "links":
        value: str | None = getattr(record, field)
        return value
    urls = [link.url for link in record.links] if isinstance(record, Card) else []
    return there if there in urls else next(iter(urls), None)


# --- what another library says otherwise


class EntryChange(NamedTuple):
    """An entry that another library has and this one has not, or has otherwise.

    Attributes:
        entry: as it would be kept.
        before: as it is kept now; None for a new one.
        fields: in which both differ; none of a new one.
        is_older: this library has a later revision.
    """

    entry: LibraryEntry
    before: LibraryEntry | None = None
    fields: tuple[str, ...] = ()
    is_older: bool = False


class ReadEntries(NamedTuple):
    """The entries of a file.

    Attributes:
        fields: what the file can say of an entry; a table may have a few columns only.
        without_id: ids that were made for entries which had none; these are known by their names.
    """

    entries: tuple[LibraryEntry, ...]
    fields: Sequence[str] = LIBRARY_FIELDS
    without_id: frozenset[str] = frozenset()


def list_entry_changes(own: Sequence[LibraryEntry], read: ReadEntries) -> tuple[EntryChange, ...]:
    """Return what taking over a file's entries would change, in the file's order."""
    by_id = {entry.id: entry for entry in own}
    by_name = {_fold_name(entry): entry for entry in own}
    changes = []
    for entry in read.entries:
        by_itself = by_name.get(_fold_name(entry)) if entry.id in read.without_id else None
        before = by_id.get(entry.id) or by_itself
        if before is None:
            changes.append(EntryChange(entry))
            continue
        fields = tuple(f for f in read.fields if getattr(entry, f) != getattr(before, f))
        if fields:
            revision = max(before.revision + 1, entry.revision)
            values = {field: getattr(entry, field) for field in fields}
            after = before.changed(revision=revision, **values)
            is_older = entry.id not in read.without_id and entry.revision < before.revision
            changes.append(EntryChange(after, before, fields, is_older))
    return tuple(changes)


def _fold_name(entry: LibraryEntry) -> str:
    return " ".join(entry.name.casefold().split())


def put_entries(
    own: Sequence[LibraryEntry], entries: Iterable[LibraryEntry]
) -> tuple[LibraryEntry, ...]:
    """Return a library with entries in the place of those of the same id, new ones at its end."""
    kept = {entry.id: entry for entry in own}
    for entry in entries:
        kept[entry.id] = entry
    return tuple(kept.values())
