"""The cyclic garbage collector, tuned for a program whose data hold no cycles."""

import gc

_YOUNG_OBJECTS = 500_000
"""More than a document of 2,000 cards and its poster take: while they come into being, nothing is
worth a look."""


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
