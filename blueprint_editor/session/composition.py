"""From a document to the poster that is shown: composed, with its images, on its paper."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.paper import UnknownPaperError, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import NO_PICTURES, PosterComposer
from blueprint_editor.sheets.poster_grid import PosterGrid


class Poster(Protocol):
    """What the session and the canvas need of a poster."""

    @property
    def drawing(self) -> Drawing: ...

    @property
    def grid(self) -> PosterGrid: ...

    @property
    def facts(self) -> DerivedFacts:
        """Those of the document as it is shown, without what a filter hides."""
        ...

    @property
    def faded(self) -> frozenset[str]:
        """The records that a filter lets stand back."""
        ...


class Compose(Protocol):
    """Document → its poster; keeps its own caches of measured texts and the like."""

    def __call__(self, document: Document, *, kept: Collection[str] = ()) -> Poster:
        """``kept`` are ids of records that are shown whatever the poster's filter hides."""
        ...


class PaperPoster(NamedTuple):
    """A poster as it stands on its paper; the grid is in the drawing's mm, like its groups."""

    drawing: Drawing
    grid: PosterGrid
    facts: DerivedFacts
    faded: frozenset[str]


class PaperComposer:
    """Composes posters for the screen, one after another."""

    def __init__(self, composer: PosterComposer) -> None:
        self._composer = composer
        self._known: tuple[object, frozenset[str]] = ((), frozenset())
        self._pictures = NO_PICTURES

    def __call__(self, document: Document, *, kept: Collection[str] = ()) -> PaperPoster:
        """Return the poster on the document's paper.

        At its natural size where the paper is unknown, or where the document is printed as several
        posters: those have columns and type of this size, but no paper holds all of them.
        """
        poster = self._composer.compose(document, self._find_pictures(document), kept)
        try:
            paper = parse_paper(document.poster.paper)
        except UnknownPaperError:
            paper = None
        drawing, fit = poster.drawing, document.poster.fit
        if paper is not None and not (fit is not None and fit.splits):
            drawing = put_on_paper(drawing, paper, document.poster.orientation)
        return PaperPoster(drawing, poster.grid, poster.facts, poster.faded)

    def _find_pictures(self, document: Document) -> Pictures:
        """Return the images in use; they are decoded again only when others are."""
        if not document.assets:
            return NO_PICTURES
        # Only a document with images pays for loading their decoders.
        from blueprint_editor.sheets.pictures import (  # noqa: PLC0415
            find_used_images,
            read_pictures,
        )

        used = find_used_images(document)
        assets, known = self._known
        if document.assets is not assets or used != known:
            self._known = document.assets, used
            self._pictures, _broken = read_pictures(document, document.assets)
        return self._pictures
