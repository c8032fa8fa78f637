"""What the dialog for printing and exporting asks workers for: pages as they will be, files."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.print_wish import PageSetup, PrintWish

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from blueprint_editor.export.options import ExportOptions
    from blueprint_editor.export.tiles import TileRequest
    from blueprint_editor.ui.printing.wish import Order, Pages, Wish

_MM_PER_INCH = 25.4


class WindowPrintWork:
    """What a window's dialog asks for; its functions run in workers, one at a time.

    What the first paint does not need is imported late.
    """

    @cached_property
    def _fonts(self) -> FontLibrary:
        return open_fonts(SettingsFile().read().preferences.font_files)

    def draw(self, order: "Order") -> "Pages":
        """See :class:`~blueprint_editor.ui.printing.wish.PrintWork`."""
        from blueprint_editor.export.kinds import PICTURE_KINDS  # noqa: PLC0415
        from blueprint_editor.ui.printing.wish import Pages  # noqa: PLC0415

        wish = order.wish
        if wish.kind not in PICTURE_KINDS:
            from blueprint_editor.export.languages import translate_document  # noqa: PLC0415

            document, facts = _clean(order)
            translated = translate_document(document, wish.language or document.language)
            return Pages(text=_tell(translated, wish), facts=facts)
        return self._make_pages(order)

    def _make_pages(self, order: "Order") -> "Pages":
        from blueprint_editor.app.print_fits import find_fit, fit_paper  # noqa: PLC0415
        from blueprint_editor.ui.printing.sizing import tell_paper_taken  # noqa: PLC0415

        tiles = _find_tiles(order)
        wish = find_fit(order, tiles.options if tiles else None)
        if wish is None:
            return self._compose(order)
        fitted = fit_paper(order.document, wish, self._fonts)
        pages = self._compose(order._replace(document=fitted))._replace(document=fitted)
        asked, taken = order.document.poster.paper, fitted.poster.paper
        if tiles is not None or asked == taken:
            return pages
        return pages._replace(facts=(tell_paper_taken(asked, taken), *pages.facts))

    def _compose(self, order: "Order") -> "Pages":
        from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415
        from blueprint_editor.sheets.reading_distance import find_smallest_sizes  # noqa: PLC0415
        from blueprint_editor.ui.printing.files import tell_left_out, tell_pixels  # noqa: PLC0415
        from blueprint_editor.ui.printing.sizing import (  # noqa: PLC0415
            HAND_M,
            tell_narrow_edge,
            tell_reading,
        )
        from blueprint_editor.ui.printing.wish import Page, Pages  # noqa: PLC0415

        options = _find_options(order)
        document, leaving = _clean(order)
        if options.source is not None and not order.wish.is_published:
            leaving = (tell_left_out(options.source.left_out),)
        tiles = _find_tiles(order)
        if tiles is not None:
            pages = _draw_tiles(document, options, tiles, self._fonts)
            return pages._replace(facts=(*pages.facts, *leaving))
        is_phases = order.wish.layout == "phases"
        document = self._prepare(document, order.wish)
        drawings, _untranslated = make_pages(document, options, self._fonts)
        sizes = None if order.wish.is_proof else find_smallest_sizes(drawings)
        distance = HAND_M if is_phases else document.poster.reading_distance
        facts = () if sizes is None else (tell_reading(sizes, distance),)
        if order.wish.kind == "png":
            facts = (*facts, tell_pixels(*_find_pixels(drawings[0], options)))
        elif order.wish.kind == "pdf":
            facts = (*facts, *tell_narrow_edge(drawings[0]))
        names = [""]
        if len(drawings) > 1:
            names = [one.name for one in document.phases if is_phases] or [
                d.title for d in drawings
            ]
        pages_named = tuple(map(Page, drawings, names))
        return Pages(pages_named, facts=(*facts, *leaving))

    def _prepare(self, document: Document, wish: "Wish") -> Document:
        """Return the document as its pages are made from it: each phase begins one, if wished."""
        if wish.layout != "phases":
            return document
        from blueprint_editor.app.print_fits import make_handouts  # noqa: PLC0415

        return make_handouts(document, wish.handout_paper, self._fonts)

    def write(
        self,
        order: "Order",
        path: Path,
        report: Callable[[int, int], None],
        *,
        may_replace: bool = False,
    ) -> tuple[Path, ...]:
        """See :class:`~blueprint_editor.ui.printing.wish.PrintWork`."""
        from blueprint_editor.export.jobs import export_document  # noqa: PLC0415
        from blueprint_editor.export.kinds import TABLE_KINDS, TEXT_KINDS  # noqa: PLC0415
        from blueprint_editor.export.texts import export_text  # noqa: PLC0415
        from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

        def paint(drawing: Drawing, fonts: FontLibrary, dpi: float) -> bytes:
            return paint_png(drawing, fonts, dpi, lambda share: report(round(share * 100), 100))

        options = _find_options(order)
        tiles = _find_tiles(order)
        document, _leaving = _clean(order)
        if order.wish.kind in TEXT_KINDS:
            wish = order.wish
            export_text(document, path, wish.language, options.created, wish.telling)
        elif order.wish.kind in TABLE_KINDS:
            from blueprint_editor.export.tables import export_table  # noqa: PLC0415

            export_table(document, path, order.wish.table, order.wish.language)
        elif tiles is not None:
            from blueprint_editor.export.tiles import export_tiles  # noqa: PLC0415

            export_tiles(document, path, options, tiles, self._fonts, report)
        else:
            document = self._prepare(document, order.wish)
            options = options._replace(may_replace=may_replace)
            result = export_document(document, path, options, self._fonts, paint, report)
            return tuple(map(Path, result.files))
        return (path,)

    def print(
        self, order: "Order", printer: "QPrinter", report: Callable[[int, int], None]
    ) -> None:
        """See :class:`~blueprint_editor.ui.printing.wish.PrintWork`."""
        from blueprint_editor.painters.qt.printing import print_pages  # noqa: PLC0415

        pages = [page.drawing for page in self._compose(order).pages]
        if _find_tiles(order) is not None:
            printer.setDuplex(printer.DuplexMode.DuplexNone)
        print_pages(pages, self._fonts, printer, report)


def _tell(document: Document, wish: "Wish") -> str:
    """Return what an output in words will say."""
    from blueprint_editor.export.kinds import TABLE_KINDS  # noqa: PLC0415

    if wish.kind in TABLE_KINDS:
        from blueprint_editor.storage.document_table import write_table  # noqa: PLC0415

        return write_table(document, wish.table).decode("utf-8-sig")
    from blueprint_editor.export.texts import write_text  # noqa: PLC0415

    return write_text(document, "txt", telling=wish.telling).decode()


def _clean(order: "Order") -> tuple[Document, tuple[str, ...]]:
    """Return what goes out of the document, and what a person should know about that."""
    if not order.wish.is_published:
        return order.document, ()
    # Few exports need them.
    from blueprint_editor.checks.privacy import find_traces  # noqa: PLC0415
    from blueprint_editor.export.publishing import (  # noqa: PLC0415
        count_parts,
        make_publishing_copy,
    )
    from blueprint_editor.ui.printing.files import (  # noqa: PLC0415
        tell_kept,
        tell_left_out,
        tell_traces,
    )

    choice = order.wish.leaving
    copy = make_publishing_copy(order.document, choice)
    traces = find_traces(copy.document)
    told = [tell_left_out(copy.left_out, is_published=True)]
    if kept := choice.keep & count_parts(order.document).keys():
        told.append(tell_kept(kept))
    if traces:
        told.append(tell_traces(len(traces)))
    return copy.document, tuple(told)


def _find_tiles(order: "Order") -> "TileRequest | None":
    """Return which sheets are wanted; None where the poster is one page."""
    from blueprint_editor.export.tiles import TileRequest, find_stored_tiling  # noqa: PLC0415

    is_wanted = order.wish.kind == "pdf" and order.wish.layout == "poster"
    options = find_stored_tiling(order.document) if is_wanted else None
    if options is None:
        return None
    wish = order.wish
    codes = () if wish.is_test else tuple(code for code in wish.sheets.split(",") if code.strip())
    return TileRequest(options, codes, is_test=wish.is_test, is_stored=True)


def _draw_tiles(
    document: Document, options: "ExportOptions", tiles: "TileRequest", fonts: FontLibrary
) -> "Pages":
    from blueprint_editor.export.tiles import compose_sources, draw_pages  # noqa: PLC0415
    from blueprint_editor.sheets.reading_distance import find_text_sizes  # noqa: PLC0415
    from blueprint_editor.sheets.tiling import (  # noqa: PLC0415
        find_fewer,
        is_held_by_cuts,
        plan_tiles,
    )
    from blueprint_editor.ui.printing.sizing import tell_reading  # noqa: PLC0415
    from blueprint_editor.ui.printing.tiling import (  # noqa: PLC0415
        tell_cuts,
        tell_fewer,
        tell_hold,
        tell_plan,
    )
    from blueprint_editor.ui.printing.wish import Page, Pages  # noqa: PLC0415

    (source,) = compose_sources(document, options, fonts)
    plan = plan_tiles(source.poster, tiles.options)
    pages = draw_pages(source, plan, tiles.codes, is_test=tiles.is_test)
    size = source.poster.width * plan.scale, source.poster.height * plan.scale
    facts = [tell_plan(plan, *size)]
    if (fewer := find_fewer(source.poster, plan)) is not None:
        facts.append(tell_fewer(fewer))
    if is_held_by_cuts(plan):
        facts.append(tell_hold())
    if (texts := find_text_sizes(source.poster)) is not None:
        distance = document.poster.reading_distance
        facts.append(tell_reading(texts.scaled(plan.scale), distance))
    return Pages(
        tuple(Page(page, page.bookmarks[0].title) for page in pages),
        facts=tuple(facts),
        warnings=tell_cuts(plan, source.codes),
    )


def _find_options(order: "Order") -> "ExportOptions":
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415 - see above
    from blueprint_editor.export.publishing import PublishingChoice  # noqa: PLC0415
    from blueprint_editor.export.source import make_source  # noqa: PLC0415

    document, wish = order
    created = datetime.now(UTC).replace(microsecond=0)
    carries = wish.kind == "pdf" and wish.has_source
    choice = wish.leaving if wish.is_published else PublishingChoice()
    return ExportOptions(
        language=wish.language,
        greyscale=document.poster.greyscale,
        dpi=wish.dpi,
        width_px=_find_width(wish),
        text_as_paths=wish.text_as_paths,
        created=created,
        source=make_source(document, choice, created) if carries else None,
        wish=_find_print_wish(wish),
    )


def _find_width(wish: "Wish") -> int | None:
    """Return how many pixels wide a picture is; None where its dots per inch tell."""
    from blueprint_editor.ui.printing.files import THUMBNAIL_PX  # noqa: PLC0415 - see above

    widths = {"print": None, "thumbnail": THUMBNAIL_PX, "width": wish.width_px}
    return widths[wish.size]


def _find_pixels(page: Drawing, options: "ExportOptions") -> tuple[int, int]:
    from blueprint_editor.painters.png import LARGEST_PX, PngTooLargeError  # noqa: PLC0415

    width = options.width_px or round(page.width * options.dpi / _MM_PER_INCH)
    height = round(width * page.height / page.width)
    if width * height > LARGEST_PX:
        raise PngTooLargeError(width, height, width * _MM_PER_INCH / page.width)
    return width, height


def _find_print_wish(wish: "Wish") -> PrintWish:
    if wish.kind != "pdf":
        return PrintWish()
    setup = PageSetup(wish.edge, wish.bleed, wish.crop_marks)
    return PrintWish(setup=setup, proof=parse_paper("A4") if wish.is_proof else None)
