"""What the files of a comment round say: columns, instructions, and how answers are introduced."""

from typing import NamedTuple


class RoundWords(NamedTuple):
    """Words of one language.

    Attributes:
        name: what a round is called; to be formatted with its date.
        title: of the files; holds ``{}`` for the document's title.
        instructions: above the table.
        version: holds ``{name}`` and ``{key}``, by which the answers are told apart.
        columns: code, phase, lane, text, comment, commenter.
        whole: the row for what is about the whole blueprint.
        suggested: before a text that somebody has put in the place of a card's; holds ``{}``.
        on_page: before a remark that no card was found for; holds ``{page}`` and ``{text}``.
    """

    name: str
    title: str
    instructions: str
    version: str
    columns: tuple[str, str, str, str, str, str]
    whole: str
    suggested: str
    on_page: str


_FINNISH = RoundWords(
    name="Kommenttikierros {0.day}.{0.month}.{0.year}",
    title="Kommenttikierros: {}",
    instructions=(
        "Kirjoita kommenttisi sarakkeeseen Kommentti ja nimesi tai organisaatiosi sarakkeeseen "
        "Kommentoija. Jätä muut sarakkeet ennalleen: koodi kertoo, mistä kortista on kyse. "
        "Palauta tiedosto sen lähettäjälle."
    ),
    version="Versio: {name} (tunnus {key})",
    columns=("Koodi", "Vaihe", "Kaista", "Teksti", "Kommentti", "Kommentoija"),
    whole="Koko kuvaus",
    suggested="Ehdotettu teksti: {}",
    on_page="Sivu {page}: {text}",
)
_SWEDISH = RoundWords(
    name="Kommentrunda {0.day}.{0.month}.{0.year}",
    title="Kommentrunda: {}",
    instructions=(
        "Skriv din kommentar i kolumnen Kommentar och ditt eller organisationens namn i kolumnen "
        "Kommentator. Lämna de andra kolumnerna som de är: koden visar vilket kort det gäller. "
        "Skicka filen tillbaka till avsändaren."
    ),
    version="Version: {name} (beteckning {key})",
    columns=("Kod", "Fas", "Bana", "Text", "Kommentar", "Kommentator"),
    whole="Hela beskrivningen",
    suggested="Föreslagen text: {}",
    on_page="Sida {page}: {text}",
)
_ENGLISH = RoundWords(
    name="Comment round {0:%Y-%m-%d}",
    title="Comment round: {}",
    instructions=(
        "Write your comment in the column Comment, and your name or organisation in the column "
        "Commenter. Leave the other columns as they are: the code tells which card is meant. "
        "Return the file to whoever sent it."
    ),
    version="Version: {name} (key {key})",
    columns=("Code", "Phase", "Lane", "Text", "Comment", "Commenter"),
    whole="The whole blueprint",
    suggested="Suggested text: {}",
    on_page="Page {page}: {text}",
)
ALL_ROUND_WORDS: tuple[RoundWords, ...] = (_FINNISH, _SWEDISH, _ENGLISH)
"""Answers are read in any of them."""
WHOLE_CODE = "0"
"""The code of the row for what is about the whole."""


def find_round_words(language: str) -> RoundWords:
    """Return the words for a document's language (BCP 47), English where there are none."""
    known = {"fi": _FINNISH, "sv": _SWEDISH}
    return known.get(language.partition("-")[0].lower(), _ENGLISH)
