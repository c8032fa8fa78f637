"""Facts that follow from a document and are never stored: cells, order, codes, numbers, lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card, Connector, Lane, Mark, Phase, Step, Variant
from blueprint_editor.model.references import World

BoundaryKind = Literal["interaction", "visibility", "internal_interaction"]

_ABOVE_LINE: dict[BoundaryKind, frozenset[str]] = {
    "interaction": frozenset({"customer"}),
    "visibility": frozenset({"frontstage", "frontstage_technology"}),
    "internal_interaction": frozenset({"backstage", "backstage_technology"}),
}


_FROM_FIELDS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("lanes",): ("lanes", "boundaries"),
    ("phases",): ("phase_numbers",),
    ("phases", "steps"): ("steps", "steps_of_phase", "phase_of_step"),
    ("connectors",): ("connectors_of",),
    ("marks",): ("marks_of",),
}
"""Fields of the document → the facts that follow from them alone."""
_FROM_PLACES: dict[tuple[str, ...], tuple[str, ...]] = {
    ("lanes",): ("visible_cards",),
    ("lanes", "phases", "steps"): ("card_codes",),
    ("phases", "steps", "connectors"): ("connectors_along",),
    ("lanes", "phases", "steps", "connectors", "marks"): ("mark_numbers",),
}
"""The same for what follows also from the places of the cards, but not from what they show."""
_NUMBERS = frozenset({"phase_numbers", "card_codes", "mark_numbers"})


@dataclass(frozen=True, eq=False)
class DerivedFacts:
    """The derived facts of one document; each is worked out when it is first asked for.

    Attributes:
        whole: for a part of a document, the facts of the whole of it, whose numbers it bears.
    """

    document: DocumentContent
    whole: "DerivedFacts | None" = None

    def after(
        self, document: DocumentContent, whole: DocumentContent | None = None
    ) -> "DerivedFacts":
        """Return the facts of a later document; what an edit cannot have changed is taken over.

        ``whole`` is what it is a part of, if it is.
        """
        facts_of_whole = None
        if whole is not None and whole is not document:
            facts_of_whole = (self.whole or self).after(whole)
        later = DerivedFacts(document, facts_of_whole)
        self._hand_over(later, _FROM_FIELDS)
        changed = self._find_changed_cards(document)
        if changed is not None:
            self._hand_over(later, _FROM_PLACES)
            self._hand_over_cards(later, changed)
        return later

    def _hand_over(
        self, later: "DerivedFacts", table: dict[tuple[str, ...], tuple[str, ...]]
    ) -> None:
        is_part = self.whole is not None or later.whole is not None
        for fields, facts in table.items():
            if all(getattr(self.document, f) == getattr(later.document, f) for f in fields):
                for fact in facts:
                    if fact in self.__dict__ and not (is_part and fact in _NUMBERS):
                        later.__dict__[fact] = self.__dict__[fact]

    def _find_changed_cards(self, document: DocumentContent) -> list[tuple[Card, Card]] | None:
        """Return (before, after) of the cards that differ; None if one came, went or moved."""
        before, after = self.document.cards, document.cards
        if len(before) != len(after):
            return None
        changed = [(a, b) for a, b in zip(before, after, strict=True) if a is not b]
        if any((a.id, a.lane, a.step) != (b.id, b.lane, b.step) for a, b in changed):
            return None
        return changed

    def _hand_over_cards(self, later: "DerivedFacts", changed: list[tuple[Card, Card]]) -> None:
        known = self.__dict__
        if "cards" in known:
            later.__dict__["cards"] = {**known["cards"], **{card.id: card for _, card in changed}}
        if "cards_by_lane" in known:
            lanes = later.__dict__["cards_by_lane"] = dict(known["cards_by_lane"])
            for old, new in changed:
                stack = tuple(new if card is old else card for card in lanes[new.lane][new.step])
                lanes[new.lane] = {**lanes[new.lane], new.step: stack}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all records, and of those within them."""
        return frozenset(World(self.document, ()).known)

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """The visible lanes, top to bottom."""
        return tuple(lane for lane in self.document.lanes if not lane.hidden)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps, left to right: by phase, then in array order."""
        by_phase: dict[str, list[Step]] = {phase.id: [] for phase in self.document.phases}
        for step in self.document.steps:
            by_phase[step.phase].append(step)
        return tuple(step for steps in by_phase.values() for step in steps)

    @cached_property
    def steps_of_phase(self) -> dict[str, tuple[Step, ...]]:
        found: dict[str, list[Step]] = {phase.id: [] for phase in self.document.phases}
        for step in self.document.steps:
            found[step.phase].append(step)
        return {phase: tuple(steps) for phase, steps in found.items()}

    @cached_property
    def phase_numbers(self) -> dict[str, int]:
        if self.whole is not None:
            return self.whole.phase_numbers
        return {phase.id: number for number, phase in enumerate(self.document.phases, 1)}

    @cached_property
    def step_numbers(self) -> dict[str, int]:
        """Step id → its number in its phase."""
        if self.whole is not None:
            return self.whole.step_numbers
        phases = self.steps_of_phase.values()
        return {step.id: number for steps in phases for number, step in enumerate(steps, 1)}

    @cached_property
    def phase_of_step(self) -> dict[str, Phase]:
        phases = {phase.id: phase for phase in self.document.phases}
        return {step.id: phases[step.phase] for step in self.document.steps}

    @cached_property
    def cards_by_lane(self) -> dict[str, dict[str, tuple[Card, ...]]]:
        """Lane id → step id → its cards, top to bottom; hidden lanes included, empty cells not."""
        lanes: dict[str, dict[str, list[Card]]] = {}
        for card in self.document.cards:
            lanes.setdefault(card.lane, {}).setdefault(card.step, []).append(card)
        return {
            lane: {step: tuple(cards) for step, cards in steps.items()}
            for lane, steps in lanes.items()
        }

    @cached_property
    def cards_by_cell(self) -> dict[tuple[str, str], tuple[Card, ...]]:
        """(lane id, step id) → its cards, top to bottom; hidden lanes included, empty cells not."""
        return {
            (lane, step): cards
            for lane, steps in self.cards_by_lane.items()
            for step, cards in steps.items()
        }

    @cached_property
    def cards(self) -> dict[str, Card]:
        return {card.id: card for card in self.document.cards}

    @cached_property
    def visible_cards(self) -> frozenset[str]:
        shown = {lane.id for lane in self.lanes}
        return frozenset(card.id for card in self.document.cards if card.lane in shown)

    @cached_property
    def reading_order(self) -> tuple[Card, ...]:
        """Every card by phase → step → lane → place in its cell (hidden lanes included)."""
        cells = self.cards_by_cell
        return tuple(
            card
            for step in self.steps
            for lane in self.document.lanes
            for card in cells.get((lane.id, step.id), ())
        )

    @cached_property
    def card_codes(self) -> dict[str, str]:
        """Card id → code such as ``3.4``: phase number and running number in reading order."""
        if self.whole is not None:
            return self.whole.card_codes
        numbers, phases = self.phase_numbers, self.phase_of_step
        counts: dict[int, int] = {}
        codes: dict[str, str] = {}
        for card in self.reading_order:
            phase = numbers[phases[card.step].id]
            counts[phase] = counts.get(phase, 0) + 1
            codes[card.id] = f"{phase}.{counts[phase]}"
        return codes

    @cached_property
    def marks_of(self) -> dict[str, tuple[Mark, ...]]:
        """Target id → its marks in document order."""
        found: dict[str, list[Mark]] = {}
        for mark in self.document.marks:
            found.setdefault(mark.target, []).append(mark)
        return {target: tuple(marks) for target, marks in found.items()}

    @cached_property
    def mark_numbers(self) -> dict[str, int]:
        """Mark id → number within its kind, in reading order of the targets.

        A solution bears the number of the critical point that it solves; one that solves none
        counts on after the last critical point.
        """
        if self.whole is not None:
            return self.whole.mark_numbers
        order = self._mark_order()
        counts: dict[str, int] = {}
        numbers: dict[str, int] = {}
        for mark in order:
            if mark.kind == "solution":
                continue
            counts[mark.kind] = numbers[mark.id] = counts.get(mark.kind, 0) + 1
        free = counts.get("critical_point", 0)
        for mark in order:
            if mark.kind == "solution":
                solved = numbers.get(mark.solves) if mark.solves else None
                if solved is None:
                    free += 1
                    solved = free
                numbers[mark.id] = solved
        return numbers

    def _mark_order(self) -> Sequence[Mark]:
        place = {card.id: index for index, card in enumerate(self.reading_order)}
        steps = {step.id: index for index, step in enumerate(self.steps)}
        sources = {connector.id: connector.source for connector in self.document.connectors}
        cards, count = self.cards, len(place)

        def key(mark: Mark) -> tuple[int, int]:
            target = sources.get(mark.target, mark.target)
            if target in cards:
                return (0, place[target])
            return (1, steps.get(target, count))

        return sorted(self.document.marks, key=key)

    @cached_property
    def connectors_of(self) -> dict[str, tuple[Connector, ...]]:
        """Source card id → its connectors in document order."""
        found: dict[str, list[Connector]] = {}
        for connector in self.document.connectors:
            found.setdefault(connector.source, []).append(connector)
        return {source: tuple(connectors) for source, connectors in found.items()}

    @cached_property
    def connectors_along(self) -> frozenset[str]:
        """The connectors that run along a lane past a step at the least."""
        numbers = {step.id: number for number, step in enumerate(self.steps)}
        # A filter may have left a step out, but not the cards in it.
        cards = {key: card for key, card in self.cards.items() if card.step in numbers}
        known = [c for c in self.document.connectors if {c.source, c.target} <= cards.keys()]
        ends = ((c.id, cards[c.source], cards[c.target]) for c in known)
        return frozenset(
            connector
            for connector, one, other in ends
            if one.lane == other.lane and abs(numbers[one.step] - numbers[other.step]) > 1
        )

    def limits(self, variants: tuple[str, ...]) -> tuple[Variant, ...]:
        """Return the variants that a record is limited to: none where it belongs to every path."""
        if not variants:
            return ()
        known = self.document.variants
        found = tuple(variant for variant in known if variant.id in variants)
        return () if len(found) == len(known) else found

    @cached_property
    def boundaries(self) -> dict[str, tuple[BoundaryKind, ...]]:
        """Lane id → the lines that run below it (design §3: derived, never stored)."""
        found: dict[str, tuple[BoundaryKind, ...]] = {}
        for kind, roles in _ABOVE_LINE.items():
            last = next((lane for lane in reversed(self.lanes) if lane.role in roles), None)
            if last is not None and last is not self.lanes[-1]:
                found[last.id] = (*found.get(last.id, ()), kind)
        return found


def find_customer_lane(lanes: Sequence[Lane], index: int) -> str | None:
    """Return the id of the customer lane whose feelings the emotion lane at ``index`` shows."""
    lane = lanes[index]
    if lane.of is not None:
        return lane.of
    below = (other for other in lanes[index:] if other.role == "customer")
    found = next(below, None) or next((o for o in lanes if o.role == "customer"), None)
    return found.id if found else None


def sort_cards(content: DocumentContent, cards: Iterable[Card]) -> list[Card]:
    """Return some cards, given in document order, in reading order."""
    phases = {phase.id: place for place, phase in enumerate(content.phases)}
    steps = {step.id: (phases[step.phase], place) for place, step in enumerate(content.steps)}
    lanes = {lane.id: place for place, lane in enumerate(content.lanes)}
    return sorted(cards, key=lambda card: (steps[card.step], lanes[card.lane]))


def is_customer_below_visibility(lanes: Sequence[Lane]) -> bool:
    """Tell whether a visible customer lane stands below the last frontstage lane."""
    shown = [lane for lane in lanes if not lane.hidden]
    front = [i for i, lane in enumerate(shown) if lane.role in _ABOVE_LINE["visibility"]]
    return bool(front) and any(lane.role == "customer" for lane in shown[front[-1] + 1 :])
