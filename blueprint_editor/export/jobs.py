"""One export: document, sheet and painter to a file; painters that need Qt are handed in."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from blueprint_editor.drawing.drawing import Drawing, MissingLetters
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.kinds import (
    ExportError,
    FileTakenError,
    PictureKind,
    find_picture_kind,
)
from blueprint_editor.export.languages import translate_document
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES, are_alike
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.model.translated import find_untranslated
from blueprint_editor.sheets.kinds import SheetError, SheetOrder, parse_orders
from blueprint_editor.sheets.pack import Report, make_order, make_pack
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.reading_distance import TextSizes, find_smallest_sizes
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.endings import SOURCE_NAME
from blueprint_editor.storage.long_paths import for_system

if TYPE_CHECKING:
    from blueprint_editor.painters.pdf import PdfMetadata

_MM_PER_INCH = 25.4

PaintPng: TypeAlias = Callable[[Drawing, FontLibrary, float], bytes]
"""(drawing, fonts, dots per inch) → file; needs Qt, so it comes from the composition root."""


class MissingGlyphs(NamedTuple):
    """Letters that no font has, and where they stand in words such as ``card 3.4``."""

    letters: str
    place: str


class ExportResult(NamedTuple):
    """What was written: its size in mm and bytes, and what a person should know about it.

    ``untranslated`` counts the cards that keep their original text; ``files`` are those written,
    one for each page where the kind of file holds only one. Width and height are the first page's,
    ``text`` are the smallest sizes of type on any of them, None without text.
    """

    width: float
    height: float
    size: int
    missing: tuple[MissingGlyphs, ...]
    untranslated: int
    pages: int
    files: tuple[str, ...]
    text: TextSizes | None


def report_nothing(_done: int, _total: int) -> None:
    """Stand for nobody who waits."""


def export_document(
    document: Document,
    path: str | os.PathLike[str],
    options: ExportOptions,
    fonts: FontLibrary,
    paint_png: PaintPng,
    report: Report = report_nothing,
) -> ExportResult:
    """Write a sheet of the document to ``path``, replacing what is there as a whole.

    Several pages are one PDF, but as many SVG or PNG files: ``NAME-1.svg``, ``NAME-2.svg`` …
    Until they are written ``report`` may end the work by an exception, which leaves no trace.

    Raises:
        FileTakenError: there is such a numbered file, and it may not be replaced.
        ExportError: the ending, the sheet or the language is unknown.
        DocumentError: something in the document cannot be shown.
        FileAccessError: the operating system refused.
    """
    kind = find_picture_kind(path)
    pages, untranslated = make_pages(document, options, fonts, report)
    if kind == "pdf" or len(pages) == 1:
        contents = [(os.fspath(path), paint(document, pages, kind, options, fonts, paint_png))]
    else:
        names = _number_files(path, len(pages), may_replace=options.may_replace)
        contents = [
            (name, paint(document, (page,), kind, options, fonts, paint_png))
            for name, page in zip(names, pages, strict=True)
        ]
    report(1, 1)
    for name, data in contents:
        write_atomically(name, data)
    missing = name_missing(document, tuple(m for page in pages for m in page.missing))
    return ExportResult(
        pages[0].width, pages[0].height, sum(len(data) for _, data in contents), missing,
        untranslated, len(pages), tuple(name for name, _ in contents),
        find_smallest_sizes(pages),
    )  # fmt: skip


def _number_files(path: str | os.PathLike[str], count: int, *, may_replace: bool) -> list[str]:
    told = Path(path)
    names = [told.with_name(f"{told.stem}-{number}{told.suffix}") for number in range(1, count + 1)]
    taken = next((name for name in names if os.path.lexists(for_system(name))), None)
    if taken is not None and not may_replace:
        raise FileTakenError(os.fspath(taken))
    return [os.fspath(name) for name in names]


def export_changes(
    before: DocumentContent,
    document: Document,
    name: str,
    path: str | os.PathLike[str],
    options: ExportOptions,
    fonts: FontLibrary,
    paint_png: PaintPng,
) -> None:
    """Write the poster of what has changed since ``before``, which is called ``name``.

    Raises:
        ExportError: the ending is unknown.
        DocumentError: something in the document cannot be shown.
        FileAccessError: the operating system refused.
    """
    from blueprint_editor.sheets.change_poster import make_changes_since  # noqa: PLC0415 - seldom

    kind = find_picture_kind(path)
    request = SheetRequest(
        "changes", document, Typesetter(fonts), _read_pictures(document), options.paper,
        options.orientation, greyscale=options.greyscale,
    )  # fmt: skip
    pages = make_changes_since(before, name, request)
    write_atomically(path, paint(document, pages, kind, options, fonts, paint_png))


def export_change_list(
    before: DocumentContent,
    document: Document,
    name: str,
    path: str | os.PathLike[str],
    options: ExportOptions,
    fonts: FontLibrary,
) -> None:
    """Write the list of what has changed since ``before``, called ``name``, as PDF.

    Raises:
        DocumentError: something in the document cannot be shown.
        FileAccessError: the operating system refused.
    """
    from blueprint_editor.sheets.prints.change_list import make_list_since  # noqa: PLC0415 - seldom

    request = SheetRequest(
        "change-list", document, Typesetter(fonts), _read_pictures(document),
        language=options.language or "", greyscale=options.greyscale,
    )  # fmt: skip
    pages = make_list_since(before, name, request)
    write_atomically(path, _paint_pdf(document, pages, options, fonts))


def make_pages(
    document: Document, options: ExportOptions, fonts: FontLibrary, report: Report = report_nothing
) -> tuple[tuple[Drawing, ...], int]:
    """Compose the sheet's pages on their paper; return them and the number of untranslated cards.

    Raises:
        ExportError: the sheet or the language is unknown, or the sheet has no such paper.
        DocumentError: the stored paper or an image of the document is unusable.
    """
    try:
        orders = parse_orders(options.sheet)
        request = make_request(document, options, fonts, orders)
        if len(orders) == 1:
            report(0, 2)
            pages = make_order(request, orders[0])
            report(1, 2)
        else:
            pages = make_pack(request, orders, report)
    except SheetError as error:
        raise ExportError(str(error)) from error
    return pages, count_untranslated(document, options)


def count_untranslated(document: Document, options: ExportOptions) -> int:
    """Return how many cards keep their original text."""
    wanted = options.language or document.language
    is_own = _is_own_language(document, wanted)
    return 0 if is_own else find_untranslated(document, wanted)


def _is_own_language(document: Document, language: str) -> bool:
    """Tell whether the document's texts are in the language, if perhaps by a longer name."""
    return language == document.language or (
        are_alike(language, document.language) and language not in document.translations
    )


