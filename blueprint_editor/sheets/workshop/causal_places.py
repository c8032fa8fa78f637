"""In which column each node of a causal map stands: causes left of what they lead to."""

from collections.abc import Iterable, Sequence

_MOST_COLUMNS = 5


def list_columns(nodes: Sequence[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the nodes of each column from left to right; loops are entered at their first node.

    Each node stands right of all its causes, but for arrows that lead back.
    """
    rank = dict.fromkeys(nodes, 0)
    order = {node: place for place, node in enumerate(nodes)}
    known = [(a, b) for a, b in links if a in rank and b in rank and a != b]
    causes = {node: [a for a, b in known if b == node] for node in nodes}
    state: dict[str, int] = {}
    stack: list[tuple[str, bool]] = [(node, False) for node in reversed(nodes)]
    while stack:
        node, is_done = stack.pop()
        if is_done:
            before = [rank[a] for a in causes[node] if state.get(a) == 2]
            rank[node] = max(before, default=-1) + 1
            state[node] = 2
        elif node not in state:
            state[node] = 1
            stack.append((node, True))
            stack += [(a, False) for a in causes[node] if a not in state]
    used = sorted(set(rank.values()))
    share = max(1, -(-len(used) // _MOST_COLUMNS))
    place = {value: number // share for number, value in enumerate(used)}
    columns: list[list[str]] = [[] for _ in range(max(place.values(), default=0) + 1)]
    for node in sorted(nodes, key=order.__getitem__):
        columns[place[rank[node]]].append(node)
    return columns
