"""Named versions of the document, kept inside it."""

from dataclasses import dataclass
from typing import Any

from blueprint_editor.commands.parts import insert_record
from blueprint_editor.commands.paths import make_record
from blueprint_editor.commands.soundness import require_free_ids
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document, DocumentContent, Snapshot


@dataclass(frozen=True)
class KeepVersion:
    """Keep the document as it is now under a name.

    Attributes:
        record: a free id.
        title: what the version is called.
        at: ISO 8601.
    """

    record: str
    title: str
    at: str
    name: str = msgid("named version")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        require_free_ids(document, (self.record,))
        fields: dict[str, Any] = {
            field: getattr(document, field) for field in DocumentContent.model_fields
        }
        # Not checked again, so that the version shares every record with the document.
        content = DocumentContent.model_construct(**fields)
        snapshot = make_record(
            Snapshot, id=self.record, name=self.title, at=self.at, document=content
        )
        return insert_record(document, "snapshots", snapshot, None)
