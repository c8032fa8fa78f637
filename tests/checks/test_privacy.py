"""Traces of people: what is found, and what is left alone."""

from pathlib import Path
from typing import Any

import pytest

from blueprint_editor.checks.privacy import Trace, find_traces
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Card, Lane, Persona, Phase, Project, Step
from blueprint_editor.storage.format import load_document

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("samples/*.json"), *ROOT.glob("resources/templates/*.json")])


def make(text: str, **fields: Any) -> Document:
    return Document(
        id="d1",
        title="Polku",
        language="fi",
        personas=(Persona(id="p1", name="Aino"),),
        lanes=(Lane(id="l1", role="customer", name="Asiakas"),),
        phases=(Phase(id="v1", name="Alku"),),
        steps=(Step(id="s1", phase="v1"),),
        cards=(Card(id="c1", lane="l1", step="s1", text=text),),
    ).changed(**fields)


def found(text: str) -> list[tuple[str, str]]:
    return [(trace.kind, trace.found) for trace in find_traces(make(text))]


@pytest.mark.parametrize(
    "code",
    ["131052-308T", "131052–308T", "131052+308T", "131052A308T", "131052b308t", "131052Y308T",
     "131052F308T", "010594Y9032", "290200A248A"],
)  # fmt: skip
def test_identity_codes_with_old_and_new_signs(code: str) -> None:
    assert found(f"Hetu {code}.") == [("identity_code", code)]


@pytest.mark.parametrize(
    "text",
    ["131052-308U", "321052-308T", "131052G308T", "131052-308", "X131052-308T", "131052-308TT",
     "290201A2487"],
)  # fmt: skip
def test_what_is_no_identity_code(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "identity_code"] == []


@pytest.mark.parametrize(
    "number",
    ["040 123 4567", "040-1234567", "0401234567", "+358 40 123 4567", "+358401234567",
     "+358 (0)40 123 4567", "(09) 310 1691", "029 641 5000", "00358 40 1234567", "0800 12345",
     "+46 8 123 456 78"],
)  # fmt: skip
def test_phone_numbers(number: str) -> None:
    assert found(f"Soita {number}, kiitos") == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    ["24.11.2026", "laki 381/2023", "2025–2026", "3–24 kk", "710/1982 27 §", "00100 Helsinki",
     "01-02-2026", "2026-11-22", "0112038-9", "112", "klo 08-16", "08-16 09-15", "1 000 000 euroa",
     "https://example.org/0401234567", "116 117"],
)  # fmt: skip
def test_what_is_no_phone_number(text: str) -> None:
    assert found(text) == []


def test_email_addresses() -> None:
    assert found("Kirjoita: etu.suku@kunta.fi tai a_b(at)example.co.uk.") == [
        ("email", "etu.suku@kunta.fi"),
        ("email", "a_b(at)example.co.uk"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kysy Sirpalta aikaa", "Sirpalta"),
        ("Matti soittaa", "Matti"),
        ("Ohjaaja on Maija Virtanen.", "Maija Virtanen"),
        ("Toivo Lehtonen ja muut", "Toivo Lehtonen"),
        ("Aino Korhonen hakee", "Aino Korhonen"),
        ("Varataan aika lääkäri Lehtoselle", "Lehtoselle"),
        ("Kerro rva Meikäläiselle", "Meikäläiselle"),
        ("Anna-Liisa K. Nieminen", "Anna-Liisa K. Nieminen"),
        ("Träffa Lars-Erik von Berg", "Lars-Erik von Berg"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    ["Aino soittaa Ainolle", "Toivo kasvaa", "Anna palautetta", "Onni löytyy", "Monialainen tiimi",
     "Kela maksaa", "Ohjaaja kertoo", "Työntekijä\nKuuntelee", "Työntekijä Kelasta", "Satu luetaan",
     "Pohjois-Karjala", "Stig framåt", "Otto-oikeus", "Hyvinvointialue Suomessa", "Ensimmäinen"],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    assert found(text) == []


def test_places_are_named() -> None:
    document = make(
        "Pitkä teksti, jonka lopussa on numero 040 123 4567 ja vielä vähän lisää tekstiä perään",
        actors=(Actor(id="a1", name="Maija", contact="a@b.fi", link="mailto:c@d.fi"),),
        project=Project(contributors="Matti Meikäläinen", contact="p@q.fi"),
        translations={"en": {"c1": {"text": "Ask Sirpa"}}},
        personas=(Persona(id="p1", name="Aino Mäkinen", situation="Asuu Villen kanssa"),),
    )
    assert set(find_traces(document)) == {
        Trace("phone", "c1", "text", "040 123 4567",
              "…jonka lopussa on numero 040 123 4567 ja vielä vähän lisää te…"),
        Trace("email", "a1", "contact", "a@b.fi", "a@b.fi"),
        Trace("email", "a1", "link", "c@d.fi", "c@d.fi"),
        Trace("email", "d1", "project.contact", "p@q.fi", "p@q.fi"),
        Trace("name", "c1", "translations.en.text", "Sirpa", "Ask Sirpa"),
        Trace("name", "p1", "name", "Aino Mäkinen", "Aino Mäkinen"),
        Trace("name", "p1", "situation", "Villen", "Asuu Villen kanssa"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "path", SHIPPED, ids=lambda path: path.name.removesuffix(".blueprint.json")
)
def test_nothing_that_is_shipped_looks_like_a_real_person(path: Path) -> None:
    assert find_traces(load_document(path)) == ()


@pytest.mark.parametrize("part", ["0", "0 ", "+3", "a.", "a@", "Maija ", "(0)", "131052-"])
def test_long_texts_come_to_an_end(part: str) -> None:
    """A form that tries every split of a long text would never come to an end."""
    assert isinstance(find_traces(make(part * (100_000 // len(part)))), tuple)
