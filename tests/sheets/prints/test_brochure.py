"""The brochure fits on a page, says what is missing and loses nothing."""

from blueprint_editor.model.records import Phase, Project, Publication, Step, Value
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell


def test_what_for_whom_steps_value_and_contact_stand_on_one_page(make: Make) -> None:
    document = PATH.changed(
        subtitle="Apua samasta paikasta",
        publication=Publication(summary="Kaikki yhdeltä luukulta", target_group="Työnhakijat"),
        value=Value(functional="Asiat hoituvat", social="Porukka", emotional="Toivo"),
        project=Project(
            organisation="Kunta", contact="08 123", published_url="https://polku.example",
            funding_statement="Rahoittaja: EU",
        ),
    )  # fmt: skip
    (page,) = make("brochure", document)
    told = read_text(page)
    for text in (
        "Apua samasta", "Kaikki yhdeltä", "Työnhakijat", "Alku", "Soita meille", "Asiat hoituvat",
        "Porukka", "Toivo", "08 123", "https://polku.example", "Rahoittaja: EU", "Luonnos",
    ):  # fmt: skip
        assert text in told
    assert "puuttuu" not in told


def test_what_the_subtitle_says_is_said_once(make: Make) -> None:
    begin = "Työpajasarja kuvattuna palveluna:"
    document = PATH.changed(subtitle=f"{begin} lyhyt", description=f"{begin} pitkä")
    (page,) = make("brochure", document)
    assert read_text(page).count("Työpajasarja") == 1


def test_each_gap_is_a_place_to_write(make: Make) -> None:
    (page,) = make("brochure", EMPTY)
    told = read_text(page)
    assert told.count("! ") == 8
    assert "julkaisuosoite" in told


def test_the_clients_own_sentences_are_the_steps(make: Make) -> None:
    document = PATH.changed(client_path=("Soita.", "Tule käymään."))
    told = read_text(make("brochure", document)[0])
    assert "Tule käymään." in told
    assert "Soita meille" not in told


def test_phases_without_room_go_on_at_the_end(make: Make) -> None:
    numbers = range(40)
    document = PATH.changed(
        phases=(*PATH.phases, *(Phase(id=f"x{n}", name=f"Vaihe{n}") for n in numbers)),
        steps=(*PATH.steps, *(Step(id=f"y{n}", phase=f"x{n}") for n in numbers)),
    )
    pages = make("brochure", document)
    assert len(pages) > 1
    assert all(f"Vaihe{n}" in tell(pages) for n in numbers)
