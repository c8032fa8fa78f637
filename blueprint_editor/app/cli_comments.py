"""The command comments: files for a comment round, and what comes back taken into the document."""

import argparse
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_editor.app.cli_export import find_moment
from blueprint_editor.app.cli_files import check_out
from blueprint_editor.app.cli_output import (
    DONE,
    UsageError,
    add_json,
    print_json,
    print_line,
    print_text,
)
from blueprint_editor.commands.comments import TakeComments
from blueprint_editor.commands.identity import SeededIds
from blueprint_editor.commands.versions import KeepVersion, is_kept
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.round.files import ROUND_ENDINGS, draw_version, write_round
from blueprint_editor.export.round.placing import PlacedRemark, place_answers
from blueprint_editor.language.round_words import find_round_words
from blueprint_editor.model.document import Document, Snapshot
from blueprint_editor.storage.answers.files import ANSWER_ENDINGS, read_answers
from blueprint_editor.storage.endings import FILE_ENDINGS
from blueprint_editor.storage.format import load_document, save_document

if TYPE_CHECKING:
    from blueprint_editor.drawing.fonts import FontLibrary

_OUTCOMES = {
    "card": "",
    "whole": "",
    "known": "taken before",
    "no_code": "not placed: no code",
    "unknown_code": "not placed: unknown code",
    "gone": "not placed: the card is gone",
    "no_card": "not placed: there is no card",
    "other_page": "not placed: not the poster's page",
}
"""Outcome or reason → words after a remark."""


def add_comments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the document; it is written to")
    parser.add_argument(
        "outs",
        nargs="*",
        metavar="OUT",
        help=f"files to send out, their ending says the kind: {', '.join(ROUND_ENDINGS)}",
    )
    parser.add_argument(
        "--named",
        metavar="NAME",
        help="the named version that is sent; it is kept now if there is none of that name. "
        "Without this the newest, or where something has changed since, a new one named after "
        "the day",
    )
    parser.add_argument(
        "--take",
        nargs="+",
        default=[],
        metavar="ANSWER",
        help=f"take comments from files that came back ({', '.join(ANSWER_ENDINGS)})",
    )
    parser.add_argument(
        "--whole",
        action="store_true",
        help="with --take: what could not be placed becomes comments on the whole",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --take: only list what would be taken"
    )
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_json(
        parser,
        '{"files": [text], "version": {"id", "name"}}; with --take {"taken": number, "remarks": '
        '[{"file", "code", "author", "text", "target": id or null, "outcome", "reason"}]}',
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if bool(arguments.outs) == bool(arguments.take):
        raise UsageError("give either OUT files to send, or --take with the files that came back")
    if not arguments.file.lower().endswith(FILE_ENDINGS):
        raise UsageError(f"FILE is written to, so it must end with {' or '.join(FILE_ENDINGS)}")
    if arguments.take:
        return _take(arguments)
    if arguments.whole or arguments.dry_run:
        raise UsageError("--whole and --dry-run go with --take only")
    return _send(arguments)


def _send(arguments: argparse.Namespace) -> int:
    for out in arguments.outs:
        if not out.lower().endswith(ROUND_ENDINGS):
            raise UsageError(f"OUT must end with {' or '.join(ROUND_ENDINGS)}: {out}")
        check_out(out, force=arguments.force)
    document, created = load_document(arguments.file), find_moment(os.environ)
    kept, version = _find_version(document, arguments.named, created)
    try:
        for out in arguments.outs:
            write_round(kept, version, out, _open_fonts, created)
    except ExportError as error:
        raise UsageError(str(error)) from error
    if kept is not document:
        save_document(kept, arguments.file)
    if arguments.json:
        about = {"id": version.id, "name": version.name}
        print_json({"files": arguments.outs, "version": about})
        return DONE
    for out in arguments.outs:
        print_text(f"wrote {out}")
    print_line(
        f'version: "{version.name}"{"" if kept is document else f", kept in {arguments.file}"}'
    )
    return DONE


def _find_version(
    document: Document, wanted: str | None, created: datetime
) -> tuple[Document, Snapshot]:
    """Return the document, perhaps with one version more, and the version that is sent.

    The newest is sent again while nothing has changed since.
    """
    if wanted is not None:
        for version in document.snapshots:
            if wanted in {version.name, version.id}:
                return document, version
    elif document.snapshots and is_kept(document, document.snapshots[-1]):
        return document, document.snapshots[-1]
    title = wanted or find_round_words(document.language).name.format(created)
    record = SeededIds(document, f"round {created.isoformat()}").take("snapshots")
    kept = KeepVersion(record, title, created.isoformat()).apply(document)
    return kept, kept.snapshots[-1]


def _open_fonts() -> "FontLibrary":
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415 - only for a poster
    from blueprint_editor.app.settings import SettingsFile  # noqa: PLC0415

    return open_fonts(SettingsFile().read().preferences.font_files)


def _take(arguments: argparse.Namespace) -> int:
    if arguments.named:
        raise UsageError("--named goes with OUT only: answers tell their version themselves")
    document, created = load_document(arguments.file), find_moment(os.environ)
    answers = [read_answers(path) for path in arguments.take]
    placed = place_answers(document, answers, lambda version: draw_version(version, _open_fonts()))
    wanted = {"card", "whole", "unplaced"} if arguments.whole else {"card", "whole"}
    new = tuple(one.comment for one in placed if one.outcome in wanted)
    if new and not arguments.dry_run:
        after = TakeComments(new, created.isoformat(), seed=created.isoformat()).apply(document)
        save_document(after, arguments.file)
    if arguments.json:
        print_json({"taken": len(new), "remarks": [_describe(one) for one in placed]})
        return DONE
    for one in placed:
        print_line(_tell(one))
    counts = Counter(one.outcome for one in placed)
    words = "would be taken" if arguments.dry_run else "taken"
    left = counts["unplaced"] if not arguments.whole else 0
    print_text(f"{len(new)} {words}, {counts['known']} known already, {left} not placed")
    return DONE


def _tell(one: PlacedRemark) -> str:
    text = " ".join(one.comment.text.split())
    author = f" ({one.comment.author})" if one.comment.author else ""
    fate = _OUTCOMES[one.reason or (one.outcome if one.outcome != "unplaced" else "no_code")]
    return f"{one.file}: {one.code or '–'}: {text}{author}{f'  [{fate}]' if fate else ''}"


def _describe(one: PlacedRemark) -> dict[str, Any]:
    return {
        "file": Path(one.file).name,
        "code": one.code,
        "author": one.comment.author,
        "text": one.comment.text,
        "target": one.comment.target,
        "outcome": one.outcome,
        "reason": one.reason,
    }
