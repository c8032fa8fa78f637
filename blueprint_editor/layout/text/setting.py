"""How a paragraph is set in a box: by the good rules where it fits, else as well as can be."""

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate, pairwise

from blueprint_editor.layout.text.breaking import BreakKind
from blueprint_editor.layout.text.lines import (
    BEFORE_ALL,
    SLACK,
    Node,
    even_out,
    even_out_any,
    even_out_strictly,
    fill_lines,
    find_windows,
    has_long_run,
)
from blueprint_editor.layout.text.paragraph import Line, Paragraph

_WORST_EMPTY = 0.45
"""A line emptier than this makes it worth to look for a division that fills it."""
_DRAWN_SLACK = 1e-5
"""Ems by which a drawn line may be wider than the box: a hundredth of a font unit."""


class Division(Enum):
    """How gladly words are divided by the rules of the language; soft hyphens always count."""

    FREE = "free"
    """Where it saves a line or evens out very ragged ones."""
    SPARING = "sparing"
    """Only words that fit in no line."""
    NEVER = "never"


def set_paragraph(
    paragraph: Paragraph, box: float, indent: float, division: Division, *, balance: bool
) -> list[Line]:
    """Return the lines of a paragraph; an empty one is one empty line.

    There are never more lines than the rules need; no line is wider than the box unless a single
    letter is.

    ``box`` is its width in ems, the first line is ``indent`` ems shorter; ``balance`` makes the
    last line even with the others, too.
    """
    if not paragraph.words or paragraph.width + indent <= box + SLACK:
        return [paragraph.find_whole_line()]
    setting = _Setting(paragraph, box, division, balance=balance)
    found = setting.set_well(indent) if division is Division.FREE else None
    if found is not None:
        return found
    stretches = setting.open_up(indent)
    if indent > 0.0 and stretches[0][0][0] + indent > box + SLACK:
        # Nothing fits beside the room kept free, but a line of its own may do.
        empty = Line(0.0, drops_space=False, base_level=paragraph.base_level)
        return [empty, *set_paragraph(paragraph, box, 0.0, division, balance=balance)]
    return setting.set_stretches(stretches, indent)


