"""A list for readers: things under headings, each with a line, facts and a link."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.sheets.prints.flow import Flow, Piece
from blueprint_editor.sheets.workshop.sheet import Sheet


class ListedFact(NamedTuple):
    """What an entry says in one of its fields, such as its channel."""

    name: str
    value: str


class Listed(NamedTuple):
    """An entry in words."""

    name: str
    line: str
    facts: tuple[ListedFact, ...]
    url: str


class Group(NamedTuple):
    """Entries under a heading, by name."""

    heading: str
    entries: tuple[Listed, ...]


class Listing(NamedTuple):
    """What is listed; ``sheet`` is what the kit's words of it are called."""

    sheet: str
    groups: tuple[Group, ...]
    language: str


def write_listing(sheet: Sheet, groups: Sequence[Group]) -> None:
    """Write the pages; every entry stands on one."""
    flow = Flow(sheet)
    flow.write([Piece(sheet.words.instructions, "hint", is_ours=True)])
    if not groups:
        flow.write([Piece(sheet.words["empty"], is_ours=True)])
    for group in groups:
        if group.heading:
            flow.head(group.heading)
        for entry in group.entries:
            facts = " · ".join(f"{fact.name}: {fact.value}" for fact in entry.facts)
            flow.write([
                Piece(entry.name, "strong", "H3" if group.heading else "H2"),
                Piece(entry.line),
                Piece(facts, "note", is_ours=True),
                Piece(entry.url, "note", url=entry.url, after=2.8),
            ])  # fmt: skip
            if not entry.url:
                flow.skip(2.2)
