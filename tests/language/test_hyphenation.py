from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.language.hyphenation import (
    FEWEST_BESIDE,
    FEWEST_LETTERS,
    find_hyphens,
    find_seams,
)

TABLE = Path(__file__).with_name("finnish_hyphenation.txt")
WORDS = [
    word
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
]


def show(word: str, language: str) -> str:
    """The word with its divisions: "=" at seams, "-" elsewhere."""
    hyphens = find_hyphens(word, language)
    cuts = [0, *(hyphen.position for hyphen in hyphens), len(word)]
    parts = [word[start:end] for start, end in pairwise(cuts)]
    signs = ["=" if hyphen.is_seam else "-" for hyphen in hyphens]
    return "".join(part + sign for part, sign in zip(parts, [*signs, ""], strict=True))


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(set(WORDS)) == len(WORDS) > 500


def test_finnish_words_of_the_table() -> None:
    found = {word: show(word.replace("=", "").replace("-", ""), "fi") for word in WORDS}
    assert {word: shown for word, shown in found.items() if word != shown} == {}


@pytest.mark.parametrize(
    "word", ["kortti", "KELAn", "kELAssa", "sote2026", "e-kirjasto", "TEHTÄVÄ"]
)
def test_what_is_never_divided(word: str) -> None:
    assert find_hyphens(word, "fi") == []


def test_a_capital_letter_at_the_start_changes_nothing() -> None:
    small = find_hyphens("palvelutarjotin", "fi")
    assert find_hyphens("Palvelutarjotin", "fi") == small
    assert [hyphen.position for hyphen in small] == [3, 5, 7, 10, 12]


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("arbetsverksamhet", "sv", "arbets-verk-sam-het"),
        ("klientmedverkan", "sv-FI", "kli-ent-med-ver-kan"),
        ("rehabilitation", "en", "rehab-il-it-a-tion"),
        ("rehabilitation", "en-US", "reha-bil-i-ta-tion"),
        ("tööhõiveteenus", "et", "töö-hõi-ve-tee-nus"),
        ("kuntoutussuunnitelma", "xx", "kuntoutussuunnitelma"),
    ],
)
def test_other_languages(word: str, language: str, expected: str) -> None:
    assert show(word, language) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("aeiouyäöhjklmnprstvdgbf"), min_size=1, max_size=25),
    st.sampled_from(["fi", "sv", "en"]),
)
def test_three_letters_stay_on_each_side(word: str, language: str) -> None:
    hyphens = find_hyphens(word, language)
    assert not hyphens or len(word) >= FEWEST_LETTERS
    positions = [hyphen.position for hyphen in hyphens]
    assert positions == sorted(set(positions))
    assert all(FEWEST_BESIDE <= p <= len(word) - FEWEST_BESIDE for p in positions)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aeiouyäöhjklmnprstvd"), min_size=7, max_size=20))
def test_finnish_syllables_begin_with_one_consonant_and_a_vowel(word: str) -> None:
    for position, is_seam in find_hyphens(word, "fi"):
        if not is_seam:
            assert word[position] not in "aeiouyäö"
            assert any(letter in "aeiouyäö" for letter in word[position:])


def test_seams_alone_are_the_same_as_among_all_divisions() -> None:
    for word in WORDS:
        letters = word.replace("=", "").replace("-", "")
        seams = [hyphen.position for hyphen in find_hyphens(letters, "fi") if hyphen.is_seam]
        assert find_seams(letters, "fi") == seams
    assert find_seams("arbetsverksamhet", "sv") == []
