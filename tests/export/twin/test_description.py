"""The service description: chapters in the platform's order, ready to copy, empty ones told."""

from pathlib import Path

import pytest

from blueprint_editor.export.kinds import TextKind
from blueprint_editor.export.texts import export_text, write_text
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Publication, Value
from tests.export.twin.html_reader import parse
from tests.export.twin.reading import READERS
from tests.export.twin.test_html import check_rules
from tests.sheets.workshop.test_prints import EMPTY, PATH

HEADINGS = (
    "Perustiedot", "Toimintamallin idea", "Toimintaympäristö", "Kohderyhmä ja asiakasymmärrys",
    "Toteutuksen edellytykset", "Arviointi", "Vinkit soveltajille",
)  # fmt: skip
LONG = "Palvelu kokoaa asiakkaan asiat yhteen paikkaan. " * 6
TEXTS = PATH.changed(
    publication=Publication(stage="Pilotointi", summary=LONG, tips="Aloita pienestä."),
    value=Value(social="Porukka kaipaa."),
)


def read_plain(document: Document) -> str:
    return write_text(document, "txt", telling="description").decode()


def test_chapters_stand_in_order_and_paragraphs_are_one_line() -> None:
    told = read_plain(TEXTS)
    places = [told.index(f"{heading}\n---") for heading in HEADINGS]
    assert places == sorted(places)
    lines = told.splitlines()
    for line in (
        LONG.strip(), "- Kehittämisen vaihe: Pilotointi", "- Organisaatio: (puuttuu)",
        "- Asiakasarvo: sosiaalinen: Porukka kaipaa.", "1. Alku: Soita meille",
        "- Jono venyy → Takaisinsoitto; Chat", "- Tieto katoaa → ratkaisu puuttuu",
    ):  # fmt: skip
        assert line in lines
    assert told.count("Tyhjä: tähän otsikkoon") == 4


def test_every_heading_of_an_empty_document_says_that_it_is_empty() -> None:
    assert read_plain(EMPTY).count("Tyhjä: tähän otsikkoon") == 6


def test_the_page_keeps_the_rules() -> None:
    check_rules(parse(write_text(TEXTS, "html", telling="description")))


@pytest.mark.parametrize("kind", ["md", "html", "docx"])
def test_all_kinds_hold_the_same(kind: TextKind, tmp_path: Path) -> None:
    out = tmp_path / f"text.{kind}"
    export_text(TEXTS, out, telling="description")
    told = READERS[kind](out.read_bytes())
    for text in (*HEADINGS, "Pilotointi", "Aloita pienestä.", "Tyhjä: tähän otsikkoon"):
        assert text in told
