"""Area versions: linked to their base, marked where they differ, updated piece by piece."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.area import (
    MarkLocalPractice,
    find_local_cards,
    make_area_version,
)
from blueprint_editor.commands.base_update import TakeOver, list_pieces
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.command import CommandRefusedError, find_refusal
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.model.base_link import find_base, hash_content
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Connector, Phase, Step
from tests.commands.documents import documents, make_card, make_document
from tests.commands.random_commands import MAKERS, NothingToDoError

BASE = make_document(
    make_card("a"), make_card("b"), make_card("c", step="step-2"), version="1",
    connectors=(Connector(id="k", source="a", target="c", kind="flow"),),
)  # fmt: skip


def area_of(base: Document) -> Document:
    return make_area_version(base, "area", "pohja.blueprint", "Pohja 1", "2026-03-14")


def take(document: Document, newer: Document, *pieces: str) -> Document:
    chosen = frozenset(pieces or (p.id for p in list_pieces(document, newer) if not p.is_conflict))
    command = TakeOver(newer, chosen, "pohja.blueprint", "Pohja 2", "2026-05-01", "seed")
    return command.apply(document)


def texts(document: Document) -> dict[str, str]:
    return {card.id: card.text for card in document.cards}


def edit(document: Document, dice: Random, count: int) -> Document:
    for make in dice.choices(MAKERS, k=count):
        try:
            document = make(dice, document).apply(document)
        except (NothingToDoError, CommandRefusedError):
            continue
    return document


def test_area_version_is_linked_to_its_base_and_keeps_it() -> None:
    area = area_of(BASE)
    assert area.id == "area"
    assert area.base is not None
    assert (area.base.document, area.base.version, area.base.file_name) == (
        "doc", "1", "pohja.blueprint",
    )  # fmt: skip
    assert area.base.hash == hash_content(BASE)
    assert find_base(area) is area.snapshots[0].document
    assert find_problems(area) == ()


@given(base=documents())
def test_link_outlives_saving_and_reading(base: Document) -> None:
    again = Document.model_validate_json(area_of(base).model_dump_json(exclude_defaults=True))
    found = find_base(again)
    assert found is not None
    assert hash_content(found) == hash_content(base)


def test_what_differs_is_marked_as_local_practice_once() -> None:
    area = SetCardText("b", "Meillä toisin").apply(area_of(BASE))
    area = area.model_copy(update={"cards": (*area.cards, make_card("oma"))})
    assert find_local_cards(area) == ("b", "oma")
    marked = MarkLocalPractice("seed").apply(area)
    assert [(mark.target, mark.kind) for mark in marked.marks] == [
        ("b", "local_practice"), ("oma", "local_practice"),
    ]  # fmt: skip
    assert MarkLocalPractice("other").apply(marked) is marked
    with pytest.raises(CommandRefusedError, match="no_base"):
        MarkLocalPractice().apply(BASE)


def test_pieces_tell_what_the_newer_base_changed_and_where_both_did() -> None:
    newer = SetCardText("a", "Uusi A").apply(SetCardText("b", "Uusi B").apply(BASE))
    newer = DeleteRecords(frozenset({"c"})).apply(newer)
    area = SetCardText("b", "Meillä B").apply(area_of(BASE))
    found = {piece.id: (piece.kind, piece.is_conflict) for piece in list_pieces(area, newer)}
    assert found == {
        "cards/a": ("changed", False),
        "cards/b/both": ("changed", True),
        "cards/c": ("removed", False),
        "connectors/k": ("removed", False),
    }


def test_clean_pieces_are_taken_and_conflicts_only_when_chosen() -> None:
    newer = SetCardText("a", "Uusi A").apply(SetCardText("b", "Uusi B").apply(BASE))
    area = SetCardText("b", "Meillä B").apply(area_of(BASE))
    after = take(area, newer)
    assert texts(after) == {"a": "Uusi A", "b": "Meillä B", "c": "C"}
    assert list_pieces(after, newer) == ()
    assert find_local_cards(after) == ("b",)
    assert [version.name for version in after.snapshots] == ["Pohja 2"]
    assert texts(take(area, newer, "cards/b/both"))["b"] == "Uusi B"


def test_same_change_on_both_sides_is_nothing_to_take() -> None:
    newer = SetCardText("a", "Sama").apply(BASE)
    assert list_pieces(SetCardText("a", "Sama").apply(area_of(BASE)), newer) == ()


def test_removal_that_would_take_own_work_along_is_a_conflict() -> None:
    newer = DeleteRecords(frozenset({"step-2"})).apply(BASE)
    area = area_of(BASE)
    area = area.model_copy(update={"cards": (*area.cards, make_card("oma", step="step-2"))})
    found = {piece.id: piece.is_conflict for piece in list_pieces(area, newer)}
    assert found["steps/step-2"]
    assert not found["cards/c"]


def test_new_card_brings_its_step_and_phase_along() -> None:
    newer = BASE.model_copy(
        update={
            "phases": (BASE.phases[0], Phase(id="phase-new", name="Keski"), BASE.phases[1]),
            "steps": (*BASE.steps[:2], Step(id="step-new", phase="phase-new"), BASE.steps[2]),
            "cards": (*BASE.cards, make_card("uusi", step="step-new")),
        }
    )
    after = take(area_of(BASE), newer, "cards/uusi")
    assert [phase.id for phase in after.phases] == ["phase-1", "phase-new", "phase-2"]
    assert [step.id for step in after.steps] == ["step-1", "step-2", "step-new", "step-3"]


def test_what_names_something_that_the_area_removed_stays_out() -> None:
    link = Connector(id="uusi", source="a", target="b", kind="flow")
    newer = BASE.model_copy(update={"connectors": (*BASE.connectors, link)})
    area = DeleteRecords(frozenset({"b"})).apply(area_of(BASE))
    after = take(area, newer, "connectors/uusi")
    assert [link.id for link in after.connectors] == ["k"]


@given(base=documents(), seed=st.integers(0, 2**32))
def test_untouched_area_version_becomes_what_the_newer_base_is(base: Document, seed: int) -> None:
    newer = edit(base, Random(seed), 8)
    area = area_of(base)
    pieces = list_pieces(area, newer)
    assert not any(piece.is_conflict for piece in pieces)
    command = TakeOver(newer, frozenset(p.id for p in pieces), "", "Pohja", "2026-05-01", "seed")
    if find_refusal(area, command) is not None:
        return
    after = command.apply(area)
    assert find_problems(after) == ()
    for name in ("lanes", "phases", "steps", "cards", "connectors", "marks", "actors", "notes"):
        mine, theirs = getattr(after, name), getattr(newer, name)
        assert {one.id: one for one in mine} == {one.id: one for one in theirs}, name
    assert list_pieces(after, newer) == ()


@given(base=documents(), seed=st.integers(0, 2**32))
def test_any_choice_keeps_the_document_sound_and_own_work_without_conflicts(
    base: Document, seed: int
) -> None:
    dice = Random(seed)
    newer, area = edit(base, dice, 5), edit(area_of(base), dice, 5)
    if find_base(area) is None:
        return
    pieces = list_pieces(area, newer)
    clean = [piece.id for piece in pieces if not piece.is_conflict]
    wanted = frozenset(one for one in clean if dice.random() < 0.7)
    command = TakeOver(newer, wanted, "", "Pohja", "2026-05-01", "seed")
    if (refusal := find_refusal(area, command)) is not None:
        assert refusal.reason == "unfit_pieces"
        return
    after = command.apply(area)
    assert find_problems(after) == ()
    own = {card.id for card in area.cards} - {card.id for card in base.cards}
    assert own <= {card.id for card in after.cards}
