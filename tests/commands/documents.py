"""Documents for the tests of commands: a small fixed one, and random ones with loose ends."""

from types import MappingProxyType

from hypothesis import strategies as st

from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Card,
    CausalArrow,
    CausalMap,
    CausalNode,
    Comment,
    Connector,
    Lane,
    Mark,
    Phase,
    Step,
)

LANES = (
    Lane(id="lane-evidence", role="evidence", name="Palvelutodisteet"),
    Lane(id="lane-emotion", role="emotion", name="Tunnekäyrä", of="lane-customer"),
    Lane(id="lane-customer", role="customer", name="Asiakkaan toiminta"),
    Lane(id="lane-front", role="frontstage", name="Näkyvä palvelu"),
    Lane(id="lane-hidden", role="backstage", name="Taustatyö", hidden=True),
)
CARD_LANES = ("lane-evidence", "lane-customer", "lane-front")
PHASES = (Phase(id="phase-1", name="Alku"), Phase(id="phase-2", name="Loppu"))
STEPS = (
    Step(id="step-1", phase="phase-1"),
    Step(id="step-2", phase="phase-1"),
    Step(id="step-3", phase="phase-2"),
)


def make_document(*cards: Card, **fields: object) -> Document:
    """Return a document with four visible lanes, three steps and the given cards."""
    return Document(
        id="doc",
        title="Polku",
        language="fi",
        lanes=LANES,
        phases=PHASES,
        steps=STEPS,
        cards=cards,
        **fields,
    )


def make_card(card_id: str, lane: str = "lane-customer", step: str = "step-1") -> Card:
    return Card(id=card_id, lane=lane, step=step, text=card_id.upper())


def cell_ids(document: Document, lane: str, step: str) -> list[str]:
    return [card.id for card in document.cards if (card.lane, card.step) == (lane, step)]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document whose records point at each other in every way that deleting must mend."""
    lanes = st.sampled_from([lane.id for lane in LANES if lane.role != "emotion"])
    steps = st.sampled_from([step.id for step in STEPS])
    count = draw(st.integers(1, 8))
    cards = [make_card(f"c{i}", draw(lanes), draw(steps)) for i in range(count)]
    ids = st.sampled_from([card.id for card in cards])
    connectors = [
        Connector(id=f"k{i}", source=source, target=target, kind="flow")
        for i, (source, target) in enumerate(
            draw(st.lists(st.tuples(ids, ids), max_size=6, unique=True))
        )
        if source != target
    ]
    targets = st.sampled_from([*(c.id for c in cards), *(k.id for k in connectors), "step-1"])
    points = [
        Mark(id=f"m{i}", target=target, kind="critical_point", text="!")
        for i, target in enumerate(draw(st.lists(targets, max_size=4)))
    ]
    solutions = [
        Mark(id=f"s{i}", target=draw(ids), kind="solution", solves=point.id)
        for i, point in enumerate(points)
    ]
    comments = [
        Comment(id=f"r{i}", text="Hyvä", target=target)
        for i, target in enumerate(draw(st.lists(targets, max_size=3)))
    ]
    if draw(st.booleans()):
        cards[-1] = cards[-1].changed(origin=(draw(ids),))
    nodes = (
        CausalNode(id="n0", card=draw(ids)),
        CausalNode(id="n1", mark=points[0].id if points else None, text="Syy"),
    )
    return make_document(
        *cards,
        connectors=tuple(connectors),
        marks=(*points, *solutions),
        comments=tuple(comments),
        causal_map=CausalMap(
            nodes=nodes, arrows=(CausalArrow(id="a0", source="n0", target="n1", sign="plus"),)
        ),
        translations=MappingProxyType({"sv": {draw(ids): {"text": "Kort"}}}),
    )
