"""Shaping: characters of one face and direction into glyphs, by HarfBuzz with kerning."""

from collections.abc import Sequence

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


def shape_latin_words(
    face: FontFace, words: Sequence[str], language: str = ""
) -> list[tuple[list[int], list[int]]] | None:
    """Shape many words at once, which takes a third of the time of one after another.

    Args:
        face: has all the letters, and a space that is not kerned.
        words: without spaces and combining marks, of letters below U+0250 and common signs.
        language: BCP 47 tag, for letter forms.

    Returns:
        For each word its glyph ids and advances, one for each character; None where the font
        makes more or fewer glyphs than that or shifts them.
    """
    text = " ".join(words)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Latn"
    if language:
        buffer.language = language
    hb.shape(face.hb_font, buffer, _FEATURES)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    if len(infos) != len(text) or [info.cluster for info in infos] != list(range(len(text))):
        return None
    # Lists, since generators take twice as long here.
    if any([place.x_offset for place in places]) or any([place.y_offset for place in places]):  # noqa: C419
        return None
    ids = [info.codepoint for info in infos]
    advances = [place.x_advance for place in places]
    found: list[tuple[list[int], list[int]]] = []
    start = 0
    for word in words:
        end = start + len(word)
        found.append((ids[start:end], advances[start:end]))
        start = end + 1
    return found
