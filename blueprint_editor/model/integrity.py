"""Rules between the records of a document; each record's own rules stand in its type."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter, eq
from typing import Any, NamedTuple

from blueprint_editor.model.derived import is_customer_below_visibility
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.errors import Problem
from blueprint_editor.model.texts import iter_texts

PROBLEM_KINDS = frozenset(
    {
        "critical_point",
        "wait",
        "transition",
        "question",
        "pain_point",
        "barrier",
        "fail_point",
        "risk",
    }
)
"""The kinds of mark that another mark can solve."""

MAX_SVG_WORK = 3 * 1024 * 1024
"""All SVG pictures of a document together; they are parsed whenever it is opened."""

Place = tuple[str, str]
"""(pointer within a record such as ``/links/0``, id that stands there)."""


@dataclass(frozen=True, eq=False)
class _World:
    """The ids of one document or snapshot.

    Attributes:
        ids: what a record is (``card``, ``lane`` …) → the ids of such records.
        known: all of them.
        count: how many records bear an id; more than ``known`` where one is used twice.
    """

    ids: Mapping[str, set[str]]
    known: set[str]
    count: int

    @cached_property
    def nouns(self) -> Mapping[str, str]:
        """Id → what it is; only asked for where something is wrong."""
        return {i: noun for noun, ids in self.ids.items() for i in ids}


class _Reference(NamedTuple):
    """A field whose ids must name records of the given nouns (none given = any record)."""

    collection: str
    field: str
    nouns: tuple[str, ...]
    is_list: bool = False


_NOUNS: dict[str, str] = {
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

_REFERENCES: tuple[_Reference, ...] = (
    _Reference("actors", "members", ("actor",), is_list=True),
    _Reference("variants", "persona", ("persona",)),
    _Reference("lanes", "actor", ("actor",)),
    _Reference("lanes", "of", ("lane",)),
    _Reference("steps", "phase", ("phase",)),
    _Reference("cards", "lane", ("lane",)),
    _Reference("cards", "step", ("step",)),
    _Reference("cards", "actors", ("actor",), is_list=True),
    _Reference("cards", "variants", ("variant",), is_list=True),
    _Reference("cards", "sources", ("source",), is_list=True),
    _Reference("cards", "tags", ("tag",), is_list=True),
    _Reference("connectors", "source", ("card",)),
    _Reference("connectors", "target", ("card",)),
    _Reference("connectors", "variants", ("variant",), is_list=True),
    _Reference("marks", "target", ("card", "connector", "step", "phase")),
    _Reference("marks", "solves", ("mark",)),
    _Reference("marks", "owner", ("actor",)),
    _Reference("responsibilities", "actor", ("actor",)),
    _Reference("responsibilities", "first_step", ("step",)),
    _Reference("responsibilities", "last_step", ("step",)),
    _Reference("notes", "workshop", ("workshop",)),
    _Reference("notes", "tags", ("tag",), is_list=True),
    _Reference("comments", "target", ()),
)


def find_problems(document: Document) -> tuple[Problem, ...]:
    """Return every broken rule between records, with pointers that begin at ``/document``.

    A snapshot's content is a world of its own, apart from the images, which it shares.
    """
    problems = list(_find_content_problems(document, "/document", document))
    problems.extend(_find_asset_problems(document))
    for index, snapshot in enumerate(document.snapshots):
        pointer = f"/document/snapshots/{index}/document"
        problems.extend(_find_content_problems(snapshot.document, pointer, document))
    return tuple(problems)


def _find_content_problems(
    content: DocumentContent, pointer: str, holder: Document
) -> Iterator[Problem]:
    world = _collect_ids(content)
    found = chain(
        () if len(world.known) == world.count else _find_repeated_ids(content, pointer),
        chain.from_iterable(_find_unknown(content, ref, world) for ref in _REFERENCES),
        _find_unknown_in_parts(content, world),
        _find_unknown_pictures(content, frozenset(asset.id for asset in holder.assets)),
        _find_scattered_steps(content),
        _find_lane_problems(content),
        _find_actor_cycles(content),
        _find_mark_problems(content),
        _find_connector_problems(content),
        _find_responsibility_problems(content),
        _find_emotion_problems(content),
        _find_translation_problems(content, world),
    )
    return (Problem(pointer + place, message) for place, message in found)


def _iter_given(records: Sequence[Any], field: str) -> Iterator[tuple[int, Any]]:
    """Yield (index, value) where a rarely filled field is; most records are passed over fast."""
    values = list(map(attrgetter(field), records))
    if any(values):
        yield from ((index, value) for index, value in enumerate(values) if value)


def _iter_record_lists(content: DocumentContent) -> Iterator[tuple[str, str, Sequence[Any]]]:
    """Yield (noun, pointer of the list, records) of all records that bear an id."""
    yield "document", "", (content,)
    for name, noun in _NOUNS.items():
        yield noun, f"/{name}", getattr(content, name, ())
    for index, links in _iter_given(content.cards, "links"):
        yield "link", f"/cards/{index}/links", links
    for index, persona in enumerate(content.personas):
        yield "barrier", f"/personas/{index}/barriers", persona.barriers
    if content.project is not None:
        yield "link", "/project/links", content.project.links
    if content.causal_map is not None:
        yield "causal node", "/causal_map/nodes", content.causal_map.nodes
        yield "causal arrow", "/causal_map/arrows", content.causal_map.arrows


def _collect_ids(content: DocumentContent) -> _World:
    ids: dict[str, set[str]] = {}
    known: set[str] = set()
    count = 0
    for noun, _, records in _iter_record_lists(content):
        found = set(map(attrgetter("id"), records))
        count += len(records)
        known |= found
        ids[noun] = ids[noun] | found if noun in ids else found
    return _World(ids, known, count)


def _find_repeated_ids(content: DocumentContent, prefix: str) -> Iterator[Place]:
    first: dict[str, str] = {}
    for _, pointer, records in _iter_record_lists(content):
        for index, record in enumerate(records):
            place = f"{pointer}/{index}/id" if pointer else "/id"
            if record.id in first:
                known = prefix + first[record.id]
                yield place, f'the id "{record.id}" is used already at {known}'
            first.setdefault(record.id, place)


def _find_unknown(content: DocumentContent, ref: _Reference, world: _World) -> Iterator[Place]:
    records = getattr(content, ref.collection)
    values: Iterable[Any] = map(attrgetter(ref.field), records)
    wrong = set(chain.from_iterable(values) if ref.is_list else values)
    wrong.discard(None)
    if ref.nouns:
        wrong.difference_update(*(world.ids.get(noun, ()) for noun in ref.nouns))
    else:
        wrong -= world.known
    if wrong:
        yield from _name_unknown(records, ref, wrong, world.nouns)


def _name_unknown(
    records: Iterable[Any], ref: _Reference, wrong: set[str], nouns: Mapping[str, str]
) -> Iterator[Place]:
    for index, record in enumerate(records):
        value = getattr(record, ref.field)
        place = f"/{ref.collection}/{index}/{ref.field}"
        for number, item in enumerate(value) if ref.is_list else [(-1, value)]:
            if item in wrong:
                yield (
                    f"{place}/{number}" if ref.is_list else place,
                    _tell_wrong(item, ref.nouns, nouns),
                )


def _tell_wrong(record_id: str, wanted: tuple[str, ...], nouns: Mapping[str, str]) -> str:
    names = " or ".join((", ".join(wanted[:-1]), wanted[-1])) if wanted[1:] else "".join(wanted)
    if record_id in nouns:
        return f'"{record_id}" is {_with_article(nouns[record_id])}, not {_with_article(names)}'
    return f'unknown {names or "record"} "{record_id}"'


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def _find_unknown_in_parts(content: DocumentContent, world: _World) -> Iterator[Place]:
    """Check the references that stand deeper than a record's own fields."""
    for (place, record_id), noun in _iter_part_references(content):
        if record_id not in world.ids.get(noun, ()):
            yield place, _tell_wrong(record_id, (noun,), world.nouns)


