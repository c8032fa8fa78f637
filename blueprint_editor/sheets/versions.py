"""The named version of a document that a sheet is asked to tell of."""

from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.request import SheetRequest


def find_version(document: DocumentContent, wanted: str) -> Snapshot:
    """Return the newest named version of that name or id.

    Raises:
        SheetError: there is none.
    """
    versions = document.snapshots if isinstance(document, Document) else ()
    for version in reversed(versions):
        if wanted in {version.id, version.name}:
            return version
    raise SheetError(f'no named version "{wanted[:40]}"')


def open_version(request: SheetRequest) -> SheetRequest:
    """Return the request for the version that it names, in the same language; else as it is.

    Raises:
        SheetError: there is no such version.
    """
    if not request.since:
        return request
    content = find_version(request.document, request.since).document
    language = request.document.language
    return request._replace(document=translate(content, language))
