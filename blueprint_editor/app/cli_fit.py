"""Options of ``export`` about the fit of a poster and its page, and what is told of its texts."""

import argparse
from math import isfinite
from typing import TYPE_CHECKING, Any

from blueprint_editor.app.cli_output import UsageError
from blueprint_editor.export.kinds import PICTURE_KINDS, Kind
from blueprint_editor.sheets.paper import UnknownPaperError, parse_paper
from blueprint_editor.sheets.print_wish import (
    MOST_BLEED,
    MOST_EDGE,
    MOST_ROWS,
    FitWish,
    PageSetup,
    PrintWish,
)

if TYPE_CHECKING:
    from blueprint_editor.model.document import Document
    from blueprint_editor.sheets.reading_distance import TextSizes
    from blueprint_editor.sheets.tiling import TileOptions

_FILL = "fill"
_FITS = ("fit", "min_text", "rows", "rows_at", "split", "split_at")
_OPTIONS = (*_FITS, "edge", "bleed", "crop_marks", "proof")
_PROOF = "A4"
_TYPE_SCALES = (0.35, 20.0)
_TEXT_PT = (1.0, 400.0)
_POSTERS = (2, 4)
_ROWS = (1, MOST_ROWS)
_DIGITS = 6
TEXT_SHAPE = (
    '"text": {"smallest_pt": number, "smallest_mm": number, "body_pt": number, '
    '"body_mm": number, "distance_m": number, "readable_m": number, "verdict": "comfortable", '
    '"readable" or "too_small"} or null'
)


