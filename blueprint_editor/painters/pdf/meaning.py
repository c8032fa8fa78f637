"""Which ink belongs to which tag: the tag tree on its way into the structure tree of a PDF."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import Leaf, Tag
from blueprint_editor.drawing.primitives import Bounds

_KEPT_WHEN_EMPTY = frozenset({"Document", "TH", "TD"})
"""An empty cell keeps its row regular; anything else without content says nothing."""


class InkMark(NamedTuple):
    """A piece of marked content, by its number on the page."""

    mcid: int


class LinkMark(NamedTuple):
    """A link annotation, by its number on the page."""

    number: int


class Slot:
    """The place in the tag tree where one named part of a group is told."""

    def __init__(self, element: "Element") -> None:
        self.element = element
        self.content: list[InkMark | LinkMark | Element] = []


class Element:
    """An element of the structure tree, with its language where its tag or a parent gives one."""

    def __init__(self, tag: Tag, parent: "Element | None" = None) -> None:
        self.tag = tag
        self.kids: list[Element | Slot] = []
        self.bounds: Bounds | None = None
        self.language: str = tag.language or (parent.language if parent else "")
        around = parent.figure if parent else None
        self.figure: Element | None = self if tag.role == "Figure" else around
        self._outer_figure = around
        self._link: Element | None = None
        if parent:
            self._link = parent._link  # noqa: SLF001  the same class
        if tag.role == "Link":
            self._link = self

    def contents(self) -> "list[Element | InkMark | LinkMark]":
        """Return what the element holds in reading order, slots replaced by their content."""
        found: list[Element | InkMark | LinkMark] = []
        for kid in self.kids:
            if isinstance(kid, Slot):
                found.extend(kid.content)
            else:
                found.append(kid)
        return found

    def drop_empty(self) -> bool:
        """Take out elements below that hold nothing; tell whether this one holds something."""
        self.kids = [kid for kid in self.kids if isinstance(kid, Slot) or kid.drop_empty()]
        return bool(self.contents()) or self.tag.role in _KEPT_WHEN_EMPTY

    def find_link(self) -> "Element | None":
        """Return the nearest Link, this element itself or one around it."""
        return self._link

    def grow_figures(self, ink: Bounds) -> None:
        """Widen the boxes of all figures around this element to hold the ink (page mm)."""
        figure = self.figure
        while figure:
            box = figure.bounds
            figure.bounds = ink if box is None else _unite(box, ink)
            figure = figure._outer_figure  # noqa: SLF001  the same class


def _unite(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(
        min(one.x0, other.x0),
        min(one.y0, other.y0),
        max(one.x1, other.x1),
        max(one.y1, other.y1),
    )


class Meaning:
    """The tag tree of one page as elements, and the slots that its leaves point at.

    A part that two leaves point at belongs to the first: ink can be told only once.
    """

    def __init__(self, tags: Tag, language: str) -> None:
        self._slots: dict[tuple[str, str], Slot] = {}
        self.root = Element(tags._replace(language=tags.language or language))
        self._fill(self.root)

    def _fill(self, element: Element) -> None:
        for child in element.tag.children:
            if isinstance(child, Leaf):
                if child not in self._slots:
                    slot = self._slots[child] = Slot(element)
                    element.kids.append(slot)
            else:
                inner = Element(child, element)
                element.kids.append(inner)
                self._fill(inner)

    def find_slot(self, group: str, part: str) -> Slot | None:
        """Return where a part is told; None where it is decoration."""
        return self._slots.get((group, part)) if part else None

    def add_link(self, slot: Slot | None, number: int) -> Element:
        """Hang a link annotation where it is told, and return its Link element.

        A link outside any Link tag gets an element of its own, for a PDF/UA reader must find it.
        """
        link = slot.element.find_link() if slot else None
        if slot and link is slot.element:
            slot.content.append(LinkMark(number))
            return link
        if link is None:
            link = Element(Tag("Link"), slot.element if slot else self.root)
            if slot:
                slot.content.append(link)
            else:
                self.root.kids.append(link)
        home = Slot(link)
        home.content.append(LinkMark(number))
        link.kids.append(home)
        return link
