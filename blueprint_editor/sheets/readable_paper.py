"""On which of its papers a sheet can be read at arm's length, where the one wanted is too small."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.sheets.kinds import SheetSpec
from blueprint_editor.sheets.paper import Paper, parse_paper
from blueprint_editor.sheets.reading_distance import TextSizes, find_smallest_sizes

LEAST_PT: Final = 8.0
"""Smaller letters are hard to read even in the hand."""
_MUCH_LARGER: Final = 1.1
"""So many times the area is another paper, not the same one with a margin."""


class PaperAdvice(NamedTuple):
    """A better paper for a sheet.

    Attributes:
        points: the smallest letters on the paper of now.
        paper: the smallest larger one on which all letters are large enough, else the largest.
        better: the smallest letters there.
    """

    points: float
    paper: str
    better: float

    @property
    def suffices(self) -> bool:
        """Whether all letters are large enough on that paper."""
        return round(self.better, 1) >= LEAST_PT


def advise_paper(
    spec: SheetSpec,
    sizes: TextSizes | None,
    area: float,
    make: Callable[[Paper], Sequence[Drawing]],
) -> PaperAdvice | None:
    """Return a paper for larger letters; None if they are large enough or no paper helps.

    Args:
        spec: the kind of sheet.
        sizes: of its letters on the paper of now; None without text.
        area: of that paper in mm².
        make: makes it on another of its papers.
    """
    if sizes is None or round(sizes.smallest_pt, 1) >= LEAST_PT:
        return None
    papers = [parse_paper(own.name) for own in spec.papers]
    larger = sorted(
        (paper for paper in papers if _find_area(paper) > area * _MUCH_LARGER), key=_find_area
    )
    advice: PaperAdvice | None = None
    for paper in larger:
        found = find_smallest_sizes(make(paper))
        better = found.smallest_pt if found is not None else 0.0
        if better > sizes.smallest_pt:
            advice = PaperAdvice(sizes.smallest_pt, paper.name, better)
            if advice.suffices:
                break
    return advice


def _find_area(paper: Paper) -> float:
    return paper.width * (paper.height or 0.0)
