from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.ui.matching import find_letters, find_places, fold, matches_all, rate


def test_accents_and_case_do_not_matter() -> None:
    assert fold("Työn ÄÄRI") == "tyon aari"
    assert fold("Straße") == "strasse"
    assert fold("abc") == "abc"
    assert rate([fold("ä")], fold("aamu"), "") == rate([fold("a")], fold("äämu"), "")


def test_short_words_stand_at_the_start_of_a_word() -> None:
    assert matches_all(["in"], "zoom in")
    assert not matches_all(["in"], "pointer")
    assert matches_all(["oin"], "pointer")
    assert matches_all([], "anything")


def test_better_matches_rate_higher() -> None:
    titles = ["tallenna nimella", "avaa tallenne", "uusi tallenna", "esitallennus", "t a l l"]
    ratings = [rate(["tall"], title, "", is_loose=True) for title in titles]
    assert ratings == sorted(ratings, reverse=True)
    assert ratings[-1] > 0
    assert rate(["tall"], "t a l l", "") < 0
    assert rate(["tiedosto", "tall"], "tallenna", "tiedosto") > 0
    assert rate(["muokkaa", "tall"], "tallenna", "tiedosto") < 0


def test_what_was_typed_just_so_comes_first() -> None:
    typed = ["huomio", "2", "arjesta"]
    assert rate(typed, "1.2 huomio 2 arjesta", "") > rate(typed, "2.1 huomio 3 arjesta", "huomio")


def test_letters_that_were_meant_are_shown() -> None:
    assert find_places(["tyo"], "Hyvä työ") == {5, 6, 7}
    assert find_places(["ss"], "Straße") == {4}
    assert find_places(["tn"], "Tallenna") == {0, 5}
    assert find_places(["zzz"], "Tallenna") == frozenset()
    assert find_places(["le"], "talle lehti") == {6, 7}


@given(st.text(max_size=30), st.text(max_size=6))
def test_places_lie_in_the_text(text: str, query: str) -> None:
    words = fold(query).split()
    assert all(0 <= place < len(text) for place in find_places(words, text))
    for word in words:
        letters = find_letters(word, fold(text))
        assert letters == sorted(set(letters))
