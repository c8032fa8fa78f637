"""Take a path of another document in, as a path of this one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.matching import match_registers
from blueprint_editor.commands.one_path import keep_path
from blueprint_editor.commands.parts import map_records, replace_parts
from blueprint_editor.commands.pasting import insert_piece, make_new_ids
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.renaming import rename_record, take_translations
from blueprint_editor.commands.rules import CardPlace, is_card_lane
from blueprint_editor.commands.steps import AddStep
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.naming import find_free_sign, sign_variant
from blueprint_editor.model.records import Lane, Phase, Step, Variant

_REGISTERS = ("actors", "sources", "tags")


@dataclass(frozen=True)
class ImportPath:
    """Put a path of another document into the cells of this one, as a new variant.

    Lanes, phases and steps are found by id, name and place, or come too. Every card keeps the id
    that it had there as its origin. Cards that belonged to all paths belong to those of before.

    Attributes:
        other: where the path comes from.
        path: id of its variant; empty for all that the other document shows.
        own_name: what this document's own path is called, if it has no variants yet.
    """

    other: Document
    path: str = ""
    own_name: str = ""
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("path from another file")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Refused: ``unknown_record``, a path that is not there; ``no_paths``, if it is empty."""
        piece = self._take_piece()
        new_ids = SeededIds(document, self.seed)
        document = _name_own_path(document, self.own_name, new_ids)
        path = _make_variant(document, self.other, self.path, new_ids)
        document = replace_parts(document, variants=(*document.variants, path))
        document, lanes = _match_lanes(document, piece, new_ids)
        document, steps = _match_steps(document, piece, new_ids)
        document, ids, added = match_registers(document, piece, new_ids, _REGISTERS)
        own = make_new_ids(piece, new_ids)
        piece = map_records(
            piece, "cards", lambda card: card.changed(variants=(path.id,), origin=(card.id,))
        )
        places = [
            CardPlace(own[card.id], lanes[card.lane], steps[card.step])
            for card in DerivedFacts(piece).reading_order
        ]
        document = insert_piece(document, piece, ids | own | lanes | steps, places)
        document = _take_persona(document, self.other, path, new_ids)
        return take_translations(document, piece.translations, own | added)

    def _take_piece(self) -> Document:
        other = self.other
        if self.path and all(variant.id != self.path for variant in other.variants):
            raise CommandRefusedError("unknown_record", self.path)
        piece = keep_path(other, self.path) if self.path else other
        shown = {lane.id for lane in piece.lanes if is_card_lane(lane)}
        cards = tuple(card for card in piece.cards if card.lane in shown)
        if not cards:
            raise CommandRefusedError("no_paths", other.id)
        known = {card.id for card in cards}
        links = [c for c in piece.connectors if c.source in known and c.target in known]
        there = known | {link.id for link in links}
        marks = [mark for mark in piece.marks if mark.target in there]
        carried = {mark.id for mark in marks}
        return piece.model_copy(
            update={
                "cards": tuple(card.changed(variants=(), emotions=()) for card in cards),
                "connectors": tuple(link.changed(variants=()) for link in links),
                "marks": tuple(
                    m if m.solves in carried or m.solves is None else m.changed(solves=None)
                    for m in marks
                ),
            }
        )


def list_paths(document: Document) -> tuple[tuple[str, str], ...]:
    """Return (id of a variant, its name) of the paths that can be taken in; ("", title) of all."""
    if not document.variants:
        return (("", document.title),)
    return tuple((variant.id, variant.name) for variant in document.variants)


def _name_own_path(document: Document, name: str, new_ids: SeededIds) -> Document:
    """Let cards that belong to all paths belong to those that are there now."""
    if not document.variants:
        own = Variant(id=new_ids.take("variants"), name=name or document.title, short="A")
        document = replace_parts(document, variants=(own,))
    everyone = tuple(variant.id for variant in document.variants)
    return map_records(
        document, "cards", lambda card: card if card.variants else card.changed(variants=everyone)
    )


def _make_variant(document: Document, other: Document, path: str, new_ids: SeededIds) -> Variant:
    """Return the new path: named as there, with a sign that no other path here has."""
    there = next((variant for variant in other.variants if variant.id == path), None)
    wanted = sign_variant(there) if there is not None else ""
    short = find_free_sign(document.variants, wanted)
    variant_id = new_ids.take("variants")
    if there is None:
        return Variant(id=variant_id, name=other.title, short=short, dash="dashed")
    return there.changed(id=variant_id, short=short, persona=None)


