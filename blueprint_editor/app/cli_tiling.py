"""The part of the export command that prints a poster on many sheets of office paper."""

import argparse
from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any, get_args

from blueprint_editor.app.cli_output import UsageError, tell
from blueprint_editor.export.kinds import Kind
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper

if TYPE_CHECKING:
    from blueprint_editor.export.tiles import TiledPoster, TileRequest, TilesResult
    from blueprint_editor.sheets.tiling import Cut, TileOptions, TilePlan

_WHOLE = "none"
_DETAILS = (
    "sheet_orientation", "overlap", "margin", "fit_sheets", "enlarge", "sheets", "repeat_labels",
    "test_print",
)  # fmt: skip
_OF_POSTERS = ("fit_sheets", "enlarge", "sheets", "repeat_labels", "test_print")
"""Details that workshop sheets do not know: their size is what they are for."""
JSON_SHAPE = (
    'of a poster on many sheets also "tiling": {"paper": text, "orientation": text, '
    '"rows": number, "columns": number, "sheets": number, "printed": [code, …], "scale": number, '
    '"poster_width_mm": number, "poster_height_mm": number, "cuts": [{"axis": "x" or "y", '
    '"mm": number, "cards": [code, …], "labels": [id, …], "words": [text, …]}, …]}, of several '
    "posters a list of such"
)


