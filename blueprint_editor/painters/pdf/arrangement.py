"""In which order the elements of a structure tree stand in the file, and which stand together.

Elements of one sort and length differ in a few digits only. In rows below each other, numbered one
after the other and their marked content likewise, they take little room.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple, TypeAlias

from blueprint_editor.painters.pdf.meaning import Element

_ELEMENTS_A_STRETCH = 3_000
"""Of the reading order: a reader that goes on along it needs few streams at a time."""
_FEWEST_IN_ROWS = 40
"""A stream of its own costs 120 bytes."""
_LENGTHS = tuple(20 * 2.5**power for power in range(12))
"""Elements between two of these are rows of one length; the rest of a row is blank."""

_SHORTEST = 20
_REFERENCE = 10
_MARK = 6
_BOUNDS = 45
_ATTRIBUTES = 25
"""About how many characters the parts of an element take."""


_Sort: TypeAlias = tuple[bool, int, int, str]
"""What elements have in common that stand next to each other: whether they hold words, the length
of their rows, how long each is, and its role.

Elements with words are sorted only roughly, for those that stand next to each other in reading
order tell of the same things.
"""


class Batch(NamedTuple):
    """Elements that stand together, in rows or one behind the other.

    Rows are alike where they differ in a few digits only, and hold no words.
    """

    elements: Sequence[Element]
    are_rows: bool = False
    are_alike: bool = False


def arrange(elements: Sequence[Element]) -> Iterator[Batch]:
    """Yield all elements, which come in reading order, in batches."""
    rest = iter(elements)
    while stretch := list(islice(rest, _ELEMENTS_A_STRETCH)):
        yield from _arrange_stretch(stretch)


def _arrange_stretch(elements: Sequence[Element]) -> Iterator[Batch]:
    found: defaultdict[_Sort, list[Element]] = defaultdict(list)
    for element in elements:
        found[_find_sort(element)].append(element)
    others: list[Element] = []
    for (has_words, _), sorts in groupby(sorted(found), key=lambda sort: sort[:2]):
        together = [element for sort in sorts for element in found[sort]]
        if len(together) < _FEWEST_IN_ROWS:
            others += together
        else:
            yield Batch(together, are_rows=True, are_alike=not has_words)
    if others:
        yield Batch(others)


def _find_sort(element: Element) -> _Sort:
    role, _, alt, language, scope, columns, rows = element.tag
    contents = element.contents
    length = _SHORTEST + len(role) + len(alt) + _MARK * len(contents)
    length += (_REFERENCE - _MARK) * list(map(type, contents)).count(Element)
    if element.bounds:
        length += _BOUNDS
    if scope or columns or rows:
        length += _ATTRIBUTES
    row = bisect(_LENGTHS, length)
    return (True, row, 0, "") if alt or language else (False, row, length, role)
