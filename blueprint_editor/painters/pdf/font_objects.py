"""Embedded fonts as PDF objects: Type0 with Identity-H, a subset that keeps its glyph ids."""

import hashlib
import struct
from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.painters.pdf.font_tables import keep_drawing_tables, read_bounds
from blueprint_editor.painters.pdf.glyphs import EmbeddedFont, FontCode

_SYMBOLIC = 4
_MAPPINGS_A_BLOCK = 100
"""A CMap block holds no more (Adobe technical note 5014)."""


def add_font(pdf: pikepdf.Pdf, font: EmbeddedFont) -> pikepdf.Object:
    """Add the font with the glyphs that were shown, and return its dictionary."""
    codes = font.codes()
    subset = font.face.subset({meaning.glyph_id for meaning in codes.values()})
    data = keep_drawing_tables(subset)
    name = Name(f"/{_make_subset_tag(data)}+{font.face.name}")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(_describe(pdf, font, name, data)),
        CIDToGIDMap=_map_glyphs(pdf, codes),
        W=_list_widths(font, codes),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(write_unicode_map(codes)),
        )
    )


def _map_glyphs(pdf: pikepdf.Pdf, codes: Mapping[int, FontCode]) -> pikepdf.Object:
    """Return the way from codes to glyph ids; a table only where some code is not the id."""
    if all(code == meaning.glyph_id for code, meaning in codes.items()):
        return Name.Identity
    table = bytearray(2 * (max(codes) + 1))
    for code, meaning in codes.items():
        struct.pack_into(">H", table, 2 * code, meaning.glyph_id)
    return pdf.make_stream(bytes(table))


def _describe(pdf: pikepdf.Pdf, font: EmbeddedFont, name: Name, data: bytes) -> Dictionary:
    face = font.face
    thousandth = 1000 / face.units_per_em
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array([round(value * thousandth) for value in read_bounds(data)]),
        ItalicAngle=0,
        Ascent=round(face.ascent * thousandth),
        Descent=round(-face.descent * thousandth),
        CapHeight=round(face.cap_height * thousandth),
        StemV=round(50 + (face.key.weight / 65) ** 2),
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )


def _make_subset_tag(data: bytes) -> str:
    """Return the six capitals that tell two subsets of a font apart (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _list_widths(font: EmbeddedFont, codes: Mapping[int, FontCode]) -> Array:
    """Return the widths, neighbouring codes together; codes come in order."""
    neighbourhoods: dict[int, list[float]] = {}
    first = last = -2
    for code, meaning in codes.items():
        if code != last + 1:
            first = code
        last = code
        width = font.width(meaning.glyph_id)
        exact = int(width) if width == int(width) else width
        neighbourhoods.setdefault(first, []).append(exact)
    widths = Array()
    for first, neighbours in neighbourhoods.items():
        widths.append(first)
        widths.append(Array(neighbours))
    return widths


def write_unicode_map(codes: Mapping[int, FontCode]) -> bytes:
    """Return the CMap that turns codes into text (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    pairs = [(code, _write_units(meaning.text)) for code, meaning in codes.items()]
    for start in range(0, len(pairs), _MAPPINGS_A_BLOCK):
        block = pairs[start : start + _MAPPINGS_A_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}> <{units}>" for code, units in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _write_units(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
