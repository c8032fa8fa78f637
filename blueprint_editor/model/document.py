"""The document record: everything that one file holds."""

from types import MappingProxyType

from pydantic import Field

from blueprint_editor.model.acceptance import AcceptedFinding
from blueprint_editor.model.kinds import ClientWord, DocumentState, DocumentStatus
from blueprint_editor.model.record import (
    Date,
    Id,
    LanguageTag,
    Moment,
    Record,
    Text,
    TranslationTable,
)
from blueprint_editor.model.records import (
    Abbreviation,
    Actor,
    Asset,
    Base,
    Card,
    CausalMap,
    Comment,
    Connector,
    Lane,
    Mark,
    Note,
    Persona,
    Phase,
    Poster,
    PrincipleScore,
    Project,
    Publication,
    Responsibility,
    SheetQuestions,
    Source,
    Step,
    Tag,
    Value,
    Variant,
    Workshop,
)


class DocumentContent(Record):
    """A document without its snapshots and images: what a snapshot keeps."""

    id: Id
    title: Text
    language: LanguageTag
    subtitle: Text = ""
    description: Text = ""
    state: DocumentState = "current"
    status: DocumentStatus = "draft"
    client_word: ClientWord = "client"
    version: Text = ""
    changed_on: Date | None = None
    project: Project | None = None
    value: Value | None = None
    actors: tuple[Actor, ...] = ()
    personas: tuple[Persona, ...] = ()
    variants: tuple[Variant, ...] = ()
    lanes: tuple[Lane, ...] = Field(default=(), max_length=200)
    phases: tuple[Phase, ...] = Field(default=(), max_length=2_000)
    steps: tuple[Step, ...] = Field(default=(), max_length=2_000)
    cards: tuple[Card, ...] = Field(default=(), max_length=20_000)
    connectors: tuple[Connector, ...] = Field(default=(), max_length=100_000)
    marks: tuple[Mark, ...] = Field(default=(), max_length=100_000)
    responsibilities: tuple[Responsibility, ...] = ()
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
    sources: tuple[Source, ...] = ()
    tags: tuple[Tag, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    questions: tuple[SheetQuestions, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    ratings: tuple[PrincipleScore, ...] = ()
    client_path: tuple[Text, ...] = ()
    publication: Publication | None = None
    causal_map: CausalMap | None = None
    base: Base | None = None
    checks_off: tuple[Id, ...] = ()
    checks_accepted: tuple[AcceptedFinding, ...] = ()
    translations: TranslationTable = Field(default_factory=lambda: MappingProxyType({}))
    poster: Poster = Poster()


class Snapshot(Record):
    """A named version of the document, kept inside it."""

    id: Id
    name: Text
    at: Moment
    document: DocumentContent


class Document(DocumentContent):
    """One service blueprint with its snapshots and images."""

    snapshots: tuple[Snapshot, ...] = ()
    assets: tuple[Asset, ...] = ()
