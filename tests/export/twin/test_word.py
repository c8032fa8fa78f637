"""The Word document: what makes it accessible, and that the same document gives the same bytes."""

import os
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from blueprint_editor.export.texts import write_text
from blueprint_editor.model.document import Document
from blueprint_editor.model.images.assets import import_image
from blueprint_editor.model.records import Card, Logo, Picture
from tests.export.twin.documents import FULL
from tests.export.twin.word_reader import W, read_part, text_of
from tests.model.strategies import documents, make_png

MOMENT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PHOTO = import_image(make_png(), "photo.png")
LOGO = import_image(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">'
    b'<rect width="20" height="10" fill="#123456"/></svg>'
)


@pytest.fixture(scope="module")
def data() -> bytes:
    project = FULL.project
    assert project is not None
    picture = Picture(asset=PHOTO.id, alt="Ovi auki")
    document = FULL.changed(
        assets=(PHOTO, LOGO),
        project=project.changed(logos=(Logo(asset=LOGO.id, alt="EU:n lippu", kind="eu"),)),
        cards=(
            *FULL.cards,
            Card(id="c9", lane="l1", step="s3", text="Kuva", image=picture),
            Card(id="c10", lane="l1", step="s3", text="K", image=Picture(asset=PHOTO.id)),
        ),
    )
    return write_text(document, "docx", MOMENT)


def test_headings_are_real_and_in_order(data: bytes) -> None:
    document = docx.Document(BytesIO(data))
    found = [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")
    ]
    assert ("Heading 1", "Palvelupolku") in found
    assert ("Heading 2", "1 Alku") in found
    assert ("Heading 3", "Tutustuminen") in found
    levels = [int(name[-1]) for name, _ in found]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert document.paragraphs[0].style.name == "Title"


def test_tables_repeat_their_header_and_have_a_name(data: bytes) -> None:
    root = read_part(data, "word/document.xml")
    tables = root.findall(f".//{W}tbl")
    assert len(tables) == 3
    for table in tables:
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert text_of(first) == "Kaista Mitä tapahtuu Merkinnät ja yhteydet"
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert not table.findall(f".//{W}gridSpan")


def test_every_style_is_there(data: bytes) -> None:
    known = {s.get(f"{W}styleId") for s in read_part(data, "word/styles.xml").iter(f"{W}style")}
    root = read_part(data, "word/document.xml")
    used = {e.get(f"{W}val") for tag in ("pStyle", "rStyle") for e in root.iter(f"{W}{tag}")}
    assert "Link" in used
    assert used <= known


def test_languages(data: bytes) -> None:
    root = read_part(data, "word/document.xml")
    english = [r for r in root.iter(f"{W}r") if r.find(f"{W}rPr/{W}lang") is not None]
    assert {text_of(run) for run in english} == {"Welcomes you"}
    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in english} == {"en-GB"}
    defaults = read_part(data, "word/styles.xml").find(f".//{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults.get(f"{W}val") == "fi-FI"


def test_links_lead_out_and_to_cards(data: bytes) -> None:
    root = read_part(data, "word/document.xml")
    anchors = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} - {None}
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert anchors
    assert anchors <= set(names)
    assert len(names) == len(set(names))
    relations = read_part(data, "word/_rels/document.xml.rels")
    targets = {r.get("Target") for r in relations if r.get("TargetMode") == "External"}
    assert {"tel:+358401234567", "https://example.org/polku", "https://thl.example"} <= targets
    assert all(target.isascii() for target in targets)


def test_pictures_have_alternative_texts_or_are_decorative(data: bytes) -> None:
    root = read_part(data, "word/document.xml")
    pictures = [e for e in root.iter() if e.tag.endswith("}docPr")]
    assert sorted(picture.get("descr") for picture in pictures) == ["", "EU:n lippu", "Ovi auki"]
    for picture in pictures:
        is_decorative = any(e.tag.endswith("}decorative") for e in picture.iter())
        assert is_decorative == (not picture.get("descr"))
    with zipfile.ZipFile(BytesIO(data)) as file:
        kinds = {name.rpartition(".")[2] for name in file.namelist() if "/media/" in name}
    assert kinds == {"png"}


def test_each_numbered_list_counts_from_one(data: bytes) -> None:
    document = docx.Document(BytesIO(data))
    numbers = {
        p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"
    }
    assert len(numbers) == 2


def test_properties(data: bytes) -> None:
    told = docx.Document(BytesIO(data)).core_properties
    assert (told.title, told.author, told.subject) == (
        "Koko <polku> & muuta",
        "Järjestö ry",
        "Kaikki kentät täynnä",
    )
    assert (told.language, told.version, told.last_modified_by) == ("fi-FI", "2", "")
    assert told.created == told.modified == MOMENT.replace(tzinfo=told.created.tzinfo)


def test_nothing_of_the_template_is_told(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert {name for name in file.namelist() if "docProps" in name} == {"docProps/core.xml"}


def test_the_same_document_gives_the_same_bytes(data: bytes) -> None:
    assert write_text(FULL, "docx", MOMENT) == write_text(FULL.changed(), "docx", MOMENT)
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {MOMENT.timetuple()[:6]}


@settings(max_examples=4)
@given(document=documents())
def test_any_document_can_be_opened_again(document: Document) -> None:
    found = docx.Document(BytesIO(write_text(document, "docx", MOMENT)))
    assert found.paragraphs


@pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice Writer is not here")
@pytest.mark.endurance
def test_an_office_program_opens_it(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "polku.docx"
    path.write_bytes(data)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}",
         "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (tmp_path / "polku.pdf").read_bytes().startswith(b"%PDF")
