"""W15: ten questions on a client-led path, scored from 0 to 3."""

from blueprint_editor.model.records import PrincipleScore
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, measure_head, write_table

_SCORES = ("0", "1", "2", "3")
_ROW = 16.0


def make_checklist(sheet: Sheet) -> None:
    """Make the table; its questions are printed whether it is blank or not."""
    page, area = sheet.open_page()
    area = write_instructions(sheet, page, area)
    words = sheet.words
    columns = (
        Column(words["question"], 3.15, is_ours=True),
        Column(words["score"], 0.98, _SCORES, stacked=False),
        Column(words["note"], 1.25),
        Column(words["owner"], 1.12),
        Column(words["review"], 1.15),
    )
    scores = {score.question: score for score in sheet.document.ratings}
    if not sheet.is_prefilled:
        scores = {}
    rows = []
    for number, question in enumerate(sheet.all_questions, 1):
        score = scores.get(number)
        rows.append((f"{number}. {question}", *_tell_score(sheet, score)))
    room = (area.height - measure_head(page, area.width, columns)) / max(len(rows), 1)
    write_table(sheet, page, area, Table(columns, rows, min(_ROW, room), 0, pad=1.1))


def _tell_score(sheet: Sheet, score: PrincipleScore | None) -> tuple[str, str, str, str]:
    if score is None:
        return ("", "", "", "")
    review = sheet.terms.date(score.review_on) if score.review_on else ""
    return (str(score.score), score.note, score.owner, review)
