"""In which column each node of a causal map stands: causes left of what they lead to."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Link: TypeAlias = tuple[str, str]
"""The node that an arrow leaves, and the one that it leads to."""


def rank_nodes(nodes: Sequence[str], links: Iterable[Link]) -> dict[str, int]:
    """Return each node's column, from 0.

    Each stands right of all its causes, but for the arrows that close a loop, and no farther from
    what it leads to than it must.
    """
    forward = leave_out_returns(nodes, links)
    rank = dict.fromkeys(nodes, 0)
    for _round in nodes:
        grown = {b: rank[a] + 1 for a, b in forward if rank[b] <= rank[a]}
        if not grown:
            break
        rank.update({b: max(rank[a] + 1 for a, c in forward if c == b) for b in grown})
    effects: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in forward:
        effects[source].append(target)
    led_to = {target for _source, target in forward}
    for node in nodes:
        if node not in led_to and effects[node]:
            rank[node] = min(rank[effect] for effect in effects[node]) - 1
    used = {value: place for place, value in enumerate(sorted(set(rank.values())))}
    return {node: used[value] for node, value in rank.items()}


def leave_out_returns(nodes: Sequence[str], links: Iterable[Link]) -> list[Link]:
    """Return the links without those that lead back to where a walk along them came from."""
    known = set(nodes)
    effects: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in dict.fromkeys(links):
        if source in known and target in known and source != target:
            effects[source].append(target)
    kept: list[Link] = []
    seen: set[str] = set()
    for first in nodes:
        if first not in seen:
            seen.add(first)
            kept += _walk(first, effects, seen)
    return kept


def _walk(first: str, effects: dict[str, list[str]], seen: set[str]) -> list[Link]:
    kept: list[Link] = []
    way, rest = [first], [iter(effects[first])]
    while way:
        target = next(rest[-1], None)
        if target is None:
            way.pop()
            rest.pop()
        elif target not in way:
            kept.append((way[-1], target))
            if target not in seen:
                seen.add(target)
                way.append(target)
                rest.append(iter(effects[target]))
    return kept
