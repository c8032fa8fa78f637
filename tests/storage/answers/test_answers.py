"""What people do to the files of a round, in every program, comes back as their remarks."""

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.comments import Comment as CellNote

from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.storage.answers.files import read_answers
from blueprint_editor.storage.answers.remarks import Remark, Spot
from tests.storage.answers.test_hostile import SHEET, WORD, make_pdf, make_sheet


def keep(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "head",
    [("Koodi", "Kommentti", "Kommentoija"), ("KOD", " Kommentar ", "Kommentator"),
     ("Code", "Comment", "Commenter")],
)  # fmt: skip
def test_columns_are_known_by_their_words_in_every_language(
    tmp_path: Path, head: tuple[str, ...]
) -> None:
    data = make_sheet(("Otsikko",), head, (" 3,4. ", "Hyvä", "Aino"))
    found = read_answers(keep(tmp_path / "A.XLSX", data))
    assert found.remarks == (Remark("Hyvä", "Aino", "3.4"),)
    assert found.loose == ("Otsikko",)


def test_formulas_and_links_are_plain_text_and_nothing_is_reckoned(tmp_path: Path) -> None:
    texts = ("=1+1", '=HYPERLINK("http://paha.example","Katso")', "@SUM(A1)", "+358 40")
    rows = [(f"1.{number}", text, "") for number, text in enumerate(texts, 1)]
    data = make_sheet(("Koodi", "Kommentti", "Kommentoija"), *rows, (2.3, 7.0, True))
    found = read_answers(keep(tmp_path / "a.xlsx", data)).remarks
    assert tuple(remark.text for remark in found[:-1]) == texts
    assert found[-1] == Remark("7", "True", "2.3")


def test_columns_may_change_places_and_what_stands_beside_them_is_kept(tmp_path: Path) -> None:
    data = make_sheet(
        ("Kommentti", "Teksti", "Koodi"), ("Hyvä", "Soittaa", "1.1", "", "Vielä tämä")
    )
    assert read_answers(keep(tmp_path / "a.xlsx", data)).remarks == (
        Remark("Hyvä", code="1.1", shown="Soittaa"),
        Remark("Vielä tämä", code="1.1"),
    )


def test_notes_on_cells_belong_to_their_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(SHEET))
    book.worksheets[0]["B2"].comment = CellNote("Ulla:\nHuomaa tämä", "Ulla")
    book.save(tmp_path / "a.xlsx")
    assert read_answers(tmp_path / "a.xlsx").remarks[1] == Remark("Huomaa tämä", "Ulla", "1.1")


def test_tracked_changes_and_comments_of_word_are_remarks(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(WORD))
    cell = document.tables[0].rows[1].cells[1].paragraphs[0]
    change = '<w:{0} {1} w:id="9" w:author="Ulla"><w:r><w:{2}>{3}</w:{2}></w:r></w:{0}>'
    cell._p.append(parse_xml(change.format("ins", nsdecls("w"), "t", " mutta pitkä")))
    cell._p.append(parse_xml(change.format("del", nsdecls("w"), "delText", " poistettu")))
    document.add_comment(cell.runs, text="Oikea huomautus", author="Pekka")
    after = document.add_paragraph("Lopuksi kiitos.")
    document.add_comment(after.runs, text="Ei riviä", author="Pekka")
    document.save(str(tmp_path / "a.docx"))
    found = read_answers(tmp_path / "a.docx")
    assert found.remarks == (
        Remark("Hyvä mutta pitkä", "Aino", "1.1"),
        Remark("Oikea huomautus", "Pekka", "1.1"),
        Remark("Ei riviä", "Pekka"),
    )
    assert found.loose == ("Lopuksi kiitos.",)


def test_notes_of_a_pdf_tell_their_place_in_mm_from_the_upper_left_corner(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(make_pdf())) as pdf:
        page = pdf.pages[0].obj
        page.MediaBox = pikepdf.Array([10, 20, 730, 740])
        first = pdf.make_indirect(page.Annots[0])
        first.Rect, first.T = pikepdf.Array([82, 596, 154, 668]), "Liisa"
        answer = pikepdf.Dictionary(
            Subtype=pikepdf.Name.Text, Rect=[0, 0, 1, 1], Contents="Samaa mieltä", IRT=first
        )
        popup = pikepdf.Dictionary(Subtype=pikepdf.Name.Popup, Rect=[0, 0, 1, 1], Contents="x")
        state = pikepdf.Dictionary(
            Subtype=pikepdf.Name.Text, Rect=[0, 0, 1, 1], Contents="Accepted", StateModel="Review"
        )
        page.Annots = pikepdf.Array([first, answer, popup, state])
        pdf.docinfo["/Keywords"] = "z-abc"
        pdf.save(tmp_path / "a.pdf")
    found = read_answers(tmp_path / "a.pdf")
    spot = found.remarks[0].spot
    assert spot is not None
    assert tuple(spot.area) == pytest.approx((25.4, 25.4, 50.8, 50.8))
    assert (spot.page, spot.width, spot.height) == (1, pytest.approx(254), pytest.approx(254))
    assert found.remarks == (
        Remark("Hyvä", "Liisa", spot=Spot(1, Bounds(*spot.area), spot.width, spot.height)),
        Remark("Samaa mieltä", spot=spot),
    )
    assert (found.loose, found.pages) == (("z-abc",), 1)
