"""Several sheets in one file, with a list of them in front."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.sheets.kinds import SheetOrder
from blueprint_editor.sheets.request import SheetRequest

Report: TypeAlias = Callable[[int, int], None]
"""Takes how many sheets are done and how many there are; it may raise to end the work."""


def make_order(request: SheetRequest, order: SheetOrder) -> tuple[Drawing, ...]:
    """Return the pages of one sheet.

    Raises:
        SheetError: it cannot be made as asked.
    """
    pages = order.spec.make(
        request._replace(sheet=order.spec.name, paper=order.paper or request.paper)
    )
    if request.tiles is None or not order.spec.papers:
        return pages
    from blueprint_editor.sheets.split import split_pages  # noqa: PLC0415 - seldom

    return split_pages(pages, request.tiles, request.typesetter)


def make_pack(
    request: SheetRequest, orders: Sequence[SheetOrder], report: Report
) -> tuple[Drawing, ...]:
    """Return a cover with a list and the pages of all sheets.

    A paper or an orientation that the request names goes for the sheets that are made for it; the
    others keep theirs.

    Raises:
        SheetError: a sheet cannot be made as asked.
    """
    from blueprint_editor.sheets.workshop.cover import (  # noqa: PLC0415 - a poster needs none
        CoverEntry,
        make_cover,
    )

    entries = []
    for number, order in enumerate(orders):
        report(number, len(orders))
        entries.append(CoverEntry(order.spec.name, make_order(_adapt(request, order), order)))
    cover = make_cover(request, entries)
    return (*cover, *(page for entry in entries for page in entry.pages))


def _adapt(request: SheetRequest, order: SheetOrder) -> SheetRequest:
    spec = order.spec
    if not spec.papers:
        return request
    paper = request.paper if spec.is_made_for(request.paper) else None
    return request._replace(paper=paper, orientation=None)
