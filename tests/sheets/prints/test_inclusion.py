"""The self-assessment of inclusion lists the cards of each side's tag, in any language."""

from blueprint_editor.model.inclusion import find_inclusion_tags, list_missing_names
from blueprint_editor.model.records import Tag
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.test_prints import PATH, tell

TAGGED = PATH.changed(
    tags=(
        Tag(id="t1", name="osallisuus:  vaikuttaminen"), Tag(id="t2", name="Inclusion: own life")
    ),
    cards=tuple(c.changed(tags=("t1",)) if c.id == "c2" else c for c in PATH.cards),
)  # fmt: skip


def test_tags_are_found_by_name_and_their_cards_are_listed(make: Make) -> None:
    assert [tag.id if tag else "" for tag in find_inclusion_tags(TAGGED)] == ["t2", "t1", ""]
    assert list_missing_names(TAGGED) == ("Osallisuus: yhteinen hyvä",)
    told = tell(make("inclusion", TAGGED))
    assert "Vaikuttaminen • 1.2 Vastaa" in told
    assert "• 1.2" not in tell(make("inclusion", TAGGED, filling="blank"))
    many = PATH.changed(
        tags=TAGGED.tags,
        cards=tuple(
            PATH.cards[0].changed(id=f"x{n}", text=f"Kortti {n}", tags=("t1",)) for n in range(40)
        ),
    )
    assert "Kortti 39" in tell(make("inclusion", many))