def _iter_part_references(content: DocumentContent) -> Iterator[tuple[Place, str]]:
    for index, emotions in _iter_given(content.cards, "emotions"):
        for number, emotion in enumerate(emotions):
            place = f"/cards/{index}/emotions/{number}/variant"
            yield (place, emotion.variant), "variant"
    for index, handover in _iter_given(content.connectors, "handover"):
        for field in ("giver", "receiver"):
            actor = getattr(handover, field)
            if actor is not None:
                yield (f"/connectors/{index}/handover/{field}", actor), "actor"
    yield from _iter_causal_references(content)
    if content.poster.filter is not None:
        for field in ("actors", "variants", "tags", "lanes"):
            for number, record_id in enumerate(getattr(content.poster.filter, field)):
                yield (f"/poster/filter/{field}/{number}", record_id), _NOUNS[field]


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


def _find_unknown_pictures(content: DocumentContent, assets: frozenset[str]) -> Iterator[Place]:
    for place, asset in _iter_pictures(content):
        if asset not in assets:
            yield f"{place}/asset", f'unknown asset "{asset}"'


def _iter_pictures(content: DocumentContent) -> Iterator[Place]:
    for index, image in _iter_given(content.cards, "image"):
        yield f"/cards/{index}/image", image.asset
    for index, persona in enumerate(content.personas):
        if persona.portrait is not None:
            yield f"/personas/{index}/portrait", persona.portrait.asset
    if content.project is not None:
        for index, logo in enumerate(content.project.logos):
            yield f"/project/logos/{index}", logo.asset
    if content.poster.background is not None:
        yield "/poster/background", content.poster.background.asset


def _find_asset_problems(document: Document) -> Iterator[Problem]:
    if not document.assets:
        return
    from blueprint_editor.model.images.assets import (  # noqa: PLC0415 - most documents have none
        check_asset,
    )
    from blueprint_editor.model.images.pictures import ImageError  # noqa: PLC0415

    work = 0
    for index, asset in enumerate(document.assets):
        try:
            work += check_asset(asset)
        except ImageError as error:
            yield Problem(f"/document/assets/{index}", str(error))
        if work > MAX_SVG_WORK:
            yield Problem("/document/assets", "the SVG pictures are too complex together")
            return


