"""The poster: a whole blueprint composed into one drawing, at its natural size in mm."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, RasterImage, Tag
from blueprint_editor.language.terms import UNTITLED, find_terms
from blueprint_editor.layout.fading import FADED_IMAGE
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.routing import Router
from blueprint_editor.layout.row_break import measure_row_break
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import Theme, make_theme, tighten
from blueprint_editor.model.change_view import CardChanges
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.filtering import apply_filter
from blueprint_editor.model.records import Fit
from blueprint_editor.model.records import Poster as PosterRecord
from blueprint_editor.sheets.paper import UnknownPaperError, find_page, parse_paper
from blueprint_editor.sheets.poster_body import Body, arrange_body, find_body_width
from blueprint_editor.sheets.poster_decks import (
    DeckTools,
    fill_up,
    join_contents,
    plan_decks,
)
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_footer import Footer, build_footer
from blueprint_editor.sheets.poster_grid import PosterGrid
from blueprint_editor.sheets.poster_header import build_header
from blueprint_editor.sheets.poster_ink import BodyInk, draw_body, leave_out_background, move_all
from blueprint_editor.sheets.poster_stands import (
    Deck,
    DeckPlace,
    find_margin,
    join_decks,
    make_grid,
    stand_decks,
)
from blueprint_editor.sheets.poster_tags import make_bookmarks, make_tags
from blueprint_editor.sheets.poster_ways import NO_WAYS, find_ways

NO_PICTURES = Pictures({}, {})
_FOOTER_GAP = 9.0
"""Between lanes and footer, in mm at type scale 1."""
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

    The height is that with head and foot as wide as the page that it is fitted to; ``bodies`` are
    the lanes of each deck, ``fixed`` what title, footer and margins take of the height.
    """

    width: float
    height: float
    fixed: float
    facts: PosterFacts
    bodies: tuple[Body, ...]


