"""The poster: a whole blueprint composed into one drawing, at its natural size in mm."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, RasterImage, Tag
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.fading import FADED_IMAGE
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.routing import GridPlacement, Router
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import Theme, make_theme, tighten
from blueprint_editor.model.change_view import CardChanges
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.filtering import apply_filter
from blueprint_editor.model.records import Fit
from blueprint_editor.model.records import Poster as PosterRecord
from blueprint_editor.sheets.paper import UnknownPaperError, find_page, parse_paper
from blueprint_editor.sheets.poster_body import Body, arrange_body, find_body_width, place_body
from blueprint_editor.sheets.poster_curves import list_curve_points
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_footer import Footer, build_footer
from blueprint_editor.sheets.poster_grid import Column, CurvePoint, LazyMapping, PosterGrid, Row
from blueprint_editor.sheets.poster_header import Header, build_header
from blueprint_editor.sheets.poster_ink import BodyInk, draw_body, leave_out_background, move_all
from blueprint_editor.sheets.poster_rows import BodyColumn
from blueprint_editor.sheets.poster_tags import make_bookmarks, make_tags
from blueprint_editor.sheets.poster_ways import NO_WAYS, find_ways

NO_PICTURES = Pictures({}, {})
_FOOTER_GAP = 9.0
"""Between lanes and footer, in mm at type scale 1."""
_LEAST_MARGIN = 5.0
"""What office printers leave blank, in mm."""
_SLACK = 1e-6
_UNFITTED = Fit(column_width=62.0, type_scale=1.0)


class Sheet(NamedTuple):
    """How large a poster is in mm, and how much of its height the lanes share.

    Attributes:
        width: of the whole sheet.
        height: None = as high as what stands on it.
    """

    width: float
    height: float | None
    spare: float


class PosterSize(NamedTuple):
    """What stands on a poster, set but not yet placed; its natural size in mm.

    The height is that with head and foot as wide as the page that it is fitted to.
    """

    width: float
    height: float
    facts: PosterFacts
    body: Body


class PosterParts(NamedTuple):
    """What a poster was put together from, for its tags."""

    facts: PosterFacts
    body: Body
    ink: BodyInk
    header: Header
    footer: Footer


@dataclass(frozen=True, eq=False)
class Poster:
    """A composed poster.

    Attributes:
        drawing: what the screen needs, its tag tree left empty.
        grid: where the cells stand, for gestures.
    """

    drawing: Drawing
    grid: PosterGrid
    parts: PosterParts

    @property
    def facts(self) -> DerivedFacts:
        """What follows from the document as it is shown; numbers and codes are the whole one's."""
        return self.parts.facts.derived

    @property
    def faded(self) -> frozenset[str]:
        """The records that the poster's filter lets stand back."""
        return self.parts.facts.faded

    @cached_property
    def tagged(self) -> Drawing:
        """The drawing with its meaning, for every output; a picture to trace is on no output."""
        facts, body, _, header, footer = self.parts
        return leave_out_background(self.drawing)._replace(
            tags=make_tags(facts, body, header, footer), bookmarks=make_bookmarks(facts)
        )


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
        self._themes: dict[tuple[object, ...], Theme] = {}
        self._former: tuple[DerivedFacts, Body] | None = None
        self._ink: BodyInk | None = None

    def compose(
        self,
        document: DocumentContent,
        pictures: Pictures = NO_PICTURES,
        kept: Collection[str] = (),
        changes: CardChanges | None = None,
        whole: DocumentContent | None = None,
    ) -> Poster:
        """Compose the document's poster as its filter lets it be seen.

        Args:
            document: with the texts of the language wanted (see ``model.translated``).
            pictures: its images, decoded.
            kept: ids of records that are shown whatever the filter hides.
            changes: flags for cards that have changed; all others stand back.
            whole: what the document is one of several posters of: it bears the whole's numbers,
                and tells where connectors lead that lead out of it.
        """
        facts, body, header, footer = self._set(document, pictures, kept, whole, changes)
        sheet = _find_sheet(facts, body, header, footer)
        placement = place_body(facts, body, sheet.spare)
        shift = (_margin(facts), _margin(facts) + header.height)
        self._ink = ink = draw_body(facts, body, placement, shift, self._ink)
        parts = PosterParts(facts, body, ink, header, footer)
        drawing = _assemble(parts, placement, sheet)
        return Poster(drawing, _make_grid(parts, placement), parts)

    def measure(
        self,
        document: DocumentContent,
        pictures: Pictures = NO_PICTURES,
        whole: DocumentContent | None = None,
    ) -> PosterSize:
        """Set the document's poster without drawing it, and tell how large it is.

        To compose the same poster next takes only the drawing.
        """
        facts, body, header, footer = self._set(document, pictures, (), whole, None)
        height = _natural_size(facts, body, body.size.height, header, footer)[1]
        width = find_body_width(facts, body.size) + 2 * _margin(facts)
        return PosterSize(width, height, facts, body)

    def _set(
        self,
        document: DocumentContent,
        pictures: Pictures,
        kept: Collection[str],
        whole: DocumentContent | None,
        changes: CardChanges | None,
    ) -> tuple[PosterFacts, Body, Header, Footer]:
        self._cache.begin_round()
        derived, former = self._former or (DerivedFacts(document), None)
        seen, unfiltered, faded = apply_filter(document, kept)
        if changes is not None:
            faded |= {card.id for card in seen.cards} - changes.keys()
        theme = self._find_theme(document.poster)
        derived = derived.after(seen, whole or unfiltered)
        shows_ways = whole is not None and document.poster.shows("connectors")
        facts = PosterFacts(
            seen,
            derived,
            theme,
            self._typesetter,
            self._find_pictures(pictures, theme),
            self._cache,
            self._router,
            faded,
            changes,
            find_ways(derived, find_terms(document.language).print) if shows_ways else NO_WAYS,
        )
        body = arrange_body(facts, former)
        self._former = derived, body
        body = _widen(facts, body)
        return facts, body, build_header(facts, body), build_footer(facts, body)

    def _find_pictures(self, pictures: Pictures, theme: Theme) -> Pictures:
        """Return the images in colour or without."""
        if not theme.greyscale or pictures is NO_PICTURES:
            return pictures
        # Only a document with images pays for loading their decoders.
        from blueprint_editor.sheets.pictures import grey_pictures  # noqa: PLC0415

        return self._cache.reuse("grey", (pictures,), grey_pictures, pictures)

    def _find_theme(self, poster: PosterRecord) -> Theme:
        fit = poster.fit or _UNFITTED
        greyscale, ink_saving = self._greyscale or poster.greyscale, poster.ink_saving
        look = (fit.type_scale, fit.face_width, fit.divides_words, greyscale, ink_saving)
        if look not in self._themes:
            theme = make_theme(fit.type_scale, greyscale=greyscale, ink_saving=ink_saving)
            if (fit.face_width, fit.divides_words) != (100.0, False):
                theme = tighten(theme, fit.face_width, divides_words=fit.divides_words)
            self._themes[look] = theme
        return self._themes[look]


