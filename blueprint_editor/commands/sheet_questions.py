"""The help questions of a workshop sheet, edited for one document and language."""

from dataclasses import dataclass

from pydantic import ValidationError

from blueprint_editor.commands.command import InvalidValueError
from blueprint_editor.commands.faults import find_fault
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import SheetQuestions


@dataclass(frozen=True)
class EditSheetQuestions:
    """Give a sheet questions of the document's own, or with None those of the kit again."""

    sheet: str
    language: str
    questions: tuple[str, ...] | None

    @property
    def name(self) -> str:
        return msgid("help questions edit")

    @property
    def merge_key(self) -> tuple[str, ...]:
        return ("sheet questions", self.sheet, self.language)

    def apply(self, document: Document) -> Document:
        others = tuple(
            known
            for known in document.questions
            if known.sheet != self.sheet or known.language not in {None, self.language}
        )
        found = others
        if self.questions is not None:
            found = (*others, self._make())
        if found == document.questions:
            return document
        return document.model_copy(update={"questions": found})

    def _make(self) -> SheetQuestions:
        try:
            return SheetQuestions(
                sheet=self.sheet, questions=self.questions or (), language=self.language
            )
        except ValidationError as error:
            raise InvalidValueError("questions", find_fault(error)) from error
