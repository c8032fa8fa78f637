"""The command table: cards, notes and actors of a table are taken into a document."""

import argparse
from typing import Any

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
from blueprint_editor.commands.table_rows import RowChange, find_row_changes
from blueprint_editor.commands.table_taking import TakeTable
from blueprint_editor.export.tables import read_rows
from blueprint_editor.language.table_words import find_table_words
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.storage.csv_table import TableError
from blueprint_editor.storage.endings import FILE_ENDINGS
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.ui.table_sentences import tell_fault, tell_table_error


def add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the document; it is written to")
    parser.add_argument(
        "table",
        metavar="TABLE",
        help="a CSV with the headings of one that export writes, in any order; columns may be "
        "missing. A row without phase and lane becomes a note that waits",
    )
    parser.add_argument("--dry-run", action="store_true", help="only list what would change")
    add_json(
        parser,
        '{"kind": "cards" or "actors", "rows": [{"line": number, "record": id or null, "in": '
        '"cards", "notes" or "actors", "columns": [text]}], "faults": [{"line", "column": number, '
        '"heading", "kind", "value": text}]}',
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if not arguments.file.lower().endswith(FILE_ENDINGS):
        raise UsageError(f"FILE is written to, so it must end with {' or '.join(FILE_ENDINGS)}")
    document = load_document(arguments.file)
    try:
        found = read_rows(arguments.table)
    except TableError as error:
        headings = find_table_words("en")
        why = tell_table_error(error, f"{headings['text']}” or “{headings['name']}")
        raise BlueprintError(f"{arguments.table}: {why}") from error
    changes = find_row_changes(document, found.table)
    if changes and not arguments.dry_run:
        save_document(TakeTable(found.table).apply(document), arguments.file)
    if arguments.json:
        faults = [fault._asdict() for fault in found.faults]
        rows = list(map(_describe, changes))
        print_json({"kind": found.table.kind, "rows": rows, "faults": faults})
    else:
        for change in changes:
            print_line(_tell(change))
        if found.is_old_encoding:
            print_text("not in UTF-8 but in Windows-1252: look whether ä, ö and å are right")
        words = "would change" if arguments.dry_run else "changed"
        print_text(f"{arguments.table}: {len(changes)} of {len(found.table.rows)} rows {words}")
    for fault in found.faults:
        tell(f"{arguments.table}: {tell_fault(fault)}")
    return DOCUMENT_HAS_ERRORS if found.faults else DONE


def _describe(change: RowChange) -> dict[str, Any]:
    columns = sorted(change.columns) if change.record is not None else []
    return {
        "line": change.row.line, "record": change.record, "in": change.collection,
        "columns": columns,
    }  # fmt: skip


def _tell(change: RowChange) -> str:
    told = change.row.values
    name = " ".join(str(told.get("text") or told.get("name")).split())
    if change.record is None:
        return f"new in {change.collection}: {name}"
    return f"changed ({', '.join(sorted(change.columns))}): {name}"
