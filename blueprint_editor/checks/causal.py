"""Rules on the causal map: factors that say nothing, and those that nothing leads to or from."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Fix, Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.causal import find_map, find_node_texts

_MOST_ON_A3 = 24
"""Maps of more factors tend to have letters below 8 pt there."""


def _find_wordless(subject: Subject) -> Iterator[Found]:
    text = message(msgid("it says nothing"))
    for node, words in find_node_texts(subject.document).items():
        if not words.strip():
            yield Found(node, text, "text", Fix(message(msgid("Delete the factor")), node))


def _find_alone(subject: Subject) -> Iterator[Found]:
    known = find_map(subject.document)
    joined = {end for arrow in known.arrows for end in (arrow.source, arrow.target)}
    text = message(msgid("no arrow leads to it or from it"))
    for node in known.nodes:
        if node.id not in joined:
            yield Found(node.id, text)


def _find_many(subject: Subject) -> Iterator[Found]:
    """Judge by the count: how large the letters really are only the print can tell."""
    count = len(find_map(subject.document).nodes)
    if count > _MOST_ON_A3:
        text = msgid("the causal map has {count} factors; the letters of so many are small on A3")
        yield Found(subject.document.id, message(text, count=count), "causal_map")


RULES: tuple[Rule, ...] = (
    Rule(
        "factor-wordless",
        "warning",
        msgid("Factor without words"),
        msgid("Write on the causal map what it is, or delete it."),
        _find_wordless,
    ),
    Rule(
        "factor-alone",
        "hint",
        msgid("Factor without an arrow"),
        msgid("Draw what it leads to or what it comes from; otherwise the map does not need it."),
        _find_alone,
    ),
    Rule(
        "factors-many",
        "hint",
        msgid("Causal map for a large paper"),
        msgid(
            "Print it on A2 or A1: the preview of the sheet tells how large its letters become. Or "
            "leave factors out."
        ),
        _find_many,
    ),
)