def _margin(facts: PosterFacts) -> float:
    return max(facts.theme.mm(facts.theme.metrics.margin), _LEAST_MARGIN)


def _find_fitted_page(facts: PosterFacts) -> tuple[float | None, float | None] | None:
    """Return the page that the poster was fitted to; None if it was fitted to no such page."""
    poster = facts.document.poster
    fit = poster.fit
    if (
        fit is None
        or fit.splits
        or (fit.paper, fit.orientation) != (poster.paper, poster.orientation)
    ):
        return None
    try:
        return find_page(parse_paper(poster.paper), poster.orientation)
    except UnknownPaperError:
        return None


def _widen(facts: PosterFacts, body: Body) -> Body:
    """Let the lanes run to the margin of the page that the poster was fitted to."""
    page = _find_fitted_page(facts)
    if page is None or page[0] is None:
        return body
    width = page[0] - 2 * _margin(facts)
    return body._replace(width=width) if width > body.width else body


def _find_sheet(facts: PosterFacts, body: Body, header: Header, footer: Footer) -> Sheet:
    """Find the size of the sheet: that of the page it was fitted to, while all fits on it.

    Any other sheet is as large as what stands on it, and as its document's paper is shaped.
    """
    width, height = _natural_size(facts, body, body.size.height, header, footer)
    page = _find_fitted_page(facts)
    if page is not None:
        page_width, page_height = page[0] or width, page[1] or height
        if width <= page_width + _SLACK and height <= page_height + _SLACK:
            spare = min(max(page_height - height, 0.0), body.size.height)
            return Sheet(page_width, page_height, spare)
    return Sheet(width, None, _find_spare_height(facts, body, width, height))


