"""What holds for every text, width and language."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, GlyphRun
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter

STYLE = TextStyle(FaceKey("Noto Sans", 500), size=6.0, leading=7.5)
TYPESETTER = Typesetter(FontLibrary())
FONTS = FontLibrary()

FINNISH = [
    "Huomaa,",
    "ettei",
    "entinen",
    "työ",
    "tai",
    "opiskelu",
    "enää",
    "suju.",
    "Palvelutarjotin",
    "pidetään",
    "ajan",
    "tasalla.",
    "Vastaa",
    "yhteydenottoon",
    "ja",
    "varaa",
    "ajan",
    "viikon",
    "sisään.",
    "työllistymissuunnitelma",
    "kokemusasiantuntija",
    "hyvinvointialue",
    "linja-autoasema",
    "Työ-",
    "tai",
    "opiskelusopimus",
    "(esim.",
    "Kykyviisari)",
    "27",
    "d",
    "§",
    "3–24",
    "kk",
    "40",
    "%",
    "5",
    "€",
    "22.11.2026",
    "22.",
    "marraskuuta",
    "–",
    "polku",
    "A",
    "ja",
    "B",
    "i",
    "å",
    "10",
    "000",
    "https://www.ttl.fi/teemat/tyohyvinvointi-ja-tyokyky",
    "tapaturmavakuutusyhtiö",
    "ja/tai",
    "e-kirja",
    "”Tämä”",
    "\xadpal\xadvelu\xad",
]
WORDS = st.sampled_from(FINNISH) | st.text(
    st.sampled_from("aeiouyäöåbdghjklmnprstvABE0123456789-–/.,:;()§%€"), min_size=1, max_size=18
)
ODD = st.sampled_from(
    ["عربي", "نص", "(عدد)", "Привіт", "字", "e\u0301t", "\u200b", "🙂", "שלום", "क्षि"]
)
SPACES = st.sampled_from([" ", " ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u2003", "\r\n", "\n\n"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=14).map(lambda p: "".join(map("".join, p)))
ODD_TEXTS = st.lists(st.tuples(WORDS | ODD, SPACES), max_size=10).map(
    lambda p: "".join(map("".join, p))
)
WIDTHS = st.floats(6.0, 150.0)
LANGUAGES = st.sampled_from(["fi", "sv", "en", "xx"])
OPTIONS = st.fixed_dictionaries(
    {"hyphenate": st.booleans(), "spare_hyphens": st.booleans(), "balance": st.booleans()}
)
BREAKING_SPACE = re.compile("[ \t-\r\u0085\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")


def normalise(text: str) -> str:
    return BREAKING_SPACE.sub(" ", text.replace("\u00ad", "")).strip(" ")


def read_text(set_text: SetText) -> str:
    parts = []
    for item in set_text.placed_at(0, 0):
        if isinstance(item, GlyphRun):
            parts.append(item.text + (" " if item.space_after else ""))
        else:
            parts.append(item.actual_text)
    return "".join(parts)


def read_lines(set_text: SetText) -> list[list[GlyphRun]]:
    lines: dict[float, list[GlyphRun]] = {}
    for item in set_text.placed_at(0, 0):
        if isinstance(item, GlyphRun):
            lines.setdefault(item.baseline, []).append(item)
    return list(lines.values())


def ends_in_mid_word(line: list[GlyphRun]) -> bool:
    return line[-1].soft_hyphen


@settings(max_examples=25, deadline=None)
@given(ODD_TEXTS, WIDTHS, LANGUAGES, OPTIONS)
def test_all_characters_come_once_and_in_order(
    text: str, width: float, language: str, options: dict[str, bool]
) -> None:
    found = TYPESETTER.set_text(text, STYLE, width, language, **options)
    assert read_text(found) == normalise(text)
    assert read_text(TYPESETTER.set_line(text, STYLE, language)) == normalise(text)


@settings(max_examples=25, deadline=None)
@given(ODD_TEXTS, WIDTHS, LANGUAGES, OPTIONS)
def test_no_line_is_wider_than_the_box_and_the_height_is_that_of_the_lines(
    text: str, width: float, language: str, options: dict[str, bool]
) -> None:
    found = TYPESETTER.set_text(text, STYLE, width, language, **options)
    assert found.height == pytest.approx(len(found.line_widths) * STYLE.leading)
    assert found.width == max(found.line_widths)
    single = 1.6 * STYLE.size
    assert all(line <= max(width, single) + 1e-3 for line in found.line_widths)
    for run in (item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun)):
        assert min(0.0, width - single) - 1e-6 <= run.x
        assert run.x + run.width <= max(width, single) + 1e-3


@settings(max_examples=40, deadline=None)
@given(TEXTS, WIDTHS, st.floats(0.0, 1.0), st.floats(0.0, 0.5), OPTIONS)
def test_room_in_the_first_line_stays_free(
    text: str, width: float, indent: float, inset: float, options: dict[str, bool]
) -> None:
    found = TYPESETTER.set_text(
        text, STYLE, width, "fi", first_indent=indent * width, first_inset=inset * width, **options
    )
    assert read_text(found) == normalise(text)
    single = 1.6 * STYLE.size
    if found.line_widths[0] > indent * width:
        assert found.line_widths[0] <= max(width * (1.0 - inset), single) + 1e-3
    assert all(line <= max(width, single) + 1e-3 for line in found.line_widths[1:])


@settings(max_examples=40, deadline=None)
@given(ODD_TEXTS, WIDTHS, LANGUAGES)
def test_runs_hold_what_they_say(text: str, width: float, language: str) -> None:
    found = TYPESETTER.set_text(text, STYLE, width, language, mark_language=True)
    for run in (item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun)):
        face = FONTS.face(run.face)
        advance = sum(glyph.advance for glyph in run.glyphs) * run.size / face.units_per_em
        assert run.width == pytest.approx(advance, abs=1e-6)
        assert all(glyph.id for glyph in run.glyphs)
        last = len(run.text) if run.soft_hyphen else len(run.text) - 1
        clusters = [glyph.cluster for glyph in run.glyphs]
        assert all(0 <= cluster <= last for cluster in clusters)
        assert clusters == sorted(clusters, reverse=run.right_to_left)
        assert run.language == language


@settings(max_examples=25, deadline=None)
@given(TEXTS, WIDTHS, st.sampled_from(["fi", "sv"]), OPTIONS)
def test_hyphens_obey_the_rules(
    text: str, width: float, language: str, options: dict[str, bool]
) -> None:
    narrowest = TYPESETTER.narrowest(text, STYLE, language)
    lines = read_lines(TYPESETTER.set_text(text, STYLE, width, language, **options))
    in_a_row = 0
    for line, following in zip(lines, [*lines, None][1:], strict=False):
        if not ends_in_mid_word(line):
            in_a_row = 0
            continue
        assert following is not None
        word = re.split(r"[^\w\u00a0]", line[-1].text)[-1]
        rest = re.split(r"[^\w\u00a0]", following[0].text)[0]
        if "\u00ad" not in text and width >= narrowest:
            assert len(word) >= 3
            assert len(rest) >= 3
        in_a_row = in_a_row + 1 if " " in line[-1].text or in_a_row == 0 else in_a_row
        assert in_a_row <= 2 or width < narrowest * 1.5


@settings(max_examples=25, deadline=None)
@given(TEXTS, WIDTHS, st.floats(0.0, 30.0), st.sampled_from(["fi", "en"]), OPTIONS)
def test_a_wider_box_never_needs_more_lines(
    text: str, width: float, more: float, language: str, options: dict[str, bool]
) -> None:
    narrow = TYPESETTER.set_text(text, STYLE, width, language, **options)
    wide = TYPESETTER.set_text(text, STYLE, width + more, language, **options)
    assert len(wide.line_widths) <= len(narrow.line_widths)


@settings(max_examples=25, deadline=None)
@given(ODD_TEXTS, WIDTHS, LANGUAGES, OPTIONS)
def test_what_was_set_before_changes_nothing(
    text: str, width: float, language: str, options: dict[str, bool]
) -> None:
    known = TYPESETTER.set_text(text, STYLE, width, language, **options)
    anew = Typesetter(FONTS).set_text(text, STYLE, width, language, **options)
    assert anew.placed_at(0, 0) == known.placed_at(0, 0)
    assert (anew.line_widths, anew.missing) == (known.line_widths, known.missing)


@settings(max_examples=25, deadline=None)
@given(TEXTS, st.sampled_from(["fi", "sv"]))
def test_the_narrowest_box_needs_no_rule_to_be_broken(text: str, language: str) -> None:
    narrowest = TYPESETTER.narrowest(text, STYLE, language)
    found = TYPESETTER.set_text(text, STYLE, narrowest + 1e-4, language)
    for line in read_lines(found)[:-1]:
        last = line[-1]
        assert last.space_after or last.soft_hyphen or not last.text[-1].isalnum()
