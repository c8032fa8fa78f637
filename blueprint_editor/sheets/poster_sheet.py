"""The poster as one of the sheets: fitted if that is wished, composed, then put on its paper."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.naming import find_variant, name_variant
from blueprint_editor.model.records import Variant
from blueprint_editor.model.side_by_side import lay_side_by_side
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.page import leaves_room, set_up_page
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import Poster, PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.splitting import PosterPart, split_document

_TWO = 2


class NoRoomError(SheetError):
    """White edges leave nothing of a page; ``edge`` is their width in mm."""

    def __init__(self, edge: float, page: Drawing) -> None:
        sides = f"{page.width:.0f} × {page.height:.0f} mm"
        super().__init__(f"white edges of {edge:g} mm leave nothing of a page of {sides}")
        self.edge = edge


class PosterOnPaper(NamedTuple):
    """A poster as it was composed, and its drawing on a page."""

    poster: Poster
    drawing: Drawing


class _Job(NamedTuple):
    """A document, the page that its poster is put on, and what composed it for a fit."""

    document: DocumentContent
    paper: Paper
    orientation: Orientation
    composers: tuple[PosterComposer, ...] = ()


def make_poster(request: SheetRequest) -> tuple[Drawing, ...]:
    """Return a page for each of the posters that the fit asks for, one if it asks for none.

    Raises:
        DocumentError: the paper that the document names is none.
        SheetError: it cannot be fitted as is wished, or its edges leave no room.
    """
    job = _find_job(request)
    parts = split_document(job.document)
    pages = []
    for part, composer in zip(parts, _list_composers(request, job, len(parts)), strict=True):
        poster = composer.compose(part.document, request.pictures, whole=part.whole)
        pages.append(_finish(request, job, poster))
    return tuple(pages)


def compose_on_paper(request: SheetRequest) -> tuple[PosterOnPaper, ...]:
    """Return the poster, or those that are wished for, on the paper asked for or the document's.

    Raises:
        DocumentError: the paper that the document names is none.
    """
    job, fit = _find_job(request), request.wish.fit
    parts: tuple[PosterPart, ...] = (PosterPart(job.document),)
    if fit is not None and fit.is_split:
        parts = split_document(job.document)
    found = []
    for part, composer in zip(parts, _list_composers(request, job, len(parts)), strict=True):
        poster = composer.compose(part.document, request.pictures, whole=part.whole)
        drawing = put_on_paper(poster.tagged, job.paper, job.orientation)
        found.append(PosterOnPaper(poster, drawing))
    return tuple(found)


def make_side_by_side(request: SheetRequest) -> tuple[Drawing, ...]:
    """Return the poster with two paths beside each other, fitted to its paper.

    They are those of the named version that is asked for, such as the one from before a merge.

    With every lane twice its shape is another one than the whole poster's: what that was fitted to
    would leave half the paper empty.

    Raises:
        DocumentError: the paper that the document names is none, or there are no two paths.
        SheetError: there is no such version or path.
    """
    from blueprint_editor.sheets.fit_wish import fit_poster  # noqa: PLC0415 - not for all
    from blueprint_editor.sheets.versions import open_version  # noqa: PLC0415 - likewise

    request = open_version(request)
    first, second = _find_pair(request)
    shown = lay_side_by_side(request.document, first.id, second.id)
    if request.wish.fit is None:
        paper, orientation = _find_paper(request)
        fitted = fit_poster(
            shown, paper, orientation, FitWish(), request.typesetter, request.pictures
        )
        shown = fitted.apply_to(shown)
    return make_poster(request._replace(document=shown))


def _find_pair(request: SheetRequest) -> tuple[Variant, Variant]:
    """Return the paths that are asked for, else the first two."""
    variants = request.document.variants
    if len(variants) < _TWO:
        raise DocumentError((Problem("/document/variants", "two paths are needed"),))
    if not request.paths:
        return variants[0], variants[1]
    first, second = (_find_path(variants, wanted) for wanted in request.paths)
    if first is second:
        raise SheetError("two different paths are needed")
    return first, second


def _find_path(variants: Sequence[Variant], wanted: str) -> Variant:
    found = find_variant(variants, wanted)
    if found is None:
        known = ", ".join(map(name_variant, variants))
        raise SheetError(f'no path "{wanted[:40]}" (there are: {known})')
    return found


def put_on_asked_paper(drawing: Drawing, request: SheetRequest) -> Drawing:
    """Return a drawing on the paper asked for, else on the document's.

    Raises:
        DocumentError: the paper that the document names is none.
    """
    paper, orientation = _find_paper(request)
    return put_on_paper(drawing, paper, orientation or request.document.poster.orientation)


def _list_composers(request: SheetRequest, job: _Job, posters: int) -> tuple[PosterComposer, ...]:
    """Return a composer for each poster: those that found the fit have all but the ink ready."""
    if len(job.composers) == posters and not request.greyscale:
        return job.composers
    return tuple(
        PosterComposer(request.typesetter, greyscale=request.greyscale) for _ in range(posters)
    )


def _finish(request: SheetRequest, job: _Job, poster: Poster) -> Drawing:
    page = put_on_paper(poster.tagged, job.paper, job.orientation)
    setup = request.wish.setup
    if not leaves_room(page, setup.edge):
        raise NoRoomError(setup.edge, page)
    page = set_up_page(page, setup)
    proof = request.wish.proof
    if proof is None:
        return page
    from blueprint_editor.sheets.proof import make_proof  # noqa: PLC0415 - seldom asked for

    return make_proof(page, proof, job.paper.name, request.typesetter)


def _find_job(request: SheetRequest) -> _Job:
    document, fit = request.document, request.wish.fit
    paper, orientation = _find_paper(request)
    if fit is None:
        return _Job(document, paper, orientation or document.poster.orientation)
    return _fit(request, paper, orientation, fit)


def _fit(
    request: SheetRequest, paper: Paper, orientation: Orientation | None, wish: FitWish
) -> _Job:
    from blueprint_editor.sheets.fit_wish import fit_poster  # noqa: PLC0415 - not for all

    document = request.document
    if wish.sheets is not None:
        from blueprint_editor.sheets.fit_sheets import fit_to_sheets  # noqa: PLC0415 - seldom

        found = fit_to_sheets(
            document, wish.sheets, request.typesetter, request.pictures, wish
        ).fitted
        return _Job(found.apply_to(document), found.paper, found.orientation)
    if orientation is None and not wish.is_split:
        orientation = document.poster.orientation
    fitted = fit_poster(document, paper, orientation, wish, request.typesetter, request.pictures)
    return _Job(fitted.apply_to(document), fitted.paper, fitted.orientation, fitted.found.composers)


def _find_paper(request: SheetRequest) -> tuple[Paper, Orientation | None]:
    """Return the paper, and how it is to lie if anybody asks for that."""
    asked = request.paper
    if asked is not None:
        return asked, request.orientation or asked.natural_orientation
    try:
        return parse_paper(request.document.poster.paper), request.orientation
    except UnknownPaperError as error:
        raise DocumentError((Problem("/document/poster/paper", str(error)),)) from error
