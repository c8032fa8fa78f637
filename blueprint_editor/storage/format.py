"""The document file: JSON text to a checked document and back; the one place that knows both."""

import codecs
import contextlib
import json
import os
import stat
from functools import cache
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from blueprint_editor import __version__
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, FileAccessError, NewerFormatError, Problem
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.record import Record, Text
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.duplicates import has_duplicate_keys
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.long_paths import for_system
from blueprint_editor.storage.migrations import (
    MIGRATIONS,
    Migrations,
    keep_older_version,
    migrate,
)
from blueprint_editor.storage.raw_json import (
    MAX_VALUES,
    has_too_many_values,
    quote,
    read_raw_json,
)

FORMAT_NAME: Final = "service-blueprint"
FORMAT_VERSION: Final = 1
MAX_FILE_BYTES = 64 * 1024 * 1024


class Envelope(Record):
    """What stands around the document in its file."""

    format: Literal["service-blueprint"]
    format_version: Literal[1]
    app_version: Text = ""
    document: Document


@cache
def _find_dumper() -> TypeAdapter[Envelope]:
    """Return what dumps to bytes at once; a record's own method would make a string first."""
    return TypeAdapter(Envelope)


def load_document(path: str | os.PathLike[str]) -> Document:
    """Read a document file; the file is only read.

    Raises:
        DocumentError: the file breaks the format; holds every problem.
        FileAccessError: the operating system refused.
    """
    return parse_document(read_document_bytes(path), source=os.fspath(path))


def read_document_bytes(path: str | os.PathLike[str]) -> bytes:
    """Read a file of at most :data:`MAX_FILE_BYTES`; a larger one is refused before reading.

    Raises:
        DocumentError: the file is too large.
        FileAccessError: the operating system refused, or it is not an ordinary file.
    """
    try:
        place = for_system(path)
        status = place.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileAccessError(os.fspath(path), "not_a_file")
        if status.st_size > MAX_FILE_BYTES:
            raise DocumentError((_TOO_LARGE,), os.fspath(path))
        with place.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise make_access_error(path, error) from error


_TOO_LARGE = Problem("", f"is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB")


def parse_document(
    data: bytes, *, source: str = "", migrations: Migrations = MIGRATIONS
) -> Document:
    """Check a file's bytes and return the document; of a PDF, the one that is attached to it.

    ``migrations`` leads from older format versions, one step a version.

    Raises:
        DocumentError: the data breaks the format; holds every problem and ``source``.
        NewerFormatError: the data needs a newer program.
    """
    if data.startswith(b"%PDF-"):
        from blueprint_editor.storage.pdf_source import (  # noqa: PLC0415 - few files are PDFs
            extract_source,
        )

        data = extract_source(data, MAX_FILE_BYTES, source)
    data = data.removeprefix(codecs.BOM_UTF8)
    if len(data) > MAX_FILE_BYTES:
        raise DocumentError((_TOO_LARGE,), source)
    if has_too_many_values(data):
        raise DocumentError((Problem("", f"holds more than {MAX_VALUES} values"),), source)
    try:
        envelope = Envelope.model_validate_json(data)
    except ValidationError:
        envelope = _parse_slowly(data, source, migrations)
    else:
        if has_duplicate_keys(data, envelope):
            envelope = _parse_slowly(data, source, migrations)
    if problems := find_problems(envelope.document):
        raise DocumentError(problems, source)
    return envelope.document


def dump_document(document: Document) -> bytes:
    """Return a document's file: UTF-8, fields in the format's order, defaults left out."""
    envelope = Envelope.model_construct(
        format=FORMAT_NAME,
        format_version=FORMAT_VERSION,
        app_version=__version__,
        document=document,
    )
    return _find_dumper().dump_json(envelope, indent=1, exclude_defaults=True) + b"\n"


def dump_checked(document: Document, source: str) -> bytes:
    """Return a document's file, of which ``source`` is the name.

    Raises:
        DocumentError: the file would be larger than any program reads.
    """
    data = dump_document(document)
    if len(data) > MAX_FILE_BYTES:
        raise DocumentError((_TOO_LARGE,), source)
    return data


def save_document(document: Document, path: str | os.PathLike[str]) -> None:
    """Write a document to its file, whole or not at all.

    Raises:
        DocumentError: the file would be larger than any program reads.
        FileAccessError: the operating system refused; the old file stays.
    """
    write_document_bytes(dump_checked(document, os.fspath(path)), path)


def write_document_bytes(data: bytes, path: str | os.PathLike[str]) -> None:
    """Put a dumped document into its file; one of an older format is kept beside it.

    Raises:
        FileAccessError: the operating system refused; the old file stays.
    """
    keep_older_version(path, FORMAT_VERSION)
    write_atomically(path, data)


def _decode(data: bytes, source: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text: byte {error.start + 1} is 0x{data[error.start]:02X}"
        raise DocumentError((Problem("", message),), source) from error


def _parse_slowly(data: bytes, source: str, migrations: Migrations) -> Envelope:
    """Find every problem of a text that did not validate, or bring it up to this version."""
    raw, problems = read_raw_json(_decode(data, source))
    if raw is None and problems:
        raise DocumentError(problems, source)
    version = _check_envelope(raw, problems, source)
    if version < FORMAT_VERSION:
        raw = migrate(raw, version, FORMAT_VERSION, migrations, source)
    if not problems:
        with contextlib.suppress(ValidationError):
            return Envelope.model_validate_json(json.dumps(raw))
    from blueprint_editor.storage.diagnosis import (  # noqa: PLC0415 - few files have faults
        list_problems,
    )

    listed = list_problems(raw, Envelope, problems, lambda envelope: envelope.document)
    raise DocumentError(listed, source)


def _check_envelope(raw: object, problems: tuple[Problem, ...], source: str) -> int:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT_NAME:
        message = f'is not a service blueprint (no "format": "{FORMAT_NAME}" at its start)'
        raise DocumentError((*problems, Problem("", message)), source)
    version = raw.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        problem = Problem("/format_version", "must be a whole number from 1 up")
        raise DocumentError((*problems, problem), source)
    if version > FORMAT_VERSION:
        written_by = raw.get("app_version")
        program = f" ({quote(written_by)})" if isinstance(written_by, str) else ""
        message = (
            f"format version {version} needs a newer program{program}; "
            f"this one reads up to version {FORMAT_VERSION}"
        )
        raise NewerFormatError(Problem("/format_version", message), source, version)
    return version
