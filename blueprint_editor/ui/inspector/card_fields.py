"""The fields of a card."""

from typing import Final

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.choices import SegmentField
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import DurationField, NumberField
from blueprint_editor.ui.fields.pictures import PictureField
from blueprint_editor.ui.fields.variant_emotions import VariantEmotionsField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Records,
    Surroundings,
    chips,
    choice,
    language,
    line,
    links,
    list_actors,
    list_sources,
    list_tags,
    list_variants,
    pick,
    pick_lane,
    pick_step,
    section,
    text,
)
from blueprint_editor.ui.words import CERTAINTIES, CHANNELS, ICONS

EMOTIONS: Final = ((-2, "−2"), (-1, "−1"), (0, "0"), (1, "+1"), (2, "+2"))


def _make_emotion(_around: Surroundings) -> Field:
    return SegmentField(EMOTIONS, ends=(_("hard"), _("good")))


def _make_picture(around: Surroundings) -> Field:
    field = PictureField()
    field.asked.connect(lambda: around.ask_for_picture("image"))
    return field


def _make_rating(_around: Surroundings) -> Field:
    return SegmentField(tuple((n, str(n)) for n in range(1, 6)))


def _is_felt(document: Document, records: Records) -> bool:
    """Feelings are those of customers."""
    customers = {lane.id for lane in document.lanes if lane.role == "customer"}
    return any(
        card.lane in customers or card.emotion is not None or card.emotions for card in records
    )


def _is_felt_apart(document: Document, records: Records) -> bool:
    return len(document.variants) > 1 and _is_felt(document, records)


CARD_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("text", msgid("Text"), text()),
    FieldSpec(
        "actors",
        msgid("Who"),
        chips(list_actors, msgid("Add actor"), "actors", "actors", msgid("New actor…")),
    ),
    FieldSpec("lane", msgid("Lane"), pick(pick_lane), is_half=True),
    FieldSpec("step", msgid("Step"), pick(pick_step), is_half=True),
    FieldSpec("channel", msgid("Channel"), choice(CHANNELS, none=msgid("None")), is_half=True),
    FieldSpec(
        "certainty",
        msgid("What it is based on"),
        choice(CERTAINTIES, none=msgid("Not told")),
        is_half=True,
    ),
    FieldSpec("emotion", msgid("Feeling"), _make_emotion, is_shown=_is_felt),
    FieldSpec(
        "emotions",
        msgid("Feeling where the paths differ"),
        lambda _around: VariantEmotionsField(EMOTIONS),
        is_shown=_is_felt_apart,
        is_single=True,
    ),
    section("<marks>"),
    FieldSpec(
        "variants",
        msgid("Only on paths"),
        chips(list_variants, msgid("Add path"), "variants", "variants", msgid("New path…")),
        hint=msgid("Without any, the card belongs to all paths."),
    ),
    FieldSpec("duration", msgid("Duration"), lambda _around: DurationField()),
    FieldSpec("links", msgid("Links"), links(), is_single=True),
    section("<connectors>"),
    FieldSpec("note", msgid("Note to self"), text(), hint=msgid("Not on the poster.")),
    section("<comments>"),
    section("<origins>"),
    FieldSpec("plain_text", msgid("In plain language"), text(), is_more=True,
              hint=msgid("For the print that clients get.")),
    FieldSpec("due", msgid("Due"), line(hint=msgid("such as: within 2 weeks")), is_more=True,
              is_half=True),
    FieldSpec("amount", msgid("Amount"), line(hint=msgid("such as: at most 50 %")), is_more=True,
              is_half=True),
    FieldSpec("method", msgid("Method"), line(), is_more=True, is_half=True),
    FieldSpec("area", msgid("Area"), line(hint=msgid("where it is offered")), is_more=True,
              is_half=True),
    FieldSpec("legal_basis", msgid("Legal basis"), line(), is_more=True),
    FieldSpec("image", msgid("Picture"), _make_picture, is_more=True, is_single=True),
    FieldSpec("icon", msgid("Icon"), choice(ICONS, none=msgid("None")), is_more=True, is_half=True),
    FieldSpec("language", msgid("Language"),
              language(is_optional=True, hint=msgid("like the poster")), is_more=True,
              is_half=True),
    FieldSpec(
        "tags",
        msgid("Tags"),
        chips(list_tags, msgid("Add tag"), "tags", "tags", msgid("New tag…")),
        is_more=True,
    ),
    FieldSpec(
        "sources",
        msgid("Sources"),
        chips(list_sources, msgid("Add source"), "sources", "sources", msgid("New source…")),
        is_more=True,
    ),
    FieldSpec("votes", msgid("Votes"), lambda _around: NumberField(is_whole=True, empty=0),
              is_more=True),
    FieldSpec("rating.before", msgid("Self-rating before, 1–5"), _make_rating, is_more=True,
              is_half=True),
    FieldSpec("rating.after", msgid("Self-rating after, 1–5"), _make_rating, is_more=True,
              is_half=True),
)  # fmt: skip
