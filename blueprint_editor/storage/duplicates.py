"""Keys that stand twice in one object, found by counting instead of parsing the text again."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

from blueprint_editor.model.record import Record
from blueprint_editor.storage.raw_json import holds_duplicate_keys

_WHITE_SPACE = b" \t\n\r"
_fields_set = attrgetter("__pydantic_fields_set__")


def has_duplicate_keys(text: bytes, record: Record) -> bool:
    """Tell whether an object in a JSON text repeats a key; ``record`` was validated from it.

    No unknown field gets into a record, so that every key of the text has become a field that is
    set or a key of a mapping: more keys in the text than these mean that some stood twice. Without
    white space each key ends with a quotation mark and a colon. An escaped quotation mark before
    a colon looks the same, but can only make the count too high; then the text is parsed.
    """
    squeezed = text.translate(None, _WHITE_SPACE)
    return squeezed.count(b'":') != _count_fields((record,)) and holds_duplicate_keys(text.decode())


def _count_fields(records: Sequence[Record]) -> int:
    """Count the fields that were given, over records of one type and all that stand in them."""
    if not records:
        return 0
    single, many, mappings = _sort_fields(type(records[0]))
    count = sum(map(len, map(_fields_set, records)))
    for name in single:
        count += _count_fields(list(filter(None, map(attrgetter(name), records))))
    for name in many:
        count += _count_fields(list(chain.from_iterable(map(attrgetter(name), records))))
    for name in mappings:
        count += sum(map(_count_keys, map(attrgetter(name), records)))
    return count


def _count_keys(mapping: Any) -> int:
    if not hasattr(mapping, "values"):
        return 0
    return len(mapping) + sum(map(_count_keys, mapping.values()))


@cache
def _sort_fields(record_type: type[Record]) -> tuple[list[str], list[str], list[str]]:
    """Return the names of the fields with a record, with several, and with a mapping."""
    single: list[str] = []
    many: list[str] = []
    mappings: list[str] = []
    for name, hint in get_type_hints(record_type).items():
        if name not in record_type.model_fields:
            continue
        if any(map(_is_record, _iter_hints(hint))):
            (many if get_origin(hint) is tuple else single).append(name)
        elif "Mapping" in str(get_origin(hint)):
            mappings.append(name)
    return single, many, mappings


def _iter_hints(hint: Any) -> Iterable[Any]:
    return (hint, *get_args(hint))


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and not get_origin(hint) and issubclass(hint, Record)