def add_fit(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("fit to paper (poster only; FILE stays as it is)")
    group.add_argument(
        "--fit",
        nargs="?",
        const=_FILL,
        metavar="SCALE",
        help="columns and type anew, so that the poster fills its paper with the largest text; "
        "or type of just this scale (1: cards in 18 pt), with more paper as for --min-text",
    )
    group.add_argument(
        "--min-text",
        type=float,
        metavar="PT",
        help="no smaller text: the next larger paper, or with --tile as many sheets as it takes",
    )
    group.add_argument(
        "--rows",
        type=int,
        metavar="N",
        help=f"1 to {MOST_ROWS} rows of steps under one another; as many as make the text larger "
        "if not given",
    )
    group.add_argument(
        "--rows-at", metavar="PHASES", help="rows that begin with these phases, such as 4,7"
    )
    group.add_argument(
        "--split", type=int, metavar="N", help="2 to 4 posters, each with some of the phases"
    )
    group.add_argument(
        "--split-at", metavar="PHASES", help="posters that begin with these phases, such as 4,7"
    )
    page = parser.add_argument_group("page (poster only)")
    page.add_argument(
        "--edge", type=float, metavar="MM", help="white at the edges, which the printer needs"
    )
    page.add_argument("--bleed", type=float, metavar="MM", help="by which it is cut larger")
    page.add_argument("--crop-marks", action="store_true", help="lines that show where to cut")
    page.add_argument(
        "--proof",
        nargs="?",
        const=_PROOF,
        metavar="PAPER",
        help=f"a scaled copy that says so; on {_PROOF} if not given",
    )


def find_wish(arguments: argparse.Namespace, kind: Kind) -> PrintWish:
    """Return what was asked for.

    Raises:
        UsageError: it does not go together, or with the kind of file.
    """
    values = {name: getattr(arguments, name) for name in _OPTIONS}
    named = [name for name, value in values.items() if value is not None and value is not False]
    if not named:
        return PrintWish()
    first = named[0].replace("_", "-")
    if kind not in PICTURE_KINDS:
        raise UsageError(f"--{first} goes with a sheet only ({', '.join(PICTURE_KINDS)})")
    if arguments.sheet != "poster":
        raise UsageError(f"--{first} goes with the poster only")
    tiled = arguments.tile not in {None, "none"}
    if arguments.fit_sheets is not None and (arguments.split or arguments.split_at):
        raise UsageError("--fit-sheets is for one poster, --split makes several")
    for name in ("edge", "bleed", "crop_marks", "proof"):
        if tiled and name in named:
            raise UsageError(f"--{name.replace('_', '-')} does not go with --tile")
    _check(arguments, "min_text", *_TEXT_PT)
    _check(arguments, "split", *_POSTERS)
    _check(arguments, "rows", *_ROWS)
    _check(arguments, "edge", 0.0, MOST_EDGE)
    _check(arguments, "bleed", 0.0, MOST_BLEED)
    setup = PageSetup(arguments.edge or 0.0, arguments.bleed or 0.0, arguments.crop_marks)
    return PrintWish(_find_fit(arguments, takes_sheets=tiled), setup, _find_proof(arguments))


def _check(arguments: argparse.Namespace, name: str, least: float, most: float) -> None:
    value = getattr(arguments, name)
    if value is not None and not (isfinite(value) and least <= value <= most):
        raise UsageError(f"--{name.replace('_', '-')} must be from {least:g} to {most:g}")


def _find_fit(arguments: argparse.Namespace, *, takes_sheets: bool) -> FitWish | None:
    if all(getattr(arguments, name) is None for name in _FITS):
        return None
    for number, places in (("split", "split_at"), ("rows", "rows_at")):
        if getattr(arguments, number) is not None and getattr(arguments, places) is not None:
            raise UsageError(f"--{number} finds the phases itself; give it or --{number}-at")
    scale = None
    if arguments.fit not in {None, _FILL}:
        scale = _parse_scale(arguments.fit)
        if arguments.min_text is not None:
            raise UsageError("--min-text does not go with a scale of type")
    return FitWish(
        scale,
        arguments.min_text,
        takes_sheets,
        arguments.split or 1,
        _parse_phases(arguments, "split_at"),
        arguments.rows,
        _parse_phases(arguments, "rows_at"),
    )


def fill_sheets(
    arguments: argparse.Namespace, wish: PrintWish, options: "TileOptions"
) -> PrintWish:
    """Return a wish of a poster that is fitted to so many sheets where both were asked for."""
    fit = wish.fit
    is_free = arguments.fit_sheets is not None and arguments.paper is None
    if fit is None or not is_free or fit.type_scale is not None or fit.least_text_pt is not None:
        return wish
    return wish._replace(fit=fit._replace(sheets=options))


def _parse_phases(arguments: argparse.Namespace, name: str) -> tuple[int, ...]:
    told = getattr(arguments, name)
    if told is None:
        return ()
    pieces = [piece.strip() for piece in told.split(",")]
    if not all(piece.isascii() and piece.isdecimal() and len(piece) < _DIGITS for piece in pieces):
        option = name.replace("_", "-")
        raise UsageError(f"--{option} takes numbers of phases, such as 4,7")
    return tuple(map(int, pieces))


def _parse_scale(text: str) -> float:
    least, most = _TYPE_SCALES
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not least <= scale <= most:
        raise UsageError(f'--fit takes "{_FILL}" or a scale of type from {least:g} to {most:g}')
    return scale


def _find_proof(arguments: argparse.Namespace) -> Any:
    if arguments.proof is None:
        return None
    try:
        paper = parse_paper(arguments.proof)
    except UnknownPaperError as error:
        raise UsageError(str(error)) from error
    if paper.height is None:
        raise UsageError("--proof takes a sheet, not a roll")
    return paper


def measure_text(document: "Document") -> dict[str, Any] | None:
    """Compose the document's poster and return what is known of the sizes of type, for JSON.

    None without text, or where the document names no paper.
    """
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415 - not for each command
    from blueprint_editor.app.settings import SettingsFile  # noqa: PLC0415
    from blueprint_editor.layout.text import Typesetter  # noqa: PLC0415
    from blueprint_editor.sheets.pictures import read_pictures  # noqa: PLC0415
    from blueprint_editor.sheets.reading_advice import measure_reading  # noqa: PLC0415

    typesetter = Typesetter(open_fonts(SettingsFile().read().preferences.font_files))
    pictures, _broken = read_pictures(document, document.assets)
    try:
        reading = measure_reading(document, typesetter, pictures)
    except UnknownPaperError:
        return None
    return describe_text(reading.sizes, reading.distance)


def describe_text(sizes: "TextSizes | None", distance_m: float) -> dict[str, Any] | None:
    """Return what is known of the sizes of type, for JSON."""
    if sizes is None:
        return None
    from blueprint_editor.sheets.reading_distance import (  # noqa: PLC0415 - not for each command
        find_farthest,
        judge,
    )

    return {
        "smallest_pt": round(sizes.smallest_pt, 2),
        "smallest_mm": round(sizes.smallest, 2),
        "body_pt": round(sizes.body_pt, 2),
        "body_mm": round(sizes.body, 2),
        "distance_m": distance_m,
        "readable_m": round(find_farthest(sizes.smallest), 2),
        "verdict": judge(sizes.body, distance_m),
    }


def tell_text(told: dict[str, Any]) -> str:
    """Return in words what :func:`describe_text` returns."""
    verdicts = {
        "comfortable": "comfortable to read",
        "readable": "can be read",
        "too_small": "too small to read",
    }
    return (
        f"smallest text {told['smallest_pt']:.1f} pt ({told['smallest_mm']:.1f} mm), readable at "
        f"{told['readable_m']:.1f} m; cards {told['body_pt']:.1f} pt "
        f"({told['body_mm']:.1f} mm), {verdicts[told['verdict']]} from {told['distance_m']:g} m"
    )
