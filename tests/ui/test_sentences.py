"""Every refusal of the rules has a sentence of its own, or is about something that is gone."""

import ast
from pathlib import Path

import pytest

from blueprint_editor.commands.command import (
    CommandRefusedError,
    Fault,
    InvalidValueError,
    MissingPlacesError,
)
from blueprint_editor.commands.parts import LIMITS
from blueprint_editor.drawing.drawing import Drawing, Tag
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.model.integrity import RULES
from blueprint_editor.sheets.fit_wish import NoSuchPaperError
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.poster_sheet import NoRoomError
from blueprint_editor.ui.sentences import tell_error, tell_refusal

COMMANDS = Path(__file__).parent.parent.parent / "blueprint_editor" / "commands"
GONE = {
    "unknown_record",
    "unknown_field",
    "unknown_picture",
    "id_taken",
    "scattered_steps",
}
"""Reasons that a person meets only where what they worked on was changed under their hands."""


def _find_reasons() -> set[str]:
    found = {rule.name for rule in RULES}
    for path in COMMANDS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id == "CommandRefusedError" and isinstance(first, ast.Constant):
                    found.add(first.value)
    return found


def test_every_refusal_says_why() -> None:
    lost = tell_refusal(CommandRefusedError("unknown_record"))
    silent = {
        reason for reason in _find_reasons() if tell_refusal(CommandRefusedError(reason)) == lost
    }
    assert silent == GONE


def test_limits_are_told() -> None:
    told = {tell_refusal(CommandRefusedError(f"too_many_{name}")) for name in LIMITS}
    assert told == {"The document has as many records of this kind as a file can hold."}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Fault("too_large", 150), "The greatest value here is 150."),
        (Fault("too_small", 0.25), "The least value here is 0.25."),
        (Fault("too_long", 100_000), "At most 100000 characters or items fit here."),
        (Fault("too_large", 1_000_000), "The greatest value here is 1000000."),
        (Fault("type"), "A value of this form does not fit here."),
        (Fault("character"), "The text holds a character that cannot be kept, such as a tab."),
    ],
)
def test_forbidden_value_is_told_with_its_limit(fault: Fault, told: str) -> None:
    assert tell_refusal(InvalidValueError("text", fault)) == told


def test_what_does_not_fit_is_counted() -> None:
    assert tell_refusal(MissingPlacesError(0, 1)).endswith("1 step is missing at the end.")
    assert tell_refusal(MissingPlacesError(2, 1)).endswith("2 lanes are missing below.")


@pytest.mark.parametrize(
    ("refused", "told"),
    [
        (NoRoomError(50.0, Drawing(99, 99, (), Tag("Document"), "", "fi")), "The white edges"),
        (NoSuchPaperError(400.0), "No paper"),
    ],
)
def test_what_a_sheet_refuses_is_told_through_an_export(refused: SheetError, told: str) -> None:
    passed_on = ExportError(str(refused))
    passed_on.__cause__ = refused
    assert tell_error(passed_on) == tell_error(refused)
    assert tell_error(refused).startswith(told)
