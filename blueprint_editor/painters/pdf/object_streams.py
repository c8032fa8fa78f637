"""Appends objects to a finished PDF: an update with object streams (ISO 32000-1, 7.5.6 to 7.5.8).

A structure tree has more objects than all the rest of a poster, and most of them differ in a few
digits only. Such stand below each other in rows of one length, and each row is told by its
difference to the row above (predictor 12): that takes a third of the room.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from itertools import accumulate, count
from typing import NamedTuple

_LEVEL = 7
_ENTRY = struct.Struct(">BIH")
_FIELD_BYTES = (1, 4, 2)
"""An entry of the cross-reference stream: its kind and two numbers."""

_FEWEST_TO_SHARE = 300
"""Fewer texts take less room below each other."""
_LEAST_BYTES = 3
_IN_FILE, _IN_STREAM = 1, 2
_AS_IT_IS, _UP = 0, 2
"""PNG filters: a row's bytes, or each byte's difference to the one above."""


class FileEnd(NamedTuple):
    """What an update must know about the file before it.

    Attributes:
        size: one more than the highest object number.
        root, information: object numbers.
        identity: the first half of the file's ID.
        cross_references: where the last cross-reference section starts.
    """

    size: int
    root: int
    information: int
    identity: bytes
    cross_references: int


class ObjectBatch(NamedTuple):
    """Objects that share a stream.

    Attributes:
        numbers, texts: of the objects, as they stand in a file, each character a byte.
        columns: each object fills rows of this length; 0 = they stand one behind the other.
        are_alike: rows are told by their difference to the one above.
    """

    numbers: Sequence[int]
    texts: Sequence[str]
    columns: int = 0
    are_alike: bool = False


class PackedStream(NamedTuple):
    """A stream that is packed meanwhile (FlateDecode); ``entries`` are more of its dictionary."""

    number: int
    data: Future[bytes]
    entries: str = ""


def append_objects(
    file: bytes,
    end: FileEnd,
    batches: Iterable[ObjectBatch],
    side: Executor,
    streams: Sequence[PackedStream] = (),
) -> bytes:
    """Return the file with objects added, or put in the place of those with the same number.

    ``side`` packs, which does not hold the interpreter: each batch as soon as it is there.
    """
    first = end.size
    held: list[Sequence[int]] = []
    packs: list[tuple[Future[bytes], str]] = []
    for batch in batches:
        held.append(batch.numbers)
        packs.append(_pack(batch, side))
        first = max(first, max(batch.numbers) + 1)
    packed = [PackedStream(number, *pack) for number, pack in enumerate(packs, first)]
    out = bytearray(file)
    # A row of the cross-reference stream for each object.
    entries: dict[int, str] = {}
    for stream in (*streams, *packed):
        entries[stream.number] = _write_entry(_IN_FILE, len(out), 0)
        _add_stream(out, stream.number, stream.entries, stream.data.result())
    indices = _write_indices(max(map(len, held)))
    for number, objects in enumerate(held, first):
        start = _write_entry(_IN_STREAM, number, 0).removesuffix(indices[0])
        entries.update(zip(objects, map(start.__add__, indices), strict=False))
    number = first + len(packed)
    # qpdf 12 takes a file with fewer than three bytes an object for damaged; a comment fills it up.
    # ``tests/painters/pdf/test_object_streams.py`` shows whether this is still needed.
    if missing := max(0, _LEAST_BYTES * (number + 1) - len(out)):
        out += b"%" + b" " * missing + b"\n"
    entries[number] = _write_entry(_IN_FILE, len(out), 0)
    _add_cross_references(out, end, entries)
    return bytes(out)


def _write_entry(*numbers: int) -> str:
    return _ENTRY.pack(*numbers).decode("latin-1")


def _write_indices(count: int) -> list[str]:
    """Return the ends of entries, from object 0 in a stream on."""
    size = _FIELD_BYTES[-1]
    return [index.to_bytes(size).decode("latin-1") for index in range(count)]


def _pack(batch: ObjectBatch, side: Executor) -> tuple[Future[bytes], str]:
    """Return the objects as the data of a stream, and entries of its dictionary."""
    numbers, texts, columns, are_alike = batch
    how = ""
    if columns:
        bodies, lengths = _fill_rows(texts, columns)
        heads = _share_rows(_list_places(numbers, lengths), columns)
        length = columns + 1
        first = len(heads) // length * columns
        if are_alike:
            data = _tell_differences(heads + bodies, length)
        else:
            data = _tell_differences(heads, length) + bodies
        how = f"/DecodeParms<</Predictor 12/Columns {columns}>>"
    else:
        head = "".join(_list_places(numbers, [len(text) + 1 for text in texts]))
        first = len(head) + 1
        data = "\n".join([head, *texts]).encode("latin-1")
    kind = f"/Type /ObjStm /N {len(numbers)} /First {first}{how}"
    return side.submit(zlib.compress, data, _LEVEL), kind


def _list_places(numbers: Sequence[int], lengths: Sequence[int]) -> list[str]:
    starts = accumulate(lengths, initial=0)
    return [f"{number} {start} " for number, start in zip(numbers, starts, strict=False)]


def _fill_rows(texts: Sequence[str], columns: int) -> tuple[bytes, list[int]]:
    """Return the texts in rows of this length, and how much of them each fills.

    Before each row stands the number of the PNG filter that leaves it as it is.
    """
    lengths = [columns] * len(texts)
    rows = texts
    if max(map(len, texts)) > columns:
        rows, lengths = [], []
        for text in texts:
            starts = range(0, len(text), columns)
            rows += [text[start : start + columns] for start in starts]
            lengths.append(len(starts) * columns)
    # All rows at once, in a third of the time of one after another.
    filled = f"{_AS_IT_IS:c}%-{columns}s" * len(rows) % tuple(rows)
    return filled.encode("latin-1"), lengths


def _share_rows(texts: Sequence[str], columns: int) -> bytes:
    """Return short texts in rows of this length, many of them with as many in each as fit."""
    width = max(map(len, texts))
    many = columns // width
    if many <= 1 or len(texts) < _FEWEST_TO_SHARE:
        return _fill_rows(texts, columns)[0]
    count = -(-len(texts) // many)
    row = f"{_AS_IT_IS:c}{f'%-{width}s' * many}{' ' * (columns - many * width)}"
    blanks = [""] * (count * many - len(texts))
    return (row * count % (*texts, *blanks)).encode("latin-1")


def _tell_differences(here: bytes, length: int) -> bytes:
    """Return rows of which each byte is the difference to the byte above it, modulo 256.

    All bytes at once, as one large number: the highest bit of each is kept out of the subtraction,
    so that none borrows from its neighbour, and put right afterwards.

    Args:
        here: the rows, the number of a PNG filter before each.
        length: of each row, that number included.
    """
    size = len(here)
    a = int.from_bytes(here)
    b = a >> 8 * length
    high = int.from_bytes(b"\x80" * size)
    if here.isascii():
        found = ((a | high) - b) ^ high
    else:
        found = ((a | high) - (b & ~high)) ^ ((a ^ b ^ high) & high)
    rows = bytearray(found.to_bytes(size))
    rows[::length] = bytes((_UP,)) * (size // length)
    return bytes(rows)


def _add_cross_references(out: bytearray, end: FileEnd, entries: Mapping[int, str]) -> None:
    start = len(out)
    identity = hashlib.sha256(out[end.cross_references :]).digest()[: len(end.identity)]
    numbers = sorted(entries)
    rows = [chr(_AS_IT_IS) + entries[number] for number in numbers]
    number = numbers[-1]
    _add_stream(
        out,
        number,
        f"/Type /XRef /Size {number + 1} /W [{' '.join(map(str, _FIELD_BYTES))}]"
        f" /Index [{' '.join(map(str, _find_sections(numbers)))}]"
        f" /DecodeParms <</Predictor 12 /Columns {_ENTRY.size}>>"
        f" /Root {end.root} 0 R /Info {end.information} 0 R /Prev {end.cross_references}"
        f" /ID [<{end.identity.hex()}> <{identity.hex()}>]",
        zlib.compress(_tell_differences("".join(rows).encode("latin-1"), _ENTRY.size + 1)),
    )
    out += b"startxref\n%d\n%%%%EOF\n" % start


def _find_sections(numbers: Sequence[int]) -> list[int]:
    """Return the first number and the count of each stretch without a gap; numbers ascend."""
    found: list[int] = []
    start = 0
    while start < len(numbers):
        first = numbers[start]
        # Most stand in the last stretch.
        if numbers[-1] - first == len(numbers) - 1 - start:
            end = len(numbers)
        else:
            end = next(i for i in count(start + 1) if numbers[i] - first != i - start)
        found += [first, end - start]
        start = end
    return found


def _add_stream(out: bytearray, number: int, entries: str, packed: bytes) -> None:
    head = f"{number} 0 obj\n<<{entries}/Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    out += head.encode("ascii") + packed + b"\r\nendstream\nendobj\n"
