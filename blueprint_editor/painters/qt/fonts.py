"""The faces of a font library as Qt draws them, without Qt's own shaping or hinting."""

from PySide6.QtGui import QFont, QPainterPath, QRawFont

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey

RASTER_EM_PX = 1000
"""Size at which faces are loaded; at this size Qt's glyphs keep HarfBuzz's units exactly."""


class QtFonts:
    """Faces loaded from the very bytes that were shaped; make it after the QGuiApplication."""

    def __init__(self, library: FontLibrary) -> None:
        self._library = library
        self._fonts: dict[FaceKey, QRawFont] = {}
        self._outlines: dict[tuple[FaceKey, int], QPainterPath] = {}

    def raw_font(self, key: FaceKey) -> QRawFont:
        """Return the face at ``RASTER_EM_PX``, without hinting."""
        found = self._fonts.get(key)
        if found is None:
            found = QRawFont()
            hinting = QFont.HintingPreference.PreferNoHinting
            found.loadFromData(self._library.face(key).data, RASTER_EM_PX, hinting)
            self._fonts[key] = found
        return found

    def outline(self, key: FaceKey, glyph_id: int) -> QPainterPath:
        """Return a glyph's outline at ``RASTER_EM_PX``, from its origin, y downwards."""
        found = self._outlines.get((key, glyph_id))
        if found is None:
            found = self.raw_font(key).pathForGlyph(glyph_id)
            self._outlines[key, glyph_id] = found
        return found

    def units_per_em(self, key: FaceKey) -> int:
        return self._library.face(key).units_per_em
