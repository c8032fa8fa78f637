"""What is written comes back the same, for any document there can be."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings

from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.record import Record
from blueprint_editor.storage.format import dump_document, parse_document
from tests.model.strategies import documents, make_document


@settings(max_examples=80, deadline=None)
@given(documents())
def test_a_document_comes_back_from_its_file(document: Document) -> None:
    assert find_problems(document) == ()
    data = dump_document(document)
    again = parse_document(data)
    assert again == document
    assert dump_document(again) == data


def test_the_random_documents_fill_every_field_of_every_record() -> None:
    filled: set[tuple[type, str]] = set()
    for seed in range(200):
        filled.update(iter_filled(make_document(seed, 0.9, 6)))
    types = {record_type for record_type, _ in filled}
    wanted = {(record_type, name) for record_type in types for name in record_type.model_fields}
    assert len(types) > 40
    assert filled == wanted


def iter_filled(value: Any) -> Iterator[tuple[type, str]]:
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            item = getattr(value, name)
            if field.is_required() or item != field.get_default(call_default_factory=True):
                yield type(value), name
                yield from iter_filled(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from iter_filled(item)
