"""Fits a poster as it is wished: on its paper, on more paper, or as several posters."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.records import Fit
from blueprint_editor.sheets.fit_rows import guess_rows
from blueprint_editor.sheets.fitting import FitGoal, FoundFit, find_fit
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.paper import (
    GREATEST_SIDE,
    ROLL_WIDTHS,
    Paper,
    find_page,
    list_larger,
    parse_paper,
)
from blueprint_editor.sheets.poster import NO_PICTURES, PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.reading_distance import find_text_sizes
from blueprint_editor.sheets.splitting import ONE_ROW, RowBreaks, choose_rows, choose_splits

_MARGIN = 1.005
"""How much larger paper is taken than a calculation asks for, which is not exact."""
_NEARLY = 0.999
"""Type of this share of what was asked for is no other to the eye."""
_LIKELY = 0.93
_TURNS = 4
_WIDE = 1.35
"""How much wider than its page, for its height, a poster must be for rows to be tried."""
_WORTH = 1.1
"""Text must become so much larger for a path to leave its one row."""


class NoSuchPaperError(SheetError):
    """Type was asked for that is too large for any poster.

    Attributes:
        least_pt: the least size that was asked for; None = the type's scale was.
    """

    def __init__(self, least_pt: float | None) -> None:
        wanted = "of that scale" if least_pt is None else f"of at least {least_pt:g} pt"
        metres = GREATEST_SIDE / 1000
        super().__init__(f"no poster of up to {metres:g} m holds all its text in type {wanted}")
        self.least_pt = least_pt


class Fitted(NamedTuple):
    """A fit, and the paper that it is for."""

    found: FoundFit
    paper: Paper
    orientation: Orientation

    @property
    def fit(self) -> Fit:
        return self.found.fit

    def apply_to(self, document: DocumentContent) -> DocumentContent:
        """Return the document with this fit, on this paper."""
        poster = document.poster.changed(
            fit=self.fit, paper=self.paper.name, orientation=self.orientation
        )
        return document.model_copy(update={"poster": poster})


class _WishFitter:
    """Fits one document to one paper after another."""

    def __init__(
        self,
        document: DocumentContent,
        orientation: Orientation,
        wish: FitWish,
        typesetter: Typesetter,
        pictures: Pictures,
    ) -> None:
        self._document = document
        self._orientation = orientation
        named = _name_phases(document, wish.split_at)
        self._splits = named or choose_splits(document, wish.posters)
        self._breaks = RowBreaks(_name_phases(document, wish.rows_at))
        self._rows = wish.rows
        self._typesetter = typesetter
        self._pictures = pictures

    def fit_on(self, paper: Paper, type_scale: float | None = None) -> Fitted:
        if self._breaks != ONE_ROW:
            return self._fit_rows(paper, self._breaks, type_scale)
        if self._rows is not None:
            return self._fit_rows(paper, choose_rows(self._document, self._rows), type_scale)
        fitted = self._fit_rows(paper, ONE_ROW, type_scale)
        if type_scale is not None or self._splits or paper.height is None:
            return fitted
        return self._try_rows(fitted)

    def keep_type(self, fitted: Fitted, type_scale: float) -> Fitted:
        """Return a fit on the same paper with type of just this scale."""
        fit, breaks = fitted.fit, RowBreaks(fitted.fit.rows, fitted.fit.row_steps)
        start = (fit.column_width / fit.type_scale, type_scale)
        return self._fit_rows(fitted.paper, breaks, type_scale, start, fit)

    def _fit_rows(
        self,
        paper: Paper,
        breaks: RowBreaks,
        type_scale: float | None = None,
        start: tuple[float, float] | None = None,
        like: Fit | None = None,
    ) -> Fitted:
        goal = FitGoal(paper, self._orientation, type_scale, self._splits, breaks, start, like)
        found = find_fit(self._document, goal, self._typesetter, self._pictures)
        return Fitted(found, paper, self._orientation)

    def _try_rows(self, one_row: Fitted) -> Fitted:
        """Return the poster in as many rows as make its text larger, if much larger."""
        page_width, page_height = find_page(one_row.paper, self._orientation)
        found, best = one_row.found, one_row
        if not page_width or not page_height:
            return one_row
        # In twice as many rows it is half as wide and twice as high.
        if found.width / page_width * page_height / found.height < _WIDE:
            return one_row
        for guess in guess_rows(self._document, found, (page_width, page_height)):
            if guess.reach < best.found.reach:
                break
            start = (guess.column, guess.reach)
            fitted = self._fit_rows(one_row.paper, guess.breaks, start=start)
            if fitted.found.reach > best.found.reach * (_WORTH if best is one_row else 1.0):
                best = fitted
        return best

    def find_scale(self, first: Fitted, least_pt: float) -> float:
        """Return the type scale with which no text is smaller than so many points."""
        composer = PosterComposer(self._typesetter)
        drawing = composer.compose(first.apply_to(self._document), self._pictures).drawing
        sizes = find_text_sizes(drawing)
        if sizes is None:
            return first.fit.type_scale
        scale = first.fit.type_scale * least_pt / sizes.smallest_pt
        return math.ceil(scale * 1e4) / 1e4

    def find_room(self, first: Fitted, scale: float, wish: FitWish) -> Fitted:
        """Return a fit with type of at least a scale, on as much paper as that needs.

        Raises:
            NoSuchPaperError: there is none so large.
        """
        if first.found.reach >= scale:
            return first
        take = self.take_sheets if wish.takes_sheets else self.take_larger
        fitted = take(first, scale)
        if fitted.found.reach < scale * _NEARLY:
            raise NoSuchPaperError(wish.least_text_pt)
        return fitted

    def take_sheets(self, first: Fitted, scale: float) -> Fitted:
        """Fit to a sheet of the paper's shape that is as large as the type needs."""
        fitted, factor = first, 1.0
        for _ in range(_TURNS):
            factor *= scale / fitted.found.reach * _MARGIN
            fitted = self.fit_on(_enlarge(first.paper, factor))
            if fitted.found.reach >= scale:
                break
        return fitted

    def take_larger(self, first: Fitted, scale: float) -> Fitted:
        """Fit to the next larger paper on which the type is as large, or else along a roll."""
        needed = scale / first.found.reach
        for paper, growth in _iter_larger(first.paper):
            if growth > needed * _LIKELY:
                fitted = self.fit_on(paper)
                if fitted.found.reach >= scale:
                    return fitted
        for width in ROLL_WIDTHS:
            if first.paper.height is not None or width >= first.paper.width:
                fitted = self.fit_on(parse_paper(f"roll:{width:g}"), scale)
                if fitted.found.is_whole:
                    return fitted
        return self.take_sheets(first, scale)


