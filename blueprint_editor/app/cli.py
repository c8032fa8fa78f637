"""The command line: which command is meant, and what becomes of its errors.

Commands import what they need when they run, so that ``validate`` starts without Qt.
"""

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from blueprint_editor import __version__
from blueprint_editor.app.cli_output import (
    DOCUMENT_HAS_ERRORS,
    PROGRAM,
    REFUSED_BY_SYSTEM,
    WRONG_USAGE,
    UsageError,
    show_untold,
    tell,
    tell_error,
)
from blueprint_editor.app.collector import rest_collector, tune_collector
from blueprint_editor.app.pydantic_plugins import forgo_plugins
from blueprint_editor.model.errors import BlueprintError

_INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""

_FILES = "blueprint_editor.app.cli_files"
_EXPORT = "blueprint_editor.app.cli_export"
_CHECK = "blueprint_editor.app.cli_check"
_COMPARE = "blueprint_editor.app.cli_compare"
_COMMANDS: dict[str, tuple[str, str]] = {
    "export": (_EXPORT, "write a document as a sheet, in words, or as its publishing copy"),
    "validate": (_FILES, "check documents and list every problem with its place"),
    "check": (_CHECK, "list what may be missing or hard to read, each with its place"),
    "info": (_FILES, "tell what a document holds"),
    "diff": (_COMPARE, "tell what differs between two documents, or since a named version"),
    "merge": (_COMPARE, "make a general path of two, of one document or of two"),
    "comments": (
        "blueprint_editor.app.cli_comments",
        "send out a comment round, and take in what comes back",
    ),
    "table": (
        "blueprint_editor.app.cli_table",
        "take cards, notes or actors from a table into a document",
    ),
    "package": (
        "blueprint_editor.app.cli_package",
        "write all that the next project needs into one ZIP file",
    ),
    "collection": (
        "blueprint_editor.app.cli_collection",
        "list several blueprints that belong together on one page",
    ),
    "library": (
        "blueprint_editor.app.cli_library",
        "list, export or import the service library",
    ),
    "schema": (_FILES, "print the JSON Schema of the file format"),
    "new": (_FILES, "make a document from a template"),
    "sheets": ("blueprint_editor.app.cli_sheets", "list the sheets that can be exported"),
    "templates": (_FILES, "list the templates"),
}
"""Command → module that adds its arguments and runs it, and what it is for."""

_EPILOG = "commands:\n" + "\n".join(f"  {name:10} {text}" for name, (_, text) in _COMMANDS.items())
_STATUSES = (
    "exit status: 0 done; 1 the document has errors; 2 wrong usage; "
    "3 the operating system refused a read or write"
)


class _Parser(argparse.ArgumentParser):
    """Tells a wrong call in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; errors are told on stderr, one line each."""
    tune_collector()
    forgo_plugins()
    _speak_unicode()
    try:
        return _run_safely(argv)
    finally:
        show_untold()


def _run_safely(argv: Sequence[str] | None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as stopped:
        # argparse has printed its help or the version.
        return stopped.code if isinstance(stopped.code, int) else WRONG_USAGE
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            tell(f"{PROGRAM}: {error.filename or 'the output'}: {error.strerror}")
        _drop_output()
        return REFUSED_BY_SYSTEM
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BlueprintError as error:
        return tell_error(error)
    except Exception as error:  # noqa: BLE001 - the boundary of the command line
        place = traceback.extract_tb(error.__traceback__)[-1]
        tell(f"{PROGRAM}: internal error: {error!r} ({Path(place.filename).name}:{place.lineno})")
        return DOCUMENT_HAS_ERRORS
    return status


def _run(arguments: list[str]) -> int:
    if not arguments or (arguments[0] not in _COMMANDS and not arguments[0].startswith("-")):
        return _open_editor(arguments)
    parser = _make_parser(arguments[0])
    with rest_collector():
        return int(_run_command(parser.parse_args(arguments)))


def _run_command(parsed: argparse.Namespace) -> Any:
    return parsed.run(parsed)


def _make_parser(command: str) -> argparse.ArgumentParser:
    parser = _Parser(
        PROGRAM,
        usage=f"{PROGRAM} [FILE…] | {PROGRAM} COMMAND …",
        description="Draft service blueprints in swimlanes; without a command the editor opens.",
        epilog=f"{_EPILOG}\n\n{_STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    if command in _COMMANDS:
        module, purpose = _COMMANDS[command]
        commands = parser.add_subparsers(required=True)
        own = commands.add_parser(
            command,
            prog=f"{PROGRAM} {command}",
            description=f"{purpose[0].upper()}{purpose[1:]}.",
            epilog=_STATUSES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        getattr(importlib.import_module(module), f"add_{command}")(own)
    return parser


def _open_editor(files: Sequence[str]) -> int:
    if _has_no_display():
        tell(f"{PROGRAM}: there is no display to open the editor on; the commands need none")
        return REFUSED_BY_SYSTEM
    try:
        from blueprint_editor.app.qt_features import forgo_features  # noqa: PLC0415 - needs Qt

        forgo_features()
        from blueprint_editor.app.application import run_editor  # noqa: PLC0415 - needs Qt
    except ImportError as error:
        tell(f"{PROGRAM}: the editor cannot open: {error}")
        return REFUSED_BY_SYSTEM
    return run_editor([Path(file) for file in files])


def _has_no_display() -> bool:
    """Tell whether Qt would end the process because it finds no display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)


def _speak_unicode() -> None:
    """Keep an output that knows few letters from ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Let the interpreter flush into nothing when it ends; nobody takes the rest."""
    if sys.stdout is None:
        return
    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
