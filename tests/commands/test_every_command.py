"""What holds for every command on every document."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.history import History, HistoryEntry
from blueprint_editor.commands.identity import iter_ids
from blueprint_editor.commands.selection import Selection
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from tests.commands.random_commands import MAKERS, MakeCommand, NothingToDoError
from tests.model.strategies import documents

NONE = Selection()


def _find_renewed(before: Document, after: Document) -> list[str]:
    """Return what is equal and yet another object, so that an undo step would hold it twice."""
    found = []
    for name in type(before).model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old is not new and old == new:
            found.append(name)
        if isinstance(new, tuple) and new and hasattr(new[0], "id"):
            known: dict[str, Any] = {record.id: record for record in old}
            found += [r.id for r in new if r == known.get(r.id) and r is not known[r.id]]
    return found


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__.strip("_"))
@given(document=documents(), seed=st.integers(0, 2**32))
def test_command_keeps_the_document_sound_and_can_be_undone(
    make: MakeCommand, document: Document, seed: int
) -> None:
    try:
        command = make(Random(seed), document)
    except NothingToDoError:
        return
    assert command.name == msgid(command.name)
    try:
        after = command.apply(document)
    except CommandRefusedError:
        return
    assert find_problems(after) == ()
    assert Document.model_validate_json(after.model_dump_json()) == after
    assert _find_renewed(document, after) == []
    assert command.apply(document) == after
    history = History()
    history.push(HistoryEntry(command.name, document, after, NONE, NONE, command.merge_key))
    undone, redone = history.undo(), history.redo()
    assert undone is not None
    assert redone is not None
    assert (undone.before, redone.after) == (document, after)
    if after is not document:
        assert set(iter_ids(after)) != set(iter_ids(document)) or after != document
