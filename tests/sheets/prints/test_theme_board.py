"""The theme board by theme: needs, ideas, practice and cards; blank with the themes alone."""

from blueprint_editor.model.records import Note, Tag
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.test_prints import PATH, tell

BOARD = PATH.changed(
    tags=(Tag(id="t1", name="Tiedonkulku"),),
    notes=(
        Note(id="n1", kind="need", text="Toistaa asiansa", tags=("t1",), count=3),
        Note(id="n2", kind="idea", text="Yhteinen lupa", tags=("t1",)),
        Note(id="n3", text="Bussi ei kulje"),
    ),
    cards=tuple(c.changed(tags=("t1",)) if c.id == "c2" else c for c in PATH.cards),
)


def test_needs_ideas_and_cards_stand_by_their_theme(make: Make) -> None:
    told = tell(make("theme-board", BOARD))
    for words in (
        "Tiedonkulku", "• Toistaa asiansa (× 3)", "• Yhteinen lupa", "• 1.2 Vastaa",
        "• 1.2 Takaisinsoitto", "• 1.2 Jono venyy", "Lajittelematta", "Ei teemaa",
        "• Bussi ei kulje",
    ):  # fmt: skip
        assert words in told
    blank = tell(make("theme-board", BOARD, filling="blank"))
    assert "Tiedonkulku" in blank
    assert "lupa" not in blank
