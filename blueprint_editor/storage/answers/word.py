"""Remarks of a Word file: its table, what was added with changes tracked, and Word's comments."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from blueprint_editor.storage.answers.packages import BROKEN, check_package
from blueprint_editor.storage.answers.remarks import AnswerError, Answers, Remark
from blueprint_editor.storage.answers.tables import Row, Table, read_table

_Notes = dict[str, tuple[str, str]]
"""Number of a comment → author and text."""
_SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n"}
_ANCHORS = (qn("w:commentRangeStart"), qn("w:commentReference"))


def read_word_answers(data: bytes, source: str) -> Answers:
    """Return what a Word file says.

    Raises:
        DocumentError: it is broken, locked, too large or holds no table of a comment round.
    """
    check_package(data, source)
    try:
        document = docx.Document(BytesIO(data))
        notes = {str(c.comment_id): (c.author, c.text.strip()) for c in document.comments}
        loose, tables = _read_body(document.element.body, notes)
    except (*BROKEN, OpcError, AssertionError) as error:
        raise AnswerError("broken", source) from error
    if not any(table.is_known for table in tables):
        raise AnswerError("no_table", source)
    remarks = [remark for table in tables for remark in table.remarks]
    # What hangs on no row.
    remarks += [Remark(text, author) for author, text in notes.values() if text]
    return Answers(
        source, tuple(remarks), (*loose, *(text for table in tables for text in table.loose))
    )


def _read_body(body: Any, notes: _Notes) -> tuple[list[str], list[Table]]:
    loose: list[str] = []
    tables: list[Table] = []
    for block in _iter_blocks(body):
        if block.tag == qn("w:tbl"):
            tables.append(read_table(_iter_rows(block, notes)))
        elif text := _read_text(block).strip():
            loose.append(text)
    return loose, tables


def _iter_blocks(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from _iter_blocks(child)


def _iter_rows(table: Any, notes: _Notes) -> Iterator[Row]:
    for row in table.iter(qn("w:tr")):
        cells = [_read_text(cell).strip() for cell in row.findall(f".//{qn('w:tc')}")]
        yield Row(cells, tuple(_take_notes(row, notes)))


def _take_notes(row: Any, notes: _Notes) -> Iterator[tuple[str, str]]:
    for anchor in row.iter(*_ANCHORS):
        author, text = notes.pop(anchor.get(qn("w:id"), ""), ("", ""))
        if text:
            yield author, text


def _read_text(element: Any) -> str:
    """Return the words of a paragraph or a cell as they are when all changes are accepted."""
    parts: list[str] = []
    _collect(element, parts, _SPACES)
    return "".join(parts)


def _collect(element: Any, parts: list[str], spaces: Mapping[str, str]) -> None:
    for child in element.iterchildren():
        tag = child.tag
        if tag == qn("w:t"):
            parts.append(child.text or "")
        elif tag in spaces:
            parts.append(spaces[tag])
        elif tag not in {qn("w:moveFrom"), qn("w:del"), qn("w:pPr")}:
            _collect(child, parts, spaces)
            if tag == qn("w:p"):
                parts.append("\n")
