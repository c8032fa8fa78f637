"""The fields of sources, tags, workshops, notes, comments and named versions."""

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.records import AgendaRow
from blueprint_editor.ui.fields.choices import FlagField
from blueprint_editor.ui.fields.colours import ColourField
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import DateField, NumberField
from blueprint_editor.ui.fields.rows import Column
from blueprint_editor.ui.fields.texts import LineField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Surroundings,
    chips,
    choice,
    line,
    list_tags,
    pick,
    pick_workshop,
    rows,
    text,
)
from blueprint_editor.ui.words import COMMENT_KINDS, NOTE_KINDS


def _whole(_around: Surroundings) -> Field:
    return NumberField(is_whole=True)


def _count(_around: Surroundings) -> Field:
    return NumberField(is_whole=True, empty=1)


SOURCE_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("title", msgid("Title"), text()),
    FieldSpec("publisher", msgid("Publisher"), line()),
    FieldSpec("year", msgid("Year"), _whole, is_half=True),
    FieldSpec("url", msgid("Address"), line(is_optional=True, hint="https://")),
)

TAG_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line()),
    FieldSpec("colour", msgid("Colour"), lambda _around: ColourField()),
)

_AGENDA = (
    Column("time", msgid("Time"), lambda: LineField(hint=_("Time"))),
    Column("minutes", msgid("Length in minutes"),
           lambda: NumberField(is_whole=True, hint=_("Length in minutes"))),
    Column("topic", msgid("Topic"), lambda: LineField(hint=_("Topic"))),
    Column("method", msgid("Method"), lambda: LineField(hint=_("Method"))),
    Column("group_size", msgid("Group size"), lambda: LineField(hint=_("Group size"))),
    Column("instruction", msgid("Instruction"), lambda: LineField(hint=_("Instruction"))),
    Column("owner", msgid("Who leads"), lambda: LineField(hint=_("Who leads"))),
)  # fmt: skip
_GROUP = (Column("", msgid("Group"), LineField),)

WORKSHOP_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", msgid("Name"), line()),
    FieldSpec("number", msgid("Number"), lambda _around: NumberField(is_whole=True, empty=0),
              is_half=True),
    FieldSpec("date", msgid("Date"), lambda _around: DateField(), is_half=True),
    FieldSpec("groups", msgid("Groups"), rows(_GROUP, msgid("Add group"), str), is_single=True),
    FieldSpec("start", msgid("Start time"), line(hint="9.00"), is_half=True),
    FieldSpec("agenda", msgid("Agenda"),
              rows(_AGENDA, msgid("Add row"), AgendaRow, time="", minutes=None, topic="", method="",
                   group_size="", instruction="", owner=""),
              is_single=True),
    FieldSpec("minutes", msgid("Minutes"), text()),
)  # fmt: skip

NOTE_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("text", msgid("Text"), text()),
    FieldSpec("kind", msgid("Kind"), choice(NOTE_KINDS, none=msgid("Not sorted"))),
    FieldSpec("original_text", msgid("In the client's own words"), text()),
    FieldSpec("group", msgid("Group"), line(), is_half=True),
    FieldSpec("workshop", msgid("Workshop"), pick(pick_workshop, none=msgid("None")), is_half=True),
    FieldSpec("count", msgid("How many notes say so"), _count, is_half=True),
    FieldSpec("tags", msgid("Tags"), chips(list_tags, msgid("Add tag"), "tags", "tags",
                                           msgid("New tag…"))),
)  # fmt: skip

COMMENT_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("text", msgid("Text"), text()),
    FieldSpec("author", msgid("By whom"), line(), is_half=True),
    FieldSpec("kind", msgid("Where from"), choice(COMMENT_KINDS), is_half=True),
    FieldSpec("at", msgid("Date"), lambda _around: DateField(), is_half=True),
    FieldSpec("consent", "", lambda _around: FlagField(_("May be quoted"))),
    FieldSpec("resolved", "", lambda _around: FlagField(_("Dealt with"))),
)

SNAPSHOT_FIELDS: tuple[FieldSpec, ...] = (FieldSpec("name", msgid("Name"), line()),)
