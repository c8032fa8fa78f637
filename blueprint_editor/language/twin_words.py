"""What the text outputs of a document say besides the words of the printed sheets."""

from typing import NamedTuple


class PersonaWords(NamedTuple):
    """Names of a persona's fields; ``age`` holds ``{}``."""

    age: str
    situation: str
    goal: str
    strengths: str
    barriers: str
    close_people: str
    services_now: str


class TwinWords(NamedTuple):
    """Headings, names of fields and sentences, each begun with a capital where it may stand first.

    Attributes:
        path, responsibilities, client_path, abbreviations, contents, most_votes: headings.
        caption: what the table shows.
        phase_row, step_column: headers of the table that are not seen but heard.
        step: holds ``{}`` for the number of a step without a name.
        quoted: holds ``{}`` for the text of a card that is spoken of.
        line_after: holds ``{}`` for the line that runs after a lane.
        before_after: a rating, holds ``{before}`` and ``{after}``.
        solves: before the name of the mark that is solved.
        filter_heading, everyone, every_path: of the filters; ``shown`` holds ``{shown}`` and
            ``{all}``.
        source: what is said of the document that is attached to a PDF.
        on_poster, highlighted: name and value of what a filter does to a card.
        main_link: the link past the head of a page.
    """

    path: str
    responsibilities: str
    client_path: str
    abbreviations: str
    contents: str
    caption: str
    phase_row: str
    step_column: str
    step: str
    lane: str
    card: str
    happens: str
    details: str
    line_after: str
    quoted: str
    actors: str
    actor: str
    path_of: str
    channel: str
    duration: str
    repeats: str
    certainty: str
    emotion: str
    plain: str
    picture: str
    votes: str
    most_votes: str
    rating: str
    before_after: str
    tags: str
    owner: str
    responsible_from: str
    solves: str
    task: str
    members: str
    kind: str
    link: str
    document: str
    connectors: str
    persona: PersonaWords
    filter_heading: str
    everyone: str
    every_path: str
    shown: str
    clear: str
    on_poster: str
    highlighted: str
    main_link: str
    source: str
