"""Blueprints that belong together on one page, each with what it is about and where it is."""

from pathlib import Path

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.collection import make_collection
from blueprint_editor.export.listing import export_listing
from blueprint_editor.model.records import Project, Publication
from tests.painters.pdf_gate import find_failures
from tests.sheets.workshop.test_prints import PATH


def test_each_is_told_and_leads_to_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    published = PATH.changed(
        title="Toinen",
        project=Project(published_url="https://polut.example", legal_basis="laki 1/2026"),
        publication=Publication(target_group="nuoret"),
    )
    files = [("muualla/a.blueprint.json", PATH), ("b.blueprint", published)]
    page, pages = tmp_path / "kokoelma.html", tmp_path / "kokoelma.pdf"
    export_listing(page, make_collection(files, page, "fi"), FontLibrary)
    told = page.read_text("utf-8")
    for words in (
        'href="a.html"', 'href="https://polut.example"', "1 Alku", "nuoret", "laki 1/2026", "Toinen"
    ):  # fmt: skip
        assert words in told
    listing = make_collection(files, pages, "fi")
    assert [entry.url for entry in listing.groups[0].entries] == ["", "https://polut.example"]
    export_listing(pages, listing, FontLibrary)
    assert find_failures(pages.read_bytes()) == []
