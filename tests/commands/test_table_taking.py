"""Rows of a table become cards, notes and actors, with all that they name."""

from typing import Any

from blueprint_editor.commands.table_rows import find_row_changes
from blueprint_editor.commands.table_taking import TakeTable
from blueprint_editor.model.document import Document
from blueprint_editor.model.table_rows import TableKind, TableRow, TableRows

EMPTY = Document(id="d1", title="Polku", language="fi")


def make(*rows: dict[str, Any], kind: TableKind = "cards") -> TableRows:
    return TableRows(kind, tuple(TableRow(line, row) for line, row in enumerate(rows, 2)))


def test_rows_bring_lanes_phases_steps_actors_and_tags_along() -> None:
    table = make(
        {"text": "Soittaa", "phase": "Alku", "lane": "Asiakkaan toiminta", "actors": ("Asiakas",)},
        {"text": "Vastaa", "phase": "Alku", "lane": "näkyvä palvelu", "actors": ("Neuvonta",)},
        {"text": "Pohdittavaa", "tags": ("Teema",), "group": "Ryhmä 1", "votes": 3},
    )
    after = TakeTable(table, "seed").apply(EMPTY)
    assert [(lane.role, lane.name) for lane in after.lanes] == [
        ("customer", "Asiakkaan toiminta"), ("frontstage", "näkyvä palvelu")
    ]  # fmt: skip
    assert [phase.name for phase in after.phases] == ["Alku"]
    assert [actor.name for actor in after.actors] == ["Asiakas", "Neuvonta"]
    assert (after.notes[0].group, after.notes[0].count) == ("Ryhmä 1", 3)
    assert after.tags[0].name == "Teema"
    assert find_row_changes(after, table) == ()


def test_a_note_that_was_given_a_place_in_the_table_becomes_a_card() -> None:
    notes = TakeTable(make({"text": "Odottaa", "group": "A"}), "s").apply(EMPTY)
    note = notes.notes[0].id
    row = {"id": note, "text": "Odottaa", "phase": "Alku", "lane": "Taustatyö", "channel": "phone"}
    after = TakeTable(make(row), "t").apply(notes)
    assert not after.notes
    (card,) = after.cards
    assert (card.text, card.note, card.channel, card.origin) == ("Odottaa", "A", "phone", (note,))


def test_a_row_with_an_id_changes_and_moves_its_card_and_leaves_the_rest() -> None:
    first = {"text": "Soittaa", "phase": "Alku", "lane": "Tuki", "note": "muista", "votes": 2}
    before = TakeTable(make(first), "s").apply(EMPTY)
    row = {"id": before.cards[0].id, "text": "Kirjoittaa", "phase": "Loppu", "lane": "Tuki"}
    after = TakeTable(make(row), "t").apply(before)
    (card,) = after.cards
    assert (card.text, card.note, card.votes) == ("Kirjoittaa", "muista", 2)
    assert [phase.id for phase in after.phases if phase.name == "Loppu"] == [
        step.phase for step in after.steps if step.id == card.step
    ]


def test_actors_are_found_by_name_and_teams_get_their_members() -> None:
    table = make(
        {"name": "Tiimi", "members": ("Kela", "Te"), "actor_kind": "team"},
        {"name": "Kela", "members": (), "actor_kind": "authority"},
        kind="actors",
    )
    after = TakeTable(table, "s").apply(EMPTY)
    assert [actor.name for actor in after.actors] == ["Tiimi", "Kela", "Te"]
    assert after.actors[0].members == tuple(actor.id for actor in after.actors[1:])
    assert find_row_changes(after, table) == ()
