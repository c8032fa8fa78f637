"""Documents whose every text can be told from every other, and which of them should go out."""

from collections.abc import Iterator
from typing import Any

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Abbreviation,
    Actor,
    Card,
    CausalArrow,
    CausalMap,
    CausalNode,
    Connector,
    Duration,
    Handover,
    Lane,
    Link,
    Mark,
    Persona,
    Phase,
    Poster,
    Project,
    Rating,
    Responsibility,
    Source,
    Step,
    Tag,
    Value,
    Variant,
)
from blueprint_editor.model.references import iter_record_lists
from blueprint_editor.model.texts import iter_texts
from blueprint_editor.model.translated import translate

WORKING_PAPERS = ("notes", "comments", "workshops", "ratings", "questions", "publication")
"""Fields of a document that no sheet shows."""


def iter_records(document: Document) -> Iterator[Any]:
    """Yield every record that bears an id, the document first."""
    for noun, _, records in iter_record_lists(document):
        if noun not in {"snapshot", "asset"}:
            yield from records


def make_distinct(document: Document) -> Document:
    """Return the document with a sign of its own after every text, and no part held back."""
    numbers = iter(range(10_000))
    table = {
        record.id: {path: f"{text} q{next(numbers)}z" for path, text in iter_texts(record)}
        for record in iter_records(document)
    }
    bare = document.changed(translations={"xx": table}, poster=Poster(), snapshots=())
    return translate(bare, "xx").model_copy(update={"language": document.language})


