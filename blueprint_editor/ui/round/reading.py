"""Reads several answers in a worker; one that cannot be read does not keep the others back."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from blueprint_editor.export.round.placing import DrawPages, PlacedRemark, place_answers
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError, FileAccessError
from blueprint_editor.storage.answers.files import read_answers
from blueprint_editor.storage.answers.remarks import AnswerError, AnswerFault, Answers
from blueprint_editor.ui.sentences import tell_file_fault

_FAULTS: dict[AnswerFault, str] = {
    "kind": msgid("Answers are spreadsheets (.xlsx), Word files (.docx) or PDFs."),
    "broken": msgid("The file is broken, or not of the kind that its name says."),
    "locked": msgid("The file is locked with a password."),
    "old": msgid("The file is locked with a password, or of an old kind (.xls, .doc)."),
    "large": msgid("The file holds far too much; it is no answer."),
    "no_table": msgid("There is no table with the columns of a comment round in it."),
    "no_notes": msgid("Nobody has written a note on this PDF."),
}


class Found(NamedTuple):
    """What some files say, and (name, sentence) for each that cannot be read."""

    placed: tuple[PlacedRemark, ...]
    faults: tuple[tuple[str, str], ...]


def read_all(document: Document, paths: Sequence[Path], draw: DrawPages) -> Found:
    """Read files and find what their remarks are about; ``draw`` composes a poster."""
    answers: list[Answers] = []
    faults: list[tuple[str, str]] = []
    for path in paths:
        try:
            answers.append(read_answers(path))
        except BlueprintError as error:
            faults.append((path.name, _tell(error)))
    return Found(place_answers(document, answers, draw), tuple(faults))


def _tell(error: BlueprintError) -> str:
    if isinstance(error, AnswerError):
        return _(_FAULTS[error.fault])
    if isinstance(error, FileAccessError):
        return tell_file_fault(error.fault)
    return _(_FAULTS["large"])
