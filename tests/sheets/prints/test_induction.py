"""The induction booklet tells one actor's part of a path, whole and with its gaps."""

import pytest

from blueprint_editor.model.records import Abbreviation, Actor, Connector, Link, Phase, Project
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.storage.format import load_document
from tests.sheets.conftest import SAMPLES
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell


def test_it_tells_tasks_ways_handovers_and_gaps(make: Make) -> None:
    told = tell(make("induction", PATH, actor="a1"))
    for text in (
        "Neuvonta", "ottaa vastaan", "! puuttuu, täydennä", "Tehtäviä vaiheessa 1\u00a0Alku.",
        "Vastaa", "puhelin", "Jono venyy", "Takaisinsoitto (Neuvonta)", "Kuka on ennen minua",
        "1.1 Ottaa yhteyttä", "Kuka on minun jälkeeni", "1.3 Kirjaa", "vastuun siirto",
        "Vastuu, jonka otan vastaan", "asiakkaan lupa, suullinen", "Kuittaus",
        "Vastuu, jonka luovutan", "Kohta, jossa asiakas helposti putoaa polulta.",
    ):  # fmt: skip
        assert text in told, text
    assert "Tieto katoaa" not in told


def test_all_who_work_on_the_path_get_one_with_its_own_page_numbers(make: Make) -> None:
    pages = make("induction", PATH)
    told = [read_text(page) for page in pages]
    assert len({page.title for page in pages}) == 2
    assert not any("Perehdytysvihko · Asiakas" in page.title for page in pages)
    firsts = [text for text in told if "Kuka on ennen minua" in text]
    assert len(firsts) == 2
    assert sum("Sivu 1/" in text for text in told) == 2


def test_links_have_numbers_and_abbreviations_that_occur_are_explained(make: Make) -> None:
    card = PATH.cards[1].changed(
        text="Soittaa TYMiin ja TE:hen",
        links=(Link(id="k9", label="Ohje", url="https://ohje.example"),),
    )
    document = PATH.changed(
        cards=(PATH.cards[0], card, PATH.cards[2]),
        project=Project(links=(Link(id="k8", label="Hanke", url="https://hanke.example"),)),
        abbreviations=(
            Abbreviation(short="TE", text="työ ja elinkeino"),
            Abbreviation(short="TYM", text="ei esiinny yksin"),
        ),
    )
    told = tell(make("induction", document, actor="a1"))
    for text in ("[1] Ohje", "https://ohje.example", "[2] Hanke", "työ ja elinkeino"):
        assert text in told
    assert "ei esiinny yksin" not in told


def test_a_team_member_has_the_tasks_of_the_team(make: Make) -> None:
    team = Actor(id="a4", name="Tiimi", kind="team", members=("a1",))
    card = PATH.cards[2].changed(actors=("a4",))
    document = PATH.changed(actors=(*PATH.actors, team), cards=(*PATH.cards[:2], card))
    told = tell(make("induction", document, actor="a1"))
    assert "Kuuluu tiimiin" in told
    assert "Tiimin tehtävä Tiimi" in told


def test_behind_the_client_stands_who_had_the_work_before(make: Make) -> None:
    cards = (
        PATH.cards[1].changed(id="c5", text="Ohjaa"), PATH.cards[0],
        PATH.cards[2].changed(text="Ottaa vastaan"),
    )  # fmt: skip
    connectors = (
        Connector(id="k1", source="c5", target="c1", kind="flow"),
        Connector(id="k2", source="c1", target="c3", kind="flow"),
    )
    document = PATH.changed(cards=cards, connectors=connectors, marks=())
    assert "Asiakas (sitä ennen Neuvonta)" in tell(make("induction", document, actor="a2"))
    assert "Asiakas (sen jälkeen Arkisto)" in tell(make("induction", document, actor="a1"))


def test_nothing_to_tell_is_said_so(make: Make) -> None:
    assert "ei ole merkitty toimijoita" in tell(make("induction", EMPTY))
    idle = EMPTY.changed(actors=(Actor(id="a1", name="Uusi"),), phases=(Phase(id="p1", name="A"),))
    assert "ei ole merkitty tehtäviä" in tell(make("induction", idle))
    with pytest.raises(SheetError, match='unknown actor "zz"'):
        make("induction", PATH, actor="zz")


def test_the_outline_leads_to_each_booklet_and_its_parts(make: Make) -> None:
    pages = make("induction", PATH)
    marks = [(mark.level, mark.title) for page in pages for mark in page.bookmarks]
    booklets = [title for level, title in marks if level == 0]
    assert booklets == ["Perehdytysvihko · Neuvonta", "Perehdytysvihko · Arkisto"]
    assert marks[1:3] == [(1, "Polku yhdellä silmäyksellä"), (1, "Tehtäväni vaihe vaiheelta")]


def test_two_actors_of_one_name_have_booklets_of_their_own(make: Make) -> None:
    twin = PATH.actors[1].changed(name="Neuvonta")
    document = PATH.changed(actors=(PATH.actors[0], twin, PATH.actors[2]))
    told = [read_text(page) for page in make("induction", document)]
    assert sum("Sivu 1/" in text for text in told) == 2


def test_a_row_at_the_foot_of_a_page_is_not_cut_for_want_of_a_line(make: Make) -> None:
    path = next(path for path in SAMPLES if path.name.startswith("tyohonvalmennus"))
    pages = make("induction", load_document(path), actor="a-tyohonvalmentaja")
    assert "Jatkoa" not in tell(pages)


def test_a_heading_stands_above_what_it_heads(make: Make) -> None:
    path = next(path for path in SAMPLES if path.name.startswith("kuntouttava"))
    told = [read_text(page) for page in make("induction", load_document(path))]
    assert all("https://" in text for text in told if "Linkit" in text)
    assert not any("Sanasto" in text and len(text) < 300 for text in told)
