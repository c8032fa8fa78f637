"""The fields of connectors and marks."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.choices import Choices
from blueprint_editor.ui.fields.numbers import DurationField, NumberField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Records,
    chips,
    choice,
    line,
    list_variants,
    pick,
    pick_actor,
    pick_card,
    section,
    text,
)
from blueprint_editor.ui.words import BARRIER_KINDS, CONNECTOR_KINDS, HANDOVER_BASES, MARK_KINDS


def _is_handover(_document: Document, records: Records) -> bool:
    return all(c.kind == "handover" or c.handover is not None for c in records)


CONNECTOR_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("kind", msgid("Kind"), choice(CONNECTOR_KINDS)),
    FieldSpec("label", msgid("Text on the line"), line()),
    FieldSpec("source", msgid("From"), pick(pick_card)),
    FieldSpec("target", msgid("To"), pick(pick_card)),
    FieldSpec("variants", msgid("Only on paths"), chips(list_variants, msgid("Add path"))),
    FieldSpec("handover.giver", msgid("Who gives"), pick(pick_actor, none=msgid("Not told")),
              is_half=True, is_shown=_is_handover, group=msgid("Handover")),
    FieldSpec("handover.receiver", msgid("Who receives"), pick(pick_actor, none=msgid("Not told")),
              is_half=True, is_shown=_is_handover),
    FieldSpec("handover.information", msgid("Which information"), text(), is_shown=_is_handover),
    FieldSpec("handover.basis", msgid("On what basis"),
              choice(HANDOVER_BASES, none=msgid("Not told")), is_half=True, is_shown=_is_handover),
    FieldSpec("handover.basis_text", msgid("Basis in words"), line(), is_half=True,
              is_shown=_is_handover),
    FieldSpec("handover.method", msgid("How"), line(), is_half=True, is_shown=_is_handover),
    FieldSpec("handover.time", msgid("When"), line(), is_half=True, is_shown=_is_handover),
    FieldSpec("handover.confirmation", msgid("How it is confirmed"), line(),
              is_shown=_is_handover),
    section("<marks>"),
    section("<comments>"),
)  # fmt: skip

SOLVABLE = frozenset({"critical_point", "pain_point", "barrier", "fail_point", "risk", "wait"})
"""Kinds of mark that another may solve."""


def _pick_solved(document: Document) -> Choices:
    numbers = DerivedFacts(document).mark_numbers
    return [
        (mark.id, f"{numbers[mark.id]} {mark.text}")
        for mark in document.marks
        if mark.kind in SOLVABLE
    ]


def _solves(_document: Document, records: Records) -> bool:
    return all(mark.kind == "solution" or mark.solves for mark in records)


def _is_barrier(_document: Document, records: Records) -> bool:
    return all(mark.kind == "barrier" or mark.barrier_kind for mark in records)


MARK_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("text", msgid("Text"), text()),
    FieldSpec("kind", msgid("Kind"), choice(MARK_KINDS)),
    FieldSpec("solves", msgid("Solves"), pick(_pick_solved, none=msgid("None in particular")),
              is_shown=_solves),
    FieldSpec("barrier_kind", msgid("Where the barrier is"),
              choice(BARRIER_KINDS, none=msgid("Not told")), is_shown=_is_barrier),
    FieldSpec("owner", msgid("Whose task"), pick(pick_actor, none=msgid("Nobody's yet"))),
    FieldSpec("duration", msgid("Duration"), lambda _around: DurationField()),
    FieldSpec("votes", msgid("Votes"), lambda _around: NumberField(is_whole=True, empty=0)),
    section("<comments>"),
)  # fmt: skip
