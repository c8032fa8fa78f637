"""The structure tree of a PDF: elements with their attributes, and the way back from the ink."""

import math
from itertools import chain
from typing import NamedTuple

import pikepdf

from blueprint_editor.drawing.drawing import Tag
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.pdf.arrangement import Batch
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.meaning import Element
from blueprint_editor.painters.pdf.object_streams import NumberedObject, ObjectBatch
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

    def write(self) -> list[ObjectBatch]:
        """Return the tree's root, the parent tree, the marks' owners and all elements."""
        tree, owners, *_ = range(self._file.free, self._file.free + 3)
        batches = self._content.batches
        elements = chain.from_iterable(batch.elements for batch in batches)
        for number, element in enumerate(elements, owners + 1):
            element.number = number
        return [
            ObjectBatch(self._write_roots(tree, owners)),
            self._list_owners(owners),
            *map(self._write_batch, batches),
        ]

    def _write_roots(self, tree: int, owners: int) -> list[NumberedObject]:
        roots = [
            element.number
            for batch in self._content.batches
            for element in batch.elements
            if element.parent is None
        ]
        links = "".join(
            f" {index + 1} {link.element.number} 0 R"
            for index, link in enumerate(self._content.links)
        )
        return [
            NumberedObject(
                self._file.tree,
                f"<</Type/StructTreeRoot/K {roots[0]} 0 R/ParentTree {tree} 0 R"
                f"/ParentTreeNextKey {len(self._content.links) + 1}>>",
            ),
            NumberedObject(tree, f"<</Nums[0 {owners} 0 R{links}]>>"),
        ]

    def _list_owners(self, number: int) -> ObjectBatch:
        """Return the way from marked content to its element, a row for each."""
        owners = [element.number for element in self._content.mark_owners]
        digits = len(str(max(owners, default=0)))
        rows = [f"{owner:{digits}} 0 R " for owner in owners]
        columns = digits + len(" 0 R ")
        text = f"{'['.ljust(columns)}{''.join(rows)}]"
        return ObjectBatch([NumberedObject(number, text)], columns, are_alike=True)

    def _write_batch(self, batch: Batch) -> ObjectBatch:
        objects = [
            NumberedObject(element.number, self._write_element(element))
            for element in batch.elements
        ]
        columns = max(len(item.text) for item in objects) if batch.are_rows else 0
        return ObjectBatch(objects, columns, batch.are_alike)

    def _write_element(self, element: Element) -> str:
        kids = []
        page = ""
        for kid in element.contents:
            if isinstance(kid, int):
                page = self._page
                kids.append(str(kid))
            elif isinstance(kid, Element):
                kids.append(f"{kid.number} 0 R")
            else:
                annotation = self._file.annotations[kid.number]
                kids.append(f"<</Type/OBJR/Obj {annotation} 0 R{self._page}>>")
        tag = element.tag
        more = self._write_bounds(element.bounds) if element.bounds else ""
        if tag.alt or tag.language or tag.role in _CELLS:
            more += _write_properties(tag)
        content = ""
        if kids:
            content = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        parent = element.parent.number if element.parent else self._file.tree
        # Without its Type, which may be left out: each element would have it.
        return f"<</S/{tag.role}{page}/P {parent} 0 R{content}{more}>>"

    def _write_bounds(self, bounds: Bounds) -> str:
        """Write a box around the bounds in whole units: nobody looks closer, and it is shorter."""
        left, bottom, right, top = self._space.to_units(bounds)
        sides = f"{math.floor(left)} {math.floor(bottom)} {math.ceil(right)} {math.ceil(top)}"
        return f"/A<</O/Layout/BBox[{sides}]>>"


def _write_properties(tag: Tag) -> str:
    found = ""
    if tag.role in _CELLS and (tag.scope or tag.col_span > 1 or tag.row_span > 1):
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        columns = f"/ColSpan {tag.col_span}" if tag.col_span > 1 else ""
        rows = f"/RowSpan {tag.row_span}" if tag.row_span > 1 else ""
        found = f"/A<</O/Table{scope}{columns}{rows}>>"
    if tag.language:
        found += f"/Lang{_write_string(tag.language)}"
    if tag.alt:
        found += f"/Alt{_write_string(tag.alt)}"
    return found


def _write_string(text: str) -> str:
    return pikepdf.String(text).unparse().decode("latin-1")
