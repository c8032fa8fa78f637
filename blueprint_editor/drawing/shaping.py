"""Shaping: characters of one face and direction into glyphs, by HarfBuzz with kerning."""

from collections.abc import Sequence

import uharfbuzz as hb

from blueprint_editor.drawing.fonts import FontFace
from blueprint_editor.drawing.primitives import ADVANCE_BITS, Glyph

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


def shape_latin_words(
    face: FontFace, words: Sequence[str], language: str = ""
) -> list[list[int]] | None:
    """Shape many words at once, which takes a third of the time of one after another.

    Args:
        face: of the main family, whose Latin letters are kerned but never shifted, and not against
            spaces; a test holds it.
        words: without spaces and combining marks, of letters below U+0250 and common signs.
        language: BCP 47 tag, for letter forms.

    Returns:
        For each word one code a character, as ``PlainGlyphs`` holds them; None where the font makes
        more or fewer glyphs than characters.
    """
    text = " ".join(words)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Latn"
    if language:
        buffer.language = language
    hb.shape(face.hb_font, buffer, _FEATURES)
    infos = buffer.glyph_infos
    if len(infos) != len(text) or [info.cluster for info in infos] != list(range(len(text))):
        return None
    codes = [
        (info.codepoint << ADVANCE_BITS) + place.x_advance
        for info, place in zip(infos, buffer.glyph_positions, strict=True)
    ]
    found: list[list[int]] = []
    start = 0
    for word in words:
        end = start + len(word)
        found.append(codes[start:end])
        start = end + 1
    return found
