"""Headings of the tables of a document's cards and actors, in which they are read as well."""

from collections.abc import Mapping
from types import MappingProxyType

_FINNISH = {
    "code": "Koodi",
    "phase": "Vaihe",
    "step": "Askel",
    "lane": "Kaista",
    "text": "Teksti",
    "plain_text": "Selkeällä kielellä",
    "note": "Muistiinpano",
    "actors": "Toimijat",
    "channel": "Kanava",
    "emotion": "Tunne",
    "paths": "Polut",
    "duration": "Kesto",
    "due": "Määräaika",
    "method": "Menetelmä",
    "amount": "Määrä",
    "area": "Alue",
    "legal_basis": "Säädösperusta",
    "certainty": "Mihin tieto perustuu",
    "tags": "Tunnisteet",
    "links": "Linkit",
    "votes": "Äänet",
    "before": "Oma arvio ennen (1–5)",
    "after": "Oma arvio jälkeen (1–5)",
    "group": "Ryhmä",
    "note_kind": "Lapun laji",
    "id": "Tunnus",
    "name": "Nimi",
    "short": "Kirjaintunnus",
    "role": "Rooli",
    "actor_kind": "Laji",
    "organisation": "Organisaatio",
    "members": "Jäsenet",
    "contact": "Yhteystiedot",
    "link": "Linkki",
}
_SWEDISH = {
    "code": "Kod",
    "phase": "Fas",
    "step": "Steg",
    "lane": "Bana",
    "text": "Text",
    "plain_text": "På klarspråk",
    "note": "Anteckning",
    "actors": "Aktörer",
    "channel": "Kanal",
    "emotion": "Känsla",
    "paths": "Stigar",
    "duration": "Längd",
    "due": "Tidsfrist",
    "method": "Metod",
    "amount": "Belopp",
    "area": "Område",
    "legal_basis": "Författningsgrund",
    "certainty": "Vad det grundar sig på",
    "tags": "Etiketter",
    "links": "Länkar",
    "votes": "Röster",
    "before": "Egen bedömning före (1–5)",
    "after": "Egen bedömning efter (1–5)",
    "group": "Grupp",
    "note_kind": "Typ av lapp",
    "id": "Beteckning",
    "name": "Namn",
    "short": "Monogram",
    "role": "Roll",
    "actor_kind": "Typ",
    "organisation": "Organisation",
    "members": "Medlemmar",
    "contact": "Kontaktuppgifter",
    "link": "Länk",
}
_ENGLISH = {
    "code": "Code",
    "phase": "Phase",
    "step": "Step",
    "lane": "Lane",
    "text": "Text",
    "plain_text": "In plain language",
    "note": "Note",
    "actors": "Actors",
    "channel": "Channel",
    "emotion": "Feeling",
    "paths": "Paths",
    "duration": "Duration",
    "due": "Due",
    "method": "Method",
    "amount": "Amount",
    "area": "Area",
    "legal_basis": "Legal basis",
    "certainty": "What it is based on",
    "tags": "Tags",
    "links": "Links",
    "votes": "Votes",
    "before": "Self-rating before (1–5)",
    "after": "Self-rating after (1–5)",
    "group": "Group",
    "note_kind": "Kind of note",
    "id": "ID",
    "name": "Name",
    "short": "Monogram",
    "role": "Role",
    "actor_kind": "Kind",
    "organisation": "Organisation",
    "members": "Members",
    "contact": "Contact",
    "link": "Link",
}
TABLE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"fi": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH}
)
"""Language → column → its heading."""

NOTE_KINDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "fi": {"need": "tarve", "idea": "idea", "practice": "hyvä käytäntö"},
        "sv": {"need": "behov", "idea": "idé", "practice": "god praxis"},
        "en": {"need": "need", "idea": "idea", "practice": "good practice"},
    }
)
"""Language → kind of note → its word in a cell."""


def find_table_words(language: str) -> Mapping[str, str]:
    """Return the headings for a language (BCP 47), English where there are none."""
    return TABLE_WORDS.get(language.partition("-")[0].lower(), _ENGLISH)