class _Setting:
    """One paragraph, one box."""

    def __init__(
        self, paragraph: Paragraph, box: float, division: Division, *, balance: bool
    ) -> None:
        self._paragraph = paragraph
        self._box = box
        self._division = division
        self._balance = balance
        self._nodes = paragraph.list_nodes()

    def set_well(self, indent: float) -> list[Line] | None:
        """Return lines with words divided where it helps, or None where a piece is too wide."""
        lines = self._set_nodes(BEFORE_ALL, self._nodes, -indent)
        if lines is None:
            return self._set_divided(indent)
        if len(lines) > self._paragraph.count_divided_lines(self._box, indent):
            fewer = self._set_divided(indent)
            if fewer is not None and len(fewer) < len(lines):
                return fewer
        if self._is_ragged(lines):
            divided = self._set_divided(indent)
            if divided is not None and len(divided) <= len(lines):
                return divided
        return lines

    def _is_ragged(self, lines: Sequence[Line]) -> bool:
        least = (1.0 - _WORST_EMPTY) * self._box
        return any([line.width < least for line in lines[1:-1]])  # noqa: C419  a list is faster

    def _set_divided(self, indent: float) -> list[Line] | None:
        """Return a setting with divided words; the last word is whole."""
        nodes = self._paragraph.list_nodes(divided=len(self._paragraph.words) - 1)
        return self._set_nodes(BEFORE_ALL, nodes, -indent)

    def open_up(self, indent: float) -> list[list[Node]]:
        """Part the pieces that are wider than the box, which the good rules keep.

        So is a first word with a seam that does not fit beside the ``indent``: a sign alone in a
        line looks lost.

        Returns:
            The nodes in stretches, at whose ends a line ends in any case: a piece that must be
            parted starts a line of its own. Thus a wider box, in which it is whole, never needs
            more lines.
        """
        stretches: list[list[Node]] = [[]]
        nodes, room = self._nodes, self._box - indent + SLACK
        if self._division is not Division.NEVER and room < nodes[0][0] <= self._box + SLACK:
            nodes = [*self._paragraph.list_first_seams(nodes[0], room), *nodes]
        self._add_pieces(BEFORE_ALL, nodes, stretches)
        return [stretch for stretch in stretches if stretch]

    def _add_pieces(self, before: Node, nodes: Sequence[Node], stretches: list[list[Node]]) -> None:
        limit = self._box + SLACK
        for after, until in pairwise([before, *nodes]):
            if until[0] - after[1] <= limit:
                stretches[-1].append(until)
            else:
                self._add_parted(after, until, stretches)

    def _add_parted(self, after: Node, until: Node, stretches: list[list[Node]]) -> None:
        """Add the nodes that part a piece as mildly as can be, and the one at its end."""
        divide = self._division is not Division.NEVER
        inner = self._paragraph.find_openings(after, until, divide=divide)
        if not (inner and self._is_only_kept_for_looks(after, inner[0])):
            stretches.append([])
        if inner:
            self._add_pieces(after, [*inner, until], stretches)
        else:
            stretches[-1].append(until)
            stretches.append([])

    def _is_only_kept_for_looks(self, after: Node, opening: Node) -> bool:
        """Tell whether a node is at a seam in the last word: its parts may share their lines."""
        cut = opening[3]
        is_last = after[2] + (after[3] is None) == len(self._paragraph.words) - 1
        return is_last and cut is not None and cut.kind is BreakKind.SEAM

    def set_stretches(self, stretches: Sequence[Sequence[Node]], indent: float) -> list[Line]:
        """Return the lines of what :meth:`open_up` found."""
        lines: list[Line] = []
        before, left = BEFORE_ALL, -indent
        for nodes in stretches:
            found = self._set_nodes(before, nodes, left)
            if found is None:
                # A letter is wider than the box: each piece gets a line.
                found = self._paragraph.make_lines(before, nodes)
            lines += found
            before, left = nodes[-1], nodes[-1][1]
        return lines

    def _set_nodes(self, before: Node, nodes: Sequence[Node], left: float) -> list[Line] | None:
        """Return the most even lines of the least number, measured as drawn.

        The first line starts after the node ``before``, at ``left`` ems.
        """
        paragraph = self._paragraph
        if nodes[-1][0] - left <= self._box + SLACK:
            return paragraph.make_lines(before, nodes[-1:])
        ends, starts = [node[0] for node in nodes], [node[1] for node in nodes]
        filled = fill_lines(ends, starts, self._box, left)
        if filled is None:
            return None
        while True:
            found = self._find_ends(nodes, ends, starts, filled, left)
            if found is None:
                return None
            lines = paragraph.make_lines(before, [nodes[index] for index in found])
            if paragraph.is_plain or not self._correct(ends, starts, found, lines, left):
                return lines

    def _find_ends(
        self,
        nodes: Sequence[Node],
        ends: Sequence[float],
        starts: Sequence[float],
        filled: Sequence[int],
        left: float,
    ) -> Sequence[int] | None:
        if len(filled) == len(nodes) and not has_long_run(nodes, filled):
            return filled  # each piece fills a line
        box, balance = self._box, self._balance
        windows = find_windows(ends, starts, box, filled, len(filled))
        penalties = [0.0 if node[3] is None else node[3].kind.penalty for node in nodes]
        found = even_out(ends, starts, penalties, box, left, windows, balance=balance)
        if found is not None and not has_long_run(nodes, found):
            return found
        for count in range(len(filled), len(filled) + 2):
            windows = find_windows(ends, starts, box, filled, count)
            strict = even_out_strictly(nodes, ends, box, left, windows, balance=balance)
            if strict is not None:
                return strict
        return even_out_any(nodes, ends, box, left, balance=balance)

    def _correct(
        self,
        ends: list[float],
        starts: Sequence[float],
        found: Sequence[int],
        lines: Sequence[Line],
        left: float,
    ) -> bool:
        """Move ends to where they are drawn if a line came out too wide; tell whether any did."""
        is_corrected = False
        for node, line in zip(found, lines, strict=True):
            # An indent makes the first line start left of the text, at which it is drawn.
            drawn = max(left, 0.0) + line.width
            if drawn > left + self._box + _DRAWN_SLACK and drawn > ends[node]:
                is_corrected = True
                ends[node] = drawn
            left = starts[node]
        if is_corrected:
            ends[:] = accumulate(ends, max)
        return is_corrected
