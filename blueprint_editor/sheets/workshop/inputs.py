"""What the parts of one workshop sheet are made from: request, words, look, facts."""

from functools import cached_property

from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.language.workshop.kit import are_alike, find_kit, write_code
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Project, Workshop
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.workshop.look import make_look
from blueprint_editor.sheets.workshop.questions import find_questions


class SheetInputs:
    """One sheet's inputs, and what its places had no room for.

    Args:
        request: what is wanted.
        size: of the pages, width and height in mm.
        words: where they are not the kit's words of the sheet asked for.
        body, margin: of the text in points and of the page in mm, where a sheet asks for others.
    """

    def __init__(
        self,
        request: SheetRequest,
        size: tuple[float, float],
        words: SheetWords | None = None,
        body: float | None = None,
        margin: float | None = None,
    ) -> None:
        self.request = request
        self.size = size
        wanted = request.language or request.document.language
        self.kit = find_kit(wanted, request.document.client_word)
        # Where the kit has no words in a language, its pages are not in that language either.
        self.language = wanted if are_alike(wanted, self.kit.language) else self.kit.language
        self.words = words or self.kit.sheets[request.sheet]
        self.look = make_look(min(size), greyscale=request.greyscale, body=body, margin=margin)
        self.rest: list[tuple[str, str]] = []
        self.part = ""

    @property
    def document(self) -> DocumentContent:
        return self.request.document

    @property
    def text_language(self) -> str:
        """The language of what comes from the document."""
        return self.request.document.language

    @property
    def name(self) -> str:
        """The sheet's name and title, and the document's title."""
        return f"{self.coded_heading} · {self.document.title}".strip(" ·")

    @property
    def coded_heading(self) -> str:
        """The heading with the sheet's code in front, where it has one that is shown."""
        return f"{write_code(self.request.sheet)} {self.heading}".strip()

    @property
    def heading(self) -> str:
        """The sheet's title, and the booklet's own name where it makes several."""
        return " · ".join(filter(None, (self.words.title, self.part)))

    @cached_property
    def terms(self) -> Terms:
        return find_terms(self.language)

    @cached_property
    def derived(self) -> DerivedFacts:
        return DerivedFacts(self.document)

    @cached_property
    def project(self) -> Project:
        return self.document.project or Project()

    @cached_property
    def workshop(self) -> Workshop | None:
        """The workshop that was asked for."""
        found = (w for w in self.document.workshops if w.id == self.request.workshop)
        return next(found, None)

    @property
    def is_prefilled(self) -> bool:
        return self.request.filling == "prefilled"

    def known(self, text: str) -> str:
        """Return a text of the document if the sheet is to be filled in, else nothing."""
        return text if self.is_prefilled else ""

    @cached_property
    def all_questions(self) -> tuple[str, ...]:
        """The help questions, whether they are to be printed or not."""
        return find_questions(self.document, self.request.sheet, self.language)

    @property
    def questions(self) -> tuple[str, ...]:
        """The help questions to print."""
        return () if self.request.filling == "blank" else self.all_questions

    def keep_rest(self, label: str, text: str) -> None:
        """Remember a text, or the end of one, that its place had no room for, once."""
        if (label, text) not in self.rest:
            self.rest.append((label, text))
