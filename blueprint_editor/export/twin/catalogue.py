"""The catalogue of a service library as a tree."""

from collections.abc import Iterator, Sequence

from blueprint_editor.export.twin.tree import Block, Fact, Facts, Paragraph, Run, Section, Twin
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.sheets.prints.catalogue import SHEET, CatalogueEntry, Group


def make_catalogue_twin(groups: Sequence[Group], language: str, link: str) -> Twin:
    """Return the groups as sections, each entry with its facts; ``link`` is the word for one."""
    words = find_kit(language).sheets[SHEET]
    sections = tuple(
        Section(f"g{number}", Run(group.heading or words.title), tuple(_iter_blocks(group, link)))
        for number, group in enumerate(groups, 1)
    )
    told = words.instructions if groups else words["empty"]
    intro = (Paragraph((Run(told),), "lead" if groups else "quiet"),)
    details = {"author": "", "subject": words.title, "keywords": "", "version": ""}
    return Twin(Run(words.title), language, Run(""), (), intro, sections, details)


def _iter_blocks(group: Group, link: str) -> Iterator[Block]:
    for number, entry in enumerate(group.entries, 1):
        yield Section(f"e{number}", Run(entry.name), tuple(_iter_entry(entry, link)))


def _iter_entry(entry: CatalogueEntry, link: str) -> Iterator[Block]:
    yield from (Paragraph((Run(part),)) for part in entry.line.split("\n") if part.strip())
    facts = [Fact(Run(fact.name), ((Run(fact.value),),)) for fact in entry.facts]
    if entry.url:
        facts.append(Fact(Run(link), ((Run(entry.url, url=entry.url),),)))
    if facts:
        yield Facts(tuple(facts))
