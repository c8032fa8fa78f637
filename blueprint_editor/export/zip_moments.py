"""Office files with one moment in them, so that the same content gives the same bytes."""

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO

FIRST_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)
"""What a ZIP file can tell at the earliest; stands where no moment is to be told."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def fix_moments(file: bytes, moment: datetime, *, told_in: str = "") -> bytes:
    """Write a ZIP file anew with one moment (UTC): libraries write the clock's.

    ``told_in``: the part whose moment of change is set too, which openpyxl takes from the clock.
    """
    fixed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(file)) as old,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            told = zipfile.ZipInfo(entry.filename, moment.timetuple()[:6])
            told.compress_type = zipfile.ZIP_DEFLATED
            told.create_system = 0
            data = old.read(entry)
            if entry.filename == told_in:
                data = _MODIFIED.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), data)
            new.writestr(told, data)
    return fixed.getvalue()
