"""Actions that put marks on what is selected, one for each kind."""

from functools import partial

from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.integrity import PROBLEM_KINDS
from blueprint_editor.model.kinds import MarkKind
from blueprint_editor.model.records import Mark
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.words import MARK_KINDS


def _add_mark(kind: MarkKind, desk: Desk) -> None:
    """Put a mark on the current record and let its text be typed, all as one step."""
    session, target = desk.session, desk.session.selection.current
    if target is None:
        return
    mark = IdMaker().make_id(session.document, "m")
    solves = find_unsolved(session.facts, target) if kind == "solution" else None

    def make_command(text: str) -> AddRecord:
        made = Mark(id=mark, target=target, kind=kind, text=text, solves=solves)
        return AddRecord("marks", made)

    desk.canvas.editing.begin("marks", mark, make_command)


def find_unsolved(facts: DerivedFacts, target: str) -> str | None:
    """Return the problem that a new solution on a record is most likely for.

    The first one without a solution: on the record itself, else on a card of the same step.
    """
    solved = {mark.solves for mark in facts.document.marks}
    card = facts.cards.get(target)
    beside = [] if card is None else [c.id for c in facts.cards.values() if c.step == card.step]
    for place in (target, *beside):
        for mark in facts.marks_of.get(place, ()):
            if mark.kind in PROBLEM_KINDS and mark.id not in solved:
                return mark.id
    return None


def _make_action(kind: MarkKind, text: str) -> ActionSpec:
    return ActionSpec(
        f"mark_{kind}",
        text,
        partial(_add_mark, kind),
        "insert",
        contexts=frozenset({"card", "connector", "phase", "step"}),
        needs_context=True,
        submenu=msgid("&Mark"),
    )


MARK_ACTIONS: tuple[ActionSpec, ...] = tuple(
    _make_action(kind, text)  # type: ignore[arg-type]
    for kind, text in MARK_KINDS.items()
)
