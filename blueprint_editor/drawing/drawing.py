"""A whole drawing: placed groups in paint order and a tag tree in reading order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, overload

from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    Path,
    Point,
    Primitive,
    Rectangle,
)

RecordKind = Literal[
    "document",
    "lane",
    "phase",
    "step",
    "card",
    "connector",
    "mark",
    "responsibility",
    "persona",
    "node",
    "arrow",
    "loop",
    "decoration",
]


class Part(NamedTuple):
    """Primitives of a group that mean one thing; a part without a name is decoration."""

    name: str
    primitives: tuple[Primitive, ...]


class Sketch(NamedTuple):
    """What is seen of ink from afar.

    Attributes:
        text_size: the em of its largest text in mm; 0 without text.
        shapes: those that are filled, in paint order.
    """

    text_size: float
    shapes: tuple[Rectangle | Path, ...]


def sketch_parts(parts: Iterable[Part]) -> Sketch:
    """Return what is seen of parts from afar."""
    return sketch_ink([item for part in parts for item in part.primitives])


def sketch_ink(primitives: Iterable[Primitive]) -> Sketch:
    """Return what is seen of primitives from afar."""
    size = 0.0
    shapes: list[Rectangle | Path] = []
    for item in primitives:
        if isinstance(item, GlyphRun):
            size = max(size, item.size)
        elif isinstance(item, Rectangle | Path) and item.fill:
            shapes.append(item)
    return Sketch(size, tuple(shapes))


class DeferredParts(Sequence[Part]):
    """Parts that are made when they are first looked at: most groups of a poster are out of view.

    Equal to a tuple of the same parts.

    Args:
        make: makes the parts.
        sketch: tells what is seen of them from afar, without making all of their texts.
    """

    def __init__(
        self,
        make: Callable[[], tuple[Part, ...]],
        sketch: Callable[[], Sketch] | None = None,
    ) -> None:
        self._make: Callable[[], tuple[Part, ...]] | None = make
        self._make_sketch = sketch
        self._sketch: Sketch | None = None
        self._parts: tuple[Part, ...] = ()

    def sketch(self) -> Sketch:
        """Return what is seen of the parts from afar."""
        if self._sketch is None:
            make = self._make_sketch
            if make is not None:
                self._sketch, self._make_sketch = make(), None
            else:
                self._sketch = sketch_parts(self._find())
        return self._sketch

    def _find(self) -> tuple[Part, ...]:
        make = self._make
        if make is not None:
            self._parts = make()
            self._make = self._make_sketch = None
        return self._parts

    @overload
    def __getitem__(self, index: int) -> Part: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Part, ...]: ...
    def __getitem__(self, index: int | slice) -> Part | tuple[Part, ...]:
        return self._find()[index]

    def __iter__(self) -> Iterator[Part]:
        return iter(self._find())

    def __len__(self) -> int:
        return len(self._find())

    def __eq__(self, other: object) -> bool:
        return self._find() == (other._find() if isinstance(other, DeferredParts) else other)

    def __hash__(self) -> int:
        return hash(self._find())

    def __repr__(self) -> str:
        return repr(self._find())


class Group(NamedTuple):
    """The ink of one record, local to its own origin; compared by identity, reused while it can.

    Attributes:
        key: unique in the drawing; the record's id where the group is a record's own.
        kind: what sort of record it shows; painters to SVG write it as ``data-record``.
        parts: in paint order.
        bounds: what the ink covers, in mm from the group's origin.
        label: one line of plain text for screen readers and tool tips.
        outline: fill and stroke stand-ins (fill, stroke colour) for overviews; None = not shown.
        course: the corners of a connector's line, ends included, from the group's origin in mm.
    """

    key: str
    kind: RecordKind
    parts: Sequence[Part]
    bounds: Bounds
    label: str = ""
    outline: tuple[str, str] | None = None
    course: tuple[Point, ...] = ()

    def sketch(self) -> Sketch:
        """Return what is seen of the group from afar."""
        parts = self.parts
        if isinstance(parts, DeferredParts):
            return parts.sketch()
        return sketch_parts(parts)


class Placed(NamedTuple):
    """A group with its origin at (x, y) mm of the drawing."""

    group: Group
    x: float
    y: float

    @property
    def bounds(self) -> Bounds:
        return self.group.bounds.moved(self.x, self.y)


class Leaf(NamedTuple):
    """Points a tag at the ink that it describes: a named part of a group."""

    group: str
    part: str


TagRole = Literal[
    "Document",
    "Sect",
    "H1",
    "H2",
    "H3",
    "P",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Figure",
    "Link",
    "Span",
]


class Tag(NamedTuple):
    """A node of meaning, named as in PDF/UA-1; children in reading order.

    ``alt`` is required for figures, of a table it is a summary; ``scope`` for header cells
    (``Row``, ``Column`` or ``Both``);
    spans count columns and rows of a table cell (0 = 1); ``language`` only where it differs.
    A ``Link`` tag holds the leaf whose part has the :class:`LinkArea`.
    """

    role: TagRole
    children: tuple["Tag | Leaf", ...] = ()
    alt: str = ""
    language: str = ""
    scope: Literal["", "Row", "Column", "Both"] = ""
    col_span: int = 0
    row_span: int = 0


class Bookmark(NamedTuple):
    """An entry of the outline that leads to a group; ``level`` starts at 0."""

    title: str
    group: str
    level: int = 0


class RasterImage(NamedTuple):
    """A decoded PNG or JPEG as the painters need it: sRGB, no metadata."""

    media_type: Literal["image/png", "image/jpeg"]
    data: bytes
    width_px: int
    height_px: int


class MissingLetters(NamedTuple):
    """Letters that no font has, and the group whose text holds them."""

    letters: str
    group: str


class PageFit(NamedTuple):
    """How the drawing's groups stand on the page: page mm = ``scale`` × drawing mm + offset."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0


class TrimBoxes(NamedTuple):
    """Where a page is cut: the finished sheet, and that with its bleed, in mm of the page."""

    trim: Bounds
    bleed: Bounds


class Drawing(NamedTuple):
    """One page, ready for any painter.

    Attributes:
        width, height: the page in mm.
        placed: groups in paint order.
        tags: the root tag (role ``Document``), reading order.
        language: BCP 47 tag of the texts.
        fit: the transform from the groups' mm to the page's.
        images: image name → raster image.
        background: of the page; empty = none, for what is laid over other ink.
        insets: name → another drawing, of which pages may show the same or different parts. Only
            its ink is shown; none of its meaning, links and bookmarks comes along.
        boxes: None = the page is the finished sheet.
    """

    width: float
    height: float
    placed: tuple[Placed, ...]
    tags: Tag
    title: str
    language: str
    bookmarks: tuple[Bookmark, ...] = ()
    images: Mapping[str, RasterImage] = {}
    missing: tuple[MissingLetters, ...] = ()
    fit: PageFit = PageFit()
    background: str = "#FFFFFF"
    insets: Mapping[str, "Drawing"] = {}
    boxes: TrimBoxes | None = None


TextPlace: TypeAlias = tuple[str, float, float]
"""(text, x, baseline y): a glyph run's characters and its left end on the page, in mm."""


def iter_text_places(drawing: Drawing) -> Iterator[TextPlace]:
    """Yield every set text with its place on the page, in paint order."""
    scale, dx, dy = drawing.fit
    for group, x, y in drawing.placed:
        for part in group.parts:
            for item in part.primitives:
                if isinstance(item, GlyphRun):
                    yield (item.text, (x + item.x) * scale + dx, (y + item.baseline) * scale + dy)
