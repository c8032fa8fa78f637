from io import BytesIO

import page
import pikepdf

from blueprint_editor.painters.pdf.stream_ends import make_ends_clear
from tests.painters.pdf_gate import find_failures

LENGTH_RULE = "PDFA2A-STREAM-LENGTH-001"


def write_pdf(last: bytes) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Extra = pdf.make_stream(b"first, ends like a stream\r\nendstream\nand goes on" + last)
    pdf.Root.Other = pdf.make_stream(b"second" + last)
    file = BytesIO()
    pdf.save(file, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file.getvalue()


def breaks_length_rule(data: bytes) -> bool:
    profiles = (page.ValidationProfile.PDF_A_2A,)
    return any(failure.startswith(LENGTH_RULE) for failure in find_failures(data, profiles))


def test_every_stream_ends_clearly() -> None:
    data = write_pdf(b"\r")
    assert breaks_length_rule(data), "the workaround is not needed any more"
    cured = make_ends_clear(data)
    assert not breaks_length_rule(cured)
    assert len(cured) == len(data)
    with pikepdf.open(BytesIO(cured)) as pdf:
        assert pdf.Root.Other.read_bytes() == b"second\r"
        assert pdf.Root.Extra.read_bytes().endswith(b"and goes on\r")
        assert not pdf.check_pdf_syntax()


def test_file_that_is_clear_stays_as_it_is() -> None:
    data = write_pdf(b".")
    assert make_ends_clear(data) == data
