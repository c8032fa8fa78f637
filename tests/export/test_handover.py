"""The handover package: what is in it, in whose language, and that nothing leaks by it."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.handover import Package, make_package
from blueprint_editor.model.comparison import Comparison
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, Comment, Project, Source
from blueprint_editor.storage.format import parse_document
from tests.app.test_cli import make_document

MOMENT = datetime(2026, 11, 25, 12, tzinfo=UTC)
FONTS = FontLibrary()
FULL = make_document(
    comments=(Comment(id="q1", text="salainen kommentti"),),
    cards=(Card(id="c1", lane="l1", step="s1", text="Soittaa", legal_basis="Laki 1 §"),),
    project=Project(
        owner="Kaupunki", contact="aino@kunta.fi", next_review="2027-03-01", checked_on="2026-01-02"
    ),
    sources=(Source(id="src1", title="Raportti", year=2018),),
)


def tell(comparison: Comparison) -> str:
    return "\n".join(difference.text for difference in comparison.records)


def pack(document: Document) -> Package:
    return make_package(document, FONTS, tell, MOMENT)


def read(package: Package) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package.data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fi", ["lue-minut.txt", "kuvaus.blueprint", "juliste.pdf", "kuvaus.html",
                "muutokset.txt", "tarkistettavat.txt"]),
        ("sv", ["las-mig.txt", "beskrivning.blueprint", "affisch.pdf", "beskrivning.html",
                "andringar.txt", "att-granska.txt"]),
        ("en", ["read-me.txt", "blueprint.blueprint", "poster.pdf", "blueprint.html",
                "changes.txt", "reviews.txt"]),
    ],
)  # fmt: skip
def test_a_package_holds_document_poster_page_and_lists(language: str, names: list[str]) -> None:
    files = read(pack(FULL.changed(language=language)))
    assert list(files) == names
    about, document, poster, page, *_ = files.values()
    assert all(name in about.decode("utf-8-sig") for name in names[1:])
    assert parse_document(document).title == "Polku"
    assert poster.startswith(b"%PDF-")
    assert b"<h1" in page


def test_what_is_due_is_told_with_its_day() -> None:
    told = read(pack(FULL))["tarkistettavat.txt"].decode("utf-8-sig")
    assert told.split("\r\n") == [
        "Tarkistettavat",
        "",
        "- Tarkistettu: 2.1.2026",
        "- Voimassa: ei sovittu",
        "- Seuraava tarkistus: 1.3.2027",
        "- Ylläpitäjä: Kaupunki",
        "",
        "Kortit, joiden perusteena on laki",
        "- 1.1 Soittaa: Laki 1 §",
        "",
        "Lähteet",
        "- Raportti, 2018",
        "",
    ]


def test_changes_since_the_last_named_version_are_listed() -> None:
    assert "nimettyä versiota" in read(pack(FULL))["muutokset.txt"].decode("utf-8-sig")
    kept = KeepVersion("z1", "Paja 2", "2026-05-04").apply(FULL)
    package = pack(SetCardText("c1", "Kirjoittaa").apply(kept))
    told = read(package)["muutokset.txt"].decode("utf-8-sig")
    assert told == "Muutokset versiosta Paja 2 (4.5.2026)\r\n\r\nKirjoittaa\r\n"
    assert package.before is not None
    assert package.before.cards[0].text == "Soittaa"


def test_nothing_private_is_in_any_file_and_the_bytes_are_the_same() -> None:
    kept = KeepVersion("z1", "Paja 2", "2026-05-04").apply(FULL)
    later = kept.changed(comments=(*kept.comments, Comment(id="q2", text="toinen salaisuus")))
    package = pack(later)
    for data in read(package).values():
        assert b"salai" not in data
        assert b"aino@kunta.fi" not in data
    assert {part for part, _count in package.left_out} == {"comments", "snapshots", "contacts"}
    assert pack(later).data == package.data
