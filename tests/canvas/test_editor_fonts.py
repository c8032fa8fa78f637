import uharfbuzz as hb
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from blueprint_editor.canvas.tools.editor_fonts import EditorFonts, rename_font
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.drawing.shaping import shape

TEXT = "Työkykykoordinaattori soittaa"


def test_renamed_font_has_only_its_new_name(library: FontLibrary) -> None:
    data = library.face(FaceKey(weight=500)).data
    renamed = hb.Face(hb.Blob(rename_font(data, "Kokeilu 500")))
    assert renamed.get_name(1) == "Kokeilu 500"
    assert renamed.get_name(6) == "Kokeilu500"
    assert renamed.glyph_count == hb.Face(hb.Blob(data)).glyph_count


def test_editor_sets_the_letters_of_the_drawing(qapp: object, library: FontLibrary) -> None:
    key = FaceKey(weight=500)
    font = EditorFonts(library).font(key, 200)
    _glyphs, advance = shape(library.face(key), TEXT)
    width = advance / library.face(key).units_per_em * 200
    assert abs(QFontMetricsF(font).horizontalAdvance(TEXT) - width) < 0.01 * width


def test_fonts_of_the_menus_stay_as_they_were(qapp: object, library: FontLibrary) -> None:
    before = [QFontInfo(QFont(name)).family() for name in ("Noto Sans", "Sans Serif", "")]
    EditorFonts(library).font(FaceKey(weight=600), 20)
    after = [QFontInfo(QFont(name)).family() for name in ("Noto Sans", "Sans Serif", "")]
    assert after == before
    assert library.face(FaceKey(weight=600)).name in QFontDatabase.families()
