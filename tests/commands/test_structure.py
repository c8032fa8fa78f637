from types import MappingProxyType

import pytest

from blueprint_editor.commands.command import CommandRefusedError, find_refusal
from blueprint_editor.commands.lanes import find_lane_place
from blueprint_editor.commands.phases import AddPhase, MergePhases, SplitPhase
from blueprint_editor.commands.registers import AddRecord, MoveRecord
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.steps import (
    AddStep,
    MergeSteps,
    MoveSteps,
    SplitStep,
    find_place_after,
    snap_width,
)
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    Comment,
    Duration,
    Lane,
    Mark,
    Phase,
    Responsibility,
    Step,
)
from tests.commands.documents import LANES, cell_ids, make_card, make_document

DOCUMENT = make_document(
    make_card("a"),
    make_card("b", step="step-2"),
    make_card("c", step="step-2"),
    make_card("d", "lane-hidden", "step-2"),
    make_card("e", step="step-3"),
    actors=(Actor(id="worker", name="Työntekijä"),),
    responsibilities=(
        Responsibility(id="band", actor="worker", first_step="step-2", last_step="step-3"),
    ),
    marks=(
        Mark(id="wait", target="step-2", kind="wait"),
        Mark(id="q", target="phase-2", kind="question"),
    ),
    comments=(Comment(id="said", text="Pitkä", target="step-2"),),
    translations=MappingProxyType({"sv": {"phase-2": {"name": "Slut"}}}),
)


def _steps(document: Document) -> list[tuple[str, str]]:
    return [(step.id, step.phase) for step in document.steps]


def _band(document: Document) -> tuple[str, str]:
    (band,) = document.responsibilities
    return band.first_step, band.last_step


@pytest.mark.parametrize(
    ("factor", "width"), [(1.1, 1.0), (1.13, 1.25), (0.0, 0.25), (99.0, 8.0), (2.5, 2.5)]
)
def test_widths_snap_to_quarters(factor: float, width: float) -> None:
    assert snap_width(factor) == width


def test_step_goes_to_its_place_in_its_phase() -> None:
    phase, index = find_place_after(DOCUMENT, "step-1")
    after = AddStep(Step(id="new", phase=phase), index).apply(DOCUMENT)
    assert [step.id for step in after.steps] == ["step-1", "new", "step-2", "step-3"]
    assert after.cards is DOCUMENT.cards


def test_steps_move_between_phases_in_the_order_given() -> None:
    after = MoveSteps(("step-2", "step-1"), "phase-2", 0).apply(DOCUMENT)
    assert _steps(after) == [("step-2", "phase-2"), ("step-1", "phase-2"), ("step-3", "phase-2")]
    back = MoveSteps(("step-1",), "phase-1").apply(after)
    assert _steps(back)[0] == ("step-1", "phase-1")


def test_band_that_would_end_before_it_begins_is_turned() -> None:
    after = MoveSteps(("step-2",), "phase-2").apply(DOCUMENT)
    assert _band(after) == ("step-3", "step-2")
    assert _band(MoveRecord("phases", "phase-2", 0).apply(DOCUMENT)) == ("step-3", "step-2")


def test_band_shrinks_to_the_steps_that_remain_and_falls_with_the_last() -> None:
    after = DeleteRecords(frozenset({"step-3"})).apply(DOCUMENT)
    assert _band(after) == ("step-2", "step-2")
    assert DeleteRecords(frozenset({"step-2"})).apply(after).responsibilities == ()
    assert DeleteRecords(frozenset({"worker"})).apply(DOCUMENT).responsibilities == ()


def test_phase_is_split_at_a_step() -> None:
    after = SplitPhase("step-2", Phase(id="new", name="Keski")).apply(DOCUMENT)
    assert [phase.id for phase in after.phases] == ["phase-1", "new", "phase-2"]
    assert _steps(after) == [("step-1", "phase-1"), ("step-2", "new"), ("step-3", "phase-2")]


def test_first_step_of_a_phase_cannot_begin_another() -> None:
    with pytest.raises(CommandRefusedError, match="first_of_phase"):
        SplitPhase("step-1", Phase(id="new", name="")).apply(DOCUMENT)


def test_merged_phases_keep_names_marks_and_translations() -> None:
    after = MergePhases("phase-1").apply(DOCUMENT)
    assert [(phase.id, phase.name) for phase in after.phases] == [("phase-1", "Alku / Loppu")]
    assert {step.phase for step in after.steps} == {"phase-1"}
    assert after.marks[1].target == "phase-1"
    assert after.translations == {"sv": {"phase-1": {"name": "Alku / Slut"}}}
    with pytest.raises(CommandRefusedError, match="last_phase"):
        MergePhases("phase-2").apply(DOCUMENT)


