"""In which column each node of a causal map stands: causes left of what they lead to."""

from collections.abc import Iterable, Sequence

_MOST_COLUMNS = 5


def list_columns(nodes: Sequence[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the nodes of each column from left to right; a loop begins at its first node.

    Each node stands right of all its causes, but for those arrows that close a loop.
    """
    known = [(a, b) for a, b in links if a in nodes and b in nodes and a != b]
    forward = _leave_out_returns(nodes, known)
    rank = dict.fromkeys(nodes, 0)
    for _round in nodes:
        grown = {b: rank[a] + 1 for a, b in forward if rank[b] <= rank[a]}
        if not grown:
            break
        rank.update({b: max(rank[a] + 1 for a, c in forward if c == b) for b in grown})
    used = sorted(set(rank.values()))
    share = max(1, -(-len(used) // _MOST_COLUMNS))
    place = {value: number // share for number, value in enumerate(used)}
    columns: list[list[str]] = [[] for _ in range(max(place.values(), default=0) + 1)]
    for node in nodes:
        columns[place[rank[node]]].append(node)
    return columns


def _leave_out_returns(
    nodes: Sequence[str], links: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return the links without those that lead back to where a walk along them came from."""
    effects: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in links:
        effects[source].append(target)
    kept: list[tuple[str, str]] = []
    seen: set[str] = set()
    for first in nodes:
        if first in seen:
            continue
        seen.add(first)
        way, rest = [first], [iter(effects[first])]
        while way:
            target = next(rest[-1], "")
            if not target:
                way.pop()
                rest.pop()
            elif target not in way:
                kept.append((way[-1], target))
                if target not in seen:
                    seen.add(target)
                    way.append(target)
                    rest.append(iter(effects[target]))
    return kept
