"""The fields of the causal map's factors and arrows."""

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.causal import find_map, find_node_texts
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.choices import Choices
from blueprint_editor.ui.inspector.spec import FieldSpec, choice, pick, pick_card, text
from blueprint_editor.ui.words import MARK_KINDS, SIGNS


def _pick_mark(document: Document) -> Choices:
    return [
        (mark.id, ": ".join(filter(None, (_(MARK_KINDS[mark.kind]), mark.text))))
        for mark in document.marks
    ]


def _pick_node(document: Document) -> Choices:
    texts = find_node_texts(document)
    return [(node.id, texts[node.id] or node.id) for node in find_map(document).nodes]


CAUSAL_NODE_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("text", msgid("Words of its own"), text(),
              hint=msgid("Without them it says what its card or mark says.")),
    FieldSpec("card", msgid("Stands for the card"), pick(pick_card, none=msgid("None"))),
    FieldSpec("mark", msgid("Stands for the mark"), pick(_pick_mark, none=msgid("None"))),
)  # fmt: skip

CAUSAL_ARROW_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("sign", msgid("What it does"), choice(SIGNS)),
    FieldSpec("source", msgid("Cause"), pick(_pick_node)),
    FieldSpec("target", msgid("Effect"), pick(_pick_node)),
)
