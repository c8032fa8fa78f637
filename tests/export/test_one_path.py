"""One path alone: what belongs to others goes, what belongs to all stays."""

import pytest
from hypothesis import given

from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.one_path import choose_path
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Persona, VariantEmotion
from tests.export.twin.documents import FULL
from tests.model.strategies import documents


@pytest.mark.parametrize("wanted", ["x2", "B", "b", "lyhyt polku"])
def test_a_path_by_id_sign_or_name(wanted: str) -> None:
    found = choose_path(FULL, wanted)
    assert [variant.id for variant in found.variants] == ["x2"]
    assert [card.id for card in found.cards] == ["c1", "c2", "c4", "c5"]
    assert [connector.id for connector in found.connectors] == ["k1", "k3"]
    assert found.personas == ()


def test_feelings_are_those_of_the_path() -> None:
    feelings = (VariantEmotion(variant="x1", value=2), VariantEmotion(variant="x2", value=-2))
    document = FULL.changed(
        personas=(*FULL.personas, Persona(id="p2", name="Muu")),
        cards=tuple(card.changed(emotions=feelings) for card in FULL.cards),
    )
    found = choose_path(document, "x1")
    assert {(card.emotion, card.emotions) for card in found.cards} == {(2, ())}
    assert [persona.id for persona in found.personas] == ["p1", "p2"]


def test_an_unknown_path() -> None:
    with pytest.raises(ExportError, match=r'no path "C" \(one of: A, B\)'):
        choose_path(FULL, "C")
    with pytest.raises(ExportError, match=r'no path "C" \(one of: none\)'):
        choose_path(Document(id="d", title="", language="fi"), "C")


@given(document=documents())
def test_each_path_of_any_document_is_a_sound_document(document: Document) -> None:
    for variant in document.variants:
        found = choose_path(document, variant.id)
        assert find_problems(found) == ()
        assert [kept.id for kept in found.variants] == [variant.id]
