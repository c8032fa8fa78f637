"""The tree as plain text: underlined headings, lists with dashes, lines of at most 78 signs."""

from textwrap import wrap

from blueprint_editor.export.twin.outline import (
    HeadingLine,
    ItemLine,
    Line,
    TextLine,
    iter_outline,
)
from blueprint_editor.export.twin.tree import Run, Runs, Twin
from blueprint_editor.language.terms import find_terms

_WIDTH = 78
_ENDLESS = 1_000_000
_INDENT = "  "
_UNDERLINES = {1: "=", 2: "-"}


def write_plain(twin: Twin, *, is_wrapped: bool = True) -> bytes:
    """Return the tree as a text file in UTF-8; unless ``is_wrapped``, a paragraph is one line."""
    width = _WIDTH if is_wrapped else _ENDLESS
    lines: list[str] = []
    before: Line | None = None
    terms = find_terms(twin.language)
    for line in iter_outline(twin, terms):
        if before is not None and _is_apart(before, line):
            lines.append("")
        lines += _write_line(line, width, terms.twin.quoted)
        before = line
    return ("\n".join(lines) + "\n").encode("utf-8")


def _is_apart(before: Line, line: Line) -> bool:
    if isinstance(before, HeadingLine) and not isinstance(line, HeadingLine):
        return before.level < 3
    return not (isinstance(line, ItemLine) and isinstance(before, ItemLine))


def _write_line(line: Line, width: int, quoted: str) -> list[str]:
    match line:
        case HeadingLine(level, runs):
            text = " ".join(_write_runs(runs).split())
            found = _wrap(text, "", "", width)
            sign = _UNDERLINES.get(level)
            return [*found, sign * min(max(map(len, found), default=1), _WIDTH)] if sign else found
        case TextLine(runs, is_quote):
            text = _write_runs(runs)
            return _wrap(quoted.format(text.strip()) if is_quote else text, "", "", width)
        case ItemLine(depth, name, runs, number, is_code):
            margin = _INDENT * depth
            sign = "- " if number is None else f"{number}. "
            words = _write_runs(runs).strip()
            head = name.text.strip()
            if head:
                colon = ":" if words and not is_code else ""
                words = f"{head}{colon} {words}"
            return _wrap(words, margin + sign, margin + " " * len(sign), width)


def _write_runs(runs: Runs) -> str:
    return "".join(map(_write_run, runs))


def _write_run(run: Run) -> str:
    if run.url and run.url != run.text:
        return f"{run.text} ({run.url})"
    return run.text


def _wrap(text: str, first: str, others: str, width: int) -> list[str]:
    """Break lines at blanks; a word longer than a line stays whole, so that addresses work."""
    found: list[str] = []
    for line in text.split("\n"):
        found += wrap(
            line, width,
            initial_indent=others if found else first, subsequent_indent=others,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return found or [first.rstrip()]
