"""The poster of changes: what came, went, moved or says something else since a named version."""

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.change_view import show_changes
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.sheets.poster import NO_PICTURES, PosterComposer
from blueprint_editor.sheets.poster_sheet import put_on_asked_paper
from blueprint_editor.sheets.request import SheetRequest


def compose_changes(
    before: DocumentContent,
    after: DocumentContent,
    name: str,
    typesetter: Typesetter,
    pictures: Pictures = NO_PICTURES,
    *,
    greyscale: bool = False,
) -> Drawing:
    """Compose the poster of what has changed, tagged, at its natural size.

    Cards that are as before stand back; each other bears a flag with the word for what happened.

    Args:
        before: the state that it is compared with.
        after: the state that is shown; it gives the language.
        name: what the state before is called.
        typesetter: sets all texts.
        pictures: the images of ``after``, decoded.
        greyscale: compose for a printer without colour.
    """
    view = show_changes(before, after)
    title = find_terms(after.language).changes.title.format(name)
    document = view.document.model_copy(update={"subtitle": title})
    composer = PosterComposer(typesetter, greyscale=greyscale)
    return composer.compose(document, pictures, changes=view.changes).tagged


def make_changes_since(
    before: DocumentContent, name: str, request: SheetRequest
) -> tuple[Drawing, ...]:
    """Return the poster of changes on the paper asked for, else on the document's."""
    drawing = compose_changes(
        before, request.document, name, request.typesetter, request.pictures,
        greyscale=request.greyscale,
    )  # fmt: skip
    return (put_on_asked_paper(drawing, request),)


def make_changes(request: SheetRequest) -> tuple[Drawing, ...]:
    """Return what has changed since the newest named version.

    Raises:
        DocumentError: the paper that the document names is none, or there is no named version.
    """
    document = request.document
    if not isinstance(document, Document) or not document.snapshots:
        raise DocumentError((Problem("/document/snapshots", "a named version is needed"),))
    newest = document.snapshots[-1]
    return make_changes_since(newest.document, newest.name, request)
