"""Posters and sheets of any document pass the checker of accessible PDF files."""

from pathlib import Path

import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.jobs import export_document, make_pages
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import POSTER_EXTRAS
from blueprint_editor.model.records import Duration, Logo, Picture, Poster, Project
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from blueprint_editor.sheets.kinds import SHEETS
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.format import load_document
from tests.model.strategies import make_asset, make_document, make_png
from tests.painters.pdf_gate import find_failures

SAMPLE = Path(__file__).parents[2] / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"
LOOKS = {
    "everything": Poster(extra_parts=POSTER_EXTRAS, second_language="en", colour_by="actor"),
    "little ink": Poster(
        extra_parts=POSTER_EXTRAS, ink_saving=True, marks="list", colour_by="variant"
    ),
    "no title": Poster(hidden_parts=("title_block",)),
    "grey": Poster(extra_parts=POSTER_EXTRAS, greyscale=True, second_language="sv"),
}


def make_full(poster: Poster) -> Document:
    sample = load_document(SAMPLE)
    asset = make_asset(make_png(), "image/png")
    first, *rest = sample.personas
    phase, *phases = sample.phases
    return sample.changed(
        assets=(asset,),
        personas=(first.changed(portrait=Picture(asset=asset.id, alt="Mirja työssä")), *rest),
        phases=(phase.changed(duration=Duration(min=2, max=3, unit="weeks")), *phases),
        project=Project(
            name="Hanke", published_url="https://example.org/polku", legal_basis="laki 189/2001",
            checked_on="2026-11-01", disclaimer="Ei virallinen ohje.",
            funding_statement="Euroopan unionin osarahoittama",
            logos=(Logo(asset=asset.id, alt="Euroopan unioni", kind="eu"),),
        ),
        poster=poster.changed(background=Picture(asset=asset.id)),
    )  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_a_full_poster_conforms(look: str) -> None:
    document = make_full(LOOKS[look])
    pictures, problems = read_pictures(document, document.assets)
    assert not problems
    fonts = FontLibrary()
    drawing = PosterComposer(Typesetter(fonts)).compose(document, pictures).tagged
    assert find_failures(paint_pdf(drawing, fonts, PdfMetadata())) == []


@pytest.mark.parametrize("sheet", ["poster", "slides", "brochure"])
def test_a_document_without_a_title_has_one_in_its_file(sheet: str) -> None:
    document = Document(id="d", title=" ", language="fi")
    fonts = FontLibrary()
    pages, _untranslated = make_pages(document, ExportOptions(sheet=sheet), fonts)
    assert find_failures(paint_pdf(pages, fonts, PdfMetadata())) == []


def export(document: Document, sheet: str, out: Path) -> bytes:
    def paint_png(*_: object) -> bytes:
        raise AssertionError

    export_document(document, out, ExportOptions(sheet=sheet), FontLibrary(), paint_png)
    return out.read_bytes()


@pytest.mark.parametrize("sheet", ["W3", "slides"])
def test_logos_and_names_that_say_nothing_conform(sheet: str, tmp_path: Path) -> None:
    asset = make_asset(make_png(), "image/png")
    project = Project(name="", logos=(Logo(asset=asset.id, alt="", kind="eu"),))
    nameless = Document(id="d1", title="", language="fi", assets=(asset,), project=project)
    assert find_failures(export(nameless, sheet, tmp_path / "a.pdf")) == []


@pytest.mark.endurance
@pytest.mark.parametrize("sheet", [name for name in SHEETS if name != "changes"])
def test_every_sheet_of_any_document_conforms(sheet: str, tmp_path: Path) -> None:
    for seed in range(8):
        document = make_document(seed, (0.2, 0.5, 0.9)[seed % 3], 8)
        if sheet != "paths" or len(document.variants) > 1:
            assert find_failures(export(document, sheet, tmp_path / "a.pdf")) == []
