"""Rules on traces of people in texts that go out; what counts as one is judged in privacy."""

from collections.abc import Iterator
from functools import partial

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.privacy import Trace, TraceKind, find_traces
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import Message, message
from blueprint_editor.language.texts import msgid

_MEANT = frozenset({"project.contact", "contact", "link", "url"})
"""Fields that are there for addresses and numbers of those who are to be reached."""


def _find(subject: Subject, kinds: frozenset[TraceKind]) -> Iterator[Found]:
    for trace in subject.share(_find_all):
        if trace.kind in kinds and not _is_meant(trace):
            yield Found(trace.record, _tell(trace), trace.field)


def _find_all(subject: Subject) -> tuple[Trace, ...]:
    return find_traces(subject.document)


def _is_meant(trace: Trace) -> bool:
    field = trace.field
    if field.startswith("translations."):
        field = field.split(".", 2)[2]
    return field in _MEANT


def _tell(trace: Trace) -> Message:
    match trace.kind:
        case "identity_code":
            # Reports are passed on and kept in logs; the code itself must not be.
            return message(msgid("it holds a personal identity code"))
        case "phone":
            return message(msgid("it holds the phone number {found}"), found=trace.found)
        case "email":
            return message(msgid("it holds the e-mail address {found}"), found=trace.found)
        case _:
            return message(msgid("“{found}” looks like the name of a person"), found=trace.found)


RULES: tuple[Rule, ...] = (
    Rule(
        "identity-code",
        "warning",
        msgid("Personal identity code"),
        msgid("Take the code out; a blueprint needs nobody's identity code."),
        partial(_find, kinds=frozenset({"identity_code"})),
    ),
    Rule(
        "contact-details",
        "warning",
        msgid("Phone number or e-mail address in a text"),
        msgid(
            "Take out what belongs to a single person. The number of a service may stay; its place "
            "is the contact of the actor, which can be left out of publishing copies."
        ),
        partial(_find, kinds=frozenset({"phone", "email"})),
    ),
    Rule(
        "person-name",
        "warning",
        msgid("Perhaps the name of a real person"),
        msgid(
            "Use an invented given name, or the role of the person. If the name is invented, leave "
            "it as it is."
        ),
        partial(_find, kinds=frozenset({"name"})),
    ),
)
