"""Foretells in how many rows the text of a poster would be largest, from its one row alone."""

import math
from typing import NamedTuple

from blueprint_editor.layout.row_break import measure_row_break
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.sheets.fit_forecast import Forecast
from blueprint_editor.sheets.fitting import COLUMN_LIMITS, FEW_CARDS, FoundFit
from blueprint_editor.sheets.poster_stands import find_margin
from blueprint_editor.sheets.print_wish import MOST_ROWS
from blueprint_editor.sheets.splitting import RowBreaks, choose_rows, find_widest

_LOWER = 0.94
"""How high lanes are in several rows, as a share: the fullest cell is in one of them alone."""
_TURNS = 10
_CLOSE = 0.96
"""Rows whose text might be nearly as large are worth a trial, too."""
_MOST_TRIALS = 2


class RowGuess(NamedTuple):
    """Where rows might begin, and the columns (at type scale 1) and type that they might have."""

    breaks: RowBreaks
    column: float
    reach: float


def guess_rows(
    document: DocumentContent, found: FoundFit, page: tuple[float, float]
) -> tuple[RowGuess, ...]:
    """Return ways to begin rows, the one with the largest text first; none where one row is best.

    Args:
        document: with the path.
        found: its fit in one row.
        page: its width and height in mm.
    """
    forecast = Forecast(found.size, found.fit.column_width)
    guesses = []
    for rows in range(2, MOST_ROWS + 1):
        breaks = choose_rows(document, rows)
        share = find_widest(document, breaks)
        guesses.append(RowGuess(breaks, *_foresee(forecast, found, (rows, share), page)))
    guesses.sort(key=lambda guess: -guess.reach)
    least = max(guesses[0].reach * _CLOSE, found.reach)
    most = _MOST_TRIALS if len(document.cards) <= FEW_CARDS else 1
    return tuple(guess for guess in guesses if guess.reach >= least)[:most]


def _foresee(
    forecast: Forecast, found: FoundFit, rows: tuple[int, float], page: tuple[float, float]
) -> tuple[float, float]:
    """Return columns and type in so many rows, the widest of which has this share of the path."""
    (number, share), size, scale = rows, found.size, found.fit.type_scale
    theme = size.facts.theme
    sides = 2 * find_margin(size.facts) + size.bodies[0].label_width
    gaps = (number - 1) * measure_row_break(theme)

    def find_gains(column: float) -> tuple[float, float]:
        """Return how much the sheet may grow until it meets the page's width and its height."""
        width = sides + share * (forecast.find_width(column) - sides)
        lanes = number * (forecast.find_height(column) - size.fixed) * _LOWER
        return page[0] / width, page[1] / (size.fixed + gaps + lanes)

    low, high = (limit * scale for limit in COLUMN_LIMITS)
    for _ in range(_TURNS):
        middle = math.sqrt(low * high)
        across, down = find_gains(middle)
        low, high = (middle, high) if across > down else (low, middle)
    column = math.sqrt(low * high)
    return column / scale, scale * min(find_gains(column))
