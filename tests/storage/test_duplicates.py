"""Keys that stand twice are found however the text is written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.storage.duplicates import has_duplicate_keys
from blueprint_editor.storage.format import Envelope, dump_document
from tests.model.strategies import make_document

START = '{"format": "service-blueprint", "format_version": 1, "document": '


def is_doubled(document: str) -> bool:
    data = f"{START}{document}}}".encode()
    return has_duplicate_keys(data, Envelope.model_validate_json(data))


@pytest.mark.parametrize(
    "document",
    [
        '{"id": "d", "title": "T", "language": "fi"}',
        '{"id" : "d", "title"\n: "T", "language"\t:"fi"}',
        r'{"id": "d", "title": "sanoi \": ja \" : näin", "language": "fi"}',
        r'{"id": "d", "title": "\\", "subtitle": "a:b", "language": "fi"}',
        r'{"\u0069d": "d", "title": "T", "language": "fi"}',
        r'{"id": "d", "title": "T", "language": "fi", "translations": {"sv": {"d": {"a\\": ""}}}}',
        '{"id": "d", "title": "T", "language": "fi", "translations": {"sv": {}, "en": {}}}',
    ],
)
def test_texts_without_a_doubled_key(document: str) -> None:
    assert not is_doubled(document)


@pytest.mark.parametrize(
    "document",
    [
        '{"id": "d", "title": "T", "title": "T", "language": "fi"}',
        # A spaced colon hides one key from counting, the doubled one brings one too many.
        '{"id" : "d", "title": "T", "title": "T", "language": "fi"}',
        '{"id"\n: "d", "title": "T", "title": "T", "language": "fi"}',
        r'{"id": "d", "title": "T", "language": "fi", "\u0069d": "d"}',
        r'{"id": "d", "title": "T", "language": "fi", "subtitle": "\\", "subtitle": "\\"}',
        '{"id": "d", "title": "T", "language": "fi", "translations": {"sv": {}, "sv": {}}}',
        '{"id": "d", "title": "T", "language": "fi", "poster": {"fit": null, "fit": null}}',
    ],
)
def test_texts_with_a_doubled_key(document: str) -> None:
    assert is_doubled(document)


@given(seed=st.integers(0, 10_000), spaced=st.booleans(), doubled=st.booleans())
def test_any_document_with_any_key_doubled(seed: int, spaced: bool, doubled: bool) -> None:
    data = dump_document(make_document(seed, 0.5, 3))
    if spaced:
        separators = (",", " : ") if seed % 2 else (", ", ":")
        data = json.dumps(json.loads(data), separators=separators).encode()
    elif doubled:
        lines = data.split(b"\n")
        keys = [i for i, line in enumerate(lines) if line.endswith(b",") and b'": ' in line]
        place = keys[seed % len(keys)]
        data = b"\n".join([*lines[:place], lines[place], *lines[place:]])
    assert has_duplicate_keys(data, Envelope.model_validate_json(data)) == (doubled and not spaced)
