"""How a paragraph is set in a box: by the good rules where it fits, else as well as can be."""

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate

from blueprint_editor.layout.text.lines import (
    SLACK,
    Nodes,
    even_out,
    even_out_any,
    even_out_plain,
    fill_lines,
    find_windows,
)
from blueprint_editor.layout.text.opening import Opening
from blueprint_editor.layout.text.paragraph import Line, Mark, Paragraph
from blueprint_editor.layout.text.tokens import PlacedBreak

_WORST_EMPTY = 0.45
"""A line emptier than this makes it worth to look for a division that fills it."""
_DRAWN_SLACK = 1e-5
"""Ems by which a drawn line may be wider than the box: a hundredth of a font unit."""
_BEFORE_ALL: Mark = (-1, None)


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
    setting = _Setting(paragraph, box, indent, division, balance=balance)
    found = setting.set_well()
    if found is None and indent > 0.0:
        # Nothing fits beside the room kept free, but a line of its own may do.
        empty = Line((), 0.0, drops_space=False, base_level=paragraph.base_level)
        return [empty, *set_paragraph(paragraph, box, 0.0, division, balance=balance)]
    return setting.set_anyhow() if found is None else found


class _Setting:
    """One paragraph, one box."""

    def __init__(
        self, paragraph: Paragraph, box: float, indent: float, division: Division, *, balance: bool
    ) -> None:
        self._paragraph = paragraph
        self._box = box
        self._indent = indent
        self._division = division
        self._balance = balance

    def set_well(self) -> list[Line] | None:
        """Return the lines by the rules of good setting, or None where a piece is too wide."""
        paragraph = self._paragraph
        if paragraph.is_plain:
            lines = self._set_plainly()
        else:
            lines = self._set_nodes(*paragraph.list_nodes(Opening()), self._indent)
        if self._division is not Division.FREE:
            return lines
        if lines is None:
            return self._set_divided(None)
        if len(lines) > paragraph.count_divided_lines(self._box, self._indent):
            fewer = self._set_divided(len(lines) - 1)
            if fewer is not None:
                return fewer
        if self._is_ragged(lines):
            return self._set_divided(len(lines)) or lines
        return lines

    def _is_ragged(self, lines: Sequence[Line]) -> bool:
        least = (1.0 - _WORST_EMPTY) * self._box
        return any([line.width < least for line in lines[1:-1]])  # noqa: C419  a list is faster

    def _set_plainly(self) -> list[Line] | None:
        words = self._paragraph.words
        ends, starts = self._paragraph.list_word_nodes()
        filled = fill_lines(ends, starts, self._box, self._indent)
        if filled is None:
            return None
        windows = find_windows(ends, starts, self._box, filled, len(filled))
        lines: list[Line] = []
        first, left = 0, 0.0
        for node in even_out_plain(
            ends, starts, self._box, self._indent, windows, balance=self._balance
        ):
            lines.append(Line(words[first : node + 1], ends[node] - left, drops_space=True))
            first, left = node + 1, starts[node]
        return lines

    def _set_divided(self, most: int | None) -> list[Line] | None:
        """Return a setting with divided words in at most so many lines; the last word is whole."""
        opening = Opening(range(len(self._paragraph.words) - 1))
        return self._set_nodes(*self._paragraph.list_nodes(opening), self._indent, most)

    def set_anyhow(self) -> list[Line]:
        """Return the lines where some piece is wider than the box, which the good rules keep."""
        opening = Opening()
        nodes, marks = self._paragraph.list_nodes(opening)
        while self._open_up(opening, nodes, marks):
            nodes, marks = self._paragraph.list_nodes(opening)
        lines: list[Line] = []
        first, left = 0, 0.0
        for node, (word, cut) in enumerate(marks):
            is_barrier = (word, -1 if cut is None else cut.position) in opening.barriers
            if is_barrier or node == len(marks) - 1:
                part = nodes.cut(first, node + 1)
                before = marks[first - 1] if first else _BEFORE_ALL
                found = self._set_nodes(part, marks[first : node + 1], -left, before=before)
                if found is None:
                    # A letter is wider than the box: each piece gets a line.
                    pieces = range(first, node + 1)
                    found = self._paragraph.make_lines(marks, pieces, before)
                lines += found
                first, left = node + 1, nodes.starts[node]
        return lines

    def _open_up(self, opening: Opening, nodes: Nodes, marks: Sequence[Mark]) -> bool:
        """Allow more line ends in the pieces that are too wide; tell whether there were any."""
        texts = self._paragraph.texts
        left = 0.0
        before = (-1, -1)
        has_opened = False
        for node, (word, cut) in enumerate(marks):
            place = (word, -1 if cut is None else cut.position)
            if nodes.ends[node] - left > self._box + SLACK:
                if opening.open_up(before, place, texts, self._find_divisions):
                    has_opened = True
                else:
                    opening.barriers |= {before, place}
            left, before = nodes.starts[node], place
        return has_opened

    def _find_divisions(self, index: int) -> Sequence[PlacedBreak]:
        if self._division is Division.NEVER:
            return ()
        return self._paragraph.find_divisions(index)

    def _set_nodes(
        self,
        nodes: Nodes,
        marks: Sequence[Mark],
        indent: float,
        most: int | None = None,
        *,
        before: Mark = _BEFORE_ALL,
    ) -> list[Line] | None:
        """Return the most even lines of the least number, at most ``most``, measured as drawn."""
        filled = fill_lines(nodes.ends, nodes.starts, self._box, indent)
        if filled is None:
            return None
        ends = list(nodes.ends)
        nodes = nodes._replace(ends=ends)
        while True:
            found = self._find_ends(nodes, filled, indent)
            if found is None or (most is not None and len(found) > most):
                return None
            lines = self._paragraph.make_lines(marks, found, before)
            if not self._correct(ends, nodes.starts, found, lines, indent):
                return lines

    def _find_ends(
        self, nodes: Nodes, filled: Sequence[int], indent: float
    ) -> Sequence[int] | None:
        for count in range(len(filled), len(filled) + 2):
            windows = find_windows(nodes.ends, nodes.starts, self._box, filled, count)
            found = even_out(nodes, self._box, indent, windows, balance=self._balance)
            if found is not None:
                return found
        return even_out_any(nodes, self._box, indent, balance=self._balance)

    def _correct(
        self,
        ends: list[float],
        starts: Sequence[float],
        found: Sequence[int],
        lines: Sequence[Line],
        indent: float,
    ) -> bool:
        """Move ends to where they are drawn if a line came out too wide; tell whether any did."""
        left = -indent
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
