"""The words that all workshop sheets share, and the way to each sheet's own, by language."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from blueprint_editor.language.workshop.words import SheetWords

KIT_LANGUAGES = ("fi", "sv", "en")

STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("before", ("W1", "W9", "W10")),
    ("every_time", ("W1", "W17", "W18")),
    ("warm_up", ("W18", "W13", "W14", "W8", "W12")),
    ("insight", ("W2", "W4", "W3")),
    ("paths", ("W5",)),
    ("debrief", ("W6", "W7")),
    ("building", ("W11", "W13", "W15", "inclusion", "W1", "W12")),
    ("employer", ("W16",)),
    (
        "prints",
        (
            "handovers",
            "solutions",
            "theme-board",
            "network",
            "causal-map",
            "change-list",
            "curves",
            "comment-print",
            "criteria",
            "slides",
            "service-description",
            "personas",
        ),
    ),
    ("handouts", ("client-path", "induction", "brochure", "pocket-card")),
)
"""Which sheet when: the stages of a workshop process and their sheets, in order."""


class KitWords(NamedTuple):
    """Words of one language that stand on many sheets.

    Attributes:
        no_names: the line that sheets without real names bear.
        page: holds ``{number}`` and ``{count}``.
        continues: after a text that goes on at the end of the sheet.
        continued: heading of what did not fit into its place.
        cover: title of the list in front of several sheets; ``cover_note`` says how to print.
        stages: names of the stages of :data:`STAGES`.
        papers: names of papers that have one in the language.
        sheets: each sheet's own words.
    """

    language: str
    instructions: str
    questions: str
    project: str
    workshop_number: str
    date: str
    group: str
    no_names: str
    page: str
    continues: str
    continued: str
    cover: str
    cover_note: str
    poster: str
    sheet: str
    paper: str
    pages: str
    stages: Mapping[str, str]
    papers: Mapping[str, str]
    sheets: Mapping[str, SheetWords]


def write_code(name: str) -> str:
    """Return the code of a sheet of the kit, such as ``W5``; the others have none that is shown."""
    return name if name.startswith("W") else ""


def are_alike(one: str, other: str) -> bool:
    """Tell whether two BCP 47 tags name the same language, such as ``sv`` and ``sv-FI``."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


@cache
def find_kit(language: str, client_word: str = "client") -> KitWords:
    """Return the words for a language (BCP 47), English where there are none.

    Swedish has two words: ``client`` is "klient", as in welfare, ``customer`` is "kund".
    """
    match language.partition("-")[0].lower():
        case "fi":
            return _make_finnish()
        case "sv":
            kit = _make_swedish()
            return _say_kund(kit) if client_word == "customer" else kit
        case _:
            return _make_english()


