"""Reuse of earlier results: records never change, so a kept result is never stale."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


class ReuseCache:
    """One result for each key, kept with the inputs that it was made from.

    Inputs are compared as tuples, which looks at identity first: unchanged records cost no look
    into their fields. Bounded by use: what two rounds in a row did not ask for is dropped.
    """

    def __init__(self) -> None:
        self._stages: dict[Hashable, ReuseCache] = {}
        self._young: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._old: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def begin_round(self) -> None:
        """Start a layout: results of the last round stay at hand, older ones go."""
        self._old = self._young
        self._young = {}

    def reuse(
        self,
        key: Hashable,
        inputs: tuple[Any, ...],
        make: Callable[[*Arguments], Result],
        *arguments: *Arguments,
    ) -> Result:
        """Return the kept result of ``key`` if its inputs are the same, or make and keep it."""
        entry = self._old.get(key)
        if entry is None or entry[0] != inputs:
            entry = self._young.get(key)
            if entry is None or entry[0] != inputs:
                entry = (inputs, make(*arguments))
        self._young[key] = entry
        result: Result = entry[1]
        return result

    def reuse_stage(
        self,
        key: Hashable,
        inputs: tuple[Any, ...],
        make: Callable[["ReuseCache", *Arguments], Result],
        *arguments: *Arguments,
    ) -> Result:
        """Do the same for a result of many pieces: ``make`` gets a cache of its own for them.

        So the pieces are still at hand when the whole, kept for many rounds, must be made again.
        """
        return self.reuse(key, inputs, self._make_stage, key, make, *arguments)

    def _make_stage(
        self,
        key: Hashable,
        make: Callable[["ReuseCache", *Arguments], Result],
        *arguments: *Arguments,
    ) -> Result:
        stage = self._stages.setdefault(key, ReuseCache())
        stage.begin_round()
        return make(stage, *arguments)
