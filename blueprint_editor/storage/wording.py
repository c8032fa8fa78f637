"""What is wrong with a value, said in one plain English line instead of the validator's words."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from blueprint_editor.model.errors import Problem
from blueprint_editor.model.record import COLOUR_PATTERN, ID_PATTERN
from blueprint_editor.storage.raw_json import add_to_pointer, quote

Location = tuple[str | int, ...]
Context = Mapping[str, Any]


def _tell_number(limit: float) -> str:
    return str(int(limit)) if limit == int(limit) else str(limit)


_PLAIN: dict[str, str] = {
    "string_type": "must be text",
    "string_unicode": "holds half a surrogate pair",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "is not a finite number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "dict_type": "must be an object",
    "mapping_type": "must be an object",
}

_PATTERNS: dict[str, str] = {
    ID_PATTERN: 'is not an id (a letter, then up to 63 letters, digits, "-" or "_")',
    COLOUR_PATTERN: "is not a colour such as #1A2B3C",
    r"^\d{4}-\d{2}-\d{2}$": "is not a date such as 2026-11-22",
    r"^\d{4}-\d{2}-\d{2}": "is not a date and time such as 2026-11-22T14:30:00+02:00",
}

_WITH_LIMIT: dict[str, Callable[[Context], str]] = {
    "greater_than_equal": lambda c: f"must be at least {_tell_number(c['ge'])}",
    "less_than_equal": lambda c: f"must be at most {_tell_number(c['le'])}",
    "greater_than": lambda c: f"must be more than {_tell_number(c['gt'])}",
    "less_than": lambda c: f"must be less than {_tell_number(c['lt'])}",
    "string_too_long": lambda c: f"is longer than {c['max_length']} characters",
    "too_long": lambda c: f"holds more than {c['max_length']} items",
}


def tell_problems(error: ValidationError, prefix: str = "") -> tuple[Problem, ...]:
    """Turn a validator's findings into problems, each place once, pointers below ``prefix``."""
    found: dict[str, Problem] = {}
    for detail in error.errors(include_url=False):
        problem = _tell(detail["type"], detail["loc"], detail["input"], detail.get("ctx", {}))
        key = f"{problem.pointer} {detail['loc'][-1:]}"
        found.setdefault(key, Problem(prefix + problem.pointer, problem.message))
    return tuple(found.values())


def _tell(kind: str, location: Location, value: object, context: Context) -> Problem:
    pointer = make_pointer(location)
    if kind == "missing":
        return Problem(make_pointer(location[:-1]), f"the field {quote(location[-1])} is missing")
    if kind == "extra_forbidden":
        return Problem(pointer, f"unknown field {quote(location[-1])}")
    return Problem(pointer, _tell_value(kind, location, value, context))


def _tell_value(kind: str, location: Location, value: object, context: Context) -> str:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _WITH_LIMIT:
        return _WITH_LIMIT[kind](context)
    if kind == "literal_error":
        return _tell_choice(location, value, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        wrong = _PATTERNS.get(context["pattern"], "is not a language tag such as fi or sv-FI")
        return f"{quote(value)} {wrong}"
    if kind == "value_error":
        return _tell_rule(value, str(context["error"]))
    return f"is not valid: {quote(value)}"


def _tell_choice(location: Location, value: object, expected: str) -> str:
    choices = ", ".join(re.findall(r"'([^']*)'", expected))
    names = [part for part in location if isinstance(part, str)]
    name = names[-1].replace("_", " ") if names else "value"
    if location and isinstance(location[-1], int):
        name = name.removesuffix("s")
    if not isinstance(value, str):
        return f"must be one of: {choices}"
    return f"unknown {name} {quote(value)} (one of: {choices})"


def _tell_rule(value: object, message: str) -> str:
    if message.startswith("holds"):
        return message
    if message.startswith("is "):
        return f"{quote(value)} {message}"
    return f"{quote(value)} is not a date of the calendar"


def make_pointer(location: Location) -> str:
    """Return the JSON pointer of a validator's location; a mapping's key points at its value."""
    pointer = ""
    for part in location:
        if part != "[key]":
            pointer = add_to_pointer(pointer, part)
    return pointer
