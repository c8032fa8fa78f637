"""Rules on what grows old: the document itself, its review, the law that it rests on."""

from collections.abc import Iterator
from datetime import date, timedelta

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid

_LAW_IS_FRESH = timedelta(days=365)


def _find_expired(subject: Subject) -> Iterator[Found]:
    project = subject.document.project
    if project is not None and project.valid_until is not None:
        day = date.fromisoformat(project.valid_until)
        if day < subject.today:
            text = message(msgid("it was valid until {day}"), day=day)
            yield Found(subject.document.id, text, "project.valid_until")


def _find_due_review(subject: Subject) -> Iterator[Found]:
    project = subject.document.project
    if project is not None and project.next_review is not None:
        day = date.fromisoformat(project.next_review)
        if day < subject.today:
            text = message(msgid("it was to be reviewed by {day}"), day=day)
            yield Found(subject.document.id, text, "project.next_review")


def _find_unchecked_law(subject: Subject) -> Iterator[Found]:
    document = subject.document
    project = document.project
    rests_on_law = bool(project and project.legal_basis.strip())
    if not rests_on_law and not any(card.legal_basis.strip() for card in document.cards):
        return
    field = "project.checked_on"
    if project is None or project.checked_on is None:
        text = msgid("it names the law it rests on, but not when that was checked")
        yield Found(document.id, message(text), field)
        return
    day = date.fromisoformat(project.checked_on)
    if subject.today - day > _LAW_IS_FRESH:
        text = msgid("the law that it rests on was last checked on {day}")
        yield Found(document.id, message(text, day=day), field)


RULES: tuple[Rule, ...] = (
    Rule(
        "expired",
        "warning",
        msgid("No longer valid"),
        msgid("Go through the content with its owner, then set a new last day or take it down."),
        _find_expired,
    ),
    Rule(
        "review-overdue",
        "warning",
        msgid("Review overdue"),
        msgid("Go through the content with its owner, then set the day of the next review."),
        _find_due_review,
    ),
    Rule(
        "legal-basis-unchecked",
        "warning",
        msgid("Law not checked for a year"),
        msgid(
            "Look up whether the acts are still in force as named, then set the day of the check."
        ),
        _find_unchecked_law,
    ),
)
