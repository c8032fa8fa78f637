"""The texts of a record by field path, as translations and find-and-replace name them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from blueprint_editor.model.record import Record, Text

_NOT_PROSE = frozenset({"poster", "base"})
"""Fields whose texts are settings and file names, not words for a reader."""


def iter_texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (field path, text) of every text field, empty ones included, in field order.

    A path joins field names and positions with dots: ``name``, ``value.social``, ``groups.0``.
    Records with an id of their own (links, barriers) are not entered.
    """
    texts, lists, nested = _sort_fields(type(record))
    for name in texts:
        yield name, getattr(record, name)
    for name in lists:
        for index, text in enumerate(getattr(record, name)):
            yield f"{name}.{index}", text
    for name in nested:
        for prefix, part in _iter_parts(name, getattr(record, name)):
            for path, text in iter_texts(part):
                yield f"{prefix}.{path}", text


def _iter_parts(name: str, value: Any) -> Iterator[tuple[str, Record]]:
    if isinstance(value, Record):
        yield name, value
    elif value is not None:
        for index, part in enumerate(value):
            yield f"{name}.{index}", part


@cache
def _sort_fields(
    record_type: type[Record],
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the names of fields with a text, a list of texts, and records without an id."""
    hints = get_type_hints(record_type, include_extras=True)
    names = tuple(name for name in record_type.model_fields if name not in _NOT_PROSE)
    return (
        tuple(name for name in names if hints[name] == Text),
        tuple(name for name in names if hints[name] == tuple[Text, ...]),
        tuple(name for name in names if _is_part(hints[name])),
    )


def _is_part(hint: Any) -> bool:
    """Tell whether a field's type is a record without an id, perhaps optional or in a tuple."""
    found = next((part for part in (hint, *get_args(hint)) if _is_record(part)), None)
    return found is not None and "id" not in found.model_fields


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and not get_args(hint) and issubclass(hint, Record)
