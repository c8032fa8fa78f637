"""What single workshop sheets hold: cells for notes, clock times, codes, maps."""

from pathlib import Path

import pytest

from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.drawing.drawing import Tag
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES, find_kit
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    AgendaRow,
    Card,
    CausalArrow,
    CausalMap,
    CausalNode,
    Lane,
    Mark,
    Phase,
    PrincipleScore,
    Project,
    SheetQuestions,
    Step,
    Workshop,
)
from blueprint_editor.sheets.kinds import SHEETS
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.storage.format import load_document
from tests.sheets.conftest import SAMPLES
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import list_texts, read_text

EMPTY = Document(id="d1", title="Polku", language="fi")
WITHOUT_LINE = {"W1", "W9", "W17", "W18"} | {
    name for name, spec in SHEETS.items() if spec.papers and not spec.has_questions
}


@pytest.mark.parametrize("language", KIT_LANGUAGES)
def test_names_of_phases_have_room_on_a_path_sheet(
    language: str, make: Make, sample: Document
) -> None:
    assert len(make("W5", sample, language, filling="questions")) == 1


@pytest.mark.parametrize(
    ("paper", "filling", "told"),
    [
        ("A1", "questions", "76 × 76"),
        ("A1", "blank", "76 × 76"),
        ("850x600", "questions", "76 × 76"),
        ("A3", "blank", "38 × 51"),
        ("A3", "questions", "Vain kynälle"),
    ],
)
def test_a_path_sheet_tells_which_notes_its_cells_hold(
    paper: str, filling: str, told: str, make: Make, sample: Document
) -> None:  # fmt: skip
    for document in (EMPTY, sample):
        (page,) = make("W5", document, filling=filling, paper=parse_paper(paper))
        assert told in read_text(page)
    (page,) = make("W5", sample, "sv", filling=filling, paper=parse_paper(paper))
    assert told.replace("Vain kynälle", "Bara för penna") in read_text(page)


def test_a_path_sheet_has_the_lanes_and_phases_of_the_document(
    make: Make, sample: Document
) -> None:  # fmt: skip
    told = read_text(make("W5", sample)[0]).replace("- ", "")
    assert all(phase.name.split()[0][:6] in told for phase in sample.phases)
    assert "E7" in told
    emptied = read_text(make("W5", sample, phases=8)[0])
    assert sample.phases[0].name not in emptied
    assert "E8" in emptied


def test_where_a_persona_starts_stands_whole_on_the_desk_path_sheet(
    make: Make, sample: Document
) -> None:
    first, _ = make("W5", sample, filling="prefilled", paper=parse_paper("A3"))
    assert "selkä ja olkapää vaivaavat." in " ".join(read_text(first).split())


def test_whom_to_ask_and_how_to_reach_them_stand_on_one_page(make: Make) -> None:
    path = next(path for path in SAMPLES if path.name.startswith("tyollistymista"))
    *_, last = (read_text(page) for page in make("client-path", load_document(path)))
    assert "Terveydenhuolto" in last
    assert last.count("Yhteystiedot") == 1


def test_twenty_phases_take_several_pages(make: Make) -> None:
    phases = tuple(Phase(id=f"p{number}", name=f"Vaihe {number}") for number in range(1, 21))
    pages = make("W5", EMPTY.changed(phases=phases))
    assert len(pages) == 3
    assert "Vaihe 20" in read_text(pages[-1])


@pytest.mark.parametrize("name", [name for name, spec in SHEETS.items() if spec.papers])
def test_only_sheets_without_real_names_ask_for_none(name: str, make: Make) -> None:
    document = EMPTY.changed(actors=(Actor(id="a1", name="Neuvonta"),))
    for language in KIT_LANGUAGES:
        line = find_kit(language).no_names
        pages = make(name, document, language)
        has_line = [line in read_text(page) for page in pages]
        if name in WITHOUT_LINE:
            assert not any(has_line)
        elif name == "W10":
            assert has_line == [True, False]
        else:
            assert has_line[0]


def test_the_frame_of_a_session_starts_at_the_time_given(make: Make) -> None:
    plain = read_text(make("W1", EMPTY)[1])
    assert all(time in plain for time in ("9.00", "9.10", "10.30", "11.30"))
    later = read_text(make("W1", EMPTY, start="12.15")[1])
    assert "14.45" in later
    assert "9.00" not in later


