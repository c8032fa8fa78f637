"""The source that travels inside a PDF: an associated file by ISO 19005-3 (PDF/A-3), 6.8."""

import hashlib
from datetime import datetime
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.painters.pdf.dates import write_pdf_date


class Attachment(NamedTuple):
    """The file that a PDF was made from.

    Attributes:
        name: as it is offered to save.
        data: the file.
        media_type: such as ``application/json``.
        description: one line.
        modified: when it was last changed.
    """

    name: str
    data: bytes
    media_type: str
    description: str
    modified: datetime


def attach_source(pdf: pikepdf.Pdf, attachment: Attachment) -> None:
    """Put the file into the PDF, as its source."""
    moment = String(write_pdf_date(attachment.modified))
    file = pdf.make_stream(
        attachment.data,
        Type=Name.EmbeddedFile,
        Subtype=Name(f"/{attachment.media_type}"),
        Params=Dictionary(
            Size=len(attachment.data),
            ModDate=moment,
            # MD5 is what ISO 32000-1, 7.11.4 asks for; it tells damage, not who made the file.
            CheckSum=String(hashlib.md5(attachment.data, usedforsecurity=False).digest()),
        ),
    )
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=file, UF=file),
        )
    )
    pdf.Root.AF = Array([specification])
    names = Array([String(attachment.name), specification])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
