from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.cards import AddCard, MoveCards, SetCardText
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.history import History, HistoryEntry
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.selection import Selection
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from tests.commands.documents import CARD_LANES, STEPS, documents, make_card, make_document

NONE = Selection()
LOOSE = ("cards", "connectors", "marks", "comments")
"""Deleting these leaves every cell in place."""


def _step(before: Document, command: Command) -> HistoryEntry:
    after = command.apply(before)
    return HistoryEntry(command.name, before, after, NONE, NONE, command.merge_key)


@st.composite
def _commands(draw: st.DrawFn, document: Document) -> Command:
    """Draw a command that the rules allow for the document."""
    cell = st.tuples(st.sampled_from(CARD_LANES), st.sampled_from([step.id for step in STEPS]))
    position = st.none() | st.integers(0, 4)
    cards = [card.id for card in document.cards]
    kinds = ["add", *(["text", "move", "delete"] if cards else [])]
    match draw(st.sampled_from(kinds)):
        case "add":
            made = next(f"new{i}" for i in count() if f"new{i}" not in cards)
            return AddCard(make_card(made, *draw(cell)), draw(position))
        case "text":
            return SetCardText(draw(st.sampled_from(cards)), draw(st.text("abc ö\n", max_size=9)))
        case "move":
            moved = draw(st.lists(st.sampled_from(cards), min_size=1, max_size=4, unique=True))
            return MoveCards(tuple(CardPlace(c, *draw(cell), draw(position)) for c in moved))
        case _:
            ids = [record.id for name in LOOSE for record in getattr(document, name)]
            return DeleteRecords(draw(st.frozensets(st.sampled_from(ids), max_size=3)))


@given(st.data())
def test_every_command_can_be_undone_and_redone_and_leaves_a_sound_document(
    data: st.DataObject,
) -> None:
    document = data.draw(documents())
    assert find_problems(document) == ()
    history, states = History(), [document]
    for _ in range(data.draw(st.integers(1, 5))):
        entry = _step(states[-1], data.draw(_commands(states[-1])))
        history.push(entry)
        history.seal()
        assert find_problems(entry.after) == ()
        assert Document.model_validate_json(entry.after.model_dump_json()) == entry.after
        states.append(entry.after)
    undone = [entry.before for entry in iter(history.undo, None)]
    assert undone == states[-2::-1]
    redone = [entry.after for entry in iter(history.redo, None)]
    assert redone == states[1:]


def test_typing_in_one_field_is_one_step() -> None:
    history, start = History(), make_document(make_card("a"), make_card("b"))
    document = start
    for text in ("K", "Ky", "Kys"):
        entry = _step(document, SetCardText("a", text))
        document = entry.after
        history.push(entry)
    assert len(history.done) == 1
    assert history.done[0].before is start
    assert history.done[0].after.cards[0].text == "Kys"


@pytest.mark.parametrize("interruption", ["seal", "other_field", "undo_redo"])
def test_typing_after_an_interruption_is_a_step_of_its_own(interruption: str) -> None:
    history, start = History(), make_document(make_card("a"), make_card("b"))
    first = _step(start, SetCardText("a", "K"))
    history.push(first)
    match interruption:
        case "seal":
            history.seal()
        case "other_field":
            first = _step(first.after, SetCardText("b", "L"))
            history.push(first)
        case "undo_redo":
            history.undo()
            history.redo()
    before = len(history.done)
    history.push(_step(first.after, SetCardText("a", "Ky")))
    assert len(history.done) == before + 1


def test_new_step_ends_what_could_be_redone() -> None:
    history, start = History(), make_document(make_card("a"))
    history.push(_step(start, SetCardText("a", "1")))
    assert history.undo() is not None
    assert history.next_redo is not None
    history.push(_step(start, SetCardText("a", "2")))
    assert history.next_redo is None
    assert history.redo() is None
