"""Random blueprints for layout: any shape that the format allows, valid by construction."""

import random
from typing import NamedTuple

from hypothesis import strategies as st

from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import CONNECTOR_KINDS, MARK_KINDS, POSTER_EXTRAS, ROLES
from blueprint_editor.model.records import (
    Actor,
    Barrier,
    Card,
    Connector,
    Duration,
    Lane,
    Link,
    Mark,
    Persona,
    Phase,
    Poster,
    Responsibility,
    Step,
    Tag,
    Value,
    Variant,
)

WORDS = (
    "asiakas", "palvelutarve", "vastuutyöntekijä", "ja", "kuntouttava työtoiminta", "tavoite",
    "on", "oma", "monialainen", "työllistymissuunnitelma", "hyvinvointialue", "soittaa",
    "3–24 kk", "27 d §", "a", "https://example.org/hyvin/pitka/osoite/joka-jatkuu",
    "kokemusasiantuntija",
)  # fmt: skip


def make_document(seed: int, cards: int, lanes: int, phases: int) -> Document:
    """Return a document with up to ``cards`` cards; equal arguments give equal documents."""
    pick = random.Random(seed)
    lane_records = [_lane(pick, i) for i in range(lanes)]
    phase_records = [Phase(id=f"v{i}", name=_text(pick, 3)) for i in range(phases)]
    steps = [
        Step(
            id=f"s{i}-{j}",
            phase=phase.id,
            name=_text(pick, 2) if pick.random() < 0.3 else "",
            width=pick.choice((1.0, 1.0, 1.5, 0.75)),
        )
        for i, phase in enumerate(phase_records)
        for j in range(pick.choice((0, 1, 1, 2, 4)))
    ]
    actors = tuple(Actor(id=f"a{i}", name=_text(pick, 2)) for i in range(3))
    variants = (Variant(id="x1", name="A"), Variant(id="x2", name="B"))
    records: list[Card] = []
    if steps and lane_records:
        crowded = (pick.choice(lane_records).id, pick.choice(steps).id)
        for i in range(cards):
            lane, step = pick.choice(lane_records).id, pick.choice(steps).id
            if i < 12 and pick.random() < 0.5:
                lane, step = crowded
            records.append(_card(pick, i, lane, step))
    connectors = tuple(
        Connector(
            id=f"k{i}",
            source=a.id,
            target=b.id,
            kind=pick.choice(CONNECTOR_KINDS),
            label=_text(pick, 3) if pick.random() < 0.3 else "",
        )
        for i in range(int(len(records) * 1.2))
        for a, b in (pick.sample(records, 2) if len(records) > 1 else (records[0], records[0]),)
        if a is not b
    )
    marks = tuple(
        Mark(id=f"m{i}", target=pick.choice(records).id, kind=pick.choice(MARK_KINDS),
             text=_text(pick, 8))
        for i in range(len(records) // 3)
    )  # fmt: skip
    bands: tuple[Responsibility, ...] = ()
    if steps:
        bands = (
            Responsibility(
                id="r0", actor="a0", first_step=steps[0].id, last_step=steps[-1].id, text="Kaikki"
            ),
        )
    return Document(
        id="random",
        title=_text(pick, 6),
        language=pick.choice(("fi", "sv", "en", "ar")),
        actors=actors,
        variants=variants,
        lanes=tuple(lane_records),
        phases=tuple(phase_records),
        steps=tuple(steps),
        cards=tuple(records),
        connectors=connectors,
        marks=marks,
        responsibilities=bands,
        personas=tuple(_persona(pick, number) for number in range(pick.choice((0, 0, 1, 2, 5)))),
        tags=(Tag(id="t0", name=_text(pick, 2)), Tag(id="t1", name="Kiire", colour="#FFD400")),
        translations={"sv": _translate(pick, *lane_records, *phase_records, *steps)},
        poster=Poster(
            marks=pick.choice(("strip", "strip", "list")),
            second_language=pick.choice((None, "sv")),
            ink_saving=pick.random() < 0.2,
            extra_parts=tuple(part for part in POSTER_EXTRAS if pick.random() < 0.3),
            colour_by=pick.choice(("role", "role", "actor", "variant", "tag")),
        ),
    )


def _persona(pick: random.Random, number: int) -> Persona:
    return Persona(
        id=f"p{number}",
        name=_text(pick, 1),
        age=pick.choice((None, 7, 44)),
        quote=_text(pick, pick.choice((0, 12))),
        situation=_text(pick, pick.choice((0, 20))),
        goal=_text(pick, pick.choice((0, 6))),
        barriers=(Barrier(id=f"b{number}", text=_text(pick, 2), kind="environment"),),
        value=pick.choice((None, Value(functional=_text(pick, 5), emotional=_text(pick, 3)))),
    )


def _translate(pick: random.Random, *headers: Lane | Phase | Step) -> dict[str, dict[str, str]]:
    """Return names for some of the headers in another language."""
    return {h.id: {"name": _text(pick, 3)} for h in headers if pick.random() < 0.4}


def _lane(pick: random.Random, index: int) -> Lane:
    return Lane(
        id=f"l{index}",
        role=pick.choice(ROLES),
        name=_text(pick, 2),
        hint=_text(pick, 4) if pick.random() < 0.5 else "",
        hidden=pick.random() < 0.1,
    )


def _card(pick: random.Random, index: int, lane: str, step: str) -> Card:
    return Card(
        id=f"c{index}",
        lane=lane,
        step=step,
        text=_text(pick, pick.choice((0, 1, 6, 12, 30))),
        actors=tuple(pick.sample(("a0", "a1", "a2"), pick.choice((0, 0, 1, 3)))),
        variants=pick.choice(((), (), ("x1",), ("x2",), ("x1", "x2"))),
        emotion=pick.choice((None, -2, 0, 2)),
        tags=pick.choice(((), (), ("t0",), ("t1", "t0"))),
        duration=pick.choice((None, None, None, Duration(min=2, unit="weeks"))),
        certainty=pick.choice((None, None, "assumed")),
        links=(Link(id=f"u{index}", url="https://example.org/x", label="Lue lisää"),)
        if pick.random() < 0.2
        else (),
    )


def _text(pick: random.Random, words: int) -> str:
    return " ".join(pick.choice(WORDS) for _ in range(words))


class Recipe(NamedTuple):
    """What a random document is made from; short to read where a test fails."""

    seed: int
    cards: int
    lanes: int
    phases: int

    def document(self) -> Document:
        return make_document(*self)


recipes = st.builds(
    Recipe,
    seed=st.integers(0, 10_000),
    cards=st.sampled_from((0, 1, 5, 20, 60)),
    lanes=st.integers(0, 8),
    phases=st.integers(0, 6),
)
