"""The records of a blueprint, each frozen and checked by itself; rules between them: integrity."""

from typing import Annotated

from pydantic import Field

from blueprint_editor.model.kinds import (
    POSTER_PARTS,
    ActorKind,
    BarrierKind,
    Certainty,
    Channel,
    ColourBy,
    CommentKind,
    ConnectorKind,
    Dash,
    DurationUnit,
    HandoverBasis,
    Icon,
    LogoKind,
    MarkKind,
    MarkStyle,
    MediaType,
    NoteKind,
    Orientation,
    PosterExtra,
    PosterPart,
    Role,
    Sign,
)
from blueprint_editor.model.record import Colour, Date, Id, LanguageTag, Moment, Record, Text, Url

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Emotion = Annotated[int, Field(ge=-2, le=2)]
Rating1To5 = Annotated[int, Field(ge=1, le=5)]
Millimetres = Annotated[float, Field(ge=0, le=100_000)]


class Duration(Record):
    """How long something takes; all parts optional, so that "3–24 kk" and "viikkoja" both fit."""

    min: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    max: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    unit: DurationUnit | None = None
    text: Text = ""


class Link(Record):
    id: Id
    label: Text = ""
    url: Url


class Picture(Record):
    """A use of an asset; without ``alt`` it is painted as decoration.

    ``decorative`` says that this is meant, so that nobody is asked for the alternative text.
    """

    asset: Id
    alt: Text = ""
    decorative: bool = False


class Logo(Record):
    asset: Id
    alt: Text
    kind: LogoKind = "partner"


class Value(Record):
    """Customer value in three parts."""

    functional: Text = ""
    social: Text = ""
    emotional: Text = ""


class Project(Record):
    name: Text = ""
    programme: Text = ""
    organisation: Text = ""
    client: Text = ""
    producer: Text = ""
    funder: Text = ""
    period: Text = ""
    place: Text = ""
    owner: Text = ""
    contact: Text = ""
    contributors: Text = ""
    licence: Text = ""
    legal_basis: Text = ""
    checked_on: Date | None = None
    valid_until: Date | None = None
    next_review: Date | None = None
    published_url: Url | None = None
    disclaimer: Text = ""
    funding_statement: Text = ""
    logos: tuple[Logo, ...] = ()
    links: tuple[Link, ...] = ()


class LibraryReference(Record):
    """Where in the user's service library a card or actor came from."""

    id: Id
    revision: Count = 0


class Actor(Record):
    id: Id
    name: Text
    short: Text = ""
    role: Text = ""
    kind: ActorKind | None = None
    members: tuple[Id, ...] = ()
    organisation: Text = ""
    colour: Colour | None = None
    contact: Text = ""
    link: Url | None = None
    note: Text = ""
    library: LibraryReference | None = None


class Barrier(Record):
    id: Id
    text: Text
    kind: BarrierKind


class Persona(Record):
    id: Id
    name: Text
    age: Annotated[int, Field(ge=0, le=150)] | None = None
    portrait: Picture | None = None
    situation: Text = ""
    goal: Text = ""
    strengths: Text = ""
    barriers: tuple[Barrier, ...] = ()
    close_people: Text = ""
    services_now: Text = ""
    quote: Text = ""
    value: Value | None = None


class Variant(Record):
    """A path through the same blueprint; what names no variant belongs to all."""

    id: Id
    name: Text
    short: Text = ""
    persona: Id | None = None
    colour: Colour | None = None
    dash: Dash = "solid"


class Lane(Record):
    id: Id
    role: Role
    name: Text
    hint: Text = ""
    actor: Id | None = None
    of: Id | None = None
    note: Text = ""
    colour: Colour | None = None
    hidden: bool = False


class Phase(Record):
    id: Id
    name: Text
    note: Text = ""
    colour: Colour | None = None
    link: Url | None = None
    duration: Duration | None = None


class Step(Record):
    id: Id
    phase: Id
    name: Text = ""
    width: Annotated[float, Field(ge=0.25, le=8)] = 1.0
    duration: Duration | None = None
    repeats: Text = ""
    note: Text = ""


class VariantEmotion(Record):
    variant: Id
    value: Emotion


class Rating(Record):
    """A self-rating before and after, 1–5."""

    before: Rating1To5 | None = None
    after: Rating1To5 | None = None


class Card(Record):
    id: Id
    lane: Id
    step: Id
    text: Text
    plain_text: Text = ""
    note: Text = ""
    actors: tuple[Id, ...] = ()
    channel: Channel | None = None
    emotion: Emotion | None = None
    emotions: tuple[VariantEmotion, ...] = ()
    variants: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    image: Picture | None = None
    icon: Icon | None = None
    duration: Duration | None = None
    due: Text = ""
    method: Text = ""
    amount: Text = ""
    area: Text = ""
    legal_basis: Text = ""
    certainty: Certainty | None = None
    sources: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    votes: Count = 0
    rating: Rating | None = None
    language: LanguageTag | None = None
    origin: tuple[Id, ...] = ()
    library: LibraryReference | None = None


class Handover(Record):
    giver: Id | None = None
    receiver: Id | None = None
    information: Text = ""
    basis: HandoverBasis | None = None
    basis_text: Text = ""
    method: Text = ""
    time: Text = ""
    confirmation: Text = ""


class Connector(Record):
    id: Id
    source: Id
    target: Id
    kind: ConnectorKind
    label: Text = ""
    variants: tuple[Id, ...] = ()
    handover: Handover | None = None


class Mark(Record):
    id: Id
    target: Id
    kind: MarkKind
    text: Text = ""
    solves: Id | None = None
    owner: Id | None = None
    duration: Duration | None = None
    barrier_kind: BarrierKind | None = None
    votes: Count = 0


