"""The QR codes of a poster: its links, numbered, and the blueprint itself."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.layout.codes import CodeItem
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent

_SCANNED = ("http:", "https:", "mailto:", "tel:")
"""What a telephone can follow from paper; a neighbouring file it cannot."""


class NumberedLink(NamedTuple):
    """An address with its number on the poster, and the words of its first use."""

    number: int
    url: str
    label: str


def number_links(facts: DerivedFacts) -> tuple[NumberedLink, ...]:
    """Return every address that the poster links to, in reading order, each once."""
    found: dict[str, str] = {}
    for url, label in _iter_links(facts):
        if url.lower().startswith(_SCANNED):
            found.setdefault(url, label)
    return tuple(NumberedLink(n, url, found[url]) for n, url in enumerate(found, 1))


def _iter_links(facts: DerivedFacts) -> Iterator[tuple[str, str]]:
    document = facts.document
    linked = {phase.id: phase for phase in document.phases if phase.link}
    cards = [card for card in facts.reading_order if card.links]
    for phase in document.phases:
        if phase.id in linked and phase.link:
            yield phase.link, phase.name
        for card in cards:
            if facts.phase_of_step[card.step].id == phase.id:
                yield from ((link.url, link.label) for link in card.links)
    yield from ((source.url, source.title) for source in document.sources if source.url)
    if document.project is not None:
        yield from ((link.url, link.label) for link in document.project.links)


def make_link_items(links: tuple[NumberedLink, ...]) -> tuple[CodeItem, ...]:
    """Return the codes of links, with number, words and address."""
    return tuple(
        CodeItem(link.url, str(link.number), link.label, link.url, link.url) for link in links
    )


def make_document_item(document: DocumentContent, words: str) -> CodeItem:
    """Return the code of the blueprint: where it is published, else its id and version.

    ``words`` say which version of it this is.
    """
    url = document.project.published_url if document.project else None
    code = " ".join(filter(None, (document.id, document.version)))
    if url is None or not url.lower().startswith(_SCANNED):
        return CodeItem(code, "", words, "")
    return CodeItem(url, "", words, url, url)
