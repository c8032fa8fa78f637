"""A comment round there and back: what is sent, and where each answer lands."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pytest

from blueprint_editor.commands.comments import TakeComments
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.round.files import draw_version, write_round
from blueprint_editor.export.round.placing import place_answers
from blueprint_editor.export.round.rows import make_round
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, Fit
from blueprint_editor.storage.answers.files import read_answers
from blueprint_editor.storage.format import load_document
from tests.app.test_cli import SAMPLE, make_document

MOMENT = datetime(2026, 11, 25, 12, tzinfo=UTC)
FONTS = FontLibrary()
HEAD = 4


def keep(document: Document) -> Document:
    return KeepVersion("z-kierros1", "Kierros", "2026-11-25").apply(document)


def send(document: Document, path: Path) -> Path:
    write_round(document, document.snapshots[-1], path, lambda: FONTS, MOMENT)
    return path


def take(document: Document, *paths: Path) -> list[tuple[str, str, str]]:
    """Return (code, outcome or reason, text) of each remark."""
    placed = place_answers(document, [read_answers(path) for path in paths], draw)
    return [(one.code, one.reason or one.outcome, one.comment.text) for one in placed]


def draw(document: Document) -> tuple[Drawing, ...]:
    return draw_version(document, FONTS)


SMALL = make_document(
    "=1+1 soittaa",
    cards=(
        Card(id="c1", lane="l1", step="s1", text="=1+1 soittaa"),
        Card(id="c2", lane="l1", step="s1", text="Odottaa\nkotona"),
    ),
)


@pytest.mark.parametrize("language", ["fi", "sv", "en", "se"])
def test_a_round_asks_about_the_whole_and_about_every_card(language: str) -> None:
    found = make_round(keep(SMALL.changed(language=language)).snapshots[-1])
    assert [(row.code, row.phase, row.lane) for row in found.rows] == [
        ("0", "", ""),
        ("1.1", "1 Alku", "Asiakas"),
        ("1.2", "1 Alku", "Asiakas"),
    ]
    assert "z-kierros1" in found.version
    assert SMALL.title in found.title


def test_what_the_poster_does_not_show_is_not_asked_about() -> None:
    hidden = SMALL.changed(lanes=(SMALL.lanes[0].changed(hidden=True),))
    assert [row.code for row in make_round(keep(hidden).snapshots[-1]).rows] == ["0"]


def test_texts_stay_texts_in_a_spreadsheet(tmp_path: Path) -> None:
    path = send(keep(SMALL), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cell = sheet.cell(HEAD + 2, 4)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1 soittaa", "s", True)
    assert [cell.value for cell in sheet[HEAD]] == [
        "Koodi", "Vaihe", "Kaista", "Teksti", "Kommentti", "Kommentoija",
    ]  # fmt: skip
    assert sheet.freeze_panes == f"A{HEAD + 1}"
    with zipfile.ZipFile(path) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pdf"])
def test_the_same_round_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    document = keep(SMALL)
    first = send(document, tmp_path / f"a.{ending}").read_bytes()
    assert send(document, tmp_path / f"b.{ending}").read_bytes() == first


def test_an_unknown_ending_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r'unknown ending ".csv"'):
        send(keep(SMALL), tmp_path / "a.csv")


def fill_sheet(path: Path, filled: dict[int, dict[int, str]]) -> None:
    """Write into rows below the head: row → column → text."""
    book = openpyxl.load_workbook(path)
    for row, cells in filled.items():
        for column, text in cells.items():
            book.worksheets[0].cell(HEAD + row, column).value = text
    book.save(path)


def test_answers_come_back_by_code(tmp_path: Path) -> None:
    document = keep(SMALL)
    path = send(document, tmp_path / "a.xlsx")
    assert take(document, path) == []
    fill_sheet(
        path,
        {
            1: {5: "Hyvä kokonaisuus"},
            2: {5: "Kenelle?", 6: "Maija"},
            3: {4: "Odottaa viikon"},
            4: {1: "9.9", 5: "Mihin tämä?"},
        },
    )
    assert take(document, path) == [
        ("", "whole", "Hyvä kokonaisuus"),
        ("1.1", "card", "Kenelle?"),
        ("1.2", "card", "Ehdotettu teksti: Odottaa viikon"),
        ("9.9", "unknown_code", "9.9: Mihin tämä?"),
    ]
    placed = place_answers(document, [read_answers(path)], draw)
    # There is but one commenter, so that all of it is theirs.
    assert {one.comment.author for one in placed} == {"Maija"}
    assert [one.comment.target for one in placed] == [None, "c1", "c2", None]


def test_codes_are_those_of_the_version_that_was_sent(tmp_path: Path) -> None:
    document = keep(SMALL)
    path = send(document, tmp_path / "a.docx")
    before = Card(id="c0", lane="l1", step="s1", text="Uusi")
    later = document.changed(cards=(before, *document.cards))
    later = DeleteRecords(frozenset({"c2"})).apply(later)
    word = docx.Document(str(path))
    for row in word.tables[0].rows[2:]:
        row.cells[4].text = "Kommentti"
    word.add_paragraph("Kiitos!")
    word.save(str(path))
    assert take(later, path) == [
        ("", "no_code", "Kiitos!"),
        ("1.1", "card", "Kommentti"),
        ("1.2", "gone", "1.2 “Odottaa kotona”: Kommentti"),
    ]
    assert place_answers(later, [read_answers(path)], draw)[1].comment.target == "c1"


def test_a_file_that_has_lost_its_version_is_known_by_its_texts(tmp_path: Path) -> None:
    document = keep(SMALL)
    path = send(document, tmp_path / "a.xlsx")
    before = Card(id="c0", lane="l1", step="s1", text="Uusi")
    later = document.changed(cards=(before, *document.cards))
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(HEAD + 2, 5).value = "Kenelle?"
    for merged in list(book.worksheets[0].merged_cells.ranges):
        book.worksheets[0].unmerge_cells(str(merged))
    book.worksheets[0].delete_rows(1, HEAD - 1)
    book.save(path)
    assert place_answers(later, [read_answers(path)], draw)[0].comment.target == "c1"


def test_what_was_taken_is_not_taken_again(tmp_path: Path) -> None:
    document = keep(SMALL)
    path = send(document, tmp_path / "a.xlsx")
    fill_sheet(path, {2: {5: "Kenelle?"}, 4: {5: "Ilman koodia"}})
    placed = place_answers(document, [read_answers(path)], draw)
    after = TakeComments(tuple(one.comment for one in placed), "2026-11-25").apply(document)
    assert [outcome for _, outcome, _ in take(after, path)] == ["known", "no_code"]
    again = place_answers(after, [read_answers(path), read_answers(path)], draw)
    assert {one.outcome for one in again} == {"known"}


# --- notes on the poster


def put_notes(
    path: Path, spots: dict[str, tuple[float, float]], scale: float = 1.0, number: int = 0
) -> None:
    """Put a note for each text with its middle at (x, y) mm from the upper left corner."""
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        page: Any = pdf.pages[number].obj
        factor = 72 / 25.4 * scale
        _, _, width, high = (float(value) for value in page.MediaBox)
        page.MediaBox = pikepdf.Array([0, 0, width * scale, high * scale])
        notes = [
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Text,
                    Rect=[x * factor - 9, high * scale - y * factor - 9,
                          x * factor + 9, high * scale - y * factor + 9],
                    Contents=text,
                    T="Liisa",
                )
            )
            for text, (x, y) in spots.items()
        ]  # fmt: skip
        page.Annots = pikepdf.Array([*page.get("/Annots", []), *notes])
        pdf.save(path)


def find_middles(drawing: Drawing) -> dict[str, tuple[float, float]]:
    """Return card id → its middle on a page in mm."""
    scale, dx, dy = drawing.fit
    boxes = {p.group.key: p.bounds for p in drawing.placed if p.group.kind == "card"}
    return {
        key: ((b.x0 + b.x1) / 2 * scale + dx, (b.y0 + b.y1) / 2 * scale + dy)
        for key, b in boxes.items()
    }


@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_notes_on_the_poster_find_the_card_that_they_stand_on(tmp_path: Path, scale: float) -> None:
    document = keep(load_document(SAMPLE))
    path = send(document, tmp_path / "a.pdf")
    (page,) = draw(document)
    middles = find_middles(page)
    assert len(middles) == len(document.cards)
    put_notes(path, middles, scale)
    # Meanwhile all has moved.
    moved = document.changed(phases=document.phases[::-1])
    placed = place_answers(moved, [read_answers(path)], draw)
    assert [(one.comment.text, one.outcome) for one in placed] == [(c, "card") for c in middles]
    assert [one.comment.target for one in placed] == list(middles)
    assert {one.comment.author for one in placed} == {"Liisa"}


def test_notes_beside_everything_and_on_other_pages_are_kept_as_unplaced(tmp_path: Path) -> None:
    document = keep(SMALL)
    path = send(document, tmp_path / "a.pdf")
    put_notes(path, {"Nurkassa": (3, 3)})
    assert take(document, path) == [("", "no_card", "Sivu 1: Nurkassa")]
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 300, 900])
        pdf.save(path)
    assert take(document, path) == [("", "other_page", "Sivu 1: Nurkassa")]
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert take(document, path) == [("", "other_page", "Sivu 1: Nurkassa")]


def test_a_round_on_several_posters_finds_the_cards_of_each(tmp_path: Path) -> None:
    sample = load_document(SAMPLE)
    fit = Fit(column_width=60, type_scale=1, paper="A1", splits=(sample.phases[3].id,))
    document = keep(sample.changed(poster=sample.poster.changed(fit=fit)))
    path = send(document, tmp_path / "a.pdf")
    pages = draw(document)
    assert len(pages) == 2
    middles = [find_middles(page) for page in pages]
    for number, found in enumerate(middles):
        put_notes(path, found, number=number)
    placed = place_answers(document, [read_answers(path)], draw)
    assert [one.comment.target for one in placed] == [card for found in middles for card in found]
