"""A paragraph as words with widths and possible line ends; yields its lines for a box."""

import itertools
from math import ceil
from typing import NamedTuple

from blueprint_editor.language.hyphenation import Hyphenator
from blueprint_editor.layout.text.bidi import find_levels, has_right_to_left
from blueprint_editor.layout.text.breaking import (
    Break,
    BreakKind,
    find_any_breaks,
    find_breaks,
    find_glue,
)
from blueprint_editor.layout.text.lines import Node, choose_lines
from blueprint_editor.layout.text.words import SOFT_HYPHEN, Piece, Word, WordBook


class Line(NamedTuple):
    """The words of one line in logical order.

    Attributes:
        words: whole words and the parts that a division left.
        space_levels: embedding level of the space after each word but the last.
        width: in ems.
        drops_space: the line ends at a space (or paragraph end) that is not drawn.
        space: the shaped space between words.
        base_level: of the paragraph; 1 where it runs from right to left.
    """

    words: tuple[Word, ...]
    space_levels: tuple[int, ...]
    width: float
    drops_space: bool
    space: Piece
    base_level: int


class Paragraph:
    """Text without explicit line breaks, its words shaped.

    Args:
        text: white space already collapsed.
        hyphenate: divide words by the rules of the language; soft hyphens always count.
    """

    def __init__(
        self, text: str, book: WordBook, hyphenator: Hyphenator, *, hyphenate: bool
    ) -> None:
        self._book = book
        tokens = [token for token in text.split(" ") if token.strip(SOFT_HYPHEN)]
        self._texts = [token.replace(SOFT_HYPHEN, "") for token in tokens]
        self._tokens = tokens
        self._hyphenator = hyphenator
        self._hyphenate = hyphenate
        self._base_level = 0
        self._levels: tuple[int, ...] | None = None
        self._offsets: list[int] = []
        if has_right_to_left(text):
            self._base_level, self._levels = find_levels(" ".join(self._texts))
            offset = 0
            for word in self._texts:
                self._offsets.append(offset)
                offset += len(word) + 1
        self._words = [self._shape(index) for index in range(len(self._texts))]

    @property
    def width(self) -> float:
        """Width in ems of the paragraph in one line."""
        gaps = max(0, len(self._words) - 1) * self._book.space.width
        return sum(word.width for word in self._words) + gaps

    def find_whole_line(self) -> Line:
        return Line(
            tuple(self._words),
            self._find_space_levels(0, len(self._words) - 1),
            self.width,
            drops_space=True,
            space=self._book.space,
            base_level=self._base_level,
        )

    def find_lines(
        self, box: float, *, balance: bool, indent: float = 0.0, spare_hyphens: bool = False
    ) -> list[Line]:
        """Return the lines for a box of ``box`` ems; an empty paragraph is one empty line.

        The first line is shorter by ``indent`` ems. With ``spare_hyphens`` one line more is
        rather taken than a word divided.
        """
        if self.width + indent <= box or not self._words:
            return [self.find_whole_line()]
        if not (self._hyphenate and spare_hyphens):
            return self._choose(box, indent, balance=balance)
        whole: list[Line] = []
        if max(word.width for word in self._words) + indent <= box:
            self._hyphenate = False
            whole = self._choose(box, indent, balance=balance)
            self._hyphenate = True
            if len(whole) <= ceil((self.width + indent) / box) + 1:
                return whole
        divided = self._choose(box, indent, balance=balance)
        return whole if whole and len(whole) <= len(divided) + 1 else divided

    def _choose(self, box: float, indent: float, *, balance: bool) -> list[Line]:
        nodes = self._find_nodes(box, indent)
        chosen = choose_lines(nodes, box, self._measure, balance=balance)
        return [self._make_line(nodes[a], nodes[b]) for a, b in chosen]

    def find_narrowest(self) -> float:
        """Return the width in ems of the widest piece between two possible line ends."""
        if not self._words:
            return 0.0
        nodes = self._list_nodes(_Opening(divides_last=True))
        return max(self._measure_atom(a, b) for a, b in itertools.pairwise(nodes))

    def _shape(self, index: int, start: int = 0, end: int = -1, *, hyphen: bool = False) -> Word:
        """Return a word or a part of it; ``end`` -1 is the word's end."""
        text = self._texts[index]
        end = len(text) if end < 0 else end
        part = text[start:end] + (SOFT_HYPHEN if hyphen else "")
        if self._levels is None:
            return self._book.find_word(part)
        offset = self._offsets[index]
        levels = self._levels[offset + start : offset + end]
        return self._book.find_levelled_word(part, levels + levels[-1:] if hyphen else levels)

    def _measure(self, word: int, start: int, end: int, hyphen: bool) -> float:
        return self._shape(word, start, end, hyphen=hyphen).width

    def _measure_atom(self, a: Node, b: Node) -> float:
        if a.word == b.word and a.position >= 0 and b.position >= 0:
            return self._measure(b.word, a.position, b.position, b.has_hyphen)
        return b.end - a.start

    def _find_nodes(self, box: float, indent: float) -> list[Node]:
        """Return the places for line ends, with more of them where a piece is too wide."""
        opening = _Opening()
        while True:
            nodes = self._list_nodes(opening)
            nodes[0] = nodes[0]._replace(start=-indent)
            wide = [(a, b) for a, b in itertools.pairwise(nodes) if self._measure_atom(a, b) > box]
            opened = [opening.open_up(a, b, self._texts) for a, b in wide]
            if not any(opened):
                return nodes

    def _list_nodes(self, opening: "_Opening") -> list[Node]:
        space = self._book.space.width
        glue = find_glue(self._texts)
        last = len(self._texts) - 1
        nodes = [Node(-1, -1, BreakKind.SPACE, 0.0, 0.0, is_barrier=True)]
        x = 0.0
        for index, word in enumerate(self._words):
            for found in self._find_breaks(index, opening):
                head = self._shape(index, 0, found.position, hyphen=found.has_hyphen)
                tail = self._shape(index, found.position)
                nodes.append(
                    Node(
                        index,
                        found.position,
                        found.kind,
                        x + head.width,
                        x + word.width - tail.width,
                        (index, found.position) in opening.barriers,
                    )
                )
            end = x + word.width
            x = end + space
            if index == last or not glue[index] or index in opening.unglued:
                is_barrier = (index, -1) in opening.barriers
                nodes.append(Node(index, -1, BreakKind.SPACE, end, x, is_barrier))
        return nodes

    def _find_breaks(self, index: int, opening: "_Opening") -> tuple[Break, ...]:
        token = self._tokens[index]
        breaks = find_breaks(
            token, self._book.language, self._hyphenator, hyphenate=self._hyphenate
        )
        if index == len(self._tokens) - 1 and not opening.divides_last:
            breaks = tuple(b for b in breaks if not b.has_hyphen)
        forced = opening.anywhere.get(index)
        if forced:
            kept = {b.position for b in breaks}
            breaks = tuple(
                sorted((*breaks, *(Break(p, BreakKind.ANY) for p in forced if p not in kept)))
            )
        return breaks

    def _find_space_levels(self, first: int, last: int) -> tuple[int, ...]:
        if self._levels is None:
            return (0,) * (last - first)
        return tuple(self._levels[self._offsets[index] - 1] for index in range(first + 1, last + 1))

    def _make_line(self, a: Node, b: Node) -> Line:
        first, start = (a.word, a.position) if a.position >= 0 else (a.word + 1, 0)
        last, end, hyphen = b.word, b.position, b.has_hyphen
        if first == last:
            words = [self._shape(first, start, end, hyphen=hyphen)]
        else:
            words = [
                self._shape(first, start),
                *self._words[first + 1 : last],
                self._shape(last, 0, end, hyphen=hyphen),
            ]
        gaps = self._book.space.width * (len(words) - 1)
        return Line(
            tuple(words),
            self._find_space_levels(first, last),
            sum(word.width for word in words) + gaps,
            drops_space=b.position < 0,
            space=self._book.space,
            base_level=self._base_level,
        )


