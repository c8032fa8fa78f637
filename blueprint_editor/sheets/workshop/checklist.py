"""W15: ten questions on a client-led path, scored from 0 to 3."""

from typing import NamedTuple

from blueprint_editor.model.document import Document
from blueprint_editor.model.records import PrincipleScore
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, measure_head, write_table

_SCORES = ("0", "1", "2", "3")
_ROW = 12.0
_PADS = (1.3, 0.9, 0.5)
"""Mm on A4 above and below a question, the roomiest first."""


def make_checklist(sheet: Sheet) -> None:
    """Make the table; its questions are printed whether it is blank or not."""
    page, area = sheet.open_page()
    area = write_instructions(sheet, page, area)
    words = sheet.words
    columns = (
        Column("", 0.92, is_ours=True, is_strong=True),
        Column(words["question"], 7.0, is_ours=True),
        Column(words["score"], 2.62, _SCORES, is_scale=True),
        Column(words["note"], 2.9),
        Column(words["owner"], 2.72),
        Column(words["review"], 2.8),
    )
    scores = {score.question: score for score in sheet.document.ratings}
    if not sheet.is_prefilled:
        scores = {}
    before = _find_before(sheet)
    rows = []
    for number, question in enumerate(sheet.all_questions, 1):
        score = scores.get(number)
        told = f" ({before.name}: {before.scores[number]})" if number in before.scores else ""
        rows.append((str(number), f"{question}{told}", *_tell_score(sheet, score)))
    table = Table(columns, rows, _ROW, 0, fills_height=True)
    pad = _find_pad(page, area, table)
    write_table(sheet, page, area, table._replace(pad=pad))


def _find_pad(page: SheetPage, area: Area, table: Table) -> float:
    """Return how much room above and below the questions lets all stand on one page."""
    room = area.height - measure_head(page, area.width, table.columns)
    widths = area.columns([column.weight for column in table.columns])
    width = widths[1].width - 2 * page.look.mm(1.8)
    heights = [
        page.set_text(row[1], "body", width, spare_hyphens=True).height for row in table.rows
    ]
    for pad in _PADS:
        if sum(max(height + 2 * page.look.mm(pad), _ROW) for height in heights) <= room:
            return pad
    return _PADS[-1]


class _Before(NamedTuple):
    """The scores of a named version, by the number of the question."""

    name: str
    scores: dict[int, int]


def _find_before(sheet: Sheet) -> _Before:
    """Return what the newest version with other scores had, where the sheet is filled in."""
    document = sheet.document
    if sheet.is_prefilled and isinstance(document, Document):
        for version in reversed(document.snapshots):
            ratings = version.document.ratings
            if ratings and ratings != document.ratings:
                return _Before(version.name, {score.question: score.score for score in ratings})
    return _Before("", {})


def _tell_score(sheet: Sheet, score: PrincipleScore | None) -> tuple[str, str, str, str]:
    if score is None:
        return ("", "", "", "")
    review = sheet.terms.date(score.review_on) if score.review_on else ""
    return (str(score.score), score.note, score.owner, review)
