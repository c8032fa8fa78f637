"""Actions that put marks on what is selected, one for each kind."""

from functools import partial

from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.language.texts import msgid
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

    def make_command(text: str) -> AddRecord:
        return AddRecord("marks", Mark(id=mark, target=target, kind=kind, text=text))

    desk.canvas.editing.begin("marks", mark, make_command)


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