def _take_persona(
    document: Document, other: Document, path: Variant, new_ids: SeededIds
) -> Document:
    """Bring the persona who walks the path, without the portrait, which stays with its file."""
    walker = next((v.persona for v in other.variants if v.name == path.name and v.persona), None)
    persona = next((one for one in other.personas if one.id == walker), None)
    if persona is None:
        return document
    ids = {persona.id: new_ids.take("personas")}
    ids |= {barrier.id: new_ids.take("barriers") for barrier in persona.barriers}
    new = rename_record(persona.changed(portrait=None), "personas", ids)
    variants = tuple(
        one.changed(persona=new.id) if one.id == path.id else one for one in document.variants
    )
    return replace_parts(document, variants=variants, personas=(*document.personas, new))


def _match_lanes(
    document: Document, piece: Document, new_ids: SeededIds
) -> tuple[Document, dict[str, str]]:
    """Find each lane with cards by role and id, by role and name, or as the next of its role."""
    filled = {card.lane for card in piece.cards}
    ids: dict[str, str] = {}
    for lane in piece.lanes:
        if lane.id not in filled:
            continue
        taken = set(ids.values())
        free = [
            one
            for one in document.lanes
            if one.role == lane.role and one.id not in taken and is_card_lane(one)
        ]
        same = next((one for one in free if one.id == lane.id or _same(one, lane)), None)
        if same is None and free and lane.role != "custom":
            same = free[0]
        if same is None:
            new = lane.changed(id=new_ids.keep_or_take(lane.id, "lanes"), actor=None, of=None)
            document = AddRecord("lanes", new).apply(document)
            same = new
        ids[lane.id] = same.id
    return document, ids


def _same(one: Lane | Phase | Step, other: Lane | Phase | Step) -> bool:
    """Tell whether two records are called the same."""
    return bool(one.name.strip()) and one.name.strip().casefold() == other.name.strip().casefold()


def _match_steps(
    document: Document, piece: Document, new_ids: SeededIds
) -> tuple[Document, dict[str, str]]:
    """Find each phase, and in it each step, by id and name, by name or by place; or add it."""
    document, phases = _match_phases(document, piece, new_ids)
    facts = DerivedFacts(piece)
    ids: dict[str, str] = {}
    for phase, steps in facts.steps_of_phase.items():
        for step, same in _pair(steps, DerivedFacts(document).steps_of_phase[phases[phase]]):
            if same is not None:
                ids[step.id] = same
                continue
            new_id = new_ids.keep_or_take(step.id, "steps")
            new = step.changed(id=new_id, phase=phases[phase])
            document = AddStep(new).apply(document)
            ids[step.id] = new_id
    return document, ids


def _match_phases(
    document: Document, piece: Document, new_ids: SeededIds
) -> tuple[Document, Mapping[str, str]]:
    ids: dict[str, str] = {}
    before = -1
    by_place = len(document.phases) == len(piece.phases)
    for phase, same in _pair(piece.phases, document.phases, by_place=by_place):
        ids[phase.id] = same or new_ids.keep_or_take(phase.id, "phases")
        if same is None:
            new = phase.changed(id=ids[phase.id])
            document = AddRecord("phases", new, before + 1).apply(document)
        before = next(i for i, one in enumerate(document.phases) if one.id == ids[phase.id])
    return document, ids


def _pair(
    theirs: Sequence[Any], mine: Sequence[Any], *, by_place: bool = True
) -> Iterator[tuple[Any, str | None]]:
    """Yield (record, id of the same one here or None); each is the same as one at most."""
    taken: set[str] = set()
    named = {}
    for record in theirs:
        free = [one for one in mine if one.id not in taken]
        same = next((one for one in free if one.id == record.id), None)
        if same is None or (same.name.strip() and not _same(same, record)):
            same = next((one for one in free if _same(one, record)), None)
        if same is not None:
            named[record.id] = same.id
            taken.add(same.id)
    for place, record in enumerate(theirs):
        found = named.get(record.id)
        if found is None and by_place and place < len(mine) and mine[place].id not in taken:
            found = mine[place].id
            taken.add(found)
        yield record, found
