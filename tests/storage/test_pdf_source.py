"""A document inside a PDF: one file is read, within limits, and each fault is one line."""

import contextlib
import random
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.storage.format import dump_document, load_document, parse_document
from blueprint_editor.storage.pdf_source import extract_source
from tests.storage.pdfs import change_pdf, make_bomb, make_pdf

DOCUMENT = Document(id="d1", title="Polku", language="fi")
DATA = dump_document(DOCUMENT)
MOST = 10_000


def refusal(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        extract_source(data, MOST, "a.pdf")
    assert caught.value.source == "a.pdf"
    ((pointer, message),) = caught.value.problems
    assert pointer == ""
    assert "\n" not in message
    return message


@pytest.mark.parametrize("compress", [True, False])
def test_the_attachment_comes_out_as_it_went_in(compress: bool) -> None:
    assert extract_source(make_pdf(DATA, compress_streams=compress), MOST) == DATA


def test_a_pdf_opens_like_a_document(tmp_path: Path) -> None:
    path = tmp_path / "juliste.pdf"
    path.write_bytes(make_pdf(DATA))
    assert load_document(path) == DOCUMENT


def test_what_is_inside_goes_through_the_checks_of_every_document() -> None:
    with pytest.raises(DocumentError, match="is not a service blueprint"):
        parse_document(make_pdf(b"{}"))
    with pytest.raises(DocumentError, match="UTF-8"):
        parse_document(make_pdf(make_pdf(DATA)))


def test_other_attachments_are_not_read() -> None:
    assert refusal(make_pdf(DATA, "other.json")).startswith("is a PDF without a blueprint in it")


def test_a_pdf_without_attachments() -> None:
    def remove(pdf: Any, _file: Any) -> None:
        del pdf.Root.Names

    assert refusal(change_pdf(DATA, remove)).startswith("is a PDF without a blueprint in it")


def test_a_bomb_is_not_inflated() -> None:
    message = refusal(make_pdf(bytes(200 * MOST)))
    assert message.startswith("holds a blueprint of more than")


def test_a_bomb_among_the_objects_is_not_inflated_either() -> None:
    assert refusal(make_bomb(1_000)).startswith("is a PDF without a blueprint in it")
    assert refusal(make_bomb(9 * 1024 * 1024)) == "is a broken PDF"


def test_a_large_file_that_is_not_packed() -> None:
    assert "more than" in refusal(make_pdf(b"1" * (MOST + 1), compress_streams=False))


def test_damage_is_noticed() -> None:
    def damage(_pdf: Any, file: Any) -> None:
        file.Params.CheckSum = pikepdf.String(b"0123456789abcdef")

    assert refusal(change_pdf(DATA, damage)).startswith("holds a damaged blueprint")


def test_a_file_without_a_checksum_is_read() -> None:
    def remove(_pdf: Any, file: Any) -> None:
        del file.Params

    assert extract_source(change_pdf(DATA, remove), MOST) == DATA


def test_filters_that_we_do_not_write() -> None:
    def repack(_pdf: Any, file: Any) -> None:
        file.write(DATA.hex().encode(), filter=pikepdf.Name.ASCIIHexDecode)

    assert "odd way" in refusal(change_pdf(DATA, repack, compress_streams=False))


def test_a_locked_pdf() -> None:
    lock = pikepdf.Encryption(owner="a", user="b")
    assert refusal(make_pdf(DATA, encryption=lock)) == "is a PDF locked with a password"


def test_packed_data_that_is_broken() -> None:
    def damage(_pdf: Any, file: Any) -> None:
        file.write(zlib.compress(DATA)[:20] + b"xxxx", filter=pikepdf.Name.FlateDecode)

    message = refusal(change_pdf(DATA, damage, compress_streams=False))
    assert message in {"is a broken PDF", "holds a damaged blueprint: its checksum is another"}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("Names", pikepdf.Array([1])),
        ("Names", pikepdf.Dictionary(EmbeddedFiles=5)),
        ("Names", pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=[1, 2, 3]))),
        (
            "Names",
            pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=["blueprint.json", 7])),
        ),
        (
            "Names",
            pikepdf.Dictionary(
                EmbeddedFiles=pikepdf.Dictionary(
                    Names=["blueprint.json", pikepdf.Dictionary(EF=pikepdf.Dictionary(F=3))]
                )
            ),
        ),
    ],
)
def test_a_catalogue_of_wrong_things(place: str, value: Any) -> None:
    def spoil(pdf: Any, _file: Any) -> None:
        pdf.Root[f"/{place}"] = value

    assert "PDF" in refusal(change_pdf(DATA, spoil))


def test_any_damaged_bytes_are_refused_or_read_right() -> None:
    good = make_pdf(DATA)
    pick = random.Random(4)
    for _ in range(300):
        data = bytearray(good)
        for _ in range(pick.choice((1, 3, 30))):
            data[pick.randrange(5, len(data))] = pick.randrange(256)
        cut = data[: pick.randrange(20, len(data))] if pick.random() < 0.2 else data
        with contextlib.suppress(DocumentError):
            assert extract_source(bytes(cut), MOST) == DATA
