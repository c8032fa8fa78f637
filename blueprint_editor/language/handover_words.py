"""What the handover package says: its file names, and the texts for those who take over."""

from typing import NamedTuple


class HandoverWords(NamedTuple):
    """Words of one language.

    Attributes:
        files: names of the read-me, the document, the poster, the page, the changes, the reviews.
        about: a line on each file after the read-me.
        title: holds ``{}`` for the document's title.
        made: holds ``{}`` for the day.
        version: holds ``{}``.
        inside: heading of the list of files.
        copy: what was left out, and what to do before publishing.
        changes: heading; holds ``{name}`` and ``{day}`` of the version before.
        no_version: where the document has no named version.
        reviews: heading.
        no_day: where a day is not set.
        owner: who keeps it up; holds ``{}``.
        laws: heading of the cards that rest on a law.
        sources: heading.
    """

    files: tuple[str, str, str, str, str, str]
    about: tuple[str, str, str, str, str]
    title: str
    made: str
    version: str
    inside: str
    copy: str
    changes: str
    no_version: str
    reviews: str
    no_day: str
    owner: str
    laws: str
    sources: str


_FINNISH = HandoverWords(
    files=(
        "lue-minut.txt", "kuvaus.blueprint", "juliste.pdf", "kuvaus.html", "muutokset.txt",
        "tarkistettavat.txt",
    ),
    about=(
        "kuvaus, jota voi jatkaa ohjelmalla Blueprint Editor",
        "seinäjuliste, saavutettava PDF",
        "sama sanoina: verkkosivu, joka toimii ilman verkkoa",
        "mitä on muuttunut edellisestä nimetystä versiosta",
        "mitä pitää tarkistaa ja milloin",
    ),
    title="Luovutuspaketti: {}",
    made="Tehty {}",
    version="Versio {}",
    inside="Paketissa on",
    copy=(
        "Paketti on julkaisukopio: kommentit, laput, muistiinpanot, nimetyt versiot ja "
        "yhteystiedot on jätetty pois. Lue tekstit läpi ennen kuin julkaiset ne."
    ),
    changes="Muutokset versiosta {name} ({day})",
    no_version="Kuvauksella ei ole nimettyä versiota, johon verrata.",
    reviews="Tarkistettavat",
    no_day="ei sovittu",
    owner="Ylläpitäjä: {}",
    laws="Kortit, joiden perusteena on laki",
    sources="Lähteet",
)  # fmt: skip
_SWEDISH = HandoverWords(
    files=(
        "las-mig.txt", "beskrivning.blueprint", "affisch.pdf", "beskrivning.html",
        "andringar.txt", "att-granska.txt",
    ),
    about=(
        "beskrivningen, som kan fortsättas i programmet Blueprint Editor",
        "väggaffischen, en tillgänglig PDF",
        "samma sak i ord: en webbsida som fungerar utan nät",
        "vad som har ändrats sedan den senaste namngivna versionen",
        "vad som ska granskas och när",
    ),
    title="Överlämningspaket: {}",
    made="Gjort {}",
    version="Version {}",
    inside="Paketet innehåller",
    copy=(
        "Paketet är en kopia för publicering: kommentarer, lappar, anteckningar, namngivna "
        "versioner och kontaktuppgifter har lämnats bort. Läs igenom texterna innan du "
        "publicerar dem."
    ),
    changes="Ändringar sedan versionen {name} ({day})",
    no_version="Beskrivningen har ingen namngiven version att jämföra med.",
    reviews="Att granska",
    no_day="inte avtalat",
    owner="Upprätthålls av: {}",
    laws="Kort som grundar sig på lag",
    sources="Källor",
)  # fmt: skip
_ENGLISH = HandoverWords(
    files=(
        "read-me.txt", "blueprint.blueprint", "poster.pdf", "blueprint.html", "changes.txt",
        "reviews.txt",
    ),
    about=(
        "the blueprint, to be carried on with in Blueprint Editor",
        "the wall poster, an accessible PDF",
        "the same in words: a web page that works offline",
        "what has changed since the last named version",
        "what is due for review, and when",
    ),
    title="Handover package: {}",
    made="Made on {}",
    version="Version {}",
    inside="In the package",
    copy=(
        "The package is a publishing copy: comments, sticky notes, notes to self, named versions "
        "and contacts were left out. Read the texts through before you publish them."
    ),
    changes="Changes since the version {name} ({day})",
    no_version="The blueprint has no named version to compare with.",
    reviews="Due for review",
    no_day="not agreed",
    owner="Kept up by: {}",
    laws="Cards that rest on a law",
    sources="Sources",
)  # fmt: skip


def find_handover_words(language: str) -> HandoverWords:
    """Return the words for a document's language (BCP 47), English where there are none."""
    known = {"fi": _FINNISH, "sv": _SWEDISH}
    return known.get(language.partition("-")[0].lower(), _ENGLISH)
