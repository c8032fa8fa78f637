"""Several cards of one, one of several, and notes of cards again, as they are asked for."""

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.ui.actions import ACTIONS
from blueprint_editor.ui.actions.reasons import tell_reason
from blueprint_editor.ui.main_window import MainWindow


def test_a_card_is_split_at_its_lines(window: MainWindow) -> None:
    session, split = window.canvas.session, window.actions_by_name["split_card"]
    first = session.document.cards[0].id
    session.execute(SetCardText(first, "soittaa\nvaraa ajan"))
    session.end_step()
    count = len(session.document.cards)
    session.select([card.id for card in session.document.cards[:2]])
    assert not split.isEnabled()
    session.select([first])
    split.trigger()
    (new,) = session.selection.records
    assert (session.facts.cards[first].text, session.facts.cards[new].text) == (
        "soittaa", "varaa ajan",
    )  # fmt: skip
    session.undo()
    assert len(session.document.cards) == count


def test_cards_are_joined_into_one(window: MainWindow) -> None:
    session, join = window.canvas.session, window.actions_by_name["join_cards"]
    one, other = session.document.cards[:2]
    session.select([one.id])
    assert not join.isEnabled()
    spec = next(spec for spec in ACTIONS if spec.name == "join_cards")
    assert tell_reason(spec) == "Select several cards first"
    session.select([one.id, other.id])
    join.trigger()
    joined = [card for card in session.document.cards if card.id in {one.id, other.id}]
    assert [set(card.text.split("\n")) for card in joined] == [{one.text, other.text}]


def test_cards_become_notes_again(window: MainWindow) -> None:
    session = window.canvas.session
    card = session.document.cards[0]
    session.select([card.id])
    window.actions_by_name["take_cards_back"].trigger()
    assert card.id not in session.facts.cards
    assert [note.text for note in session.document.notes] == [card.text]
    session.undo()
    assert card.id in session.facts.cards
