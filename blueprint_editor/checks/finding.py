"""What a rule of the checks is, and what it finds: data of which others make words and edits.

Rules know no command: a fix says which field of which record should have which value.
"""

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from blueprint_editor.language.messages import Message
from blueprint_editor.language.texts import msgid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from blueprint_editor.checks.subject import Subject

Severity: TypeAlias = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""From the worst."""
SEVERITY_NAMES: "Mapping[Severity, str]" = MappingProxyType(
    {"error": msgid("Error"), "warning": msgid("Warning"), "hint": msgid("Hint")}
)
"""Severity → message id of its name."""


class Fix(NamedTuple):
    """An edit that mends what was found without a loss of anything.

    Attributes:
        label: what it does, in the imperative.
        record: id of the record to change.
        field: path of the field to set; empty = the record is to be deleted.
        value: what the field is to have.
    """

    label: Message
    record: str
    field: str = ""
    value: Any = None


class Found(NamedTuple):
    """One thing that a rule has found, as the rule tells it.

    Attributes:
        record: id of the record; the document's own where it is about the whole.
        text: what is wrong with it; begins with a small letter and has no full stop.
        field: path of the field concerned, within the record; after ``translations.sv.`` where
            it is a translation of it, ``translations.sv`` alone for all of a language.
        fix: what would mend it, where that is safe.
        also: ids of further records concerned.
    """

    record: str
    text: Message
    field: str = ""
    fix: Fix | None = None
    also: tuple[str, ...] = ()


class Rule(NamedTuple):
    """One thing that is looked for.

    Attributes:
        id: stands in ``checks_off`` of documents and never changes.
        severity: how bad it is.
        title: message id of what is found, in a few words.
        advice: message id of what to do about it.
        find: yields what it finds.
    """

    id: str
    severity: Severity
    title: str
    advice: str
    find: "Callable[[Subject], Iterable[Found]]"


class Finding(NamedTuple):
    """One thing that was found, with its place.

    Attributes:
        rule: which rule found it.
        pointer: JSON pointer of the record or field, such as ``/document/cards/3/links/0``.
        record: id of the record to select, the document's own for the document.
        field: path of the field in that record; may be empty.
        language: of the translation concerned; empty where it is about the text itself.
        place: how the record is called, such as: Card 3.4 “Calls the client”.
        text: see :class:`Found`.
        phase: id of the phase that the record stands in, if it stands in one.
        fix, also: see :class:`Found`.
        is_accepted: somebody has looked at it and found it right; never so for an error.
    """

    rule: Rule
    pointer: str
    record: str
    field: str
    language: str
    place: Message
    text: Message
    phase: str | None
    fix: Fix | None
    also: tuple[str, ...]
    is_accepted: bool = False

    @property
    def severity(self) -> Severity:
        return self.rule.severity
