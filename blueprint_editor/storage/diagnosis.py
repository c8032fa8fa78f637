"""Everything that is wrong with a raw file, in its own order, with bounded work.

Records are judged one by one. What breaks a rule is replaced by something harmless, so that the
rules between records can be judged as well, and a person sees all faults at once.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from annotated_types import MaxLen
from pydantic import ValidationError

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import Problem
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.record import Record
from blueprint_editor.storage.raw_json import add_to_pointer
from blueprint_editor.storage.wording import tell_problems

MAX_PROBLEMS = 1000
"""More are not listed; nobody mends so many by hand."""
_MOST_FAULTS_AT_ONCE = 2000
_LONGEST_LIST = 10_000
"""Of plain values; lists of records have limits of their own."""
_LONGEST_RECORD_LIST = 100_000
_TOKEN = "placeholder-for-what-is-wrong"  # noqa: S105 - no password
_CANDIDATES: tuple[Any, ...] = (_TOKEN, "en", "tel:0", "2000-01-01", 1, 10.0, [], {})


class _Parts(NamedTuple):
    """The fields of a record type that hold other records, one or many, and their types."""

    single: dict[str, type[Record]]
    many: dict[str, type[Record]]


def list_problems(
    raw: dict[str, Any],
    envelope: type[Record],
    found: tuple[Problem, ...],
    read_document: Callable[[Any], Document],
) -> tuple[Problem, ...]:
    """Return all problems of a raw envelope, those ``found`` already included.

    ``read_document`` takes the document out of a sound envelope.
    """
    doctor = _Doctor(found)
    sound = doctor.check(envelope, raw, "")
    if not doctor.is_full:
        document = read_document(envelope.model_validate_json(json.dumps(sound)))
        doctor.add(p for p in find_problems(document) if _TOKEN not in p.message)
    return _cut(_sort(raw, doctor.problems))


def _cut(problems: list[Problem]) -> tuple[Problem, ...]:
    if len(problems) <= MAX_PROBLEMS:
        return tuple(problems)
    return (*problems[:MAX_PROBLEMS], Problem("", f"only the first {MAX_PROBLEMS} are listed"))


class _Doctor:
    """Collects problems and makes a sound copy of what it looks at."""

    def __init__(self, found: tuple[Problem, ...]) -> None:
        self.problems = list(found)
        self._known = {problem.pointer for problem in found}
        self._numbers = count(1)

    @property
    def is_full(self) -> bool:
        return len(self.problems) > MAX_PROBLEMS

    def add(self, problems: Iterator[Problem] | tuple[Problem, ...]) -> None:
        """Add problems, but none for a place that has an earlier one from the text itself."""
        self.problems.extend(p for p in problems if p.pointer not in self._known)

    def check(self, record_type: type[Record], raw: Any, pointer: str) -> dict[str, Any]:
        """Judge a raw record and return one of the same shape without faults."""
        if not isinstance(raw, dict):
            self.add((Problem(pointer, "must be an object"),))
            return self._replace(record_type)
        parts = _find_parts(record_type)
        shell: dict[str, Any] = {}
        sound: dict[str, Any] = {}
        for name, value in raw.items():
            place = add_to_pointer(pointer, name)
            if name in parts.single and isinstance(value, dict):
                sound[name] = self.check(parts.single[name], value, place)
            elif name in parts.many and isinstance(value, list):
                most = _find_limit(record_type, name)
                part = parts.many[name]
                sound[name] = list(self._check_all(part, value, place, most))
            elif isinstance(value, list) and len(value) > _LONGEST_LIST:
                self.add((Problem(place, f"holds more than {_LONGEST_LIST} items"),))
            else:
                shell[name] = value
        stand_ins = {name: self._stand_in(record_type, name) for name in sound}
        return self._mend(record_type, shell | stand_ins, pointer) | sound

    def _check_all(
        self, record_type: type[Record], raw: list[Any], pointer: str, most: int
    ) -> Iterator[dict[str, Any]]:
        if len(raw) > most:
            self.add((Problem(pointer, f"holds more than {most} items"),))
        for index, item in enumerate(raw[:most]):
            if self.is_full:
                return
            yield self.check(record_type, item, f"{pointer}/{index}")

    def _mend(self, record_type: type[Record], raw: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Tell the faults of a record's own fields and return the record without them."""
        try:
            record_type.model_validate_json(json.dumps(raw))
        except ValidationError as error:
            if error.error_count() > _MOST_FAULTS_AT_ONCE:
                self.add((Problem(pointer, "has too many faults to list them"),))
                return self._replace(record_type)
            self.add(tell_problems(error, pointer))
            wrong = {detail["loc"][0] for detail in error.errors(include_url=False)}
            return self._replace(record_type) | {k: v for k, v in raw.items() if k not in wrong}
        return raw

    def _replace(self, record_type: type[Record]) -> dict[str, Any]:
        """Return the least sound record, with an id of its own."""
        return {
            name: self._stand_in(record_type, name)
            for name, field in record_type.model_fields.items()
            if field.is_required()
        }

    def _stand_in(self, record_type: type[Record], name: str) -> Any:
        if name == "id":
            return f"{_TOKEN}-{next(self._numbers)}"
        parts = _find_parts(record_type)
        if name in parts.single:
            return self._replace(parts.single[name])
        return [] if name in parts.many else _find_candidate(record_type, name)


@cache
def _find_parts(record_type: type[Record]) -> _Parts:
    parts = _Parts({}, {})
    for name, hint in get_type_hints(record_type).items():
        if name not in record_type.model_fields:
            continue
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and not get_origin(part) and issubclass(part, Record):
                (parts.many if get_origin(hint) is tuple else parts.single)[name] = part
    return parts


@cache
def _find_limit(record_type: type[Record], name: str) -> int:
    metadata = record_type.model_fields[name].metadata
    return next((m.max_length for m in metadata if isinstance(m, MaxLen)), _LONGEST_RECORD_LIST)


@cache
def _find_candidate(record_type: type[Record], name: str) -> Any:
    """Return a value that the rules of one field allow."""
    hint = get_type_hints(record_type)[name]
    candidates = (*_CANDIDATES, *(arg for arg in get_args(hint) if isinstance(arg, str | int)))
    for candidate in candidates:
        try:
            record_type.model_validate_json(json.dumps({name: candidate}))
        except ValidationError as error:
            if any(detail["loc"][0] == name for detail in error.errors(include_url=False)):
                continue
        return candidate
    raise LookupError(name)


def _sort(raw: Any, problems: list[Problem]) -> list[Problem]:
    """Put problems into the order in which their places stand in the file."""
    orders: dict[int, dict[str, int]] = {}

    def find_place(problem: Problem) -> list[int]:
        place: list[int] = []
        holder = raw
        for part in problem.pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(holder, dict):
                order = orders.setdefault(id(holder), {k: i for i, k in enumerate(holder)})
                place.append(order.get(key, len(order)))
                holder = holder.get(key)
            elif isinstance(holder, list) and key.isdecimal() and int(key) < len(holder):
                place.append(int(key))
                holder = holder[int(key)]
        return place

    return sorted(problems, key=find_place)
