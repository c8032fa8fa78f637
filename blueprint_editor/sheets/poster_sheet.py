"""The poster as one of the sheets: composed, then put on its paper."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import Poster, PosterComposer
from blueprint_editor.sheets.request import SheetRequest


class PosterOnPaper(NamedTuple):
    """A poster as it was composed, and its drawing on a page."""

    poster: Poster
    drawing: Drawing


def make_poster(request: SheetRequest) -> tuple[Drawing, ...]:
    """Return the poster's only page; raises as :func:`compose_on_paper`."""
    return (compose_on_paper(request).drawing,)


def compose_on_paper(request: SheetRequest) -> PosterOnPaper:
    """Return the poster on the paper asked for, else on the document's.

    Raises:
        DocumentError: the paper that the document names is none.
    """
    document = request.document
    paper = request.paper or _find_paper(document.poster.paper)
    natural = request.paper.natural_orientation if request.paper else None
    orientation = request.orientation or natural or document.poster.orientation
    composer = PosterComposer(request.typesetter, greyscale=request.greyscale)
    poster = composer.compose(document, request.pictures)
    return PosterOnPaper(poster, put_on_paper(poster.tagged, paper, orientation))


def _find_paper(name: str) -> Paper:
    try:
        return parse_paper(name)
    except UnknownPaperError as error:
        raise DocumentError((Problem("/document/poster/paper", str(error)),)) from error
