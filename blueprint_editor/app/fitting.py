"""Fits and advice that a window asks a worker for, each with fonts of its own."""

from typing import TYPE_CHECKING

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.paper import parse_paper

if TYPE_CHECKING:
    from blueprint_editor.sheets.fit_wish import Fitted
    from blueprint_editor.sheets.print_wish import FitWish
    from blueprint_editor.sheets.reading_advice import Reading

# What the first paint does not need is imported late.


def fit_document(document: Document, wish: "FitWish") -> "Fitted":
    """Fit a document's poster to its paper; runs in a worker.

    Raises:
        UnknownPaperError: the document names no paper.
    """
    from blueprint_editor.sheets.fit_wish import fit_poster  # noqa: PLC0415

    paper, side = parse_paper(document.poster.paper), document.poster.orientation
    orientation = None if wish.is_split else side
    return fit_poster(document, paper, orientation, wish, *_open_tools(document))


def advise_on(document: Document) -> "Reading":
    """Tell how a document's poster can be read and what would help; runs in a worker.

    Raises:
        UnknownPaperError: the document names no paper.
    """
    from blueprint_editor.sheets.reading_advice import advise  # noqa: PLC0415

    return advise(document, *_open_tools(document))


def _open_tools(document: Document) -> tuple[Typesetter, Pictures]:
    from blueprint_editor.sheets.pictures import read_pictures  # noqa: PLC0415

    typesetter = Typesetter(open_fonts(SettingsFile().read().preferences.font_files))
    return typesetter, read_pictures(document, document.assets)[0]
