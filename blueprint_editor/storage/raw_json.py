"""JSON text to raw values for those who must tell a person what is wrong; knows no record."""

import json
import math
from collections import Counter
from typing import Any, NamedTuple

from blueprint_editor.model.errors import Problem

MAX_DEPTH = 64
"""Levels of arrays and objects; a document needs about twelve."""

MAX_VALUES = 1_000_000
"""Values in one file, so that a hostile one cannot fill the memory with its problems.

A document of 10,000 cards with all that belongs to them has some 200,000.
"""

_LONGEST_NUMBER = 400
"""Characters; the largest double takes 309 digits."""

_TOO_DEEP = f"is nested deeper than {MAX_DEPTH} levels"

RawPair = tuple[str, Any]


class RawReading(NamedTuple):
    """What a JSON text holds; where ``problems`` stand, the value is patched so as to go on."""

    value: Any
    problems: tuple[Problem, ...]


def has_too_many_values(text: bytes) -> bool:
    """Tell whether there are more commas than values in any document; costs next to nothing."""
    return text.count(b",") > MAX_VALUES


def holds_duplicate_keys(text: str) -> bool:
    """Tell whether any object of a well-formed, not too deep JSON text repeats a key."""
    found = False

    def look(pairs: list[RawPair]) -> None:
        nonlocal found
        if len(pairs) > 1 and len(dict(pairs)) != len(pairs):
            found = True

    json.loads(text, object_pairs_hook=look)
    return found


def read_raw_json(text: str) -> RawReading:
    """Parse any text; every fault becomes a problem, and a text that is no JSON the value None."""
    duplicates: list[tuple[dict[str, Any], str]] = []

    def keep(pairs: list[RawPair]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            counts = Counter(key for key, _ in pairs)
            duplicates.extend((found, key) for key, count in counts.items() if count > 1)
        return found

    try:
        value = json.loads(text, object_pairs_hook=keep, parse_int=_read_whole_number)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return RawReading(None, (Problem("", f"is not JSON at {place}: {error.msg}"),))
    except RecursionError:
        return RawReading(None, (Problem("", _TOO_DEEP),))
    return _patch(value, duplicates)


def quote(value: object, limit: int = 60) -> str:
    """Return the value as JSON on one line of printable characters, cut off when long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def add_to_pointer(pointer: str, key: str | int) -> str:
    """Return the JSON pointer (RFC 6901) of a value's own field or item."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _read_whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else math.inf


def _patch(value: Any, duplicates: list[tuple[dict[str, Any], str]]) -> RawReading:
    """Walk the value without recursion; note and replace what no JSON validator would take."""
    problems: list[Problem] = []
    repeated: dict[int, list[str]] = {}
    for owner, name in duplicates:
        repeated.setdefault(id(owner), []).append(name)
    root = [value]
    todo: list[tuple[Any, str, int]] = [(root, "", 0)]
    while todo:
        holder, pointer, depth = todo.pop()
        for name in repeated.get(id(holder), ()):
            problems.append(Problem(pointer, f"the key {quote(name)} stands more than once"))  # noqa: PERF401 - one of three kinds
        for key, item in _list_items(holder):
            place = pointer if holder is root else add_to_pointer(pointer, _make_encodable(key))
            if isinstance(key, str) and (fault := _find_fault(key)):
                problems.append(Problem(place, f"the key {fault}"))
                holder[_make_encodable(key)] = holder.pop(key)
            elif isinstance(item, dict | list) and depth < MAX_DEPTH:
                todo.append((item, place, depth + 1))
            elif fault := _find_fault(item):
                problems.append(Problem(place, fault))
                holder[key] = _make_encodable(item) if isinstance(item, str) else 0
    return RawReading(root[0], tuple(problems))


def _list_items(holder: Any) -> list[tuple[Any, Any]]:
    return list(holder.items() if isinstance(holder, dict) else enumerate(holder))


def _find_fault(item: Any) -> str:
    if isinstance(item, dict | list):
        return _TOO_DEEP
    if isinstance(item, float) and not math.isfinite(item):
        return "is not a finite number"
    if isinstance(item, str) and not item.isascii():
        try:
            item.encode()
        except UnicodeEncodeError as error:
            return f"holds half a surrogate pair, U+{ord(item[error.start]):04X}"
    return ""


def _make_encodable(key: str | int) -> str | int:
    return key.encode("utf-8", "replace").decode() if isinstance(key, str) else key
