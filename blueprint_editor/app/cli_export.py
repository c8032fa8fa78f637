"""The command export.

Qt is only loaded for a PNG, and what lays out and paints only once the call has proved right.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

from blueprint_editor.app.cli_files import check_out
from blueprint_editor.app.cli_fit import (
    TEXT_SHAPE,
    add_fit,
    describe_text,
    fill_sheets,
    find_wish,
    tell_text,
)
from blueprint_editor.app.cli_output import (
    DONE,
    UsageError,
    add_json,
    print_json,
    print_text,
    tell,
    tell_error,
)
from blueprint_editor.app.cli_poster import add_poster, find_choices
from blueprint_editor.app.cli_publishing import (
    JSON_SHAPE,
    Prepared,
    add_publishing,
    check_publishing,
    describe,
    prepare,
    print_publishing,
)
from blueprint_editor.app.cli_sheets import add_sheet, check_sheet
from blueprint_editor.app.cli_tiling import JSON_SHAPE as TILING_SHAPE
from blueprint_editor.app.cli_tiling import (
    add_tiling,
    check_tiling,
    describe_tiles,
    find_sheet_tiles,
    find_tiles,
    list_tiles,
    tell_cuts,
)
from blueprint_editor.export.kinds import (
    DOCUMENT_KINDS,
    KINDS,
    PICTURE_KINDS,
    TABLE_KINDS,
    TEXT_KINDS,
    ExportError,
    Kind,
    find_kind,
)
from blueprint_editor.export.poster_choices import choose
from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.errors import BlueprintError, DocumentError
from blueprint_editor.model.filter_words import tell_filter
from blueprint_editor.model.filtering import has_criteria
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.table_rows import TableKind
from blueprint_editor.sheets.kinds import TEXT_SHEETS, parse_orders
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper
from blueprint_editor.sheets.print_wish import PrintWish
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.storage.long_paths import for_system

if TYPE_CHECKING:
    from blueprint_editor.drawing.drawing import Drawing
    from blueprint_editor.drawing.fonts import FontLibrary
    from blueprint_editor.export.jobs import ExportResult
    from blueprint_editor.export.options import ExportOptions
    from blueprint_editor.export.tiles import TileRequest, TilesResult
    from blueprint_editor.sheets.reading_distance import TextSizes

_DEFAULT_DPI = 150.0
_MOST_DPI = 2400.0
_MOST_PX = 100_000
_LATEST_EPOCH = 253_402_300_799
"""The last second of the year 9999."""


def add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("out", metavar="OUT", help=f"its ending says the kind: {', '.join(KINDS)}")
    add_sheet(parser)
    parser.add_argument(
        "--paper",
        metavar="PAPER",
        help="A0–A5, B0–B2, Letter, Legal, Tabloid, ANSI-A to ANSI-E, WIDTHxHEIGHT in mm, "
        "roll:WIDTH; else what the document says",
    )
    parser.add_argument("--orientation", choices=get_args(Orientation))
    parser.add_argument("--language", metavar="TAG", help="a language that the document has")
    parser.add_argument(
        "--table",
        choices=get_args(TableKind),
        help="what a CSV tells: cards and the notes that wait (if not given), or actors",
    )
    add_poster(parser)
    parser.add_argument("--dpi", type=float, help=f"of a PNG; {_DEFAULT_DPI:g} if not given")
    add_tiling(parser)
    parser.add_argument(
        "--width", type=int, metavar="PX", help="of a PNG, instead of --dpi: a small picture of it"
    )
    parser.add_argument(
        "--text-as-paths",
        action="store_true",
        help="letters of an SVG as outlines, for programs that ignore embedded fonts",
    )
    add_fit(parser)
    add_publishing(parser)
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_json(
        parser,
        '{"out": text, "kind": text, "sheet": text, "width_mm": number, "height_mm": number, '
        '"pages": number, "files": [text], "bytes": number, "untranslated_cards": number, '
        '"missing_glyphs": [{"letters": text, "place": text}], '
        f"{TEXT_SHAPE}}}; of a text or a table only out, kind, bytes, "
        f"untranslated_cards; {TILING_SHAPE}; {JSON_SHAPE}",
    )
    parser.set_defaults(run=_export)


def _export(arguments: argparse.Namespace) -> int:
    kind, paper = _check_call(arguments)
    choices = find_choices(arguments, kind)
    wish = find_wish(arguments, kind)
    created = find_moment(os.environ)
    check_out(arguments.out, force=arguments.force)
    document = load_document(arguments.file)
    try:
        prepared = prepare(arguments, document, created)
        prepared = prepared._replace(document=choose(prepared.document, choices))
        if kind in DOCUMENT_KINDS:
            told = _export_copy(prepared, arguments)
        elif kind in TEXT_KINDS:
            told = _export_text(prepared, arguments, created)
        elif kind in TABLE_KINDS:
            told = _export_table(prepared, arguments)
        else:
            tiles = find_tiles(arguments, kind, document)
            told = _export_picture(prepared, arguments, paper, created, tiles, wish)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except DocumentError as error:
        return tell_error(error, arguments.file)
    if kind not in (*DOCUMENT_KINDS, *TABLE_KINDS) and "poster" in arguments.sheet:
        _tell_filter(arguments, prepared)
    if arguments.json:
        about = describe(arguments, prepared)
        print_json({"out": arguments.out, "kind": kind, **told, **about})
    print_publishing(arguments, prepared)
    return DONE


def _export_copy(prepared: Prepared, arguments: argparse.Namespace) -> dict[str, Any]:
    save_document(prepared.document, arguments.out)
    _print_written(arguments, "")
    return {"bytes": for_system(arguments.out).stat().st_size}


def _print_written(arguments: argparse.Namespace, size: str) -> None:
    if not arguments.json:
        print_text(f"wrote {arguments.out}{size}")


def _export_text(
    prepared: Prepared, arguments: argparse.Namespace, created: datetime
) -> dict[str, Any]:
    from blueprint_editor.export.texts import export_text  # noqa: PLC0415 - see above

    result = export_text(
        prepared.document, arguments.out, arguments.language, created,
        "description" if arguments.sheet in TEXT_SHEETS else "blueprint",
    )  # fmt: skip
    _tell_untranslated(arguments, result.untranslated)
    _print_written(arguments, "")
    return {"bytes": result.size, "untranslated_cards": result.untranslated}


def _export_table(prepared: Prepared, arguments: argparse.Namespace) -> dict[str, Any]:
    from blueprint_editor.export.tables import export_table  # noqa: PLC0415 - see above

    table: TableKind = arguments.table or "cards"
    result = export_table(prepared.document, arguments.out, table, arguments.language)
    _tell_untranslated(arguments, result.untranslated)
    _print_written(arguments, "")
    return {"bytes": result.size, "untranslated_cards": result.untranslated}


def _export_picture(
    prepared: Prepared,
    arguments: argparse.Namespace,
    paper: Paper | None,
    created: datetime,
    tiles: "TileRequest | None",
    wish: PrintWish,
) -> dict[str, Any]:
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415 - see above
    from blueprint_editor.app.settings import SettingsFile  # noqa: PLC0415 - see above
    from blueprint_editor.export.jobs import export_document  # noqa: PLC0415
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415

    options = ExportOptions(
        sheet=arguments.sheet,
        paper=paper,
        orientation=arguments.orientation,
        language=arguments.language,
        greyscale=arguments.greyscale,
        dpi=arguments.dpi or _DEFAULT_DPI,
        width_px=arguments.width,
        text_as_paths=arguments.text_as_paths,
        created=created,
        source=prepared.source,
        filling=arguments.filling or "questions",
        phases=arguments.phases,
        workshop=arguments.workshop or "",
        start=arguments.start or "",
        actor=arguments.actor or "",
        since=arguments.since or "",
        tiles=find_sheet_tiles(arguments),
        wish=wish,
        may_replace=arguments.force,
        paths=tuple(arguments.paths or ()),
    )
    fonts = open_fonts(SettingsFile().read().preferences.font_files)
    if tiles is not None:
        options = options._replace(wish=fill_sheets(arguments, wish, tiles.options))
        return _export_tiles(prepared, arguments, options, tiles, fonts)
    result = export_document(prepared.document, arguments.out, options, fonts, paint_png_by_qt)
    _tell_result(arguments, result)
    for file in result.files if not arguments.json else ():
        print_text(f"wrote {file}{_tell_size(result)}")
    _tell_better_paper(arguments, prepared, options, fonts, result)
    text = None
    if arguments.sheet == "poster" and wish.proof is None:
        text = _tell_text(arguments, result.text, prepared)
    return {**_describe_result(arguments, result), "text": text}


def _export_tiles(
    prepared: Prepared,
    arguments: argparse.Namespace,
    options: "ExportOptions",
    tiles: "TileRequest",
    fonts: "FontLibrary",
) -> dict[str, Any]:
    from blueprint_editor.export.tiles import export_tiles  # noqa: PLC0415 - see above

    result = export_tiles(prepared.document, arguments.out, options, tiles, fonts)
    _tell_result(arguments, result)
    tell_cuts(arguments, result)
    _print_written(arguments, describe_tiles(result))
    text = _tell_text(arguments, result.text, prepared)
    return {**_describe_result(arguments, result), "text": text, "tiling": list_tiles(result)}


def _tell_text(
    arguments: argparse.Namespace, sizes: "TextSizes | None", prepared: Prepared
) -> dict[str, Any] | None:
    """Say how large the type is, unless JSON tells it; return it for that."""
    text = describe_text(sizes, prepared.document.poster.reading_distance)
    if text is not None and not arguments.json:
        print_text(tell_text(text))
    return text


def _tell_result(arguments: argparse.Namespace, result: "ExportResult | TilesResult") -> None:
    for letters, place in result.missing:
        tell(f'{arguments.file}: missing glyph "{letters}" in {place}')
    _tell_untranslated(arguments, result.untranslated)


def _tell_better_paper(
    arguments: argparse.Namespace,
    prepared: Prepared,
    options: "ExportOptions",
    fonts: "FontLibrary",
    result: "ExportResult",
) -> None:
    """Say on which paper a single sheet would have letters that can be read."""
    from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415 - see above
    from blueprint_editor.sheets.readable_paper import advise_paper  # noqa: PLC0415

    (order, *others) = parse_orders(arguments.sheet)
    if others or options.tiles is not None:
        return

    def make(paper: Paper) -> "Sequence[Drawing]":
        whole = options._replace(sheet=order.spec.name, paper=paper)
        return make_pages(prepared.document, whole, fonts)[0]

    advice = advise_paper(order.spec, result.text, result.width * result.height, make)
    if advice is not None:
        small = f"the smallest letters are {advice.points:.1f} pt"
        tell(f"{arguments.file}: {small}; on {advice.paper} they are {advice.better:.1f} pt")


def _tell_size(result: "ExportResult") -> str:
    if result.pages > len(result.files):
        return f" ({result.pages} pages)"
    return f" ({result.width:.0f} × {result.height:.0f} mm)" if result.pages == 1 else ""


def _tell_filter(arguments: argparse.Namespace, prepared: Prepared) -> None:
    """Say that what was written is filtered, as the document has it."""
    wanted = prepared.document.poster.filter
    if wanted is not None and has_criteria(wanted):
        words = tell_filter(prepared.document, wanted, find_terms("en"))
        tell(f"{arguments.file}: the poster is filtered. {words}")


def _tell_untranslated(arguments: argparse.Namespace, cards: int) -> None:
    if cards:
        count = f"{cards} card{'s' if cards > 1 else ''}"
        told = f'no text in "{arguments.language}" for {count}; the original stands'
        tell(f"{arguments.file}: {told}")


def _check_call(arguments: argparse.Namespace) -> tuple[Kind, Paper | None]:
    try:
        kind = find_kind(arguments.out)
        paper = parse_paper(arguments.paper) if arguments.paper is not None else None
    except (ExportError, UnknownPaperError) as error:
        raise UsageError(str(error)) from error
    check_sheet(arguments, kind)
    _check_picture(arguments, kind)
    if kind not in PICTURE_KINDS:
        for option in ("paper", "orientation"):
            if getattr(arguments, option):
                raise UsageError(f"--{option} goes with a sheet only ({', '.join(PICTURE_KINDS)})")
    if arguments.table and kind not in TABLE_KINDS:
        raise UsageError(f"--table goes with {', '.join(TABLE_KINDS)} only")
    check_publishing(arguments, kind)
    check_tiling(arguments, kind)
    return kind, paper


def _check_picture(arguments: argparse.Namespace, kind: Kind) -> None:
    for option, most in (("dpi", _MOST_DPI), ("width", _MOST_PX)):
        value = getattr(arguments, option)
        if value is not None and kind != "png":
            raise UsageError(f"--{option} goes with a PNG only")
        if value is not None and not 1 <= value <= most:
            raise UsageError(f"--{option} must be from 1 to {most:g}")
    if arguments.dpi is not None and arguments.width is not None:
        raise UsageError("--dpi and --width do not go together")
    if arguments.text_as_paths and kind != "svg":
        raise UsageError("--text-as-paths goes with an SVG only")


def find_moment(environment: Mapping[str, str]) -> datetime:
    """Return the moment to write into files: ``SOURCE_DATE_EPOCH`` in seconds, else now.

    https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        UsageError: the variable is no such number.
    """
    told = environment.get("SOURCE_DATE_EPOCH")
    if not told:
        return datetime.now(UTC).replace(microsecond=0)
    if not (told.isascii() and told.isdecimal()) or int(told[:20]) > _LATEST_EPOCH:
        raise UsageError(f'SOURCE_DATE_EPOCH "{told[:40]}" is not a number of seconds')
    return datetime.fromtimestamp(int(told), UTC)


def paint_png_by_qt(drawing: "Drawing", fonts: "FontLibrary", dpi: float) -> bytes:
    """Return a drawing as PNG.

    Raises:
        BlueprintError: Qt cannot be loaded.
        ExportError: the picture would be too large.
    """
    try:
        from blueprint_editor.painters.png import (  # noqa: PLC0415 - needs Qt
            PngTooLargeError,
            paint_png,
        )
    except ImportError as error:
        raise BlueprintError(f"a PNG needs Qt, which cannot be loaded: {error}") from error
    try:
        return paint_png(drawing, fonts, dpi)
    except PngTooLargeError as error:
        raise ExportError(str(error)) from error


def _describe_result(
    arguments: argparse.Namespace, result: "ExportResult | TilesResult"
) -> dict[str, Any]:
    return {
        "sheet": arguments.sheet,
        "width_mm": round(result.width, 3),
        "height_mm": round(result.height, 3),
        "pages": result.pages,
        "files": result.files,
        "bytes": result.size,
        "untranslated_cards": result.untranslated,
        "missing_glyphs": [glyphs._asdict() for glyphs in result.missing],
    }
