"""Which fields name which records: one table for checking, for deleting and for pasting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Asset

NOUNS: dict[str, str] = {
    "actors": "actor",
    "personas": "persona",
    "variants": "variant",
    "lanes": "lane",
    "phases": "phase",
    "steps": "step",
    "cards": "card",
    "connectors": "connector",
    "marks": "mark",
    "responsibilities": "responsibility",
    "notes": "note",
    "comments": "comment",
    "sources": "source",
    "tags": "tag",
    "workshops": "workshop",
    "snapshots": "snapshot",
    "assets": "asset",
}
"""Collection of a document → what one of its records is."""

_COLLECTIONS = {noun: name for name, noun in NOUNS.items()}

Place = tuple[str, str]
"""(JSON pointer within the document such as ``/cards/0/image``, id or words that belong to it)."""


class Reference(NamedTuple):
    """A field whose ids must name records of the given nouns (none given = any record).

    ``is_required``: a record cannot be without it, so that it falls with what it names.
    """

    collection: str
    field: str
    nouns: tuple[str, ...]
    is_list: bool = False
    is_required: bool = False


REFERENCES: tuple[Reference, ...] = (
    Reference("actors", "members", ("actor",), is_list=True),
    Reference("variants", "persona", ("persona",)),
    Reference("lanes", "actor", ("actor",)),
    Reference("lanes", "of", ("lane",)),
    Reference("steps", "phase", ("phase",), is_required=True),
    Reference("cards", "lane", ("lane",), is_required=True),
    Reference("cards", "step", ("step",), is_required=True),
    Reference("cards", "actors", ("actor",), is_list=True),
    Reference("cards", "variants", ("variant",), is_list=True),
    Reference("cards", "sources", ("source",), is_list=True),
    Reference("cards", "tags", ("tag",), is_list=True),
    Reference("connectors", "source", ("card",), is_required=True),
    Reference("connectors", "target", ("card",), is_required=True),
    Reference("connectors", "variants", ("variant",), is_list=True),
    Reference("marks", "target", ("card", "connector", "step", "phase"), is_required=True),
    Reference("marks", "solves", ("mark",)),
    Reference("marks", "owner", ("actor",)),
    Reference("responsibilities", "actor", ("actor",), is_required=True),
    Reference("responsibilities", "first_step", ("step",), is_required=True),
    Reference("responsibilities", "last_step", ("step",), is_required=True),
    Reference("notes", "workshop", ("workshop",)),
    Reference("notes", "tags", ("tag",), is_list=True),
    Reference("comments", "target", ()),
)
"""In an order in which whatever falls with another comes after it."""

FIT_REFERENCES: Mapping[str, str] = MappingProxyType(
    {"splits": "phase", "rows": "phase", "row_steps": "step"}
)
"""Field of the poster's fit → what it names: where further posters and rows begin."""


def iter_given(records: Sequence[Any], field: str) -> Iterator[tuple[int, Any]]:
    """Yield (index, value) where a rarely filled field is; most records are passed over fast."""
    values = list(map(attrgetter(field), records))
    if any(values):
        yield from ((index, value) for index, value in enumerate(values) if value)


def iter_record_lists(content: DocumentContent) -> Iterator[tuple[str, str, Sequence[Any]]]:
    """Yield (noun, pointer of the list, records) of all records that bear an id."""
    yield "document", "", (content,)
    for name, noun in NOUNS.items():
        yield noun, f"/{name}", getattr(content, name, ())
    for index, links in iter_given(content.cards, "links"):
        yield "link", f"/cards/{index}/links", links
    for index, persona in enumerate(content.personas):
        yield "barrier", f"/personas/{index}/barriers", persona.barriers
    if content.project is not None:
        yield "link", "/project/links", content.project.links
    if content.causal_map is not None:
        yield "causal node", "/causal_map/nodes", content.causal_map.nodes
        yield "causal arrow", "/causal_map/arrows", content.causal_map.arrows


