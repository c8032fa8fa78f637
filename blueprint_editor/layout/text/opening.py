"""What a box forces open beyond good setting, where a piece fits in no line."""

from collections.abc import Iterable, Sequence

from blueprint_editor.layout.text.breaking import find_any_breaks


class Opening:
    """Where a paragraph may be parted beyond its spaces and natural breaks.

    Args:
        divided: indices of the words that may be divided by the rules of the language.

    Attributes:
        divided: as above, and words that fit in no line.
        unglued: words whose space may end a line although it should not.
        anywhere: positions inside words between any two letters.
        barriers: ends of pieces, as (word, position or -1 for its end), at which a line ends in any
            case: a piece that must be broken starts a line of its own. Thus a wider box, in which
            it is whole, never needs more lines.
    """

    def __init__(self, divided: Iterable[int] = ()) -> None:
        self.divided = frozenset(divided)
        self.unglued: set[int] = set()
        self.anywhere: dict[int, list[int]] = {}
        self.barriers: set[tuple[int, int]] = set()

    def open_up(
        self,
        after: tuple[int, int],
        until: tuple[int, int],
        texts: Sequence[str],
        *,
        may_divide: bool,
    ) -> bool:
        """Allow more line ends in a piece that is too wide, the mildest ones first.

        ``after`` and ``until`` are (word, position or -1 for its end) of the nodes around the
        piece, ``texts`` the words; ``may_divide`` allows the rules of the language.

        Returns:
            Whether anything changed.
        """
        first = after[0] if after[1] >= 0 else after[0] + 1
        last = until[0]
        return (
            (may_divide and self._divide(after, first, last, len(texts)))
            or self._unglue(after, first, last)
            or self._break_anywhere(after, until, texts[last])
        )

    def _divide(self, after: tuple[int, int], first: int, last: int, count: int) -> bool:
        words = set(range(first, last + 1)) - self.divided
        if not words:
            return False
        self.divided |= words
        if words != {count - 1}:
            # The last word is only kept whole for its looks: it may share its line.
            self.barriers.add(after)
        return True

    def _unglue(self, after: tuple[int, int], first: int, last: int) -> bool:
        words = set(range(first, last)) - self.unglued
        if not words:
            return False
        self.unglued |= words
        self.barriers.add(after)
        return True

    def _break_anywhere(self, after: tuple[int, int], until: tuple[int, int], text: str) -> bool:
        index, end = until
        start = max(after[1], 0) if after[0] == index else 0
        end = len(text) if end < 0 else end
        known = self.anywhere.setdefault(index, [])
        added = [p for p in find_any_breaks(text) if start < p < end and p not in known]
        known += added
        if added:
            self.barriers.add(after)
        return bool(added)
