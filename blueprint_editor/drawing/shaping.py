"""Shaping: characters of one face and direction into glyphs, by HarfBuzz with kerning."""

import uharfbuzz as hb

from blueprint_editor.drawing.fonts import FontFace
from blueprint_editor.drawing.primitives import Glyph

_FEATURES = {"kern": True, "liga": False, "clig": False}
"""Without f-ligatures, so that letters can be told apart when text is spaced or searched."""


def shape(
    face: FontFace, text: str, language: str = "", *, right_to_left: bool = False
) -> tuple[tuple[Glyph, ...], int]:
    """Shape a run whose characters all stand in ``face``.

    Returns:
        The glyphs in visual order, and the advance of the whole run in font units.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    if language:
        buffer.language = language
    hb.shape(face.hb_font, buffer, _FEATURES)
    glyphs = tuple(
        Glyph(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    return glyphs, sum(glyph.advance for glyph in glyphs)
