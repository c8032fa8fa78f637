"""Fit to paper: which columns and which type size fill a paper with the largest text.

The whole drawing is scaled to its page, so the largest text is that of the sheet which need not be
scaled down: the one that has its page's shape. Wider columns make a sheet wider and lower.
"""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import make_theme, tighten
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.records import Fit
from blueprint_editor.sheets.fit_forecast import Forecast
from blueprint_editor.sheets.paper import Paper, find_page
from blueprint_editor.sheets.poster import NO_PICTURES, PosterComposer, PosterSize
from blueprint_editor.sheets.reading_distance import LIMIT_PT_PER_M, PT_MM
from blueprint_editor.sheets.splitting import ONE_ROW, RowBreaks, split_document

COLUMN_LIMITS = (50.0, 120.0)
"""Width of a column in mm at type scale 1: room for a long word, and no more than a short line."""
USUAL_COLUMN = 62.0
SCALE_LIMITS = (0.35, 20.0)
"""Type smaller than 6 pt serves nobody: what needs it is scaled down as a whole."""

_ROUNDS = 3
_POLISHING = 6
_NEAR = 0.012
_LOOSE = 0.004
"""Text that might be larger by no more than this share is as large as can be."""
_TIGHTER: tuple[tuple[float, bool, float], ...] = ((100.0, True, 0.05), (75.0, True, 0.06))
"""(width of the face, words divided, share by which text must become larger to be worth it)."""
_FORETOLD = 0.4
"""Of that share so much must be foretold for a trial: forecasts tell too little of these."""
_ROLL_SHAPE = math.sqrt(2.0)
"""A poster along a roll is at the least so many times as long as high: what is shorter could have
larger text."""
_SHY = 1.0 - 2e-4
_SLACK = 1e-6
_ROUNDING = 0.1
"""By so many mm a sheet may come out wider than a calculation, whose parts are rounded."""
FEW_CARDS = 200
"""With more of them each trial takes so long that only those are made which gain much."""
_AROUND = (0.955, 1.045)
_HOPELESS = 0.3
"""Text that is smaller than this share of what can be read is too small in the hand, too: a tighter
setting would not mend that."""
_HOPELESS_OF_MANY = 0.7
"""The same with many cards: what a tighter setting cannot make readable on the wall."""
_STRIDE = 1.01
"""Heights go in steps: columns changed by so much more than a calculation tells spare trials."""


class FitGoal(NamedTuple):
    """What a poster is to be fitted to.

    Attributes:
        type_scale: None = as large as the paper lets; else just so large, however much it takes.
        splits: phases with which further posters begin, each on such a paper.
        breaks: where further rows begin on the same sheet.
        start: the width of a column at type scale 1, and the type scale, to begin with.
        like: a fit whose face, and whose way to divide words, are to begin with.
    """

    paper: Paper
    orientation: Orientation
    type_scale: float | None = None
    splits: tuple[str, ...] = ()
    breaks: RowBreaks = ONE_ROW
    start: tuple[float, float] | None = None
    like: Fit | None = None


@dataclass(frozen=True)
class FoundFit:
    """A fit with what it comes to.

    Attributes:
        fit: to be stored in the document.
        width, height: in mm, of what stands on the sheet, margins included; of several posters,
            of the one that fills its sheet most.
        is_whole: the page takes all of it; otherwise it has to be scaled down.
        reach: the type scale that it has on its page.
        composers: what measured the posters: they compose them in little time.
        size: of the poster, measured.
    """

    fit: Fit
    width: float
    height: float
    is_whole: bool
    reach: float
    composers: tuple[PosterComposer, ...] = field(compare=False, repr=False)
    size: PosterSize = field(compare=False, repr=False)


class _Trial(NamedTuple):
    """A poster measured with a certain fit; of several posters, the one that needs most room.

    ``gain`` is the factor by which the sheet may grow until it meets its page.
    """

    fit: Fit
    size: PosterSize
    gain: float

    @property
    def reach(self) -> float:
        """The type scale that the sheet would have on its page."""
        return self.fit.type_scale * self.gain

    @property
    def text(self) -> float:
        """The type scale that it has on its page as it is."""
        return self.fit.type_scale * min(self.gain, 1.0)

    @property
    def column(self) -> float:
        """The width of a column in mm at type scale 1."""
        return self.fit.column_width / self.fit.type_scale


