"""A paragraph as shaped words with the places where its lines may end."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from blueprint_editor.layout.text.bidi import find_levels
from blueprint_editor.layout.text.breaking import Break, BreakKind
from blueprint_editor.layout.text.lines import SLACK, Nodes
from blueprint_editor.layout.text.opening import Opening
from blueprint_editor.layout.text.tokens import PlacedBreak, TokenBook
from blueprint_editor.layout.text.words import SOFT_HYPHEN, Word


class Line(NamedTuple):
    """The words of one line in logical order.

    Attributes:
        words: whole words and the parts that a division left.
        width: in ems.
        drops_space: the line ends at a space (or paragraph end) that is not drawn.
        space_levels: embedding level of the space after each word but the last; empty where all
            runs from left to right.
        base_level: of the paragraph; 1 where it runs from right to left.
    """

    words: Sequence[Word]
    width: float
    drops_space: bool
    space_levels: Sequence[int] = ()
    base_level: int = 0


Mark: TypeAlias = tuple[int, PlacedBreak | None]
"""Where a node stands: index of a word, and the break in it or None for its end."""


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
        self._offsets: list[int] = []
        for token in self._tokens:
            if token.is_right_to_left:
                self._find_levels()
                break

    def _find_levels(self) -> None:
        texts = [word.text for word in self.words]
        self.base_level, self._levels = find_levels(" ".join(texts))
        self._offsets = [0, *accumulate(len(text) + 1 for text in texts)]
        self.words = [self._find_part(index, 0, len(text)) for index, text in enumerate(texts)]

    @property
    def width(self) -> float:
        """Width in ems of the paragraph in one line."""
        words = self.words
        return sum([word.width for word in words]) + max(0, len(words) - 1) * self.space

    @property
    def is_plain(self) -> bool:
        """Whether without divisions all lines end at spaces, each of which may end one."""
        tokens = self._tokens
        for token in tokens:
            if token.natural:
                return False
        if any([token.is_peculiar for token in tokens]):  # noqa: C419  a list is faster
            for token, following in pairwise(tokens):
                if self._book.is_glued(token, following):
                    return False
        return not self._levels

    def find_whole_line(self) -> Line:
        """Return the paragraph in one line."""
        levels = self._find_space_levels(0, len(self.words) - 1)
        return Line(self.words, self.width, drops_space=True, space_levels=levels,
                    base_level=self.base_level)  # fmt: skip

    def find_narrowest(self) -> float:
        """Return the width in ems of the widest piece between two possible line ends."""
        if not self.words:
            return 0.0
        nodes, _ = self.list_nodes(Opening(range(len(self.words))))
        widths = [end - start for start, end in zip(nodes.starts, nodes.ends[1:], strict=False)]
        return max([nodes.ends[0], *widths])

    def list_word_nodes(self) -> tuple[list[float], list[float]]:
        """Return ends and starts of nodes at the words' ends and nowhere else."""
        space = self.space
        starts = list(accumulate([word.width + space for word in self.words]))
        return [start - space for start in starts], starts

    def count_divided_lines(self, box: float, indent: float) -> int:
        """Return a number of lines below which divisions and all else do not help.

        Lines are filled one after another; only words at line ends are looked at.
        """
        ends, starts = self.list_word_nodes()
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

    def list_nodes(self, opening: Opening) -> tuple[Nodes, list[Mark]]:
        """Return the places where a line may end, and where they stand in the words."""
        ends: list[float] = []
        starts: list[float] = []
        marks: list[Mark] = []
        x = 0.0
        last = len(self.words) - 1
        for index, word in enumerate(self.words):
            for found in self._find_breaks(index, opening):
                ends.append(x + found.end)
                starts.append(x + found.start)
                marks.append((index, found))
            end = x + word.width
            x = end + self.space
            if index == last or index in opening.unglued or not self._is_glued(index):
                ends.append(end)
                starts.append(x)
                marks.append((index, None))
        nodes = Nodes(
            ends,
            starts,
            [-1 if found is None else index for index, found in marks],
            [found is not None and found.kind.has_hyphen for _, found in marks],
            [0.0 if found is None else found.kind.penalty for _, found in marks],
        )
        return nodes, marks

    def _is_glued(self, index: int) -> bool:
        return self._book.is_glued(self._tokens[index], self._tokens[index + 1])

    def _find_breaks(self, index: int, opening: Opening) -> Sequence[PlacedBreak]:
        token = self._tokens[index]
        breaks: Sequence[PlacedBreak] = (
            self._book.find_breaks(token) if index in opening.divided else token.natural
        )
        parted = opening.parted.get(index)
        if parted:
            added = [b for b in self._book.find_breaks(token) if b.position in parted]
            breaks = sorted({*breaks, *added})
        if self._levels:
            breaks = [self._replace_break(index, found) for found in breaks]
        anywhere = opening.anywhere.get(index)
        if anywhere:
            known = {found.position for found in breaks}
            letters = [Break(position, BreakKind.ANY) for position in sorted(anywhere - known)]
            breaks = sorted([*breaks, *self._book.place_roughly(self.words[index], letters)])
        return breaks

    def find_divisions(self, index: int) -> Sequence[PlacedBreak]:
        """Return where the rules of the language divide a word."""
        return [b for b in self._book.find_breaks(self._tokens[index]) if b.kind > BreakKind.SOFT]

    def _replace_break(self, index: int, found: PlacedBreak) -> PlacedBreak:
        """Measure a break again where direction changes the shapes of letters."""
        word = self.words[index]
        head = self._find_part(index, 0, found.position, hyphen=found.kind.has_hyphen)
        tail = self._find_part(index, found.position, len(word.text))
        return found._replace(end=head.width, start=word.width - tail.width)

    def make_lines(self, marks: Sequence[Mark], chosen: Sequence[int], before: Mark) -> list[Line]:
        """Return the lines that end at the chosen nodes; the first one starts after ``before``."""
        cuts = [before, *(marks[node] for node in chosen)]
        return [self._make_line(a, b) for a, b in pairwise(cuts)]

    def _make_line(self, after: Mark, until: Mark) -> Line:
        first, cut = after
        start = 0 if cut is None else cut.position
        first += cut is None
        last, cut = until
        end = len(self.words[last].text) if cut is None else cut.position
        hyphen = cut is not None and cut.kind.has_hyphen
        if first == last:
            words = [self._find_part(first, start, end, hyphen=hyphen)]
        else:
            words = self.words[first : last + 1]
            words[0] = self._find_part(first, start, len(words[0].text))
            words[-1] = self._find_part(last, 0, end, hyphen=hyphen)
        return Line(
            words,
            sum([word.width for word in words]) + self.space * (len(words) - 1),
            cut is None,
            self._find_space_levels(first, last),
            self.base_level,
        )

    def _find_part(self, index: int, start: int, end: int, *, hyphen: bool = False) -> Word:
        """Return a word or the part of it from ``start`` to ``end``."""
        word = self.words[index]
        text = word.text
        if end - start == len(text) and not (hyphen or self._levels):
            return word
        part = text[start:end] + (SOFT_HYPHEN if hyphen else "")
        if not self._levels:
            return self._book.words.find_word(part)
        offset = self._offsets[index]
        levels = self._levels[offset + start : offset + end]
        return self._book.words.find_levelled_word(
            part, (*levels, levels[-1]) if hyphen else levels
        )

    def _find_space_levels(self, first: int, last: int) -> Sequence[int]:
        if not self._levels:
            return ()
        return [self._levels[self._offsets[index] - 1] for index in range(first + 1, last + 1)]

    @property
    def texts(self) -> list[str]:
        """The words as they are shown."""
        return [word.text for word in self.words]
