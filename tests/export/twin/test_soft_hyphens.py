import pytest

from blueprint_editor.export.twin.soft_hyphens import soften


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("puhelinnumero", "puhelin|numero"),
        ("palvelupolku", "palvelu|polku"),
        ("lyhytsana", "lyhytsana"),
    ],
)
def test_a_compound_is_divided_at_its_seams(word: str, divided: str) -> None:
    assert soften(f"tämä {word}.", "fi") == f"tämä {divided}.".replace("|", "\u00ad")


def test_a_long_word_without_seams_is_divided_all_the_same() -> None:
    assert "\u00ad" in soften("kuntouttavimmistakaan", "fi")
