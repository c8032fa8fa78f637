"""Reads an answer from a file; its ending says which kind it is."""

import os
from pathlib import Path

from blueprint_editor.storage.answers.remarks import AnswerError, Answers
from blueprint_editor.storage.format import read_document_bytes

ANSWER_ENDINGS = (".xlsx", ".docx", ".pdf")
_MOST_REMARKS = 25_000
"""A document has at most 20,000 cards."""


def read_answers(path: str | os.PathLike[str]) -> Answers:
    """Return what a file says; it is only read.

    Raises:
        DocumentError: it is no answer; the one reason.
        FileAccessError: the operating system refused.
    """
    name, ending = Path(path).name, Path(path).suffix.lower()
    if ending not in ANSWER_ENDINGS:
        raise AnswerError("kind", name)
    answers = _read(read_document_bytes(path), name, ending)
    if len(answers.remarks) + len(answers.loose) > _MOST_REMARKS:
        raise AnswerError("large", name)
    return answers


def _read(data: bytes, name: str, ending: str) -> Answers:
    # One of them is used, and each is slow to import.
    if ending == ".xlsx":
        from blueprint_editor.storage.answers.sheet import read_sheet_answers  # noqa: PLC0415

        return read_sheet_answers(data, name)
    if ending == ".docx":
        from blueprint_editor.storage.answers.word import read_word_answers  # noqa: PLC0415

        return read_word_answers(data, name)
    from blueprint_editor.storage.answers.pdf_notes import read_pdf_answers  # noqa: PLC0415

    return read_pdf_answers(data, name)
