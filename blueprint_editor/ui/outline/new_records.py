"""New records as a person begins them: with the least that they need."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, get_args

from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.texts import _
from blueprint_editor.layout.theme import ACCENTS
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import Dash
from blueprint_editor.model.naming import find_free_sign
from blueprint_editor.model.records import (
    Actor,
    Comment,
    Lane,
    Persona,
    Phase,
    Responsibility,
    Source,
    Step,
    Tag,
    Variant,
    Workshop,
)

_Make = Callable[[str, Document], Any]


def _make_band(record_id: str, document: Document) -> Responsibility | None:
    if not document.actors or not document.steps:
        return None
    return Responsibility(
        id=record_id,
        actor=document.actors[0].id,
        first_step=document.steps[0].id,
        last_step=document.steps[-1].id,
    )


def _make_comment(record_id: str, document: Document) -> Comment:  # noqa: ARG001
    now = datetime.now(UTC).astimezone().replace(microsecond=0)
    return Comment(id=record_id, text="", at=now.isoformat())


def make_new_path(record_id: str, name: str, document: Document) -> Variant:
    """Return a new path whose letter, colour and line are those of no path before it."""
    number, dashes = len(document.variants), get_args(Dash)
    return Variant(
        id=record_id,
        name=name,
        short=find_free_sign(document.variants),
        colour=ACCENTS[number % len(ACCENTS)],
        dash=dashes[number % len(dashes)],
    )


_MAKERS: Mapping[str, tuple[str, _Make]] = MappingProxyType(
    {
        "actors": ("a", lambda i, _d: Actor(id=i, name=_("New actor"))),
        "personas": ("p", lambda i, _d: Persona(id=i, name=_("New persona"))),
        "variants": ("v", lambda i, d: make_new_path(i, _("New path"), d)),
        "tags": ("t", lambda i, _d: Tag(id=i, name=_("New tag"))),
        "sources": ("s", lambda i, _d: Source(id=i, title=_("New source"))),
        "workshops": (
            "w",
            lambda i, d: Workshop(id=i, name=_("Workshop"), number=len(d.workshops) + 1),
        ),
        "responsibilities": ("r", _make_band),
        "comments": ("k", _make_comment),
        "phases": ("f", lambda i, _d: Phase(id=i, name=_("New phase"))),
    }
)
"""Collection → first letter of its ids, and what makes one (None: something else is missing)."""


def can_make(collection: str) -> bool:
    """Tell whether records of a collection are made by name alone."""
    return collection in _MAKERS


def make_new_record(collection: str, document: Document) -> Any:
    """Return a new record of a collection with a free id; None if others must come first."""
    letter, make = _MAKERS[collection]
    return make(IdMaker().make_id(document, letter), document)


def make_new_lane(role: str, document: Document) -> Lane:
    """Return a new lane with the usual name of its role in the document's language."""
    words = find_terms(document.language).lanes[role]
    lane_id = IdMaker().make_id(document, "l")
    return Lane(id=lane_id, role=role, name=words.name, hint=words.hint)  # type: ignore[arg-type]


def make_new_step(phase: str, document: Document) -> Step:
    return Step(id=IdMaker().make_id(document, "s"), phase=phase)
