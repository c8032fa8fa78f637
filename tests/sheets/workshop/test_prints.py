"""The lists and the client's path hold all that they are to hold, and nothing else."""

from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import GlyphRun
from blueprint_editor.layout.theme import PT
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    Card,
    Connector,
    Handover,
    Lane,
    Mark,
    Persona,
    Phase,
    Step,
)
from blueprint_editor.sheets.kinds import SHEETS
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import find_collisions, list_texts, read_text
from tests.sheets.workshop.test_sheets import LONG

PRINTS = ("handovers", "solutions", "client-path", "causal-map")
ALL_PRINTS = [name for name, s in SHEETS.items() if s.papers and not s.has_questions]
EMPTY = Document(id="d1", title="Polku", language="fi")
PATH = EMPTY.changed(
    actors=(
        Actor(id="a1", name="Neuvonta", role="ottaa vastaan", contact="neuvonta@kunta.example"),
        Actor(id="a2", name="Arkisto", contact="arkisto@kunta.example"),
        Actor(id="a3", name="Asiakas", kind="client"),
    ),
    lanes=(
        Lane(id="l1", role="customer", name="Asiakas", actor="a3"),
        Lane(id="l2", role="frontstage", name="Palvelu", actor="a1"),
        Lane(id="l3", role="backstage", name="Taustatyö", actor="a2"),
    ),
    phases=(Phase(id="p1", name="Alku"),),
    steps=(Step(id="s1", phase="p1"),),
    cards=(
        Card(id="c1", lane="l1", step="s1", text="Ottaa yhteyttä", plain_text="Soita meille"),
        Card(id="c2", lane="l2", step="s1", text="Vastaa", actors=("a1",), channel="phone"),
        Card(id="c3", lane="l3", step="s1", text="Kirjaa", actors=("a2",)),
    ),
    connectors=(
        Connector(id="k1", source="c2", target="c3", kind="handover"),
        Connector(
            id="k2", source="c1", target="c2", kind="flow",
            handover=Handover(
                giver="a3", receiver="a1", information="Toive", basis="permission",
                basis_text="suullinen", method="Soitto", time="Heti", confirmation="Kuittaus",
            ),
        ),
        Connector(id="k3", source="c1", target="c3", kind="flow", label="sivupolku"),
    ),
    marks=(
        Mark(id="m1", target="c2", kind="critical_point", text="Jono venyy"),
        Mark(id="m2", target="c2", kind="solution", text="Takaisinsoitto", solves="m1", owner="a1"),
        Mark(id="m3", target="c2", kind="solution", text="Chat", solves="m1"),
        Mark(id="m4", target="c3", kind="critical_point", text="Tieto katoaa"),
        Mark(id="m5", target="c3", kind="solution", text="Opas"),
    ),
)  # fmt: skip


def tell(pages: tuple[Drawing, ...]) -> str:
    return " ".join(read_text(page) for page in pages)


def test_each_handover_is_listed_with_its_gaps_in_words_and_a_sign(make: Make) -> None:
    told = tell(make("handovers", PATH))
    for text in (
        "1.1 Ottaa", "Toive", "asiakkaan lupa,", "suullinen", "Soitto", "Heti", "Kuittaus",
        "Ei puutteita", "Neuvonta – 1.2", "! – 1.3 Kirjaa", "puhelin",
        "! vastaanottaja,", "peruste,", "aika",
    ):  # fmt: skip
        assert text in told
    assert "sivupolku" not in told


def test_each_critical_point_stands_with_all_its_solutions(make: Make) -> None:
    (page,) = make("solutions", PATH)
    told = read_text(page)
    for text in ("Takaisinsoitto", "Neuvonta", "Chat", "! vastuutaho", "Opas", "! ratkaisu,"):
        assert text in told
    assert told.count("1 · 1.2") == told.count("Jono venyy") == 2
    assert told.count("2 · 1.3") == told.count("Tieto katoaa") == 1


def test_the_clients_path_tells_nothing_from_behind_the_line_of_visibility(make: Make) -> None:
    pages = make("client-path", PATH)
    told = tell(pages)
    for text in ("1 Soita meille", "Alku", "Neuvonta", "ottaa vastaan", "neuvonta@kunta.example"):
        assert text in told
    for text in ("Ottaa yhteyttä", "Kirjaa", "Arkisto", "arkisto@", "Vastaa", "Jono", "Asiakas"):
        assert text not in told
    for page in pages:
        for group, _, _ in page.placed:
            for part in group.parts:
                for item in part.primitives:
                    assert not isinstance(item, GlyphRun) or item.size / PT >= 14.0


@pytest.mark.parametrize("name", PRINTS)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_document_without_anything_to_list_says_so(name: str, language: str, make: Make) -> None:
    starts = {
        "fi": ("Polulla ei ole",),
        "sv": ("Inga ", "Stigen har ing"),
        "en": ("No ", "The path has no"),
    }[language]
    (page,) = make(name, EMPTY, language)
    assert any(text.startswith(starts) for text, _ in list_texts(page))


@st.composite
def long_paths(draw: Any) -> Document:
    text = partial(draw, LONG)
    count = draw(st.integers(1, 12))
    cards = tuple(
        Card(id=f"c{n}", lane=f"l{n % 3 + 1}", step="s1", text=text(), actors=("a1",))
        for n in range(count)
    )
    return PATH.changed(
        title=text(),
        personas=(Persona(id="pe1", name=text(), situation=text() * 4, quote=text()),),
        actors=tuple(
            actor.changed(name=text(), role=text() * 3, contact=text()) for actor in PATH.actors
        ),
        cards=cards,
        connectors=tuple(
            Connector(
                id=f"k{n}", source=f"c{n}", target=f"c{(n + 1) % count}", kind="handover",
                handover=Handover(receiver="a2", information=text() * 3, time=text()),
            )
            for n in range(count if count > 1 else 0)
        ),
        marks=tuple(
            Mark(id=f"m{n}", target=f"c{n}", kind="critical_point", text=text() * 2)
            for n in range(count)
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [*PRINTS, "induction", "slides", "service-description", "personas", "brochure", "pocket-card"],
)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=long_paths())
def test_long_texts_go_on_over_pages_and_nothing_is_in_the_way(
    name: str, document: Document, make: Make
) -> None:
    for page in make(name, document):
        assert find_collisions(page) == []


@pytest.mark.parametrize("name", ALL_PRINTS)
def test_cards_without_words_leave_nothing_in_the_way(name: str, make: Make) -> None:
    empty = tuple(card.changed(text=" ", plain_text="") for card in PATH.cards)
    more = tuple(card.changed(id=f"{card.id}x") for card in empty)
    for page in make(name, PATH.changed(cards=(*empty, *more))):
        assert find_collisions(page) == []


def test_forty_steps_are_all_told_in_order(make: Make) -> None:
    cards = tuple(
        Card(id=f"c{n}", lane="l1", step="s1", text=f"Tekee asian{n} " + "hyvin " * 12)
        for n in range(40)
    )
    told = tell(make("client-path", PATH.changed(cards=cards, connectors=(), marks=())))
    places = [told.index(f"{n + 1} Tekee asian{n} ") for n in range(40)]
    assert places == sorted(places)