def make_request(
    document: Document, options: ExportOptions, fonts: FontLibrary, orders: Sequence[SheetOrder]
) -> SheetRequest:
    """Return what the sheets are made from.

    Raises:
        ExportError: the language is unknown.
        DocumentError: an image of the document is unusable.
    """
    wanted = options.language or document.language
    translated = _translate(document, wanted, orders)
    return SheetRequest(
        options.sheet, translated, Typesetter(fonts), _read_pictures(document), options.paper,
        options.orientation, wanted, options.greyscale, options.filling, options.phases,
        options.workshop, options.start, options.tiles, options.actor, options.since,
        options.wish, options.paths,
    )  # fmt: skip


def _translate(document: Document, language: str, orders: Sequence[SheetOrder]) -> Document:
    """Return the document in the language; workshop sheets need no texts of its own in it."""
    if _is_own_language(document, language):
        return document
    is_known = language in document.translations
    if not is_known and language in KIT_LANGUAGES and all(order.spec.papers for order in orders):
        return document
    return translate_document(document, language)


def paint(
    document: Document,
    pages: Sequence[Drawing],
    kind: PictureKind,
    options: ExportOptions,
    fonts: FontLibrary,
    paint_png: PaintPng,
) -> bytes:
    """Return a document's pages as a file of the given kind; only a PDF takes more than one."""
    if kind == "png":
        return paint_png(pages[0], fonts, _find_dpi(pages[0], options))
    if kind == "svg":
        from blueprint_editor.painters.svg import paint_svg  # noqa: PLC0415 - one of them is used

        return paint_svg(pages[0], fonts, text_as_paths=options.text_as_paths)
    return _paint_pdf(document, pages, options, fonts)


def _paint_pdf(
    document: Document, pages: Sequence[Drawing], options: ExportOptions, fonts: FontLibrary
) -> bytes:
    from blueprint_editor.painters.pdf import paint_pdf  # noqa: PLC0415 - one of them is used

    told = describe_pdf(document, options)
    # Of several sheets the list in front bears the name.
    title = "" if "," in options.sheet else _find_common_title(pages) or told.title
    return paint_pdf(pages, fonts, told._replace(title=title))


def _find_common_title(pages: Sequence[Drawing]) -> str:
    """Return what the titles of all pages have in common: each booklet names whom it is for."""
    first, *others = (page.title.split(" · ") for page in pages)
    return " · ".join(part for part in first if all(part in other for other in others))


def describe_pdf(document: Document, options: ExportOptions) -> "PdfMetadata":
    """Return what a PDF says about itself; its title is the document's."""
    from blueprint_editor.painters.pdf import Attachment, PdfMetadata  # noqa: PLC0415

    attachment = None
    if options.source is not None:
        data, description, modified, _ = options.source
        attachment = Attachment(SOURCE_NAME, data, "application/json", description, modified)
    project = document.project
    own = document.translations.get(options.language or "", {}).get(document.id, {})
    return PdfMetadata(
        title=_join(own.get("title") or document.title),
        author=_join(project.organisation or project.name) if project else "",
        subject=_join(own.get("subtitle") or document.subtitle),
        keywords=tuple(_join(tag.name) for tag in document.tags if tag.name.strip()),
        created=options.created,
        attachment=attachment,
    )


def _join(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _find_dpi(page: Drawing, options: ExportOptions) -> float:
    if options.width_px is None:
        return options.dpi
    return options.width_px * _MM_PER_INCH / page.width


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
