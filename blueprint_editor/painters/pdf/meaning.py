"""Which ink belongs to which tag: the tag tree on its way into the structure tree of a PDF."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Leaf, Tag, TagRole
from blueprint_editor.drawing.primitives import Bounds

_KEPT_WHEN_EMPTY = frozenset({"Document", "TH", "TD"})
"""An empty cell keeps its row regular; anything else without content says nothing."""

_HEADINGS: tuple[TagRole, ...] = ("H1", "H2", "H3")
_LEVELS = {role: level for level, role in enumerate(_HEADINGS, 1)}
_NO_SLOTS: "Mapping[str, Slot]" = {}
_INLINE = frozenset({"Span", "Link"})
"""Text goes on after these within a line."""


class LinkMark(NamedTuple):
    """A link annotation, by its number on the page."""

    number: int


class Slot:
    """The place in the tag tree where one named part of a group is told.

    Attributes:
        element: what the part belongs to.
        content: pieces of marked content by their number, links, and elements around links.
        links: those elements among the content.
        goes_on: more text follows in the same paragraph.
    """

    __slots__ = ("content", "element", "goes_on", "links")

    def __init__(self, element: "Element", *, goes_on: bool = False) -> None:
        self.element = element
        self.goes_on = goes_on
        self.content: list[int | LinkMark | Element] = []
        self.links: tuple[Element, ...] = ()

    def add_link(self, link: "Element") -> None:
        """Tell a link element after what was told before."""
        self.content.append(link)
        self.links += (link,)


class Element:
    """An element of the structure tree.

    Attributes:
        tag: what it means.
        kids: in reading order.
        parent: the element around it; None = it is the root.
        contents: set by :meth:`settle`, the kids with slots replaced by their content.
        bounds: of a figure, the box around its ink in mm of the drawing.
        language: given by its own tag or one around it.
        page: index of the page that it tells of.
        figure, link: the nearest element of this role, this one or one around it.
        number: of its object in the file, set by who writes them.
    """

    contents: "list[Element | int | LinkMark]"
    number: int

    __slots__ = (
        "bounds",
        "contents",
        "figure",
        "kids",
        "language",
        "link",
        "number",
        "page",
        "parent",
        "tag",
    )

    def __init__(self, tag: Tag, parent: "Element | None" = None, page: int = 0) -> None:
        self.tag = tag
        self.parent = parent
        self.kids: list[Element | Slot] = []
        self.bounds: Bounds | None = None
        self.page: int = page
        self.language: str = tag.language
        self.figure: Element | None = None
        self.link: Element | None = None
        if parent:
            self.page = page or parent.page
            self.language = tag.language or parent.language
            self.figure, self.link = parent.figure, parent.link
        if tag.role == "Figure":
            self.figure = self
        elif tag.role == "Link":
            self.link = self

    def settle(self, order: "list[Element]") -> None:
        """Fill ``contents`` of this element and those below, and list them in reading order.

        Elements that hold nothing are left out.
        """
        start = len(order)
        order.append(self)
        found: list[Element | int | LinkMark] = []
        for kid in self.kids:
            if isinstance(kid, Slot):
                found += kid.content
                order += kid.links
            else:
                kid.settle(order)
                if kid.contents or kid.tag.role in _KEPT_WHEN_EMPTY:
                    found.append(kid)
        self.contents = found
        if not found and self.tag.role not in _KEPT_WHEN_EMPTY:
            del order[start:]

    def grow_figures(self, ink: Bounds) -> None:
        """Widen the boxes of all figures around this element to hold the ink (drawing mm)."""
        figure = self.figure
        while figure:
            box = figure.bounds
            figure.bounds = ink if box is None else box.joined(ink)
            figure = figure.parent.figure if figure.parent else None


def close_heading_gaps(order: Iterable[Element]) -> None:
    """Raise headings that leave out a level: what should stand above them says nothing here.

    PDF/UA-1, 7.4.2; ``order`` is the reading order.
    """
    around: list[int] = []
    for element in order:
        level = _LEVELS.get(element.tag.role, 0)
        if level:
            around = [*(above for above in around if above < level), level]
            if len(around) != level:
                element.tag = element.tag._replace(role=_HEADINGS[len(around) - 1])


class Meaning:
    """The tag tree of one page as elements, and the slots that its leaves point at.

    A part that two leaves point at belongs to the first: ink can be told only once.

    Args:
        tags: their root.
        language: of the page.
        page: its index.
        whole: the element around the pages, where there are several.
    """

    def __init__(
        self, tags: Tag, language: str, page: int = 0, whole: Element | None = None
    ) -> None:
        self._slots: defaultdict[str, dict[str, Slot]] = defaultdict(dict)
        own = tags.language or language
        if whole is None:
            self.root = Element(tags._replace(language=own))
        else:
            told = "" if own == whole.language else own
            self.root = Element(tags._replace(role="Sect", language=told), whole, page)
            whole.kids.append(self.root)
        self._fill(self.root)

    def _fill(self, element: Element, *, goes_on: bool = False) -> None:
        children = element.tag.children
        last = children[-1] if children else None
        for child in children:
            text_follows = goes_on or child is not last
            if isinstance(child, Leaf):
                slots = self._slots[child.group]
                if child.part not in slots:
                    slot = slots[child.part] = Slot(element, goes_on=text_follows)
                    element.kids.append(slot)
            else:
                inner = Element(child, element)
                element.kids.append(inner)
                self._fill(inner, goes_on=text_follows and child.role in _INLINE)

    def find_slots(self, group: str) -> Mapping[str, Slot]:
        """Return where the parts of a group are told, by their names; others are decoration."""
        return self._slots.get(group, _NO_SLOTS)

    def add_link(self, slot: Slot | None, number: int) -> Element:
        """Hang a link annotation where it is told, and return its Link element.

        A link outside any Link tag gets an element of its own, for a PDF/UA reader must find it.
        """
        link = slot.element.link if slot else None
        if link is None:
            link = Element(Tag("Link"), slot.element if slot else self.root)
            link.contents = [LinkMark(number)]
            if slot is None:
                slot = Slot(self.root)
                self.root.kids.append(slot)
            slot.add_link(link)
        elif slot and link is slot.element:
            slot.content.append(LinkMark(number))
        else:
            home = Slot(link)
            home.content.append(LinkMark(number))
            link.kids.append(home)
        return link
