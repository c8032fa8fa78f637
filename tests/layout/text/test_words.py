"""Shortcuts that must not be told from full shaping."""

import itertools
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_breakables

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, PlainGlyphs
from blueprint_editor.drawing.shaping import shape, shape_latin_words
from blueprint_editor.layout.text.breaking import (
    find_natural_breaks,
    find_unicode_positions,
    is_glued,
)
from blueprint_editor.layout.text.words import SOFT_HYPHEN, WordBook

FONTS = FontLibrary()
KEY = FaceKey("Noto Sans", 500)
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöõšžčŋđABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,:;!?()-–/§%€"
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_words_in_one_go_are_the_same_as_one_by_one(words: list[str]) -> None:
    face = FONTS.face(KEY)
    found = shape_latin_words(face, words, "fi")
    assert found is not None
    for word, codes in zip(words, found, strict=True):
        glyphs, _ = shape(face, word, "fi")
        assert glyphs == tuple(PlainGlyphs(codes))


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_words_of_known_pairs_are_the_same_as_shaped(words: list[str], random: Random) -> None:
    book = WordBook(FONTS, KEY, "fi")
    book.make_words(words)
    letters = "".join(words)
    again = ["".join(random.choices(letters, k=5)) for _ in words]
    again += [words[0] + words[-1], words[-1] + SOFT_HYPHEN]
    for text, word in zip(again, book.make_words(again), strict=True):
        glyphs, advance = shape(book.face, text.replace(SOFT_HYPHEN, "-"), "fi")
        assert book.find_pieces(word)[0].glyphs == glyphs
        assert word.width == pytest.approx(advance / book.face.units_per_em)
        assert word.soft_hyphen == text.endswith(SOFT_HYPHEN)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.data(), st.booleans(), st.sampled_from([75.0, 100.0]))
def test_parts_cut_out_of_words_are_the_same_as_shaped(
    text: str, data: st.DataObject, hyphen: bool, width: float
) -> None:
    book = WordBook(FONTS, KEY._replace(width=width), "fi")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    part = book.find_part(book.find_word(text), start, end, hyphen=hyphen)
    glyphs, advance = shape(book.face, text[start:end] + ("-" if hyphen else ""), "fi")
    assert book.find_pieces(part)[0].glyphs == glyphs
    assert part.width == pytest.approx(advance / book.face.units_per_em)
    assert part.soft_hyphen == hyphen


@pytest.mark.parametrize("width", [100.0, 75.0])
def test_parts_of_words_are_as_wide_as_they_are_measured(width: float) -> None:
    book = WordBook(FONTS, KEY._replace(width=width), "fi")
    alphabet = [letter for letter in LETTERS if letter.isalpha()]
    for first, second in itertools.product(alphabet, repeat=2):
        word = book.find_word(f"pal{first}{second}lut")
        end, start = book.measure_break(word, 4, hyphen=True)
        assert end == pytest.approx(book.find_word(f"pal{first}{SOFT_HYPHEN}").width)
        assert word.width - start == pytest.approx(book.find_word(f"{second}lut").width)
        glyphs, _ = shape(book.face, first + second, "fi")
        assert [(g.cluster, g.x_offset, g.y_offset) for g in glyphs] == [(0, 0, 0), (1, 0, 0)]


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("aäbB12-–.,:/()”“\"'’!?…§"), min_size=1, max_size=7))
def test_lines_never_end_where_unicode_forbids_it(word: str) -> None:
    allowed = {i for i, breakable in enumerate(line_break_breakables(word)) if breakable}
    assert {found[0] for found in find_natural_breaks(word)} <= allowed


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.sampled_from("aÄþЖệ01([„).,:;]%‰°€$+\"'’”“»«!?–/…-§·•×=&*#@_"), min_size=2, max_size=8
    )
)
def test_signs_tell_what_the_table_of_unicode_tells(word: str) -> None:
    allowed = [i for i, breakable in enumerate(line_break_breakables(word)) if breakable and i]
    assert find_unicode_positions(word) == [i for i in allowed if not word[i].isdigit()]


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.sampled_from('aäbB12-.,:/()”“"’!?…§%·+=–—'), min_size=1, max_size=4),
    st.text(st.sampled_from('aäbB12-.,:/()”“"’!?…§%·+=–—'), min_size=1, max_size=4),
)
def test_spaces_never_end_a_line_where_unicode_forbids_it(word: str, following: str) -> None:
    breakable = list(line_break_breakables(f"{word} {following}"))[len(word) + 1]
    assert is_glued(word, following) or breakable


def test_signs_that_hold_words_together() -> None:
    assert not find_natural_breaks("e-kirja")
    assert not find_natural_breaks("3–24")
    assert [found[0] for found in find_natural_breaks("linja-auto")] == [6]
    assert [found[0] for found in find_natural_breaks("hyvinvointi/terveys")] == [12]