def find_fit(
    document: DocumentContent,
    goal: FitGoal,
    typesetter: Typesetter,
    pictures: Pictures = NO_PICTURES,
) -> FoundFit:
    """Find the columns and the type that suit a paper best; the same input gives the same fit.

    A narrower face and words divided wherever that saves lines are tried only where the text would
    be too small to read from the document's distance, and kept only if they make it larger.
    """
    fitter = _Fitter(document, goal, typesetter, pictures)
    found = fitter.search()
    fit = found.fit.changed(splits=goal.splits)
    is_whole = found.gain >= 1.0 - _SLACK
    composers = tuple(composer for _, composer in fitter.parts)
    size = found.size
    return FoundFit(fit, size.width, size.height, is_whole, found.text, composers, size)


class _Fitter:
    """The trials for one goal."""

    def __init__(
        self, document: DocumentContent, goal: FitGoal, typesetter: Typesetter, pictures: Pictures
    ) -> None:
        self._document = document
        self._goal = goal
        self._scale = goal.type_scale
        split = Fit(column_width=USUAL_COLUMN, type_scale=1.0, splits=goal.splits)
        self.parts = [
            (part, PosterComposer(typesetter)) for part in split_document(_store(document, split))
        ]
        self._pictures = pictures
        width, height = find_page(goal.paper, goal.orientation)
        self._page = (width or math.inf, height or math.inf)
        self._is_roll = goal.paper.height is None
        self._has_many = len(document.cards) > FEW_CARDS

    def search(self) -> _Trial:
        """Find the best fit in the usual face, then in tighter settings where text is too small."""
        column, scale = self._goal.start or (USUAL_COLUMN, self._scale or self._guess_scale())
        found = self._search(self._try(column, scale, self._goal.like))
        if self._scale is not None or not self._may_become_readable(found):
            return found
        for face_width, divides_words, least_gain in _TIGHTER:
            tight = found.fit.changed(face_width=face_width, divides_words=divides_words)
            column, reach = self._foresee(found, tight)
            if reach > found.text * (1.0 + _FORETOLD * least_gain):
                tighter = self._search(self._try(column, reach, tight))
                if tighter.text > found.text * (1.0 + least_gain):
                    found = tighter
        return found

    def _may_become_readable(self, trial: _Trial) -> bool:
        """Tell whether the text is too small, but not by more than a tighter setting can mend."""
        body_pt = make_theme(trial.text).styles["body"].size / PT_MM
        share = body_pt / (LIMIT_PT_PER_M * self._document.poster.reading_distance)
        return (_HOPELESS_OF_MANY if self._has_many else _HOPELESS) < share < 1.0

    def _guess_scale(self) -> float:
        """Return a type scale from the number of columns alone."""
        rows = len(self._goal.breaks.phases) + len(self._goal.breaks.steps) + 1
        columns = max(len(part.document.steps) for part, _ in self.parts) / rows + 1
        width = min(self._page[0], 1.5 * self._page[1])
        return width / (1.25 * USUAL_COLUMN * columns + 100.0)

    def _try(self, column: float, scale: float, tight: Fit | None = None) -> _Trial:
        """Measure the poster with columns of ``column`` mm at type scale 1."""
        scale = min(max(scale, SCALE_LIMITS[0]), SCALE_LIMITS[1])
        scale = math.floor(scale * 1e4 + 1e-6) / 1e4
        fit = Fit(
            column_width=round(min(max(column * scale, 10.0), 1000.0), 3),
            type_scale=scale,
            face_width=tight.face_width if tight else 100.0,
            divides_words=tight.divides_words if tight else False,
            paper=self._goal.paper.name,
            orientation=self._goal.orientation,
            rows=self._goal.breaks.phases,
            row_steps=self._goal.breaks.steps,
        )
        sizes = [
            composer.measure(_store(part.document, fit), self._pictures, part.whole)
            for part, composer in self.parts
        ]
        size = min(sizes, key=self._find_gain)
        return _Trial(fit, size, self._find_gain(size))

    def _find_gain(self, size: PosterSize) -> float:
        return min(self._page[0] / size.width, self._page[1] / size.height)

    def _search(self, trial: _Trial) -> _Trial:
        """Go from a first trial to the columns that suit the page, and to the type for them."""
        if self._has_many and self._is_roll and self._scale is not None and trial.gain < 1.0:
            # Columns that are a little wider than need be cost a trial less.
            return self._make_room(trial)
        best = trial
        for _ in range(_ROUNDS):
            column, reach = self._foresee(trial)
            is_least = max(reach, trial.fit.type_scale) <= SCALE_LIMITS[0]
            is_large_enough = is_least or _are_near(reach, trial.fit.type_scale)
            if is_large_enough and _are_near(column, trial.column):
                break
            trial = self._try(column, reach, trial.fit)
            if self._scale is None:
                is_better = trial.reach > best.reach
            else:
                is_better = trial.gain >= 1.0 or best.gain < 1.0
            if is_better:
                best = trial
        if self._scale is not None:
            return self._fill_width(self._make_room(best))
        return self._fill_width(self._polish(self._look_around(best)))

    def _look_around(self, best: _Trial) -> _Trial:
        """Try columns beside the best ones: by a line more or less, heights go in steps."""
        if self._has_many or self._is_roll:
            return best
        middle = best.column
        for factor in _AROUND:
            column = min(max(middle * factor, COLUMN_LIMITS[0]), COLUMN_LIMITS[1])
            trial = self._try(column, best.reach, best.fit)
            if trial.reach > best.reach:
                best = trial
        return best

    def _foresee(self, trial: _Trial, tight: Fit | None = None) -> tuple[float, float]:
        """Return (column, type scale) that should suit the page, from what a trial measured."""
        scale, theme = trial.fit.type_scale, None
        if tight is not None:
            theme = trial.size.facts.theme
            theme = tighten(theme, tight.face_width, divides_words=tight.divides_words)
        forecast = Forecast(trial.size, trial.fit.column_width, theme)
        if self._scale is None and math.isinf(self._page[1]):
            width = USUAL_COLUMN * scale
        else:
            shrink = scale / self._scale if self._scale is not None else 1.0
            page = (self._page[0] * shrink, self._page[1] * shrink)
            if self._scale is None and self._is_roll:
                page = (self._page[1] * _ROLL_SHAPE, self._page[1])
            # Along a roll there is room for columns of the usual width.
            least = USUAL_COLUMN if math.isinf(self._page[0]) else COLUMN_LIMITS[0]
            width = forecast.find_columns(page, (least * scale, COLUMN_LIMITS[1] * scale))
        gain = min(
            self._page[0] / forecast.find_width(width), self._page[1] / forecast.find_height(width)
        )
        return width / scale, self._scale or scale * gain

    def _polish(self, trial: _Trial) -> _Trial:
        """Make the type as large as its page lets: some distances do not shrink with it.

        Heights go in steps, over which a calculation leaps to and fro: then the type halfway
        between what the page takes and what it does not is tried.
        """
        whole: _Trial | None = None
        beyond: _Trial | None = None
        loose = 1.0 + (_NEAR if self._has_many else _LOOSE)
        for _ in range(_POLISHING):
            if trial.gain < 1.0:
                beyond = trial
            elif whole is None or trial.fit.type_scale > whole.fit.type_scale:
                whole = trial
            if 1.0 <= trial.gain <= loose or self._is_least(trial):
                return trial
            scale = trial.reach * _SHY
            if whole and beyond:
                low, high = whole.fit.type_scale, beyond.fit.type_scale
                if high <= low * loose:
                    break
                scale = scale if low < scale < high else math.sqrt(low * high)
            again = self._try(trial.column, scale, trial.fit)
            if again.fit == trial.fit:
                break
            trial = again
        return whole or trial

    def _fill_width(self, trial: _Trial) -> _Trial:
        """Let the columns share what the page leaves at the right, unless it makes them higher."""
        spare = self._page[0] - trial.size.width
        if not _LOOSE * trial.size.width < spare < math.inf or trial.gain < 1.0:
            return trial
        widest = max(trial.size.bodies, key=lambda body: body.size.width)
        columns = sum(column.width for column in widest.columns)
        factor = 1.0 + (spare - _ROUNDING) / columns if columns else 1.0
        column = min(trial.column * factor, COLUMN_LIMITS[1])
        wider = self._try(column, trial.fit.type_scale, trial.fit)
        return wider if wider.gain >= 1.0 else trial

    def _make_room(self, trial: _Trial) -> _Trial:
        """Widen or narrow the columns along a roll until the type that was asked for fits."""
        if not self._is_roll:
            return trial
        power, stride = (-2.0, _STRIDE) if math.isinf(self._page[0]) else (1.2, 1.0 / _STRIDE)
        for _ in range(_POLISHING):
            column = trial.column * trial.gain**power * stride
            column = min(max(column, COLUMN_LIMITS[0]), COLUMN_LIMITS[1])
            if trial.gain >= 1.0 or column == trial.column:
                break
            trial = self._try(column, trial.fit.type_scale, trial.fit)
        return trial

    @staticmethod
    def _is_least(trial: _Trial) -> bool:
        return trial.gain < 1.0 and trial.fit.type_scale <= SCALE_LIMITS[0]


def _store(document: DocumentContent, fit: Fit) -> DocumentContent:
    poster = document.poster.changed(
        fit=fit, paper=fit.paper or document.poster.paper, orientation=fit.orientation
    )
    return document.model_copy(update={"poster": poster})


def _are_near(one: float, other: float) -> bool:
    return abs(math.log(one / other)) < _NEAR
