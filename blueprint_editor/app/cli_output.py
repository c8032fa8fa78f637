"""What commands say: text or JSON on stdout, errors on stderr one line each, the exit status."""

import argparse
import ctypes
import json
import sys
from typing import Any

from blueprint_editor.model.errors import BlueprintError, DocumentError, FileAccessError

PROGRAM = "blueprint-editor"
DONE, DOCUMENT_HAS_ERRORS, WRONG_USAGE, REFUSED_BY_SYSTEM = 0, 1, 2, 3
"""Exit statuses."""


class UsageError(BlueprintError):
    """The command was called with arguments that do not fit."""


def tell_error(error: BlueprintError, source: str = "") -> int:
    """Print an error, each problem on a line of its own, and return the exit status for it."""
    if isinstance(error, DocumentError):
        for pointer, message in error.problems:
            tell(": ".join(part for part in (error.source or source, pointer, message) if part))
        return DOCUMENT_HAS_ERRORS
    if isinstance(error, FileAccessError):
        tell(f"{error.path}: {error}")
        return REFUSED_BY_SYSTEM
    tell(f"{source or PROGRAM}: {error}")
    return WRONG_USAGE if isinstance(error, UsageError) else DOCUMENT_HAS_ERRORS


_untold: list[str] = []
"""Lines for a program without a console, which a person would never see."""
_MOST_UNTOLD = 20
_STOP_SIGN = 0x10
"""MB_ICONERROR (winuser.h)."""


def tell(line: str) -> None:
    """Print one line on stderr; what cannot be printed is written as an escape."""
    if sys.stderr is None:
        _untold.append(_escape(line))
    else:
        print(_escape(line), file=sys.stderr)  # noqa: T201 - this is the command line


def show_untold() -> None:
    """Show in a box of Windows what there was no console for: why the editor did not open."""
    lines = _untold[:_MOST_UNTOLD]
    _untold.clear()
    if lines and sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, "\n".join(lines), "Blueprint Editor", _STOP_SIGN)


def _escape(line: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def add_json(parser: argparse.ArgumentParser, shape: str) -> None:
    """Add ``--json`` and tell the shape of what it prints."""
    parser.add_argument("--json", action="store_true", help=f"print JSON: {shape}")


def print_text(text: str) -> None:
    """Print lines for a person."""
    print(text)  # noqa: T201 - this is the command line


def print_line(line: str) -> None:
    """Print a line that holds words of a document; what cannot be printed becomes an escape."""
    print(_escape(line))  # noqa: T201 - this is the command line


def print_json(value: Any) -> None:
    """Print JSON in the letters that the output knows."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    is_unicode = encoding.lower().replace("-", "") == "utf8"
    print(json.dumps(value, indent=1, ensure_ascii=not is_unicode))  # noqa: T201


def tell_hash(sha256: str) -> str:
    """Return a hash with what it proves."""
    return f"SHA-256 {sha256} (shows that it is unchanged, not who made it)"
