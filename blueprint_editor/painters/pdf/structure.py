"""The structure tree of a PDF: elements with their attributes, and the way back from the ink."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import ceil, floor
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Tag
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.pdf.arrangement import Batch
from blueprint_editor.painters.pdf.content import Content
from blueprint_editor.painters.pdf.meaning import Element, LinkMark
from blueprint_editor.painters.pdf.object_streams import ObjectBatch
from blueprint_editor.painters.pdf.operands import write_string
from blueprint_editor.painters.pdf.page_space import PageSpace

_STEPS = (1, 2, 5, 10, 20)
_STEPS_A_SIDE = 600
"""Boxes of figures are rounded up to steps of user space that are about so many on a page."""

_SLACK = 5e-5
"""Of user space: no farther do computed places stand from where they are meant."""

_CELLS = frozenset({"TH", "TD"})


class FileNumbers(NamedTuple):
    """Object numbers that the structure tree needs.

    Attributes:
        tree: of the root of the structure tree.
        pages: of the pages.
        annotations: of each page's link annotations, in the order of their indices.
        free: the first of the numbers that nothing has.
    """

    tree: int
    pages: Sequence[int]
    annotations: Sequence[Sequence[int]]
    free: int


class StructureWriter:
    """Writes the structure tree of all pages."""

    def __init__(self, content: Content, numbers: FileNumbers) -> None:
        self._content = content
        self._file = numbers
        self._pages = [f"/Pg {page} 0 R" for page in numbers.pages]
        self._rasters = [_Raster.of(page.space) for page in content.pages]

    def write(self, others: Mapping[int, str]) -> Iterator[ObjectBatch]:
        """Yield the tree's root, the parent tree, the marks' owners and all elements.

        Args:
            others: objects by their numbers that are to stand with the root.
        """
        tree = self._file.free
        owners = range(tree + 1, tree + 1 + len(self._pages))
        batches = self._content.batches
        elements = chain.from_iterable(batch.elements for batch in batches)
        for number, element in enumerate(elements, owners.stop):
            element.number = number
        yield self._write_roots(tree, owners, others)
        yield self._list_owners(owners)
        yield from map(self._write_batch, batches)

    def _write_roots(
        self, tree: int, owners: Sequence[int], others: Mapping[int, str]
    ) -> ObjectBatch:
        root = self._content.root.number
        links = [link.element.number for page in self._content.pages for link in page.links]
        targets = " ".join(f"{key} {number} 0 R" for key, number in enumerate([*owners, *links]))
        next_key = len(owners) + len(links)
        entries = f"/K {root} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {next_key}"
        texts = (f"<</Type/StructTreeRoot{entries}>>", f"<</Nums[{targets}]>>")
        return ObjectBatch((self._file.tree, tree, *others), (*texts, *others.values()))

    def _list_owners(self, numbers: Sequence[int]) -> ObjectBatch:
        """Return each page's way from marked content to its element, a row for each."""
        pages = [[element.number for element in page.mark_owners] for page in self._content.pages]
        digits = len(str(max(chain.from_iterable(pages), default=0)))
        columns = digits + len(" 0 R ")
        texts = []
        for owners in pages:
            # All rows at once, in a fifth of the time of one after another.
            rows = f"%{digits}d 0 R " * len(owners) % tuple(owners)
            texts.append(f"{'['.ljust(columns)}{rows}]")
        return ObjectBatch(numbers, texts, columns, are_alike=True)

    def _write_batch(self, batch: Batch) -> ObjectBatch:
        numbers = [element.number for element in batch.elements]
        texts = list(map(self._write_element, batch.elements))
        columns = max(map(len, texts)) if batch.are_rows else 0
        return ObjectBatch(numbers, texts, columns, batch.are_alike)

    def _write_element(self, element: Element) -> str:
        tag = element.tag
        role, _, alt, language, scope, columns, rows = tag
        parent = element.parent.number if element.parent else self._file.tree
        contents = element.contents
        content = self._write_content(contents, element.page) if contents else ""
        bounds = self._rasters[element.page].write(element.bounds) if element.bounds else ""
        more = _write_properties(tag) if alt or language or scope or columns or rows else ""
        # Without its Type, which may be left out: each element would have it.
        return f"<</S/{role}/P {parent} 0 R{content}{bounds}{more}>>"

    def _write_content(self, contents: Sequence[Element | int | LinkMark], index: int) -> str:
        if len(contents) == 1 and isinstance(contents[0], int):
            return f"{self._pages[index]}/K {contents[0]}"
        kids = []
        page = ""
        for kid in contents:
            if isinstance(kid, int):
                page = self._pages[index]
                kids.append(str(kid))
            elif isinstance(kid, Element):
                kids.append(f"{kid.number} 0 R")
            else:
                annotation = self._file.annotations[index][kid.number]
                kids.append(f"<</Type/OBJR/Obj {annotation} 0 R{self._pages[index]}>>")
        return f"{page}/K {kids[0]}" if len(kids) == 1 else f"{page}/K[{' '.join(kids)}]"


class _Raster(NamedTuple):
    """What the boxes of a page's figures are rounded up to.

    Attributes:
        step: in user space.
        factor, left, top: from the drawing's mm to steps.
        slack: steps by which a side may stand beyond a line of the raster.
    """

    step: int
    factor: float
    left: float
    top: float
    slack: float

    @classmethod
    def of(cls, space: PageSpace) -> "_Raster":
        finest = max(space.size_units) / _STEPS_A_SIDE
        step = max(step for step in _STEPS if step <= finest or step == 1)
        scale, dx, dy = space.fit
        k = space.units_per_mm / step
        return cls(step, scale * k, dx * k, (space.height - dy) * k, _SLACK / step)

    def write(self, bounds: Bounds) -> str:
        """Write a box around the bounds in a few digits: nobody looks closer."""
        step, factor, left, top, slack = self
        x0, y0, x1, y1 = bounds
        x, y = floor(left + x0 * factor + slack) * step, floor(top - y1 * factor + slack) * step
        right, over = (
            ceil(left + x1 * factor - slack) * step,
            ceil(top - y0 * factor - slack) * step,
        )
        return f"/A<</O/Layout/BBox[{x} {y} {right} {over}]>>"


def _write_properties(tag: Tag) -> str:
    found = ""
    if tag.role in _CELLS and (tag.scope or tag.col_span > 1 or tag.row_span > 1):
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        columns = f"/ColSpan {tag.col_span}" if tag.col_span > 1 else ""
        rows = f"/RowSpan {tag.row_span}" if tag.row_span > 1 else ""
        found = f"/A<</O/Table{scope}{columns}{rows}>>"
    if tag.language:
        found += f"/Lang{write_string(tag.language)}"
    if tag.alt and tag.role == "Table":
        found += f"/A<</O/Table/Summary{write_string(tag.alt)}>>"
    elif tag.alt:
        found += f"/Alt{write_string(tag.alt)}"
    return found
