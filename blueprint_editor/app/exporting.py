"""What windows ask workers to draw and write: the one place that hands Qt painters to exports."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import ngettext
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.records import Fit
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.session.task import ReportProgress
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.sheets.print_wish import PageSetup, PrintWish

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from blueprint_editor.export.options import ExportOptions
    from blueprint_editor.export.tiles import TileRequest
    from blueprint_editor.model.document import Snapshot
    from blueprint_editor.ui.printing.wish import Order, Pages, Wish


def draw_poster(document: Document) -> Drawing:
    """Compose a document's poster for the screen; runs in a worker, with fonts of its own."""
    return PaperComposer(PosterComposer(Typesetter(_open_fonts())))(document).drawing


def draw_changes(before: DocumentContent, document: Document, name: str) -> Drawing:
    """Compose the poster of changes for the screen; runs in a worker, with fonts of its own."""
    from blueprint_editor.sheets.change_poster import compose_changes  # noqa: PLC0415
    from blueprint_editor.sheets.pictures import read_pictures  # noqa: PLC0415

    pictures, _broken = read_pictures(document, document.assets)
    return compose_changes(before, document, name, Typesetter(_open_fonts()), pictures)


def export_pdf_changes(before: DocumentContent, document: Document, name: str, path: Path) -> None:
    """Write the poster of changes as PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.export.jobs import export_changes  # noqa: PLC0415
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

    options = ExportOptions(created=datetime.now(UTC).replace(microsecond=0))
    export_changes(before, document, name, path, options, _open_fonts(), paint_png)


def _open_fonts() -> FontLibrary:
    return open_fonts(SettingsFile().read().preferences.font_files)


class WindowPrintWork:
    """What a window's dialog asks for; its functions run in workers, one at a time.

    What the first paint does not need is imported late.
    """

    @cached_property
    def _fonts(self) -> FontLibrary:
        return _open_fonts()

    def draw(self, order: "Order") -> "Pages":
        """See :class:`~blueprint_editor.ui.printing.wish.PrintWork`."""
        from blueprint_editor.export.kinds import PICTURE_KINDS  # noqa: PLC0415
        from blueprint_editor.ui.printing.wish import Pages  # noqa: PLC0415

        document, wish = order
        if wish.kind not in PICTURE_KINDS:
            from blueprint_editor.export.languages import translate_document  # noqa: PLC0415
            from blueprint_editor.export.texts import write_text  # noqa: PLC0415

            translated = translate_document(document, wish.language or document.language)
            return Pages(text=write_text(translated, "txt").decode())
        return self._make_pages(order)

    def _make_pages(self, order: "Order") -> "Pages":
        if order.wish.fit == "fill" and order.wish.layout == "poster":
            fitted = _fill_paper(order.document, self._fonts)
            return self._compose(order._replace(document=fitted))._replace(document=fitted)
        return self._compose(order)

    def _compose(self, order: "Order") -> "Pages":
        from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415
        from blueprint_editor.sheets.reading_distance import find_smallest_sizes  # noqa: PLC0415
        from blueprint_editor.ui.printing.leaving import tell_left_out  # noqa: PLC0415
        from blueprint_editor.ui.printing.sizing import tell_reading  # noqa: PLC0415
        from blueprint_editor.ui.printing.wish import Page, Pages  # noqa: PLC0415

        options = _find_options(order)
        tiles = _find_tiles(order)
        if tiles is not None:
            return _draw_tiles(order.document, options, tiles, self._fonts)
        document = _prepare(order)
        pages, _untranslated = make_pages(document, options, self._fonts)
        sizes = find_smallest_sizes(pages)
        facts = () if sizes is None else (tell_reading(sizes, document.poster.reading_distance),)
        if options.source is not None:
            facts = (*facts, tell_left_out(options.source.left_out))
        names = [phase.name for phase in document.phases] if len(pages) > 1 else []
        return Pages(tuple(map(Page, pages, names or [""] * len(pages))), facts=facts)

    def write(self, order: "Order", path: Path, report: Callable[[int, int], None]) -> None:
        """See :class:`~blueprint_editor.ui.printing.wish.PrintWork`."""
        from blueprint_editor.export.jobs import export_document  # noqa: PLC0415
        from blueprint_editor.export.kinds import TEXT_KINDS  # noqa: PLC0415
        from blueprint_editor.export.texts import export_text  # noqa: PLC0415
        from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

        def paint(drawing: Drawing, fonts: FontLibrary, dpi: float) -> bytes:
            return paint_png(drawing, fonts, dpi, lambda share: report(round(share * 100), 100))

        options = _find_options(order)
        tiles = _find_tiles(order)
        if order.wish.kind in TEXT_KINDS:
            export_text(order.document, path, order.wish.language, options.created)
        elif tiles is not None:
            from blueprint_editor.export.tiles import export_tiles  # noqa: PLC0415

            export_tiles(order.document, path, options, tiles, self._fonts)
        else:
            export_document(_prepare(order), path, options, self._fonts, paint)

    def print(
        self, order: "Order", printer: "QPrinter", report: Callable[[int, int], None]
    ) -> None:
        """See :class:`~blueprint_editor.ui.printing.wish.PrintWork`."""
        from blueprint_editor.painters.qt.printing import print_pages  # noqa: PLC0415

        pages = [page.drawing for page in self._make_pages(order).pages]
        if _find_tiles(order) is not None:
            printer.setDuplex(printer.DuplexMode.DuplexNone)
        print_pages(pages, self._fonts, printer, report)


def _fill_paper(document: Document, fonts: FontLibrary) -> Document:
    """Return the document with columns and type that fill its paper."""
    from blueprint_editor.commands.fit import FitPoster  # noqa: PLC0415
    from blueprint_editor.sheets.fit_wish import fit_poster  # noqa: PLC0415
    from blueprint_editor.sheets.pictures import read_pictures  # noqa: PLC0415
    from blueprint_editor.sheets.print_wish import FitWish  # noqa: PLC0415

    poster, pictures = document.poster, read_pictures(document, document.assets)[0]
    found = fit_poster(
        document,
        parse_paper(poster.paper),
        poster.orientation,
        FitWish(),
        Typesetter(fonts),
        pictures,
    )
    return FitPoster(found.fit, found.paper.name, found.orientation).apply(document)


def _prepare(order: "Order") -> Document:
    """Return the document as its pages are made from it: each phase begins one, if so wished."""
    document, wish = order
    if wish.layout == "poster":
        return document
    from blueprint_editor.sheets.fitting import USUAL_COLUMN  # noqa: PLC0415

    begins = tuple(phase.id for phase in document.phases[1:])
    fit = Fit(column_width=USUAL_COLUMN, type_scale=1.0, splits=begins)
    return document.changed(poster=document.poster.changed(fit=fit))


def _find_tiles(order: "Order") -> "TileRequest | None":
    """Return which sheets are wanted; None where the poster is one page."""
    from blueprint_editor.export.tiles import TileRequest, find_stored_tiling  # noqa: PLC0415

    is_wanted = order.wish.kind == "pdf" and order.wish.layout == "poster"
    options = find_stored_tiling(order.document) if is_wanted else None
    if options is None:
        return None
    return TileRequest(options, is_test=order.wish.is_test, is_stored=True)


def _draw_tiles(
    document: Document, options: "ExportOptions", tiles: "TileRequest", fonts: FontLibrary
) -> "Pages":
    from blueprint_editor.export.tiles import compose_source, draw_pages  # noqa: PLC0415
    from blueprint_editor.sheets.tiling import plan_tiles  # noqa: PLC0415
    from blueprint_editor.ui.printing.tiling import tell_cut_cards, tell_plan  # noqa: PLC0415
    from blueprint_editor.ui.printing.wish import Page, Pages  # noqa: PLC0415

    source = compose_source(document, options, fonts)
    plan = plan_tiles(source.poster, tiles.options)
    pages = draw_pages(source, plan, is_test=tiles.is_test)
    size = source.poster.width * plan.scale, source.poster.height * plan.scale
    cards = dict.fromkeys(source.codes[card] for cut in plan.cuts for card in cut.cards)
    return Pages(
        tuple(Page(page, page.bookmarks[0].title) for page in pages),
        facts=(tell_plan(plan, *size),),
        warnings=(tell_cut_cards(list(cards)),) if cards else (),
    )


def _find_options(order: "Order") -> "ExportOptions":
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415 - see above
    from blueprint_editor.export.publishing import PublishingChoice  # noqa: PLC0415
    from blueprint_editor.export.source import make_source  # noqa: PLC0415

    document, wish = order
    created = datetime.now(UTC).replace(microsecond=0)
    carries = wish.kind == "pdf" and wish.has_source
    return ExportOptions(
        language=wish.language,
        greyscale=document.poster.greyscale,
        dpi=wish.dpi,
        created=created,
        source=make_source(document, PublishingChoice(), created) if carries else None,
        wish=_find_print_wish(wish),
    )


def _find_print_wish(wish: "Wish") -> PrintWish:
    if wish.kind != "pdf":
        return PrintWish()
    setup = PageSetup(wish.edge, wish.bleed, wish.crop_marks)
    return PrintWish(setup=setup, proof=parse_paper("A4") if wish.is_proof else None)


def draw_sheet(document: Document, options: "ExportOptions") -> tuple[Drawing, ...]:
    """Compose the pages of a sheet for the screen; runs in a worker, with fonts of its own."""
    from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415 - see above

    return make_pages(document, options, _open_fonts())[0]


def export_sheets(
    document: Document, path: Path, options: "ExportOptions", report: ReportProgress
) -> None:
    """Write sheets into one PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
        WorkCancelledError: by way of ``report``.
    """
    from blueprint_editor.export.jobs import export_document  # noqa: PLC0415 - see above
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

    dated = options._replace(created=datetime.now(UTC).replace(microsecond=0))
    export_document(document, path, dated, _open_fonts(), paint_png, report)


def print_sheets(
    document: Document, options: "ExportOptions", printer: "QPrinter", report: ReportProgress
) -> None:
    """Print sheets at their exact size; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the printer does not answer.
        WorkCancelledError: by way of ``report``.
    """
    from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415 - see above
    from blueprint_editor.painters.qt.printing import print_pages  # noqa: PLC0415

    fonts = _open_fonts()
    pages, _untranslated = make_pages(document, options, fonts, report)
    print_pages(pages, fonts, printer, report)


def write_round_file(document: Document, version: "Snapshot", path: Path) -> None:
    """Write a file of a comment round; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.export.round.files import write_round  # noqa: PLC0415 - see above

    moment = datetime.now(UTC).replace(microsecond=0)
    write_round(document, version, path, _open_fonts, moment)


def draw_pages(document: Document) -> tuple[Drawing, ...]:
    """Compose the pages of a poster as a PDF has them; runs in a worker."""
    from blueprint_editor.export.round.files import draw_version  # noqa: PLC0415 - see above

    return draw_version(document, _open_fonts())


def hand_over(document: Document, path: Path) -> str:
    """Write the handover package in a worker; return what a person should know, may be empty.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.app.handing_over import (  # noqa: PLC0415 - see above
        find_package_traces,
        write_package,
    )

    package = write_package(document, path, datetime.now(UTC).replace(microsecond=0))
    count = len(find_package_traces(package))
    if not count:
        return ""
    words = ngettext(
        "{count} text in it may tell of a person; read it before you pass it on.",
        "{count} texts in it may tell of people; read them before you pass it on.",
        count,
    )
    return words.format(count=count)
