"""What may be asked of a print besides its paper: a fit, white edges, bleed and marks, a proof."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_editor.sheets.paper import Paper
    from blueprint_editor.sheets.tiling import TileOptions

MOST_EDGE, MOST_BLEED = 50.0, 20.0
"""In mm."""
MOST_ROWS = 6
"""Of steps under one another on a sheet."""


class FitWish(NamedTuple):
    """How a poster is to be fitted.

    Attributes:
        type_scale: just this type, 1 = body of 18 pt; None = as large as the paper lets.
        least_text_pt: no text smaller than this.
        takes_sheets: where either needs more paper, that is as large as it takes, put together
            from sheets; otherwise it is the next larger paper that there is.
        posters: so many, phases shared out among them.
        split_at: numbers of the phases with which further posters begin, however many.
        rows: of steps, one under another; None = as many as make the text larger.
        rows_at: numbers of the phases with which further rows begin, however many.
        sheets: as large as so many sheets hold, its shape chosen so that they are filled.
    """

    type_scale: float | None = None
    least_text_pt: float | None = None
    takes_sheets: bool = False
    posters: int = 1
    split_at: tuple[int, ...] = ()
    rows: int | None = None
    rows_at: tuple[int, ...] = ()
    sheets: "TileOptions | None" = None

    @property
    def is_split(self) -> bool:
        """Whether there are to be several posters."""
        return self.posters > 1 or bool(self.split_at)


class PageSetup(NamedTuple):
    """What a print shop or a printer asks of a page; lengths in mm.

    Attributes:
        edge: left white at all four sides, as the printer does not reach there.
        bleed: by which the page is larger than the paper it is cut to.
        crop_marks: lines outside the bleed that show where to cut.
    """

    edge: float = 0.0
    bleed: float = 0.0
    crop_marks: bool = False


class PrintWish(NamedTuple):
    """All that may be asked of a poster's print.

    Attributes:
        fit: find columns and type anew; None = as the document stores them.
        proof: a scaled copy on this paper, which says so.
    """

    fit: FitWish | None = None
    setup: PageSetup = PageSetup()
    proof: "Paper | None" = None
