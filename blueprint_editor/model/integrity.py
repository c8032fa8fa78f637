"""Rules between the records of a document; each record's own rules stand in its type."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter, eq
from typing import Any, NamedTuple

from blueprint_editor.model.derived import is_customer_below_visibility
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.errors import Problem
from blueprint_editor.model.references import (
    REFERENCES,
    Place,
    Reference,
    World,
    iter_given,
    iter_part_references,
    iter_pictures,
    iter_record_lists,
)
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
    world = World(content, holder.assets)
    found = chain(
        () if len(world.known) == world.count else _find_repeated_ids(content, pointer),
        chain.from_iterable(rule.find(content, world) for rule in RULES),
        _find_translation_problems(content, world),
    )
    return (Problem(pointer + place, message) for place, message in found)


def _find_repeated_ids(content: DocumentContent, prefix: str) -> Iterator[Place]:
    first: dict[str, str] = {}
    for _, pointer, records in iter_record_lists(content):
        for index, record in enumerate(records):
            place = f"{pointer}/{index}/id" if pointer else "/id"
            if record.id in first:
                known = prefix + first[record.id]
                yield place, f'the id "{record.id}" is used already at {known}'
            first.setdefault(record.id, place)


def _find_unknown(content: DocumentContent, world: World, ref: Reference) -> Iterator[Place]:
    records = getattr(content, ref.collection)
    values: Iterable[Any] = map(attrgetter(ref.field), records)
    wrong = set(chain.from_iterable(values) if ref.is_list else values)
    wrong.discard(None)
    if ref.nouns:
        wrong.difference_update(*(world.ids_of(noun) for noun in ref.nouns))
    else:
        wrong -= world.known
    if wrong:
        yield from _name_unknown(records, ref, wrong, world.nouns)


def _name_unknown(
    records: Iterable[Any], ref: Reference, wrong: set[str], nouns: Mapping[str, str]
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


def _find_unknown_in_parts(content: DocumentContent, world: World) -> Iterator[Place]:
    """Check the references that stand deeper than a record's own fields."""
    for (place, record_id), noun in iter_part_references(content):
        if record_id not in world.ids_of(noun):
            yield place, _tell_wrong(record_id, (noun,), world.nouns)


def _find_unknown_pictures(content: DocumentContent, world: World) -> Iterator[Place]:
    for place, asset in iter_pictures(content):
        if asset not in world.assets:
            yield f"{place}/asset", f'unknown asset "{asset}"'


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


def _find_scattered_steps(content: DocumentContent, _world: World) -> Iterator[Place]:
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


def _find_wrong_curves(content: DocumentContent, _world: World) -> Iterator[Place]:
    roles = {lane.id: lane.role for lane in content.lanes}
    for index, lane in enumerate(content.lanes):
        if lane.of is not None and roles.get(lane.of, "customer") != "customer":
            yield f"/lanes/{index}/of", f'"{lane.of}" is not a customer lane'


def _find_low_customers(content: DocumentContent, _world: World) -> Iterator[Place]:
    if is_customer_below_visibility(content.lanes):
        shown = (i for i, lane in enumerate(content.lanes) if not lane.hidden)
        lowest = max(i for i in shown if content.lanes[i].role == "customer")
        yield f"/lanes/{lowest}", "a customer lane stands below the line of visibility"


def _find_actor_cycles(content: DocumentContent, _world: World) -> Iterator[Place]:
    rings = find_rings({actor.id: actor.members for actor in content.actors if actor.members})
    for index, actor in enumerate(content.actors if rings else ()):
        if actor.id in rings:
            yield f"/actors/{index}/members", f'the members of "{actor.id}" lead back to it'


def _find_solution_cycles(content: DocumentContent, _world: World) -> Iterator[Place]:
    rings = _find_solution_rings(content)
    for index, mark in enumerate(content.marks if rings else ()):
        if mark.id in rings:
            yield f"/marks/{index}/solves", f'what "{mark.id}" solves leads back to it'


def _find_solution_rings(content: DocumentContent) -> frozenset[str]:
    return find_rings({mark.id: (mark.solves,) for mark in content.marks if mark.solves})


