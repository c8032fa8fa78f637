"""The causal map in words: each factor with what it leads to, and the loops."""

from collections.abc import Iterator

from blueprint_editor.export.twin.tree import Block, Fact, Item, Items, Paragraph, Run
from blueprint_editor.export.twin.words import TwinFacts
from blueprint_editor.language.causal_words import CausalWords, find_causal_words
from blueprint_editor.model.causal import Loop, find_loops, find_map, find_node_texts
from blueprint_editor.model.records import CausalMap


def iter_causal_map(facts: TwinFacts) -> Iterator[Block]:
    """Yield the blocks on the map; none for an empty one.

    A factor that says what a card says that is not shown is left out, and its arrows with it.
    """
    known = _find_shown(facts)
    if not known.nodes:
        return
    words, texts = find_causal_words(facts.terms.language), find_node_texts(facts.document)
    items = []
    for node in known.nodes:
        found: list[Fact] = []
        for sign in ("plus", "minus"):
            targets = [a.target for a in known.arrows if (a.source, a.sign) == (node.id, sign)]
            found += facts.fact(words.verb(sign), *(texts[target] for target in targets))
        items.append(Item((Run(texts[node.id], record=node.id),), tuple(found)))
    yield Items(tuple(items))
    loops = find_loops(known)
    if loops.found:
        yield Paragraph((facts.word(words.loops),))
        yield Items(tuple(_tell(facts, loop, words, texts) for loop in loops.found))
    if not loops.is_complete:
        yield Paragraph((facts.word(words.more),))


def _tell(facts: TwinFacts, loop: Loop, words: CausalWords, texts: dict[str, str]) -> Item:
    name = words.name_loop(loop.number, is_reinforcing=loop.is_reinforcing)
    kind = words.name_kind(is_reinforcing=loop.is_reinforcing)
    way = " → ".join(texts[node] for node in (*loop.nodes, loop.nodes[0]))
    return Item((facts.plain_word(f"{name} {kind}: "), Run(way)))


def _find_shown(facts: TwinFacts) -> CausalMap:
    """Return the map without what has nothing to say, or says what is not shown."""
    known, texts = find_map(facts.document), find_node_texts(facts.document)
    hidden = facts.derived.cards.keys() - facts.derived.visible_cards
    hidden |= {link.id for link in facts.document.connectors if link.source in hidden}
    shows_marks = facts.shows("marks")
    hidden |= {m.id for m in facts.document.marks if m.target in hidden or not shows_marks}
    nodes = tuple(
        node
        for node in known.nodes
        if texts[node.id].strip() and (node.text or hidden.isdisjoint((node.card, node.mark)))
    )
    there = {node.id for node in nodes}
    arrows = tuple(a for a in known.arrows if {a.source, a.target} <= there)
    return CausalMap(nodes=nodes, arrows=arrows)
