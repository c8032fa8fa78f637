import random

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.model.derived import DerivedFacts
from tests.sheets.random_documents import Recipe, recipes
from tests.sheets.random_edits import edit_somewhere

FACTS = [name for name in vars(DerivedFacts) if hasattr(vars(DerivedFacts)[name], "attrname")]


@given(recipe=recipes, seed=st.integers(0, 1000))
def test_facts_taken_over_equal_those_found_anew(recipe: Recipe, seed: int) -> None:
    pick = random.Random(seed)
    document = recipe.document()
    facts = DerivedFacts(document)
    for _ in range(8):
        for name in pick.sample(FACTS, pick.randint(0, len(FACTS))):
            getattr(facts, name)
        document = edit_somewhere(document, pick)
        facts = facts.after(document)
        anew = DerivedFacts(document)
        assert all(getattr(facts, name) == getattr(anew, name) for name in facts.__dict__)
    assert all(getattr(facts, name) == getattr(anew, name) for name in FACTS)


def test_a_text_edit_leaves_what_follows_from_places() -> None:
    document = Recipe(seed=1, cards=20, lanes=4, phases=3).document()
    facts = DerivedFacts(document)
    assert facts.card_codes
    first, *rest = document.cards
    later = facts.after(document.changed(cards=(first.changed(text="Toinen"), *rest)))
    assert later.card_codes is facts.card_codes
    assert later.cards[first.id].text == "Toinen"
