"""What a person wants printed or written, and what it comes to, as plain values."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from blueprint_editor.commands.command import Fault
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.export.kinds import Kind
from blueprint_editor.export.publishing import PublishingChoice
from blueprint_editor.model.document import Document
from blueprint_editor.model.table_rows import TableKind
from blueprint_editor.sheets.print_wish import MOST_BLEED, MOST_EDGE

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


Layout = Literal["poster", "posters", "phases"]
"""One page, several posters with some of the phases each, or each phase on a page of its own."""
Rows = Literal["auto", "one", "chosen"]
"""As many as make the text larger, one, or beginning with chosen phases."""
PictureSize = Literal["print", "thumbnail", "width"]
"""By dots per inch, small as publishing sites want it, or so many pixels wide."""
Telling = Literal["blueprint", "description"]
"""See ``export.texts``."""
FitChoice = Literal["stored", "fill", "sheets", "scale", "least"]
"""As the document stores it, or found anew: so that the poster fills its paper, or its sheets; with
text on cards of just one size, or no text smaller than one, on as much paper as that needs."""
HandoutPaper = Literal["A4", "A3"]


class Wish(NamedTuple):
    """What is asked for besides what the document's own poster record says.

    Attributes:
        language: None = the document's own.
        telling: what an output in words tells: the whole, or the service description.
        table: what a table tells.
        size: how large a PNG is: by ``dpi``, or ``width_px``.
        text_as_paths: letters of an SVG are outlines.
        is_published: made from the publishing copy.
        leaving: what that copy keeps all the same, and leaves out besides.
        has_source: the PDF carries the document, without its working papers.
        edge: what is left white at all sides, in mm.
        bleed: by which the page is larger than its paper, in mm.
        is_proof: a small copy on A4 that says so.
        splits, breaks: phases with which further posters, and rows of a poster, begin.
        rows: of a poster that is fitted anew.
        body_pt, least_pt: the size of the text on cards, and of the smallest text, where the fit
            asks for one.
        handout_paper: of the pages with a phase each.
        is_test: of a poster on several sheets the test print alone.
        sheets: of such a poster only those of these codes, such as ``A2, B3–B5``; empty = all.
    """

    kind: Kind = "pdf"
    language: str | None = None
    dpi: float = 150.0
    has_source: bool = False
    is_test: bool = False
    layout: Layout = "poster"
    fit: FitChoice = "stored"
    edge: float = 0.0
    bleed: float = 0.0
    crop_marks: bool = False
    is_proof: bool = False
    telling: Telling = "blueprint"
    table: TableKind = "cards"
    size: PictureSize = "print"
    width_px: int = 2000
    text_as_paths: bool = False
    is_published: bool = False
    leaving: PublishingChoice = PublishingChoice()
    sheets: str = ""
    splits: tuple[str, ...] = ()
    rows: Rows = "auto"
    breaks: tuple[str, ...] = ()
    body_pt: float = 18.0
    least_pt: float = 12.0
    handout_paper: HandoutPaper = "A4"

    @property
    def asks_for_fit(self) -> bool:
        """Whether a fit may have to be found, which takes a moment."""
        return self.fit != "stored" or self.layout == "posters"


_LIMITS = MappingProxyType(
    {
        "dpi": (1.0, 2400.0),
        "width_px": (1.0, 100_000.0),
        "edge": (0.0, MOST_EDGE),
        "bleed": (0.0, MOST_BLEED),
        "body_pt": (7.0, 360.0),
        "least_pt": (1.0, 400.0),
    }
)


def find_fault(field: str, value: float) -> Fault | None:
    """Return why a field of a wish does not take a value; None if it does."""
    least, most = _LIMITS.get(field, (value, value))
    if value < least:
        return Fault("too_small", least)
    return Fault("too_large", most) if value > most else None


class Page(NamedTuple):
    """One page as it will be: the same drawing that is written; ``name`` may be empty."""

    drawing: Drawing
    name: str = ""


class Pages(NamedTuple):
    """What a wish comes to.

    Attributes:
        pages: in their order; none of an output in words.
        text: what an output in words says.
        facts: sentences that a person should know before printing.
        warnings: likewise, of what is better not printed so.
        document: with a fit that was found for it; None where there is no other one.
    """

    pages: tuple[Page, ...] = ()
    text: str = ""
    facts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    document: Document | None = None


class Order(NamedTuple):
    """A wish for a document whose poster record has the choices of the dialog."""

    document: Document
    wish: Wish


class PrintWork(Protocol):
    """Makes pages and files; its functions run in workers."""

    def draw(self, order: Order) -> Pages:
        """Return what is asked for, as it will be written.

        Raises:
            BlueprintError: it cannot be made.
        """
        ...

    def write(
        self,
        order: Order,
        path: Path,
        report: Callable[[int, int], None],
        *,
        may_replace: bool = False,
    ) -> Sequence[Path]:
        """Write the file, or one for each page; return them.

        Raises:
            FileTakenError: one for a page is there already, unless it ``may_replace`` that.
            BlueprintError: it cannot be made; what is there stays.
            WorkCancelledError: ``report`` (done, all) ended it; likewise.
        """
        ...

    def print(self, order: Order, printer: "QPrinter", report: Callable[[int, int], None]) -> None:
        """Print the pages at their size, or raise BlueprintError."""
        ...
