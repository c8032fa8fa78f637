"""A document with what has changed since another: the cards that went are there again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card

if TYPE_CHECKING:
    from blueprint_editor.model.comparison import Comparison, Difference

ChangeKind = Literal["added", "changed", "moved", "merged", "removed"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


class CardChange(NamedTuple):
    """One way in which a card has changed; ``before``: its words or its place before."""

    kind: ChangeKind
    before: str = ""


CardChanges = Mapping[str, tuple[CardChange, ...]]
"""Card id → what has changed of it; cards that are as before are not there."""


class ChangeView(NamedTuple):
    """What a poster of changes shows: the document with the removed cards, and the changes."""

    document: DocumentContent
    changes: CardChanges


def show_changes(before: DocumentContent, after: DocumentContent) -> ChangeView:
    """Put two states of a document into one view.

    Removed and merged cards stand where they stood; lanes, phases and steps that went with them
    are there again. A card whose marks or outgoing connectors differ counts as changed. No filter
    applies.
    """
    from blueprint_editor.model.comparison import compare_documents  # noqa: PLC0415 - seldom

    comparison = compare_documents(before, after)
    changes = {d.record.id: _tell(d, before) for d in comparison.only("cards").records}
    changes |= dict.fromkeys(comparison.merged, (CardChange("merged"),))
    removed = [d.before for d in comparison.only("cards").removed if isinstance(d.before, Card)]
    shown = {card.id for card in after.cards}
    for card in _iter_touched(comparison):
        if card in shown:
            changes.setdefault(card, (CardChange("changed"),))
    document = _bring_back(before, after, removed)
    poster = document.poster.model_copy(update={"filter": None})
    return ChangeView(document.model_copy(update={"poster": poster}), changes)


def _tell(difference: "Difference", before: DocumentContent) -> tuple[CardChange, ...]:
    old = difference.before
    if not isinstance(old, Card):
        return (CardChange("added"),)
    if difference.is_removed:
        return (CardChange("removed"),)
    found = []
    if difference.is_reworded or difference.other_fields:
        found.append(CardChange("changed", old.text if difference.is_reworded else ""))
    if difference.is_moved:
        has_left = bool({"lane", "step"} & set(difference.fields))
        found.append(CardChange("moved", _name_place(before, old) if has_left else ""))
    return tuple(found)


def _name_place(document: DocumentContent, card: Card) -> str:
    facts = DerivedFacts(document)
    lane = next((lane.name for lane in document.lanes if lane.id == card.lane), "")
    phase = facts.phase_of_step[card.step]
    return f"{facts.phase_numbers[phase.id]} {phase.name} / {lane}"


def _iter_touched(comparison: "Comparison") -> Iterator[str]:
    """Yield the cards whose marks or outgoing connectors came, went or changed."""
    for difference in comparison.only("marks", "connectors").records:
        field = "target" if difference.collection == "marks" else "source"
        for record in (difference.before, difference.after):
            if record is not None:
                yield str(getattr(record, field))


def _bring_back(
    before: DocumentContent, after: DocumentContent, removed: Sequence[Card]
) -> DocumentContent:
    """Return the document as it is now with the removed cards at the end of their old cells."""
    if not removed:
        return after
    steps = {step.id: step for step in before.steps}
    used_steps = {card.step for card in removed}
    used = {
        "lanes": {card.lane for card in removed},
        "steps": used_steps,
        "phases": {steps[step].phase for step in used_steps},
    }
    fields: dict[str, Any] = {
        name: _weave(getattr(before, name), getattr(after, name), ids) for name, ids in used.items()
    }
    order = {phase.id: place for place, phase in enumerate(fields["phases"])}
    fields["steps"] = tuple(sorted(fields["steps"], key=lambda step: order[step.phase]))
    known = {
        noun: {record.id for record in getattr(after, noun)}
        for noun in ("actors", "sources", "tags", "variants")
    }
    back = [
        card.model_copy(
            update={
                noun: tuple(one for one in getattr(card, noun) if one in ids)
                for noun, ids in known.items()
            }
            | {"image": None}
        )
        for card in removed
    ]
    fields["cards"] = (*after.cards, *back)
    return after.model_copy(update=fields)


def _weave(old: Sequence[Any], new: Sequence[Any], wanted: set[str]) -> tuple[Any, ...]:
    """Return the new records with those wanted of the old ones, each behind its old neighbour."""
    found = list(new)
    for place, record in enumerate(old):
        if record.id in wanted and all(one.id != record.id for one in found):
            before = {one.id for one in old[:place]}
            at = max((i for i, one in enumerate(found) if one.id in before), default=-1) + 1
            found.insert(at, record)
    return tuple(found)
