"""What the sheets of a tiled poster say besides the poster's own words."""

from typing import NamedTuple


class TileWords(NamedTuple):
    """Words of the sheets, of the assembly guide and of the test print.

    Attributes:
        sheet: a sheet's name; holds ``{}`` for its code.
        place: holds ``{row}``, ``{rows}``, ``{column}``, ``{columns}``.
        true_size: asks for printing at actual size.
        glue: on the glue margin.
        shows: begins the alternative text of a sheet, whose heading tells name and place.
        lanes, steps, phases: before the names of what a sheet shows.
        guide: heading of the assembly guide.
        map: alternative text of its picture; holds ``{rows}``, ``{columns}`` and ``{first}``, the
            code of the sheet at the top left.
        finished: holds ``{width}`` and ``{height}`` of the poster in mm.
        sheets: holds ``{paper}``, ``{orientation}``, ``{count}``, ``{rows}``, ``{columns}``.
        glue_margin: holds ``{}`` for its width in mm.
        orientations: portrait and landscape.
        whole, cut: what is said of the cards: none is cut, or ``{}`` are, by their codes.
        cut_labels: said of labels that are cut; holds ``{}`` for their words.
        steps_to_do: how the poster is put together, in order.
        steps_without_glue: the same where the sheets do not overlap.
        test: heading of the test print.
        test_steps: what is to be looked at, in order.
        test_part: alternative text of the part of the poster on the test print.
    """

    sheet: str
    place: str
    true_size: str
    glue: str
    shows: str
    lanes: str
    steps: str
    phases: str
    guide: str
    map: str
    finished: str
    sheets: str
    glue_margin: str
    orientations: tuple[str, str]
    whole: str
    cut: str
    cut_labels: str
    steps_to_do: tuple[str, ...]
    steps_without_glue: tuple[str, ...]
    test: str
    test_steps: tuple[str, ...]
    test_part: str
