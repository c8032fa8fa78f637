"""What one line of the inspector is, and the registers that its fields choose from."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtWidgets import QWidget

from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Link
from blueprint_editor.ui.fields.chips import Chip, ChipsField
from blueprint_editor.ui.fields.choices import ChecksField, ChoiceField, Choices, FlagField
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.rows import Column, RowsField
from blueprint_editor.ui.fields.texts import LanguageField, LineField, TextField
from blueprint_editor.ui.words import tell_choices

Records: TypeAlias = Sequence[Any]


class Surroundings(NamedTuple):
    """What fields may ask for besides editing their value.

    Attributes:
        ask_for_picture: lets the person choose an image for a field, given by its path.
        ask_for_new: lets the person name a new record of a collection, which is added to the
            list at a path.
        make_section: makes what stands in a form besides fields, by its name.
    """

    ask_for_picture: Callable[[str], None]
    ask_for_new: Callable[[str, str], None]
    make_section: Callable[[str], QWidget]


def _always(_document: Document, _records: Records) -> bool:
    return True


class FieldSpec(NamedTuple):
    """One field of a kind of record.

    Attributes:
        path: see :class:`~blueprint_editor.commands.fields.SetField`.
        label: message id; empty where the field says itself what it is.
        make: makes its editor.
        is_half: shares a row with the half before or after it.
        is_more: stands in the part that opens on request.
        group: message id of a heading that begins with this field.
        hint: message id of a small line below it.
        is_shown: whether the records at hand have it.
        is_single: it is edited for one record at a time.

    A spec whose ``path`` is in :data:`SECTIONS` is no field but the place of such a section.
    """

    path: str
    label: str
    make: Callable[[Surroundings], Field]
    is_half: bool = False
    is_more: bool = False
    group: str = ""
    hint: str = ""
    is_shown: Callable[[Document, Records], bool] = _always
    is_single: bool = False


SECTIONS = frozenset({"<marks>", "<connectors>", "<comments>", "<origins>"})
"""What hangs on a record: shown for one record, and filled by the panel."""


def section(name: str) -> FieldSpec:
    """Return the place of a section."""
    return FieldSpec(name, "", lambda _around: LineField(), is_single=True)


def line(*, is_optional: bool = False, hint: str = "") -> Callable[[Surroundings], Field]:
    """Return a maker of one line of text; ``hint`` is a message id."""
    return lambda _around: LineField(is_optional=is_optional, hint=_(hint) if hint else "")


def language(*, is_optional: bool = False, hint: str = "") -> Callable[[Surroundings], Field]:
    """Return a maker of a language's code; ``hint`` is a message id."""
    return lambda _around: LanguageField(is_optional=is_optional, hint=_(hint) if hint else "")


def text(*, hint: str = "") -> Callable[[Surroundings], Field]:
    """Return a maker of a text of many lines; ``hint`` is a message id."""
    return lambda _around: TextField(hint=_(hint) if hint else "")


def choice(words: Mapping[str, str], *, none: str | None = None) -> Callable[[Surroundings], Field]:
    """Return a maker of a choice from a closed list; ``none``: message id of what None means."""

    def make(_around: Surroundings) -> Field:
        told = _(none) if none else none
        return ChoiceField(lambda _document: tell_choices(words), none=told)

    return make


def checks(
    words: Mapping[str, str], *, is_inverted: bool = False
) -> Callable[[Surroundings], Field]:
    """Return a maker of several values of a closed list; inverted: those without a tick are it."""

    def make(_around: Surroundings) -> Field:
        return ChecksField(tell_choices(words), is_inverted=is_inverted)

    return make


def flag(words: str) -> Callable[[Surroundings], Field]:
    """Return a maker of yes or no; ``words``: message id of what stands beside the box."""
    return lambda _around: FlagField(_(words))


