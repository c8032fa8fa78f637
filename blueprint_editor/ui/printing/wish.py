"""What a person wants printed or written, and what it comes to, as plain values."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.export.kinds import Kind
from blueprint_editor.model.document import Document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


Layout = Literal["poster", "phases"]
"""One page, or each phase on a page of its own."""
FitChoice = Literal["stored", "fill"]
"""As the document stores it, or columns and type found anew so that they fill the paper."""


class Wish(NamedTuple):
    """What is asked for besides what the document's own poster record says.

    Attributes:
        language: None = the document's own.
        dpi: dots per inch of a PNG.
        has_source: the PDF carries the document, without its working papers.
        edge: what is left white at all sides, in mm.
        bleed: by which the page is larger than its paper, in mm.
        is_proof: a small copy on A4 that says so.
        is_test: of a poster on several sheets the test print alone.
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

    def write(self, order: Order, path: Path, report: Callable[[int, int], None]) -> None:
        """Write the file, or raise BlueprintError and leave what is there."""
        ...

    def print(self, order: Order, printer: "QPrinter", report: Callable[[int, int], None]) -> None:
        """Print the pages at their size, or raise BlueprintError."""
        ...