def iter_expected(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of every text that should stand in a text output."""
    told = _find_told(document)
    for record in iter_records(document):
        if record.id not in told:
            continue
        for path, text in iter_texts(record):
            if text.strip() and not _is_left_out(record, path):
                yield f"{type(record).__name__} {record.id} {path}", text


def _find_told(document: Document) -> set[str]:
    facts = DerivedFacts(document)
    cards = [card for card in document.cards if card.id in facts.visible_cards]
    connectors = [c for c in document.connectors if {c.source, c.target} <= facts.visible_cards]
    told = {document.id, *facts.visible_cards, *(lane.id for lane in facts.lanes)}
    told |= {connector.id for connector in connectors}
    told |= {link.id for card in cards for link in card.links}
    told |= {barrier.id for persona in document.personas for barrier in persona.barriers}
    if document.project is not None:
        told |= {link.id for link in document.project.links}
    for name in ("actors", "personas", "variants", "phases", "steps", "responsibilities"):
        told |= {record.id for record in getattr(document, name)}
    told |= {source.id for source in document.sources}
    told |= {node.id for node in document.causal_map.nodes} if document.causal_map else set()
    told |= {tag for card in cards for tag in card.tags}
    sources = {connector.id for connector in document.connectors if connector.source in told}
    hung = told | sources
    return told | {mark.id for mark in document.marks if mark.target in hung}


def _is_left_out(record: Any, path: str) -> bool:
    name, _, rest = path.partition(".")
    if name == "note":
        return True  # what people write for themselves
    if isinstance(record, Document):
        return name in WORKING_PAPERS
    # A duration in words stands for its numbers; the rest of what is not text has no words.
    if isinstance(record, Connector) and name == "handover":
        return rest not in Handover.model_fields
    return False


FULL = Document(
    id="koko",
    title="Koko <polku> & muuta",
    language="fi",
    subtitle="Kaikki kentät täynnä",
    description="Ensimmäinen rivi.\nToinen rivi: *tähti*, [hakanen](osoite), #risu.",
    state="future",
    status="reviewed",
    version="2",
    changed_on="2026-11-22",
    project=Project(
        name="Hanke", organisation="Järjestö ry", owner="hanketiimi", next_review="2027-03-01",
        contact="maija@example.org", checked_on="2026-10-01", valid_until="2027-12-31",
        published_url="https://example.org/polku", funding_statement="EU tuki hanketta.",
        disclaimer="Ei virallinen ohje.",
        links=(Link(id="u0", label="Idean lähde", url="https://example.org/ä(1)ö"),),
    ),
    value=Value(functional="Asia hoituu", social="Ei jää yksin", emotional="Huoli helpottaa"),
    actors=(
        Actor(id="a1", name="Asiakas", short="AS", kind="client"),
        Actor(id="a2", name="Ohjaaja", role="ohjaa", kind="professional", contact="040 123 4567",
              organisation="Kunta", link="https://kunta.example", note="uusi nimi"),
        Actor(id="a3", name="Tiimi", kind="team", members=("a1", "a2")),
    ),
    personas=(
        Persona(id="p1", name="Aino", age=24, situation="Etsii työtä.", quote="En tiedä.",
                value=Value(social="Ystäviä")),
    ),
    variants=(
        Variant(id="x1", name="Aino", short="A", persona="p1", colour="#8A4B00"),
        Variant(id="x2", name="Lyhyt polku", short="B"),
    ),
    lanes=(
        Lane(id="l0", role="emotion", name="Tunnekäyrä", of="l1"),
        Lane(id="l1", role="customer", name="Asiakkaan toiminta", hint="mitä tekee", actor="a1"),
        Lane(id="l2", role="frontstage", name="Näkyvä palvelu", note="myös etänä"),
        Lane(id="l3", role="backstage", name="Taustatyö"),
        Lane(id="l4", role="support", name="Piilossa", hidden=True),
    ),
    phases=(
        Phase(id="v1", name="Alku", note="vaiheen huomio", link="https://example.org/alku",
              duration=Duration(min=3, max=24, unit="months")),
        Phase(id="v2", name="Loppu"),
        Phase(id="v3", name="Tyhjä"),
    ),
    steps=(
        Step(id="s1", phase="v1", name="Tutustuminen", repeats="3 kk välein"),
        Step(id="s2", phase="v1", duration=Duration(text="hetki")),
        Step(id="s3", phase="v2", duration=Duration(max=2, unit="weeks")),
    ),
    tags=(Tag(id="t1", name="digi"),),
    sources=(
        Source(id="o1", title="Raportti", year=2021, publisher="THL", url="https://thl.example"),
    ),
    cards=(
        Card(id="c1", lane="l1", step="s1", text="Soittaa neuvontaan", emotion=-2,
             links=(Link(id="u1", label="Neuvonta", url="tel:+358401234567"),)),
        Card(id="c2", lane="l2", step="s1", text="Vastaa ja varaa ajan", actors=("a2", "a3"),
             channel="phone", duration=Duration(max=2, unit="days"), certainty="assumed",
             plain_text="Sinulle vastataan.", note="sovittu 2025", legal_basis="27 §",
             sources=("o1",), tags=("t1",), votes=3, rating=Rating(before=2, after=4)),
        Card(id="c3", lane="l1", step="s2", text="Welcomes you", language="en", emotion=1,
             variants=("x1",)),
        Card(id="c4", lane="l3", step="s3", text="Kirjaa asian"),
        Card(id="c5", lane="l4", step="s3", text="Salainen kortti"),
    ),
    connectors=(
        Connector(id="k1", source="c1", target="c2", kind="flow"),
        Connector(
            id="k2", source="c2", target="c4", kind="handover", label="H1", variants=("x1",),
            handover=Handover(giver="a2", receiver="a3", information="tiedot", basis="permission",
                              basis_text="kirjallinen", method="puhelu", time="heti",
                              confirmation="kuittaus"),
        ),
        Connector(id="k3", source="c2", target="c5", kind="information", label="piiloon"),
    ),
    marks=(
        Mark(id="m1", target="c1", kind="critical_point", text="Ei uskalla soittaa"),
        Mark(id="m2", target="c2", kind="solution", text="Takaisinsoitto", solves="m1",
             owner="a2", votes=5),
        Mark(id="m3", target="k2", kind="transition", text="Vastuu vaihtuu"),
        Mark(id="m4", target="v1", kind="wait", duration=Duration(text="viikkoja")),
        Mark(id="m5", target="s2", kind="barrier", text="Kiire", barrier_kind="environment"),
    ),
    responsibilities=(
        Responsibility(id="r1", actor="a2", first_step="s1", last_step="s3", text="Kulkee mukana"),
    ),
    abbreviations=(Abbreviation(short="SHL", text="sosiaalihuoltolaki"),),
    client_path=("Soita meille.", "Sovitaan aika."),
    causal_map=CausalMap(
        nodes=(
            CausalNode(id="y1", text="Pitkä odotus"), CausalNode(id="y2", mark="m1"),
            CausalNode(id="y3", card="c5"),
        ),
        arrows=(
            CausalArrow(id="y4", source="y1", target="y2", sign="plus"),
            CausalArrow(id="y5", source="y2", target="y1", sign="minus"),
            CausalArrow(id="y6", source="y3", target="y1", sign="plus"),
        ),
    ),
)  # fmt: skip
"""A document with something in every field that goes out."""