def _find_spare_height(facts: PosterFacts, body: Body, width: float, height: float) -> float:
    """Return the height in mm that the document's paper leaves for the lanes to share.

    None on a roll, nor where the sheet is so much wider than its paper that lanes would have to
    double: that is a matter for another paper or a split.
    """
    poster = facts.document.poster
    try:
        paper = parse_paper(poster.paper)
    except UnknownPaperError:
        return 0.0
    if paper.height is None or (poster.fit is not None and poster.fit.splits):
        return 0.0
    shorter, longer = sorted((paper.width, paper.height))
    share = shorter / longer if poster.orientation == "landscape" else longer / shorter
    spare = width * share - height
    return spare if 0.0 < spare < body.size.height else 0.0


def _natural_size(
    facts: PosterFacts, body: Body, height: float, header: Header, footer: Footer
) -> tuple[float, float]:
    """Return width and height in mm of all that stands on it, lanes of ``height`` mm."""
    margin, gap = _margin(facts), facts.theme.mm(_FOOTER_GAP)
    return body.width + 2 * margin, 2 * margin + header.height + height + gap + footer.height


def _assemble(parts: PosterParts, placement: GridPlacement, sheet: Sheet) -> Drawing:
    facts, body, ink, header, footer = parts
    margin = _margin(facts)
    foot = margin + header.height + placement.height + facts.theme.mm(_FOOTER_GAP)
    height = sheet.height
    if height is None:
        height = _natural_size(facts, body, placement.height, header, footer)[1]
    return Drawing(
        width=sheet.width,
        height=height,
        placed=(
            *ink.placed,
            *move_all(header.placed, margin, margin),
            *move_all(footer.placed, margin, foot),
        ),
        tags=Tag("Document"),
        title=facts.document.title,
        language=facts.language,
        images=_find_images(facts),
        missing=(*header.missing, *ink.missing, *footer.missing),
    )


def _find_images(facts: PosterFacts) -> Mapping[str, RasterImage]:
    """Return the rasters, with paler ones for what stands back."""
    rasters = facts.pictures.rasters
    background = facts.document.poster.background
    if not (rasters and (facts.faded or background)):
        return rasters
    # Only a document with images pays for loading their decoders.
    from blueprint_editor.sheets.pictures import fade_picture  # noqa: PLC0415

    shown = [card.image.asset for card in facts.document.cards
             if card.image is not None and card.id in facts.faded]  # fmt: skip
    if background is not None:
        shown.append(background.asset)
    return {**rasters, **{
        f"{FADED_IMAGE}{asset}": facts.cache.reuse(
            ("faded image", asset), (rasters[asset],), fade_picture, rasters[asset]
        )
        for asset in shown if asset in rasters
    }}  # fmt: skip


def _make_grid(parts: PosterParts, placement: GridPlacement) -> PosterGrid:
    facts, body, _, header, _ = parts
    margin = _margin(facts)
    top = margin + header.height
    columns = facts.cache.reuse(
        ("grid",), (body.columns, placement.column_x, margin),
        _make_columns, body.columns, placement.column_x, margin,
    )  # fmt: skip
    rows = tuple(
        Row(lane.id, y + top, height)
        for lane, y, height in zip(body.lanes, placement.row_y, placement.row_heights, strict=True)
    )

    def find_bounds(card: str) -> Bounds:
        x, y = placement.card_places[card]
        return body.boxes[card].group.bounds.moved(x + margin, y + top)

    def find_cell(cell: tuple[str, str]) -> tuple[str, ...]:
        return tuple([card.id for card in facts.derived.cards_by_lane[cell[0]][cell[1]]])

    def list_curves() -> tuple[str, ...]:
        shown = body.lanes if facts.shows("emotion_curve") else ()
        return tuple(lane.id for lane in shown if lane.role == "emotion")

    def find_points(lane: str) -> tuple[CurvePoint, ...]:
        points = list_curve_points(facts, body, placement, lane)
        return tuple(point._replace(x=point.x + margin, y=point.y + top) for point in points)

    return PosterGrid(
        columns,
        rows,
        Bounds(margin, margin, margin + body.width, top + placement.height),
        margin + body.label_width,
        margin + header.phase_top,
        LazyMapping(body.boxes.keys, find_bounds),
        LazyMapping(lambda: facts.derived.cards_by_cell, find_cell),
        LazyMapping(list_curves, find_points),
    )


def _make_columns(
    columns: Sequence[BodyColumn], xs: Sequence[float], margin: float
) -> tuple[Column, ...]:
    pairs = zip(xs, columns, strict=True)
    return tuple(Column(one.step, one.phase, x + margin, one.width) for x, one in pairs)
