"""The synthetic documents that the measurements run on are valid and always the same."""

import pytest

from blueprint_editor.model.integrity import find_problems
from tests.benchmarks.generator import make_document


@pytest.mark.parametrize("card_count", [1, 2, 40, 1000])
def test_documents_are_valid(card_count: int) -> None:
    document = make_document(card_count)
    assert len(document.cards) == card_count
    assert list(find_problems(document)) == []


def test_proportions() -> None:
    document = make_document(1000)
    assert len(document.connectors) == 1500
    assert len(document.marks) == 100
    assert {connector.kind for connector in document.connectors} >= {"flow", "handover", "return"}


def test_one_seed_one_document() -> None:
    assert make_document(50, seed=7) == make_document(50, seed=7)
    assert make_document(50, seed=7) != make_document(50, seed=8)


def test_size_beyond_the_format_is_refused() -> None:
    with pytest.raises(ValueError, match="20000"):
        make_document(20_001)
