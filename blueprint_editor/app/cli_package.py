"""The command package: all that the next project needs, in one ZIP file."""

import argparse
import os
from pathlib import Path

from blueprint_editor.app.cli_export import find_moment
from blueprint_editor.app.cli_files import check_out
from blueprint_editor.app.cli_output import DONE, UsageError, add_json, print_json, tell_error
from blueprint_editor.app.cli_publishing import Prepared, check_parts, print_publishing
from blueprint_editor.app.handing_over import find_package_traces, write_package
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.parts import PARTS
from blueprint_editor.export.publishing import PublishingChoice
from blueprint_editor.language.handover_words import find_handover_words
from blueprint_editor.language.texts import choose_language, use_language
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.storage.format import load_document


def add_package(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("out", metavar="OUT.zip")
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="PART",
        help=f"a part that the document keeps all the same: {', '.join(PARTS)}",
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="ID", help="a record left out besides"
    )
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_json(
        parser,
        '{"out": text, "bytes": number, "files": [text], "left_out": {part: number}, "traces": '
        '[{"kind": text, "record": id, "field": text, "found": text, "excerpt": text}]}',
    )
    parser.set_defaults(run=_package, publish=True, attach_source=False)


def _package(arguments: argparse.Namespace) -> int:
    if not arguments.out.lower().endswith(".zip"):
        raise UsageError(f"OUT must end with .zip: {arguments.out}")
    check_parts(arguments)
    check_out(arguments.out, force=arguments.force)
    document, created = load_document(arguments.file), find_moment(os.environ)
    use_language(choose_language(document.language), ResourceDir.find().resource("locale"))
    choice = PublishingChoice(frozenset(arguments.keep), frozenset(arguments.without))
    try:
        package = write_package(document, Path(arguments.out), created, choice)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except DocumentError as error:
        return tell_error(error, arguments.file)
    traces = find_package_traces(package)
    prepared = Prepared(package.document, left_out=package.left_out, traces=traces)
    if arguments.json:
        print_json(
            {
                "out": arguments.out,
                "bytes": len(package.data),
                "files": find_handover_words(document.language).files,
                "left_out": dict(package.left_out),
                "traces": [trace._asdict() for trace in traces],
            }
        )
    print_publishing(arguments, prepared)
    return DONE
