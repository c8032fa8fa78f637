"""Take a newer base over into an area version, piece by piece: base then, base now, and mine."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from blueprint_editor.commands.area import copy_content
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds, find_taken_ids, make_random_tail
from blueprint_editor.commands.lookup import list_inner_ids
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.paths import change_record
from blueprint_editor.commands.removal import find_lost, release
from blueprint_editor.commands.renaming import take_translations
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.base_link import describe_base, find_base
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Handover
from blueprint_editor.model.references import REFERENCES

PieceKind = Literal["added", "removed", "changed"]

_TAKEN = tuple(name for name in COLLECTIONS if name not in {"snapshots", "assets", "comments"})
_OWN_FIELDS = ("title", "subtitle", "description", "state", "value")
"""Of the document itself; all else about it is the area's own affair."""


class Piece(NamedTuple):
    """One thing that the newer base says otherwise.

    Attributes:
        id: of the piece.
        collection: the document's field that holds the record; "" for the document itself.
        record: its id.
        fields: those that differ; of a record that came or went none.
        is_conflict: the area version has changed the same, so that one of the two is lost.
        mine: the record as the area version has it; None if it has none.
        theirs: as the newer base has it; None if it went.
    """

    id: str
    collection: str
    record: str
    kind: PieceKind
    fields: tuple[str, ...]
    is_conflict: bool
    mine: Any
    theirs: Any


def list_pieces(document: Document, newer: DocumentContent) -> tuple[Piece, ...]:
    """Return what a newer base says otherwise than the one that the area version knows.

    What the area version says already is not among it.

    Raises:
        CommandRefusedError: ``no_base``: nothing is kept of a base.
    """
    base = find_base(document)
    if base is None:
        raise CommandRefusedError("no_base", document.id)
    found = list(_iter_document_pieces(document, base, newer))
    for name in _TAKEN:
        old, new = _by_id(base, name), _by_id(newer, name)
        mine = _by_id(document, name)
        for record_id, record in new.items():
            found.extend(_compare(name, old.get(record_id), record, mine.get(record_id)))
        for record_id in old.keys() - new.keys():
            if record_id in mine:
                is_conflict = _loses_own_work(document, base, record_id)
                found.append(
                    Piece(
                        f"{name}/{record_id}", name, record_id, "removed", (),
                        is_conflict, mine[record_id], None,
                    )
                )  # fmt: skip
    return tuple(found)


def _by_id(document: DocumentContent, name: str) -> dict[str, Any]:
    return {record.id: record for record in getattr(document, name)}


def _iter_document_pieces(
    document: Document, base: DocumentContent, newer: DocumentContent
) -> Iterator[Piece]:
    for name in _OWN_FIELDS:
        old, new, mine = (getattr(one, name) for one in (base, newer, document))
        if new not in (old, mine):
            is_conflict = mine != old
            yield Piece(
                f"document/{name}",
                "",
                document.id,
                "changed",
                (name,),
                is_conflict,
                document,
                newer,
            )


def _compare(name: str, old: Any, new: Any, mine: Any) -> Iterator[Piece]:
    piece = f"{name}/{new.id}"
    if old is None:
        if mine is None:
            yield Piece(piece, name, new.id, "added", (), False, None, new)
        elif mine != new:
            fields = tuple(_iter_different(mine, new))
            yield Piece(piece, name, new.id, "changed", fields, True, mine, new)
        return
    changed = list(_iter_different(old, new))
    if mine is None:
        if changed:
            # Removed here, changed there: it comes back whole or not at all.
            yield Piece(piece, name, new.id, "added", (), True, None, new)
        return
    changed = [field for field in changed if getattr(mine, field) != getattr(new, field)]
    clean = tuple(f for f in changed if getattr(mine, f) == getattr(old, f))
    both = tuple(f for f in changed if f not in clean)
    if clean:
        yield Piece(piece, name, new.id, "changed", clean, False, mine, new)
    if both:
        yield Piece(f"{piece}/both", name, new.id, "changed", both, True, mine, new)


