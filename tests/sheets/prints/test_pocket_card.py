"""The pocket card tells one actor what it gets and does, and whom to call."""

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.records import Actor
from blueprint_editor.sheets.paper import parse_paper
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import list_texts, read_text
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell

FIRM = Actor(id="a4", name="Pajapuoti", kind="employer")
CARD = PATH.cards[2].changed(actors=("a4",), plain_text="Antaa työtä")
WITH_FIRM = PATH.changed(actors=(*PATH.actors, FIRM), cards=(*PATH.cards[:2], CARD))


def test_an_employer_has_a_card_with_two_sides(make: Make) -> None:
    front, back = make("pocket-card", WITH_FIRM)
    assert "Pajapuoti" in read_text(front)
    assert "Neuvonta: Vastaa" in read_text(front)
    for text in ("1. Antaa työtä", "Kenelle soitat", "neuvonta@kunta.example"):
        assert text in read_text(back)


def test_folded_it_is_one_sheet_and_anybody_can_have_one(make: Make) -> None:
    (page,) = make("pocket-card", PATH, actor="a2", paper=parse_paper("A4"))
    assert (page.width, page.height) == (297.0, 210.0)
    for text in ("Arkisto", "1. Kirjaa", "Neuvonta: Vastaa"):
        assert text in read_text(page)


def test_without_employers_all_who_work_have_one_with_their_gaps(make: Make) -> None:
    pages = make("pocket-card", PATH)
    assert len(pages) == 4
    assert "! yhdysviivoja ei ole piirretty" in tell(pages).replace("- ", "")
    assert "ei ole merkitty toimijoita" in tell(make("pocket-card", EMPTY))


def test_tasks_without_room_go_on_at_the_end(make: Make) -> None:
    cards = tuple(CARD.changed(id=f"c{n}", plain_text=f"Tekee asian{n} " * 5) for n in range(20))
    told = tell(make("pocket-card", WITH_FIRM.changed(cards=cards, connectors=(), marks=())))
    assert all(f"asian{n} " in told for n in range(20))


def test_few_tasks_stand_in_larger_letters_than_many(make: Make) -> None:
    def make_back(count: int) -> Drawing:
        cards = tuple(CARD.changed(id=f"c{n}", plain_text=f"Tekee asian {n}") for n in range(count))
        return make("pocket-card", WITH_FIRM.changed(cards=cards, connectors=(), marks=()))[1]

    heights = [
        next(box.height for text, box in list_texts(make_back(count)) if text == "1.")
        for count in (2, 12)
    ]
    assert heights[0] > heights[1] * 1.2
