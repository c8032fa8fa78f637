"""The command collection: several blueprints that belong together, listed on one page."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_editor.app.cli_export import find_moment
from blueprint_editor.app.cli_files import check_out
from blueprint_editor.app.cli_output import DONE, UsageError, print_text
from blueprint_editor.export.collection import make_collection
from blueprint_editor.export.listing import LISTING_ENDINGS, export_listing
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES
from blueprint_editor.storage.format import load_document

if TYPE_CHECKING:
    from blueprint_editor.drawing.fonts import FontLibrary


def add_collection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", help=f"to write: {', '.join(LISTING_ENDINGS)}")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a blueprint, in the list's order")
    parser.add_argument(
        "--language", choices=KIT_LANGUAGES, help="of the words; else that of the first blueprint"
    )
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if Path(arguments.out).suffix.lower() not in LISTING_ENDINGS:
        raise UsageError(f"{arguments.out}: the ending must be {' or '.join(LISTING_ENDINGS)}")
    check_out(arguments.out, force=arguments.force)
    files = [(file, load_document(file)) for file in arguments.files]
    listing = make_collection(files, arguments.out, arguments.language or files[0][1].language)
    export_listing(arguments.out, listing, _open_fonts, find_moment(os.environ))
    print_text(f"wrote {arguments.out}")
    return DONE


def _open_fonts() -> "FontLibrary":
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415 - only for a PDF
    from blueprint_editor.app.settings import SettingsFile  # noqa: PLC0415

    return open_fonts(SettingsFile().read().preferences.font_files)
