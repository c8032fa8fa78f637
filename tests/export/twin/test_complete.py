"""Nothing that should go out is forgotten in any text output, whatever its signs."""

import pytest
from hypothesis import given, settings

from blueprint_editor.export.kinds import TEXT_KINDS, TextKind
from blueprint_editor.export.texts import write_text
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import PosterPart
from blueprint_editor.model.records import Poster
from tests.export.twin.documents import FULL, iter_expected, make_distinct
from tests.export.twin.reading import READERS, flatten
from tests.model.strategies import documents


def check(document: Document, kind: TextKind) -> None:
    found = READERS[kind](write_text(document, kind))
    missing = [where for where, text in iter_expected(document) if flatten(text) not in found]
    assert missing == []


@pytest.mark.parametrize("kind", TEXT_KINDS)
@settings(max_examples=10)
@given(document=documents())
def test_every_text_of_a_random_document(kind: TextKind, document: Document) -> None:
    check(make_distinct(document), kind)


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_every_text_and_every_fixed_word(kind: TextKind) -> None:
    check(make_distinct(FULL), kind)
    found = READERS[kind](write_text(FULL, kind))
    for words in (
        "Tarkistettu · versio 2 · 22.11.2026 · tavoitetila", "1 Alku", "3 Tyhjä", "Askel 2",
        "3–24 kk", "3 kk välein", "Odotus 1", "raskas", "puhelin", "enintään 2 päivää", "oletus",
        "[1]", "digi", "ennen 2, jälkeen 4 (asteikko 1–5)", "Kriittinen piste 1", "Ratkaisu 1",
        "kriittinen piste 1", "ympäristö", "Johtaa korttiin 1.2 ”Vastaa ja varaa ajan”",
        "Vastuu siirtyy korttiin 2.1 ”Kirjaa asian”: H1", "asiakkaan lupa", "A Aino",
        "Syy–seurauskartta", "Vahvistaa", "T1 tasapainottava kehä",
        "Näkyvyyden raja", "asiakas", "24 vuotta", "1.10.2026", "31.12.2027", "koko · versio 2",
        "Vuorovaikutuksen raja", "Omistaja: hanketiimi · tarkistetaan 3/2027", "ammattilainen",
    ):  # fmt: skip
        assert words in found
    for hidden in ("Salainen kortti", "Piilossa", "piiloon", "sovittu 2025", "vaiheen huomio"):
        assert hidden not in found


@pytest.mark.parametrize(
    ("part", "hidden"),
    [
        ("personas", "Etsii työtä."),
        ("responsibilities", "Kulkee mukana"),
        ("marks", "Ei uskalla soittaa"),
        ("connectors", "Johtaa korttiin"),
        ("emotion_curve", "raskas"),
        ("value", "Asia hoituu"),
        ("legend", "Näin luet polkua"),
        ("actors", "040 123 4567"),
        ("durations", "Kestot"),
        ("sources", "Raportti"),
        ("project", "Ei virallinen ohje."),
    ],
)
@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_what_the_poster_keeps_back_is_kept_back(
    kind: TextKind, part: PosterPart, hidden: str
) -> None:
    document = FULL.changed(poster=Poster(hidden_parts=(part,)))
    assert hidden in READERS[kind](write_text(FULL, kind))
    assert hidden not in READERS[kind](write_text(document, kind))


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_cards_stand_in_reading_order(kind: TextKind) -> None:
    # What has votes is listed once more at the end, most first.
    cards = tuple(card.changed(votes=0) for card in FULL.cards)
    marks = tuple(mark.changed(votes=0) for mark in FULL.marks)
    found = READERS[kind](write_text(FULL.changed(cards=cards, marks=marks), kind))
    places = [found.rindex(f"{code} ") for code in ("1.1", "1.2", "1.3", "2.1")]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_headers_are_told_in_the_posters_second_language(kind: TextKind) -> None:
    names = {"v1": "Början", "l1": "Klientens väg"}
    table = {record: {"name": name} for record, name in names.items()}
    document = FULL.changed(translations={"sv": table}, poster=Poster(second_language="sv"))
    found = READERS[kind](write_text(document, kind))
    for name in names.values():
        assert name in found
    assert "På svenska" in found
    plain = READERS[kind](write_text(document.changed(poster=Poster()), kind))
    assert "På svenska" not in plain


def test_what_a_persona_says_is_told_as_their_words_in_plain_text_too() -> None:
    assert "\n”En tiedä.”\n" in write_text(FULL, "txt").decode()
