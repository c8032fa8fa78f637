"""What an area version knows of its base: which document it was, and what that said then."""

from hashlib import sha256

from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.records import Base


def hash_content(document: DocumentContent) -> str:
    """Return the SHA-256 of what a document says, without its versions and images."""
    data = document.model_dump_json(exclude={"snapshots", "assets"}, exclude_defaults=True)
    return sha256(data.encode()).hexdigest()


def describe_base(document: DocumentContent, file_name: str) -> Base:
    """Return the link to a base as it is now."""
    return Base(
        document=document.id,
        version=document.version,
        hash=hash_content(document),
        file_name=file_name,
    )


def find_base(document: Document) -> DocumentContent | None:
    """Return what the base said when the area version was made or last updated from it.

    A named version keeps it; None if there is no base, or the version has been deleted.
    """
    if document.base is None:
        return None
    for snapshot in reversed(document.snapshots):
        if (
            snapshot.document.id == document.base.document
            and hash_content(snapshot.document) == document.base.hash
        ):
            return snapshot.document
    return None
