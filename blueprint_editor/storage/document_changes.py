"""A document told by what differs from another: small to write, applied to raw JSON.

Records that are the same object are named by their place in the base, so that one edit of two
thousand cards is one card; what is read back goes through the checked loader like any file.
"""

import operator
from collections.abc import Sequence
from typing import Any

from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document
from blueprint_editor.storage.private_files import BrokenRecordError

_MOST_RECORDS = 500_000
"""In one collection; the format's own limits are lower and are judged by the loader."""


def describe_changes(base: Document, now: Document) -> dict[str, Any]:
    """Return what makes ``now`` of ``base``, as a JSON value.

    ``fields`` holds the document's own fields that differ, ``absent`` those that have their default
    again, ``lists`` the collections: each a list of records and of ``[first, count]`` for so many
    records of the base.
    """
    fields: list[str] = []
    lists: dict[str, list[Any]] = {}
    for name in type(now).model_fields:
        old, new = getattr(base, name), getattr(now, name)
        if old is new:
            continue
        if name in COLLECTIONS:
            runs = _describe_list(old, new)
            if runs != [[0, len(old)]]:
                lists[name] = runs
        elif old != new:
            fields.append(name)
    dumped = now.model_dump(mode="json", include=set(fields), exclude_defaults=True)
    absent = [name for name in fields if name not in dumped]
    return {"fields": dumped, "absent": absent, "lists": lists}


def _describe_list(old: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    """Return the runs of ``new``; equal ends are found at the speed of C."""
    head = _count_same(old, new)
    tail = min(_count_same(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    places = {id(record): place for place, record in enumerate(old[head : len(old) - tail], head)}
    runs: list[Any] = [[0, head]] if head else []
    for record in new[head : len(new) - tail]:
        place = places.get(id(record))
        last = runs[-1] if runs else None
        if place is None:
            runs.append(record.model_dump(mode="json", exclude_defaults=True))
        elif isinstance(last, list) and sum(last) == place:
            last[1] += 1
        else:
            runs.append([place, 1])
    if tail:
        runs.append([len(old) - tail, tail])
    return runs


def _count_same(old: Sequence[Any], new: Sequence[Any]) -> int:
    """Return how many records from the start are the same object in both."""
    same = list(map(operator.is_, old, new))
    return same.index(False) if False in same else len(same)


def apply_changes(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return the raw document that ``changes`` make of the raw document ``base``.

    Raises:
        BrokenRecordError: the changes are not of the shape that was written.
    """
    fields, absent, lists = (changes.get(name) for name in ("fields", "absent", "lists"))
    if not isinstance(fields, dict) or not isinstance(absent, list) or not isinstance(lists, dict):
        raise BrokenRecordError("the changes are not as they were written")
    document = {name: value for name, value in base.items() if name not in absent}
    document.update(fields)
    for name, runs in lists.items():
        document[name] = _apply_runs(base.get(name, []), runs)
    return document


def _apply_runs(old: Any, runs: Any) -> list[Any]:
    if not isinstance(runs, list) or not isinstance(old, list):
        raise BrokenRecordError("a list of the changes is not as it was written")
    records: list[Any] = []
    for run in runs:
        if isinstance(run, list):
            first, count = _check_run(run, len(old))
            records.extend(old[first : first + count])
        else:
            records.append(run)
        if len(records) > _MOST_RECORDS:
            raise BrokenRecordError("the changes make more records than a document holds")
    return records


def _check_run(run: list[Any], most: int) -> tuple[int, int]:
    if len(run) != 2 or not all(type(number) is int and number >= 0 for number in run):
        raise BrokenRecordError("a run of the changes is not as it was written")
    first, count = run
    if first + count > most:
        raise BrokenRecordError("a run of the changes ends beyond the base")
    return first, count
