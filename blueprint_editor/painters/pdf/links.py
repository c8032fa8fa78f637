"""Link annotations; cards of a large poster have hundreds."""

from collections.abc import Sequence
from itertools import count

from blueprint_editor.model.addresses import write_uri
from blueprint_editor.painters.pdf.content import PageContent, PlacedLink
from blueprint_editor.painters.pdf.operands import Decimals, write_string

_PRINTED = 4
"""The flag of an annotation that is there in print, too (PDF/A asks for it)."""
_SIDE_DIGITS = 4


def write_links(
    pages: Sequence[PageContent], places: Sequence[int], numbers: Sequence[Sequence[int]]
) -> dict[int, str]:
    """Return the links of all pages and the pages' lists of them as objects, by their numbers.

    Args:
        pages: all.
        places: object number of each page's list; 0 = it has none.
        numbers: object numbers of each page's links.
    """
    found: dict[int, str] = {}
    # The first numbers in the structure are the pages' own.
    keys = count(len(pages))
    sides = Decimals(_SIDE_DIGITS)
    for page, place, own in zip(pages, places, numbers, strict=True):
        if own:
            found[place] = f"[{' '.join([f'{number} 0 R' for number in own])}]"
        for link, number in zip(page.links, own, strict=True):
            box = " ".join(map(sides.write, page.space.to_units(link.box)))
            found[number] = _write_link(link, box, next(keys))
    return found


def _write_link(link: PlacedLink, box: str, key: int) -> str:
    area = link.area
    return (
        f"<</Type/Annot/Subtype/Link/F {_PRINTED}/StructParent {key}/Border[0 0 0]/Rect[{box}]"
        f"/Contents{write_string(area.label or area.url)}"
        f"/A<</Type/Action/S/URI/URI{write_string(write_uri(area.url))}>>>>"
    )
