"""Pages as print shops and printers want them: edges, bleed, crop marks, proofs, long rolls."""

from io import BytesIO

import pikepdf
import pytest

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.painters.pdf import paint_pdf
from blueprint_editor.sheets.page import find_ink, set_up_page
from blueprint_editor.sheets.paper import parse_paper, put_on_paper
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.sheets.print_wish import PageSetup
from blueprint_editor.sheets.proof import make_proof
from blueprint_editor.storage.format import load_document
from tests.painters.pdf_gate import find_failures
from tests.sheets.conftest import SAMPLES

MM = 72 / 25.4


@pytest.fixture(scope="module")
def document() -> Document:
    return load_document(SAMPLES[0])


@pytest.fixture(scope="module")
def fonts() -> FontLibrary:
    return FontLibrary()


@pytest.fixture
def page(document: Document, typesetter: Typesetter) -> Drawing:
    poster = PosterComposer(typesetter).compose(document)
    return put_on_paper(poster.tagged, parse_paper("A3"), "landscape")


def read_page(data: bytes) -> dict[str, list[float]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        (found,) = pdf.pages
        boxes = ("/MediaBox", "/TrimBox", "/BleedBox")
        told = {
            name: [float(side) for side in found.obj[name]] for name in boxes if name in found.obj
        }
        return {**told, "/UserUnit": [float(found.obj.get("/UserUnit", 1))]}


def test_bleed_and_crop_marks_stand_round_the_finished_sheet(
    page: Drawing, fonts: FontLibrary
) -> None:
    dressed = set_up_page(page, PageSetup(bleed=3.0, crop_marks=True))
    rim = 3.0 + 2.5 + 5.0
    assert (dressed.width, dressed.height) == (420 + 2 * rim, 297 + 2 * rim)
    data = paint_pdf(dressed, fonts)
    assert find_failures(data) == []
    boxes = read_page(data)
    trim = [rim * MM, rim * MM, (rim + 420) * MM, (rim + 297) * MM]
    bleed = [side + step for side, step in zip(trim, [-3 * MM] * 2 + [3 * MM] * 2, strict=True)]
    assert boxes["/TrimBox"] == pytest.approx(trim, abs=1e-3)
    assert boxes["/BleedBox"] == pytest.approx(bleed, abs=1e-3)
    assert boxes["/MediaBox"] == pytest.approx([0, 0, (420 + 2 * rim) * MM, (297 + 2 * rim) * MM])


def test_crop_marks_stay_outside_the_bleed(page: Drawing) -> None:
    dressed = set_up_page(page, PageSetup(bleed=4.0, crop_marks=True))
    assert dressed.boxes is not None
    marks = dressed.placed[-1].group
    assert marks.key == "crop-marks"
    scale, dx, dy = dressed.fit
    bleed = dressed.boxes.bleed
    lines = marks.parts[0].primitives
    assert len(lines) == 8
    for line in lines:
        for _, x, y in line.commands:
            at_x, at_y = x * scale + dx, y * scale + dy
            assert not bleed.contains(at_x, at_y)
            assert 0 <= at_x <= dressed.width
            assert 0 <= at_y <= dressed.height


def test_a_plain_page_has_no_boxes_of_its_own(page: Drawing, fonts: FontLibrary) -> None:
    assert set_up_page(page, PageSetup()) is page
    boxes = read_page(paint_pdf(page, fonts))
    assert "/TrimBox" not in boxes


@pytest.mark.parametrize("edge", [4.0, 12.0, 30.0])
def test_nothing_stands_where_the_printer_does_not_reach(page: Drawing, edge: float) -> None:
    kept = set_up_page(page, PageSetup(edge=edge))
    scale, dx, dy = kept.fit
    ink = find_ink(kept)
    assert ink is not None
    assert (kept.width, kept.height) == (420, 297)
    assert min(ink.x0 * scale + dx, ink.y0 * scale + dy) >= edge - 1e-6
    assert 420 - ink.x1 * scale - dx >= edge - 1e-6
    assert 297 - ink.y1 * scale - dy >= edge - 1e-6
    if edge == 4.0:
        assert kept is page


def test_a_proof_is_a_scaled_copy_that_says_so(
    page: Drawing, fonts: FontLibrary, typesetter: Typesetter
) -> None:
    proof = make_proof(page, parse_paper("A4"), "A3", typesetter)
    assert (proof.width, proof.height) == (297, 210)
    assert proof.placed[-1].group.label == "Vedos, 64 % koosta A3"
    x0, y0, x1, y1 = proof.placed[-1].bounds
    scale, dx, dy = proof.fit
    assert x0 * scale + dx >= 7.99
    assert y1 * scale + dy <= 210
    assert (y0 - find_ink(page).y1) * scale > 0  # type: ignore[union-attr]
    assert x1 * scale + dx <= 297
    assert find_failures(paint_pdf(proof, fonts)) == []


def test_a_poster_longer_than_viewers_take_has_a_larger_unit(
    document: Document, fonts: FontLibrary, typesetter: Typesetter
) -> None:
    poster = PosterComposer(typesetter).compose(document)
    page = put_on_paper(poster.tagged, parse_paper("roll:5200"), "landscape")
    assert page.width > 5080
    data = paint_pdf(set_up_page(page, PageSetup(bleed=5.0)), fonts)
    boxes = read_page(data)
    (unit,) = boxes["/UserUnit"]
    assert unit >= 2
    assert max(boxes["/MediaBox"]) <= 14_400
    trim = boxes["/TrimBox"]
    assert (trim[2] - trim[0]) * unit / MM == pytest.approx(page.width, abs=0.1)
    assert (trim[3] - trim[1]) * unit / MM == pytest.approx(page.height, abs=0.1)
    assert find_failures(data) == []
