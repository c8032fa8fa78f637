"""Appends objects to a finished PDF: an update with object streams (ISO 32000-1, 7.5.6 to 7.5.8).

A structure tree has more objects than all the rest of a poster, and most of them differ in a few
digits only. Such stand below each other in rows of one length, and each row is told by its
difference to the row above (predictor 12): that takes a third of the room.
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from itertools import accumulate
from typing import NamedTuple

_LEVEL = 7
_ENTRY = struct.Struct(">BIH")
_FIELD_BYTES = (1, 4, 2)
"""An entry of the cross-reference stream: its kind and two numbers."""

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
    batches: Sequence[ObjectBatch],
    side: Executor,
    streams: Sequence[PackedStream] = (),
) -> bytes:
    """Return the file with objects added, or put in the place of those with the same number.

    ``side`` packs, which does not hold the interpreter.
    """
    first = max(end.size, *(max(batch.numbers) + 1 for batch in batches))
    packed = [_pack(batch, number, side) for number, batch in enumerate(batches, first)]
    out = bytearray(file)
    # A row of the cross-reference stream for each object.
    entries: dict[int, str] = {}
    for stream in (*streams, *packed):
        entries[stream.number] = _write_entry(_IN_FILE, len(out), 0)
        _add_stream(out, stream.number, stream.entries, stream.data.result())
    for number, batch in enumerate(batches, first):
        for index, item in enumerate(batch.numbers):
            entries[item] = _write_entry(_IN_STREAM, number, index)
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


def _pack(batch: ObjectBatch, number: int, side: Executor) -> PackedStream:
    """Return the objects as a stream with this number."""
    numbers, texts, columns, are_alike = batch
    how = ""
    if columns:
        bodies, lengths = _fill_rows(texts, columns)
        heads, _ = _fill_rows(_list_places(numbers, lengths), columns)
        first = len(heads) * columns
        if are_alike:
            data = _tell_differences(heads + bodies)
        else:
            data = _tell_differences(heads) + _join_rows(bodies)
        how = f"/DecodeParms<</Predictor 12/Columns {columns}>>"
    else:
        head = "".join(_list_places(numbers, [len(text) + 1 for text in texts]))
        first = len(head) + 1
        data = "\n".join([head, *texts]).encode("latin-1")
    kind = f"/Type /ObjStm /N {len(numbers)} /First {first}{how}"
    return PackedStream(number, side.submit(zlib.compress, data, _LEVEL), kind)


def _list_places(numbers: Sequence[int], lengths: Sequence[int]) -> list[str]:
    starts = accumulate(lengths, initial=0)
    return [f"{number} {start} " for number, start in zip(numbers, starts, strict=False)]


def _fill_rows(texts: Sequence[str], columns: int) -> tuple[list[str], list[int]]:
    """Return rows that are as long as ``columns``, and how much of them each text fills."""
    if max(map(len, texts)) <= columns:
        return [text.ljust(columns) for text in texts], [columns] * len(texts)
    rows: list[str] = []
    lengths = []
    for text in texts:
        starts = range(0, len(text), columns)
        rows += [text[start : start + columns].ljust(columns) for start in starts]
        lengths.append(len(starts) * columns)
    return rows, lengths


def _join_rows(rows: Sequence[str]) -> bytes:
    """Return rows as they are, each with the number of that PNG filter before it."""
    sign = chr(_AS_IT_IS)
    return f"{sign}{sign.join(rows)}".encode("latin-1")


def _tell_differences(rows: Sequence[str]) -> bytes:
    """Return rows of which each byte is the difference to the byte above it, modulo 256.

    All bytes at once, as one large number: the highest bit of each is kept out of the subtraction,
    so that none borrows from its neighbour, and put right afterwards.
    """
    here = _join_rows(rows)
    length = len(here) // len(rows)
    above = bytes(length) + here[:-length]
    high = int.from_bytes(b"\x80" * len(here))
    a, b = int.from_bytes(here), int.from_bytes(above)
    found = ((a | high) - (b & ~high)) ^ ((a ^ b ^ high) & high)
    signs = int.from_bytes((bytes((_UP,)) + bytes(length - 1)) * len(rows))
    return (found | signs).to_bytes(len(here))


def _add_cross_references(out: bytearray, end: FileEnd, entries: Mapping[int, str]) -> None:
    start = len(out)
    identity = hashlib.sha256(out[end.cross_references :]).digest()[: len(end.identity)]
    numbers = sorted(entries)
    sections = [numbers[0], 0]
    for number in numbers:
        if number != sections[-2] + sections[-1]:
            sections += [number, 0]
        sections[-1] += 1
    rows = [entries[number] for number in numbers]
    number = numbers[-1]
    _add_stream(
        out,
        number,
        f"/Type /XRef /Size {number + 1} /W [{' '.join(map(str, _FIELD_BYTES))}]"
        f" /Index [{' '.join(map(str, sections))}]"
        f" /DecodeParms <</Predictor 12 /Columns {_ENTRY.size}>>"
        f" /Root {end.root} 0 R /Info {end.information} 0 R /Prev {end.cross_references}"
        f" /ID [<{end.identity.hex()}> <{identity.hex()}>]",
        zlib.compress(_tell_differences(rows)),
    )
    out += b"startxref\n%d\n%%%%EOF\n" % start


def _add_stream(out: bytearray, number: int, entries: str, packed: bytes) -> None:
    head = f"{number} 0 obj\n<<{entries}/Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    out += head.encode("ascii") + packed + b"\r\nendstream\nendobj\n"
