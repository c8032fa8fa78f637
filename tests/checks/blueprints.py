"""A small blueprint without a fault, and ways to put one into it."""

from typing import Any

from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Card, Connector, Lane, Mark, Phase, Step

LANES = (
    Lane(id="l-evidence", role="evidence", name="Todisteet"),
    Lane(id="l-customer", role="customer", name="Asiakas"),
    Lane(id="l-front", role="frontstage", name="Näkyvä palvelu"),
    Lane(id="l-back", role="backstage", name="Taustatyö"),
)
PHASES = tuple(Phase(id=f"v{number}", name=f"Vaihe {number}") for number in (1, 2, 3))
STEPS = tuple(Step(id=f"s{number}", phase=f"v{number}") for number in (1, 2, 3))
ACTORS = (
    Actor(id="a-client", name="Asiakas", kind="client"),
    Actor(id="a-worker", name="Ohjaaja", kind="professional"),
    Actor(id="a-office", name="Toimisto", kind="team"),
)


def card(card_id: str, lane: str, step: str, text: str = "Tekee asian", **fields: Any) -> Card:
    return Card(id=card_id, lane=f"l-{lane}", step=step, text=text, **fields)


def link(
    connector_id: str, source: str, target: str, kind: Any = "flow", **fields: Any
) -> Connector:
    return Connector(id=connector_id, source=source, target=target, kind=kind, **fields)


def mark(mark_id: str, target: str, kind: Any, **fields: Any) -> Mark:
    return Mark(id=mark_id, target=target, kind=kind, text="Huomio", **fields)


CARDS = (
    *(card(f"e{n}", "evidence", f"s{n}", f"Lomake {n}") for n in (1, 2, 3)),
    card("c1", "customer", "s1", "Kysyy neuvoa", actors=("a-client",)),
    card("c2", "customer", "s2", "Valitsee palvelun", actors=("a-client",)),
    card("c3", "customer", "s3", "Aloittaa työssä", actors=("a-client",)),
    card("f1", "front", "s1", "Vastaa puheluun", actors=("a-worker",)),
    card("f2", "front", "s2", "Esittelee vaihtoehdot", actors=("a-worker",)),
    card("f3", "front", "s3", "Käy työpaikalla", actors=("a-worker",)),
    card("b1", "back", "s2", "Kirjaa päätöksen", actors=("a-office",)),
)
LINKS = (
    link("k1", "c1", "f1"),
    link("k2", "f1", "c2"),
    link("k3", "c2", "f2"),
    link("k4", "f2", "c3"),
    link("k5", "c3", "f3"),
    link("k6", "b1", "f2", "information"),
    link("k7", "f3", "c2", "return"),
)


def make_blueprint(*, without: tuple[str, ...] = (), **fields: Any) -> Document:
    """Return the blueprint without some records, and with others added to its lists."""
    parts: dict[str, Any] = {
        "actors": ACTORS,
        "lanes": LANES,
        "phases": PHASES,
        "steps": STEPS,
        "cards": CARDS,
        "connectors": LINKS,
    }
    for name, added in fields.items():
        parts[name] = (*parts[name], *added) if name in parts else added
    for name, records in parts.items():
        if isinstance(records, tuple) and records and hasattr(records[0], "id"):
            parts[name] = tuple(record for record in records if record.id not in without)
    return Document(id="d1", title="Polku", language="fi", **parts)


def change(document: Document, record_id: str, **fields: Any) -> Document:
    """Return the document with fields of one of its records set."""
    for name in ("actors", "lanes", "phases", "cards", "connectors", "marks"):
        records = getattr(document, name)
        if any(record.id == record_id for record in records):
            changed = (r.changed(**fields) if r.id == record_id else r for r in records)
            return document.changed(**{name: tuple(changed)})
    raise AssertionError(record_id)