class _Opening:
    """What a narrow box forces open, beyond good setting, where a piece fits in no line."""

    def __init__(self, *, divides_last: bool = False) -> None:
        self.divides_last = divides_last
        self.unglued: set[int] = set()
        self.anywhere: dict[int, list[int]] = {}
        self.barriers: set[tuple[int, int]] = set()

    def open_up(self, a: Node, b: Node, texts: list[str]) -> bool:
        """Allow more breaks between two nodes that stand too far apart.

        A piece that is broken anywhere starts a line of its own, so that a wider box, in which
        it is whole, never needs more lines.

        Returns:
            Whether anything changed.
        """
        first = a.word if a.position >= 0 else a.word + 1
        if b.word == len(texts) - 1 and not self.divides_last:
            self.divides_last = True
            return True
        if first < b.word:
            before = len(self.unglued)
            self.unglued.update(range(first, b.word))
            self.barriers.add((a.word, a.position))
            return len(self.unglued) > before
        start = max(a.position, 0) if a.word == b.word else 0
        end = b.position if b.position >= 0 else len(texts[b.word])
        known = self.anywhere.setdefault(b.word, [])
        added = [
            position
            for position in find_any_breaks(texts[b.word])
            if start < position < end and position not in known
        ]
        known += added
        if added:
            self.barriers.add((a.word, a.position))
        return bool(added)
