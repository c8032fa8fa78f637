"""A poster that is too long for its paper as two to four: phases shared out, lanes repeated."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Mark, Phase, Responsibility

MOST_POSTERS = 4
_GAP = 0.3
"""The gutter of a column, as a share of the column."""


class PosterPart(NamedTuple):
    """One of several posters.

    Attributes:
        document: the phases of this poster with all that stands in them, and all lanes.
        whole: what it is a part of; None where it is all of it.
    """

    document: DocumentContent
    whole: DocumentContent | None = None


def choose_splits(document: DocumentContent, posters: int) -> tuple[str, ...]:
    """Return the phases with which further posters begin so that the widest is as narrow as can be.

    There are fewer posters than asked for where there are fewer phases.
    """
    lengths = _measure_phases(document)
    posters = min(posters, len(lengths), MOST_POSTERS)
    if posters < 2:
        return ()

    def find_widths(cuts: Sequence[int]) -> tuple[float, float]:
        edges = [0, *cuts, len(lengths)]
        widths = [sum(lengths[a:b]) for a, b in pairwise(edges)]
        return max(widths), -min(widths)

    best = min(combinations(range(1, len(lengths)), posters - 1), key=find_widths)
    return tuple(document.phases[index].id for index in best)


def _measure_phases(document: DocumentContent) -> list[float]:
    """Return how many columns each phase takes, gutters included."""
    lengths = dict.fromkeys((phase.id for phase in document.phases), 0.0)
    for step in document.steps:
        lengths[step.phase] += step.width + _GAP
    return [length or 1.0 + _GAP for length in lengths.values()]


def split_document(document: DocumentContent) -> tuple[PosterPart, ...]:
    """Return the posters that the document's fit asks for, in reading order; else one."""
    fit = document.poster.fit
    begins = set(fit.splits) if fit else set()
    runs: list[list[Phase]] = [[]]
    for phase in document.phases:
        if phase.id in begins and runs[-1]:
            runs.append([])
        runs[-1].append(phase)
    if fit is None or len(runs) == 1:
        return (PosterPart(document),)
    poster = document.poster.changed(fit=fit.changed(splits=()))
    return tuple(
        PosterPart(
            _take_phases(document, run).model_copy(
                update={"poster": poster, "title": f"{document.title} ({number}/{len(runs)})"}
            ),
            document,
        )
        for number, run in enumerate(runs, 1)
    )


def _take_phases(document: DocumentContent, phases: Sequence[Phase]) -> DocumentContent:
    """Return the document with some of its phases; references that lead out of it stay."""
    phase_ids = {phase.id for phase in phases}
    steps = tuple(step for step in document.steps if step.phase in phase_ids)
    step_ids = {step.id for step in steps}
    cards = tuple(card for card in document.cards if card.step in step_ids)
    card_ids = {card.id for card in cards}
    connectors = tuple(link for link in document.connectors if link.source in card_ids)
    targets = phase_ids | step_ids | card_ids | {link.id for link in connectors}
    marks: tuple[Mark, ...] = tuple(mark for mark in document.marks if mark.target in targets)
    return document.model_copy(
        update={
            "phases": tuple(phases),
            "steps": steps,
            "cards": cards,
            "connectors": connectors,
            "marks": marks,
            "responsibilities": _clip_bands(document, step_ids),
        }
    )


def _clip_bands(document: DocumentContent, steps: set[str]) -> tuple[Responsibility, ...]:
    order = [
        step.id for phase in document.phases for step in document.steps if step.phase == phase.id
    ]
    clipped = []
    for band in document.responsibilities:
        first, last = order.index(band.first_step), order.index(band.last_step)
        kept = [step for step in order[first : last + 1] if step in steps]
        if kept:
            clipped.append(band.model_copy(update={"first_step": kept[0], "last_step": kept[-1]}))
    return tuple(clipped)
