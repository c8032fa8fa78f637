"""What a sheet is asked for: document, paper, language and how much of it is filled in."""

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.paper import Paper
from blueprint_editor.sheets.print_wish import PrintWish

if TYPE_CHECKING:
    from blueprint_editor.layout.picture import Pictures
    from blueprint_editor.layout.text import Typesetter
    from blueprint_editor.model.document import DocumentContent
    from blueprint_editor.sheets.tiling import TileOptions

Filling = Literal["blank", "questions", "prefilled"]
FILLINGS: tuple[Filling, ...] = get_args(Filling)
"""Blank, with help questions, or with those and all that the document knows."""

FEWEST_PHASES = 5
MOST_PHASES = 8
"""Empty columns that a path sheet may be asked for."""


class SheetRequest(NamedTuple):
    """One sheet to make.

    Attributes:
        sheet: its name.
        document: with the texts of the language wanted, as far as it has them.
        pictures: its images, decoded.
        paper: one of the sheet's own, upright or not; None for the first of them.
        orientation: how the paper lies; None for the sheet's own way.
        language: of the sheet's own words; empty for the document's.
        phases: that many empty columns on a path sheet, instead of the document's phases.
        tiles: how workshop sheets larger than this paper are cut; None = each is one page.
        start: clock time at which the session begins, instead of the workshop's own.
        workshop: id of the one whose number and date stand at the top.
        since: name or id of the named version that changes are told from; empty = the newest.
        actor: id of the one whose view a booklet or a card tells; empty = of all, one by one.
        wish: what is asked of a poster's print besides its paper.
        paths: two of the document's by id, name or sign, the upper one first; empty = its first
            two.
    """

    sheet: str
    document: "DocumentContent"
    typesetter: "Typesetter"
    pictures: "Pictures"
    paper: Paper | None = None
    orientation: Orientation | None = None
    language: str = ""
    greyscale: bool = False
    filling: Filling = "questions"
    phases: int | None = None
    workshop: str = ""
    start: str = ""
    tiles: "TileOptions | None" = None
    actor: str = ""
    since: str = ""
    wish: PrintWish = PrintWish()
    paths: tuple[str, ...] = ()
