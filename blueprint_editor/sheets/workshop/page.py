"""One page under way: ink and meaning are put down together, so that no tag is forgotten."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from blueprint_editor.drawing.drawing import (
    Bookmark,
    Drawing,
    Group,
    Leaf,
    MissingLetters,
    Placed,
    Tag,
    TagRole,
)
from blueprint_editor.drawing.primitives import (
    Bounds,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Align, SetText, TextStyle, Typesetter
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.look import Look

Node = Tag | Leaf


_NARROW_FACES = (75.0, 62.5)
"""Widths in percent of the usual face."""


class SheetPage:
    """A page that texts and shapes are put on, in mm of the page.

    Texts are told in the order in which they are put down; shapes are decoration unless they are
    a :meth:`figure`.

    Args:
        key: in front of the names of its groups, unique in the file.
        size: width and height in mm.
        language: of the sheet's own words.
    """

    def __init__(
        self, key: str, size: tuple[float, float], look: Look, typesetter: Typesetter, language: str
    ) -> None:
        self.size = size
        self.look = look
        self.typesetter = typesetter
        self.language = language
        self._key = key
        self._builders: list[tuple[str, GroupBuilder]] = []
        self._bounds: list[Area] = []
        self._open: list[list[Node]] = [[]]
        self._parts = 0
        self._bookmarks: list[Bookmark] = []
        self.begin_group()

    @property
    def area(self) -> Area:
        """The whole page."""
        return Area(0.0, 0.0, *self.size)

    def begin_group(self, area: Area | None = None) -> None:
        """Let what follows stand in a group of its own, which tiles may part from the others.

        ``area`` is what it covers, the whole page if not told.
        """
        self._builders.append((f"{self._key}.{len(self._builders)}", GroupBuilder()))
        self._bounds.append(area or self.area)

    def bookmark(self, title: str, level: int = 0) -> None:
        """Let the outline of the file lead to what is put down next."""
        told = " ".join(title.split())
        if told:
            self._bookmarks.append(Bookmark(told, self._builders[-1][0], level))

    @contextmanager
    def tagged(self, role: TagRole, **attributes: Any) -> Iterator[None]:
        """Put the tags of what is put down meanwhile into one of their own."""
        self._open.append([])
        yield
        children = self._open.pop()
        if children or role in {"TD", "TH"}:
            told = children if role == "L" else _gather_items(children)
            self._open[-1].append(Tag(role, tuple(told), **attributes))

    def set_text(
        self,
        text: str,
        style: TextStyle | str,
        width: float,
        *,
        language: str = "",
        align: Align = "left",
        balance: bool = False,
        spare_hyphens: bool = False,
    ) -> SetText:
        """Set a text for this page; a ``style`` may be a name of the look's."""
        told = style if isinstance(style, TextStyle) else self.look.styles[style]
        return self.typesetter.set_text(
            text, told, width, language or self.language, align=align, balance=balance,
            mark_language=bool(language) and language != self.language,
            spare_hyphens=spare_hyphens,
        )  # fmt: skip

    def find_style(
        self, style: str, texts: Iterable[str], width: float, *, language: str = ""
    ) -> TextStyle:
        """Return a style of the look's, in a narrow face where it would have to divide words.

        For names beside each other, which should look alike.
        """
        told, tag = self.look.styles[style], language or self.language
        words = {word for text in texts for word in text.split()}
        for face_width in _NARROW_FACES:
            if all(self.typesetter.measure(word, told, tag) <= width for word in words):
                break
            told = told._replace(face=told.face._replace(width=face_width))
        return told

    def put(
        self,
        text: SetText,
        x: float,
        y: float,
        *,
        role: TagRole | None = "P",
        url: str = "",
        is_aside: bool = False,
    ) -> float:
        """Put a set text down and return the y below it; without a role it goes on in the tag.

        A click on it leads to ``url``. What ``is_aside`` is for the eye alone, such as the number
        of a page: who hears the sheet would be kept from it, or has heard it already.
        """
        name, builder = self._builders[-1]
        if is_aside:
            builder.add_text("", text, x, y)
            return y + text.height
        self._parts += 1
        part = f"t{self._parts}"
        builder.add_text(part, text, x, y)
        if url:
            builder.add(part, [LinkArea(x, y, text.width, text.height, url, url)])
        leaf: Node = Leaf(name, part)
        node = Tag("Link", (leaf,)) if url else leaf
        self._open[-1].append(node if role is None else Tag(role, (node,)))
        return y + text.height

    def write(
        self,
        text: str,
        style: TextStyle | str,
        x: float,
        y: float,
        width: float,
        *,
        role: TagRole | None = "P",
        language: str = "",
        align: Align = "left",
        balance: bool = False,
        spare_hyphens: bool = False,
        is_aside: bool = False,
    ) -> float:
        """Set and put a text; nothing at all for an empty one. Return the y below it."""
        if not text.strip():
            return y
        done = self.set_text(
            text, style, width, language=language, align=align, balance=balance,
            spare_hyphens=spare_hyphens,
        )  # fmt: skip
        return self.put(done, x, y, role=role, is_aside=is_aside)

    def draw(self, shapes: Iterable[Primitive]) -> None:
        """Put shapes down that say nothing."""
        self._builders[-1][1].add("", shapes)

    def figure(self, alt: str, shapes: Iterable[Primitive]) -> None:
        """Put shapes down that mean what ``alt`` says; decoration where that is nothing."""
        if alt.strip():
            self.tell(alt, self.ink(shapes))
        else:
            self.draw(shapes)

    def ink(self, shapes: Iterable[Primitive]) -> Leaf:
        """Put shapes down whose turn to be told comes later, by :meth:`tell`."""
        name, builder = self._builders[-1]
        self._parts += 1
        part = f"f{self._parts}"
        builder.add(part, shapes)
        return Leaf(name, part)

    def tell(self, alt: str, ink: Leaf) -> None:
        """Tell here what shapes mean that were put down before."""
        self._open[-1].append(Tag("Figure", (ink,), alt=alt))

    def box(
        self, area: Area, *, fill: str | None = None, dashed: bool = False, radius: float = 1.6
    ) -> None:
        """Draw the box of a field, or with ``fill`` a panel without a line."""
        stroke = None
        if fill is None or self.look.greyscale:
            dash = (1.6, 1.4) if dashed else ()
            stroke = Stroke(self.look.rule, self.look.mm(0.28), dash)
        shape = Rectangle(
            area.x0, area.y0, area.width, area.height, fill, stroke, self.look.mm(radius)
        )
        self.draw([shape])

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.25, colour: str = "",
        dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        """Draw a line; ``width`` is for A4."""
        stroke = Stroke(colour or self.look.rule, self.look.mm(width), dash)
        self.draw([Path((("M", x0, y0), ("L", x1, y1)), None, stroke)])

    def finish(self, title: str, pictures: Pictures) -> Drawing:
        """Return the page as a drawing."""
        groups: list[Placed] = []
        missing: list[MissingLetters] = []
        for (name, builder), area in zip(self._builders, self._bounds, strict=True):
            if builder.steps:
                group: Group = builder.build(name, "decoration", Bounds(*area))
                groups.append(Placed(group, 0.0, 0.0))
            if builder.missing:
                missing.append(MissingLetters(builder.missing, name))
        shown = {placed.group.key for placed in groups}
        return Drawing(
            *self.size,
            bookmarks=tuple(mark for mark in self._bookmarks if mark.group in shown),
            placed=tuple(groups),
            tags=Tag("Document", tuple(_gather_items(self._open[0]))),
            title=title,
            language=self.language,
            images=pictures.rasters,
            missing=tuple(missing),
        )


def _gather_items(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes, items of lists that follow each other as one list."""
    for is_item, found in groupby(nodes, lambda node: isinstance(node, Tag) and node.role == "LI"):
        if is_item:
            yield Tag("L", tuple(found))
        else:
            yield from found
