"""The structure tree of a PDF: elements with their attributes, and the way back from the ink."""

import math
from typing import get_args

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.drawing.drawing import Tag, TagRole
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.meaning import Element, LinkMark
from blueprint_editor.painters.pdf.page_space import PageSpace

_CELLS = frozenset({"TH", "TD"})


class StructureWriter:
    """Writes the structure tree of one page into a file.

    Args:
        pdf: the file.
        page: its page, with its link annotations in the order of their indices.
        content: what the page shows and means.
        space: the page's user space.
    """

    def __init__(
        self, pdf: pikepdf.Pdf, page: pikepdf.Page, content: PageContent, space: PageSpace
    ) -> None:
        self._pdf = pdf
        self._page = page.obj
        self._content = content
        self._space = space
        self._annotations = list(page.obj.get("/Annots", []))
        self._written: dict[Element, pikepdf.Object] = {}
        self._names = {role: Name("/" + role) for role in get_args(TagRole)}

    def write(self) -> None:
        """Add the tree and the parent tree; number the page and mark the file as tagged."""
        self._content.meaning.root.settle()
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._write_element(self._content.meaning.root, tree)
        marks = Array([self._written[element] for element in self._content.mark_owners])
        numbers = Array()
        numbers.append(0)
        numbers.append(self._pdf.make_indirect(marks))
        for index, link in enumerate(self._content.links):
            numbers.append(index + 1)
            numbers.append(self._written[link.element])
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._content.links) + 1
        self._page.StructParents = 0
        if self._annotations:
            self._page.Tabs = Name.S
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _write_element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        entries: dict[str, object] = {
            "/Type": Name.StructElem,
            "/S": self._names[element.tag.role],
            "/P": parent,
        }
        tag, contents = element.tag, element.contents
        if tag.alt or tag.language or tag.role in _CELLS:
            _add_properties(entries, tag)
        if element.bounds:
            entries["/A"] = Dictionary(O=Name.Layout, BBox=self._write_box(element.bounds))
        if any(isinstance(item, int) for item in contents):
            entries["/Pg"] = self._page
        if len(contents) == 1 and isinstance(contents[0], int):
            entries["/K"] = contents[0]
        written = self._written[element] = self._pdf.make_indirect(Dictionary(entries))
        if contents and "/K" not in entries:
            written.K = Array([self._write_kid(item, written) for item in contents])
        return written

    def _write_kid(
        self, kid: Element | int | LinkMark, parent: pikepdf.Object
    ) -> pikepdf.Object | int:
        if isinstance(kid, Element):
            return self._write_element(kid, parent)
        if isinstance(kid, int):
            return kid
        annotation = self._annotations[kid.number]
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._page)

    def _write_box(self, bounds: Bounds) -> Array:
        """Return a box around the bounds in whole units: nobody looks closer, and it is shorter."""
        left, bottom, right, top = self._space.to_units(bounds)
        return Array([math.floor(left), math.floor(bottom), math.ceil(right), math.ceil(top)])


def _add_properties(entries: dict[str, object], tag: Tag) -> None:
    if tag.alt:
        entries["/Alt"] = String(tag.alt)
    if tag.language:
        entries["/Lang"] = String(tag.language)
    if tag.role in _CELLS:
        attributes: dict[str, object] = {}
        if tag.scope:
            attributes["/Scope"] = Name("/" + tag.scope)
        if tag.col_span > 1:
            attributes["/ColSpan"] = tag.col_span
        if tag.row_span > 1:
            attributes["/RowSpan"] = tag.row_span
        if attributes:
            entries["/A"] = Dictionary({"/O": Name.Table, **attributes})
