"""What an export is asked for, known without what composes and paints."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.paper import Paper
from blueprint_editor.sheets.print_wish import PrintWish
from blueprint_editor.sheets.request import Filling

if TYPE_CHECKING:
    from blueprint_editor.export.source import Source
    from blueprint_editor.sheets.tiling import TileOptions


class ExportOptions(NamedTuple):
    """What is asked for; None stands for what the document says.

    Attributes:
        sheet: its name, and one of its papers after a colon; several with commas between them
            become one file with a list in front.
        orientation: how the paper lies.
        language: one that the document has texts in, or one of the workshop kit's.
        dpi: dots per inch of a PNG.
        width_px: width of a PNG, which then is as small as that asks for.
        text_as_paths: draw letters as outlines in an SVG.
        created: told in a PDF; None leaves it out, so that the bytes depend on nothing else.
        source: attached to a PDF.
        filling, phases, workshop, start, actor, since, tiles, paths: of some sheets, see
            ``sheets.request``.
        wish: what is asked of a poster's print: a fit, edges, bleed and marks, a proof.
        may_replace: whether the numbered files of several pages may take the place of others.
    """

    sheet: str = "poster"
    paper: Paper | None = None
    orientation: Orientation | None = None
    language: str | None = None
    greyscale: bool = False
    dpi: float = 150.0
    width_px: int | None = None
    text_as_paths: bool = False
    created: datetime | None = None
    source: "Source | None" = None
    filling: Filling = "questions"
    phases: int | None = None
    workshop: str = ""
    start: str = ""
    actor: str = ""
    since: str = ""
    tiles: "TileOptions | None" = None
    wish: PrintWish = PrintWish()
    may_replace: bool = False
    paths: tuple[str, ...] = ()
