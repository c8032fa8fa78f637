"""Appends objects to a finished PDF: an update with object streams (ISO 32000-1, 7.5.6 to 7.5.8).

A structure tree has more objects than all the rest of a poster. Written as text and packed in long
streams they take a fraction of the time, and less room, than one by one through a library.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_OBJECTS_A_STREAM = 2_000
_ENTRY = struct.Struct(">BIH")
_FIELD_BYTES = (1, 4, 2)
"""An entry of the cross-reference stream: its kind and two numbers."""

_IN_FILE, _IN_STREAM = 1, 2
_UP = 2
"""The PNG filter that takes each byte's difference to the row above."""

_ONE_MORE = bytes((_UP, *bytes(_ENTRY.size - 1), 1))


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


class _Entry(NamedTuple):
    number: int
    kind: int
    first: int
    second: int


def append_objects(file: bytes, end: FileEnd, objects: Sequence[NumberedObject]) -> bytes:
    """Return the file with objects added, or put in the place of those with the same number."""
    out = bytearray(file)
    entries: list[_Entry] = []
    free = max(end.size, max(item.number for item in objects) + 1)
    for start in range(0, len(objects), _OBJECTS_A_STREAM):
        packed = objects[start : start + _OBJECTS_A_STREAM]
        entries += [_Entry(item.number, _IN_STREAM, free, i) for i, item in enumerate(packed)]
        entries.append(_Entry(free, _IN_FILE, len(out), 0))
        _add_objects(out, free, packed)
        free += 1
    entries.append(_Entry(free, _IN_FILE, len(out), 0))
    _add_cross_references(out, end, sorted(entries))
    return bytes(out)


def _add_objects(out: bytearray, number: int, objects: Sequence[NumberedObject]) -> None:
    starts = accumulate((len(item.text) + 1 for item in objects), initial=0)
    places = " ".join(
        f"{item.number} {start}" for item, start in zip(objects, starts, strict=False)
    )
    body = "\n".join(item.text for item in objects)
    kind = f"/Type /ObjStm /N {len(objects)} /First {len(places) + 1}"
    _add_stream(out, number, kind, f"{places}\n{body}".encode("latin-1"))


def _add_cross_references(out: bytearray, end: FileEnd, entries: Sequence[_Entry]) -> None:
    start = len(out)
    identity = hashlib.sha256(out[end.cross_references :]).digest()[: len(end.identity)]
    sections = [entries[0].number, 0]
    for entry in entries:
        if entry.number != sections[-2] + sections[-1]:
            sections += [entry.number, 0]
        sections[-1] += 1
    number = entries[-1].number
    _add_stream(
        out,
        number,
        f"/Type /XRef /Size {number + 1} /W [{' '.join(map(str, _FIELD_BYTES))}]"
        f" /Index [{' '.join(map(str, sections))}]"
        f" /DecodeParms <</Predictor 12 /Columns {_ENTRY.size}>>"
        f" /Root {end.root} 0 R /Info {end.information} 0 R /Prev {end.cross_references}"
        f" /ID [<{end.identity.hex()}> <{identity.hex()}>]",
        b"".join(_iter_differences(entries)),
    )
    out += b"startxref\n%d\n%%%%EOF\n" % start


def _iter_differences(entries: Sequence[_Entry]) -> Iterator[bytes]:
    """Yield each row as its difference to the one above: neighbours differ in one place."""
    above = bytes(_ENTRY.size)
    for _, kind, first, second in entries:
        row = _ENTRY.pack(kind, first, second)
        if row[:-1] == above[:-1] and row[-1] == above[-1] + 1:
            yield _ONE_MORE
        else:
            yield bytes((_UP, *((here - up) & 255 for here, up in zip(row, above, strict=True))))
        above = row


def _add_stream(out: bytearray, number: int, entries: str, data: bytes) -> None:
    packed = zlib.compress(data)
    head = f"{number} 0 obj\n<<{entries} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    out += head.encode("ascii") + packed + b"\r\nendstream\nendobj\n"