def add_tiling(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("on many sheets of office paper (PDF only)")
    group.add_argument(
        "--tile",
        metavar="PAPER",
        help="of the sheets, such as A4, A3, Letter; none: one page although the document says "
        "otherwise",
    )
    group.add_argument(
        "--sheet-orientation",
        choices=get_args(Orientation),
        help="how the sheets lie; as fewer will do if not given",
    )
    group.add_argument("--overlap", type=float, metavar="MM", help="of neighbours, for the glue")
    group.add_argument("--margin", type=float, metavar="MM", help="of a sheet, for the marks")
    group.add_argument(
        "--fit-sheets",
        type=int,
        metavar="N",
        help="as large as fits on at most so many sheets; with --fit also shaped to fill them",
    )
    group.add_argument(
        "--enlarge", action="store_true", help="as large as the sheets allow that it takes anyway"
    )
    group.add_argument(
        "--sheets",
        metavar="CODES",
        help="only these, such as A2,B3-B5; of several posters 1A2,2B3-2B5",
    )
    group.add_argument(
        "--repeat-labels", action="store_true", help="name lanes and steps on every sheet"
    )
    group.add_argument(
        "--test-print", action="store_true", help="one sheet to see that sizes come out right"
    )


def check_tiling(arguments: argparse.Namespace, kind: Kind) -> None:
    """Make sure that what was asked for goes together.

    Raises:
        UsageError: it does not.
    """
    if arguments.tile is None and not _names_details(arguments):
        return
    if kind != "pdf":
        raise UsageError("--tile goes with a PDF only")
    if arguments.sheet != "poster" and (named := _names_details(arguments, _OF_POSTERS)):
        raise UsageError(f"--{named} goes with the poster only")
    if arguments.tile == _WHOLE and (named := _names_details(arguments)):
        raise UsageError(f"--{named} does not go with --tile none")
    if arguments.tile is not None and arguments.tile != _WHOLE:
        _parse_tile(arguments.tile)
    _check_values(arguments)


def _check_values(arguments: argparse.Namespace) -> None:
    for name in ("overlap", "margin"):
        if not isfinite(getattr(arguments, name) or 0.0):
            raise UsageError(f"--{name} must be a number of mm")
    if arguments.fit_sheets is not None and arguments.fit_sheets < 1:
        raise UsageError("--fit-sheets must be at least 1")
    if arguments.enlarge and arguments.fit_sheets is not None:
        raise UsageError("--enlarge keeps to the sheets that it takes anyway, --fit-sheets to N")
    if arguments.test_print and arguments.sheets:
        raise UsageError("--test-print prints a sheet of its own, --sheets those of the poster")


def _names_details(arguments: argparse.Namespace, details: Sequence[str] = _DETAILS) -> str:
    """Return the first option that says how to cut; nothing where none does."""
    named = (name for name in details if getattr(arguments, name) not in {None, False})
    return next(named, "").replace("_", "-")


def _parse_tile(text: str) -> Paper:
    try:
        return parse_paper(text)
    except UnknownPaperError as error:
        raise UsageError(str(error)) from error


def find_tiles(
    arguments: argparse.Namespace, kind: Kind, document: Document
) -> "TileRequest | None":
    """Return which sheets are wanted; None where the poster is one page.

    What the document says holds where the call asks for nothing else: a paper of its own, a copy
    for publishing or with its source is one page.

    Raises:
        UsageError: sheets are told of, but no paper.
        DocumentError: the stored paper is unknown.
    """
    if kind != "pdf" or arguments.tile == _WHOLE or arguments.sheet != "poster":
        return None
    if arguments.tile is None and document.poster.tiling is None:
        if named := _names_details(arguments):
            raise UsageError(f"--{named} needs --tile, for the document names no paper for sheets")
        return None
    from blueprint_editor.export.tiles import (  # noqa: PLC0415 - as is all that lays out
        TileRequest,
        find_stored_tiling,
    )

    stored = find_stored_tiling(document)
    if arguments.tile is None:
        is_one_page = arguments.paper or arguments.publish or arguments.attach_source
        if is_one_page and not _names_details(arguments):
            return None
    options = _read_options(arguments, stored)
    codes = tuple(code for code in (arguments.sheets or "").split(",") if code.strip())
    return TileRequest(options, codes, arguments.test_print, is_stored=options == stored)


def find_sheet_tiles(arguments: argparse.Namespace) -> "TileOptions | None":
    """Return how workshop sheets that are larger than the paper of ``--tile`` are cut."""
    if arguments.sheet == "poster" or arguments.tile in {None, _WHOLE}:
        return None
    return _read_options(arguments, None)


def _read_options(arguments: argparse.Namespace, stored: "TileOptions | None") -> "TileOptions":
    from blueprint_editor.sheets.tiling import TileOptions  # noqa: PLC0415 - see above

    if arguments.tile is not None:
        paper = _parse_tile(arguments.tile)
        found = (stored or TileOptions(paper))._replace(
            paper=paper, orientation=paper.natural_orientation
        )
    else:
        assert stored is not None  # noqa: S101  for the type checker: checked by the caller
        found = stored
    told = {
        "overlap": arguments.overlap,
        "margin": arguments.margin,
        "sheets": arguments.fit_sheets,
        "orientation": arguments.sheet_orientation,
        "repeat_labels": arguments.repeat_labels or None,
        "enlarges": arguments.enlarge or None,
    }
    return found._replace(**{name: value for name, value in told.items() if value is not None})


def describe_tiles(result: "TilesResult") -> str:
    """Return what was written, for a person."""
    return f" ({'; '.join(map(_describe_poster, result.posters))})"


def _describe_poster(poster: "TiledPoster") -> str:
    plan = poster.plan
    paper = f"{plan.options.paper.name} {plan.options.orientation}"
    size = f"{poster.width:.0f} × {poster.height:.0f} mm"
    if len(plan.tiles) == 1:
        return f"{size} on 1 sheet of {paper}"
    count = f"{len(plan.tiles)} sheets of {paper}, {plan.rows} rows × {plan.columns} columns"
    return f"{size} on {count}"


def tell_cuts(arguments: argparse.Namespace, result: "TilesResult") -> None:
    """Tell what could not be left whole, each once, and whether that keeps the poster small."""
    from blueprint_editor.sheets.tiling import is_held_by_cuts  # noqa: PLC0415 - see above

    if any(is_held_by_cuts(poster.plan) for poster in result.posters):
        tell(f"{arguments.file}: any larger, cards or labels would have to be cut")
    cuts = [cut for poster in result.posters for cut in poster.plan.cuts]
    cards = dict.fromkeys(result.card_codes[card] for cut in cuts for card in cut.cards)
    labels = dict.fromkeys(f'"{label}"' for cut in cuts for label in cut.words)
    for what, found in (("card", cards), ("the label", labels)):
        for name in found:
            tell(f"{arguments.file}: no way to cut spares {what} {name}")


def list_tiles(result: "TilesResult") -> dict[str, Any] | list[dict[str, Any]]:
    """Return what ``--json`` tells of the sheets: an object, of several posters a list of them."""
    told = [_list_poster(poster, result) for poster in result.posters]
    return told if len(told) > 1 else told[0]


def _list_poster(poster: "TiledPoster", result: "TilesResult") -> dict[str, Any]:
    plan = poster.plan
    return {
        "paper": plan.options.paper.name,
        "orientation": plan.options.orientation,
        "rows": plan.rows,
        "columns": plan.columns,
        "sheets": len(plan.tiles),
        "printed": list(poster.codes),
        "scale": round(plan.scale, 6),
        "poster_width_mm": round(poster.width, 3),
        "poster_height_mm": round(poster.height, 3),
        "cuts": [_list_cut(cut, plan, result) for cut in plan.cuts],
    }


def _list_cut(cut: "Cut", plan: "TilePlan", result: "TilesResult") -> dict[str, Any]:
    return {
        "axis": cut.axis,
        "mm": round(cut.place * plan.scale, 3),
        "cards": [result.card_codes[card] for card in cut.cards],
        "labels": list(cut.labels),
        "words": list(cut.words),
    }
