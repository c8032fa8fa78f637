"""What holds for every command on every document."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.history import History, HistoryEntry
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from tests.commands.random_commands import MAKERS, MakeCommand, NothingToDoError
from tests.model.strategies import documents, make_document

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


def _check(command: Command, before: Document, after: Document) -> None:
    assert command.name == msgid(command.name)
    assert find_problems(after) == ()
    assert Document.model_validate_json(after.model_dump_json()) == after
    if not isinstance(command, Several):  # one of its parts may take back what another did
        assert _find_renewed(before, after) == []
    assert command.apply(before) == after


@given(document=documents(), seed=st.integers(0, 2**32))
def test_commands_keep_the_document_sound_and_can_be_undone(document: Document, seed: int) -> None:
    """Twenty commands of any kind after each other; what the rules refuse is passed over."""
    dice = Random(seed)
    history, states = History(), [document]
    for make in dice.choices(MAKERS, k=20):
        before = states[-1]
        try:
            command = make(dice, before)
            after = command.apply(before)
        except (NothingToDoError, CommandRefusedError):
            continue
        _check(command, before, after)
        if after is not before:
            entry = HistoryEntry(command.name, before, after, NONE, NONE, command.merge_key)
            history.push(entry)
            history.seal()
            states.append(after)
    assert [entry.before for entry in iter(history.undo, None)] == states[-2::-1]
    assert [entry.after for entry in iter(history.redo, None)] == states[1:]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__.strip("_"))
def test_each_command_is_allowed_somewhere(make: MakeCommand) -> None:
    """A maker whose commands were all refused would prove nothing."""
    for seed in range(600):
        document = make_document(seed, 0.7, 6)
        try:
            command = make(Random(seed), document)
            after = command.apply(document)
        except (NothingToDoError, CommandRefusedError):
            continue
        if after is not document:
            _check(command, document, after)
            return
    pytest.fail("every command was refused")
