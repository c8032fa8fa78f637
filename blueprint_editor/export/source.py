"""The source that travels inside a poster's PDF: the publishing copy of its document."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from blueprint_editor.export.publishing import LeftOut, PublishingChoice, make_publishing_copy
from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import dump_document


class Source(NamedTuple):
    """A file to attach.

    Attributes:
        data: the copy as a document file.
        description: one line in the document's language.
        modified: what the PDF tells of it.
        left_out: what the copy does not hold.
    """

    data: bytes
    description: str
    modified: datetime
    left_out: tuple[LeftOut, ...]

    @property
    def sha256(self) -> str:
        """The hash of the data: it shows that the file is unchanged, not who made it."""
        return hashlib.sha256(self.data).hexdigest()


def make_source(document: Document, choice: PublishingChoice, modified: datetime) -> Source:
    """Return the document's publishing copy as a file to attach.

    Raises:
        ExportError: a record to leave out is not there.
    """
    copy = make_publishing_copy(document, choice)
    words = find_terms(document.language).twin.source
    return Source(dump_document(copy.document), words, modified, copy.left_out)
