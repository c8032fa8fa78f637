"""Options of ``export`` about what goes out: one path, the publishing copy, the attached source."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_editor.app.cli_output import UsageError, print_text, tell, tell_hash
from blueprint_editor.export.kinds import DOCUMENT_KINDS, Kind
from blueprint_editor.export.parts import PARTS
from blueprint_editor.model.document import Document
from blueprint_editor.storage.endings import SOURCE_NAME

if TYPE_CHECKING:
    from blueprint_editor.checks.privacy import Trace
    from blueprint_editor.export.publishing import LeftOut, PublishingChoice
    from blueprint_editor.export.source import Source

JSON_SHAPE = (
    'with --publish or --attach-source also "left_out": {part: number}, "traces": [{"kind": text, '
    '"record": id, "field": text, "found": text, "excerpt": text}]; with --attach-source also '
    '"source": {"name": text, "bytes": number, "sha256": text}'
)
_KINDS = {
    "identity_code": "personal identity code",
    "phone": "phone number",
    "email": "e-mail address",
    "name": "name",
}


_PARTS = {
    "comments_without_consent": "comments without consent",
    "notes": "sticky notes",
    "remarks": "notes to self",
    "snapshots": "named versions",
    "causal_map": "causal map",
    "hidden_lanes": "hidden lanes",
    "filtered_out": "what the poster's filter hides",
    "background": "picture to trace",
    "file_names": "file names",
    "unused_images": "unused images",
    "records": "records asked for",
}
"""Part → words, where its name does not say it."""


class Prepared(NamedTuple):
    """What goes out, and what a person should know about it."""

    document: Document
    source: "Source | None" = None
    left_out: "tuple[LeftOut, ...]" = ()
    traces: "tuple[Trace, ...]" = ()


def add_publishing(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--variant", metavar="PATH", help="one path alone, by sign, name or id")
    parser.add_argument(
        "--publish",
        action="store_true",
        help="write the publishing copy: without comments, notes, snapshots, contacts and other "
        "working papers; what was left out and what may tell of people is printed",
    )
    parser.add_argument(
        "--attach-source",
        action="store_true",
        help="put the publishing copy of the document into the PDF, which then opens as a document",
    )
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="PART",
        help="a part that the publishing copy keeps all the same, may be given several times: "
        f"{', '.join(PARTS)}",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ID",
        help="a record that the publishing copy leaves out besides; may be given several times",
    )


def check_publishing(arguments: argparse.Namespace, kind: Kind) -> None:
    """Judge the options by themselves.

    Raises:
        UsageError: they do not fit each other or the kind of file.
    """
    if arguments.attach_source and kind != "pdf":
        raise UsageError("--attach-source goes with a PDF only")
    if kind in DOCUMENT_KINDS and not arguments.publish:
        raise UsageError("a document goes out as a publishing copy only: --publish")
    if kind in DOCUMENT_KINDS and arguments.language:
        raise UsageError("a document goes out in all of its languages")
    if (arguments.keep or arguments.without) and not (arguments.publish or arguments.attach_source):
        raise UsageError("--keep and --without go with --publish or --attach-source only")
    check_parts(arguments)


def check_parts(arguments: argparse.Namespace) -> None:
    """Judge the parts that are to be kept.

    Raises:
        UsageError: there is no such part.
    """
    for part in arguments.keep:
        if part not in PARTS:
            raise UsageError(f'unknown part "{part[:40]}" (one of: {", ".join(PARTS)})')


def prepare(arguments: argparse.Namespace, document: Document, created: datetime) -> Prepared:
    """Return what goes out.

    Raises:
        ExportError: there is no such path or record.
    """
    # Most exports need none of this.
    if arguments.variant is not None:
        from blueprint_editor.export.one_path import choose_path  # noqa: PLC0415

        document = choose_path(document, arguments.variant)
    if not (arguments.publish or arguments.attach_source):
        return Prepared(document)
    from blueprint_editor.checks.privacy import find_traces  # noqa: PLC0415
    from blueprint_editor.export.publishing import (  # noqa: PLC0415
        PublishingChoice,
        make_publishing_copy,
    )

    choice = PublishingChoice(frozenset(arguments.keep), frozenset(arguments.without))
    copy = make_publishing_copy(document, choice)
    return Prepared(
        copy.document if arguments.publish else document,
        _make_source(document, choice, created) if arguments.attach_source else None,
        copy.left_out,
        find_traces(copy.document),
    )


def _make_source(document: Document, choice: "PublishingChoice", created: datetime) -> "Source":
    from blueprint_editor.export.source import make_source  # noqa: PLC0415

    return make_source(document, choice, created)


def describe(arguments: argparse.Namespace, prepared: Prepared) -> dict[str, Any]:
    """Return what ``--json`` tells of it."""
    if not (arguments.publish or arguments.attach_source):
        return {}
    told: dict[str, Any] = {
        "left_out": dict(prepared.left_out),
        "traces": [trace._asdict() for trace in prepared.traces],
    }
    if prepared.source is not None:
        size = len(prepared.source.data)
        told["source"] = {"name": SOURCE_NAME, "bytes": size, "sha256": prepared.source.sha256}
    return told


def print_publishing(arguments: argparse.Namespace, prepared: Prepared) -> None:
    """Tell a person what was left out, and on stderr what may tell of people."""
    for trace in prepared.traces:
        place = f"{_name_place(prepared.document, trace.record)}, {trace.field}"
        tell(f'{arguments.file}: {place}: {_KINDS[trace.kind]} "{trace.found}"')
    if arguments.json or not (arguments.publish or arguments.attach_source):
        return
    parts = ", ".join(f"{_PARTS.get(part, part)} ({n})" for part, n in prepared.left_out)
    print_text(f"left out: {parts or 'nothing'}")
    if prepared.source is not None:
        print_text(f"attached: the source, {tell_hash(prepared.source.sha256)}")


def _name_place(document: Document, record: str) -> str:
    from blueprint_editor.model.derived import DerivedFacts  # noqa: PLC0415

    code = DerivedFacts(document).card_codes.get(record)
    return f'card {code} "{record}"' if code else f'"{record}"'