def _say_kund(kit: KitWords) -> KitWords:
    """Put "kund" in the place of "klient": the two are inflected and compounded alike."""

    def say(text: str) -> str:
        return text.replace("klient", "kund").replace("Klient", "Kund")

    def say_all(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(say(text) for text in texts)

    sheets = {
        name: SheetWords(
            say(words.title),
            say(words.instructions),
            say_all(words.questions),
            {key: say(text) for key, text in words.fields.items()},
            {key: say_all(texts) for key, texts in words.lists.items()},
        )
        for name, words in kit.sheets.items()
    }
    stages = {stage: say(name) for stage, name in kit.stages.items()}
    return kit._replace(sheets=sheets, stages=stages)


def _make_finnish() -> KitWords:
    from blueprint_editor.language.workshop import (  # noqa: PLC0415
        fi_people,
        fi_prints,
        fi_w1_w9,
        fi_w10_w18,
    )

    return KitWords(
        language="fi",
        instructions="Ohje",
        questions="Tukikysymykset",
        project="Hanke",
        workshop_number="Työpajan nro",
        date="Päivä",
        group="Ryhmä",
        no_names="Älä kirjoita oikeita nimiä",
        page="Sivu {number}/{count}",
        continues="jatkuu lopussa",
        continued="Jatkoa",
        cover="Työpajan tulosteet",
        cover_note=(
            "Tulosta todellisessa koossa (100 %), yksipuolisena ja paperi sivun koon mukaan."
        ),
        poster="Juliste",
        sheet="Arkki",
        paper="Paperi",
        pages="Sivut",
        stages={
            "before": "Ennen",
            "every_time": "Joka kerta",
            "warm_up": "1 Alkuvalmennus",
            "insight": "2 Asiakasymmärrys",
            "paths": "3 Palvelupolut",
            "debrief": "4 Purku",
            "building": "5–10 Mallin rakentaminen",
            "employer": "Työnantajan kanssa",
            "prints": "Luettelot ja kartat polulta",
            "handouts": "Jaettavaksi",
        },
        papers={
            "850x600": "fläppi 600 × 850 mm",
            "338.67x190.5": "kuvaruutu 16:9",
            "105x148": "A6",
        },
        sheets={
            **fi_w1_w9.SHEETS,
            **fi_w10_w18.SHEETS,
            **fi_prints.SHEETS,
            **fi_people.SHEETS,
        },
    )


def _make_swedish() -> KitWords:
    from blueprint_editor.language.workshop import (  # noqa: PLC0415
        sv_people,
        sv_prints,
        sv_w1_w9,
        sv_w10_w18,
    )

    return KitWords(
        language="sv",
        instructions="Anvisning",
        questions="Stödfrågor",
        project="Projekt",
        workshop_number="Workshopens nr",
        date="Datum",
        group="Grupp",
        no_names="Skriv inte riktiga namn",
        page="Sida {number}/{count}",
        continues="fortsätter sist",
        continued="Fortsättning",
        cover="Utskrifter för workshoppen",
        cover_note="Skriv ut i verklig storlek (100 %), enkelsidigt och på papper enligt sidan.",
        poster="Affisch",
        sheet="Blad",
        paper="Papper",
        pages="Sidor",
        stages={
            "before": "Före",
            "every_time": "Varje gång",
            "warm_up": "1 Inledande träning",
            "insight": "2 Klientförståelse",
            "paths": "3 Servicestigar",
            "debrief": "4 Genomgång",
            "building": "5–10 Modellen byggs",
            "employer": "Med arbetsgivaren",
            "prints": "Listor och kartor över stigen",
            "handouts": "Att dela ut",
        },
        papers={
            "850x600": "blädderblock 600 × 850 mm",
            "338.67x190.5": "bildskärm 16:9",
            "105x148": "A6",
        },
        sheets={
            **sv_w1_w9.SHEETS,
            **sv_w10_w18.SHEETS,
            **sv_prints.SHEETS,
            **sv_people.SHEETS,
        },
    )


def _make_english() -> KitWords:
    from blueprint_editor.language.workshop import (  # noqa: PLC0415
        en_people,
        en_prints,
        en_w1_w9,
        en_w10_w18,
    )

    return KitWords(
        language="en",
        instructions="Instructions",
        questions="Help questions",
        project="Project",
        workshop_number="Workshop no.",
        date="Date",
        group="Group",
        no_names="Do not write real names",
        page="Page {number}/{count}",
        continues="continues at the end",
        continued="Continued",
        cover="Prints for the workshop",
        cover_note="Print at actual size (100 %), single-sided, paper by page size.",
        poster="Poster",
        sheet="Sheet",
        paper="Paper",
        pages="Pages",
        stages={
            "before": "Before",
            "every_time": "Every time",
            "warm_up": "1 Warm-up",
            "insight": "2 Insight",
            "paths": "3 Paths",
            "debrief": "4 Debrief",
            "building": "5–10 Building the model",
            "employer": "With an employer",
            "prints": "Lists and maps of the path",
            "handouts": "To hand out",
        },
        papers={
            "850x600": "flip chart 600 × 850 mm",
            "338.67x190.5": "screen 16:9",
            "105x148": "A6",
        },
        sheets={
            **en_w1_w9.SHEETS,
            **en_w10_w18.SHEETS,
            **en_prints.SHEETS,
            **en_people.SHEETS,
        },
    )
