"""The JSON Schema of the document file, made from the records so that it cannot differ."""

import json
from typing import Any

from blueprint_editor.storage.format import FORMAT_VERSION, Envelope

SCHEMA_FILE_NAME = f"service-blueprint-{FORMAT_VERSION}.schema.json"

_DESCRIPTION = (
    "A service blueprint. Ids are unique over the whole document, and every reference names a "
    "record of the right kind; a schema cannot say so, but the program checks it."
)


def make_schema() -> dict[str, Any]:
    """Return the schema of a whole file, envelope included (JSON Schema 2020-12)."""
    schema = Envelope.model_json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": f"Service blueprint, format version {FORMAT_VERSION}",
        "description": _DESCRIPTION,
    }


def dump_schema() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(make_schema(), indent=1, ensure_ascii=False) + "\n"
