"""The command sheets, and the options of ``export`` about which sheet and what stands on it."""

import argparse
from typing import Any

from blueprint_editor.app.cli_output import DONE, UsageError, add_json, print_json, print_text
from blueprint_editor.export.kinds import PICTURE_KINDS, Kind
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES
from blueprint_editor.model.agenda import read_clock
from blueprint_editor.sheets.kinds import SHEETS, TEXT_SHEETS, SheetError, find_title, parse_orders
from blueprint_editor.sheets.request import FEWEST_PHASES, FILLINGS, MOST_PHASES

_DEFAULT = "poster"


def add_sheet(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--sheet",
        default=_DEFAULT,
        metavar="NAME",
        help="see: sheets; NAME:PAPER for one of its other papers; several with commas between "
        "them make one PDF with a list in front",
    )
    parser.add_argument(
        "--filling",
        choices=FILLINGS,
        help="of workshop sheets: blank, with help questions (if not told), or with those and what "
        "the document knows",
    )
    parser.add_argument(
        "--phases",
        type=int,
        metavar="N",
        help=f"of a path sheet: {FEWEST_PHASES} to {MOST_PHASES} columns without names",
    )
    parser.add_argument(
        "--workshop", metavar="ID", help="of workshop sheets: whose number and date are printed"
    )
    parser.add_argument(
        "--actor", metavar="ID", help="of a booklet or card for an actor: whose; else all have one"
    )
    parser.add_argument(
        "--since",
        metavar="VERSION",
        help="of a list of changes and of curves: the named version before, by name or id; else "
        "the newest; of a print to comment on, of W11 and of paths: the version shown; else the "
        "document as it is",
    )
    parser.add_argument(
        "--paths",
        nargs=2,
        metavar=("UPPER", "LOWER"),
        help="of paths: two of them by name, sign or id; else the first two",
    )
    parser.add_argument(
        "--start", metavar="9.30", help="of an agenda: the clock time at which it begins"
    )


_PATHS = "paths"
_OF_A_VERSION = frozenset({_PATHS})
"""Sheets on any paper that can tell of a named version."""


def check_sheet(arguments: argparse.Namespace, kind: Kind) -> None:
    """Judge the options before anything is loaded.

    Raises:
        UsageError: there is no such sheet, or an option does not go with it.
    """
    if arguments.sheet not in {_DEFAULT, *TEXT_SHEETS} and kind not in PICTURE_KINDS:
        raise UsageError(f"--sheet goes with {', '.join(PICTURE_KINDS)} only")
    try:
        orders = parse_orders(arguments.sheet)
    except SheetError as error:
        raise UsageError(str(error)) from error
    has_version = any(order.spec.name in _OF_A_VERSION for order in orders)
    for option in ("filling", "phases", "workshop", "start", "actor", "since"):
        if option == "since" and has_version:
            continue
        if getattr(arguments, option) is not None and not any(o.spec.papers for o in orders):
            raise UsageError(f"--{option} goes with a workshop sheet only")
    if arguments.paths is not None and all(order.spec.name != _PATHS for order in orders):
        raise UsageError(f"--paths goes with --sheet {_PATHS} only")
    if arguments.start is not None and read_clock(arguments.start) is None:
        raise UsageError(f'--start "{arguments.start[:20]}" is no clock time such as 9.30')
    if arguments.phases is not None and not FEWEST_PHASES <= arguments.phases <= MOST_PHASES:
        raise UsageError(f"--phases must be from {FEWEST_PHASES} to {MOST_PHASES}")


def add_sheets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=KIT_LANGUAGES, default="en", help="of the titles")
    add_json(parser, '[{"name": text, "title": text, "papers": [text]}, …]')
    parser.set_defaults(run=_sheets)


def _sheets(arguments: argparse.Namespace) -> int:
    found: list[dict[str, Any]] = [
        {
            "name": spec.name,
            "title": find_title(spec, arguments.language),
            "papers": [f"{paper.name} {paper.orientation}" for paper in spec.papers],
        }
        for spec in SHEETS.values()
    ]
    if arguments.json:
        print_json(found)
        return DONE
    for sheet in found:
        papers = ", ".join(sheet["papers"]) or "any paper"
        print_text(f"{sheet['name']:<19} {sheet['title']} ({papers})")
    return DONE
