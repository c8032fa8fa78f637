"""Commands on two states of a document: diff says what differs, merge makes one path of two."""

import argparse
import os
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from blueprint_editor.app.cli_export import find_moment, paint_png_by_qt
from blueprint_editor.app.cli_files import check_out, find_system_language
from blueprint_editor.app.cli_output import (
    DONE,
    UsageError,
    add_json,
    print_json,
    print_line,
    tell_error,
)
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds
from blueprint_editor.commands.merging import MergeChoice, MergeDecision, MergePaths
from blueprint_editor.commands.path_import import ImportPath
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.language.texts import UI_LANGUAGES, use_language
from blueprint_editor.model.alignment import AlignedRow, align_paths
from blueprint_editor.model.comparison import Comparison, Difference, compare_documents
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.model.naming import find_variant, name_variant
from blueprint_editor.model.records import Variant
from blueprint_editor.storage.endings import FILE_ENDINGS
from blueprint_editor.storage.format import load_document, save_document

_KEPT_TITLE = "Before merging"


def add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the state before")
    parser.add_argument("other", nargs="?", metavar="OTHER", help="the state after")
    parser.add_argument(
        "--since",
        metavar="VERSION",
        help="compare FILE with a named version in it, given by name or id, instead of OTHER",
    )
    parser.add_argument(
        "--poster", metavar="OUT", help="write the poster of changes: pdf, svg, png"
    )
    parser.add_argument("--list", metavar="OUT", help="write the list of changes: pdf")
    parser.add_argument("--greyscale", action="store_true", help="the prints without colour")
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    parser.add_argument("--language", metavar="TAG", help="fi, sv or en; else the system's")
    add_json(
        parser,
        '{"counts": {"added", "removed", "moved", "reworded", "altered": number}, "records": '
        '[{"collection": text, "id": text, "changes": [text], "fields": [text], "before": text or '
        'null, "after": text or null}], "fields": [text], "reordered": [text]}; before and after '
        "are the words that a record is known by; a change is a key of counts",
    )
    parser.set_defaults(run=_diff)


def _diff(arguments: argparse.Namespace) -> int:
    if (arguments.other is None) is (arguments.since is None):
        raise UsageError("give OTHER, or --since VERSION for a named version in FILE")
    _speak(arguments)
    _check_outs(arguments)
    first = load_document(arguments.file)
    if arguments.since is not None:
        version = _find_version(first, arguments.since)
        before, after, name = version.document, first, version.name
    else:
        before, after, name = first, load_document(arguments.other), first.version or first.title
    comparison = compare_documents(before, after)
    try:
        _write_prints(before, after, name, arguments)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except DocumentError as error:
        return tell_error(error, arguments.other or arguments.file)
    shown = comparison.without("snapshots") if arguments.since is not None else comparison
    if arguments.json:
        print_json(_describe(shown))
    else:
        _print(shown)
    return DONE


def _check_outs(arguments: argparse.Namespace) -> None:
    if arguments.list is not None and not arguments.list.lower().endswith(".pdf"):
        raise UsageError(f"--list writes a PDF: {arguments.list}")
    for out in (arguments.poster, arguments.list):
        if out is not None:
            check_out(out, force=arguments.force)


def _write_prints(
    before: DocumentContent, document: Document, name: str, arguments: argparse.Namespace
) -> None:
    if arguments.poster is None and arguments.list is None:
        return
    # What lays out and paints is loaded once the call has proved right.
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415
    from blueprint_editor.app.settings import SettingsFile  # noqa: PLC0415
    from blueprint_editor.export.jobs import export_change_list, export_changes  # noqa: PLC0415
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415

    options = ExportOptions(greyscale=arguments.greyscale, created=find_moment(os.environ))
    fonts = open_fonts(SettingsFile().read().preferences.font_files)
    if arguments.poster is not None:
        export_changes(before, document, name, arguments.poster, options, fonts, paint_png_by_qt)
    if arguments.list is not None:
        export_change_list(before, document, name, arguments.list, options, fonts)


def _speak(arguments: argparse.Namespace) -> None:
    language = arguments.language or find_system_language()
    if language not in UI_LANGUAGES:
        raise UsageError(f"unknown language {language!r}: {', '.join(UI_LANGUAGES)}")
    use_language(language, ResourceDir.find().resource("locale"))


def _find_version(document: Document, wanted: str) -> Snapshot:
    for snapshot in reversed(document.snapshots):
        if wanted in {snapshot.id, snapshot.name}:
            return snapshot
    known = ", ".join(snapshot.name or snapshot.id for snapshot in document.snapshots)
    raise UsageError(f'no named version "{wanted[:40]}" (one of: {known or "none"})')


def _print(comparison: Comparison) -> None:
    from blueprint_editor.ui.differences import write_differences  # noqa: PLC0415 - for people only

    for line in write_differences(comparison).splitlines():
        print_line(line)


def _describe(comparison: Comparison) -> dict[str, Any]:
    kinds = ("added", "removed", "moved", "reworded", "altered")
    return {
        "counts": {kind: len(getattr(comparison, kind)) for kind in kinds},
        "records": [_describe_record(difference) for difference in comparison.records],
        "fields": [field.name for field in comparison.fields],
        "reordered": list(comparison.reordered),
    }