def _find_unsolvable(content: DocumentContent, _world: World) -> Iterator[Place]:
    kinds = {mark.id: mark.kind for mark in content.marks}
    wrong = [
        (index, solved)
        for index, solved in iter_given(content.marks, "solves")
        if kinds.get(solved, "risk") not in PROBLEM_KINDS
    ]
    rings = _find_solution_rings(content) if wrong else frozenset()
    for index, solved in wrong:
        if content.marks[index].id not in rings:
            message = f'"{solved}" is a mark of kind {kinds[solved]}, which cannot be solved'
            yield f"/marks/{index}/solves", message


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


def _find_connector_problems(content: DocumentContent, _world: World) -> Iterator[Place]:
    sources, targets = (
        list(map(attrgetter(end), content.connectors)) for end in ("source", "target")
    )
    if any(map(eq, sources, targets)):
        for index, (source, target) in enumerate(zip(sources, targets, strict=True)):
            if source == target:
                yield f"/connectors/{index}/target", "a card cannot be connected with itself"


def _find_responsibility_problems(content: DocumentContent, _world: World) -> Iterator[Place]:
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


def _find_emotion_problems(content: DocumentContent, _world: World) -> Iterator[Place]:
    for index, emotions in iter_given(content.cards, "emotions"):
        seen: set[str] = set()
        for number, emotion in enumerate(emotions):
            if emotion.variant in seen:
                message = f'has a value for "{emotion.variant}" already'
                yield f"/cards/{index}/emotions/{number}/variant", message
            seen.add(emotion.variant)


def _find_translation_problems(content: DocumentContent, world: World) -> Iterator[Place]:
    if not content.translations:
        return
    records: dict[str, Any] = {}
    for _, _, found in iter_record_lists(content):
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


class Rule(NamedTuple):
    """One rule between records.

    Attributes:
        name: what is wrong where it is broken, as a fixed word.
        fields: the fields that can break it, such as ``lanes.of``, or ``poster`` for a field of
            the document itself.
        find: yields the places where a content breaks it.
        is_alone: each record breaks it by itself, whatever stands beside it in its collection.
    """

    name: str
    fields: frozenset[str]
    find: Callable[[DocumentContent, World], Iterable[Place]]
    is_alone: bool = False


RULES: tuple[Rule, ...] = (
    *(
        Rule(
            "unknown_record",
            frozenset({f"{ref.collection}.{ref.field}"}),
            partial(_find_unknown, ref=ref),
            is_alone=True,
        )
        for ref in REFERENCES
    ),
    Rule(
        "unknown_record",
        frozenset({"cards.emotions", "connectors.handover", "causal_map", "poster"}),
        _find_unknown_in_parts,
        is_alone=True,
    ),
    Rule(
        "unknown_picture",
        frozenset({"cards.image", "personas.portrait", "project", "poster"}),
        _find_unknown_pictures,
        is_alone=True,
    ),
    Rule("scattered_steps", frozenset({"steps.phase"}), _find_scattered_steps),
    Rule("not_a_customer_lane", frozenset({"lanes.of", "lanes.role"}), _find_wrong_curves),
    Rule("customer_below", frozenset({"lanes.role", "lanes.hidden"}), _find_low_customers),
    Rule("leads_back", frozenset({"actors.members"}), _find_actor_cycles),
    Rule("leads_back", frozenset({"marks.solves"}), _find_solution_cycles),
    Rule("cannot_be_solved", frozenset({"marks.solves", "marks.kind"}), _find_unsolvable),
    Rule(
        "connects_itself",
        frozenset({"connectors.source", "connectors.target"}),
        _find_connector_problems,
        is_alone=True,
    ),
    Rule(
        "ends_before_it_begins",
        frozenset({"responsibilities.first_step", "responsibilities.last_step", "steps.phase"}),
        _find_responsibility_problems,
    ),
    Rule("repeated_variant", frozenset({"cards.emotions"}), _find_emotion_problems, is_alone=True),
)
"""Every rule between records but those on ids and translations, in the order of their problems."""
