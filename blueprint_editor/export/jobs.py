"""One export: document, sheet and painter to a file; painters that need Qt are handed in."""

import os
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from blueprint_editor.drawing.drawing import Drawing, MissingLetters
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.kinds import (
    SHEETS,
    ExportError,
    PictureKind,
    find_picture_kind,
)
from blueprint_editor.export.languages import translate_document
from blueprint_editor.export.source import Source
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.translated import find_untranslated
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper, put_on_paper
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.endings import SOURCE_NAME

PaintPng: TypeAlias = Callable[[Drawing, FontLibrary, float], bytes]
"""(drawing, fonts, dots per inch) → file; needs Qt, so it comes from the composition root."""


class ExportOptions(NamedTuple):
    """What is asked for; None stands for what the document says.

    Attributes:
        orientation: how the paper lies.
        language: one that the document has texts in.
        dpi: dots per inch of a PNG.
        created: told in a PDF; None leaves it out, so that the bytes depend on nothing else.
        source: attached to a PDF.
    """

    sheet: str = "poster"
    paper: Paper | None = None
    orientation: Orientation | None = None
    language: str | None = None
    greyscale: bool = False
    dpi: float = 150.0
    created: datetime | None = None
    source: Source | None = None


class MissingGlyphs(NamedTuple):
    """Letters that no font has, and where they stand in words such as ``card 3.4``."""

    letters: str
    place: str


class ExportResult(NamedTuple):
    """What was written: its size in mm and bytes, and what a person should know about it.

    ``untranslated`` counts the cards that keep their original text.
    """

    width: float
    height: float
    size: int
    missing: tuple[MissingGlyphs, ...]
    untranslated: int


def export_document(
    document: Document,
    path: str | os.PathLike[str],
    options: ExportOptions,
    fonts: FontLibrary,
    paint_png: PaintPng,
) -> ExportResult:
    """Write a sheet of the document to ``path``, replacing what is there as a whole.

    Raises:
        ExportError: the ending, the sheet or the language is unknown.
        DocumentError: something in the document cannot be shown.
        FileAccessError: the operating system refused.
    """
    kind = find_picture_kind(path)
    drawing, untranslated = make_drawing(document, options, fonts)
    data = paint(drawing, kind, options, fonts, paint_png)
    write_atomically(path, data)
    missing = name_missing(document, drawing.missing)
    return ExportResult(drawing.width, drawing.height, len(data), missing, untranslated)


def make_drawing(
    document: Document, options: ExportOptions, fonts: FontLibrary
) -> tuple[Drawing, int]:
    """Compose the sheet on its paper; return it and the number of untranslated cards.

    Raises:
        ExportError: the sheet or the language is unknown.
        DocumentError: the stored paper or an image of the document is unusable.
    """
    if options.sheet not in SHEETS:
        raise ExportError(f'unknown sheet "{options.sheet[:40]}" (one of: {", ".join(SHEETS)})')
    paper = options.paper or _find_paper(document)
    natural = options.paper.natural_orientation if options.paper else None
    orientation = options.orientation or natural or document.poster.orientation
    wanted = options.language or document.language
    translated = translate_document(document, wanted)
    composer = PosterComposer(Typesetter(fonts), greyscale=options.greyscale)
    poster = composer.compose(translated, _read_pictures(document))
    untranslated = find_untranslated(document, wanted) if wanted != document.language else 0
    return put_on_paper(poster.tagged, paper, orientation), untranslated


def paint(
    drawing: Drawing,
    kind: PictureKind,
    options: ExportOptions,
    fonts: FontLibrary,
    paint_png: PaintPng,
) -> bytes:
    """Return the drawing as a file of the given kind."""
    if kind == "png":
        return paint_png(drawing, fonts, options.dpi)
    if kind == "svg":
        from blueprint_editor.painters.svg import paint_svg  # noqa: PLC0415 - one of them is used

        return paint_svg(drawing, fonts)
    from blueprint_editor.painters.pdf import Attachment, PdfMetadata, paint_pdf  # noqa: PLC0415

    attachment = None
    if options.source is not None:
        data, description, modified, _ = options.source
        attachment = Attachment(SOURCE_NAME, data, "application/json", description, modified)
    return paint_pdf(drawing, fonts, PdfMetadata(created=options.created, attachment=attachment))


def _find_paper(document: Document) -> Paper:
    try:
        return parse_paper(document.poster.paper)
    except UnknownPaperError as error:
        raise DocumentError((Problem("/document/poster/paper", str(error)),)) from error


def _read_pictures(document: Document) -> Pictures:
    pictures, problems = read_pictures(document, document.assets)
    if problems:
        raise DocumentError(problems)
    return pictures


def name_missing(
    document: Document, missing: tuple[MissingLetters, ...]
) -> tuple[MissingGlyphs, ...]:
    """Say where letters without a glyph stand, cards by their codes."""
    if not missing:
        return ()
    codes = DerivedFacts(document).card_codes
    nouns = _find_nouns(document)
    return tuple(
        MissingGlyphs(
            letters,
            f"card {codes[group]}" if group in codes else nouns.get(group, f"part {group}"),
        )
        for letters, group in missing
    )


def _find_nouns(document: Document) -> dict[str, str]:
    named: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("phase", document.phases),
        ("step", document.steps),
        ("lane", document.lanes),
        ("connector", document.connectors),
        ("responsibility", document.responsibilities),
    )
    return {record.id: f'{noun} "{record.id}"' for noun, records in named for record in records}
