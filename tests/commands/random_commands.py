"""Random commands of every kind on any document; some of them the rules refuse."""

from collections.abc import Callable
from random import Random
from typing import Any

from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.phases import AddPhase, MergePhases, SplitPhase
from blueprint_editor.commands.registers import NEW_NAMES, AddRecord, MoveRecord
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.steps import MergeSteps, MoveSteps, SplitStep
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model import kinds
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Duration, Handover, Phase, Rating, Step, Value
from blueprint_editor.model.texts import iter_texts
from tests.model.strategies import make_document

MakeCommand = Callable[[Random, Document], Command]


class NothingToDoError(Exception):
    """The document has nothing that such a command could be about."""


def choose(dice: Random, values: Any) -> Any:
    found = list(values)
    if not found:
        raise NothingToDoError
    return dice.choice(found)


def some(dice: Random, values: Any) -> tuple[Any, ...]:
    found = list(values)
    if not found:
        raise NothingToDoError
    return tuple(dice.sample(found, dice.randint(1, min(3, len(found)))))


def ids_of(document: Document, *collections: str) -> list[str]:
    return [record.id for name in collections for record in getattr(document, name)]


def _set_field(dice: Random, document: Document) -> Command:
    """Give records of one collection what another record of that type has in the same field."""
    other = make_document(dice.randrange(2**32), 0.8, 4)
    name = choose(dice, (c for c in COLLECTIONS if getattr(document, c)))
    models: list[Any] = [*getattr(other, name), *getattr(document, name)]
    model = choose(dice, models)
    path = choose(dice, type(model).model_fields)
    value = getattr(model, path)
    if isinstance(value, Record) and dice.random() < 0.5:
        part = choose(dice, type(value).model_fields)
        path, value = f"{path}.{part}", getattr(value, part)
    return SetField(some(dice, ids_of(document, name)), path, value)


def _set_reference(dice: Random, document: Document) -> Command:
    everything = [*ids_of(document, *COLLECTIONS), document.id]
    record, path = choose(
        dice,
        [
            ("lanes", "of"), ("lanes", "role"), ("lanes", "hidden"), ("cards", "lane"),
            ("cards", "step"), ("steps", "phase"), ("marks", "solves"), ("marks", "kind"),
            ("marks", "target"), ("connectors", "source"), ("connectors", "kind"),
            ("responsibilities", "first_step"), ("actors", "members"), ("cards", "origin"),
        ],
    )  # fmt: skip
    values: dict[str, Any] = {
        "role": choose(dice, kinds.ROLES),
        "hidden": dice.random() < 0.5,
        "kind": choose(dice, kinds.MARK_KINDS if record == "marks" else kinds.CONNECTOR_KINDS),
        "members": some(dice, ids_of(document, "actors")) if document.actors else (),
        "origin": some(dice, everything),
    }
    value = values.get(path, choose(dice, everything))
    return SetField(some(dice, ids_of(document, record)), path, value)


def _set_own_field(dice: Random, document: Document) -> Command:
    other = make_document(dice.randrange(2**32), 0.8, 2)
    path = choose(dice, set(type(document).model_fields) - {"snapshots", "assets"})
    return SetField((document.id,), path, getattr(other, path))


def _set_part(dice: Random, document: Document) -> Command:
    collection, part, part_type = choose(
        dice,
        [
            ("cards", "duration", Duration),
            ("cards", "rating", Rating),
            ("personas", "value", Value),
            ("connectors", "handover", Handover),
        ],
    )
    field = choose(dice, part_type.model_fields)
    value = choose(dice, (None, "", "Sana", 2.0, 3, "hours", *ids_of(document, "actors")))
    return SetField(some(dice, ids_of(document, collection)), f"{part}.{field}", value)


def _set_text(dice: Random, document: Document) -> Command:
    record = choose(dice, [document, *(r for c in COLLECTIONS for r in getattr(document, c))])
    path = choose(dice, [path for path, _ in iter_texts(record)])
    return SetField((record.id,), path, choose(dice, ("", "Uusi teksti\nkahdella rivillä", "\x07")))


def _add_record(dice: Random, document: Document) -> Command:
    other = make_document(dice.randrange(2**32), 0.9, 4)
    collection = choose(dice, (c for c in NEW_NAMES if getattr(other, c)))
    record = choose(dice, getattr(other, collection))
    fitting = {"phase": "phases", "lane": "lanes", "step": "steps", "source": "cards",
               "target": "cards", "actor": "actors", "first_step": "steps",
               "last_step": "steps"}  # fmt: skip
    for field, named in fitting.items():
        if field in type(record).model_fields and getattr(document, named):
            record = record.changed(**{field: choose(dice, ids_of(document, named))})
    if dice.random() < 0.8:
        record = record.changed(id=f"new-{dice.randrange(10**9)}")
    return AddRecord(collection, record, choose(dice, (None, 0, 1, 5)))


def _move_record(dice: Random, document: Document) -> Command:
    collection = choose(dice, (c for c in COLLECTIONS if getattr(document, c)))
    return MoveRecord(collection, choose(dice, ids_of(document, collection)), dice.randint(-1, 5))


def _move_steps(dice: Random, document: Document) -> Command:
    steps = some(dice, ids_of(document, "steps"))
    return MoveSteps(steps, choose(dice, ids_of(document, "phases")), choose(dice, (None, 0, 2)))


def _delete(dice: Random, document: Document) -> Command:
    inner = [link.id for card in document.cards for link in card.links]
    inner += [barrier.id for persona in document.personas for barrier in persona.barriers]
    if document.causal_map is not None:
        inner += [node.id for node in document.causal_map.nodes]
    found = ids_of(document, *(set(COLLECTIONS) - {"assets"}))
    return DeleteRecords(frozenset(some(dice, [*found, *inner])))


def _add_phase(dice: Random, document: Document) -> Command:
    steps = tuple(Step(id=f"new-s{i}", phase="x", name="Askel") for i in range(dice.randint(0, 2)))
    return AddPhase(Phase(id="new-p", name="Uusi"), steps, choose(dice, (None, 0, 1)))


def _split_phase(dice: Random, document: Document) -> Command:
    return SplitPhase(choose(dice, ids_of(document, "steps")), Phase(id="new-p", name="Uusi"))


def _merge_phases(dice: Random, document: Document) -> Command:
    return MergePhases(choose(dice, ids_of(document, "phases")))


def _split_step(dice: Random, document: Document) -> Command:
    step = choose(dice, document.steps)
    cards = [card.id for card in document.cards if card.step == step.id and dice.random() < 0.7]
    return SplitStep(step.id, Step(id="new-s", phase="x"), tuple(cards))


def _merge_steps(dice: Random, document: Document) -> Command:
    return MergeSteps(choose(dice, ids_of(document, "steps")))


def _keep_version(dice: Random, document: Document) -> Command:
    return KeepVersion("new-snap", "Työpaja 1", choose(dice, ("2026-11-22", "2026-11-22T14:30:00")))


MAKERS: tuple[MakeCommand, ...] = (
    _set_field,
    _set_reference,
    _set_own_field,
    _set_part,
    _set_text,
    _add_record,
    _move_record,
    _move_steps,
    _delete,
    _add_phase,
    _split_phase,
    _merge_phases,
    _split_step,
    _merge_steps,
    _keep_version,
)