def test_an_agenda_is_that_of_the_session(make: Make) -> None:
    rows = (AgendaRow(topic="Aloitus", minutes=20), AgendaRow(topic="Purku", minutes=40))
    session = Workshop(id="w1", name="Paja", number=2, date="2026-03-05", start="13.00",
                       agenda=rows, minutes="Sovittiin jatkosta.")  # fmt: skip
    document = EMPTY.changed(workshops=(session,))
    plan, agenda, minutes = make("W1", document, filling="prefilled", workshop="w1")
    assert "5.3.2026" in read_text(plan)
    assert all(text in read_text(agenda) for text in ("13.00", "13.20", "Purku", "40 min"))
    assert "Sovittiin jatkosta." in read_text(minutes)


def test_network_tells_what_actors_do_and_what_they_tell_each_other(
    make: Make, sample: Document
) -> None:
    _, *pages = make("W10", sample, filling="prefilled")
    told = " ".join(" ".join(map(read_text, pages)).split())
    assert "Vastaa yhteydenottoon ja varaa ajan viikon sisään." in told
    assert "saa: luvan kanssa (Neuvonta)" in told
    assert "kyllä" in told
    assert "saa:" not in " ".join(map(read_text, make("W10", sample)))


def test_cards_to_cut_out_bear_their_codes(make: Make) -> None:
    document = EMPTY.changed(
        actors=(Actor(id="a1", name="Neuvonta", role="ottaa vastaan"),),
        lanes=(Lane(id="l1", role="customer", name="Asiakas"),),
        phases=(Phase(id="p1", name="Alku"),),
        steps=(Step(id="s1", phase="p1"),),
        cards=(Card(id="c1", lane="l1", step="s1", text="Soittaa neuvontaan", actors=("a1",)),),
    )
    blank = " ".join(read_text(page) for page in make("W13", document))
    full = " ".join(read_text(page) for page in make("W13", document, filling="prefilled"))
    assert "1.1" not in blank
    assert "1.1 Asiakas Soittaa neuvontaan" in full
    assert "ottaa vastaan" in full


def test_the_list_of_participants_never_holds_names(make: Make, sample: Document) -> None:
    told = " ".join(read_text(page) for page in make("W17", sample, filling="prefilled"))
    assert not any(actor.name in told for actor in sample.actors)
    assert not any(persona.name in told for persona in sample.personas)


def test_the_list_has_fifteen_rows_on_its_page_and_the_whole_name_of_the_project(
    make: Make,
) -> None:
    name = "Meijän kyvyt käyttöön, Pohjois-Pohjanmaan työkyvyn tuen kehittämishanke 2025–2027"
    statement = "Euroopan unionin osarahoittama. " * 8
    project = Project(name=name, funder="Elinvoimakeskus", funding_statement=statement)
    document = EMPTY.changed(project=project)
    told = read_text(make("W17", document)[0])
    assert name in told
    assert " 15 " in told
    assert name in read_text(make("W15", document)[0])


def test_a_station_has_a_number_that_is_read_from_four_metres(make: Make) -> None:
    pages = make("W8", EMPTY)
    assert len(pages) == len(find_kit("fi").sheets["W8"].questions)
    heights = [box.height for text, box in list_texts(pages[1]) if text == "2"]
    assert max(heights) > 50.0


def test_a_map_of_the_document_is_drawn_and_told(make: Make) -> None:
    nodes = (CausalNode(id="n1", text="Kipu pahenee"), CausalNode(id="n2", text="Uni on huonoa"))
    arrows = (
        CausalArrow(id="a1", source="n1", target="n2", sign="plus"),
        CausalArrow(id="a2", source="n2", target="n1", sign="minus"),
    )
    document = EMPTY.changed(causal_map=CausalMap(nodes=nodes, arrows=arrows))
    (page,) = make("W7", document, filling="prefilled")
    assert "Kipu pahenee" in read_text(page)
    assert list_alts(page.tags) == [
        "Kipu pahenee vahvistaa: Uni on huonoa",
        "Uni on huonoa heikentää: Kipu pahenee",
    ]
    assert "T1 tasapainottava kehä: Kipu pahenee" in read_text(page)
    (blank,) = make("W7", document)
    assert "Kipu pahenee" not in read_text(blank)


