"""The command library: a person's own service library listed, written to files and added to."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from blueprint_editor.app.cli_export import find_moment
from blueprint_editor.app.cli_files import check_out
from blueprint_editor.app.cli_output import (
    DOCUMENT_HAS_ERRORS,
    DONE,
    UsageError,
    add_json,
    print_json,
    print_line,
    print_text,
    tell,
)
from blueprint_editor.app.services import find_field_library, find_own_library
from blueprint_editor.export.library import LIBRARY_ENDINGS, Found, read_entries, write_entries
from blueprint_editor.export.listing import LISTING_ENDINGS, export_listing
from blueprint_editor.language.texts import UI_LANGUAGES
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.library import (
    EntryChange,
    LibraryEntry,
    list_entry_changes,
    put_entries,
)
from blueprint_editor.sheets.prints.catalogue import Grouping, list_catalogue
from blueprint_editor.storage.csv_table import TableError
from blueprint_editor.storage.library_file import LibraryStore, load_library
from blueprint_editor.ui.library.sentences import name_field
from blueprint_editor.ui.table_sentences import tell_fault, tell_table_error

if TYPE_CHECKING:
    from blueprint_editor.drawing.fonts import FontLibrary


def add_library(parser: argparse.ArgumentParser) -> None:
    endings = ", ".join((*LIBRARY_ENDINGS, *LISTING_ENDINGS))
    parser.add_argument("do", choices=("list", "export", "import"), help="what to do")
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=f"to write: {endings}; to read: {', '.join(LIBRARY_ENDINGS)}",
    )
    parser.add_argument(
        "--field",
        action="store_true",
        help="with list and export: what comes along with the program instead of your own",
    )
    parser.add_argument(
        "--language", choices=UI_LANGUAGES, default="en", help="of a table or a catalogue"
    )
    parser.add_argument(
        "--by",
        choices=get_args(Grouping),
        default="kind",
        help="the headings of a catalogue, which is what all endings but those to read make",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with import: only list what would change"
    )
    parser.add_argument("--force", action="store_true", help="with export: overwrite FILE")
    add_json(
        parser,
        'with list [{"id": text, "name": text, …}] as in a library file; with import '
        '{"new": [id], "changed": [id], "same": number, "faults": [{"line", "column": number, '
        '"heading", "kind", "value": text}]}',
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.do == "list":
        return _list(arguments)
    if arguments.file is None:
        raise UsageError(f"library {arguments.do} needs a FILE")
    known: tuple[str, ...] = LIBRARY_ENDINGS
    if arguments.do == "export":
        known = (*LIBRARY_ENDINGS, *LISTING_ENDINGS)
    if Path(arguments.file).suffix.lower() not in known:
        raise UsageError(f"{arguments.file}: the ending must be {' or '.join(known)}")
    return _export(arguments) if arguments.do == "export" else _import(arguments)


def _read(arguments: argparse.Namespace) -> tuple[LibraryEntry, ...]:
    if arguments.field:
        return load_library(find_field_library())
    return LibraryStore(find_own_library()).read()


def _list(arguments: argparse.Namespace) -> int:
    entries = _read(arguments)
    if arguments.json:
        print_json([entry.model_dump(exclude_defaults=True) for entry in entries])
        return DONE
    for entry in entries:
        print_line(": ".join(filter(None, (entry.name, entry.line))))
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    check_out(arguments.file, force=arguments.force)
    entries = _read(arguments)
    if Path(arguments.file).suffix.lower() in LIBRARY_ENDINGS:
        write_entries(arguments.file, entries, arguments.language)
    else:
        listing = list_catalogue(entries, arguments.by, arguments.language)
        export_listing(arguments.file, listing, _open_fonts, find_moment(os.environ))
    print_text(f"{arguments.file}: {len(entries)} entries")
    return DONE


def _open_fonts() -> "FontLibrary":
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415 - only for a PDF
    from blueprint_editor.app.settings import SettingsFile  # noqa: PLC0415

    return open_fonts(SettingsFile().read().preferences.font_files)


def _import(arguments: argparse.Namespace) -> int:
    try:
        found = read_entries(arguments.file)
    except TableError as error:
        raise BlueprintError(
            f"{arguments.file}: {tell_table_error(error, name_field('name'))}"
        ) from error
    store = LibraryStore(find_own_library())
    changes = list_entry_changes(store.read(), found.entries)
    if not arguments.dry_run and changes:
        store.change(lambda own: put_entries(own, (change.entry for change in changes)))
    if arguments.json:
        print_json(_describe(changes, found))
    else:
        _tell_changes(arguments.file, changes, found)
    for fault in found.faults:
        tell(f"{arguments.file}: {tell_fault(fault)}")
    return DOCUMENT_HAS_ERRORS if found.faults else DONE


def _describe(changes: tuple[EntryChange, ...], found: Found) -> dict[str, Any]:
    return {
        "new": [change.entry.id for change in changes if change.before is None],
        "changed": [change.entry.id for change in changes if change.before is not None],
        "same": len(found.entries.entries) - len(changes),
        "faults": [fault._asdict() for fault in found.faults],
    }


def _tell_changes(file: str, changes: tuple[EntryChange, ...], found: Found) -> None:
    for change in changes:
        kind = "new" if change.before is None else f"changed ({', '.join(change.fields)})"
        print_line(f"{kind}: {change.entry.name}")
    if found.is_old_encoding:
        print_text("not in UTF-8 but in Windows-1252: look whether ä, ö and å are right")
    print_text(f"{file}: {len(changes)} of {len(found.entries.entries)} entries differ")
