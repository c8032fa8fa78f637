"""A sentence kept as data: its message id and what fills it, told in the language of then."""

from datetime import date
from typing import NamedTuple, TypeAlias

from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.texts import _, current_language

Value: TypeAlias = "str | int | date | Message | tuple[str | Message, ...]"
"""What fills a place: words of a document, a number, a day, words of the program, or a list."""


class Message(NamedTuple):
    """A text of the program with what fills it; equal ones say the same.

    Attributes:
        text: message id, with a field in braces for each value.
        values: (field, value) pairs.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()


def message(text: str, **values: Value) -> Message:
    """Return the message of a message id and its values."""
    return Message(text, tuple(values.items()))


def tell(told: Message) -> str:
    """Return a message in the language of the program now."""
    return _(told.text).format(**{field: _write(value) for field, value in told.values})


def _write(value: Value) -> str:
    match value:
        case Message():
            return tell(value)
        case tuple():
            return ", ".join(_write(part) for part in value)
        case date():
            return find_terms(current_language()).date(value.isoformat())
        case _:
            return str(value)
