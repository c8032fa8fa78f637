"""The structure tree of a PDF: elements with their attributes, and the way back from the ink."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.drawing.drawing import Tag
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.meaning import Element, InkMark, LinkMark
from blueprint_editor.painters.pdf.page_space import PageSpace

_KEPT_WHEN_EMPTY = frozenset({"Document", "TH", "TD"})
"""An empty cell keeps its row regular; anything else without content says nothing."""


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

    def write(self) -> None:
        """Add the tree and the parent tree; number the page and mark the file as tagged."""
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
            "/S": Name("/" + element.tag.role),
            "/P": parent,
        }
        _add_properties(entries, element.tag)
        if element.bounds:
            box = Array(self._space.to_units(element.bounds))
            entries["/A"] = Dictionary(O=Name.Layout, BBox=box)
        written = self._pdf.make_indirect(Dictionary(entries))
        self._written[element] = written
        kids: list[pikepdf.Object | int] = []
        for item in element.contents():
            if isinstance(item, InkMark):
                kids.append(item.mcid)
            elif isinstance(item, LinkMark):
                kids.append(
                    Dictionary(Type=Name.OBJR, Obj=self._annotations[item.number], Pg=self._page)
                )
            elif _has_meaning(item):
                kids.append(self._write_element(item, written))
        if kids:
            written.K = Array(kids) if len(kids) > 1 else kids[0]
            if any(isinstance(kid, int) for kid in kids):
                written.Pg = self._page
        return written


def _has_meaning(element: Element) -> bool:
    return element.tag.role in _KEPT_WHEN_EMPTY or any(
        not isinstance(item, Element) or _has_meaning(item) for item in element.contents()
    )


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
