"""A list for readers as a tree: groups as sections, what stands in them as sections below."""

from collections.abc import Iterator, Sequence

from blueprint_editor.export.twin.tree import Block, Fact, Facts, Paragraph, Run, Section, Twin
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.sheets.prints.listing import Group, Listed


def make_listing_twin(groups: Sequence[Group], words: SheetWords, language: str, link: str) -> Twin:
    """Return the list; ``link`` is the word for one."""
    sections: list[Section] = []
    for number, group in enumerate(groups, 1):
        own = tuple(_iter_entries(group, number, link))
        sections += [Section(f"g{number}", Run(group.heading), own)] if group.heading else own
    told = words.instructions if groups else words["empty"]
    intro = (Paragraph((Run(told),), "lead" if groups else "quiet"),)
    details = {"author": "", "subject": words.title, "keywords": "", "version": ""}
    return Twin(Run(words.title), language, Run(""), (), intro, tuple(sections), details)


def _iter_entries(group: Group, number: int, link: str) -> Iterator[Section]:
    for place, entry in enumerate(group.entries, 1):
        yield Section(f"g{number}-{place}", Run(entry.name), tuple(_iter_blocks(entry, link)))


def _iter_blocks(entry: Listed, link: str) -> Iterator[Block]:
    yield from (Paragraph((Run(part),)) for part in entry.line.split("\n") if part.strip())
    facts = [Fact(Run(fact.name), ((Run(fact.value),),)) for fact in entry.facts]
    if entry.url:
        facts.append(Fact(Run(link), ((Run(entry.url, url=entry.url),),)))
    if facts:
        yield Facts(tuple(facts))
