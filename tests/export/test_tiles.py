"""Posters on many sheets as files: what is asked for, what the document says, what is amiss."""

from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.export.tiles import (
    TileRequest,
    _share_out,
    export_tiles,
    find_stored_tiling,
)
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.model.records import Phase, Poster, Step, Tiling
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.print_wish import FitWish, PrintWish
from blueprint_editor.sheets.tiling import TileOptions, plan_tiles
from tests.export.test_jobs import DOCUMENT
from tests.sheets.test_tiling import make_page

FONTS = FontLibrary()
OPTIONS = ExportOptions(paper=parse_paper("A2"), created=datetime(2026, 1, 1, tzinfo=UTC))
A4 = TileOptions(parse_paper("A4"))


def count_pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_file_holds_the_guide_and_all_sheets(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    result = export_tiles(DOCUMENT, out, OPTIONS, TileRequest(A4), FONTS)
    (poster,) = result.posters
    assert count_pages(out) == len(poster.plan.tiles) + 1 == len(poster.codes) + 1
    assert (poster.width, poster.height) == (594, 420)
    assert result.size == out.stat().st_size
    assert result.card_codes == {"c1": "2.1"}
    before = out.read_bytes()
    export_tiles(DOCUMENT, out, OPTIONS, TileRequest(A4), FONTS)
    assert out.read_bytes() == before


def test_chosen_sheets_and_the_test_print_come_alone(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    result = export_tiles(DOCUMENT, out, OPTIONS, TileRequest(A4, ("b2", "A1")), FONTS)
    assert (count_pages(out), result.posters[0].codes) == (2, ("A1", "B2"))
    result = export_tiles(DOCUMENT, out, OPTIONS, TileRequest(A4, is_test=True), FONTS)
    assert (count_pages(out), result.posters[0].codes) == (1, ())


def test_one_sheet_needs_no_guide(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    result = export_tiles(DOCUMENT, out, OPTIONS, TileRequest(A4._replace(sheets=1)), FONTS)
    assert (count_pages(out), result.posters[0].codes) == (1, ("A1",))


def test_codes_of_ten_posters_are_told_apart() -> None:
    plan = plan_tiles(make_page(400, 600), A4)
    plans = [plan.number(number) for number in range(1, 12)]
    shared = _share_out(["1A1", " 10a2", "11A1-11B1"], plans)
    assert [own for own in shared if own] == [("1A1",), ("10a2",), ("11A1-11B1",)]
    assert (shared[0], shared[9], shared[10]) == (("1A1",), ("10a2",), ("11A1-11B1",))


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (TileRequest(A4, ("Q1",)), 'no sheet "Q1"'),
        (TileRequest(A4._replace(margin=1)), "at least 8 mm"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(
    tmp_path: Path, request_: TileRequest, message: str
) -> None:
    out = tmp_path / "a.pdf"
    with pytest.raises(ExportError, match=message):
        export_tiles(DOCUMENT, out, OPTIONS, request_, FONTS)
    assert not out.exists()


def test_what_is_wrong_with_a_stored_tiling_is_the_documents_fault(tmp_path: Path) -> None:
    document = DOCUMENT.changed(poster=Poster(tiling=Tiling(margin=1.0)))
    options = find_stored_tiling(document)
    assert options is not None
    with pytest.raises(DocumentError) as caught:
        export_tiles(
            document, tmp_path / "a.pdf", OPTIONS, TileRequest(options, is_stored=True), FONTS
        )
    assert caught.value.problems[0].pointer == "/document/poster/tiling"


def test_several_posters_are_cut_one_after_the_other(tmp_path: Path) -> None:
    phases, steps = DOCUMENT.phases, DOCUMENT.steps
    document = DOCUMENT.changed(
        phases=(*phases, Phase(id="px", name="Loppu")),
        steps=(*steps, Step(id="sx", phase="px")),
    )
    options = OPTIONS._replace(wish=PrintWish(FitWish(posters=2)))
    out = tmp_path / "a.pdf"
    first, second = export_tiles(document, out, options, TileRequest(A4), FONTS).posters
    assert (first.codes[0], second.codes[0]) == ("1A1", "2A1")
    with pikepdf.open(out) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    guides = [title for title in titles if title.startswith("Kokoamisohje")]
    assert guides == ["Kokoamisohje 1", "Kokoamisohje 2"]
    assert len(titles) == len(first.codes) + len(second.codes) + 2
    wanted = TileRequest(A4, ("2a1",))
    first, second = export_tiles(document, out, options, wanted, FONTS).posters
    assert (count_pages(out), first.codes, second.codes) == (1, (), ("2A1",))
    with pytest.raises(ExportError, match=r'no sheet "A1" \(1A1 to 2'):
        export_tiles(document, out, options, TileRequest(A4, ("A1",)), FONTS)


def test_an_empty_document_is_cut_too(tmp_path: Path) -> None:
    empty = Document(id="d", title="Tyhjä", language="sv")
    request = TileRequest(A4._replace(repeat_labels=True))
    result = export_tiles(empty, tmp_path / "a.pdf", OPTIONS, request, FONTS)
    assert count_pages(tmp_path / "a.pdf") == len(result.posters[0].codes) + 1


def test_document_says_how_its_poster_is_cut() -> None:
    assert find_stored_tiling(DOCUMENT) is None
    stored = Tiling(paper="Letter", overlap=12.0, margin=9.0, sheets=6, repeat_labels=True)
    document = DOCUMENT.changed(poster=Poster(tiling=stored))
    assert find_stored_tiling(document) == TileOptions(
        parse_paper("Letter"), 12.0, 9.0, 6, None, repeat_labels=True
    )
    unknown = DOCUMENT.changed(poster=Poster(tiling=Tiling(paper="A99")))
    with pytest.raises(DocumentError) as caught:
        find_stored_tiling(unknown)
    assert caught.value.problems[0].pointer == "/document/poster/tiling/paper"
