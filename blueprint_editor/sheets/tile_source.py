"""What the sheets of a tiled poster are made from: its drawing, its words, and a page to fill."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import (
    Bookmark,
    Drawing,
    Group,
    MissingLetters,
    PageFit,
    Part,
    Placed,
    Tag,
)
from blueprint_editor.drawing.primitives import Bounds, FaceKey, Inset, Primitive
from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.layout.text import TextStyle, Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.sheets.poster_grid import GridDeck, PosterGrid

INK, QUIET, PAPER = "#17202B", "#4A5666", "#FFFFFF"
POSTER = "poster"
"""The poster's name among the insets of a page."""
_NO_INSETS: Mapping[str, Drawing] = {}
_MOST_OF_IT = 0.5
_LEADING = 1.22


class Stretch(NamedTuple):
    """A step, phase or lane along its axis, in mm of the poster's page, with its words."""

    start: float
    end: float
    name: str


class TileDeck(NamedTuple):
    """A row of steps, from ``top`` to ``bottom`` in mm of the poster's page.

    Attributes:
        steps, phases: from left to right; a step without a name has none.
    """

    top: float
    bottom: float
    steps: tuple[Stretch, ...]
    phases: tuple[Stretch, ...]

    def measure_overlap(self, top: float, bottom: float) -> float:
        """Return how much of it lies between two places, in mm; negative beyond them."""
        return min(self.bottom, bottom) - max(self.top, top)


class TileSource(NamedTuple):
    """All that sheets are made from.

    Attributes:
        poster: on its page.
        terms: words in the poster's language.
        typesetter: sets what the sheets add.
        decks: its rows of steps, from top to bottom.
        lanes: from top to bottom.
        codes: card id → code, for what has to be cut.
    """

    poster: Drawing
    terms: Terms
    typesetter: Typesetter
    decks: tuple[TileDeck, ...] = ()
    lanes: tuple[Stretch, ...] = ()
    codes: Mapping[str, str] = {}


def make_tile_source(
    poster: Drawing, grid: PosterGrid, document: DocumentContent, typesetter: Typesetter
) -> TileSource:
    """Return what the sheets of a poster are made from.

    Args:
        poster: on the page that is to be cut.
        grid: where its cells stand, in mm of the drawing.
        document: what it shows, in its language.
        typesetter: sets what the sheets add.
    """
    fit = poster.fit
    lanes = {lane.id: lane.name for lane in document.lanes}
    return TileSource(
        poster,
        find_terms(poster.language),
        typesetter,
        tuple(_make_deck(deck, fit, document) for deck in grid.decks),
        tuple(
            Stretch(*_place(fit, fit.dy, row.y, row.height), lanes[row.lane]) for row in grid.rows
        ),
        DerivedFacts(document).card_codes,
    )


def _make_deck(deck: GridDeck, fit: PageFit, document: DocumentContent) -> TileDeck:
    names = {step.id: step.name for step in document.steps}
    columns = [
        (
            column.phase,
            Stretch(*_place(fit, fit.dx, column.x, column.width), names.get(column.step, "")),
        )
        for column in deck.columns
    ]
    phases = []
    for number, phase in enumerate(document.phases, 1):
        own = [stretch for name, stretch in columns if name == phase.id]
        if own:
            phases.append(Stretch(own[0].start, own[-1].end, f"{number} {phase.name}"))
    ends = _place(fit, fit.dy, deck.header_top, deck.bottom - deck.header_top)
    return TileDeck(*ends, tuple(stretch for _, stretch in columns), tuple(phases))


def _place(fit: PageFit, offset: float, start: float, length: float) -> tuple[float, float]:
    return start * fit.scale + offset, (start + length) * fit.scale + offset


def list_names(stretches: tuple[Stretch, ...], start: float, end: float) -> list[str]:
    """Return the names of what lies between two places for the most part, each once."""
    found: dict[str, None] = {}
    for stretch in stretches:
        seen = min(stretch.end, end) - max(stretch.start, start)
        if stretch.name and seen >= _MOST_OF_IT * min(stretch.end - stretch.start, end - start):
            found[stretch.name] = None
    return list(found)


def make_style(size: float, *, strong: bool = False, colour: str = INK) -> TextStyle:
    """Return the style of a text that sheets add; ``size`` is its em in mm."""
    return TextStyle(FaceKey(weight=650 if strong else 400), size, size * _LEADING, colour)


class PageInk:
    """Collects what one page shows: parts of a group, each text where it stands.

    Args:
        source: the poster that it shows, and what texts are set with.
        insets: more that it shows.
    """

    def __init__(self, source: TileSource, insets: Mapping[str, Drawing] = _NO_INSETS) -> None:
        self._typesetter = source.typesetter
        self._insets = {POSTER: source.poster, **insets}
        self.language = source.poster.language
        self._parts: list[tuple[str, tuple[Primitive, ...]]] = []
        self._missing = ""

    def add(self, name: str, *primitives: Primitive) -> None:
        """Add ink to a part; one without a name is decoration."""
        self._parts.append((name, primitives))

    def measure(self, words: str, style: TextStyle) -> float:
        """Return the width of a text in one line."""
        return self._typesetter.set_line(words, style, self.language).width

    def set_line(self, name: str, words: str, style: TextStyle, x: float, y: float) -> float:
        """Set a text in one line with its top left corner at (x, y); return its width."""
        text = self._typesetter.set_line(words, style, self.language)
        self.add(name, *text.placed_at(x, y))
        self._missing += text.missing
        return text.width

    def set_text(
        self, name: str, words: str, style: TextStyle, x: float, y: float, width: float
    ) -> float:
        """Set a text in lines of at most ``width`` mm; return its height."""
        text = self._typesetter.set_text(words, style, width, self.language, balance=False)
        self.add(name, *text.placed_at(x, y))
        self._missing += text.missing
        return text.height

    def measure_text(self, words: str, style: TextStyle, width: float) -> float:
        """Return the height that :meth:`set_text` would return."""
        return self._typesetter.set_text(words, style, width, self.language, balance=False).height

    def build(
        self,
        key: str,
        size: tuple[float, float],
        tags: tuple[Tag, ...],
        title: str,
    ) -> Drawing:
        """Return the page, a bookmark with a title leading to it."""
        whole = Bounds(0.0, 0.0, *size)
        group = Group(key, "decoration", tuple(self._join_parts()), whole, title)
        missing = (MissingLetters(self._missing, key),) if self._missing else ()
        return Drawing(
            *size,
            (Placed(group, 0.0, 0.0),),
            Tag("Document", tags),
            self._insets[POSTER].title,
            self.language,
            (Bookmark(title, key),),
            missing=missing,
            insets=self._insets,
        )

    def build_layer(self, size: tuple[float, float], title: str) -> Drawing:
        """Return what was collected as decoration to be laid over pages, without a ground."""
        page = self.build("layer", size, (), title)
        return page._replace(bookmarks=(), insets={}, background="")

    def _join_parts(self) -> Iterator[Part]:
        """Yield the parts in paint order, neighbours of one name as one."""
        name, found = "", list[Primitive]()
        for own, primitives in self._parts:
            if own != name and found:
                yield Part(name, tuple(found))
                found = []
            name = own
            found += primitives
        if found:
            yield Part(name, tuple(found))


def view_poster(box: Bounds, seen: Bounds, scale: float) -> Inset:
    """Return a view of the part of the poster that starts where ``seen`` does, in a box."""
    return Inset(POSTER, box.x0, box.y0, box.width, box.height, seen.x0, seen.y0, scale)
