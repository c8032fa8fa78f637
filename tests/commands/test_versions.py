"""A named version is kept, and comes back with the versions and images that are there."""

import pytest
from hypothesis import given

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.versions import KeepVersion, RestoreVersion
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.integrity import find_problems
from tests.commands.documents import documents, make_card, make_document

KEEP = KeepVersion("version-1", "Työpaja 1", "2026-03-14")


@given(document=documents())
def test_document_becomes_what_the_version_keeps(document: Document) -> None:
    kept = KEEP.apply(document)
    changed = kept.changed(title="Toinen", cards=(), connectors=(), marks=(), comments=(),
                           causal_map=None, translations={})  # fmt: skip
    back = RestoreVersion("version-1").apply(changed)
    assert back == kept
    assert find_problems(back) == ()


def test_restoring_what_is_there_already_changes_nothing() -> None:
    kept = KEEP.apply(make_document(make_card("a")))
    assert RestoreVersion("version-1").apply(kept) is kept


def test_version_that_is_gone_is_refused_and_so_is_one_whose_ids_are_taken() -> None:
    document = make_document(make_card("a"))
    with pytest.raises(CommandRefusedError, match="unknown_record"):
        RestoreVersion("version-1").apply(document)
    content = {name: getattr(document, name) for name in DocumentContent.model_fields}
    assert content["cards"]
    kept = KeepVersion("a", "Sama tunnus", "2026-03-14").apply(
        KEEP.apply(document).model_copy(update={"cards": ()})
    )
    with pytest.raises(CommandRefusedError, match="id_taken"):
        RestoreVersion("version-1").apply(kept)


def test_unchanged_records_are_shared_with_the_version() -> None:
    kept = KEEP.apply(make_document(make_card("a"), make_card("b")))
    back = RestoreVersion("version-1").apply(SetCardText("a", "X").apply(kept))
    assert back.cards[1] is kept.cards[1]
