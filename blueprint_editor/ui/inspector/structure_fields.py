"""The fields of lanes, phases, steps and responsibility bands."""

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.choices import FlagField
from blueprint_editor.ui.fields.colours import ColourField
from blueprint_editor.ui.fields.numbers import DurationField, NumberField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Records,
    choice,
    line,
    pick,
    pick_actor,
    pick_customer_lane,
    pick_phase,
    pick_step,
    section,
    text,
)
from blueprint_editor.ui.words import ROLES


def _is_curve(_document: Document, records: Records) -> bool:
    return all(lane.role == "emotion" for lane in records)


LANE_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line()),
    FieldSpec("role", msgid("What it is for"), choice(ROLES)),
    FieldSpec("hint", msgid("In plain words"), line(),
              hint=msgid("One small line below the name.")),
    FieldSpec("of", msgid("Feelings of"), pick(pick_customer_lane, none=msgid("The lane below")),
              is_shown=_is_curve),
    FieldSpec("actor", msgid("Whose lane"), pick(pick_actor, none=msgid("Nobody's in particular"))),
    FieldSpec("colour", msgid("Colour"), lambda _around: ColourField()),
    FieldSpec("hidden", "", lambda _around: FlagField(_("Hide this lane"))),
    FieldSpec("note", msgid("Note to self"), text(), hint=msgid("Not on the poster.")),
)  # fmt: skip

PHASE_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line()),
    FieldSpec("duration", msgid("Duration"), lambda _around: DurationField()),
    FieldSpec("colour", msgid("Colour"), lambda _around: ColourField()),
    FieldSpec("link", msgid("Link"), line(is_optional=True, hint="https://")),
    section("<marks>"),
    FieldSpec("note", msgid("Note to self"), text(), hint=msgid("Not on the poster.")),
    section("<comments>"),
)

STEP_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line(), hint=msgid("May be empty.")),
    FieldSpec("phase", msgid("Phase"), pick(pick_phase)),
    FieldSpec("width", msgid("Width"), lambda _around: NumberField(empty=1.0), is_half=True,
              hint=msgid("1 = like the others")),
    FieldSpec("repeats", msgid("Repeats"), line(hint=msgid("every 3 months")), is_half=True),
    FieldSpec("duration", msgid("Duration"), lambda _around: DurationField()),
    section("<marks>"),
    FieldSpec("note", msgid("Note to self"), text(), hint=msgid("Not on the poster.")),
    section("<comments>"),
)  # fmt: skip

RESPONSIBILITY_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("text", msgid("Text"), text()),
    FieldSpec("actor", msgid("Who"), pick(pick_actor)),
    FieldSpec("first_step", msgid("From"), pick(pick_step), is_half=True),
    FieldSpec("last_step", msgid("To"), pick(pick_step), is_half=True),
)
