"""Delete any records with all that hangs on them; what stays lets go of what went.

Two passes: first what cannot be without a lost record falls too (in the order of
:data:`REFERENCES`, so that a later one sees what an earlier one added), then :data:`RELEASES`
takes the lost ids out of the records that stay.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter, is_
from typing import Any, NamedTuple

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.lookup import find_records
from blueprint_editor.commands.parts import (
    change_where,
    drop_unused_assets,
    map_records,
    replace_parts,
    replace_translations,
)
from blueprint_editor.commands.paths import read_path, write_path
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Card,
    CausalNode,
    Connector,
    Handover,
    PosterFilter,
    Responsibility,
    VariantEmotion,
)
from blueprint_editor.model.references import (
    FIT_REFERENCES,
    NOUNS,
    REFERENCES,
    Reference,
    iter_given,
)

INNER_LISTS = frozenset({"links", "barriers", "nodes", "arrows"})
"""The lists of records with ids that stand within others."""

_BAND_ENDS = frozenset({"first_step", "last_step"})


class Lost(NamedTuple):
    """What goes.

    Attributes:
        ids: of the lost records.
        collections: those that lose records, so that much need not be looked at; and the lists
            within records that do (:data:`INNER_LISTS`).
        is_merged: others took their place, and name them as their origin.
    """

    ids: frozenset[str]
    collections: frozenset[str] = frozenset()
    is_merged: bool = False

    def holds_some_of(self, ids: Iterable[str]) -> bool:
        """Tell whether one of the ids is lost."""
        return not self.ids.isdisjoint(ids)

    def may_name(self, ref: Reference) -> bool:
        """Tell whether a field may name one of the lost records."""
        return not ref.nouns or any(NOUNS.get(name) in ref.nouns for name in self.collections)


def find_lost(document: Document, records: Collection[str]) -> Lost:
    """Return what goes when the given records are deleted, these included.

    Raises:
        CommandRefusedError: ``unknown_record``; ``fixed_record`` for the document and its images,
            which go when nothing shows them any more.
    """
    places = find_records(document, records)
    ids = set(records)
    collections = {place.path[-2] if place.path else place.collection for place in places.values()}
    if fixed := [i for i, p in places.items() if not p.path and p.collection in {"", "assets"}]:
        raise CommandRefusedError("fixed_record", *fixed)
    for ref in REFERENCES:
        if not ref.is_required or ref.field in _BAND_ENDS:
            continue
        if Lost(frozenset(), frozenset(collections)).may_name(ref):
            there = getattr(document, ref.collection)
            named = map(attrgetter(ref.field), there)
            found = {there[place].id for place, name in enumerate(named) if name in ids}
            if found:
                ids |= found
                collections.add(ref.collection)
    bands = {band.id for band, kept in _iter_cut_bands(document, ids) if not kept}
    arrows = _find_lost_arrows(document, ids)
    collections |= {"responsibilities"} if bands else set()
    collections |= {"arrows"} if arrows else set()
    ids.update(bands, arrows)
    ids.update(_iter_inner_losses(document, ids))
    return Lost(frozenset(ids), frozenset(collections))


def _find_lost_arrows(document: Document, lost: Collection[str]) -> set[str]:
    arrows = document.causal_map.arrows if document.causal_map is not None else ()
    return {arrow.id for arrow in arrows if arrow.source in lost or arrow.target in lost}


def _iter_cut_bands(
    document: Document, lost: Collection[str]
) -> Iterator[tuple[Responsibility, list[str]]]:
    """Yield the bands that lose an end, with the ids of the steps that remain of them."""
    bands = [b for b in document.responsibilities if b.first_step in lost or b.last_step in lost]
    order = [step.id for step in DerivedFacts(document).steps] if bands else []
    for band in bands:
        first, last = order.index(band.first_step), order.index(band.last_step)
        yield band, [step for step in order[first : last + 1] if step not in lost]


def _iter_inner_losses(document: Document, lost: Collection[str]) -> Iterator[str]:
    """Yield the ids that stand within lost records."""
    for name, field in (("cards", "links"), ("personas", "barriers")):
        holders = getattr(document, name)
        for index, parts in iter_given(holders, field):
            if holders[index].id in lost:
                yield from (part.id for part in parts)


def _free_references(document: Document, lost: Lost) -> Document:
    for ref in REFERENCES:
        if not ref.is_required and lost.may_name(ref):
            is_lost = lost.holds_some_of if ref.is_list else lost.ids.__contains__
            release_one = _make_release(ref, lost.ids)
            document = change_where(document, ref.collection, ref.field, is_lost, release_one)
    return document


def _make_release(ref: Reference, lost: frozenset[str]) -> Callable[[Any], Any]:
    field = ref.field

    def release_one(record: Any) -> Any:
        value = getattr(record, field)
        kept = tuple(item for item in value if item not in lost) if ref.is_list else None
        return record.changed(**{field: kept})

    return release_one


def _shorten_bands(document: Document, lost: Lost) -> Document:
    """Let a band end at the last of its steps that remains."""
    kept = {band.id: steps for band, steps in _iter_cut_bands(document, lost.ids) if steps}

    def shorten(band: Responsibility) -> Responsibility:
        steps = kept.get(band.id)
        return band.changed(first_step=steps[0], last_step=steps[-1]) if steps else band

    return map_records(document, "responsibilities", shorten) if kept else document


def _free_origins(document: Document, lost: Lost) -> Document:
    if lost.is_merged:
        return document
    release_one = _make_release(Reference("cards", "origin", (), is_list=True), lost.ids)
    return change_where(document, "cards", "origin", lost.holds_some_of, release_one)


def _free_feelings(document: Document, lost: Lost) -> Document:
    def is_lost(emotions: tuple[VariantEmotion, ...]) -> bool:
        return any(emotion.variant in lost.ids for emotion in emotions)

    def free(card: Card) -> Card:
        return card.changed(emotions=tuple(e for e in card.emotions if e.variant not in lost.ids))

    if "variants" not in lost.collections:
        return document
    return change_where(document, "cards", "emotions", is_lost, free)


def _free_handovers(document: Document, lost: Lost) -> Document:
    def is_lost(handover: Handover) -> bool:
        return handover.giver in lost.ids or handover.receiver in lost.ids

    def free(connector: Connector) -> Connector:
        for field in ("giver", "receiver"):
            if read_path(connector, f"handover.{field}") in lost.ids:
                connector = write_path(connector, f"handover.{field}", None)
        return connector

    if "actors" not in lost.collections:
        return document
    return change_where(document, "connectors", "handover", is_lost, free)


def _free_filter(document: Document, lost: Lost) -> Document:
    poster_filter = document.poster.filter
    if poster_filter is None:
        return document
    for field in ("actors", "variants", "tags", "lanes"):
        value = getattr(poster_filter, field)
        if not lost.ids.isdisjoint(value):
            kept = tuple(item for item in value if item not in lost.ids)
            poster_filter = poster_filter.changed(**{field: kept})
    if poster_filter is document.poster.filter:
        return document
    kept_filter = None if poster_filter == PosterFilter() else poster_filter
    return replace_parts(document, poster=document.poster.changed(filter=kept_filter))


def _free_breaks(document: Document, lost: Lost) -> Document:
    """Let posters and rows that began with what is lost begin with what comes after it."""
    fit = document.poster.fit
    if fit is None or not any(lost.holds_some_of(getattr(fit, name)) for name in FIT_REFERENCES):
        return document
    orders = {
        "phase": [phase.id for phase in document.phases],
        "step": [step.id for step in DerivedFacts(document).steps],
    }
    kept = {
        field: _find_heirs(getattr(fit, field), orders[noun], lost)
        for field, noun in FIT_REFERENCES.items()
    }
    return replace_parts(document, poster=document.poster.changed(fit=fit.changed(**kept)))


def _find_heirs(ids: Sequence[str], order: Sequence[str], lost: Lost) -> tuple[str, ...]:
    """Return the ids, instead of each lost one the next that stays; of merged ones none."""
    found = []
    for one in ids:
        rest = (one,) if lost.is_merged else order[order.index(one) :]
        found += [other for other in rest if other not in lost.ids][:1]
    return tuple(dict.fromkeys(found))


def _free_causal_nodes(document: Document, lost: Lost) -> Document:
    causal_map = document.causal_map
    if causal_map is None:
        return document
    nodes = tuple(_without_subject(document, node, lost.ids) for node in causal_map.nodes)
    if all(map(is_, causal_map.nodes, nodes)):
        return document
    return replace_parts(document, causal_map=causal_map.changed(nodes=nodes))


def _without_subject(document: Document, node: CausalNode, lost: frozenset[str]) -> CausalNode:
    """Return the node without its lost card or mark, whose text it keeps as its own."""
    if node.card not in lost and node.mark not in lost:
        return node
    texts = {card.id: card.text for card in document.cards}
    texts |= {mark.id: mark.text for mark in document.marks}
    return node.changed(
        text=node.text or texts.get(node.card or node.mark or "", ""),
        card=None if node.card in lost else node.card,
        mark=None if node.mark in lost else node.mark,
    )


def _drop_translations(document: Document, lost: Lost) -> Document:
    if not any(not lost.ids.isdisjoint(table) for table in document.translations.values()):
        return document
    kept = {
        language: {i: texts for i, texts in table.items() if i not in lost.ids}
        for language, table in document.translations.items()
    }
    return replace_translations(document, kept)


def _drop_records(document: Document, lost: Lost) -> Document:
    ids = lost.ids
    kept = {
        name: tuple(record for record in getattr(document, name) if record.id not in ids)
        for name in lost.collections.intersection(COLLECTIONS)
    }
    return replace_parts(document, **kept)


def _drop_inner_records(document: Document, lost: Lost) -> Document:
    if lost.collections.isdisjoint(INNER_LISTS):
        return document

    def is_lost(parts: tuple[Any, ...]) -> bool:
        return any(part.id in lost.ids for part in parts)

    for name, field in (("cards", "links"), ("personas", "barriers")):
        drop = partial(_drop_within, fields=(field,), lost=lost.ids)
        document = change_where(document, name, field, is_lost, drop)
    project, causal_map = document.project, document.causal_map
    if project is not None:
        project = _drop_within(project, ("links",), lost.ids)
    if causal_map is not None:
        causal_map = _drop_within(causal_map, ("nodes", "arrows"), lost.ids)
    return replace_parts(document, project=project, causal_map=causal_map)


def _drop_within(record: Any, fields: Collection[str], lost: frozenset[str]) -> Any:
    for field in fields:
        old = getattr(record, field)
        if old and any(part.id in lost for part in old):
            record = record.changed(**{field: tuple(p for p in old if p.id not in lost)})
    return record


def _drop_acceptances(document: Document, lost: Lost) -> Document:
    accepted = document.checks_accepted
    kept = tuple(one for one in accepted if one.record not in lost.ids)
    return document if kept == accepted else replace_parts(document, checks_accepted=kept)


RELEASES: tuple[Callable[[Document, Lost], Document], ...] = (
    _free_references,
    _shorten_bands,
    _free_origins,
    _free_feelings,
    _free_handovers,
    _free_filter,
    _free_breaks,
    _free_causal_nodes,
    _drop_translations,
    _drop_acceptances,
    _drop_records,
    _drop_inner_records,
)
"""What becomes of the records that stay; the lost ones go last, so that their texts can be read."""


def release(document: Document, lost: Lost) -> Document:
    """Return the document without the lost records; pictures that nothing shows any more go too."""
    after = document
    for let_go in RELEASES:
        after = let_go(after, lost)
    return drop_unused_assets(document, after)


@dataclass(frozen=True)
class DeleteRecords:
    """Delete records of any kind with what hangs on them."""

    records: frozenset[str]
    name: str = msgid("deletion")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """A comment outlives its target: somebody said it, and nothing is lost silently."""
        return release(document, find_lost(document, self.records)) if self.records else document
