"""Reuse of earlier results by identity: records never change, so a kept result is never stale."""

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple, Unpack

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


class ReuseCache:
    """Results by the identity of the objects they were made from and a small hashable key.

    Bounded by use: what two rounds in a row did not ask for is dropped. The objects are kept
    alive beside the result, so an id cannot be taken by another object.
    """

    def __init__(self) -> None:
        self._young: dict[Any, tuple[tuple[Any, ...], Any]] = {}
        self._old: dict[Any, tuple[tuple[Any, ...], Any]] = {}

    def begin_round(self) -> None:
        """Start a layout: results of the last round stay at hand, older ones go."""
        self._old = self._young
        self._young = {}

    def reuse(
        self,
        objects: tuple[Any, ...],
        extra: Any,
        make: Callable[[Unpack[Arguments]], Result],
        *arguments: *Arguments,
    ) -> Result:
        """Return the kept result for the same objects and ``extra``, or make and keep it."""
        key = (extra, *map(id, objects))
        entry = self._young.get(key)
        if entry is None:
            entry = self._old.get(key)
            if entry is None:
                entry = (objects, make(*arguments))
            self._young[key] = entry
        result: Result = entry[1]
        return result
