"""The committed JSON Schema is the one that the records make, and describes what is written."""

import json
from pathlib import Path
from typing import Any

from blueprint_editor.storage.format import dump_document
from blueprint_editor.storage.schema import SCHEMA_FILE_NAME, dump_schema, make_schema
from tests.model.strategies import make_document

FOLDER = Path(__file__).parents[2] / "resources" / "schema"


def test_the_committed_schema_is_current() -> None:
    """If this fails: ``blueprint-editor schema > resources/schema/FILE``."""
    assert (FOLDER / SCHEMA_FILE_NAME).read_text("utf-8") == dump_schema()


def test_every_written_field_is_in_the_schema() -> None:
    schema = make_schema()
    document = json.loads(dump_document(make_document(1, 0.9, 6)))
    assert find_unknown(document, schema, schema) == []


def test_a_strange_field_is_not() -> None:
    schema = make_schema()
    assert find_unknown({"colr": 1}, schema, schema) == ["colr"]
    assert find_unknown({"document": {"cards": [{"stp": 1}]}}, schema, schema) == ["stp"]


def find_unknown(value: Any, schema: Any, root: Any) -> list[str]:
    """Return the names of fields that the schema does not know at their place."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        return min((find_unknown(value, one, root) for one in schema["anyOf"]), key=len)
    if isinstance(value, list):
        return [name for item in value for name in find_unknown(item, schema["items"], root)]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    unknown = [name for name in value if name not in schema["properties"]]
    for name, item in value.items():
        unknown += find_unknown(item, schema["properties"].get(name, {}), root)
    return unknown
