"""The command check: what the rules find in documents, a line each; needs no Qt."""

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from blueprint_editor.app.cli_files import find_system_language
from blueprint_editor.app.cli_output import (
    DOCUMENT_HAS_ERRORS,
    DONE,
    UsageError,
    add_json,
    print_json,
    print_line,
    tell_error,
)
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.checks.finding import SEVERITIES, SEVERITY_NAMES, Finding, Fix
from blueprint_editor.checks.rules import run_checks
from blueprint_editor.language.messages import tell
from blueprint_editor.language.texts import UI_LANGUAGES, _, ngettext, use_language
from blueprint_editor.model.errors import BlueprintError, DocumentError
from blueprint_editor.storage.format import load_document

_NOT_READ = "format"
"""Stands for a rule where a file breaks the format, so that no rule could look at it."""


def add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--language", metavar="TAG", help="fi, sv or en; else the system's")
    parser.add_argument(
        "--min-severity",
        choices=SEVERITIES,
        default=SEVERITIES[-1],
        help="leave out what is less bad; hint if not given",
    )
    add_json(
        parser,
        '[{"file": text, "checked": true or false, "off": [rule], '
        '"counts": {"error", "warning", "hint": number}, '
        '"findings": [{"rule": text, "severity": text, "pointer": text, "record": id, '
        '"field": text, "language": text, "place": text, "text": text, "advice": text, '
        '"also": [id], "fix": null or {"label": text, "record": id, "field": text, '
        '"value": any}}], "accepted": [as findings]}, …]; a file that breaks the '
        "format is not checked and has findings of "
        f'rule "{_NOT_READ}" with pointer and text alone; a fix with no field deletes the record',
    )
    parser.set_defaults(run=_check)


def _check(arguments: argparse.Namespace) -> int:
    language = arguments.language or find_system_language()
    if language not in UI_LANGUAGES:
        raise UsageError(f"unknown language {language!r}: {', '.join(UI_LANGUAGES)}")
    use_language(language, ResourceDir.find().resource("locale"))
    wanted = frozenset(SEVERITIES[: SEVERITIES.index(arguments.min_severity) + 1])
    status = DONE
    results: list[dict[str, Any]] = []
    for file in arguments.files:
        try:
            document = load_document(file)
        except BlueprintError as error:
            status = max(status, tell_error(error, file))
            results.append(_describe_unread(file, error))
            continue
        everything = run_checks(document, date.today())  # noqa: DTZ011 - the day of who asks
        found = [finding for finding in everything if not finding.is_accepted]
        accepted = [finding for finding in everything if finding.is_accepted]
        if any(finding.severity == "error" for finding in found):
            status = max(status, DOCUMENT_HAS_ERRORS)
        shown = [finding for finding in found if finding.severity in wanted]
        told = _describe(file, document.checks_off, shown)
        results.append(told | {"accepted": [_describe_finding(finding) for finding in accepted]})
        if not arguments.json:
            _print(file, shown, len(accepted))
    if arguments.json:
        print_json(results)
    return status


def _print(file: str, found: Sequence[Finding], accepted: int) -> None:
    for finding in found:
        severity = _(SEVERITY_NAMES[finding.severity]).lower()
        told = f"{severity}: {tell(finding.place)}: {tell(finding.text)}"
        print_line(f"{file}: {finding.pointer}: {told} [{finding.rule.id}]")
    told = _sum_up(found) if found else _("nothing found")
    if accepted:
        text = ngettext("{count} accepted", "{count} accepted", accepted)
        told = f"{told}, {text.format(count=accepted)}"
    print_line(f"{file}: {told}")


def _sum_up(found: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in found)
    return _("errors: {errors}, warnings: {warnings}, hints: {hints}").format(
        errors=counts["error"], warnings=counts["warning"], hints=counts["hint"]
    )


def _describe(file: str, off: Sequence[str], found: Sequence[Finding]) -> dict[str, Any]:
    counts = Counter(finding.severity for finding in found)
    return {
        "file": file,
        "checked": True,
        "off": list(off),
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "findings": [_describe_finding(finding) for finding in found],
    }


def _describe_finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "severity": finding.severity,
        "pointer": finding.pointer,
        "record": finding.record,
        "field": finding.field,
        "language": finding.language,
        "place": tell(finding.place),
        "text": tell(finding.text),
        "advice": _(finding.rule.advice),
        "also": list(finding.also),
        "fix": _describe_fix(finding.fix) if finding.fix is not None else None,
    }


def _describe_fix(fix: Fix) -> dict[str, Any]:
    return {**fix._asdict(), "label": tell(fix.label)}


def _describe_unread(file: str, error: BlueprintError) -> dict[str, Any]:
    problems = error.problems if isinstance(error, DocumentError) else (("", str(error)),)
    found = [
        {"rule": _NOT_READ, "severity": "error", "pointer": pointer, "text": text}
        for pointer, text in problems
    ]
    counts = dict.fromkeys(SEVERITIES, 0) | {"error": len(found)}
    return {
        "file": file,
        "checked": False,
        "off": [],
        "counts": counts,
        "findings": found,
        "accepted": [],
    }
