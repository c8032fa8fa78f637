"""What somebody hears who has a print read aloud: in order, nothing twice, no page furniture."""

from blueprint_editor.drawing.drawing import Drawing, Leaf, Tag
from blueprint_editor.drawing.primitives import GlyphRun
from blueprint_editor.model.records import Persona, Variant
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.test_prints import PATH


def hear(page: Drawing) -> list[str]:
    """Return what is spoken, one line for each tag that tells anything."""
    texts = {
        (group.key, part.name): " ".join(
            item.text for item in part.primitives if isinstance(item, GlyphRun)
        )
        for group, _, _ in page.placed
        for part in group.parts
    }

    def listen(tag: Tag) -> list[str]:
        own = [texts[kid] for kid in tag.children if isinstance(kid, Leaf)]
        told = [tag.alt or " ".join(own)] if own else []
        return [f"{tag.role}: {words}" for words in told] + [
            line for kid in tag.children if isinstance(kid, Tag) for line in listen(kid)
        ]

    return listen(page.tags)


def test_the_columns_of_a_slide_follow_their_heads(make: Make) -> None:
    heard = hear(make("slides", PATH)[2])
    heads = [number for number, line in enumerate(heard) if line.startswith("H3")]
    assert heads == [1, 3, 6]
    assert heard[2].endswith("1.1 Ottaa yhteyttä")
    assert heard[0] == "H2: 1 Alku", "the foot of a slide is for the eye"


def test_further_pages_go_on_where_the_last_one_ended(make: Make) -> None:
    first, second = make("service-description", PATH)[:2]
    assert hear(first)[0].startswith("H1")
    assert not any("Sivu" in line for line in hear(first))
    assert not hear(second)[0].startswith(("H1", "P: Palvelukuvaus"))


def test_a_fact_is_an_item_with_its_label(make: Make) -> None:
    heard = hear(make("service-description", PATH)[0])
    place = heard.index("Lbl: Nimi")
    assert heard[place + 1] == "LBody: Polku"


def test_a_face_is_heard_after_the_phase_that_it_belongs_to(make: Make) -> None:
    feeling = PATH.cards[0].changed(emotion=-1)
    document = PATH.changed(
        cards=(feeling, *PATH.cards[1:]), personas=(Persona(id="p1", name="Mirja"),),
        variants=(Variant(id="v1", name="Mirja", persona="p1"),),
    )  # fmt: skip
    heard = hear(make("personas", document)[0])
    place = heard.index("Figure: vaikea")
    assert heard[place - 1].endswith("Alku")
    assert sum("Mirja" in line for line in heard) == 2, "the name, and the path of that name"


def test_the_first_column_names_its_row(make: Make) -> None:
    (table,) = [
        tag for tag in make("solutions", PATH)[0].tags.children
        if isinstance(tag, Tag) and tag.role == "Table"
    ]  # fmt: skip
    rows = [tag for tag in table.children if isinstance(tag, Tag)]
    assert [cell.scope for cell in rows[1].children if isinstance(cell, Tag)][:2] == ["Row", ""]


def test_a_phase_and_what_happens_in_it_are_heard_apart(make: Make) -> None:
    heard = hear(make("brochure", PATH)[0])
    place = heard.index("P: Alku")
    assert heard[place + 1] == "P: Soita meille"
