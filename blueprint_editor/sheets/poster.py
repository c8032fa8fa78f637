"""The poster: a whole blueprint composed into one drawing, at its natural size in mm."""

from dataclasses import dataclass
from functools import cached_property

from blueprint_editor.drawing.drawing import Drawing, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.routing import Router
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import Theme, make_theme
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.sheets.paper import UnknownPaperError, parse_paper
from blueprint_editor.sheets.poster_body import (
    Body,
    card_bounds,
    draw_body,
    place_body,
    stretch_body,
)
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_footer import Footer, build_footer
from blueprint_editor.sheets.poster_grid import Column, PosterGrid, Row
from blueprint_editor.sheets.poster_header import Header, build_header
from blueprint_editor.sheets.poster_tags import make_bookmarks, make_tags

NO_PICTURES = Pictures({}, {})
_FOOTER_GAP = 9.0
"""Between lanes and footer, in mm at type scale 1."""


@dataclass(frozen=True, eq=False)
class Poster:
    """A composed poster.

    Attributes:
        drawing: what the screen needs, its tag tree left empty.
        grid: where the cells stand, for gestures.
    """

    drawing: Drawing
    grid: PosterGrid
    _facts: PosterFacts
    _body: Body
    _header: Header
    _footer: Footer

    @cached_property
    def tagged(self) -> Drawing:
        """The drawing with its meaning, for every output that can carry it."""
        tags = make_tags(self._facts, self._body, self._header, self._footer)
        return self.drawing._replace(tags=tags, bookmarks=make_bookmarks(self._facts))


class PosterComposer:
    """Composes posters one after another and reuses what did not change between them.

    Args:
        typesetter: sets all texts.
        greyscale: compose for a printer without colour.
    """

    def __init__(self, typesetter: Typesetter, *, greyscale: bool = False) -> None:
        self._typesetter = typesetter
        self._greyscale = greyscale
        self._cache = ReuseCache()
        self._router = Router()
        self._themes: dict[float, Theme] = {}

    def compose(self, document: DocumentContent, pictures: Pictures = NO_PICTURES) -> Poster:
        """Compose the document's poster.

        Args:
            document: with the texts of the language wanted (see ``model.translated``).
            pictures: its images, decoded.
        """
        self._cache.begin_round()
        fit = document.poster.fit
        theme = self._find_theme(fit.type_scale if fit else 1.0)
        facts = PosterFacts(
            document,
            DerivedFacts(document),
            theme,
            self._typesetter,
            pictures,
            self._cache,
            self._router,
        )
        body = place_body(facts)
        header = build_header(facts, body)
        footer = build_footer(facts, body)
        spare = _find_spare_height(facts, body, header, footer)
        return _assemble(facts, stretch_body(body, spare), header, footer)

    def _find_theme(self, scale: float) -> Theme:
        if scale not in self._themes:
            self._themes[scale] = make_theme(scale, greyscale=self._greyscale)
        return self._themes[scale]


def _find_spare_height(facts: PosterFacts, body: Body, header: Header, footer: Footer) -> float:
    """Return the height in mm that the document's paper leaves for the lanes to share.

    None on a roll, nor where the sheet is so much wider than its paper that lanes would have to
    double: that is a matter for another paper or a split.
    """
    poster = facts.document.poster
    try:
        paper = parse_paper(poster.paper)
    except UnknownPaperError:
        return 0.0
    if paper.height is None:
        return 0.0
    shorter, longer = sorted((paper.width, paper.height))
    share = shorter / longer if poster.orientation == "landscape" else longer / shorter
    width, height = _sheet_size(facts, body, header, footer)
    spare = width * share - height
    return spare if 0.0 < spare < body.height else 0.0


def _sheet_size(
    facts: PosterFacts, body: Body, header: Header, footer: Footer
) -> tuple[float, float]:
    theme = facts.theme
    margin = theme.mm(theme.metrics.margin)
    below = theme.mm(_FOOTER_GAP) + footer.height
    return body.width + 2 * margin, 2 * margin + header.height + body.height + below


def _assemble(facts: PosterFacts, body: Body, header: Header, footer: Footer) -> Poster:
    theme = facts.theme
    margin = theme.mm(theme.metrics.margin)
    top = margin + header.height
    foot = top + body.height + theme.mm(_FOOTER_GAP)
    ink = draw_body(facts, body)
    placed = (
        *_moved(ink.placed, margin, top),
        *_moved(header.placed, margin, margin),
        *_moved(footer.placed, margin, foot),
    )
    width, height = _sheet_size(facts, body, header, footer)
    drawing = Drawing(
        width=width,
        height=height,
        placed=placed,
        tags=Tag("Document"),
        title=facts.document.title,
        language=facts.language,
        images=facts.pictures.rasters,
        missing=(*header.missing, *ink.missing, *footer.missing),
    )
    return Poster(drawing, _make_grid(body, margin, top, header), facts, body, header, footer)


def _moved(placed: tuple[Placed, ...], dx: float, dy: float) -> list[Placed]:
    return [Placed(group, x + dx, y + dy) for group, x, y in placed]


def _make_grid(body: Body, margin: float, top: float, header: Header) -> PosterGrid:
    placement = body.placement
    columns = tuple(
        Column(column.step, column.phase, x + margin, column.width)
        for x, column in zip(placement.column_x, body.columns, strict=True)
    )
    rows = tuple(
        Row(lane.id, y + top, height)
        for lane, y, height in zip(body.lanes, placement.row_y, placement.row_heights, strict=True)
    )
    content = Bounds(margin, margin, margin + body.width, top + body.height)
    return PosterGrid(
        columns,
        rows,
        content,
        margin + body.label_width,
        margin + header.phase_top,
        card_bounds(body, margin, top),
        body.cells,
    )
