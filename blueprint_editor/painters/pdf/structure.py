"""The structure tree of a PDF: elements with their attributes, and the way back from the ink."""

import math
from typing import get_args

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.drawing.drawing import Tag, TagRole
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.meaning import Element, InkMark, LinkMark
from blueprint_editor.painters.pdf.page_space import PageSpace


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
        self._content.meaning.root.drop_empty()
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
        _add_properties(entries, element.tag)
        if element.bounds:
            entries["/A"] = Dictionary(O=Name.Layout, BBox=self._write_box(element.bounds))
        contents = element.contents()
        marks = [item for item in contents if not isinstance(item, Element)]
        if len(marks) == len(contents):
            self._add_kids(entries, list(map(self._write_mark, marks)))
            written = self._pdf.make_indirect(Dictionary(entries))
            self._written[element] = written
            return written
        written = self._pdf.make_indirect(Dictionary(entries))
        self._written[element] = written
        kids = [
            self._write_element(item, written)
            if isinstance(item, Element)
            else self._write_mark(item)
            for item in contents
        ]
        self._add_kids(written, kids)
        return written

    def _write_mark(self, mark: InkMark | LinkMark) -> pikepdf.Object | int:
        if isinstance(mark, InkMark):
            return mark.mcid
        annotation = self._annotations[mark.number]
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._page)

    def _add_kids(
        self, entries: dict[str, object] | pikepdf.Object, kids: list[pikepdf.Object | int]
    ) -> None:
        if kids:
            entries["/K"] = Array(kids) if len(kids) > 1 else kids[0]
            if any(isinstance(kid, int) for kid in kids):
                entries["/Pg"] = self._page

    def _write_box(self, bounds: Bounds) -> Array:
        """Return a box around the bounds in whole units: nobody looks closer, and it is shorter."""
        left, bottom, right, top = self._space.to_units(bounds)
        return Array([math.floor(left), math.floor(bottom), math.ceil(right), math.ceil(top)])


def _add_properties(entries: dict[str, object], tag: Tag) -> None:
    if tag.alt:
        entries["/Alt"] = String(tag.alt)
    if tag.language:
        entries["/Lang"] = String(tag.language)
    if tag.role in {"TH", "TD"}:
        attributes: dict[str, object] = {}
        if tag.scope:
            attributes["/Scope"] = Name("/" + tag.scope)
        if tag.col_span > 1:
            attributes["/ColSpan"] = tag.col_span
        if tag.row_span > 1:
            attributes["/RowSpan"] = tag.row_span
        if attributes:
            entries["/A"] = Dictionary({"/O": Name.Table, **attributes})
