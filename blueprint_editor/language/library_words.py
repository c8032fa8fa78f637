"""What the service library's fields and kinds are called, in the program and in its tables."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class LibraryWords(NamedTuple):
    """Words of one language.

    Attributes:
        fields: field of an entry → heading of its column and label of its line.
        kinds: kind of entry → its name.
        sectors: sector → its name.
    """

    fields: Mapping[str, str]
    kinds: Mapping[str, str]
    sectors: Mapping[str, str]


_FINNISH = LibraryWords(
    fields=MappingProxyType(
        {
            "id": "Tunnus",
            "revision": "Versio",
            "kind": "Laji",
            "name": "Nimi",
            "name_sv": "Nimi ruotsiksi",
            "name_en": "Nimi englanniksi",
            "former_name": "Aiempi tai toinen nimi",
            "line": "Kuvaus",
            "target_group": "Kohderyhmä",
            "sector": "Ala",
            "channel": "Kanava",
            "area": "Alue",
            "link": "Linkki",
            "role": "Kaista",
            "actor_kind": "Toimijan laji",
        }
    ),
    kinds=MappingProxyType(
        {
            "service": "Palvelu",
            "tool": "Työkalu tai järjestelmä",
            "model": "Toimintamalli",
            "method": "Menetelmä",
            "benefit": "Etuus tai tuki",
            "document": "Asiakirja tai lomake",
            "training": "Koulutus",
            "project": "Hanke tai selvitys",
            "actor": "Toimija tai rooli",
        }
    ),
    sectors=MappingProxyType(
        {
            "workplace": "Työpaikka",
            "health_social": "Sosiaali- ja terveyspalvelut",
            "rehabilitation": "Kuntoutus",
            "education": "Koulutus",
            "employment": "Työllisyyspalvelut",
            "benefits": "Etuudet",
        }
    ),
)
_SWEDISH = LibraryWords(
    fields=MappingProxyType(
        {
            "id": "Beteckning",
            "revision": "Version",
            "kind": "Typ",
            "name": "Namn",
            "name_sv": "Namn på svenska",
            "name_en": "Namn på engelska",
            "former_name": "Tidigare eller annat namn",
            "line": "Beskrivning",
            "target_group": "Målgrupp",
            "sector": "Sektor",
            "channel": "Kanal",
            "area": "Område",
            "link": "Länk",
            "role": "Bana",
            "actor_kind": "Typ av aktör",
        }
    ),
    kinds=MappingProxyType(
        {
            "service": "Tjänst",
            "tool": "Verktyg eller system",
            "model": "Verksamhetsmodell",
            "method": "Metod",
            "benefit": "Förmån eller stöd",
            "document": "Dokument eller blankett",
            "training": "Utbildning",
            "project": "Projekt eller utredning",
            "actor": "Aktör eller roll",
        }
    ),
    sectors=MappingProxyType(
        {
            "workplace": "Arbetsplatsen",
            "health_social": "Social- och hälsovårdstjänster",
            "rehabilitation": "Rehabilitering",
            "education": "Utbildning",
            "employment": "Sysselsättningstjänster",
            "benefits": "Förmåner",
        }
    ),
)
_ENGLISH = LibraryWords(
    fields=MappingProxyType(
        {
            "id": "ID",
            "revision": "Revision",
            "kind": "Kind",
            "name": "Name",
            "name_sv": "Name in Swedish",
            "name_en": "Name in English",
            "former_name": "Former or other name",
            "line": "Description",
            "target_group": "Target group",
            "sector": "Sector",
            "channel": "Channel",
            "area": "Area",
            "link": "Link",
            "role": "Lane",
            "actor_kind": "Kind of actor",
        }
    ),
    kinds=MappingProxyType(
        {
            "service": "Service",
            "tool": "Tool or system",
            "model": "Operating model",
            "method": "Method",
            "benefit": "Benefit or support",
            "document": "Document or form",
            "training": "Training",
            "project": "Project or study",
            "actor": "Actor or role",
        }
    ),
    sectors=MappingProxyType(
        {
            "workplace": "Workplace",
            "health_social": "Health and social services",
            "rehabilitation": "Rehabilitation",
            "education": "Education",
            "employment": "Employment services",
            "benefits": "Benefits",
        }
    ),
)
LIBRARY_WORDS: Mapping[str, LibraryWords] = MappingProxyType(
    {"fi": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH}
)
"""Language → its words; tables are read in any of them."""


def find_library_words(language: str) -> LibraryWords:
    """Return the words for a language (BCP 47), English where there are none."""
    return LIBRARY_WORDS.get(language.split("-", maxsplit=1)[0].lower(), _ENGLISH)
