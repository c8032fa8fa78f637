"""The document inside a PDF that the program made: one attachment is read, nothing else.

The checksum beside it tells whether it is damaged, not who made it: whoever changes the attachment
can change the checksum, too. The only module of this room that knows pikepdf.
"""

import hashlib
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.storage.endings import SOURCE_NAME

_MOST_INFLATED = 8 * 1024 * 1024
"""Bytes of any part of a PDF that is inflated to find its objects; ours take a tenth of that."""

# Of the whole process, for all that it opens: a few kB of a hostile file inflate to gigabytes.
set_qpdf_limits(flate_max_memory=_MOST_INFLATED)

BROKEN = (
    pikepdf.PdfError,
    pikepdf.ForeignObjectError,
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
    ValueError,
    RuntimeError,
    UnicodeError,
    zlib.error,
)
"""What pikepdf raises for objects that are not what they should be (seen with 10.18)."""


def extract_source(data: bytes, most_bytes: int, source: str = "") -> bytes:
    """Return the blueprint's file from a PDF.

    Args:
        data: the PDF.
        most_bytes: the largest size to inflate the attachment to.
        source: the PDF's name, for errors.

    Raises:
        DocumentError: the PDF is broken or locked, or holds no sound blueprint.
    """
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            file = _find_file(pdf)
            if file is None:
                raise _refuse(f'is a PDF without a blueprint in it ("{SOURCE_NAME}")', source)
            found = _inflate(file, most_bytes)
            checksum = _find_checksum(file)
    except pikepdf.PasswordError as error:
        raise _refuse("is a PDF locked with a password", source) from error
    except BROKEN as error:
        raise _refuse("is a broken PDF", source) from error
    if found is None:
        most = most_bytes // 1024 // 1024
        raise _refuse(f"holds a blueprint of more than {most} MiB, or packed in an odd way", source)
    if checksum and hashlib.md5(found, usedforsecurity=False).digest() != checksum:
        raise _refuse("holds a damaged blueprint: its checksum is another", source)
    return found


def _refuse(message: str, source: str) -> DocumentError:
    return DocumentError((Problem("", message),), source)


def _find_file(pdf: pikepdf.Pdf) -> Any:
    """Return the embedded file's stream, None where there is none of the name."""
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")
    if names is None:
        return None
    specification = pikepdf.NameTree(names).get(SOURCE_NAME)
    if specification is None:
        return None
    files = specification.get("/EF", pikepdf.Dictionary())
    return files.get("/UF", files.get("/F"))


def _inflate(file: Any, most_bytes: int) -> bytes | None:
    """Return what is in a stream; None where it is too much, or packed in another way than ours."""
    raw = bytes(file.read_raw_bytes())
    filters = file.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        return raw if len(raw) <= most_bytes else None
    if filters != pikepdf.Name.FlateDecode or "/DecodeParms" in file:
        return None
    packed = zlib.decompressobj()
    found = packed.decompress(raw, most_bytes + 1)
    if len(found) > most_bytes:
        return None
    if not packed.eof:
        raise ValueError("the data ends too early")
    return found


def _find_checksum(file: Any) -> bytes:
    checksum = file.get("/Params", pikepdf.Dictionary()).get("/CheckSum")
    return bytes(checksum) if isinstance(checksum, pikepdf.String) else b""
