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
    effects: dict[str, list[str]] = {node: [] for node in nodes}
    waiting = dict.fromkeys(nodes, 0)
    for source, target in forward:
        effects[source].append(target)
        waiting[target] += 1
    first = [node for node in nodes if not waiting[node]]
    rank = dict.fromkeys(nodes, 0)
    queue = list(first)
    while queue:
        node = queue.pop()
        for effect in effects[node]:
            rank[effect] = max(rank[effect], rank[node] + 1)
            waiting[effect] -= 1
            if not waiting[effect]:
                queue.append(effect)
    for node in first:
        if effects[node]:
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
    way, on_way, rest = [first], {first}, [iter(effects[first])]
    while way:
        target = next(rest[-1], None)
        if target is None:
            on_way.remove(way.pop())
            rest.pop()
        elif target not in on_way:
            kept.append((way[-1], target))
            if target not in seen:
                seen.add(target)
                way.append(target)
                on_way.add(target)
                rest.append(iter(effects[target]))
    return kept