def iter_part_references(content: DocumentContent) -> Iterator[tuple[Place, str]]:
    """Yield ((pointer, id), noun) of the references that stand deeper than a record's fields."""
    for index, emotions in iter_given(content.cards, "emotions"):
        for number, emotion in enumerate(emotions):
            place = f"/cards/{index}/emotions/{number}/variant"
            yield (place, emotion.variant), "variant"
    for index, handover in iter_given(content.connectors, "handover"):
        for field in ("giver", "receiver"):
            actor = getattr(handover, field)
            if actor is not None:
                yield (f"/connectors/{index}/handover/{field}", actor), "actor"
    yield from _iter_causal_references(content)
    yield from _iter_poster_references(content)


def _iter_poster_references(content: DocumentContent) -> Iterator[tuple[Place, str]]:
    if content.poster.filter is not None:
        for field in ("actors", "variants", "tags", "lanes"):
            for number, record_id in enumerate(getattr(content.poster.filter, field)):
                yield (f"/poster/filter/{field}/{number}", record_id), NOUNS[field]
    if content.poster.fit is not None:
        for field, noun in FIT_REFERENCES.items():
            for number, record_id in enumerate(getattr(content.poster.fit, field)):
                yield (f"/poster/fit/{field}/{number}", record_id), noun


def _iter_causal_references(content: DocumentContent) -> Iterator[tuple[Place, str]]:
    if content.causal_map is None:
        return
    for index, node in enumerate(content.causal_map.nodes):
        if node.card is not None:
            yield (f"/causal_map/nodes/{index}/card", node.card), "card"
        if node.mark is not None:
            yield (f"/causal_map/nodes/{index}/mark", node.mark), "mark"
    for index, arrow in enumerate(content.causal_map.arrows):
        yield (f"/causal_map/arrows/{index}/source", arrow.source), "causal node"
        yield (f"/causal_map/arrows/{index}/target", arrow.target), "causal node"


def iter_pictures(content: DocumentContent) -> Iterator[Place]:
    """Yield (pointer, asset id) of every use of an image."""
    for index, image in iter_given(content.cards, "image"):
        yield f"/cards/{index}/image", image.asset
    for index, persona in enumerate(content.personas):
        if persona.portrait is not None:
            yield f"/personas/{index}/portrait", persona.portrait.asset
    if content.project is not None:
        for index, logo in enumerate(content.project.logos):
            yield f"/project/logos/{index}", logo.asset
    if content.poster.background is not None:
        yield "/poster/background", content.poster.background.asset


class World:
    """The ids of one document or snapshot, gathered when they are first asked for."""

    def __init__(self, content: DocumentContent, assets: Iterable[Asset]) -> None:
        self._content = content
        self._assets = assets
        self._ids: dict[str, set[str]] = {}

    def ids_of(self, noun: str) -> set[str]:
        """Return the ids of the records that are a ``card``, a ``lane`` and so on."""
        if noun not in self._ids:
            found: set[str] = set()
            for name, _, records in self._lists_of(noun):
                if name == noun:
                    found.update(map(attrgetter("id"), records))
            self._ids[noun] = found
        return self._ids[noun]

    def _lists_of(self, noun: str) -> Iterable[tuple[str, str, Sequence[Any]]]:
        if noun in _COLLECTIONS:
            return ((noun, "", getattr(self._content, _COLLECTIONS[noun], ())),)
        return iter_record_lists(self._content)

    @cached_property
    def known(self) -> set[str]:
        """All ids of the document."""
        get_id = attrgetter("id")
        known: set[str] = set()
        for _, _, records in iter_record_lists(self._content):
            known.update(map(get_id, records))
        return known

    @property
    def count(self) -> int:
        """How many records bear an id; more than ``known`` where one is used twice."""
        return sum(len(records) for _, _, records in iter_record_lists(self._content))

    @cached_property
    def nouns(self) -> Mapping[str, str]:
        """Id → what it is; only asked for where something is wrong."""
        return {
            record.id: noun
            for noun, _, records in iter_record_lists(self._content)
            for record in records
        }

    @cached_property
    def assets(self) -> frozenset[str]:
        """The ids of the images, which snapshots share with the document."""
        return frozenset(asset.id for asset in self._assets)
