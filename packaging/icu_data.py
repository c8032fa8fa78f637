"""Makes the data of ICU that Qt for Linux brings smaller: 32 MB, most of it words in 700 languages.

The library holds nothing but one package of data, so it can be written anew with fewer items in
it. Kept is what comparing texts and counting time take, in all languages that our fonts can write.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Names of currencies, languages, regions, units and zones, spelt-out numbers, transliteration,
# dictionaries for breaking lines (ours are broken by other means), and converters of other eras.
_LEFT_OUT = re.compile(
    r"^icudt\d+l/(?:curr|lang|region|unit|zone|rbnf|brkitr)/(?!root\.|res_index|pool\.|supplementalData)"
    r"|^icudt\d+l/(?!root\.|res_index|pool|fi|sv|en|nn|no|nb|da)[a-z]{2,3}(?:_\w+)?\.res$"
    r"|^icudt\d+l/coll/(?:zh|ja|ko)\.res$|/translit/|\.cnv$"
)
_PAGE = 0x1000
_LOAD = 1


def trim_library(source: Path, target: Path) -> None:
    """Write the library ``source`` (ELF, 64 bit) to ``target`` with less data.

    Raises:
        ValueError: it is not built as expected.
    """
    elf = bytearray(source.read_bytes())
    table, size, count = _read_header(elf)
    places = [table + size * number for number in range(count)]
    loads = [place for place in places if struct.unpack_from("<I", elf, place)[0] == _LOAD]
    if len(loads) != 2:
        raise ValueError(f"{source}: {len(loads)} segments")
    # offset, address (twice), size in the file and in memory
    begin, _a, _b, length, _m = struct.unpack_from("<5Q", elf, loads[0] + 8)
    rest, _a, _b, rest_length, _m = struct.unpack_from("<5Q", elf, loads[1] + 8)
    if begin != 0 or elf[_PAGE + 2 : _PAGE + 4] != b"\xda\x27":
        raise ValueError(f"{source}: no data where it is expected")
    data = _trim_package(bytes(elf[_PAGE:length]))
    moved = _PAGE + len(data)
    # A segment lies in the file as it does in its page.
    moved += (rest - moved) % _PAGE
    out = elf[:_PAGE] + data
    struct.pack_into("<QQ", out, loads[0] + 32, len(out), len(out))
    out += bytes(moved - len(out)) + elf[rest : rest + rest_length]
    for place in places:
        offset = struct.unpack_from("<Q", out, place + 8)[0]
        if offset >= rest:
            struct.pack_into("<Q", out, place + 8, offset - rest + moved)
    # Sections are for linkers and debuggers; what runs is told by the segments.
    struct.pack_into("<Q", out, 40, 0)
    struct.pack_into("<HHH", out, 58, 0, 0, 0)
    target.write_bytes(out)


def _read_header(elf: bytearray) -> tuple[int, int, int]:
    if elf[:6] != b"\x7fELF\x02\x01":
        raise ValueError("not a 64-bit little-endian library")
    return struct.unpack_from("<Q", elf, 32)[0], *struct.unpack_from("<HH", elf, 54)


def _trim_package(package: bytes) -> bytes:
    (start,) = struct.unpack_from("<H", package)
    kept = [(name, data) for name, data in _read_items(package, start) if not _is_left_out(name)]
    names = b"".join(name + b"\0" for name, _data in kept)
    room = 4 + 8 * len(kept)
    data_at = room + len(names)
    entries, body = bytearray(), bytearray()
    name_at = room
    for name, data in kept:
        body += bytes(-(start + data_at + len(body)) % 16)
        entries += struct.pack("<II", name_at, data_at + len(body))
        name_at += len(name) + 1
        body += data
    return package[:start] + struct.pack("<I", len(kept)) + bytes(entries) + names + bytes(body)


def _read_items(package: bytes, start: int) -> Iterator[tuple[bytes, bytes]]:
    (count,) = struct.unpack_from("<I", package, start)
    table = [struct.unpack_from("<II", package, start + 4 + 8 * n) for n in range(count)]
    ends = [offset for _name, offset in table[1:]] + [len(package) - start]
    for (name_at, data_at), end in zip(table, ends, strict=True):
        name = package[start + name_at : package.index(b"\0", start + name_at)]
        yield name, package[start + data_at : start + end]


def _is_left_out(name: bytes) -> bool:
    return _LEFT_OUT.search(name.decode("ascii")) is not None
