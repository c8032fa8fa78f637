"""A path that is too long for its paper: its phases shared out among posters, or among rows."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Mark, Phase, Responsibility
from blueprint_editor.sheets.print_wish import MOST_ROWS

MOST_POSTERS = 4
_MOST_COLUMNS = 300
"""No paper holds more of them in rows that can be read."""
_BROKEN = 0.35
"""How much wider a row may be, as a share of a row's fair part, if that keeps a phase whole."""
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


class RowBreaks(NamedTuple):
    """Where further rows of a poster begin: with phases, or with steps within a long phase."""

    phases: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


ONE_ROW = RowBreaks()


class _Piece(NamedTuple):
    """A column that a row may begin with: its step or empty phase, and how wide it is."""

    phase: str
    step: str
    length: float
    begins_phase: bool


def choose_rows(document: DocumentContent, rows: int) -> RowBreaks:
    """Return where rows begin so that the widest is as narrow as can be.

    Phases stay whole unless that would make a row much wider. There are fewer rows than asked for
    where there are fewer columns.
    """
    pieces = tuple(_iter_pieces(document))
    rows = min(rows, len(pieces), MOST_ROWS)
    if rows < 2 or len(pieces) > _MOST_COLUMNS:
        return ONE_ROW
    ends = [0.0, *accumulate(piece.length for piece in pieces)]
    fair = ends[-1] / rows

    @cache
    def share(first: int, left: int) -> tuple[float, float, tuple[int, ...]]:
        """Return how wide the widest of so many rows from a column on is, and what cuts cost."""
        if left == 1:
            return ends[-1] - ends[first], 0.0, ()
        found = []
        for cut in range(first + 1, len(pieces) - left + 2):
            widest, cost, cuts = share(cut, left - 1)
            widest = max(widest, ends[cut] - ends[first])
            cost += 0.0 if pieces[cut].begins_phase else _BROKEN * fair
            found.append((widest + cost, widest, cost, (cut, *cuts)))
        return min(found)[1:]

    begins = [pieces[cut] for cut in share(0, rows)[2]]
    return RowBreaks(
        tuple(piece.phase for piece in begins if piece.begins_phase),
        tuple(piece.step for piece in begins if not piece.begins_phase),
    )


def find_widest(document: DocumentContent, breaks: RowBreaks) -> float:
    """Return which share of the path the widest of rows that begin so has."""
    begins, lengths = {*breaks.phases, *breaks.steps}, [0.0]
    for piece in _iter_pieces(document):
        if piece.step in begins or (piece.begins_phase and piece.phase in begins):
            lengths.append(0.0)
        lengths[-1] += piece.length
    return max(lengths) / (sum(lengths) or 1.0)


def _iter_pieces(document: DocumentContent) -> Iterator[_Piece]:
    for phase in document.phases:
        steps = [step for step in document.steps if step.phase == phase.id]
        for number, step in enumerate(steps):
            yield _Piece(phase.id, step.id, step.width + _GAP, not number)
        if not steps:
            yield _Piece(phase.id, "", 1.0 + _GAP, begins_phase=True)


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