def _describe_record(difference: Difference) -> dict[str, Any]:
    changes = {
        "added": difference.is_added,
        "removed": difference.is_removed,
        "moved": difference.is_moved,
        "reworded": difference.is_reworded,
        "altered": bool(difference.other_fields),
    }
    before, after = difference.before, difference.after
    collection = difference.collection
    return {
        "collection": collection,
        "id": difference.record.id,
        "changes": [name for name, holds in changes.items() if holds],
        "fields": list(difference.fields),
        "before": Difference(collection, None, before).text if before is not None else None,
        "after": Difference(collection, None, after).text if after is not None else None,
    }


# --- merge


def add_merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("out", metavar="OUT", help=f"ends with {' or '.join(FILE_ENDINGS)}")
    parser.add_argument(
        "--with", dest="other", metavar="OTHER", help="take a path of another file in"
    )
    parser.add_argument("--first", metavar="PATH", help="id, sign or name; else the first path")
    parser.add_argument(
        "--second", metavar="PATH", help="id, sign or name, in OTHER if it is given; else the next"
    )
    parser.add_argument(
        "--decide",
        choices=("proposed", "all", "none"),
        default="proposed",
        help="what becomes common: what is proposed (same or similar text), all, or nothing",
    )
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_json(
        parser,
        '{"out": text, "first": text, "second": text, "common": number, "apart": number, "rows": '
        '[{"code": text, "lane": text, "likeness": text, "choice": text, "first": text or null, '
        '"second": text or null, "cards": [id]}]}; likeness: shared, common, different, '
        "only_first, only_second; choice: common, apart",
    )
    parser.set_defaults(run=_merge)


def _merge(arguments: argparse.Namespace) -> int:
    if not arguments.out.lower().endswith(FILE_ENDINGS):
        raise UsageError(f"OUT must end with {' or '.join(FILE_ENDINGS)}: {arguments.out}")
    check_out(arguments.out, force=arguments.force)
    created = find_moment(os.environ)
    try:
        document, paths = _find_paths(load_document(arguments.file), arguments)
        rows = align_paths(document, *(path.id for path in paths))
        decisions = [_decide(row, arguments.decide) for row in rows]
        open_ones = [d for d, row in zip(decisions, rows, strict=True) if row.likeness != "shared"]
        merged = _make_command(document, paths, open_ones, created).apply(document)
    except CommandRefusedError as error:
        raise UsageError(f"these paths cannot be merged ({error})") from error
    save_document(merged, arguments.out)
    told = _describe_rows(document, rows, decisions)
    if arguments.json:
        counts = {c: sum(row["choice"] == c for row in told) for c in ("common", "apart")}
        names = {"first": name_variant(paths[0]), "second": name_variant(paths[1])}
        print_json({"out": arguments.out, **names, **counts, "rows": told})
        return DONE
    for row in told:
        texts = " | ".join(" ".join((row[side] or "–").split()) for side in ("first", "second"))
        print_line(f"{row['code']}  {row['lane']}: {row['likeness']} → {row['choice']}: {texts}")
    print_line(f"wrote {arguments.out}")
    return DONE


def _find_paths(
    document: Document, arguments: argparse.Namespace
) -> tuple[Document, tuple[Variant, Variant]]:
    """Return the document that has both paths, and these."""
    if arguments.other is not None:
        other = load_document(arguments.other)
        wanted = arguments.second
        path = _find_path(other, wanted).id if wanted or other.variants else ""
        document = ImportPath(other, path, seed="merge").apply(document)
        first = _find_path(document, arguments.first)
        return document, (first, document.variants[-1])
    first = _find_path(document, arguments.first)
    rest = [variant for variant in document.variants if variant.id != first.id]
    second = _find_path(document.model_copy(update={"variants": tuple(rest)}), arguments.second)
    return document, (first, second)


def _find_path(document: Document, wanted: str | None) -> Variant:
    variants = document.variants
    found = find_variant(variants, wanted) if wanted is not None else next(iter(variants), None)
    if found is not None:
        return found
    known = ", ".join(map(name_variant, document.variants))
    raise UsageError(f"no such path: {wanted or 'two are needed'} (there are: {known or 'none'})")


def _decide(row: AlignedRow, wanted: str) -> MergeDecision:
    is_common = {"proposed": row.likeness == "common", "all": True, "none": False}[wanted]
    choice: MergeChoice = "common" if is_common or row.likeness == "shared" else "apart"
    return MergeDecision(row.cards, choice)


def _make_command(
    document: Document,
    paths: Sequence[Variant],
    decisions: Sequence[MergeDecision],
    created: datetime,
) -> MergePaths:
    title = f"{_KEPT_TITLE} {' + '.join(name_variant(path) for path in paths)}"
    record = SeededIds(document, "merge").take("snapshots")
    version = KeepVersion(record, title, created.isoformat())
    return MergePaths(paths[0].id, paths[1].id, tuple(decisions), version)


def _describe_rows(
    document: Document, rows: Sequence[AlignedRow], decisions: Sequence[MergeDecision]
) -> list[dict[str, Any]]:
    facts = DerivedFacts(document)
    lanes = {lane.id: lane.name for lane in document.lanes}
    return [
        {
            "code": facts.card_codes[row.cards[0]],
            "lane": lanes[row.lane],
            "likeness": row.likeness,
            "choice": decision.choice,
            "first": facts.cards[row.first].text if row.first is not None else None,
            "second": facts.cards[row.second].text if row.second is not None else None,
            "cards": list(row.cards),
        }
        for row, decision in zip(rows, decisions, strict=True)
    ]
