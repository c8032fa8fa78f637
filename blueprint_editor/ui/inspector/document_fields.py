"""The fields of the blueprint itself: what it is, its value, project, publication and paper."""

from blueprint_editor.language.texts import LANGUAGE_NAMES, _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Abbreviation, Logo
from blueprint_editor.ui.fields.choices import ChoiceField, Choices
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import DateField, NumberField
from blueprint_editor.ui.fields.pictures import PictureField
from blueprint_editor.ui.fields.rows import Column, RowsField
from blueprint_editor.ui.fields.texts import LineField
from blueprint_editor.ui.inspector.logos import LogosField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Surroundings,
    checks,
    choice,
    flag,
    language,
    line,
    links,
    pick,
    rows,
    text,
)
from blueprint_editor.ui.words import (
    CLIENT_WORDS,
    COLOUR_BY,
    LOGO_KINDS,
    MARK_STYLES,
    ORIENTATIONS,
    POSTER_EXTRAS,
    POSTER_PARTS,
    STATES,
    STATUSES,
    tell_choices,
)


def list_second_languages(document: Document) -> Choices:
    return [(tag, LANGUAGE_NAMES.get(tag, tag)) for tag in document.translations]


def _date(_around: Surroundings) -> Field:
    return DateField()


def _make_background(around: Surroundings) -> Field:
    field = PictureField()
    field.asked.connect(lambda: around.ask_for_picture("poster.background"))
    return field


def _make_logos(around: Surroundings) -> Field:
    columns = (
        Column("alt", msgid("Whose logo"), LineField),
        Column("kind", msgid("Kind"), lambda: ChoiceField(lambda _d: tell_choices(LOGO_KINDS))),
    )
    field = LogosField(RowsField(columns, "", Logo, lambda _document: {}), _("Add logo"))
    field.asked.connect(lambda: around.ask_for_picture("project.logos"))
    return field


_ABBREVIATION = (
    Column("short", msgid("Abbreviation"), lambda: LineField(hint=_("Abbreviation"))),
    Column("text", msgid("What it means"), lambda: LineField(hint=_("What it means"))),
)
_SENTENCE = (Column("", msgid("Sentence"), LineField),)

DOCUMENT_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("title", msgid("Title"), text()),
    FieldSpec("subtitle", msgid("In one line"), text()),
    FieldSpec("description", msgid("Description"), text()),
    FieldSpec("language", msgid("Language"), language(hint="fi"), is_half=True,
              hint=msgid("fi, sv, en …")),
    FieldSpec("version", msgid("Version"), line(), is_half=True),
    FieldSpec("state", msgid("Shows the service"), choice(STATES), is_half=True),
    FieldSpec("status", msgid("Status"), choice(STATUSES), is_half=True),
    FieldSpec("changed_on", msgid("Changed on"), _date, is_half=True),
    FieldSpec("client_word", msgid("On sheets in Swedish the client is"), choice(CLIENT_WORDS),
              is_more=True),
    FieldSpec("value.functional", msgid("Functional"), text(), group=msgid("Customer value")),
    FieldSpec("value.social", msgid("Social"), text()),
    FieldSpec("value.emotional", msgid("Emotional"), text()),
    FieldSpec("poster.paper", msgid("Paper"), line(hint="A1"), is_half=True,
              group=msgid("Poster"), hint=msgid("A1, 900x600, roll:914 …")),
    FieldSpec("poster.orientation", msgid("Orientation"), choice(ORIENTATIONS), is_half=True),
    FieldSpec("poster.reading_distance", msgid("Read from, m"),
              lambda _around: NumberField(empty=1.5), is_half=True),
    FieldSpec("poster.colour_by", msgid("Colours tell the"), choice(COLOUR_BY), is_half=True),
    FieldSpec("poster.marks", msgid("Marks"), choice(MARK_STYLES)),
    FieldSpec("poster.second_language", msgid("Second language of headers"),
              pick(list_second_languages, none=msgid("None"))),
    FieldSpec("poster.ink_saving", "", flag(msgid("Save ink")),
              hint=msgid("Outlines, no filled areas.")),
    FieldSpec("poster.greyscale", "", flag(msgid("Greyscale"))),
    FieldSpec("poster.hidden_parts", msgid("Shown on the poster"),
              checks(POSTER_PARTS, is_inverted=True)),
    FieldSpec("poster.extra_parts", msgid("Shown on request"), checks(POSTER_EXTRAS)),
    FieldSpec("poster.background", msgid("Picture to trace"), _make_background,
              hint=msgid("Lies behind the cards on the screen only.")),
    FieldSpec("project.name", msgid("Project"), line(), group=msgid("Project data")),
    FieldSpec("project.programme", msgid("Programme"), line()),
    FieldSpec("project.organisation", msgid("Organisation"), line()),
    FieldSpec("project.owner", msgid("Who keeps it up"), line()),
    FieldSpec("project.contact", msgid("Contact"), line(),
              hint=msgid("Left out of what is published.")),
    FieldSpec("project.client", msgid("Client of the work"), line(), is_half=True),
    FieldSpec("project.producer", msgid("Made by"), line(), is_half=True),
    FieldSpec("project.funder", msgid("Funder"), line(), is_half=True),
    FieldSpec("project.period", msgid("Period"), line(), is_half=True),
    FieldSpec("project.place", msgid("Place"), line(), is_half=True),
    FieldSpec("project.licence", msgid("Licence"), line(), is_half=True),
    FieldSpec("project.contributors", msgid("Contributors"), text()),
    FieldSpec("project.legal_basis", msgid("Legal basis"), text()),
    FieldSpec("project.checked_on", msgid("Checked on"), _date, is_half=True),
    FieldSpec("project.valid_until", msgid("Valid until"), _date, is_half=True),
    FieldSpec("project.next_review", msgid("Next review"), _date, is_half=True),
    FieldSpec("project.published_url", msgid("Published at"),
              line(is_optional=True, hint="https://")),
    FieldSpec("project.funding_statement", msgid("Funding statement"), text()),
    FieldSpec("project.disclaimer", msgid("Disclaimer"), text()),
    FieldSpec("project.logos", msgid("Logos"), _make_logos),
    FieldSpec("project.links", msgid("Links"), links()),
    FieldSpec("abbreviations", msgid("Abbreviations"),
              rows(_ABBREVIATION, msgid("Add abbreviation"), Abbreviation, short="", text=""),
              is_more=True),
    FieldSpec("client_path", msgid("The client's path, sentence by sentence"),
              rows(_SENTENCE, msgid("Add sentence"), str), is_more=True),
    FieldSpec("publication.stage", msgid("Stage of development"), line(), is_more=True,
              group=msgid("Texts for publication")),
    FieldSpec("publication.summary", msgid("Idea in brief"), text(), is_more=True),
    FieldSpec("publication.environment", msgid("Environment"), text(), is_more=True),
    FieldSpec("publication.target_group", msgid("Target group"), text(), is_more=True),
    FieldSpec("publication.conditions", msgid("Conditions"), text(), is_more=True),
    FieldSpec("publication.evaluation", msgid("Evaluation"), text(), is_more=True),
    FieldSpec("publication.tips", msgid("Tips"), text(), is_more=True),
)  # fmt: skip
