"""Each persona has a page with all that is known and places for what is not."""

from blueprint_editor.drawing.drawing import Leaf, Tag
from blueprint_editor.model.records import Barrier, Persona, Value, Variant, VariantEmotion
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell

MIRJA = Persona(
    id="p1", name="Mirja", age=49, situation="Pitkä työura", goal="Kevyempi työ",
    quote="Autatteko?",
    barriers=(
        Barrier(id="b1", text="Kipu", kind="person"),
        Barrier(id="b2", text="Bussit", kind="environment"),
    ),
    value=Value(social="Porukka"),
)  # fmt: skip


def test_a_page_tells_all_that_is_known_of_a_persona(make: Make) -> None:
    other = Persona(id="p2", name="Jere")
    document = EMPTY.changed(
        personas=(MIRJA, other), variants=(Variant(id="v1", name="A", persona="p1"),)
    )
    first, second = make("personas", document)
    told = read_text(first)
    for text in (
        "Mirja", "49 vuotta · polku A", "”Autatteko?”", "Pitkä työura", "Kevyempi työ", "Kipu",
        "Bussit", "Porukka", "Sivu 1/1",
    ):  # fmt: skip
        assert text in told
    assert told.count("! puuttuu, täydennä") == 5
    assert read_text(second).count("! puuttuu, täydennä") == 10


def test_faces_tell_how_the_path_feels(make: Make) -> None:
    felt = PATH.cards[0].changed(emotion=-1, emotions=(VariantEmotion(variant="v1", value=2),))
    document = PATH.changed(
        personas=(MIRJA.changed(goal="", situation="x " * 200, barriers=()),),
        variants=(Variant(id="v1", name="A", persona="p1"),),
        cards=(felt, *PATH.cards[1:]),
    )  # fmt: skip
    # What is missing gets less room rather than a page of its own.
    (page,) = make("personas", document)
    assert "Mitä palvelu antaa" in read_text(page)
    assert "Miltä polku tuntuu" in read_text(page)
    assert "hyvä" in list_alternatives(page.tags)


def list_alternatives(tag: Tag | Leaf) -> list[str]:
    if isinstance(tag, Leaf):
        return []
    return [tag.alt, *(alt for child in tag.children for alt in list_alternatives(child))]


def test_a_document_without_personas_says_so(make: Make) -> None:
    assert "ei ole vielä persoonia" in tell(make("personas", EMPTY))


def test_a_long_quote_goes_on_at_the_end(make: Make) -> None:
    quote = " ".join(f"sana{n}" for n in range(300))
    told = tell(make("personas", EMPTY.changed(personas=(MIRJA.changed(quote=quote),))))
    assert all(f"sana{n}" in told.replace("- ", "") for n in range(300))
