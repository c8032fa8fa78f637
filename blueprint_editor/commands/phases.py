"""Commands on phases: new ones with their steps, split one, merge two."""

from dataclasses import dataclass

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import insert_record, replace_records
from blueprint_editor.commands.redirect import (
    MERGE_SIGN,
    drop_merged,
    join_fields,
    join_translations,
    redirect,
)
from blueprint_editor.commands.soundness import require_free_ids
from blueprint_editor.commands.steps import AddStep, MoveSteps
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Phase, Step

_TEXTS = {"name": MERGE_SIGN, "note": "\n"}


@dataclass(frozen=True)
class AddPhase:
    """Add a phase, before the ``index``-th one (None = at the end), with its first steps."""

    phase: Phase
    steps: tuple[Step, ...] = ()
    index: int | None = None
    name: str = msgid("new phase")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        require_free_ids(document, (self.phase.id, *(step.id for step in self.steps)))
        document = insert_record(document, "phases", self.phase, self.index)
        for step in self.steps:
            document = AddStep(step.changed(phase=self.phase.id)).apply(document)
        return document


@dataclass(frozen=True)
class SplitPhase:
    """Let a new phase begin at a step; it takes that step and those after it."""

    step: str
    new: Phase
    name: str = msgid("phase split")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """The first step of a phase is refused, ``first_of_phase``: nothing would be left."""
        step = next((step for step in document.steps if step.id == self.step), None)
        if step is None:
            raise CommandRefusedError("unknown_record", self.step)
        require_free_ids(document, (self.new.id,))
        own = [other.id for other in document.steps if other.phase == step.phase]
        if own[0] == step.id:
            raise CommandRefusedError("first_of_phase", step.id)
        phases = [phase.id for phase in document.phases]
        document = insert_record(document, "phases", self.new, phases.index(step.phase) + 1)
        return MoveSteps(tuple(own[own.index(step.id) :]), self.new.id).apply(document)


@dataclass(frozen=True)
class MergePhases:
    """Make one phase of a phase and the next; names, notes, marks and comments are all kept."""

    phase: str
    name: str = msgid("phase merge")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """The last phase is refused: ``last_phase``."""
        ids = [phase.id for phase in document.phases]
        if self.phase not in ids:
            raise CommandRefusedError("unknown_record", self.phase)
        place = ids.index(self.phase)
        if place + 1 == len(ids):
            raise CommandRefusedError("last_phase", self.phase)
        first, second = document.phases[place : place + 2]
        moved = tuple(step.id for step in DerivedFacts(document).steps_of_phase[second.id])
        if moved:
            document = MoveSteps(moved, first.id).apply(document)
        document = join_translations(document, first, second, _TEXTS)
        merged = join_fields(first, second, _TEXTS)
        if merged is not first:
            document = replace_records(document, "phases", {place: merged})
        document = redirect(document, "phases", {second.id: first.id})
        return drop_merged(document, "phases", (second.id,))
