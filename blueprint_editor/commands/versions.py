"""Named versions of the document, kept inside it."""

from dataclasses import dataclass
from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import insert_record, replace_parts
from blueprint_editor.commands.paths import make_record
from blueprint_editor.commands.soundness import require_free_ids
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.references import World


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


def is_kept(document: Document, version: Snapshot) -> bool:
    """Tell whether a document is as a version of it keeps it."""
    content = version.document
    return all(
        getattr(document, name) == getattr(content, name) for name in DocumentContent.model_fields
    )


@dataclass(frozen=True)
class RestoreVersion:
    """Bring a named version back as the document; the versions and the images stay."""

    record: str
    name: str = msgid("restored version")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``unknown_record``, for a version that is gone."""
        snapshot = next((one for one in document.snapshots if one.id == self.record), None)
        if snapshot is None:
            raise CommandRefusedError("unknown_record", self.record)
        content = snapshot.document
        fields = {
            name: getattr(content, name)
            for name in DocumentContent.model_fields
            if getattr(content, name) != getattr(document, name)
        }
        taken = World(content, ()).known.intersection(one.id for one in document.snapshots)
        if taken:
            raise CommandRefusedError("id_taken", *sorted(taken))
        return replace_parts(document, **fields)
