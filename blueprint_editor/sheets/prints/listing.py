"""A list for readers: things under headings, each with a line, facts and a link."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.sheets.prints.flow import Fact, Flow, Piece
from blueprint_editor.sheets.workshop.sheet import Sheet

_ONE_LINE = 160
"""Letters of facts that are told one after another."""


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
    flow.write([Piece(sheet.words.instructions, "hint", is_ours=True, after=2.0)])
    if not groups:
        flow.write([Piece(sheet.words["empty"], is_ours=True)])
    for group in groups:
        if group.heading:
            flow.head(group.heading)
        for entry in group.entries:
            flow.write([
                Piece(entry.name, "strong", "H3" if group.heading else "H2"),
                Piece(entry.line),
                *_list_facts(entry),
                Piece(entry.url, "note", url=entry.url, after=2.8),
            ])  # fmt: skip
            if not entry.url:
                flow.skip(2.2)


def _list_facts(entry: Listed) -> list[Piece | Fact]:
    """Return the facts in a line where they are short, else each by itself."""
    told = " · ".join(f"{fact.name}: {fact.value}" for fact in entry.facts)
    if len(told) <= _ONE_LINE:
        return [Piece(told, "note", is_ours=True)]
    return [Fact(fact.name, fact.value, is_ours=True) for fact in entry.facts]
