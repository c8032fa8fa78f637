"""What a blueprint is expected to hold by its stage of development, from insight to sharing."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import Subject, quote
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.records import Publication

_STAGES: tuple[tuple[str, ...], ...] = (
    ("oivalla", "ymmärrä", "insikt", "förstå", "insight", "understand"),
    ("ideoi", "suunnittel", "idé", "planer", "idea", "plan"),
    ("kokeil", "pilot", "testa", "pröva", "try", "test"),
    ("kuvaa", "jaa", "levit", "juurru", "käyttöön", "beskriv", "dela", "sprid", "describe", "share",
     "spread"),
)  # fmt: skip
"""Beginnings of words by which each stage is known, in the languages of the program."""


class _Expected(NamedTuple):
    """Something that is there from a stage on; ``field`` is where it is missing."""

    stage: int
    is_there: Callable[[DocumentContent], bool]
    text: str
    field: str


def _has_mark(*kinds: str) -> Callable[[DocumentContent], bool]:
    return lambda document: any(mark.kind in kinds for mark in document.marks)


def _has_ideas(document: DocumentContent) -> bool:
    is_noted = any(note.kind == "idea" for note in document.notes)
    return is_noted or _has_mark("idea", "solution")(document)


def _is_published(field: str) -> Callable[[DocumentContent], bool]:
    return lambda document: bool(getattr(document.publication or Publication(), field).strip())


def _is_owned(document: DocumentContent) -> bool:
    return document.project is not None and bool(document.project.owner.strip())


def _has_version(document: DocumentContent) -> bool:
    return not isinstance(document, Document) or bool(document.snapshots)


_EXPECTED: tuple[_Expected, ...] = (
    _Expected(0, lambda d: bool(d.personas), msgid("no persona tells who the clients are"),
              "personas"),
    _Expected(0, lambda d: bool(d.comments or d.sources or _has_mark("quote")(d)),
              msgid("no comment, quote or source tells what is known of the clients"), "sources"),
    _Expected(1, _has_ideas, msgid("no idea and no solution is written down"), "marks"),
    _Expected(2, _has_version, msgid("no named version is kept to compare with"), "snapshots"),
    _Expected(2, _has_mark("quality_criterion"),
              msgid("no quality criterion tells how it is seen that the trial works"), "marks"),
    _Expected(3, _is_published("summary"), msgid("the idea in short is not written for publishing"),
              "publication.summary"),
    _Expected(3, _is_published("target_group"), msgid("the target group is not told"),
              "publication.target_group"),
    _Expected(3, _is_published("conditions"), msgid("the conditions are not told"),
              "publication.conditions"),
    _Expected(3, _is_published("evaluation"), msgid("the evaluation is not told"),
              "publication.evaluation"),
    _Expected(3, _is_published("tips"), msgid("there are no tips for those who take it up"),
              "publication.tips"),
    _Expected(3, _is_owned, msgid("nobody is named who keeps it up"), "project.owner"),
)  # fmt: skip


def find_stage(told: str) -> int | None:
    """Return which stage, from 0, a text speaks of: the last of those; None for others."""
    words = told.casefold().split()
    found = [
        number
        for number, stems in enumerate(_STAGES)
        if any(word.startswith(stems) for word in words)
    ]
    return found[-1] if found else None


def _find_gaps(subject: Subject) -> Iterator[Found]:
    document = subject.document
    told = document.publication.stage if document.publication is not None else ""
    stage = find_stage(told)
    if stage is None:
        return
    for expected in _EXPECTED:
        if expected.stage <= stage and not expected.is_there(document):
            text = message(expected.text)
            words = message(msgid("at the stage {stage}: {what}"), stage=quote(told), what=text)
            yield Found(document.id, words, expected.field)


RULES: tuple[Rule, ...] = (
    Rule(
        "stage-gap",
        "hint",
        msgid("Missing at this stage of development"),
        msgid("Complete it, or write in the data for publishing which stage the work is at."),
        _find_gaps,
    ),
)
