"""The cyclic garbage collector, tuned for a program whose data hold no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG_OBJECTS = 200_000
"""More than a document of 1,000 cards and its poster take, so that none is looked for while they
come into being. To look through so many holds up the hand for a tenth of a second at most."""


def tune_collector() -> None:
    """Let the collector look rarely: documents and drawings are trees of tuples without cycles.

    Reference counts free them at once; with Python's own thresholds (700 young objects) two thirds
    of the time of composing 2,000 cards went into looking through what can never be garbage.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, 20, 50)


def set_aside() -> None:
    """Let the collector never look at what is there now, which must be what lasts to the end.

    Modules, classes and functions are most of it; a search through those that a document takes
    would hold up its first paint.
    """
    gc.freeze()


@contextmanager
def rest_collector() -> Iterator[None]:
    """Let the collector rest while a command runs, which ends soon, and forget what it leaves.

    The last look alone, when the process ends, would take a tenth of a second.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