def list_alts(tag: Tag) -> list[str]:
    found = [tag.alt] if tag.alt else []
    for child in tag.children:
        if isinstance(child, Tag):
            found += list_alts(child)
    return found


def test_a_language_that_the_kit_has_not_is_spoken_by_the_document_alone(make: Make) -> None:
    own = SheetQuestions(sheet="W2", questions=("Hur mår du?",), language="sv")
    document = EMPTY.changed(language="sv-FI", questions=(own,))
    (page,) = make("W2", document, "sv-FI")
    assert page.language == "sv-FI"
    assert "Hur mår du?" in read_text(page)
    (page,) = make("W2", EMPTY.changed(language="so"), "so")
    assert page.language == "en"
    assert "Persona sheet" in read_text(page)


def test_scores_stand_beside_those_of_the_version_before(make: Make) -> None:
    first = EMPTY.changed(ratings=(PrincipleScore(question=1, score=1),))
    kept = KeepVersion("z", "Paja 1", "2026-02-09T16:00:00+02:00").apply(first)
    now = kept.changed(ratings=(PrincipleScore(question=1, score=3, note="Ohje uusittu"),))
    told = read_text(make("W15", now, filling="prefilled")[0])
    assert "(Paja 1: 1)" in told
    assert "Ohje uusittu" in told
    assert "Paja 1" not in read_text(make("W15", now)[0])


def test_what_has_votes_already_stands_on_the_wall(make: Make) -> None:
    mark = Mark(id="m1", target="p1", kind="idea", text="Takaisinsoitto illalla", votes=7)
    document = EMPTY.changed(phases=(Phase(id="p1", name="Alku"),), marks=(mark,))
    assert "7 ääntä: Takaisinsoitto illalla" in read_text(
        make("W4", document, filling="prefilled")[0]
    )
    assert "Takaisinsoitto" not in read_text(make("W4", document)[0])


def test_quality_criteria_are_listed_with_their_places(make: Make) -> None:
    mark = Mark(id="m1", target="p1", kind="quality_criterion", text="Sama työntekijä", owner="a1")
    document = EMPTY.changed(
        phases=(Phase(id="p1", name="Alku"),), marks=(mark,),
        actors=(Actor(id="a1", name="Neuvonta"),),
    )  # fmt: skip
    told = read_text(make("criteria", document)[0])
    assert "1 · Alku Sama työntekijä Neuvonta" in told
    blank = read_text(make("criteria", EMPTY)[0])
    assert "ei ole vielä merkittyjä laatukriteereitä" in blank
    assert blank.count("osittain") > 5


@pytest.mark.parametrize("name", [f"W{number}" for number in range(1, 18)])
def test_a_sheet_of_the_kit_is_found_in_a_pile_by_its_code(name: str, make: Make) -> None:
    page = make(name, EMPTY)[0]
    (place,) = [box for text, box in list_texts(page) if text == name]
    assert place.x1 > page.width * 0.9
    assert place.y0 < page.height * 0.1


@pytest.mark.parametrize("language", KIT_LANGUAGES)
def test_the_ten_questions_are_on_one_page(language: str, make: Make, sample: Document) -> None:
    assert len(make("W15", sample, language)) == 1


@pytest.mark.parametrize("language", KIT_LANGUAGES)
def test_the_consent_tells_nothing_of_badges(language: str, make: Make) -> None:
    words = find_kit(language).sheets["W18"]
    badges, consent = (read_text(page) for page in make("W18", EMPTY, language))
    note, told = words["badge_note"].split()[:4], words["consent_note"].split()[:4]
    assert " ".join(note) in badges
    assert " ".join(told) in consent
    assert " ".join(note) not in consent
    assert words.instructions == f"{words['badge_note']} {words['consent_note']}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:12])
def test_legend_and_brochure_keep_to_one_page(path: Path, make: Make) -> None:
    document = load_document(path)
    for name in ("W14", "brochure"):
        assert len(make(name, document, filling="prefilled")) == 1
