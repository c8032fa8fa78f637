"""PDFs with a document inside, and with every fault that one can have."""

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