class PosterParts(NamedTuple):
    """What a poster was put together from, for its tags."""

    facts: PosterFacts
    decks: tuple[Deck, ...]
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
        facts, decks, footer = self.parts
        bodies, first = [deck.body for deck in decks], decks[0]
        tags = make_tags(facts, bodies, first.facts.ways, first.header, footer)
        return leave_out_background(self.drawing)._replace(
            tags=tags, bookmarks=make_bookmarks(facts)
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
        self._tools: list[DeckTools] = []
        self._derived: DerivedFacts | None = None
        self._bodies: tuple[Body, ...] = ()
        self._inks: tuple[BodyInk, ...] = ()

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
        facts, decks, footer = self._set(document, pictures, kept, whole, changes)
        sheet = _find_sheet(facts, decks, footer)
        stands = stand_decks(facts, decks, sheet.spare / len(decks))
        self._inks = inks = tuple(
            draw_body(deck.facts, deck.body, stand.placement, (stand.left, stand.lanes), former)
            for deck, stand, former in zip(
                decks, stands, fill_up(self._inks, len(decks)), strict=True
            )
        )
        parts = PosterParts(facts, decks, footer)
        drawing = _assemble(parts, inks, stands, sheet)
        return Poster(drawing, make_grid(decks, stands), parts)

    def measure(
        self,
        document: DocumentContent,
        pictures: Pictures = NO_PICTURES,
        whole: DocumentContent | None = None,
    ) -> PosterSize:
        """Set the document's poster without drawing it, and tell how large it is.

        To compose the same poster next takes only the drawing.
        """
        facts, decks, footer = self._set(document, pictures, (), whole, None)
        height = _natural_size(facts, decks, footer)[1]
        bodies = tuple(deck.body for deck in decks)
        width = max(find_body_width(facts, body.size) for body in bodies)
        margins = 2 * find_margin(facts)
        fixed = margins + decks[0].header.phase_top + facts.theme.mm(_FOOTER_GAP) + footer.height
        return PosterSize(width + margins, height, fixed, facts, bodies)

    def _set(
        self,
        document: DocumentContent,
        pictures: Pictures,
        kept: Collection[str],
        whole: DocumentContent | None,
        changes: CardChanges | None,
    ) -> tuple[PosterFacts, tuple[Deck, ...], Footer]:
        self._cache.begin_round()
        derived = self._derived or DerivedFacts(document)
        seen, unfiltered, faded = apply_filter(document, kept)
        if changes is not None:
            faded |= {card.id for card in seen.cards} - changes.keys()
        theme = self._find_theme(document.poster)
        self._derived = derived = derived.after(seen, whole or unfiltered)
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
        decks = self._set_decks(facts)
        contents = join_contents([deck.body for deck in decks])
        return facts, decks, build_footer(facts, contents)

    def _set_decks(self, facts: PosterFacts) -> tuple[Deck, ...]:
        plans = plan_decks(facts, self._tools)
        self._bodies = tuple(
            arrange_body(plan.facts, plan.columns, former, plan.continued)
            for plan, former in zip(plans, fill_up(self._bodies, len(plans)), strict=True)
        )
        return tuple(
            Deck(plan.facts, body, build_header(plan.facts, body, is_first=not number))
            for number, (plan, body) in enumerate(
                zip(plans, _widen(facts, self._bodies), strict=True)
            )
        )

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


def _widen(facts: PosterFacts, bodies: Sequence[Body]) -> Sequence[Body]:
    """Let all lanes run as far, to the margin of the page that the poster was fitted to."""
    page = _find_fitted_page(facts)
    width = max(body.width for body in bodies)
    if page is not None and page[0] is not None:
        width = max(width, page[0] - 2 * find_margin(facts))
    return [body if body.width == width else body._replace(width=width) for body in bodies]


def _find_sheet(facts: PosterFacts, decks: Sequence[Deck], footer: Footer) -> Sheet:
    """Find the size of the sheet: that of the page it was fitted to, while all fits on it.

    Any other sheet is as large as what stands on it, and as its document's paper is shaped.
    """
    width, height = _natural_size(facts, decks, footer)
    lanes = sum(deck.body.size.height for deck in decks)
    page = _find_fitted_page(facts)
    if page is not None:
        page_width, page_height = page[0] or width, page[1] or height
        if width <= page_width + _SLACK and height <= page_height + _SLACK:
            spare = min(max(page_height - height, 0.0), lanes)
            return Sheet(page_width, page_height, spare)
    return Sheet(width, None, _find_spare_height(facts, lanes, width, height))


def _find_spare_height(facts: PosterFacts, lanes: float, width: float, height: float) -> float:
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
    return spare if 0.0 < spare < lanes else 0.0


def _natural_size(facts: PosterFacts, decks: Sequence[Deck], footer: Footer) -> tuple[float, float]:
    """Return width and height in mm of all that stands on it, lanes no higher than need be."""
    margin, gap = find_margin(facts), facts.theme.mm(_FOOTER_GAP)
    lanes = sum(deck.header.height + deck.body.size.height for deck in decks)
    between = (len(decks) - 1) * measure_row_break(facts.theme)
    height = 2 * margin + lanes + between + gap + footer.height
    return decks[0].body.width + 2 * margin, height


def _assemble(
    parts: PosterParts, inks: Sequence[BodyInk], stands: Sequence[DeckPlace], sheet: Sheet
) -> Drawing:
    facts, decks, footer = parts
    margin = find_margin(facts)
    foot = stands[-1].foot + facts.theme.mm(_FOOTER_GAP)
    return Drawing(
        width=sheet.width,
        height=foot + footer.height + margin if sheet.height is None else sheet.height,
        placed=(
            *join_decks(decks, inks, stands),
            *move_all(footer.placed, margin, foot),
        ),
        tags=Tag("Document"),
        title=facts.document.title.strip() or UNTITLED,
        language=facts.language,
        images=_find_images(facts),
        missing=(
            *chain.from_iterable(deck.header.missing for deck in decks),
            *chain.from_iterable(ink.missing for ink in inks),
            *footer.missing,
        ),
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
