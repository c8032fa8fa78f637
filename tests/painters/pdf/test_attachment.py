"""The source inside a PDF: an associated file, and conformance to PDF/A-3a and PDF/UA-1."""

from datetime import UTC, datetime
from io import BytesIO

import page
import pikepdf
import pytest

from blueprint_editor.drawing.drawing import Tag
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.painters.pdf import Attachment, PdfMetadata, paint_pdf
from tests.painters.pdf.sheets import leaf, line, make_drawing
from tests.painters.pdf_gate import find_failures

MOMENT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
SOURCE = Attachment("blueprint.json", b'{"a": 1}' * 100, "application/json", "Lähde", MOMENT)
SHEET = make_drawing(Tag("H1", (leaf("a"),)), parts=[("a", line("Otsikko"))])
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


@pytest.fixture(scope="module")
def data() -> bytes:
    return paint_pdf(SHEET, FontLibrary(), PdfMetadata(created=MOMENT, attachment=SOURCE))


def test_it_conforms(data: bytes) -> None:
    assert find_failures(data, PROFILES) == []


def test_it_is_told_as_the_source(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        (specification,) = pdf.Root.AF
        assert specification.AFRelationship == pikepdf.Name.Source
        assert (str(specification.UF), str(specification.Desc)) == ("blueprint.json", "Lähde")
        file = specification.EF.UF
        assert file.read_bytes() == SOURCE.data
        assert file.Subtype == pikepdf.Name("/application/json")
        assert int(file.Params.Size) == len(SOURCE.data)
        assert str(file.Params.ModDate) == "D:20261122123000+00'00'"
        assert list(pdf.attachments) == ["blueprint.json"]
        assert b"<pdfaid:part>3</pdfaid:part>" in pdf.Root.Metadata.read_bytes()


def test_the_same_source_gives_the_same_bytes(data: bytes) -> None:
    metadata = PdfMetadata(created=MOMENT, attachment=SOURCE)
    assert paint_pdf(SHEET, FontLibrary(), metadata) == data


def test_the_gate_sees_a_source_that_says_nothing_of_itself(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.Root.AF[0].AFRelationship
        file = BytesIO()
        pdf.save(file)
    assert find_failures(file.getvalue(), PROFILES[1:]) != []
