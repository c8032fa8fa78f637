"""Finding, replacing and translating words."""

from types import MappingProxyType

import pytest

from blueprint_editor.commands.command import CommandRefusedError, InvalidValueError
from blueprint_editor.commands.document_texts import iter_document_texts
from blueprint_editor.commands.search import ReplaceTexts, Wanted, find_occurrences
from blueprint_editor.commands.translations import (
    AddLanguage,
    RemoveLanguage,
    SetTranslation,
    list_translations,
)
from blueprint_editor.model.records import Link, Project, Tag, Value, Workshop
from tests.commands.documents import make_card, make_document

DOCUMENT = make_document(
    make_card("z", "lane-front", "step-2").changed(text="Asiakas"),
    make_card("a").changed(
        text="asiakas soittaa, asiakas odottaa",
        links=(Link(id="u1", url="https://example.org/asiakas", label="Asiakkaan ohje"),),
    ),
    value=Value(social="Asiakas tulee kuulluksi"),
    project=Project(owner="Asiakas ry"),
    workshops=(Workshop(id="w1", name="1", groups=("Sini", "Asiakas")),),
    tags=(Tag(id="t1", name="3.4 (asiakas)"),),
    translations=MappingProxyType({"sv": {"a": {"text": "kunden ringer, kunden väntar"}}}),
)


def _find(words: str, **options: bool) -> list[tuple[str, str, int]]:
    found = find_occurrences(DOCUMENT, Wanted(words, **options))
    return [(hit.place.record, hit.place.path, hit.start) for hit in found]


def test_every_text_of_the_document_is_gone_through_in_reading_order() -> None:
    assert _find("asiakas ") == [
        ("doc", "project.owner", 0),
        ("doc", "value.social", 0),
        ("a", "text", 0),
        ("a", "text", 17),
    ]
    assert _find("asiakkaan") == [("lane-customer", "name", 0), ("u1", "label", 0)]
    assert [text.record for text in iter_document_texts(DOCUMENT) if text.path == "text"] == [
        "a",
        "z",
    ]


def test_case_whole_words_and_translations_can_be_asked_for() -> None:
    assert ("z", "text", 0) in _find("Asiakas", is_case_sensitive=True)
    assert ("a", "text", 0) not in _find("Asiakas", is_case_sensitive=True)
    assert _find("asiaka") != []
    assert _find("asiaka", whole_words=True) == []
    assert _find("(asiakas)", whole_words=True) == [("t1", "name", 4)]
    assert _find("3.4") == [("t1", "name", 0)]
    assert _find("3x4") == []
    assert _find("kunden") == []
    assert len(_find("kunden", translated=True)) == 2
    assert _find("") == []


def test_chosen_occurrences_are_replaced_in_one_step() -> None:
    found = find_occurrences(DOCUMENT, Wanted("asiakas"))
    after = ReplaceTexts(found, "Hakija").apply(DOCUMENT)
    assert find_occurrences(after, Wanted("asiakas")) == ()
    assert after.cards[1].text == "Hakija soittaa, Hakija odottaa"
    assert after.workshops[0].groups == ("Sini", "Hakija")
    assert after.project == Project(owner="Hakija ry")
    assert after.value == Value(social="Hakija tulee kuulluksi")
    assert after.cards[1].links[0].url == "https://example.org/asiakas"
    second = [hit for hit in found if hit.place.record == "a"][1]
    assert ReplaceTexts((second,), "hän").apply(DOCUMENT).cards[1].text == (
        "asiakas soittaa, hän odottaa"
    )


def test_translations_are_replaced_too() -> None:
    found = find_occurrences(DOCUMENT, Wanted("kunden", translated=True))
    after = ReplaceTexts(found, "klienten").apply(DOCUMENT)
    assert after.translations["sv"]["a"]["text"] == "klienten ringer, klienten väntar"
    assert after.cards is DOCUMENT.cards


def test_text_that_changed_meanwhile_is_left_alone() -> None:
    found = find_occurrences(DOCUMENT, Wanted("kunden", translated=True))
    other = SetTranslation("sv", "a", "text", "Muuta").apply(DOCUMENT)
    with pytest.raises(CommandRefusedError, match="text_changed: a"):
        ReplaceTexts(found, "x").apply(other)
    found = find_occurrences(other, Wanted("soittaa"))
    changed = other.changed(cards=(make_card("a"),), translations={})
    with pytest.raises(CommandRefusedError, match="text_changed: a"):
        ReplaceTexts(found, "x").apply(changed)


def test_replacement_that_the_format_forbids_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        ReplaceTexts(find_occurrences(DOCUMENT, Wanted("soittaa")), "\x07").apply(DOCUMENT)


def test_translation_is_set_and_cleared() -> None:
    command = SetTranslation("se", "w1", "groups.1", "Áššehas")
    after = command.apply(DOCUMENT)
    assert after.translations["se"] == {"w1": {"groups.1": "Áššehas"}}
    assert after.translations["sv"] is DOCUMENT.translations["sv"]
    assert command.apply(after) is after
    assert SetTranslation("se", "w1", "groups.1", "").apply(after).translations["se"] == {}


@pytest.mark.parametrize(
    ("language", "path", "text", "reason"),
    [
        ("fi", "text", "x", "own_language"),
        ("finska!", "text", "x", "invalid_value: language"),
        ("sv", "name", "x", "unknown_field"),
        ("sv", "text", "\x07", "invalid_value: text"),
    ],
)
def test_translation_that_cannot_be_is_refused(
    language: str, path: str, text: str, reason: str
) -> None:
    with pytest.raises(CommandRefusedError, match=reason):
        SetTranslation(language, "a", path, text).apply(DOCUMENT)


def test_what_is_not_translated_yet_is_listed() -> None:
    rows = list_translations(DOCUMENT, "sv")
    assert ("a", "text", "asiakas soittaa, asiakas odottaa", "kunden ringer, kunden väntar") in rows
    missing = [row for row in rows if not row.translation]
    assert len(missing) == len(rows) - 1
    assert ("doc", "title", "Polku", "") in missing


def test_languages_come_and_go() -> None:
    after = AddLanguage("uk").apply(DOCUMENT)
    assert after.translations["uk"] == {}
    assert AddLanguage("uk").apply(after) is after
    assert RemoveLanguage("sv").apply(after).translations == {"uk": {}}
    assert RemoveLanguage("en").apply(after) is after
