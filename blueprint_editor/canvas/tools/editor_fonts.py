"""The drawing's faces for Qt's own text editor, under names that no other font has."""

import struct

from PySide6.QtGui import QFont, QFontDatabase

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey

_DIRECTORY_START, _RECORD_SIZE = 12, 16
_WINDOWS, _UNICODE, _AMERICAN = 3, 1, 0x409
_FAMILY, _STYLE, _FULL_NAME, _POSTSCRIPT_NAME = 1, 2, 4, 6


def rename_font(data: bytes, family: str) -> bytes:
    """Return a TrueType file under another family name (ASCII letters and spaces).

    Faces cut from one variable font all bear its name. Given to Qt so, one of them would stand
    for the installed font of that name, in the menus too.

    Source: OpenType specification, "Table directory" and "name".
    """
    name = _make_name_table(family)
    start = len(data) + -len(data) % 4
    changed = bytearray(data.ljust(start, b"\0") + name)
    count = struct.unpack_from(">H", data, 4)[0]
    for index in range(count):
        record = _DIRECTORY_START + index * _RECORD_SIZE
        if data[record : record + 4] == b"name":
            struct.pack_into(">III", changed, record + 4, _sum_up(name), start, len(name))
    return bytes(changed)


def _make_name_table(family: str) -> bytes:
    texts = {
        _FAMILY: family,
        _STYLE: "Regular",
        _FULL_NAME: family,
        _POSTSCRIPT_NAME: family.replace(" ", ""),
    }
    records, strings = b"", b""
    for name_id, text in texts.items():
        encoded = text.encode("utf-16-be")
        records += struct.pack(
            ">6H", _WINDOWS, _UNICODE, _AMERICAN, name_id, len(encoded), len(strings)
        )
        strings += encoded
    header = struct.pack(">3H", 0, len(texts), 6 + len(records))
    return header + records + strings


def _sum_up(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


class EditorFonts:
    """Fonts by face, given to Qt when first used."""

    def __init__(self, library: FontLibrary) -> None:
        self._library = library
        self._families: dict[FaceKey, str] = {}

    def font(self, face: FaceKey, size_px: int) -> QFont:
        """Return a face at a size in pixels."""
        if face not in self._families:
            self._families[face] = self._register(face)
        font = QFont(self._families[face])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(size_px)
        return font

    def _register(self, face: FaceKey) -> str:
        cut = self._library.face(face)
        number = QFontDatabase.addApplicationFontFromData(rename_font(cut.data, cut.name))
        families = QFontDatabase.applicationFontFamilies(number)
        return families[0] if families else face.family
