"""PDFs with a document inside, and with every fault that one can have."""

import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf

from blueprint_editor.painters.pdf.attachment import Attachment, attach_source
from blueprint_editor.storage.endings import SOURCE_NAME

MOMENT = datetime(2026, 11, 22, tzinfo=UTC)


def make_pdf(data: bytes, name: str = SOURCE_NAME, **options: Any) -> bytes:
    """Return an empty page with a file attached; ``options`` go to saving."""
    return change_pdf(data, lambda _pdf, _file: None, name, **options)


def change_pdf(
    data: bytes, change: Callable[[Any, Any], None], name: str = SOURCE_NAME, **options: Any
) -> bytes:
    """Return such a PDF after ``change(pdf, embedded stream)``."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        attach_source(pdf, Attachment(name, data, "application/json", "the source", MOMENT))
        change(pdf, pdf.Root.AF[0].EF.F)
        file = BytesIO()
        pdf.save(file, **options)
    return file.getvalue()


def make_bomb(size: int) -> bytes:
    """Return a small PDF whose catalogue stands among ``size`` packed bytes."""
    head, catalogue = b"1 0 ", b"<</Type/Catalog/Pages 3 0 R/X[" + b"0 " * (size // 2) + b"]>>"
    packed = zlib.compress(head + catalogue, 9)
    objects = (
        b"2 0 obj<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>stream\n%b\n"
        b"endstream endobj\n" % (len(head), len(packed), packed),
        b"3 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n",
    )
    data, places = b"%PDF-1.7\n", []
    for text in objects:
        places.append(len(data))
        data += text
    rows = [(0, 0, 255), (2, 2, 0), *((1, place, 0) for place in (*places, len(data)))]
    table = b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([n]) for kind, at, n in rows)
    entries = b"/Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d" % len(table)
    end = b"4 0 obj<<%b>>stream\n%b\nendstream endobj\n" % (entries, table)
    return data + end + b"startxref\n%d\n%%%%EOF\n" % len(data)