class Responsibility(Record):
    """A band over several steps: one actor walks the whole way."""

    id: Id
    actor: Id
    first_step: Id
    last_step: Id
    text: Text = ""


class Note(Record):
    """A sticky note not yet placed in a cell."""

    id: Id
    text: Text
    kind: NoteKind | None = None
    original_text: Text = ""
    group: Text = ""
    workshop: Id | None = None
    count: Annotated[int, Field(ge=1, le=10_000)] = 1
    tags: tuple[Id, ...] = ()


class Comment(Record):
    id: Id
    text: Text
    target: Id | None = None
    author: Text = ""
    kind: CommentKind = "other"
    at: Moment | None = None
    consent: bool = False
    resolved: bool = False


class AgendaRow(Record):
    """A part of a session; its clock time follows from the start and the lengths before it."""

    time: Text = ""
    minutes: Count | None = None
    topic: Text = ""
    group_size: Text = ""
    instruction: Text = ""
    method: Text = ""
    owner: Text = ""


class Workshop(Record):
    id: Id
    name: Text
    number: Count = 0
    date: Date | None = None
    groups: tuple[Text, ...] = ()
    start: Text = ""
    agenda: tuple[AgendaRow, ...] = ()
    minutes: Text = ""


class Source(Record):
    id: Id
    title: Text
    year: Annotated[int, Field(ge=1000, le=9999)] | None = None
    publisher: Text = ""
    url: Url | None = None


class Tag(Record):
    id: Id
    name: Text
    colour: Colour | None = None


class Abbreviation(Record):
    short: Text
    text: Text


class SheetQuestions(Record):
    """The help questions of one workshop sheet, as edited for this document.

    They are printed on sheets in their ``language``; without one on those in any.
    """

    sheet: Id
    questions: tuple[Text, ...]
    language: LanguageTag | None = None


class PrincipleScore(Record):
    """One line of the ten-principles checklist, scored 0–3."""

    question: Annotated[int, Field(ge=1, le=10)]
    score: Annotated[int, Field(ge=0, le=3)]
    note: Text = ""
    owner: Text = ""
    review_on: Date | None = None


class Publication(Record):
    """Texts by the headings of the public platform, and the stage of development."""

    stage: Text = ""
    summary: Text = ""
    environment: Text = ""
    target_group: Text = ""
    conditions: Text = ""
    evaluation: Text = ""
    tips: Text = ""


class CausalNode(Record):
    id: Id
    text: Text = ""
    card: Id | None = None
    mark: Id | None = None
    x: float | None = None
    y: float | None = None


class CausalArrow(Record):
    id: Id
    source: Id
    target: Id
    sign: Sign


class CausalMap(Record):
    nodes: tuple[CausalNode, ...] = ()
    arrows: tuple[CausalArrow, ...] = ()


class Base(Record):
    """What an area version was made from."""

    document: Id
    version: Text = ""
    hash: Text = ""
    file_name: Text = ""


class Asset(Record):
    """An image held in the document.

    ``id`` is ``a`` and the first 63 hexadecimal digits of the SHA-256 of the decoded data, which
    is as much of it as an id can hold.
    """

    id: Id
    media_type: MediaType
    data: Annotated[str, Field(max_length=28_000_000)]
    file_name: Text = ""


class Fit(Record):
    """What fit-to-paper chose: the column width in mm and the factor on all type sizes.

    ``face_width`` is in percent; ``paper`` and ``orientation`` are what it was chosen for (none:
    for no paper at all); ``splits`` are the phases with which a further poster begins, ``rows``
    those with which a further row begins on the same sheet, and ``row_steps`` the steps, where a
    phase is too long for one row.
    """

    column_width: Annotated[float, Field(ge=10, le=1000)]
    type_scale: Annotated[float, Field(ge=0.1, le=20)]
    face_width: Annotated[float, Field(ge=62.5, le=100)] = 100.0
    divides_words: bool = False
    paper: Text = ""
    orientation: Orientation = "landscape"
    splits: tuple[Id, ...] = ()
    rows: tuple[Id, ...] = ()
    row_steps: tuple[Id, ...] = ()


class PosterFilter(Record):
    actors: tuple[Id, ...] = ()
    variants: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    mark_kinds: tuple[MarkKind, ...] = ()
    barrier_kinds: tuple[BarrierKind, ...] = ()
    lanes: tuple[Id, ...] = ()
    hide: bool = False


class Tiling(Record):
    """How a poster is cut into sheets; without an ``orientation`` they lie as fewer will do.

    ``enlarges``: as large as the sheets allow that its own size takes.
    """

    paper: Text = "A4"
    orientation: Orientation | None = None
    enlarges: bool = False
    overlap: Millimetres = 10.0
    margin: Millimetres = 10.0
    sheets: Count = 0
    repeat_labels: bool = False


class Poster(Record):
    """What the poster is printed on, what it shows and how.

    ``second_language`` stands below the headers; ``background`` is traced on the screen only.
    """

    paper: Text = "A1"
    orientation: Orientation = "landscape"
    fit: Fit | None = None
    reading_distance: Annotated[float, Field(gt=0, le=50)] = 1.5
    colour_by: ColourBy = "role"
    hidden_parts: tuple[PosterPart, ...] = ()
    extra_parts: tuple[PosterExtra, ...] = ()
    second_language: LanguageTag | None = None
    greyscale: bool = False
    ink_saving: bool = False
    filter: PosterFilter | None = None
    tiling: Tiling | None = None
    marks: MarkStyle = "strip"
    background: Picture | None = None

    def shows(self, part: PosterPart | PosterExtra) -> bool:
        """Tell whether a part is shown: most are unless hidden, some on request only."""
        return part in self.extra_parts or (part in POSTER_PARTS and part not in self.hidden_parts)
