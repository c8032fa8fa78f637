"""Read and write one field of a record by its path, such as ``duration.min`` or ``groups.0``."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import PydanticUndefined

from blueprint_editor.commands.command import CommandRefusedError, InvalidValueError
from blueprint_editor.commands.faults import find_fault
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.record import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


def split_path(path: str) -> tuple[str, ...]:
    """Return the field names and positions of a path."""
    return tuple(path.split("."))


def read_path(record: Record, path: str) -> Any:
    """Return what stands at a path; within an absent part, what it would have when it was made.

    Raises:
        CommandRefusedError: ``unknown_field``: no record of this type has such a field, or a list
            is shorter.
    """
    value: Any = record
    part_type: type[Record] = type(record)
    for name in split_path(path):
        if isinstance(value, tuple):
            value = value[_index(value, name, path)]
        elif name not in part_type.model_fields:
            raise CommandRefusedError("unknown_field", path)
        elif value is None:
            value = _default(part_type, name)
        else:
            value = getattr(value, name)
        part_type = type(value) if isinstance(value, Record) else _part_type(part_type, name)
    return value


def write_path(record: AnyRecord, path: str, value: Any) -> AnyRecord:
    """Return the record with another value at a path; the same record if it has that value.

    A part that is absent is made, and one in which nothing is left becomes absent.

    Raises:
        CommandRefusedError: ``unknown_field``.
        InvalidValueError: the format forbids the value.
    """
    try:
        return _write(record, split_path(path), value, path)
    except ValidationError as error:
        raise InvalidValueError(path, find_fault(error)) from error


def change_record(record: AnyRecord, **values: Any) -> AnyRecord:
    """Return the record with other values of its own fields; itself if it has them already.

    Raises:
        InvalidValueError: the format forbids one of them.
    """
    fields = type(record).model_fields
    kept = {name: getattr(record, name) for name in fields if name not in values}
    made = make_record(type(record), **kept, **values)
    return record if made == record else made


def make_record(record_type: type[AnyRecord], **values: Any) -> AnyRecord:
    """Return a record of a type.

    Raises:
        InvalidValueError: the format forbids a value.
    """
    try:
        return record_type(**values)
    except ValidationError as error:
        path = ".".join(map(str, error.errors()[0]["loc"]))
        raise InvalidValueError(path, find_fault(error)) from error


def _write(record: AnyRecord, names: Sequence[str], value: Any, path: str) -> AnyRecord:
    name, *rest = names
    record_type = type(record)
    if name not in record_type.model_fields:
        raise CommandRefusedError("unknown_field", path)
    old = getattr(record, name)
    new = _write_within(old, _part_type(record_type, name), rest, value, path) if rest else value
    if isinstance(new, Record) and _is_optional(record_type, name) and _is_blank(new):
        new = None
    if new is old or (isinstance(new, bool) is isinstance(old, bool) and new == old):
        return record
    if isinstance(record, DocumentContent):
        return _with_checked(record, name, new)
    return record.changed(**{name: new})


def _with_checked(document: AnyRecord, name: str, value: Any) -> AnyRecord:
    """Check one field of a document only: ``changed`` would make all its collections anew."""
    required = {"id": document.id, "title": document.title, "language": document.language}  # type: ignore[attr-defined]
    checked = type(document)(**(required | {name: value}))
    return document.model_copy(update={name: getattr(checked, name)})


def _write_within(
    part: Any, part_type: type[Record], names: Sequence[str], value: Any, path: str
) -> Any:
    if isinstance(part, tuple):
        index = _index(part, names[0], path)
        inner = names[1:]
        item = _write(part[index], inner, value, path) if inner else value
        return (*part[:index], item, *part[index + 1 :])
    if part is None:
        if part_type is Record or _has_required_fields(part_type):
            raise CommandRefusedError("unknown_field", path)
        part = part_type()
    if not isinstance(part, Record):
        raise CommandRefusedError("unknown_field", path)
    return _write(part, names, value, path)


def _index(items: tuple[Any, ...], name: str, path: str) -> int:
    index = int(name) if name.isascii() and name.isdecimal() else -1
    if not 0 <= index < len(items):
        raise CommandRefusedError("unknown_field", path)
    return index


@cache
def _part_type(record_type: type[Record], name: str) -> type[Record]:
    """Return the type of an optional part, or Record itself where a field holds none."""
    field = record_type.model_fields.get(name)
    hints = (field.annotation, *get_args(field.annotation)) if field is not None else ()
    return next(
        (hint for hint in hints if isinstance(hint, type) and issubclass(hint, Record)), Record
    )


@cache
def _is_optional(record_type: type[Record], name: str) -> bool:
    return type(None) in get_args(record_type.model_fields[name].annotation)


@cache
def _has_required_fields(part_type: type[Record]) -> bool:
    return any(field.is_required() for field in part_type.model_fields.values())


def _default(part_type: type[Record], name: str) -> Any:
    value = part_type.model_fields[name].get_default(call_default_factory=True)
    return None if value is PydanticUndefined else value


def _is_blank(part: Record) -> bool:
    """Tell whether nothing is said in a part."""
    blank = _make_blank(type(part))
    return blank is not None and part == blank


@cache
def _make_blank(part_type: type[Record]) -> Record | None:
    """Return the part with nothing in it; None where a default says something of its own."""
    if _has_required_fields(part_type):
        return None
    made = part_type()
    return None if any(getattr(made, name) for name in part_type.model_fields) else made
