"""What keys and menus do to lanes, phases, steps and marks; each is one command of the session."""

from collections.abc import Sequence

from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.phases import AddPhase
from blueprint_editor.commands.registers import MoveRecord
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.steps import AddStep, MoveSteps, SplitStep, find_place_after
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Phase, Step
from blueprint_editor.session.current import find_context, find_current_phase, find_current_step
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import Direction, find_whole_place


def plan_lane_move(
    document: DocumentContent, seen: DerivedFacts, lane: str, place: int
) -> MoveRecord:
    """Return the command that brings a lane before the ``place``-th of the others that are seen."""
    visible = [other.id for other in seen.lanes if other.id != lane]
    others = [other.id for other in document.lanes if other.id != lane]
    index = others.index(visible[place]) if place < len(visible) else len(others)
    return MoveRecord("lanes", lane, index)


def shift_record(session: DocumentSession, direction: Direction) -> None:
    """Move the current lane up or down, phase or step to the left or right, mark in its tray."""
    current = session.selection.current
    if current is None:
        return
    way = 1 if direction in {"right", "down"} else -1
    is_upright = direction in {"up", "down"}
    try:
        command = _plan_shift(session, current, way, is_upright=is_upright)
    except CommandRefusedError as error:
        session.refused.emit(error)
        return
    if command is not None:
        session.execute(command, session.selection)


def _plan_shift(
    session: DocumentSession, current: str, way: int, *, is_upright: bool
) -> Command | None:
    facts, document = session.poster.facts, session.document
    match find_context(session), is_upright:
        case "lane", True:
            place = _step_on([lane.id for lane in facts.lanes], current, way)
            return plan_lane_move(document, facts, current, place)
        case "phase", False:
            place = _step_on([phase.id for phase in facts.document.phases], current, way)
            return plan_phase_move(document, facts, current, place)
        case "step", False:
            return _plan_step_shift(document, facts, current, way)
        case "mark", True:
            return _plan_mark_shift(session.facts, current, way)
        case _:
            return None


def _step_on(ids: Sequence[str], current: str, way: int) -> int:
    """Return the neighbouring place of an id, counted without itself.

    Raises:
        CommandRefusedError: ``outside_grid``: it is the first or last, or hidden.
    """
    place = ids.index(current) + way if current in ids else -1
    if not 0 <= place < len(ids):
        raise CommandRefusedError("outside_grid", current)
    return place


def plan_phase_move(
    document: DocumentContent, seen: DerivedFacts, phase: str, place: int
) -> MoveRecord:
    """Return the command that brings a phase before the ``place``-th of the others seen."""
    whole, visible = (
        [other.id for other in content.phases if other.id != phase]
        for content in (document, seen.document)
    )
    return MoveRecord("phases", phase, find_whole_place(whole, visible, place))


def plan_step_move(
    document: DocumentContent, seen: DerivedFacts, step: str, phase: str, place: int
) -> MoveSteps:
    """Return the command that brings a step before the ``place``-th of a phase's others seen."""
    whole, visible = (
        [other.id for other in content.steps if other.phase == phase and other.id != step]
        for content in (document, seen.document)
    )
    return MoveSteps((step,), phase, find_whole_place(whole, visible, place))


def _plan_step_shift(
    document: DocumentContent, facts: DerivedFacts, step: str, way: int
) -> Command:
    """Move a step within its phase; from an end of it to the near end of the next phase."""
    phase = facts.phase_of_step[step].id
    own = [other.id for other in facts.steps_of_phase[phase]]
    place = own.index(step) + way
    if 0 <= place < len(own):
        return plan_step_move(document, facts, step, phase, place)
    phases = [other.id for other in facts.document.phases]
    next_phase = phases[_step_on(phases, phase, way)]
    return MoveSteps((step,), next_phase, 0 if way > 0 else None)


def _plan_mark_shift(facts: DerivedFacts, mark: str, way: int) -> Command:
    target = next(known.target for known in facts.document.marks if known.id == mark)
    tray = [known.id for known in facts.marks_of[target]]
    neighbour = tray[_step_on(tray, mark, way)]
    others = [known.id for known in facts.document.marks if known.id != mark]
    return MoveRecord("marks", mark, others.index(neighbour) + (way > 0))


def plan_step(session: DocumentSession, step: Step, phase: Phase) -> Command:
    """Return the command that puts a new step after the current one, or last in its phase.

    ``phase`` is used where there is none yet.
    """
    current = find_current_step(session)
    if current is not None:
        own, index = find_place_after(session.document, current)
        return AddStep(step.changed(phase=own), index)
    own_phase = find_current_phase(session) or _last_phase(session)
    return AddPhase(phase, (step,)) if own_phase is None else AddStep(step.changed(phase=own_phase))


def add_step(session: DocumentSession, step: Step, phase: Phase) -> None:
    """Put a new step after the current one; see :func:`plan_step`.

    The cursor goes along its lane into the new step; where there is none, the step is selected.
    """
    command, cursor = plan_step(session, step, phase), session.selection.cursor
    if cursor is None or find_context(session) == "step":
        session.execute(command, Selection((step.id,), cursor))
    else:
        session.execute(command, Selection((), cursor._replace(step=step.id, position=0)))


def _last_phase(session: DocumentSession) -> str | None:
    phases = session.document.phases
    return phases[-1].id if phases else None


def plan_phase(session: DocumentSession, phase: Phase, step: Step) -> AddPhase:
    """Return the command that puts a new phase with one step after the current one."""
    ids = [other.id for other in session.document.phases]
    current = find_current_phase(session)
    index = ids.index(current) + 1 if current in ids else None
    return AddPhase(phase, (step,), index)


def move_to_new_step(session: DocumentSession, cards: Sequence[str], step: Step) -> None:
    """Put the given cards of the current card's step into a new step after it."""
    facts, own = session.facts, find_current_step(session)
    if own is not None:
        moved = tuple(card for card in cards if facts.cards[card].step == own)
        session.execute(SplitStep(own, step, moved), Selection(moved))


def hide_lanes(session: DocumentSession, lanes: Sequence[str]) -> None:
    session.execute(SetField(tuple(lanes), "hidden", value=True), Selection())


def show_all_lanes(session: DocumentSession) -> None:
    """Show the hidden lanes, and select them so that they are seen to have come."""
    hidden = tuple(lane.id for lane in session.document.lanes if lane.hidden)
    if hidden:
        session.execute(SetField(hidden, "hidden", value=False), Selection(hidden))
