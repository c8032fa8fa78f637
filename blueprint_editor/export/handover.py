"""The handover package: one ZIP file with all that whoever carries on with a blueprint needs."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.publishing import (
    LeftOut,
    PublishingChoice,
    make_publishing_copy,
)
from blueprint_editor.export.round.rows import open_version
from blueprint_editor.export.texts import write_text
from blueprint_editor.export.zip_moments import FIRST_MOMENT
from blueprint_editor.language.handover_words import HandoverWords, find_handover_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Project
from blueprint_editor.storage.format import dump_document

_DAYS = ("checked_on", "valid_until", "next_review")

TellChanges = Callable[[Comparison], str]
"""Writes what differs, in words."""


class Package(NamedTuple):
    """What was packed.

    Attributes:
        data: the ZIP file.
        left_out: of the document.
        document: the copy that is in it.
        before: the named version whose texts the list of changes tells, if there is one.
    """

    data: bytes
    left_out: tuple[LeftOut, ...]
    document: Document
    before: Document | None


def make_package(
    document: Document,
    fonts: FontLibrary,
    tell_changes: TellChanges,
    created: datetime,
    choice: PublishingChoice | None = None,
) -> Package:
    """Return the package of a document; the same arguments give the same bytes.

    Raises:
        DocumentError: the poster or a picture cannot be made.
        ExportError: the choice names what is not there.
    """
    copy, left_out = make_publishing_copy(document, choice)
    words = find_handover_words(document.language)
    before = _find_before(document, choice)
    changes = [words.no_version]
    if before is not None:
        found = compare_documents(before, copy).without("snapshots", "assets")
        version = document.snapshots[-1]
        day = find_terms(document.language).date(version.at[:10])
        changes = [words.changes.format(name=version.name, day=day), "", tell_changes(found)]
    contents = (
        _write_lines(_tell_contents(copy, words, created)),
        dump_document(copy),
        _paint_poster(copy, fonts, created),
        write_text(copy, "html", created),
        _write_lines(changes),
        _write_lines(_tell_reviews(copy, words)),
    )
    moment = max(created, FIRST_MOMENT).astimezone(UTC)
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in zip(words.files, contents, strict=True):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            package.writestr(entry, data)
    return Package(file.getvalue(), left_out, copy, before)


def _paint_poster(document: Document, fonts: FontLibrary, created: datetime) -> bytes:
    # What lays out and paints is slow to import.
    from blueprint_editor.export.round.files import draw_version  # noqa: PLC0415
    from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf  # noqa: PLC0415

    return paint_pdf(draw_version(document, fonts), fonts, PdfMetadata(created=created))


def _write_lines(lines: list[str]) -> bytes:
    """Return a text file that old editors of Windows read, too."""
    return "".join(f"{line}\r\n" for text in lines for line in text.split("\n")).encode("utf-8-sig")


def _tell_contents(document: Document, words: HandoverWords, created: datetime) -> list[str]:
    day = find_terms(document.language).date(f"{created:%Y-%m-%d}")
    lines = [words.title.format(document.title), words.made.format(day)]
    if document.version:
        lines.append(words.version.format(document.version))
    lines += ["", f"{words.inside}:"]
    named = zip(words.files[1:], words.about, strict=True)
    lines += [f"- {name}: {about}" for name, about in named]
    return [*lines, "", words.copy]


def _find_before(document: Document, choice: PublishingChoice | None) -> Document | None:
    """Return the last named version; of it, too, only what may go out."""
    if not document.snapshots:
        return None
    then = open_version(document, document.snapshots[-1].document)
    return make_publishing_copy(then, choice, is_earlier=True).document


def _tell_reviews(document: Document, words: HandoverWords) -> list[str]:
    terms, project = find_terms(document.language), document.project or Project()
    lines = [words.reviews, ""]
    for name in _DAYS:
        day = getattr(project, name)
        lines.append(f"- {terms.project_fields[name]}: {terms.date(day) if day else words.no_day}")
    if project.owner.strip():
        lines.append(f"- {words.owner.format(project.owner)}")
    codes = DerivedFacts(document).card_codes
    laws = [
        f"- {codes[card.id]} {_flatten(card.text)}: {_flatten(card.legal_basis)}"
        for card in DerivedFacts(document).reading_order
        if card.legal_basis.strip()
    ]
    if project.legal_basis.strip():
        laws.insert(0, f"- {_flatten(project.legal_basis)}")
    lines += ["", words.laws, *laws] if laws else []
    if document.sources:
        lines += ["", words.sources]
        for source in document.sources:
            told = (source.title, source.publisher, str(source.year or ""), source.url or "")
            lines.append(f"- {', '.join(filter(None, told))}")
    return lines


def _flatten(text: str) -> str:
    return " ".join(text.split())
