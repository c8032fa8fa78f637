"""A document's state as a few letters that two processes can compare."""

from hashlib import sha256

from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import dump_document


def find_digest(document: Document) -> str:
    return sha256(dump_document(document)).hexdigest()[:20]
