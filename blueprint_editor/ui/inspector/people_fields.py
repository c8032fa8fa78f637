"""The fields of actors, personas and variants (paths)."""

from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Barrier
from blueprint_editor.ui.fields.choices import ChoiceField
from blueprint_editor.ui.fields.colours import ColourField
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import NumberField
from blueprint_editor.ui.fields.pictures import PictureField
from blueprint_editor.ui.fields.rows import Column, RowsField
from blueprint_editor.ui.fields.texts import LineField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Records,
    Surroundings,
    chips,
    choice,
    line,
    list_actors,
    pick,
    pick_persona,
    text,
)
from blueprint_editor.ui.words import ACTOR_KINDS, BARRIER_KINDS, DASHES, tell_choices


def _is_team(_document: Document, records: Records) -> bool:
    return all(actor.kind == "team" or actor.members for actor in records)


ACTOR_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line()),
    FieldSpec("short", msgid("Monogram"), line(hint=msgid("by itself")), is_half=True),
    FieldSpec("colour", msgid("Colour"), lambda _around: ColourField(), is_half=True),
    FieldSpec("kind", msgid("Kind"), choice(ACTOR_KINDS, none=msgid("Not told"))),
    FieldSpec("members", msgid("Members"), chips(list_actors, msgid("Add member")),
              is_shown=_is_team),
    FieldSpec("role", msgid("Role in the service"), line()),
    FieldSpec("organisation", msgid("Organisation"), line()),
    FieldSpec("contact", msgid("Contact"), line(),
              hint=msgid("Left out of what is published.")),
    FieldSpec("link", msgid("Link"), line(is_optional=True, hint="https://")),
    FieldSpec("note", msgid("Note to self"), text(), hint=msgid("Not on the poster.")),
)  # fmt: skip


def _make_portrait(around: Surroundings) -> Field:
    field = PictureField()
    field.asked.connect(lambda: around.ask_for_picture("portrait"))
    return field


def _make_barriers(_around: Surroundings) -> Field:
    columns = (
        Column("text", msgid("Barrier"), lambda: LineField(hint=_("What stands in the way"))),
        Column("kind", msgid("Where"), lambda: ChoiceField(lambda _d: tell_choices(BARRIER_KINDS))),
    )

    def make_row(document: Document) -> dict[str, object]:
        return {"id": IdMaker().make_id(document, "b"), "text": "", "kind": "person"}

    return RowsField(columns, _("Add barrier"), Barrier, make_row)


PERSONA_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line(), hint=msgid("An invented one, of nobody you know.")),
    FieldSpec("age", msgid("Age"), lambda _around: NumberField(is_whole=True), is_half=True),
    FieldSpec("situation", msgid("Life situation"), text()),
    FieldSpec("goal", msgid("Aim"), text()),
    FieldSpec("strengths", msgid("Strengths"), text()),
    FieldSpec("barriers", msgid("Barriers"), _make_barriers, is_single=True),
    FieldSpec("close_people", msgid("Close people"), text()),
    FieldSpec("services_now", msgid("Services now"), text()),
    FieldSpec("quote", msgid("Quote"), text()),
    FieldSpec("portrait", msgid("Picture"), _make_portrait, is_single=True),
    FieldSpec("value.functional", msgid("Functional"), text(),
              group=msgid("Value for this person")),
    FieldSpec("value.social", msgid("Social"), text()),
    FieldSpec("value.emotional", msgid("Emotional"), text()),
)  # fmt: skip

VARIANT_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line()),
    FieldSpec("short", msgid("Sign"), line(hint="A"), is_half=True),
    FieldSpec("persona", msgid("Persona"), pick(pick_persona, none=msgid("None")), is_half=True),
    FieldSpec("colour", msgid("Colour"), lambda _around: ColourField(), is_half=True),
    FieldSpec("dash", msgid("Line"), choice(DASHES), is_half=True),
)
