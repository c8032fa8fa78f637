"""The one list of all rules, and the run of them over a document."""

from collections.abc import Callable
from datetime import date

from blueprint_editor.checks import (
    causal,
    completeness,
    dates,
    handovers,
    links,
    marks,
    overlaps,
    pictures,
    readability,
    registers,
    service,
    stages,
    traces,
    translations,
    ways,
)
from blueprint_editor.checks.finding import Finding, Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.model.document import DocumentContent

RULES: tuple[Rule, ...] = (
    *service.RULES,
    *ways.RULES,
    *handovers.RULES,
    *marks.RULES,
    *causal.RULES,
    *registers.RULES,
    *overlaps.RULES,
    *readability.RULES,
    *pictures.RULES,
    *links.RULES,
    *traces.RULES,
    *dates.RULES,
    *translations.RULES,
    *completeness.RULES,
    *stages.RULES,
)


def run_checks(
    document: DocumentContent, today: date, report: Callable[[int, int], object] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find that the document has not switched off, in reading order.

    What the document has accepted is among it, and says so.

    Args:
        document: one that keeps the rules of the format.
        today: the day on which it is judged.
        report: is told before each rule how many are done, and of how many; what it raises ends
            the work.
    """
    off = frozenset(document.checks_off)
    subject = Subject(document, today)
    found: list[Finding] = []
    for number, rule in enumerate(RULES):
        if report is not None:
            report(number, len(RULES))
        if rule.id not in off:
            found += (_judge(document, _place(subject, rule, each)) for each in rule.find(subject))
    ranks = subject.ranks
    return tuple(sorted(found, key=lambda finding: ranks[finding.record]))


def _judge(document: DocumentContent, finding: Finding) -> Finding:
    """Return a finding as the document has it: accepted or not."""
    accepted = document.checks_accepted
    if not accepted or finding.severity == "error":
        return finding
    is_fine = any((a.rule, a.record) == (finding.rule.id, finding.record) for a in accepted)
    return finding._replace(is_accepted=True) if is_fine else finding


def _place(subject: Subject, rule: Rule, found: Found) -> Finding:
    place = subject.places[found.record]
    field, pointer, language = found.field, place.pointer, ""
    if field.startswith(_TRANSLATED):
        _, language, *rest = field.split(".", 2)
        field = "".join(rest)
        pointer = f"/document/translations/{language}" + (f"/{found.record}" if field else "")
    return Finding(
        rule,
        "/".join((pointer, *filter(None, field.split(".")))),
        place.holder.id,
        ".".join(filter(None, (place.path, field))),
        language,
        subject.name(place),
        found.text,
        subject.find_phase(place),
        found.fix,
        found.also,
    )


_TRANSLATED = "translations."
