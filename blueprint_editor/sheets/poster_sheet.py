"""The poster as one of the sheets: composed, then put on its paper."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.model.side_by_side import lay_side_by_side
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import Poster, PosterComposer
from blueprint_editor.sheets.request import SheetRequest

_TWO = 2


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
    composer = PosterComposer(request.typesetter, greyscale=request.greyscale)
    poster = composer.compose(request.document, request.pictures)
    return PosterOnPaper(poster, put_on_asked_paper(poster.tagged, request))


def make_side_by_side(request: SheetRequest) -> tuple[Drawing, ...]:
    """Return the poster with the first two paths beside each other, on its paper.

    Raises:
        DocumentError: the paper that the document names is none, or there are no two paths.
    """
    document = request.document
    if len(document.variants) < _TWO:
        raise DocumentError((Problem("/document/variants", "two paths are needed"),))
    first, second = document.variants[:_TWO]
    shown = lay_side_by_side(document, first.id, second.id)
    return make_poster(request._replace(document=shown))


def put_on_asked_paper(drawing: Drawing, request: SheetRequest) -> Drawing:
    """Return a drawing on the paper asked for, else on the document's.

    Raises:
        DocumentError: the paper that the document names is none.
    """
    poster = request.document.poster
    paper = request.paper or _find_paper(poster.paper)
    natural = request.paper.natural_orientation if request.paper else None
    return put_on_paper(drawing, paper, request.orientation or natural or poster.orientation)


def _find_paper(name: str) -> Paper:
    try:
        return parse_paper(name)
    except UnknownPaperError as error:
        raise DocumentError((Problem("/document/poster/paper", str(error)),)) from error
