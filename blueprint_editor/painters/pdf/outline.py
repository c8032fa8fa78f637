"""The outline of a PDF: bookmarks that lead to the groups of its pages."""

from collections.abc import Sequence

from blueprint_editor.painters.pdf.content import PageContent, PlacedBookmark
from blueprint_editor.painters.pdf.operands import Decimals, write_string
from blueprint_editor.painters.pdf.page_space import PageSpace

_SIDES = Decimals(2)
"""A hundredth of a point: nobody looks closer."""


class _Entry:
    """The outline itself or a bookmark, with the bookmarks right below it."""

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self.text = text
        self.kids: list[_Entry] = []

    def write(self, neighbours: str = "") -> dict[int, str]:
        """Return this entry and all below it as objects by their numbers."""
        below: dict[int, str] = {}
        numbers = [kid.number for kid in self.kids]
        for place, kid in enumerate(self.kids):
            around = f"/Parent {self.number} 0 R"
            if place:
                around += f"/Prev {numbers[place - 1]} 0 R"
            if kid is not self.kids[-1]:
                around += f"/Next {numbers[place + 1]} 0 R"
            below |= kid.write(around)
        ends = f"/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {len(below)}" if below else ""
        return {self.number: f"<<{self.text}{neighbours}{ends}>>"} | below


def write_outline(
    pages: Sequence[PageContent], numbers: Sequence[int], outline: int, free: int
) -> dict[int, str]:
    """Return the outline and its bookmarks as objects by their numbers, all of it unfolded.

    No bookmark skips a level: one that is too deep stands right below the one before it.

    Args:
        pages: all; at least one of them has bookmarks.
        numbers: object numbers of the pages.
        outline: object number of the outline.
        free: the first of the numbers that the bookmarks get.
    """
    # From the outline to the last bookmark.
    way = [_Entry(outline, "/Type/Outlines")]
    for page, number in zip(pages, numbers, strict=True):
        for bookmark in page.bookmarks:
            del way[bookmark.level + 1 :]
            entry = _Entry(free, _write_bookmark(bookmark, page.space, number))
            way[-1].kids.append(entry)
            way.append(entry)
            free += 1
    return way[0].write()


def _write_bookmark(bookmark: PlacedBookmark, space: PageSpace, page: int) -> str:
    width, height = space.size_units
    left, _, _, top = space.to_units(bookmark.box)
    place = f"{_SIDES.write(min(max(left, 0), width))} {_SIDES.write(min(max(top, 0), height))}"
    return f"/Title{write_string(bookmark.title)}/Dest[{page} 0 R/XYZ {place} 0]"
