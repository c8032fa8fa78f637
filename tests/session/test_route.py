from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Phase, Step
from blueprint_editor.session.route import (
    OVERVIEW,
    find_next_phase,
    find_previous_phase,
    list_stops,
)
from tests.commands.documents import make_card, make_document


def make_facts() -> DerivedFacts:
    document = make_document(
        make_card("d", "lane-front", "step-3"),
        make_card("c", "lane-front", "step-2"),
        make_card("b", "lane-customer", "step-2"),
        make_card("a", "lane-customer", "step-1"),
        make_card("unseen", "lane-hidden", "step-1"),
    )
    steps = (*document.steps, Step(id="step-4", phase="phase-3", name="Herää"))
    phases = (*document.phases, Phase(id="phase-3", name="Jälkeen"), Phase(id="phase-4", name=""))
    cards = (*document.cards, make_card("e", "lane-customer", "step-4"))
    return DerivedFacts(document.changed(steps=steps, phases=phases, cards=cards))


def test_the_way_leads_from_the_whole_by_phases_and_steps_to_cards_in_reading_order() -> None:
    assert [(stop.kind, stop.record) for stop in list_stops(make_facts())] == [
        ("overview", ""),
        ("phase", "phase-1"),
        ("step", "step-1"),
        ("card", "a"),
        ("step", "step-2"),
        ("card", "b"),
        ("card", "c"),
        ("phase", "phase-2"),
        ("card", "d"),
        ("phase", "phase-3"),
        ("step", "step-4"),
        ("card", "e"),
        ("phase", "phase-4"),
    ]


def test_what_only_stands_back_is_passed_by() -> None:
    stops = list_stops(make_facts(), {"a", "b", "d"})
    assert [stop.record for stop in stops if stop.kind in {"card", "step"}] == [
        "step-2", "c", "step-4", "e",
    ]  # fmt: skip


def test_phases_are_reached_from_anywhere() -> None:
    stops = list_stops(make_facts())
    names = [stop.record for stop in stops]
    assert find_next_phase(stops, 0) == names.index("phase-1")
    assert find_next_phase(stops, names.index("c")) == names.index("phase-2")
    assert find_next_phase(stops, len(stops) - 1) == len(stops) - 1
    assert find_previous_phase(stops, names.index("c")) == names.index("phase-1")
    assert find_previous_phase(stops, names.index("phase-2")) == names.index("phase-1")
    assert find_previous_phase(stops, names.index("phase-1")) == 0
    assert find_previous_phase(stops, 0) == 0


def test_an_empty_document_is_one_look() -> None:
    empty = make_document().changed(lanes=(), phases=(), steps=())
    assert list_stops(DerivedFacts(empty)) == (OVERVIEW,)
