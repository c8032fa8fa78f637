"""A path of another document comes in as a path of this one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.command import CommandRefusedError, find_refusal
from blueprint_editor.commands.path_import import ImportPath, list_paths
from blueprint_editor.model.alignment import align_paths
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Lane, Phase, Step
from tests.commands.documents import make_card, make_document
from tests.model.strategies import documents

OWN = make_document(make_card("a"), make_card("c", step="step-3"))


def test_own_cards_become_the_first_path_and_the_others_the_second() -> None:
    after = ImportPath(OWN, own_name="Meidän", seed="s").apply(OWN)
    first, second = after.variants
    assert (first.name, first.short, second.name, second.short) == ("Meidän", "A", "Polku", "B")
    told = {card.origin or (card.id, "own"): card.variants for card in after.cards}
    mine, theirs = (first.id,), (second.id,)
    assert told == {("a", "own"): mine, ("c", "own"): mine, ("a",): theirs, ("c",): theirs}
    rows = align_paths(after, first.id, second.id)
    assert [row.likeness for row in rows] == ["common", "common"]


def test_lanes_phases_and_steps_are_found_by_name_or_added_in_their_place() -> None:
    other = Document(
        id="other", title="Toinen", language="fi",
        lanes=(
            Lane(id="x1", role="customer", name="Asiakas"),
            Lane(id="x2", role="support", name="Tuki"),
        ),
        phases=(
            Phase(id="y1", name="alku"), Phase(id="y2", name="Keski"), Phase(id="y3", name="Loppu"),
        ),
        steps=(Step(id="z1", phase="y1"), Step(id="z2", phase="y2"), Step(id="z3", phase="y3")),
        cards=(
            make_card("p", "x1", "z1"), make_card("q", "x2", "z2"), make_card("r", "x1", "z3"),
        ),
    )  # fmt: skip
    after = ImportPath(other, seed="s").apply(OWN)
    assert [phase.name for phase in after.phases] == ["Alku", "Keski", "Loppu"]
    assert {c.text: (c.lane, c.step) for c in after.cards if c.origin} == {
        "P": ("lane-customer", "step-1"), "Q": ("x2", "z2"), "R": ("lane-customer", "step-3"),
    }  # fmt: skip
    assert [lane.id for lane in after.lanes][-1] == "x2"
    assert find_problems(after) == ()


def test_path_that_is_not_there_and_an_empty_document_are_refused() -> None:
    with pytest.raises(CommandRefusedError, match="unknown_record"):
        ImportPath(OWN, "path-x").apply(OWN)
    with pytest.raises(CommandRefusedError, match="no_paths"):
        ImportPath(make_document()).apply(OWN)


@given(document=documents(), other=documents(), number=st.integers(0, 5))
def test_any_path_comes_in_whole_and_the_document_stays_sound(
    document: Document, other: Document, number: int
) -> None:
    paths = list_paths(other)
    path, _ = paths[number % len(paths)]
    command = ImportPath(other, path, seed="seed")
    if (refusal := find_refusal(document, command)) is not None:
        assert refusal.reason == "no_paths"
        return
    after = command.apply(document)
    assert find_problems(after) == ()
    assert command.apply(document) == after
    before = {card.id for card in document.cards}
    assert before < {card.id for card in after.cards}
    new = after.variants[-1].id
    assert {c.variants for c in after.cards if c.id not in before} == {(new,)}
