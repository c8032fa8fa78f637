"""What is wrong with a value that the format forbids, as a fixed word with its limits."""

from pydantic import ValidationError

from blueprint_editor.commands.command import Fault
from blueprint_editor.model.record import COLOUR_PATTERN, LANGUAGE_PATTERN, ValueFault

_LIMITS = {
    "string_too_long": ("too_long", "max_length"),
    "too_long": ("too_long", "max_length"),
    "greater_than": ("not_above", "gt"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than": ("too_large", "lt"),
    "less_than_equal": ("too_large", "le"),
}


def find_fault(error: ValidationError) -> Fault:
    """Return the first fault of a value."""
    first = error.errors(include_url=False, include_input=False)[0]
    context = first.get("ctx", {})
    kind = first["type"]
    if kind in _LIMITS:
        word, name = _LIMITS[kind]
        return Fault(word, context.get(name))
    if kind == "value_error":
        cause = context.get("error")
        return Fault(cause.kind if isinstance(cause, ValueFault) else "date")
    if kind == "string_pattern_mismatch":
        return Fault(_PATTERNS.get(context.get("pattern", ""), "pattern"))
    return Fault("type")


_PATTERNS = {
    COLOUR_PATTERN: "colour",
    LANGUAGE_PATTERN: "language",
    r"^\d{4}-\d{2}-\d{2}$": "date",
    r"^\d{4}-\d{2}-\d{2}": "date",
}
