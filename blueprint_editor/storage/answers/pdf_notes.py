"""Remarks of a returned PDF: the notes that a person has put on its pages, and where they stand."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.storage.answers.remarks import AnswerError, Answers, Remark, Spot
from blueprint_editor.storage.pdf_source import BROKEN

# qpdf tells of every oddity of a file; a person is told one reason, or none where all can be read.
logging.getLogger("pikepdf").setLevel(logging.CRITICAL)

_MM = 25.4 / 72
_MAX_PAGES, _MAX_NOTES = 2_000, 20_000
_WITHOUT_WORDS_OF_THEIR_OWN = frozenset({"/Link", "/Popup", "/Widget"})


def read_pdf_answers(data: bytes, source: str) -> Answers:
    """Return the notes on the pages of a PDF.

    Raises:
        DocumentError: the PDF is broken or locked, or nobody has written on it.
    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            remarks: list[Remark] = []
            for number, page in enumerate(pdf.pages, 1):
                if number > _MAX_PAGES:
                    break
                remarks += _read_page(page.obj, number, page.mediabox)
            loose = tuple(str(value) for value in pdf.docinfo.values())
            pages = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise AnswerError("locked", source) from error
    except BROKEN as error:
        raise AnswerError("broken", source) from error
    if not remarks:
        raise AnswerError("no_notes", source)
    return Answers(source, tuple(remarks), loose, pages)


def _read_page(page: Any, number: int, box: Any) -> Iterator[Remark]:
    left, low, right, high = (float(value) for value in box)
    left, right, low, high = min(left, right), max(left, right), min(low, high), max(low, high)
    unit = float(page.get("/UserUnit", 1)) * _MM
    size = (right - left) * unit, (high - low) * unit
    for count, note in enumerate(page.get("/Annots", pikepdf.Array())):
        if count >= _MAX_NOTES:
            break
        text = _find_words(note)
        if not text:
            continue
        x0, y0, x1, y1 = (float(value) for value in _find_first(note).get("/Rect"))
        area = Bounds(
            (min(x0, x1) - left) * unit, (high - max(y0, y1)) * unit,
            (max(x0, x1) - left) * unit, (high - min(y0, y1)) * unit,
        )  # fmt: skip
        yield Remark(text, str(note.get("/T", "")).strip(), spot=Spot(number, area, *size))


def _find_words(note: Any) -> str:
    is_state = "/StateModel" in note
    if is_state or str(note.get("/Subtype", "")) in _WITHOUT_WORDS_OF_THEIR_OWN:
        return ""
    return str(note.get("/Contents", "")).strip()


def _find_first(note: Any) -> Any:
    """Return the note that another is an answer to, else itself: answers stand anywhere."""
    for _step in range(20):
        asked = note.get("/IRT")
        if asked is None:
            break
        note = asked
    return note
