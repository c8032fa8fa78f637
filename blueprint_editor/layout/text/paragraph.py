"""A paragraph as shaped words with the places where its lines may end."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from blueprint_editor.layout.text.bidi import find_levels
from blueprint_editor.layout.text.breaking import BreakKind, find_any_breaks
from blueprint_editor.layout.text.lines import BEFORE_ALL, SLACK, Node
from blueprint_editor.layout.text.tokens import PlacedBreak, Token, TokenBook
from blueprint_editor.layout.text.words import SOFT_HYPHEN, Word


class Line(NamedTuple):
    """What stands in one line.

    Attributes:
        width: in ems.
        drops_space: the line ends at a space (or paragraph end) that is not drawn.
        soft_hyphen: it ends with a hyphen that only the line break makes.
        text: of a plain line, all of whose words are plain; empty for others.
        codes: of a plain line, those of its glyphs (see :class:`Word`).
        words: of a line that is not plain, in logical order: whole ones and parts that a division
            left.
        space_levels: embedding level of the space after each word but the last; empty where all
            runs from left to right.
        base_level: of the paragraph; 1 where it runs from right to left.
    """

    width: float
    drops_space: bool
    soft_hyphen: bool = False
    text: str = ""
    codes: Sequence[int] = ()
    words: Sequence[Word] = ()
    space_levels: Sequence[int] = ()
    base_level: int = 0


class Paragraph:
    """Text without explicit line breaks, its words shaped.

    Args:
        raws: the words of the text, soft hyphens and all.
    """

    def __init__(self, raws: Sequence[str], book: TokenBook) -> None:
        self._book = book
        self._tokens = book.find_tokens(raws)
        self.words = [token.word for token in self._tokens]
        self.space = book.words.space.width
        self.base_level = 0
        self._levels: tuple[int, ...] = ()
        texts = [word.text for word in self.words]
        self._text = " ".join(texts)
        # Where each word begins in the text, and where one after the end would.
        self._offsets = list(accumulate([len(text) + 1 for text in texts], initial=0))
        if book.has_right_to_left and any(token.is_right_to_left for token in self._tokens):
            self.base_level, self._levels = find_levels(self._text)
            self.words = [self._find_part(i, 0, len(text)) for i, text in enumerate(texts)]
        has_simple_rules = book.words.is_pairwise and not self._levels
        self._codes = book.words.join(self.words) if has_simple_rules else None
        # Where each word begins in ems, and where one after the end would.
        self._lefts = list(
            accumulate([word.width + self.space for word in self.words], initial=0.0)
        )

    @property
    def is_plain(self) -> bool:
        """Whether all nodes are measured as they will be drawn."""
        return self._codes is not None

    @property
    def width(self) -> float:
        """Width in ems of the paragraph in one line."""
        return max(0.0, self._lefts[-1] - self.space)

    def find_whole_line(self) -> Line:
        """Return the paragraph in one line."""
        if self._codes is not None:
            return Line(self.width, True, False, self._text, self._codes)
        levels = self._find_space_levels(0, len(self.words) - 1)
        return Line(self.width, True, False, "", (), self.words, levels, self.base_level)

    def find_narrowest(self) -> float:
        """Return the width in ems of the widest piece between two possible line ends."""
        nodes = self.list_nodes(divided=len(self.words))
        return max([b[0] - a[1] for a, b in pairwise([BEFORE_ALL, *nodes])], default=0.0)

    def count_divided_lines(self, box: float, indent: float) -> int:
        """Return a number of lines below which divisions and all else do not help.

        Lines are filled one after another; only words at line ends are looked at.
        """
        starts = self._lefts[1:]
        ends = [start - self.space for start in starts]
        last = len(ends) - 1
        left = -indent
        count = first = 0
        while True:
            count += 1
            limit = left + box + SLACK
            reached = bisect_right(ends, limit, first) - 1
            if reached == last:
                return count
            index = reached + 1
            begin = starts[reached] if index else 0.0
            left = begin
            if index < last or self._levels:
                for found in self._book.find_breaks(self._tokens[index]):
                    if begin + found.end <= limit:
                        left = begin + found.start
            if left == begin and reached < first:
                return count
            first = index

    def list_nodes(self, divided: int = 0) -> list[Node]:
        """Return the places where good setting may end a line, the paragraph's end the last one.

        The first ``divided`` words may be divided by the rules of the language.
        """
        nodes: list[Node] = []
        tokens, book, space, lefts = self._tokens, self._book, self.space, self._lefts
        last = len(tokens) - 1
        for index, token in enumerate(tokens):
            breaks = book.find_breaks(token) if index < divided else token.natural
            if breaks:
                nodes += self._place_breaks(index, breaks)
            if index == last or not book.is_glued(token, tokens[index + 1]):
                start = lefts[index + 1]
                nodes.append((start - space, start, index, None))
        return nodes

    def find_openings(self, after: Node, until: Node, *, divide: bool) -> list[Node]:
        """Return further places between two nodes where a line may end, all of the mildest kind.

        At the seams of compounds, at spaces that should end no line, between the syllables of a
        word, or between any two letters of one; seams and syllables only with ``divide``.
        """
        found = self._list_inner(after, until, self._book.find_seams) if divide else []
        if not found:
            found = [self._place_space(index) for index in range(_find_first(after), until[2])]
        if not found and divide:
            found = self._list_inner(after, until, self._book.find_breaks)
        return found or self._list_letters(after, until)

    def _list_letters(self, after: Node, until: Node) -> list[Node]:
        """Return the places between any two letters of the last word between two nodes."""
        last = until[2]
        word = self.words[last]
        start, end = self._find_span(last, after, until)
        letters = [(p, BreakKind.ANY) for p in find_any_breaks(word.text) if start < p < end]
        left = self._lefts[last]
        place = self._book.place_breaks if self.is_plain else self._book.place_roughly
        found = place(word, letters)
        return [(left + cut.end, left + cut.start, last, cut) for cut in found]

    def list_first_seams(self, until: Node, room: float) -> list[Node]:
        """Return the seams of compounds before a node if the first one fits into so many ems."""
        nodes = self._list_inner(BEFORE_ALL, until, self._book.find_seams)
        return nodes if nodes and nodes[0][0] <= room else []

    def _list_inner(
        self, after: Node, until: Node, find: Callable[[Token], Sequence[PlacedBreak]]
    ) -> list[Node]:
        """Return the nodes of those breaks that stand between two other ones."""
        nodes: list[Node] = []
        for index in range(_find_first(after), until[2] + 1):
            cuts = find(self._tokens[index])
            if cuts:
                start, end = self._find_span(index, after, until)
                inner = [cut for cut in cuts if start < cut.position < end]
                nodes += self._place_breaks(index, inner)
        return nodes

    def _find_span(self, index: int, after: Node, until: Node) -> tuple[int, int]:
        """Return the positions in a word between which it stands between two nodes."""
        (_, _, first, start), (_, _, last, end) = after, until
        return (
            start.position if start is not None and index == first else 0,
            end.position if end is not None and index == last else len(self.words[index].text),
        )

    def _place_space(self, index: int) -> Node:
        """Return the node at a word's end."""
        start = self._lefts[index + 1]
        return (start - self.space, start, index, None)

    def _place_breaks(self, index: int, breaks: Sequence[PlacedBreak]) -> list[Node]:
        """Return the nodes in a word."""
        if self._levels:
            breaks = [self._replace_break(index, found) for found in breaks]
        left = self._lefts[index]
        return [(left + found.end, left + found.start, index, found) for found in breaks]

    def _replace_break(self, index: int, found: PlacedBreak) -> PlacedBreak:
        """Measure a break again where direction changes the shapes of letters."""
        word = self.words[index]
        head = self._find_part(index, 0, found.position, hyphen=found.kind.has_hyphen)
        tail = self._find_part(index, found.position, len(word.text))
        return found._replace(end=head.width, start=word.width - tail.width)

    def make_lines(self, before: Node, ends: Sequence[Node]) -> list[Line]:
        """Return the lines that end at the nodes; the first one starts after ``before``."""
        if self._codes is not None:
            return self._make_plain_lines(self._codes, before, ends)
        return [self._make_line(after, until) for after, until in pairwise([before, *ends])]

    def _make_plain_lines(
        self, codes: Sequence[int], before: Node, ends: Sequence[Node]
    ) -> list[Line]:
        offsets, text, words = self._offsets, self._text, self._book.words
        lines: list[Line] = []
        _, _, last, cut = before
        start = offsets[last + 1] if cut is None else offsets[last] + cut.position
        for _, _, last, cut in ends:
            if cut is None:
                following = offsets[last + 1]
                end, hyphen = following - 1, False
                own = codes[start:end]
            else:
                end = following = offsets[last] + cut.position
                hyphen = cut.kind.has_hyphen
                own = [*codes[start : end - 1], *words.find_ending(text[end - 1], hyphen=hyphen)]
            line = (words.measure(own), cut is None, hyphen, text[start:end], own, (), (), 0)
            # What Line(…) does, in a third of its time: a large poster has ten thousand of them.
            lines.append(tuple.__new__(Line, line))
            start = following
        return lines

    def _make_line(self, after: Node, until: Node) -> Line:
        first, last, cut = _find_first(after), until[2], until[3]
        hyphen = cut is not None and cut.kind.has_hyphen
        words = self.words[first : last + 1]
        for index in {first, last}:
            start, end = self._find_span(index, after, until)
            words[index - first] = self._find_part(
                index, start, end, hyphen=hyphen and index == last
            )
        width = sum([word.width for word in words]) + self.space * (len(words) - 1)
        levels = self._find_space_levels(first, last)
        return Line(width, cut is None, hyphen, "", (), words, levels, self.base_level)

    def _find_part(self, index: int, start: int, end: int, *, hyphen: bool = False) -> Word:
        """Return a word or the part of it from ``start`` to ``end``."""
        word = self.words[index]
        if not self._levels:
            return self._book.words.find_part(word, start, end, hyphen=hyphen)
        part = word.text[start:end] + (SOFT_HYPHEN if hyphen else "")
        offset = self._offsets[index]
        levels = self._levels[offset + start : offset + end]
        return self._book.words.find_levelled_word(
            part, (*levels, levels[-1]) if hyphen else levels
        )

    def _find_space_levels(self, first: int, last: int) -> Sequence[int]:
        if not self._levels:
            return ()
        return [self._levels[self._offsets[index] - 1] for index in range(first + 1, last + 1)]


def _find_first(after: Node) -> int:
    """Return the first word that stands, at least in part, after a node."""
    return after[2] + (after[3] is None)
