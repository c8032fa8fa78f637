"""Slides tell the path in large letters, and what of it is not decided yet."""

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import GlyphRun
from blueprint_editor.layout.theme import PT
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Mark, Phase, Project
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import find_collisions, read_text
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell


def test_each_phase_point_and_question_has_its_place(make: Make) -> None:
    document = PATH.changed(
        marks=(
            *PATH.marks,
            Mark(id="m8", target="c1", kind="question", text="Kuka soittaa?", owner="a1"),
            Mark(id="m9", target="c2", kind="decision", text="Avataanko chat?"),
        ),
        project=Project(contact="hanke@kunta.example", next_review="2027-03-01"),
    )
    title, glance, phase, points, asked, steps = map(read_text, make("slides", document))
    assert "Polku" in title
    assert "1 Alku" in glance.replace("  ", " ")
    for text in ("1.1 Ottaa yhteyttä", "1.2 Vastaa", "kriittinen piste 1", "1.3 Kirjaa"):
        assert text in phase
    for text in ("Takaisinsoitto (Neuvonta)", "Chat", "! vastuutaho puuttuu", "! ratkaisu puuttuu"):
        assert text in points
    assert asked.index("Avataanko chat?") < asked.index("Kuka soittaa?")
    for text in (
        "kriittiseen pisteeseen 2: Tieto katoaa", "vastuutaho ratkaisuille: 1, 3.",
        "Päättäkää avoimet asiat (2 kpl).", "1.3: luovuttaja", "peruste, tapa, aika", "1.3.2027",
        "hanke@kunta.example",
    ):  # fmt: skip
        assert text in steps


def list_runs(page: Drawing) -> list[GlyphRun]:
    return [
        item
        for placed in page.placed
        for part in placed.group.parts
        for item in part.primitives
        if isinstance(item, GlyphRun)
    ]


def test_names_of_phases_are_narrowed_rather_than_divided(make: Make) -> None:
    names = ("Havahtuminen", "Kohtaaminen ja luottamus", "Tilanteen kartoitus", "Kokeileminen",
             "Suunnitelma", "Siirtymä työhön", "Seuranta")  # fmt: skip
    phases = tuple(Phase(id=f"v{n}", name=name) for n, name in enumerate(names))
    document = PATH.changed(phases=(*PATH.phases, *phases))
    glance = make("slides", document)[1]
    runs = list_runs(glance)
    assert "Havahtuminen" in [run.text for run in runs]
    assert not [run.text for run in runs if run.soft_hyphen]


def test_an_empty_document_says_what_is_missing(make: Make) -> None:
    told = tell(make("slides", EMPTY))
    for text in ("ei ole vielä vaiheita", "ei ole merkitty kriittisiä", "! yhteyshenkilö puuttuu"):
        assert text in told


def test_many_cards_go_on_on_further_slides(make: Make) -> None:
    cards = tuple(
        PATH.cards[1].changed(id=f"c{n}", text=f"Tekee asian{n} " + "hyvin " * 12) for n in range(9)
    )
    told = tell(make("slides", PATH.changed(cards=cards, connectors=(), marks=())))
    assert "1 Alku (jatkuu)" in told
    assert all(f"1.{n + 1} Tekee asian{n}" in told for n in range(9))


def test_few_words_are_large_and_all_phases_have_one_size(make: Make) -> None:
    def sizes(page: Drawing) -> set[float]:
        return {run.size for run in list_runs(page) if "Tekee" in run.text}

    def make_cards(words: str) -> Document:
        first, *_ = PATH.cards
        card = first.changed(text=f"Tekee {words}".strip())
        other = card.changed(id="x", step=PATH.steps[-1].id, text="Tekee")
        return PATH.changed(cards=(card, other), connectors=(), marks=())

    few = [sizes(page) for page in make("slides", make_cards("hyvin"))]
    many = [sizes(page) for page in make("slides", make_cards("hyvin " * 100))]
    assert {round(size / PT) for size in set().union(*few)} == {32}
    assert {round(size / PT) for size in set().union(*many)} == {22}


def test_the_warning_below_a_long_card_stays_on_the_slide(make: Make) -> None:
    named = PATH.changed(title="Polku " * 20)
    for words in range(40, 75):
        long = PATH.cards[1].changed(text="sana " * words)
        pages = make("slides", named.changed(cards=(PATH.cards[0], long, PATH.cards[2])))
        assert not any(find_collisions(page) for page in pages)
