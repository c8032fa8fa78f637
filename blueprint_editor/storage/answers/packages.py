"""What a spreadsheet and a Word file have in common: a ZIP that may be hostile, judged unopened."""

import zipfile
import zlib
from io import BytesIO

from blueprint_editor.storage.answers.remarks import AnswerError

MAX_UNPACKED_BYTES = 48 * 1024 * 1024
_MAX_PARTS = 2_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How files of the old kind begin, and those that a password locks."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
    OverflowError,
    RuntimeError,
    SyntaxError,
    OSError,
    EOFError,
)
"""What openpyxl 3.1, python-docx 1.2 and their parsers raise for files that are none of theirs.

``RuntimeError`` covers ``NotImplementedError``, for ways of packing that zipfile does not know.
"""


def check_package(data: bytes, source: str) -> None:
    """Judge a file by its table of contents, before anything in it is unpacked.

    Raises:
        DocumentError: it is locked, no such file, or too much is packed into it.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise AnswerError("old", source)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except BROKEN as error:
        raise AnswerError("broken", source) from error
    if any(part.flag_bits & 1 for part in parts):
        raise AnswerError("locked", source)
    # Python unpacks no more of a part than is told here.
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise AnswerError("large", source)