def pick(
    find: Callable[[Document], Choices], *, none: str | None = None
) -> Callable[[Surroundings], Field]:
    """Return a maker of a choice from a register of the document."""
    return lambda _around: ChoiceField(find, none=_(none) if none else none)


def chips(
    find: Callable[[Document], tuple[Chip, ...]],
    add: str,
    collection: str = "",
    path: str = "",
    new: str = "",
) -> Callable[[Surroundings], Field]:
    """Return a maker of several records of a register; ``add`` and ``new`` are message ids."""

    def make(around: Surroundings) -> Field:
        make_new = partial(around.ask_for_new, collection, path) if collection else None
        return ChipsField(find, _(add), new_text=_(new) if new else "", make_new=make_new)

    return make


def links() -> Callable[[Surroundings], Field]:
    """Return a maker of a list of links."""

    def make_row(document: Document) -> dict[str, Any]:
        return {"id": IdMaker().make_id(document, "u"), "label": "", "url": ""}

    columns = (
        Column("url", msgid("Address"), lambda: LineField(hint="https://")),
        Column("label", msgid("What it is called"), lambda: LineField(hint=_("What it is called"))),
    )
    return lambda _around: RowsField(columns, _("Add link"), Link, make_row)


def rows(
    columns: Sequence[Column], add: str, row_type: type[Record] | type[str], **blank: Any
) -> Callable[[Surroundings], Field]:
    """Return a maker of a list of small records that begin as ``blank``."""
    first = dict(blank) if blank else {"": ""}
    return lambda _around: RowsField(columns, _(add), row_type, lambda _document: dict(first))


# --- registers


def list_actors(document: Document) -> tuple[Chip, ...]:
    return tuple(Chip(a.id, a.name or a.id, a.colour or "") for a in document.actors)


def list_variants(document: Document) -> tuple[Chip, ...]:
    return tuple(Chip(v.id, v.name or v.id, v.colour or "") for v in document.variants)


def list_tags(document: Document) -> tuple[Chip, ...]:
    return tuple(Chip(t.id, t.name or t.id, t.colour or "") for t in document.tags)


def list_sources(document: Document) -> tuple[Chip, ...]:
    return tuple(Chip(s.id, s.title or s.id) for s in document.sources)


def pick_actor(document: Document) -> Choices:
    return [(a.id, a.name or a.id) for a in document.actors]


def pick_persona(document: Document) -> Choices:
    return [(p.id, p.name or p.id) for p in document.personas]


def pick_lane(document: Document) -> Choices:
    return [(lane.id, lane.name or lane.id) for lane in document.lanes if lane.role != "emotion"]


def pick_customer_lane(document: Document) -> Choices:
    return [(lane.id, lane.name) for lane in document.lanes if lane.role == "customer"]


def pick_phase(document: Document) -> Choices:
    return [(p.id, f"{number} {p.name}") for number, p in enumerate(document.phases, 1)]


def pick_workshop(document: Document) -> Choices:
    return [(w.id, w.name or w.id) for w in document.workshops]


def pick_step(document: Document) -> Choices:
    facts = DerivedFacts(document)
    return [
        (step.id, tell_step(facts, step.id)) for phase in document.phases
        for step in facts.steps_of_phase[phase.id]
    ]  # fmt: skip


def tell_step(facts: DerivedFacts, step_id: str) -> str:
    """Return how a step is called: phase, place in it, and its own name if it has one."""
    phase = facts.phase_of_step[step_id]
    steps = facts.steps_of_phase[phase.id]
    number = next(i for i, step in enumerate(steps, 1) if step.id == step_id)
    own = steps[number - 1].name
    place = f"{facts.phase_numbers[phase.id]} {phase.name}"
    if own:
        return f"{place} – {own}"
    return place if len(steps) == 1 else f"{place} – {number}/{len(steps)}"


def pick_card(document: Document) -> Choices:
    facts = DerivedFacts(document)
    codes = facts.card_codes
    return [(card.id, f"{codes[card.id]} {card.text}") for card in facts.reading_order]