def fit_poster(
    document: DocumentContent,
    paper: Paper,
    orientation: Orientation | None,
    wish: FitWish,
    typesetter: Typesetter,
    pictures: Pictures = NO_PICTURES,
) -> Fitted:
    """Fit a poster as it is wished; its paper may be another than the one given.

    An ``orientation`` of None is the one that gives the larger text.

    Raises:
        SheetError: the wish names a phase that there is not, or type too large for any paper.
    """
    if orientation is None:
        ways: tuple[Orientation, ...] = ("landscape", "portrait")
        both = [fit_poster(document, paper, w, wish, typesetter, pictures) for w in ways]
        return max(both, key=lambda one: one.found.reach)
    fitter = _WishFitter(document, orientation, wish, typesetter, pictures)
    first = fitter.fit_on(paper, wish.type_scale)
    if wish.type_scale is not None:
        if first.found.is_whole:
            return first
        # A narrower face, or else more paper, may hold such type all the same.
        fitted = fitter.find_room(fitter.fit_on(paper), wish.type_scale, wish)
        return fitter.keep_type(fitted, wish.type_scale)
    if wish.least_text_pt is not None:
        return fitter.find_room(first, fitter.find_scale(first, wish.least_text_pt), wish)
    return first


def _name_phases(document: DocumentContent, numbers: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of phases given by their numbers, in their order."""
    count = len(document.phases)
    wanted = sorted(set(numbers))
    if wrong := [number for number in wanted if not 2 <= number <= count]:
        if count < 2:
            raise SheetError("there are no two phases to share out")
        raise SheetError(f"no poster or row can begin with phase {wrong[0]} (2 to {count} can)")
    return tuple(document.phases[number - 1].id for number in wanted)


def _iter_larger(paper: Paper) -> Iterator[tuple[Paper, float]]:
    """Yield larger papers, and how many times as large their sides are on the average."""
    if paper.height is not None:
        for larger in list_larger(paper):
            area = larger.width * (larger.height or 0.0)
            yield larger, math.sqrt(area / (paper.width * paper.height))


def _enlarge(paper: Paper, factor: float) -> Paper:
    width, height = paper.width, paper.height or paper.width
    factor = min(factor, GREATEST_SIDE / max(width, height))
    return parse_paper(f"{round(width * factor, 1):g}x{round(height * factor, 1):g}")
