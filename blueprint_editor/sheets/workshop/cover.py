"""The list in front of several sheets: which they are, on which paper, on which pages."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.workshop.kit import KitWords, find_kit, write_code
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.sheets.kinds import SHEETS, find_title
from blueprint_editor.sheets.paper import SIZES
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_A4 = (210.0, 297.0)
_ROW = 10.0


class CoverEntry(NamedTuple):
    """One sheet of the list: its name and pages."""

    name: str
    pages: Sequence[Drawing]


def make_cover(request: SheetRequest, entries: Sequence[CoverEntry]) -> tuple[Drawing, ...]:
    """Return the list in the request's language."""
    kit = find_kit(request.language or request.document.language)
    # How many pages the list takes shifts the numbers of the others.
    pages = _write_list(request, kit, entries, 1)
    return pages if len(pages) == 1 else _write_list(request, kit, entries, len(pages))


def _write_list(
    request: SheetRequest, kit: KitWords, entries: Sequence[CoverEntry], own_pages: int
) -> tuple[Drawing, ...]:
    words = SheetWords(kit.cover, kit.cover_note, (), {})
    plain = request._replace(sheet="", filling="blank")
    sheet = Sheet(plain, _A4, words=words, no_names=False)
    page, area = sheet.open_with_guide()
    rows = []
    first = own_pages + 1
    for name, drawings in entries:
        last = first + len(drawings) - 1
        told = str(first) if last == first else f"{first}–{last}"
        title = kit.poster if name == "poster" else find_title(SHEETS[name], kit.language)
        rows.append((write_code(name), title, _name_papers(kit, drawings), told))
        first = last + 1
    columns = (
        Column("", 0.62, is_ours=True, is_strong=True),
        Column(kit.sheet, 4.0, is_ours=True),
        Column(kit.paper, 1.9, is_ours=True),
        Column(kit.pages, 0.9, is_ours=True),
    )
    write_table(sheet, page, area, Table(columns, rows, _ROW, 0, is_centred=True))
    return sheet.finish()


def _name_papers(kit: KitWords, drawings: Sequence[Drawing]) -> str:
    """Return the papers of the pages, each once."""
    names = [_name_paper(kit, round(page.width), round(page.height)) for page in drawings]
    return ", ".join(dict.fromkeys(names))


def _name_paper(kit: KitWords, width: int, height: int) -> str:
    sides = sorted((width, height))
    for name, size in SIZES.items():
        if sides == sorted(round(side) for side in size):
            return name
    free = f"{width}x{height}"
    return kit.papers.get(free, f"{width} × {height} mm")
