"""Add a record to any collection of the document, and move one within its list."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from blueprint_editor.commands.cards import AddCard, MoveCards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.connectors import AddConnector
from blueprint_editor.commands.lanes import find_lane_place
from blueprint_editor.commands.lookup import list_inner_ids
from blueprint_editor.commands.parts import insert_record, replace_parts
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.soundness import require_free_ids, require_sound
from blueprint_editor.commands.steps import AddStep, MoveSteps, straighten_bands
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document

NEW_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "actors": msgid("new actor"),
        "personas": msgid("new persona"),
        "variants": msgid("new variant"),
        "lanes": msgid("new lane"),
        "phases": msgid("new phase"),
        "steps": msgid("new step"),
        "cards": msgid("new card"),
        "connectors": msgid("new connector"),
        "marks": msgid("new mark"),
        "responsibilities": msgid("new band"),
        "notes": msgid("new note"),
        "comments": msgid("new comment"),
        "sources": msgid("new source"),
        "tags": msgid("new tag"),
        "workshops": msgid("new workshop"),
    }
)
"""Collection → what the history calls a new record; these can be added to."""

_MOVE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "lanes": msgid("lane move"),
        "phases": msgid("phase move"),
        "steps": msgid("step move"),
        "cards": msgid("card move"),
    }
)


@dataclass(frozen=True)
class AddRecord:
    """Add a record to a collection.

    Attributes:
        collection: the document's field, such as ``actors``; see :data:`NEW_NAMES`.
        record: a record of its type, with a free id.
        index: it comes before the ``index``-th record there: a card among those of its cell, a
            step among those of its phase. None = at its usual place: a lane where its role
            stands, all others at the end.
    """

    collection: str
    record: Any
    index: int | None = None
    merge_key: None = None

    @property
    def name(self) -> str:
        return NEW_NAMES[self.collection]

    def apply(self, document: Document) -> Document:
        new = self.record
        require_free_ids(document, (new.id, *list_inner_ids(new)))
        after = self._add(document)
        require_sound(after, self.collection, type(new).model_fields, (new,))
        return after

    def _add(self, document: Document) -> Document:
        match self.collection:
            case "cards":
                return AddCard(self.record, self.index).apply(document)
            case "connectors":
                return AddConnector(self.record).apply(document)
            case "steps":
                return AddStep(self.record, self.index).apply(document)
            case "lanes" if self.index is None:
                place = find_lane_place(document, self.record.role, self.record.of)
                return insert_record(document, "lanes", self.record, place)
            case _:
                return insert_record(document, self.collection, self.record, self.index)


@dataclass(frozen=True)
class MoveRecord:
    """Bring a record before the ``index``-th of the others of its list (beyond = at the end).

    The others are, for a card, those of its cell; for a step, those of its phase; a phase takes
    its steps along.
    """

    collection: str
    record: str
    index: int
    merge_key: None = None

    @property
    def name(self) -> str:
        return _MOVE_NAMES.get(self.collection, msgid("move"))

    def apply(self, document: Document) -> Document:
        records = getattr(document, self.collection)
        moved = next((record for record in records if record.id == self.record), None)
        if moved is None:
            raise CommandRefusedError("unknown_record", self.record)
        if self.collection == "cards":
            place = CardPlace(moved.id, moved.lane, moved.step, self.index)
            return MoveCards((place,)).apply(document)
        if self.collection == "steps":
            return MoveSteps((moved.id,), moved.phase, self.index).apply(document)
        others = [record for record in records if record is not moved]
        others.insert(max(0, self.index), moved)
        after = replace_parts(document, **{self.collection: tuple(others)})
        if self.collection == "lanes":
            require_sound(after, "lanes", ("role",), (moved,))
        return straighten_bands(after) if self.collection == "phases" else after
