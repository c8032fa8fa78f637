"""In which order the elements of a structure tree stand in the file, and which stand together.

Elements of one sort and length differ in a few digits only. In rows below each other, numbered one
after the other and their marked content likewise, they take little room.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from blueprint_editor.painters.pdf.meaning import Element

_ELEMENTS_A_STRETCH = 3_000
"""Of the reading order: a reader that goes on along it needs few streams at a time."""
_FEWEST_IN_ROWS = 40
"""A stream of its own costs 120 bytes."""
_LONGER = 2.5
"""How much longer than the shortest an element in the same rows may be; the rest is blank."""

_SHORTEST = 20
_REFERENCE = 10
_MARK = 6
_BOUNDS = 45
_ATTRIBUTES = 25
"""About how many characters the parts of an element take."""


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
    others: list[Element] = []
    found: dict[tuple[bool, int], list[tuple[int, Element]]] = {}
    for element in elements:
        length = _estimate_length(element)
        key = has_words(element), int(math.log(length, _LONGER))
        found.setdefault(key, []).append((length, element))
    for (are_words, _), pairs in sorted(found.items()):
        if len(pairs) < _FEWEST_IN_ROWS:
            others += [element for _, element in pairs]
            continue
        if not are_words:
            pairs.sort(key=lambda pair: (pair[0], pair[1].tag.role))
        yield Batch([element for _, element in pairs], are_rows=True, are_alike=not are_words)
    if others:
        yield Batch(others)


def has_words(element: Element) -> bool:
    """Tell whether the element holds a text of its own."""
    return bool(element.tag.alt or element.tag.language)


def _estimate_length(element: Element) -> int:
    tag = element.tag
    length = _SHORTEST + len(tag.role) + len(tag.alt)
    for kid in element.contents:
        length += _REFERENCE if isinstance(kid, Element) else _MARK
    if element.bounds:
        length += _BOUNDS
    if tag.scope or tag.col_span or tag.row_span:
        length += _ATTRIBUTES
    return length
