"""What a box forces open beyond good setting, where a piece fits in no line."""

from collections.abc import Callable, Iterable, Sequence

from blueprint_editor.layout.text.breaking import BreakKind, find_any_breaks
from blueprint_editor.layout.text.tokens import PlacedBreak

Place = tuple[int, int]
"""(word, characters of it before the place, or -1 for its end)."""


class Opening:
    """Where a paragraph may be parted beyond its spaces and natural breaks.

    Args:
        divided: indices of the words that may be divided by the rules of the language.

    Attributes:
        divided: as above.
        parted: positions of divisions in words that fit in no line.
        unglued: words whose space may end a line although it should not.
        anywhere: positions inside words between any two letters.
        barriers: places at which a line ends in any case: a piece that must be parted starts a line
            of its own. Thus a wider box, in which it is whole, never needs more lines.
    """

    def __init__(self, divided: Iterable[int] = ()) -> None:
        self.divided = frozenset(divided)
        self.parted: dict[int, set[int]] = {}
        self.unglued: set[int] = set()
        self.anywhere: dict[int, set[int]] = {}
        self.barriers: set[Place] = set()

    def open_up(
        self,
        after: Place,
        until: Place,
        texts: Sequence[str],
        find_divisions: Callable[[int], Sequence[PlacedBreak]],
    ) -> bool:
        """Allow more line ends in a piece that is too wide, the mildest ones first.

        ``after`` and ``until`` are the nodes around the piece, ``texts`` the words;
        ``find_divisions`` tells where the rules of the language divide a word.

        Returns:
            Whether anything changed.
        """
        first = after[0] if after[1] >= 0 else after[0] + 1
        last = until[0]
        if self._part_at_seams(range(first, last + 1), find_divisions):
            if (first, last) != (len(texts) - 1, len(texts) - 1):
                # The last word is only kept whole for its looks: it may share its line.
                self.barriers.add(after)
            return True
        opened = self._unglue(range(first, last)) or self._part_inside(
            after, until, texts[last], find_divisions
        )
        if opened:
            self.barriers.add(after)
        return opened

    def _part_at_seams(
        self, words: Iterable[int], find_divisions: Callable[[int], Sequence[PlacedBreak]]
    ) -> bool:
        opened = False
        for word in words:
            seams = {b.position for b in find_divisions(word) if b.kind is BreakKind.SEAM}
            if seams - self.parted.get(word, set()):
                self.parted.setdefault(word, set()).update(seams)
                opened = True
        return opened

    def _unglue(self, words: Iterable[int]) -> bool:
        before = len(self.unglued)
        self.unglued.update(words)
        return len(self.unglued) > before

    def _part_inside(
        self,
        after: Place,
        until: Place,
        text: str,
        find_divisions: Callable[[int], Sequence[PlacedBreak]],
    ) -> bool:
        """Divide a piece of one word between syllables, or else between any two letters."""
        word, end = until
        start = max(after[1], 0) if after[0] == word else 0
        end = len(text) if end < 0 else end
        syllables = {b.position for b in find_divisions(word) if start < b.position < end}
        if syllables - self.parted.get(word, set()):
            self.parted.setdefault(word, set()).update(syllables)
            return True
        letters = {position for position in find_any_breaks(text) if start < position < end}
        if letters - self.anywhere.get(word, set()):
            self.anywhere.setdefault(word, set()).update(letters)
            return True
        return False
