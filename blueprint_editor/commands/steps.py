"""Commands on steps: put them into phases, where the steps of a phase always stand together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint_editor.commands.cards import place_cards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import (
    map_records,
    replace_parts,
    replace_records,
)
from blueprint_editor.commands.redirect import (
    MERGE_SIGN,
    drop_merged,
    join_fields,
    join_translations,
    redirect,
)
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.soundness import require_free_ids
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Responsibility, Step

_TEXTS = {"name": MERGE_SIGN, "repeats": MERGE_SIGN, "note": "\n"}

STEP_WIDTHS = (0.25, 8.0)
"""The least and greatest factor of the column width."""


def snap_width(factor: float) -> float:
    """Return the nearest quarter of the column width that a step may have."""
    least, most = STEP_WIDTHS
    return max(least, min(most, round(factor * 4) / 4))


@dataclass(frozen=True)
class AddStep:
    """Add a step to its phase, before the ``index``-th step there (None = at its end)."""

    step: Step
    index: int | None = None
    name: str = msgid("new step")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        require_phase(document, self.step.phase)
        return replace_parts(document, steps=_put(document, (self.step,), self.index))


@dataclass(frozen=True)
class MoveSteps:
    """Bring steps to a phase, in the order given, before the ``index``-th of those that stay there.

    ``index`` None or beyond the last = at the end of the phase.
    """

    steps: tuple[str, ...]
    phase: str
    index: int | None = None
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("step move") if len(self.steps) == 1 else msgid("step moves")

    def apply(self, document: Document) -> Document:
        require_phase(document, self.phase)
        known = {step.id: step for step in document.steps}
        if missing := [step for step in self.steps if step not in known]:
            raise CommandRefusedError("unknown_record", *missing)
        moved = [known[step] for step in dict.fromkeys(self.steps)]
        moved = [s if s.phase == self.phase else s.changed(phase=self.phase) for s in moved]
        steps = _put(document, moved, self.index)
        return straighten_bands(replace_parts(document, steps=steps))


@dataclass(frozen=True)
class SplitStep:
    """Put a new step after a step, in its phase; the given cards of the step go there."""

    step: str
    new: Step
    cards: tuple[str, ...] = ()
    name: str = msgid("step split")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``not_in_step``, for a card of another step."""
        phase, index = find_place_after(document, self.step)
        require_free_ids(document, (self.new.id,))
        document = AddStep(self.new.changed(phase=phase), index).apply(document)
        wanted = frozenset(self.cards)
        moved = [card for card in document.cards if card.id in wanted]
        if strange := wanted - {card.id for card in moved if card.step == self.step}:
            raise CommandRefusedError("not_in_step", *sorted(strange))
        return place_cards(document, [CardPlace(c.id, c.lane, self.new.id) for c in moved])


@dataclass(frozen=True)
class MergeSteps:
    """Make one step of a step and the next of its phase; the cards come below those there."""

    step: str
    name: str = msgid("step merge")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """The last step of a phase is refused: ``last_of_phase``."""
        phase, index = find_place_after(document, self.step)
        own = [step for step in document.steps if step.phase == phase]
        if index == len(own):
            raise CommandRefusedError("last_of_phase", self.step)
        first, second = own[index - 1], own[index]
        moved = [card for card in document.cards if card.step == second.id]
        document = place_cards(document, [CardPlace(c.id, c.lane, first.id) for c in moved])
        document = join_translations(document, first, second, _TEXTS)
        merged = join_fields(first, second, _TEXTS)
        if merged is not first:
            place = document.steps.index(first)
            document = replace_records(document, "steps", {place: merged})
        document = redirect(document, "steps", {second.id: first.id})
        return drop_merged(document, "steps", (second.id,))


def find_place_after(document: Document, step_id: str) -> tuple[str, int]:
    """Return the phase of a step, and the index among its steps at which a next one stands.

    Raises:
        CommandRefusedError: ``unknown_record``.
    """
    phase = next((step.phase for step in document.steps if step.id == step_id), None)
    if phase is None:
        raise CommandRefusedError("unknown_record", step_id)
    own = [step.id for step in document.steps if step.phase == phase]
    return phase, own.index(step_id) + 1


def require_phase(document: Document, phase: str) -> None:
    """Raises CommandRefusedError, ``unknown_record``, where there is no such phase."""
    if all(known.id != phase for known in document.phases):
        raise CommandRefusedError("unknown_record", phase)


def _put(document: Document, moved: Sequence[Step], index: int | None) -> tuple[Step, ...]:
    """Return all steps with some (of one phase) before the ``index``-th of the others there."""
    moving = {step.id for step in moved}
    stay = [step for step in document.steps if step.id not in moving]
    there = [place for place, step in enumerate(stay) if step.phase == moved[0].phase]
    if there and (index is None or index >= len(there)):
        at = there[-1] + 1
    elif there:
        at = there[max(0, index or 0)]
    else:
        at = _find_gap(document, stay, moved[0].phase)
    return (*stay[:at], *moved, *stay[at:])


def _find_gap(document: Document, steps: Sequence[Step], phase: str) -> int:
    """Return where the first step of a phase goes: after those of the phases before it."""
    order = [known.id for known in document.phases]
    before = set(order[: order.index(phase)])
    places = [place for place, step in enumerate(steps) if step.phase in before]
    return places[-1] + 1 if places else 0


def straighten_bands(document: Document) -> Document:
    """Return the document where no band ends before it begins: its ends change places."""
    if not document.responsibilities:
        return document
    order: Mapping[str, int] = {
        step.id: place for place, step in enumerate(DerivedFacts(document).steps)
    }

    def straighten(band: Responsibility) -> Responsibility:
        if order[band.first_step] <= order[band.last_step]:
            return band
        return band.changed(first_step=band.last_step, last_step=band.first_step)

    return map_records(document, "responsibilities", straighten)
