"""The service description as a tree, ready to be copied into a form, chapter by chapter."""

from blueprint_editor.export.twin.tree import (
    Block,
    Fact,
    Facts,
    Item,
    Items,
    Paragraph,
    Run,
    Section,
    Twin,
)
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.sheets.prints.description import (
    Chapter,
    Entry,
    find_words,
    list_chapters,
)


def make_description(document: DocumentContent) -> Twin:
    """Return the chapters in the order of the public platform; empty ones say that they are.

    Args:
        document: with the texts of the language wanted (see ``model.translated``).
    """
    words, terms, language = find_words(document)
    own = document.language.partition("-")[0].lower()
    writer = _Writer("" if own == language else language, words["empty"], words["gap"])
    project = document.project
    return Twin(
        Run(document.title),
        document.language,
        Run(document.subtitle),
        (),
        (),
        tuple(writer.section(chapter) for chapter in list_chapters(document, words, terms)),
        {
            "author": (project.organisation or project.name) if project else "",
            "subject": words.title,
            "keywords": "",
            "version": document.version,
        },
    )


class _Writer:
    """``language`` is that of our own words, empty where it is the tree's."""

    def __init__(self, language: str, empty: str, gap: str) -> None:
        self.language, self.empty, self.gap = language, empty, gap

    def section(self, chapter: Chapter) -> Section:
        blocks: list[Block] = []
        if chapter.has_text and not chapter.text:
            blocks.append(Paragraph((Run(self.empty, self.language),), "quiet"))
        blocks += (Paragraph((Run(part),)) for part in chapter.text.split("\n") if part.strip())
        facts: list[Fact] = []
        for entry in chapter.entries:
            if len(entry.values) < 2 and not entry.is_ordered:
                facts.append(self._fact(entry))
                continue
            blocks += [Facts(tuple(facts))] if facts else []
            facts = []
            key = f"{chapter.key}-{len(blocks)}"
            blocks.append(self._list(key, entry))
        blocks += [Facts(tuple(facts))] if facts else []
        return Section(chapter.key, Run(chapter.heading, self.language), tuple(blocks))

    def _fact(self, entry: Entry) -> Fact:
        language = self.language if entry.is_ours else ""
        values = tuple((Run(value, language),) for value in entry.values)
        return Fact(Run(entry.name, self.language), values or ((Run(self.gap, self.language),),))

    def _list(self, key: str, entry: Entry) -> Section:
        heading = Run(entry.name, self.language)
        items = tuple(Item((Run(value),)) for value in entry.values)
        block: Block = Items(items, entry.is_ordered)
        if not items:
            block = Paragraph((Run(self.gap, self.language),), "quiet")
        return Section(key, heading, (block,))
