import uharfbuzz as hb

from blueprint_editor.drawing.fonts import MAIN_FAMILY, FontFace, FontLibrary
from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.drawing.shaping import shape


def test_weights_and_widths_are_true_cuts() -> None:
    fonts = FontLibrary()
    widths = {
        key: shape(fonts.face(key), "Työhönvalmennus")[1]
        for key in (FaceKey(), FaceKey(weight=750), FaceKey(width=75.0))
    }
    assert widths[FaceKey(width=75.0)] < widths[FaceKey()] < widths[FaceKey(weight=750)]


def test_kerning_is_applied() -> None:
    face = FontLibrary().face(FaceKey())
    assert shape(face, "AV")[1] < shape(face, "A")[1] + shape(face, "V")[1]


def test_fallback_finds_other_scripts_and_admits_missing_letters() -> None:
    fonts = FontLibrary()
    assert fonts.find_family("ä") == MAIN_FAMILY
    assert fonts.find_family("ŋ") == MAIN_FAMILY
    assert fonts.find_family("ط") == "Noto Sans Arabic"
    assert fonts.find_family("क") == f"{MAIN_FAMILY} Full"
    assert fonts.find_family("字") is None


def test_right_to_left_run_comes_in_visual_order() -> None:
    fonts = FontLibrary()
    glyphs, _ = shape(fonts.face(FaceKey("Noto Sans Arabic")), "طلب", "ar", right_to_left=True)
    assert [glyph.cluster for glyph in glyphs] == sorted((g.cluster for g in glyphs), reverse=True)


def test_subset_keeps_glyph_ids_and_outlines() -> None:
    face = FontLibrary().face(FaceKey(weight=650))
    glyphs, _ = shape(face, "Åäö")
    small = face.subset(glyph.id for glyph in glyphs)
    assert len(small) < len(face.data) / 5
    font = hb.Font(hb.Face(hb.Blob(small)))
    for glyph in glyphs:
        assert font.get_glyph_h_advance(glyph.id) == face.advance(glyph.id)
        assert font.get_glyph_extents(glyph.id) == face.hb_font.get_glyph_extents(glyph.id)


def test_each_cut_has_its_own_name() -> None:
    fonts = FontLibrary()
    names = {fonts.face(FaceKey(weight=w, width=d)).name for w in (400, 650) for d in (75.0, 100.0)}
    assert len(names) == 4


def test_a_subset_for_text_sets_it_with_the_same_widths() -> None:
    fonts = FontLibrary()
    for key, text, language in (
        (FaceKey(weight=650, width=75.0), "AV-Työ", "fi"),
        (FaceKey("Noto Sans Arabic"), "طلب", "ar"),
    ):
        face = fonts.face(key)
        small = FontFace(key, face.subset_for_text(set(text)))
        is_arabic = language == "ar"
        whole = shape(face, text, language, right_to_left=is_arabic)
        part = shape(small, text, language, right_to_left=is_arabic)
        assert part[1] == whole[1]
        assert [g.advance for g in part[0]] == [g.advance for g in whole[0]]
        assert ord("x") not in small.characters
        assert len(small.data) < len(face.data) / 5
