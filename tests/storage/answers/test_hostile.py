"""Files that are no answers, broken, locked or hostile: one clear reason, quickly, nothing else."""

import contextlib
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest

from blueprint_editor.model.errors import DocumentError, FileAccessError
from blueprint_editor.storage.answers.files import read_answers
from blueprint_editor.storage.answers.packages import MAX_UNPACKED_BYTES

HEAD = ("Koodi", "Kommentti", "Kommentoija")


def make_sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return save(book.save)


def make_word() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, (HEAD, ("1.1", "Hyvä", "Aino")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return save(document.save)


def make_pdf(words: str = "Hyvä", **options: object) -> bytes:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[1, 2, 3, 4], Contents=words
        )
        page.obj.Annots = pikepdf.Array([note])
        return save(lambda file: pdf.save(file, **options))  # type: ignore[arg-type]


def save(write: Callable[[BytesIO], object]) -> bytes:
    file = BytesIO()
    write(file)
    return file.getvalue()


SHEET, WORD, PDF = make_sheet(HEAD, ("1.1", "Hyvä", "Aino")), make_word(), make_pdf()


def replace_part(data: bytes, ending: str, content: bytes) -> bytes:
    """Return a package with the parts changed whose names end so."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            is_wanted = part.filename.endswith(ending)
            new.writestr(part.filename, content if is_wanted else old.read(part))
    return file.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>"""
ZEROS = bytes(MAX_UNPACKED_BYTES + 1)


def lock(data: bytes) -> bytes:
    """Mark a package's first part as encrypted, in its table of contents."""
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"PK\x05\x06"))
    return data[: at + 8] + bytes([data[at + 8] | 1]) + data[at + 9 :]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"Hei", "is no answer"),
        ("a.xlsx", b"", "is broken"),
        ("a.xlsx", b"PK\x03\x04 nothing", "is broken"),
        ("a.xlsx", WORD, "is broken"),
        ("a.docx", SHEET, "is broken"),
        ("a.docx", PDF, "is broken"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "locked with a password, or of an old kind"),
        ("a.xlsx", lock(SHEET), "locked with a password"),
        ("a.docx", lock(WORD), "locked with a password"),
        ("a.xlsx", make_sheet(("Nimi", "Luku"), ("x", 1)), "no table with the columns"),
        ("a.xlsx", replace_part(SHEET, "sheet1.xml", ZEROS), "holds far too much"),
        ("a.docx", replace_part(WORD, "document.xml", ZEROS), "holds far too much"),
        ("a.xlsx", replace_part(SHEET, "sheet1.xml", LAUGHS), "broken"),
        ("a.xlsx", replace_part(SHEET, "sheet1.xml", b"<x>"), "broken"),
        ("a.docx", replace_part(WORD, "document.xml", b"<x>"), "broken"),
        ("a.docx", save(docx.Document().save), "no table with the columns"),
        ("a.pdf", b"Hei", "is broken"),
        ("a.pdf", make_pdf(""), "nobody has written"),
        (
            "a.pdf",
            make_pdf(encryption=pikepdf.Encryption(owner="a", user="b")),
            "locked with a password",
        ),
    ],
)
def test_what_is_no_answer_is_refused_for_one_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=reason) as caught:
        read_answers(path)
    assert len(caught.value.problems) == 1
    assert caught.value.source == name


def test_a_flood_of_remarks_is_refused(tmp_path: Path) -> None:
    rows = [(*HEAD, *("x" for _column in range(30))) for _row in range(900)]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make_sheet(HEAD, *rows))
    with pytest.raises(DocumentError, match="holds far too much"):
        read_answers(path)


def test_what_is_not_there_is_told_as_for_every_file(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        read_answers(tmp_path / "a.xlsx")


@pytest.mark.parametrize(("name", "data"), [("a.xlsx", SHEET), ("a.docx", WORD), ("a.pdf", PDF)])
def test_damage_gives_an_answer_or_a_reason(tmp_path: Path, name: str, data: bytes) -> None:
    dice, path = random.Random(7), tmp_path / name
    for _round in range(25):
        damaged = bytearray(data)
        for _byte in range(dice.randrange(1, 12)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        path.write_bytes(damaged[: dice.randrange(len(damaged) // 2, len(damaged) + 1)])
        with contextlib.suppress(DocumentError):
            assert read_answers(path).remarks


def test_a_sheet_that_claims_to_be_huge_is_read_as_what_it_is(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(SHEET))
    book.worksheets[0].cell(1_048_576, 16_384, "kaukana")
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert [remark.text for remark in read_answers(path).remarks] == ["Hyvä"]
