"""The structure tree of a PDF: elements with their attributes, and the way back from the ink."""

import math
from typing import NamedTuple

import pikepdf

from blueprint_editor.drawing.drawing import Tag
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.meaning import Element
from blueprint_editor.painters.pdf.object_streams import NumberedObject
from blueprint_editor.painters.pdf.page_space import PageSpace

_CELLS = frozenset({"TH", "TD"})


class FileNumbers(NamedTuple):
    """Object numbers that the structure tree needs.

    Attributes:
        tree: of the root of the structure tree.
        page: of the page.
        annotations: of its link annotations, in the order of their indices.
        free: the first of the numbers that nothing has.
    """

    tree: int
    page: int
    annotations: list[int]
    free: int


class StructureWriter:
    """Writes the structure tree of one page."""

    def __init__(self, content: PageContent, space: PageSpace, numbers: FileNumbers) -> None:
        self._content = content
        self._space = space
        self._file = numbers
        self._page = f"/Pg {numbers.page} 0 R"
        self._free = numbers.free

    def write(self) -> list[NumberedObject]:
        """Return the tree's root, the parent tree, the marks' owners and all elements."""
        tree, owners = self._take_number(), self._take_number()
        root = self._content.meaning.root
        root.settle()
        elements: list[NumberedObject] = []
        self._write_element(root, self._file.tree, elements)
        links = "".join(
            f" {index + 1} {link.element.number} 0 R"
            for index, link in enumerate(self._content.links)
        )
        marks = " ".join([f"{element.number} 0 R" for element in self._content.mark_owners])
        return [
            NumberedObject(
                self._file.tree,
                f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {tree} 0 R"
                f"/ParentTreeNextKey {len(self._content.links) + 1}>>",
            ),
            NumberedObject(tree, f"<</Nums[0 {owners} 0 R{links}]>>"),
            NumberedObject(owners, f"[{marks}]"),
            *elements,
        ]

    def _take_number(self) -> int:
        self._free += 1
        return self._free - 1

    def _write_element(self, element: Element, parent: int, out: list[NumberedObject]) -> None:
        number = element.number = self._take_number()
        place = len(out)
        out.append(NumberedObject(number, ""))
        kids = []
        page = ""
        for kid in element.contents:
            if isinstance(kid, int):
                page = self._page
                kids.append(str(kid))
            elif isinstance(kid, Element):
                self._write_element(kid, number, out)
                kids.append(f"{kid.number} 0 R")
            else:
                annotation = self._file.annotations[kid.number]
                kids.append(f"<</Type/OBJR/Obj {annotation} 0 R{self._page}>>")
        tag = element.tag
        more = ""
        if tag.alt or tag.language or tag.role in _CELLS:
            more = _write_properties(tag)
        if element.bounds:
            more += self._write_bounds(element.bounds)
        if kids:
            more += f"/K[{' '.join(kids)}]"
        text = f"<</Type/StructElem/S/{tag.role}/P {parent} 0 R{page}{more}>>"
        out[place] = NumberedObject(number, text)

    def _write_bounds(self, bounds: Bounds) -> str:
        """Write a box around the bounds in whole units: nobody looks closer, and it is shorter."""
        left, bottom, right, top = self._space.to_units(bounds)
        sides = f"{math.floor(left)} {math.floor(bottom)} {math.ceil(right)} {math.ceil(top)}"
        return f"/A<</O/Layout/BBox[{sides}]>>"


def _write_properties(tag: Tag) -> str:
    found = ""
    if tag.alt:
        found = f"/Alt{_write_string(tag.alt)}"
    if tag.language:
        found += f"/Lang{_write_string(tag.language)}"
    if tag.role in _CELLS and (tag.scope or tag.col_span > 1 or tag.row_span > 1):
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        columns = f"/ColSpan {tag.col_span}" if tag.col_span > 1 else ""
        rows = f"/RowSpan {tag.row_span}" if tag.row_span > 1 else ""
        found += f"/A<</O/Table{scope}{columns}{rows}>>"
    return found


def _write_string(text: str) -> str:
    return pikepdf.String(text).unparse().decode("latin-1")
