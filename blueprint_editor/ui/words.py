"""What the program calls the values of the format's closed lists and the kinds of record."""

from collections.abc import Mapping
from types import MappingProxyType

from blueprint_editor.language.texts import _, msgid


def _freeze(words: dict[str, str]) -> Mapping[str, str]:
    return MappingProxyType(words)


RECORDS = _freeze(
    {
        "": msgid("Blueprint"),
        "actors": msgid("Actor"),
        "personas": msgid("Persona"),
        "variants": msgid("Path"),
        "lanes": msgid("Lane"),
        "phases": msgid("Phase"),
        "steps": msgid("Step"),
        "cards": msgid("Card"),
        "connectors": msgid("Connector"),
        "marks": msgid("Mark"),
        "responsibilities": msgid("Responsibility Band"),
        "notes": msgid("Note"),
        "comments": msgid("Comment"),
        "sources": msgid("Source"),
        "tags": msgid("Tag"),
        "workshops": msgid("Workshop"),
        "snapshots": msgid("Named Version"),
        "nodes": msgid("Factor"),
        "arrows": msgid("Causal Arrow"),
    }
)
"""Collection → one record of it."""

ROLES = _freeze(
    {
        "evidence": msgid("Physical evidence and touchpoints"),
        "customer": msgid("Customer actions"),
        "frontstage": msgid("Frontstage"),
        "frontstage_technology": msgid("Frontstage technology"),
        "backstage": msgid("Backstage"),
        "backstage_technology": msgid("Backstage technology"),
        "support": msgid("Support processes"),
        "emotion": msgid("Emotion curve"),
        "time": msgid("Time"),
        "channel": msgid("Channel"),
        "image": msgid("Pictures"),
        "metric": msgid("Metrics"),
        "policy": msgid("Laws and policies"),
        "custom": msgid("Custom lane"),
    }
)
ACTOR_KINDS = _freeze(
    {
        "client": msgid("Client"),
        "close_person": msgid("Close person"),
        "peer": msgid("Peer"),
        "expert_by_experience": msgid("Expert by experience"),
        "professional": msgid("Professional"),
        "team": msgid("Team"),
        "authority": msgid("Authority"),
        "employer": msgid("Employer"),
        "school": msgid("School"),
        "ngo": msgid("NGO"),
        "private_service": msgid("Private service"),
        "system": msgid("System"),
    }
)
CHANNELS = _freeze(
    {
        "on_site": msgid("On site"),
        "phone": msgid("Phone"),
        "remote": msgid("Remote meeting"),
        "letter": msgid("Letter"),
        "digital": msgid("Digital service"),
        "email": msgid("E-mail"),
        "text_message": msgid("Text message"),
        "visit": msgid("Visit"),
    }
)
CONNECTOR_KINDS = _freeze(
    {
        "flow": msgid("Flow"),
        "information": msgid("Information"),
        "handover": msgid("Handover of responsibility"),
        "branch": msgid("Branch"),
        "return": msgid("Loop back"),
        "two_way": msgid("Both ways"),
    }
)
MARK_KINDS = _freeze(
    {
        "critical_point": msgid("Critical point"),
        "solution": msgid("Solution"),
        "wait": msgid("Wait"),
        "transition": msgid("Transition"),
        "question": msgid("Question"),
        "idea": msgid("Idea"),
        "pain_point": msgid("Pain point"),
        "barrier": msgid("Barrier"),
        "moment_of_truth": msgid("Moment of truth"),
        "fail_point": msgid("Fail point"),
        "quote": msgid("Quote"),
        "risk": msgid("Risk"),
        "decision": msgid("Decision"),
        "quality_criterion": msgid("Quality criterion"),
        "local_practice": msgid("Local practice"),
    }
)
BARRIER_KINDS = _freeze(
    {"person": msgid("In the person"), "environment": msgid("In the environment")}
)
CERTAINTIES = _freeze(
    {
        "observed": msgid("Observed"),
        "assumed": msgid("Assumed"),
        "proposed": msgid("Proposed"),
    }
)
ICONS = _freeze(
    {
        "person": msgid("Person"),
        "people": msgid("People"),
        "conversation": msgid("Conversation"),
        "phone": msgid("Phone"),
        "letter": msgid("Letter"),
        "form": msgid("Form"),
        "document": msgid("Document"),
        "computer": msgid("Computer"),
        "calendar": msgid("Calendar"),
        "home": msgid("Home"),
        "office": msgid("Office"),
        "bus": msgid("Bus"),
        "money": msgid("Money"),
        "health": msgid("Health"),
        "work": msgid("Work"),
        "study": msgid("Study"),
        "key": msgid("Key"),
        "heart": msgid("Heart"),
        "star": msgid("Star"),
        "clock": msgid("Clock"),
    }
)
DURATION_UNITS = _freeze(
    {
        "minutes": msgid("minutes"),
        "hours": msgid("hours"),
        "days": msgid("days"),
        "weeks": msgid("weeks"),
        "months": msgid("months"),
        "years": msgid("years"),
    }
)
DASHES = _freeze(
    {
        "solid": msgid("Solid"),
        "dashed": msgid("Dashed"),
        "dotted": msgid("Dotted"),
        "dash_dot": msgid("Dash and dot"),
    }
)
NOTE_KINDS = _freeze(
    {"need": msgid("Need"), "idea": msgid("Idea"), "practice": msgid("Good practice")}
)
COMMENT_KINDS = _freeze(
    {
        "interview": msgid("Interview"),
        "comment_round": msgid("Comment round"),
        "workshop": msgid("Workshop"),
        "other": msgid("Other"),
    }
)
HANDOVER_BASES = _freeze(
    {
        "permission": msgid("Permission of the client"),
        "law": msgid("Law"),
        "no_personal_data": msgid("No personal data"),
    }
)
STATES = _freeze({"current": msgid("As it is now"), "future": msgid("As it should be")})
STATUSES = _freeze(
    {"draft": msgid("Draft"), "reviewed": msgid("Reviewed"), "final": msgid("Final")}
)
CLIENT_WORDS = _freeze({"client": msgid("klient"), "customer": msgid("kund")})
LOGO_KINDS = _freeze(
    {
        "eu": msgid("European Union"),
        "funder": msgid("Funder"),
        "partner": msgid("Partner"),
    }
)
ORIENTATIONS = _freeze({"landscape": msgid("Landscape"), "portrait": msgid("Portrait")})
COLOUR_BY = _freeze(
    {
        "role": msgid("Lane"),
        "actor": msgid("Actor"),
        "variant": msgid("Path"),
        "tag": msgid("Tag"),
    }
)
POSTER_PARTS = _freeze(
    {
        "title_block": msgid("Title block"),
        "personas": msgid("Personas"),
        "responsibilities": msgid("Responsibility bands"),
        "marks": msgid("Marks"),
        "connectors": msgid("Connectors"),
        "emotion_curve": msgid("Emotion curve"),
        "value": msgid("Customer value"),
        "legend": msgid("Legend"),
        "actors": msgid("Actors"),
        "durations": msgid("Durations summed up"),
        "sources": msgid("Sources"),
        "project": msgid("Project data and logos"),
    }
)
POSTER_EXTRAS = _freeze(
    {
        "draft_watermark": msgid("Draft watermark"),
        "link_codes": msgid("QR codes of links"),
        "document_code": msgid("QR code of this blueprint"),
    }
)
MARK_STYLES = _freeze(
    {
        "strip": msgid("Under their cards"),
        "list": msgid("Numbered, texts in a list"),
    }
)
SIGNS = _freeze({"plus": msgid("+ strengthens"), "minus": msgid("− weakens")})
"""Sign of a causal arrow → what it does."""

PART_NAMES = _freeze(
    {
        "comments": msgid("comments"),
        "comments_without_consent": msgid("comments without consent"),
        "notes": msgid("sticky notes"),
        "remarks": msgid("notes to self"),
        "snapshots": msgid("named versions"),
        "contacts": msgid("contacts"),
        "workshops": msgid("workshops"),
        "ratings": msgid("ratings"),
        "votes": msgid("votes"),
        "causal_map": msgid("causal map"),
        "hidden_lanes": msgid("hidden lanes"),
        "filtered_out": msgid("what the filter hides"),
        "background": msgid("picture to trace"),
        "file_names": msgid("names of image files"),
        "unused_images": msgid("unused images"),
        "records": msgid("chosen records"),
    }
)
"""Part that a publishing copy leaves out → many of it, within a sentence."""
TRACES = _freeze(
    {
        "identity_code": msgid("Personal identity code"),
        "phone": msgid("Phone number"),
        "email": msgid("E-mail"),
        "name": msgid("Name"),
    }
)
"""What may tell who somebody is → one of it."""


def tell_choices(words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return (value, its words in the language of now) in the list's own order."""
    return tuple((value, _(text)) for value, text in words.items())
