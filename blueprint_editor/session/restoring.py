"""The command that brings another whole document back: a version, recovered work, a file read anew.

The document before stays one undo away.
"""

from dataclasses import dataclass

from blueprint_editor.model.document import Document


@dataclass(frozen=True)
class RestoreDocument:
    """Put a whole document in the place of the one that is open.

    Attributes:
        document: what is brought back.
        name: message id of the step.
    """

    document: Document
    name: str
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Return the document that is brought back; the same object if it says the same."""
        return document if document == self.document else self.document
