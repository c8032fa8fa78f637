"""Which fields each kind of record has, by its collection."""

from collections.abc import Mapping
from types import MappingProxyType

from blueprint_editor.ui.inspector.card_fields import CARD_FIELDS
from blueprint_editor.ui.inspector.causal_fields import CAUSAL_ARROW_FIELDS, CAUSAL_NODE_FIELDS
from blueprint_editor.ui.inspector.connection_fields import CONNECTOR_FIELDS, MARK_FIELDS
from blueprint_editor.ui.inspector.document_fields import DOCUMENT_FIELDS
from blueprint_editor.ui.inspector.other_fields import (
    COMMENT_FIELDS,
    NOTE_FIELDS,
    SNAPSHOT_FIELDS,
    SOURCE_FIELDS,
    TAG_FIELDS,
    WORKSHOP_FIELDS,
)
from blueprint_editor.ui.inspector.people_fields import (
    ACTOR_FIELDS,
    PERSONA_FIELDS,
    VARIANT_FIELDS,
)
from blueprint_editor.ui.inspector.spec import FieldSpec
from blueprint_editor.ui.inspector.structure_fields import (
    LANE_FIELDS,
    PHASE_FIELDS,
    RESPONSIBILITY_FIELDS,
    STEP_FIELDS,
)

FIELDS: Mapping[str, tuple[FieldSpec, ...]] = MappingProxyType(
    {
        "": DOCUMENT_FIELDS,
        "cards": CARD_FIELDS,
        "connectors": CONNECTOR_FIELDS,
        "marks": MARK_FIELDS,
        "lanes": LANE_FIELDS,
        "phases": PHASE_FIELDS,
        "steps": STEP_FIELDS,
        "responsibilities": RESPONSIBILITY_FIELDS,
        "actors": ACTOR_FIELDS,
        "personas": PERSONA_FIELDS,
        "variants": VARIANT_FIELDS,
        "sources": SOURCE_FIELDS,
        "tags": TAG_FIELDS,
        "workshops": WORKSHOP_FIELDS,
        "notes": NOTE_FIELDS,
        "comments": COMMENT_FIELDS,
        "snapshots": SNAPSHOT_FIELDS,
        "nodes": CAUSAL_NODE_FIELDS,
        "arrows": CAUSAL_ARROW_FIELDS,
    }
)
"""Collection → its fields in the order shown; "" stands for the document itself."""


def find_label(collection: str, path: str) -> str:
    """Return the message id of what the inspector calls a field, or the part that it is in."""
    specs = FIELDS.get(collection, ())
    head = path.split(".", 1)[0]
    own = next((spec.label for spec in specs if spec.path == path), "")
    return own or next((spec.label for spec in specs if spec.path == head), "")
