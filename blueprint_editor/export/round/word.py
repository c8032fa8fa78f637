"""A comment round as a Word file: one table, a row for each card, its head on every page."""

from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from blueprint_editor.export.round.rows import Round
from blueprint_editor.export.twin.looks import LIGHT
from blueprint_editor.export.twin.word_parts import (
    describe_table,
    new_document,
    new_paragraph,
    set_defaults,
    shade,
    word_language,
)
from blueprint_editor.export.zip_moments import FIRST_MOMENT, fix_moments

_WIDTHS_MM = (17.0, 38.0, 40.0, 70.0, 68.0, 32.0)
_FONT, _SIZE_PT = "Calibri", 10
_FILLED_IN = 4


def write_word_round(told: Round, created: datetime | None) -> bytes:
    """Return the Word file; the same arguments give the same bytes."""
    moment = max(created or FIRST_MOMENT, FIRST_MOMENT).astimezone(UTC)
    document = new_document()
    _set_page(document)
    set_defaults(document, told.language, _FONT)
    document.styles["Normal"].font.size = Pt(_SIZE_PT)
    new_paragraph(document, "Heading 1").add_run(told.title)
    new_paragraph(document, "Normal").add_run(told.words.instructions)
    new_paragraph(document, "Normal").add_run(told.version)
    _add_table(document, told)
    about = document.core_properties
    about.title, about.identifier = told.title[:255], told.key
    about.language = word_language(told.language)
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = moment.replace(tzinfo=None)
    file = BytesIO()
    document.save(file)
    return fix_moments(file.getvalue(), moment)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin = section.bottom_margin = Mm(15)


def _add_table(document: WordDocument, told: Round) -> None:
    table = document.add_table(rows=len(told.rows) + 1, cols=len(_WIDTHS_MM))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        column.width = Mm(width)
    texts = (told.words.columns, *((*row, "", "") for row in told.rows))
    # Not by table.rows, whose cells python-docx (1.2) looks for through the whole table each time.
    for number, (row, cells) in enumerate(zip(table._tbl.tr_lst, texts, strict=True)):  # noqa: SLF001
        for place, (element, text) in enumerate(zip(row.tc_lst, cells, strict=True)):
            cell = _Cell(element, table)
            cell.width = Mm(_WIDTHS_MM[place])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            if number == 0:
                run.bold = True
                run.font.color.rgb = RGBColor.from_string(LIGHT.on_band.removeprefix("#"))
                shade(cell, LIGHT.band)
            elif place >= _FILLED_IN:
                shade(cell, "#FFF9DB")
    describe_table(table, told.title, LIGHT.rule)