def test_new_phase_comes_with_its_steps() -> None:
    steps = (Step(id="s8", phase="phase-1"), Step(id="s9", phase="phase-1"))
    after = AddPhase(Phase(id="new", name="Väli"), steps, 1).apply(DOCUMENT)
    assert [phase.id for phase in after.phases] == ["phase-1", "new", "phase-2"]
    assert [step.id for step in after.steps] == ["step-1", "step-2", "s8", "s9", "step-3"]


def test_step_is_split_with_the_chosen_cards() -> None:
    after = SplitStep("step-2", Step(id="new", phase="phase-2"), ("c", "d")).apply(DOCUMENT)
    assert _steps(after)[1:3] == [("step-2", "phase-1"), ("new", "phase-1")]
    assert cell_ids(after, "lane-customer", "step-2") == ["b"]
    assert cell_ids(after, "lane-customer", "new") == ["c"]
    assert cell_ids(after, "lane-hidden", "new") == ["d"]
    with pytest.raises(CommandRefusedError, match="not_in_step: a"):
        SplitStep("step-2", Step(id="new", phase="phase-2"), ("a",)).apply(DOCUMENT)


def test_merged_steps_keep_cards_marks_comments_and_bands() -> None:
    long = Duration(text="pitkä")
    named = DOCUMENT.changed(
        steps=(
            Step(id="step-1", phase="phase-1", name="Yhteys"),
            Step(id="step-2", phase="phase-1", name="Tapaaminen", duration=long),
            Step(id="step-3", phase="phase-2"),
        ),
        translations={"sv": {"step-2": {"duration.text": "lång"}}},
    )
    after = MergeSteps("step-1").apply(named)
    assert _steps(after) == [("step-1", "phase-1"), ("step-3", "phase-2")]
    assert (after.steps[0].name, after.steps[0].duration) == ("Yhteys / Tapaaminen", long)
    assert after.translations == {"sv": {"step-1": {"duration.text": "lång"}}}
    assert cell_ids(after, "lane-customer", "step-1") == ["a", "b", "c"]
    assert cell_ids(after, "lane-hidden", "step-1") == ["d"]
    assert after.marks[0].target == after.comments[0].target == "step-1"
    assert _band(after) == ("step-1", "step-3")
    with pytest.raises(CommandRefusedError, match="last_of_phase"):
        MergeSteps("step-2").apply(named)


@pytest.mark.parametrize(
    ("role", "of", "place"),
    [
        ("evidence", None, 1),
        ("customer", None, 3),
        ("frontstage_technology", None, 4),
        ("support", None, 5),
        ("emotion", "lane-customer", 2),
        ("emotion", None, 2),
        ("time", None, 0),
        ("custom", None, 5),
    ],
)
def test_lane_of_a_role_has_its_usual_place(role: str, of: str | None, place: int) -> None:
    assert find_lane_place(DOCUMENT, role, of) == place  # type: ignore[arg-type]
    lane = Lane(id="new", role=role, name="Uusi", of=of)
    assert AddRecord("lanes", lane).apply(DOCUMENT).lanes[place] is lane


def test_first_lane_of_its_kind_leaves_the_curve_with_its_customer() -> None:
    bare = DOCUMENT.changed(lanes=LANES[1:])
    assert find_lane_place(bare, "evidence") == 0


def test_lane_moves_where_the_lines_allow_it() -> None:
    after = MoveRecord("lanes", "lane-evidence", 3).apply(DOCUMENT)
    assert [lane.id for lane in after.lanes][3] == "lane-evidence"
    with pytest.raises(CommandRefusedError, match="customer_below: lane-customer"):
        MoveRecord("lanes", "lane-customer", 3).apply(DOCUMENT)
    with pytest.raises(CommandRefusedError, match="customer_below: lane-front"):
        MoveRecord("lanes", "lane-front", 0).apply(DOCUMENT)


def test_hover_feedback_asks_the_command_itself() -> None:
    assert find_refusal(DOCUMENT, MoveRecord("lanes", "lane-evidence", 2)) is None
    refusal = find_refusal(DOCUMENT, MoveRecord("lanes", "lane-customer", 4))
    assert refusal is not None
    assert refusal.reason == "customer_below"


def test_lane_takes_its_cards_along() -> None:
    after = DeleteRecords(frozenset({"lane-customer"})).apply(DOCUMENT)
    assert [card.id for card in after.cards] == ["d"]
    assert after.lanes[1].of is None
