"""What comes back from a comment round, before it is known what it is about."""

from typing import Literal, NamedTuple

from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.model.errors import DocumentError, Problem


class Spot(NamedTuple):
    """Where a note stands on a page.

    Attributes:
        page: number from 1.
        area: in mm from the page's upper left corner.
        width, height: of the page in mm.
    """

    page: int
    area: Bounds
    width: float
    height: float


class Remark(NamedTuple):
    """What somebody has said.

    Attributes:
        code: of the card, as the answer has it; empty where it tells none.
        shown: the card's text as it stands in the answer; None where it tells none.
        spot: for a note on a page.
    """

    text: str
    author: str = ""
    code: str = ""
    shown: str | None = None
    spot: Spot | None = None


class Answers(NamedTuple):
    """What one file holds.

    Attributes:
        name: of the file.
        remarks: in the file's order; one without text still shows what became of a card's text.
        loose: what stands around the tables, or is told of a PDF: there the version is named.
        pages: how many pages a PDF has, else 0.
    """

    name: str
    remarks: tuple[Remark, ...]
    loose: tuple[str, ...] = ()
    pages: int = 0


AnswerFault = Literal["kind", "broken", "locked", "old", "large", "no_table", "no_notes"]
_FAULTS: dict[AnswerFault, str] = {
    "kind": "is no answer: those end with .xlsx, .docx or .pdf",
    "broken": "is broken, or not of the kind that its name says",
    "locked": "is locked with a password",
    "old": "is locked with a password, or of an old kind (.xls, .doc)",
    "large": "holds far too much; it is no answer",
    "no_table": "holds no table with the columns of a comment round",
    "no_notes": "is a PDF on which nobody has written a note",
}


class AnswerError(DocumentError):
    """A file cannot be read as an answer, for one reason: ``fault``."""

    def __init__(self, fault: AnswerFault, source: str) -> None:
        super().__init__((Problem("", _FAULTS[fault]),), source)
        self.fault = fault
