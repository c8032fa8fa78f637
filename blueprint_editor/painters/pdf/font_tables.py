"""TrueType files table by table (OpenType specification): what a PDF needs of them."""

import struct

_DRAWING = frozenset(
    {b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"}
)
"""What a Type 0 font's glyphs are drawn with (ISO 32000-1, 9.9); the PDF itself has the rest."""

_HEADER = struct.Struct(">IHHHH")
_ENTRY = struct.Struct(">4sIII")


def keep_drawing_tables(font: bytes) -> bytes:
    """Return the font without tables that serve shaping and naming."""
    entries = [entry for entry in _read_entries(font) if entry[0] in _DRAWING]
    count = len(entries)
    power = count.bit_length() - 1
    version = _HEADER.unpack_from(font)[0]
    header = _HEADER.pack(version, count, 16 << power, power, 16 * count - (16 << power))
    directory = []
    body = bytearray()
    start = len(header) + _ENTRY.size * count
    for tag, checksum, offset, length in entries:
        directory.append(_ENTRY.pack(tag, checksum, start + len(body), length))
        body += font[offset : offset + length]
        body += bytes(-len(body) % 4)
    return header + b"".join(directory) + bytes(body)


def read_bounds(font: bytes) -> tuple[int, int, int, int]:
    """Return xMin, yMin, xMax, yMax of all glyphs, in font units."""
    head = next(offset for tag, _, offset, _ in _read_entries(font) if tag == b"head")
    x0, y0, x1, y1 = struct.unpack_from(">hhhh", font, head + 36)
    return x0, y0, x1, y1


def _read_entries(font: bytes) -> list[tuple[bytes, int, int, int]]:
    """Return tag, checksum, offset and length of each table."""
    count = _HEADER.unpack_from(font)[1]
    return [_ENTRY.unpack_from(font, _HEADER.size + _ENTRY.size * i) for i in range(count)]