def _iter_different(one: Any, other: Any) -> Iterator[str]:
    for name in type(one).model_fields:
        if getattr(one, name) != getattr(other, name):
            yield name


def _loses_own_work(document: Document, base: DocumentContent, record: str) -> bool:
    """Tell whether a removal would take away what the area version has added or changed."""
    lost = find_lost(document, (record,)).ids
    for name in COLLECTIONS:
        known = _by_id(base, name) if name in DocumentContent.model_fields else {}
        for one in getattr(document, name):
            if one.id in lost and known.get(one.id) != one:
                return True
    return False


@dataclass(frozen=True)
class TakeOver:
    """Take chosen pieces of a newer base over; the area version is one of that base then.

    What a chosen piece cannot be without comes with it. A named version keeps the newer base.

    Attributes:
        newer: the newer base, with its images.
        pieces: ids of those that are taken.
        file_name: of the newer base.
        title: what the kept base is called.
        at: ISO 8601.
    """

    newer: Document
    pieces: frozenset[str]
    file_name: str
    title: str
    at: str
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("update from the base")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Refused: ``no_base``; ``unfit_pieces``, where the outcome would break a rule."""
        pieces = {piece.id: piece for piece in list_pieces(document, self.newer)}
        chosen = _fit(document, _with_needed(pieces, self.pieces))
        base = find_base(document)
        document = self._link(document, base)
        after = _add(document, self.newer, [p for p in chosen if p.kind == "added"])
        after = _change(after, [p for p in chosen if p.kind == "changed"])
        gone = [p.record for p in chosen if p.kind == "removed"]
        if gone:
            # Origins stay as the newer base tells them.
            after = release(after, find_lost(after, gone)._replace(is_merged=True))
            # Pictures that the kept base shows stay.
            after = replace_parts(after, assets=document.assets)
        own = {p.record: p.record for p in chosen if p.kind != "removed"}
        after = take_translations(after, self.newer.translations, own)
        if problems := find_problems(after):
            raise CommandRefusedError("unfit_pieces", *(problem.pointer for problem in problems))
        return after

    def _link(self, document: Document, base: DocumentContent | None) -> Document:
        """Return the document linked to the newer base, which it keeps, with its images."""
        kept = tuple(one for one in document.snapshots if one.document is not base)
        record = SeededIds(document, self.seed).take("snapshots")
        new = Snapshot(id=record, name=self.title, at=self.at, document=copy_content(self.newer))
        known = {asset.id for asset in document.assets}
        images = tuple(asset for asset in self.newer.assets if asset.id not in known)
        return replace_parts(
            document,
            base=describe_base(self.newer, self.file_name),
            snapshots=(*kept, new),
            assets=(*document.assets, *images),
        )


def _with_needed(pieces: Mapping[str, Piece], wanted: Collection[str]) -> list[Piece]:
    """Return the chosen pieces with the additions that they name, in the order of the pieces."""
    if unknown := [one for one in wanted if one not in pieces]:
        raise CommandRefusedError("unknown_record", *unknown)
    additions = {piece.record: piece for piece in pieces.values() if piece.kind == "added"}
    chosen = {one: pieces[one] for one in wanted}
    waiting = list(chosen.values())
    while waiting:
        piece = waiting.pop()
        for named in _iter_named(piece):
            needed = additions.get(named)
            if needed is not None and needed.id not in chosen:
                chosen[needed.id] = needed
                waiting.append(needed)
    return [piece for piece in pieces.values() if piece.id in chosen]


def _iter_named(piece: Piece) -> Iterator[str]:
    """Yield the ids that a piece brings with it."""
    for ref in REFERENCES:
        if ref.collection != piece.collection or piece.theirs is None:
            continue
        if piece.kind == "changed" and ref.field not in piece.fields:
            continue
        value = getattr(piece.theirs, ref.field)
        yield from value if ref.is_list else filter(None, (value,))
    for part in getattr(piece.theirs, "emotions", ()):
        yield part.variant
    handover = getattr(piece.theirs, "handover", None)
    if handover is not None:
        yield from filter(None, (handover.giver, handover.receiver))


def _fit(document: Document, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without references to what the area version has removed.

    What cannot be without such a reference stays out.
    """
    known = find_taken_ids(document)
    additions = {piece.record for piece in pieces if piece.kind == "added"}
    while True:
        there = known | additions
        found = [_fit_piece(piece, there) for piece in pieces]
        kept = {piece.record for piece in found if piece is not None and piece.kind == "added"}
        if kept == additions:
            return [piece for piece in found if piece is not None]
        additions = kept


