"""Actions on lanes, phases and steps: new ones, and what is made of those there."""

from functools import partial

from blueprint_editor.canvas.tools.resize_column import reset_width
from blueprint_editor.commands.phases import MergePhases, SplitPhase
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.steps import MergeSteps
from blueprint_editor.language.texts import msgid
from blueprint_editor.session.current import (
    Context,
    find_current_phase,
    find_current_step,
    list_selected,
)
from blueprint_editor.session.edits import selected_cards
from blueprint_editor.session.structure import (
    add_step,
    hide_lanes,
    move_to_new_step,
    plan_phase,
    show_all_lanes,
)
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.outline.new_records import (
    make_new_lane,
    make_new_record,
    make_new_step,
)
from blueprint_editor.ui.words import ROLES

_LANE: frozenset[Context] = frozenset({"lane"})
_PHASE: frozenset[Context] = frozenset({"phase"})
_STEP: frozenset[Context] = frozenset({"step"})
_CARD: frozenset[Context] = frozenset({"card"})


def _add_step(desk: Desk) -> None:
    phase = make_new_record("phases", desk.session.document)
    add_step(desk.session, make_new_step(phase.id, desk.session.document), phase)


def _add_phase(desk: Desk) -> None:
    """Begin a phase with its name; it comes to be also without one."""
    phase = make_new_record("phases", desk.session.document)
    step = make_new_step(phase.id, desk.session.document)
    desk.canvas.editing.begin(
        "phases",
        phase.id,
        lambda text: plan_phase(desk.session, phase.changed(name=text), step),
        phase.name,
    )


def _add_lane(role: str, desk: Desk) -> None:
    lane = make_new_lane(role, desk.session.document)
    desk.session.execute(AddRecord("lanes", lane), Selection((lane.id,)))


def _split_phase(desk: Desk) -> None:
    step = find_current_step(desk.session)
    if step is not None:
        phase = make_new_record("phases", desk.session.document)
        desk.session.execute(SplitPhase(step, phase), Selection((phase.id,)))


def _merge_phases(desk: Desk) -> None:
    current = desk.session.selection.current
    if current is not None:
        desk.session.execute(MergePhases(current))


def _merge_steps(desk: Desk) -> None:
    current = desk.session.selection.current
    if current is not None:
        desk.session.execute(MergeSteps(current))


def _split_step(desk: Desk) -> None:
    phase = find_current_phase(desk.session)
    if phase is not None:
        step = make_new_step(phase, desk.session.document)
        move_to_new_step(desk.session, selected_cards(desk.session), step)


def _reset_width(desk: Desk) -> None:
    current = desk.session.selection.current
    if current is not None:
        reset_width(desk.session, current)


def _has_hidden_lanes(desk: Desk) -> bool:
    return any(lane.hidden for lane in desk.session.document.lanes)


def _make_lane_action(role: str, text: str) -> ActionSpec:
    return ActionSpec(
        f"lane_{role}",
        text,
        partial(_add_lane, role),
        "insert",
        contexts=frozenset({"lane", "page"}),
        submenu=msgid("New &Lane"),
    )


NEW_STRUCTURE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new_step",
        msgid("New &Step"),
        _add_step,
        "insert",
        ("Ctrl+Return",),
        "step",
        msgid("Step"),
        starts_group=True,
        contexts=frozenset({"card", "cell", "step", "phase", "page"}),
    ),
    ActionSpec(
        "new_phase",
        msgid("New P&hase"),
        _add_phase,
        "insert",
        contexts=frozenset({"step", "phase", "page"}),
    ),
    *(_make_lane_action(role, text) for role, text in ROLES.items()),
)

STRUCTURE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "split_step",
        msgid("Move to a &New Step"),
        _split_step,
        "arrange",
        starts_group=True,
        contexts=_CARD,
        needs_context=True,
    ),
    ActionSpec(
        "merge_steps",
        msgid("&Merge with the Next Step"),
        _merge_steps,
        "arrange",
        contexts=_STEP,
        needs_context=True,
    ),
    ActionSpec(
        "split_phase",
        msgid("&Begin a Phase Here"),
        _split_phase,
        "arrange",
        contexts=_STEP,
        needs_context=True,
    ),
    ActionSpec(
        "merge_phases",
        msgid("Merge with the Next &Phase"),
        _merge_phases,
        "arrange",
        contexts=_PHASE,
        needs_context=True,
    ),
    ActionSpec(
        "reset_width",
        msgid("Usual &Width"),
        _reset_width,
        "arrange",
        contexts=_STEP,
        needs_context=True,
    ),
    ActionSpec(
        "hide_lane",
        msgid("&Hide Lane"),
        lambda desk: hide_lanes(desk.session, list_selected(desk.session, "lanes")),
        "arrange",
        starts_group=True,
        contexts=_LANE,
        needs_context=True,
    ),
    ActionSpec(
        "show_lanes",
        msgid("&Show All Lanes"),
        lambda desk: show_all_lanes(desk.session),
        "arrange",
        is_enabled=_has_hidden_lanes,
        contexts=frozenset({"lane", "page"}),
    ),
)
