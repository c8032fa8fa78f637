"""Area versions: a copy that remembers its base, and marks for what is done otherwise there."""

from dataclasses import dataclass, field
from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.renaming import rename_document
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.base_link import describe_base, find_base
from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.records import Mark


def copy_content(document: DocumentContent) -> DocumentContent:
    """Return what a document says, without its versions and images."""
    fields: dict[str, Any] = {
        name: getattr(document, name) for name in DocumentContent.model_fields
    }
    return DocumentContent.model_construct(**fields)


def make_area_version(base: Document, new_id: str, file_name: str, title: str, at: str) -> Document:
    """Return a document of its own that is made from a base and keeps it as a named version.

    Args:
        base: what it is made from.
        new_id: of the new document.
        file_name: of the base; empty if it has none.
        title: what the kept base is called.
        at: ISO 8601.
    """
    renamed = rename_document(base, new_id)
    record = SeededIds(renamed, new_id).take("snapshots")
    kept = Snapshot(id=record, name=title, at=at, document=copy_content(base))
    return renamed.model_copy(
        update={"base": describe_base(base, file_name), "snapshots": (kept,), "status": "draft"}
    )


def compare_with_base(document: Document) -> Comparison:
    """Return how an area version differs from its base, save in what makes it one.

    Raises:
        CommandRefusedError: ``no_base``: nothing is kept of a base.
    """
    base = find_base(document)
    if base is None:
        raise CommandRefusedError("no_base", document.id)
    own = rename_document(base, document.id)
    return compare_documents(own, document).without("snapshots", "assets", "base")


def find_local_cards(document: Document) -> tuple[str, ...]:
    """Return the cards that the base has not, or has otherwise.

    Raises:
        CommandRefusedError: ``no_base``: nothing is kept of a base.
    """
    found = compare_with_base(document).only("cards").records
    return tuple(difference.record.id for difference in found if not difference.is_removed)


@dataclass(frozen=True)
class MarkLocalPractice:
    """Put the mark of local practice on every card that differs from the base and has none."""

    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("marks of local practice")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Refused: ``no_base``."""
        marked = {mark.target for mark in document.marks if mark.kind == "local_practice"}
        new_ids = SeededIds(document, self.seed)
        new = [
            Mark(id=new_ids.take("marks"), target=card, kind="local_practice")
            for card in find_local_cards(document)
            if card not in marked
        ]
        return replace_parts(document, marks=(*document.marks, *new))
