"""Cards and actors made from the service library, brought up to date with it, and put into it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField, read_field
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.commands.several import Several
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.library import (
    LibraryDifference,
    LibraryEntry,
    find_name,
    find_name_field,
)
from blueprint_editor.model.records import Actor, Card, LibraryReference, Link


def make_cards(document: Document, entries: Sequence[LibraryEntry], place: Cursor) -> Command:
    """Return the command that puts a card for each entry into a cell, from a place on."""
    new_ids = SeededIds(document, make_random_tail())
    added = []
    for number, entry in enumerate(entries):
        link = entry.link and _make_link(new_ids, entry.link)
        card = Card(
            id=new_ids.take("cards"),
            lane=place.lane,
            step=place.step,
            text=find_name(entry, document.language),
            note=entry.line,
            channel=entry.channel,
            links=(link,) if link else (),
            library=_refer(entry),
        )
        added.append(AddRecord("cards", card, place.position + number))
    name = msgid("card from the library") if len(added) == 1 else msgid("cards from the library")
    return Several(name, tuple(added))


def make_actors(document: Document, entries: Sequence[LibraryEntry]) -> Command:
    """Return the command that adds an actor for each entry to the register."""
    new_ids = SeededIds(document, make_random_tail())
    added = [
        AddRecord(
            "actors",
            Actor(
                id=new_ids.take("actors"),
                name=find_name(entry, document.language),
                kind=entry.actor_kind,
                link=entry.link,
                note=entry.line,
                library=_refer(entry),
            ),
        )
        for entry in entries
    ]
    name = msgid("actor from the library") if len(added) == 1 else msgid("actors from the library")
    return Several(name, tuple(added))


def _refer(entry: LibraryEntry) -> LibraryReference:
    return LibraryReference(id=entry.id, revision=entry.revision)


def make_update(document: Document, differences: Iterable[LibraryDifference]) -> Command:
    """Return the command that takes over what the library has otherwise."""
    new_ids = SeededIds(document, make_random_tail())
    chosen = tuple(differences)
    commands = [_take(document, difference, new_ids) for difference in chosen]
    revisions = {each.record: each.entry.revision for each in chosen}
    commands += [SetField((r,), "library.revision", number) for r, number in revisions.items()]
    return Several(msgid("update from the library"), tuple(commands))


def _take(document: Document, difference: LibraryDifference, new_ids: SeededIds) -> SetField:
    record, field, there = difference.record, difference.field, difference.there
    if field != "links":
        return SetField((record,), field, there)
    links: tuple[Link, ...] = read_field(document, record, "links")
    if not links:
        return SetField((record,), "links", (_make_link(new_ids, there),))
    # What somebody has called the link stays.
    old = links[0]
    label = _name_host(there) if old.label == _name_host(old.url) else old.label
    return SetField((record,), "links", (old.changed(url=there, label=label), *links[1:]))


def _make_link(new_ids: SeededIds, url: str) -> Link:
    return Link(id=new_ids.take("links"), label=_name_host(url), url=url)


def _name_host(url: str) -> str:
    """Return where an address leads, short enough for a card; empty for one without a host."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


class Draft(NamedTuple):
    """An entry made of a card or actor."""

    record: str
    entry: LibraryEntry


def draft_entries(document: Document, records: Iterable[str]) -> Iterator[Draft]:
    """Yield an entry for each card and actor among records that says what it is called."""
    roles = {lane.id: lane.role for lane in document.lanes}
    cards = {card.id: card for card in document.cards}
    actors = {actor.id: actor for actor in document.actors}
    for record in dict.fromkeys(records):
        entry_id = f"lib-{make_random_tail()}"
        if (card := cards.get(record)) is not None and card.text.strip():
            entry = LibraryEntry(
                id=entry_id,
                name=card.text.strip(),
                line=card.note,
                channel=card.channel,
                link=next((link.url for link in card.links if _leads_out(link.url)), None),
                role=roles[card.lane],
            )
            yield Draft(record, entry)
        elif (actor := actors.get(record)) is not None and actor.name.strip():
            entry = LibraryEntry(
                id=entry_id,
                kind="actor",
                name=actor.name.strip(),
                line=actor.note,
                link=actor.link if actor.link and _leads_out(actor.link) else None,
                actor_kind=actor.kind,
            )
            yield Draft(record, entry)


def list_news(document: Document, draft: Draft, entry: LibraryEntry) -> dict[str, Any]:
    """Return field of an entry → what a card or actor made from it has there otherwise by now."""
    name = find_name_field(entry, document.language)
    now: dict[str, Any] = {name: draft.entry.name}
    now |= {field: getattr(draft.entry, field) for field in ("line", "channel", "link")}
    now["actor_kind"] = draft.entry.actor_kind
    return {field: new for field, new in now.items() if new and new != getattr(entry, field)}


def _leads_out(url: str) -> bool:
    """Tell whether an address means the same from any document."""
    return ":" in url


def link_records(drafts: Iterable[Draft]) -> Command:
    """Return the command by which records know the entries that were made of them."""
    commands = [SetField((d.record,), "library", _refer(d.entry)) for d in drafts]
    return Several(msgid("link to the library"), tuple(commands))
