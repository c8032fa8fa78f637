"""The tree as CommonMark: headings and nested lists, every sign of the texts escaped."""

import re

from blueprint_editor.export.twin.outline import (
    HeadingLine,
    ItemLine,
    Line,
    TextLine,
    iter_outline,
)
from blueprint_editor.export.twin.tree import Run, Runs, Twin
from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.addresses import write_uri

_INDENT = 4
"""Columns a level: enough for what stands in an entry numbered up to 99."""
_SIGNS = re.compile(r"([\\`*_\[\]<>&|~])")
_AT_LINE_START = re.compile(r"^(\d{0,9})([#+=:.)-])")


def write_markdown(twin: Twin) -> bytes:
    """Return the tree as a Markdown file in UTF-8."""
    parts: list[str] = []
    before: Line | None = None
    for line in iter_outline(twin, find_terms(twin.language)):
        is_list_going_on = isinstance(line, ItemLine) and isinstance(before, ItemLine)
        if before is not None:
            parts.append("\n" if is_list_going_on else "\n\n")
        parts.append(_write_line(line))
        before = line
    return ("".join(parts) + "\n").encode("utf-8")


def _write_line(line: Line) -> str:
    match line:
        case HeadingLine(level, runs):
            # A heading is one line.
            words = " ".join(_write_runs(runs, "\n").split("\n"))
            return f"{'#' * min(level, 6)} {words}".rstrip()
        case TextLine(runs, is_quote):
            start = "> " if is_quote else ""
            return start + _write_runs(runs, f"\\\n{start}")
        case ItemLine():
            return _write_item(line)


def _write_item(line: ItemLine) -> str:
    sign = "-" if line.number is None else f"{line.number}."
    margin = " " * (_INDENT * line.depth)
    inner = f"\\\n{margin}{' ' * _INDENT}"
    name, words = _write_runs((line.name,), inner), _write_runs(line.runs, inner)
    if name:
        colon = ":" if words and not line.is_code else ""
        words = f"**{name}{colon}** {words}"
    return f"{margin}{sign:<{_INDENT}}{words}".rstrip()


def _write_runs(runs: Runs, line_break: str) -> str:
    """Return the runs with blanks at either end dropped, so that no sign is read in their place."""
    text = "".join(_write_run(run) for run in runs)
    lines = (line.strip() for line in text.split("\n"))
    return line_break.join(_AT_LINE_START.sub(r"\1\\\2", line) for line in lines if line)


def _write_run(run: Run) -> str:
    words = _SIGNS.sub(r"\\\1", run.text)
    if not run.url:
        return words
    flat = " ".join(words.split())
    return f"[{flat}](<{write_uri(run.url)}>)"
