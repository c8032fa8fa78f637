"""Export jobs: a file is written whole or not at all, and what is amiss is named."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from blueprint_editor.drawing.drawing import MissingLetters
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.jobs import export_document, make_pages, name_missing
from blueprint_editor.export.kinds import KINDS, ExportError, find_kind
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Card, Lane, Phase, Project, Step, Tag
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.print_wish import FitWish, PrintWish
from tests.painters.pdf_gate import find_failures

FONTS = FontLibrary()
DOCUMENT = Document(
    id="d1",
    title="Polku",
    language="fi",
    lanes=(Lane(id="l1", role="customer", name="Asiakas"),),
    phases=(Phase(id="p1", name="Alku"), Phase(id="p2", name="Loppu")),
    steps=(Step(id="s1", phase="p1"), Step(id="s2", phase="p2")),
    cards=(Card(id="c1", lane="l1", step="s2", text="Soittaa"),),
)


class PainterFailedError(Exception):
    """Stands for any fault while painting."""


def fail(*_: Any) -> bytes:
    raise PainterFailedError


@pytest.mark.parametrize("kind", KINDS)
def test_the_ending_says_the_kind_in_any_letters(kind: str) -> None:
    assert find_kind(f"a.b.{kind.upper()}") == kind


def test_a_fault_while_painting_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    out.write_bytes(b"old")
    with pytest.raises(PainterFailedError):
        export_document(DOCUMENT, out, ExportOptions(), FONTS, fail)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_the_painter_that_is_handed_in_gets_page_and_resolution(tmp_path: Path) -> None:
    seen: list[Any] = []

    def paint(drawing: Any, fonts: Any, dpi: float) -> bytes:
        seen.append((drawing.width, drawing.height, fonts, dpi))
        return b"pixels"

    options = ExportOptions(paper=parse_paper("A3"), orientation="portrait", dpi=72.0)
    result = export_document(DOCUMENT, tmp_path / "a.png", options, FONTS, paint)
    assert seen == [(297, 420, FONTS, 72.0)]
    assert (tmp_path / "a.png").read_bytes() == b"pixels"
    assert (result.width, result.height, result.size) == (297, 420, 6)


def test_an_unknown_sheet_is_refused() -> None:
    with pytest.raises(ExportError, match='unknown sheet "banner"'):
        make_pages(DOCUMENT, ExportOptions(sheet="banner"), FONTS)


def test_the_drawing_carries_its_meaning_and_language() -> None:
    (drawing,), untranslated = make_pages(DOCUMENT, ExportOptions(language="fi"), FONTS)
    assert (drawing.language, drawing.tags.role, untranslated) == ("fi", "Document", 0)
    assert drawing.tags.children


def test_missing_letters_are_placed_by_card_code_or_record() -> None:
    missing = tuple(MissingLetters("𓀀", key) for key in ("c1", "p2", "s1", "l1", "title"))
    assert [place for _, place in name_missing(DOCUMENT, missing)] == [
        "card 2.1",
        'phase "p2"',
        'step "s1"',
        'lane "l1"',
        "part title",
    ]


def test_several_pages_are_one_pdf_but_numbered_pictures(tmp_path: Path) -> None:
    options = ExportOptions(sheet="W1", language="en")
    pdf = export_document(DOCUMENT, tmp_path / "a.pdf", options, FONTS, fail)
    assert (pdf.pages, pdf.files) == (3, (str(tmp_path / "a.pdf"),))
    svg = export_document(DOCUMENT, tmp_path / "a.svg", options, FONTS, fail)
    names = [tmp_path / f"a-{number}.svg" for number in (1, 2, 3)]
    assert svg.files == tuple(map(str, names))
    assert sum(name.stat().st_size for name in names) == svg.size
    kept = names[2].read_bytes()
    with pytest.raises(ExportError, match="exists already"):
        export_document(DOCUMENT, tmp_path / "a.svg", options, FONTS, fail)
    assert names[2].read_bytes() == kept


def test_a_workshop_sheet_speaks_languages_that_the_document_has_not(tmp_path: Path) -> None:
    pages, untranslated = make_pages(DOCUMENT, ExportOptions(sheet="W2", language="sv"), FONTS)
    assert (pages[0].language, untranslated) == ("sv", 1)
    with pytest.raises(ExportError, match="no texts in the language"):
        make_pages(DOCUMENT, ExportOptions(sheet="poster,W2", language="sv"), FONTS)


def test_a_pdf_tells_whose_it_is_and_what_it_is_about(tmp_path: Path) -> None:
    document = DOCUMENT.changed(
        subtitle="Kaikille", project=Project(name="Hanke", organisation="Kunta"),
        tags=(Tag(id="t1", name="Nuoret"), Tag(id="t2", name="Työ")),
        translations={"en": {"d1": {"title": "Path", "subtitle": "For all"}}},
    )  # fmt: skip
    out = tmp_path / "a.pdf"
    export_document(document, out, ExportOptions(language="en"), FONTS, fail)
    assert find_failures(out.read_bytes()) == []
    with pikepdf.open(out) as pdf:
        told = {key: str(value) for key, value in pdf.docinfo.items()}
    assert (told["/Title"], told["/Author"], told["/Subject"]) == ("Path", "Kunta", "For all")
    assert told["/Keywords"] == "Nuoret, Työ"


def test_a_file_of_several_booklets_bears_the_name_of_all(tmp_path: Path) -> None:
    document = DOCUMENT.changed(
        actors=(Actor(id="a1", name="Neuvonta"), Actor(id="a2", name="Arkisto")),
        cards=(DOCUMENT.cards[0].changed(actors=("a1", "a2")),),
    )
    out = tmp_path / "a.pdf"
    export_document(document, out, ExportOptions(sheet="induction"), FONTS, fail)
    with pikepdf.open(out) as pdf:
        assert str(pdf.docinfo.Title) == "Perehdytysvihko · Polku"
    wish = PrintWish(FitWish(posters=2))
    export_document(document, out, ExportOptions(wish=wish), FONTS, fail)
    with pikepdf.open(out) as pdf:
        assert (len(pdf.pages), str(pdf.docinfo.Title)) == (2, "Polku")