def _find_scattered_steps(content: DocumentContent) -> Iterator[Place]:
    left: set[str] = set()
    before = None
    for index, step in enumerate(content.steps):
        if step.phase != before:
            if step.phase in left:
                yield (
                    f"/steps/{index}/phase",
                    f'stands apart from the other steps of "{step.phase}"',
                )
            left.add(step.phase)
        before = step.phase


def _find_lane_problems(content: DocumentContent) -> Iterator[Place]:
    roles = {lane.id: lane.role for lane in content.lanes}
    for index, lane in enumerate(content.lanes):
        if lane.of is not None and roles.get(lane.of, "customer") != "customer":
            yield f"/lanes/{index}/of", f'"{lane.of}" is not a customer lane'
    if is_customer_below_visibility(content.lanes):
        shown = (i for i, lane in enumerate(content.lanes) if not lane.hidden)
        lowest = max(i for i in shown if content.lanes[i].role == "customer")
        yield f"/lanes/{lowest}", "a customer lane stands below the line of visibility"


def _find_actor_cycles(content: DocumentContent) -> Iterator[Place]:
    rings = find_rings({actor.id: actor.members for actor in content.actors if actor.members})
    for index, actor in enumerate(content.actors if rings else ()):
        if actor.id in rings:
            yield f"/actors/{index}/members", f'the members of "{actor.id}" lead back to it'


def _find_mark_problems(content: DocumentContent) -> Iterator[Place]:
    kinds = {mark.id: mark.kind for mark in content.marks}
    solved = {mark.id: (mark.solves,) for mark in content.marks if mark.solves is not None}
    rings = find_rings(solved)
    for index, mark in enumerate(content.marks if solved else ()):
        place = f"/marks/{index}/solves"
        kind = kinds.get(mark.solves or "")
        if mark.id in rings:
            yield place, f'what "{mark.id}" solves leads back to it'
        elif kind is not None and kind not in PROBLEM_KINDS:
            yield place, f'"{mark.solves}" is a mark of kind {kind}, which cannot be solved'


def find_rings(edges: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the ids from which the edges lead round in a circle and that a circle leads to."""
    forward = {node: tuple(t for t in targets if t in edges) for node, targets in edges.items()}
    backward: dict[str, list[str]] = {node: [] for node in edges}
    for node, targets in forward.items():
        for target in targets:
            backward[target].append(node)
    return _drop_ends(forward, backward) & _drop_ends(backward, forward)


def _drop_ends(
    forward: Mapping[str, Sequence[str]], backward: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """Drop every node that leads nowhere, again and again, and return the rest."""
    ways = {node: len(targets) for node, targets in forward.items()}
    ends = [node for node, count in ways.items() if count == 0]
    while ends:
        node = ends.pop()
        del ways[node]
        for before in backward[node]:
            ways[before] -= 1
            if ways[before] == 0:
                ends.append(before)
    return frozenset(ways)


def _find_connector_problems(content: DocumentContent) -> Iterator[Place]:
    sources, targets = (
        list(map(attrgetter(end), content.connectors)) for end in ("source", "target")
    )
    if any(map(eq, sources, targets)):
        for index, (source, target) in enumerate(zip(sources, targets, strict=True)):
            if source == target:
                yield f"/connectors/{index}/target", "a card cannot be connected with itself"


def _find_responsibility_problems(content: DocumentContent) -> Iterator[Place]:
    if not content.responsibilities:
        return
    phases = {phase.id: place for place, phase in enumerate(content.phases)}
    order = {
        step.id: (phases.get(step.phase, 0), place) for place, step in enumerate(content.steps)
    }
    for index, band in enumerate(content.responsibilities):
        first, last = order.get(band.first_step), order.get(band.last_step)
        if first is not None and last is not None and first > last:
            message = f'"{band.last_step}" stands before the first step "{band.first_step}"'
            yield f"/responsibilities/{index}/last_step", message


def _find_emotion_problems(content: DocumentContent) -> Iterator[Place]:
    for index, emotions in _iter_given(content.cards, "emotions"):
        seen: set[str] = set()
        for number, emotion in enumerate(emotions):
            if emotion.variant in seen:
                message = f'has a value for "{emotion.variant}" already'
                yield f"/cards/{index}/emotions/{number}/variant", message
            seen.add(emotion.variant)


def _find_translation_problems(content: DocumentContent, world: _World) -> Iterator[Place]:
    if not content.translations:
        return
    records: dict[str, Any] = {}
    for _, _, found in _iter_record_lists(content):
        for record in found:
            records.setdefault(record.id, record)
    for language, table in content.translations.items():
        for record_id, texts in table.items():
            place = f"/translations/{language}/{record_id}"
            if record_id not in records:
                yield place, _tell_wrong(record_id, (), world.nouns)
                continue
            known = {path for path, _ in iter_texts(records[record_id])}
            for path in texts:
                if path not in known:
                    field = path.replace("~", "~0").replace("/", "~1")
                    message = (
                        f"{_with_article(world.nouns[record_id])} has no such text to translate"
                    )
                    yield f"{place}/{field}", message
