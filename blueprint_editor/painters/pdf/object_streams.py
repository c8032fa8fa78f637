"""Appends objects to a finished PDF: an update with object streams (ISO 32000-1, 7.5.6 to 7.5.8).

A structure tree has more objects than all the rest of a poster, and most of them differ in a few
digits only. Such stand below each other in rows of one length, and each row is told by its
difference to the row above (predictor 12): that takes a third of the room.
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence
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


class NumberedObject(NamedTuple):
    """An object as it stands in a file, each character a byte."""

    number: int
    text: str


class ObjectBatch(NamedTuple):
    """Objects that share a stream.

    Attributes:
        columns: each object fills rows of this length; 0 = they stand one behind the other.
        are_alike: rows are told by their difference to the one above.
    """

    objects: Sequence[NumberedObject]
    columns: int = 0
    are_alike: bool = False


class _Entry(NamedTuple):
    number: int
    kind: int
    first: int
    second: int


class PackedStream(NamedTuple):
    """A stream that is packed already (FlateDecode)."""

    number: int
    data: bytes


def append_objects(
    file: bytes,
    end: FileEnd,
    batches: Sequence[ObjectBatch],
    streams: Sequence[PackedStream] = (),
) -> bytes:
    """Return the file with objects added, or put in the place of those with the same number."""
    out = bytearray(file)
    entries: list[_Entry] = []
    for stream in streams:
        entries.append(_Entry(stream.number, _IN_FILE, len(out), 0))
        _add_stream(out, stream.number, "", stream.data)
    highest = max(item.number for batch in batches for item in batch.objects)
    for number, batch in enumerate(batches, max(end.size, highest + 1)):
        entries += [
            _Entry(item.number, _IN_STREAM, number, i) for i, item in enumerate(batch.objects)
        ]
        entries.append(_Entry(number, _IN_FILE, len(out), 0))
        _add_objects(out, number, batch)
    number = entries[-1].number + 1
    # qpdf 12 takes a file with fewer than three bytes an object for damaged; a comment fills it up.
    # ``tests/painters/pdf/test_object_streams.py`` shows whether this is still needed.
    if missing := max(0, _LEAST_BYTES * (number + 1) - len(out)):
        out += b"%" + b" " * missing + b"\n"
    entries.append(_Entry(number, _IN_FILE, len(out), 0))
    _add_cross_references(out, end, sorted(entries))
    return bytes(out)


def _add_objects(out: bytearray, number: int, batch: ObjectBatch) -> None:
    objects, columns, are_alike = batch
    if columns:
        texts = [_fill_rows(item.text, columns) for item in objects]
        places = [_fill_rows(place, columns) for place in _list_places(objects, texts)]
        head, body = "".join(places), "".join(texts)
        if are_alike:
            data = _tell_differences(f"{head}{body}", columns)
        else:
            data = _tell_differences(head, columns) + _cut_rows(body, columns)
        how = f"/DecodeParms<</Predictor 12/Columns {columns}>>"
    else:
        texts = [f"{item.text}\n" for item in objects]
        head = "".join(_list_places(objects, texts))
        data = f"{head}{''.join(texts)}".encode("latin-1")
        how = ""
    kind = f"/Type /ObjStm /N {len(objects)} /First {len(head)}{how}"
    _add_stream(out, number, kind, zlib.compress(data, _LEVEL))


def _list_places(objects: Sequence[NumberedObject], texts: Sequence[str]) -> list[str]:
    starts = accumulate(map(len, texts), initial=0)
    return [f"{item.number} {start} " for item, start in zip(objects, starts, strict=False)]


def _fill_rows(text: str, columns: int) -> str:
    return text.ljust(-(-len(text) // columns) * columns)


def _cut_rows(text: str, columns: int) -> bytes:
    """Return rows as they are, each with the number of that PNG filter before it."""
    sign = chr(_AS_IT_IS)
    rows = range(0, len(text), columns)
    return "".join([f"{sign}{text[start : start + columns]}" for start in rows]).encode("latin-1")


def _tell_differences(text: str, columns: int) -> bytes:
    """Return rows of which each byte is the difference to the byte above it, modulo 256.

    All bytes at once, as one large number: the highest bit of each is kept out of the subtraction,
    so that none borrows from its neighbour, and put right afterwards.
    """
    here = _cut_rows(text, columns)
    above = bytes(columns + 1) + here[: -columns - 1]
    high = int.from_bytes(b"\x80" * len(here))
    a, b = int.from_bytes(here), int.from_bytes(above)
    found = ((a | high) - (b & ~high)) ^ ((a ^ b ^ high) & high)
    signs = int.from_bytes((bytes((_UP,)) + bytes(columns)) * (len(here) // (columns + 1)))
    return (found | signs).to_bytes(len(here))


def _add_cross_references(out: bytearray, end: FileEnd, entries: Sequence[_Entry]) -> None:
    start = len(out)
    identity = hashlib.sha256(out[end.cross_references :]).digest()[: len(end.identity)]
    sections = [entries[0].number, 0]
    for entry in entries:
        if entry.number != sections[-2] + sections[-1]:
            sections += [entry.number, 0]
        sections[-1] += 1
    number = entries[-1].number
    rows = b"".join(_ENTRY.pack(*entry[1:]) for entry in entries).decode("latin-1")
    _add_stream(
        out,
        number,
        f"/Type /XRef /Size {number + 1} /W [{' '.join(map(str, _FIELD_BYTES))}]"
        f" /Index [{' '.join(map(str, sections))}]"
        f" /DecodeParms <</Predictor 12 /Columns {_ENTRY.size}>>"
        f" /Root {end.root} 0 R /Info {end.information} 0 R /Prev {end.cross_references}"
        f" /ID [<{end.identity.hex()}> <{identity.hex()}>]",
        zlib.compress(_tell_differences(rows, _ENTRY.size)),
    )
    out += b"startxref\n%d\n%%%%EOF\n" % start


def _add_stream(out: bytearray, number: int, entries: str, packed: bytes) -> None:
    head = f"{number} 0 obj\n<<{entries}/Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    out += head.encode("ascii") + packed + b"\r\nendstream\nendobj\n"