def _fit_piece(piece: Piece, known: Collection[str]) -> Piece | None:
    values: dict[str, Any] = {}
    for ref in REFERENCES if piece.theirs is not None and piece.collection else ():
        if ref.collection != piece.collection:
            continue
        if piece.kind == "changed" and ref.field not in piece.fields:
            continue
        value = getattr(piece.theirs, ref.field)
        if ref.is_list:
            values[ref.field] = tuple(one for one in value if one in known)
        elif value is not None and value not in known:
            if ref.is_required:
                return None
            values[ref.field] = None
    if piece.collection == "cards" and piece.theirs is not None:
        felt = piece.theirs.emotions
        values["emotions"] = tuple(one for one in felt if one.variant in known)
    if piece.collection == "connectors" and piece.theirs is not None:
        values["handover"] = _fit_handover(piece.theirs.handover, known)
    return piece._replace(theirs=change_record(piece.theirs, **values)) if values else piece


def _fit_handover(handover: Handover | None, known: Collection[str]) -> Handover | None:
    if handover is None:
        return None
    return handover.changed(
        giver=handover.giver if handover.giver in known else None,
        receiver=handover.receiver if handover.receiver in known else None,
    )


def _add(document: Document, newer: DocumentContent, pieces: Sequence[Piece]) -> Document:
    """Return the document with records that the newer base has added, behind their neighbours."""
    taken = find_taken_ids(document)
    ways = {_way(link) for link in document.connectors}
    for name in dict.fromkeys(piece.collection for piece in pieces):
        new = {}
        for piece in (one for one in pieces if one.collection == name):
            ids = {piece.record, *list_inner_ids(piece.theirs)}
            is_double = name == "connectors" and _way(piece.theirs) in ways
            if taken.isdisjoint(ids) and not is_double:
                new[piece.record] = piece.theirs
                taken |= ids
        order = [record.id for record in getattr(newer, name)]
        woven = _weave(getattr(document, name), new, order)
        if name == "steps":
            woven = _gather(document, woven)
        document = replace_parts(document, **{name: woven})
    return document


_way = attrgetter("source", "target", "kind")


def _weave(old: Sequence[Any], new: Mapping[str, Any], order: Sequence[str]) -> tuple[Any, ...]:
    """Return records with new ones, each behind the one that it stands behind in ``order``."""
    found = list(old)
    places = {record.id for record in old}
    for number, record_id in enumerate(order):
        if record_id not in new:
            continue
        before = next((one for one in reversed(order[:number]) if one in places), None)
        at = next((i + 1 for i, one in enumerate(found) if one.id == before), 0)
        found.insert(at if before is not None else 0, new[record_id])
        places.add(record_id)
    return tuple(found)


def _gather(document: Document, steps: Sequence[Any]) -> tuple[Any, ...]:
    """Let the steps of a phase stand together, in the order of the phases."""
    order = {phase.id: place for place, phase in enumerate(document.phases)}
    return tuple(sorted(steps, key=lambda step: order.get(step.phase, len(order))))


def _change(document: Document, pieces: Sequence[Piece]) -> Document:
    for piece in pieces:
        values = {name: getattr(piece.theirs, name) for name in piece.fields}
        if piece.collection == "":
            document = document.model_copy(update=values)
            continue
        records = getattr(document, piece.collection)
        changed = tuple(
            change_record(one, **values) if one.id == piece.record else one for one in records
        )
        if piece.collection == "steps":
            changed = _gather(document, changed)
        document = replace_parts(document, **{piece.collection: changed})
    return document
