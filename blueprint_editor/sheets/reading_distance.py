"""From how far a printed sheet can be read, from the sizes of its texts; and what would help.

Sizes of type follow the eye, so that the rule is one of points for each metre:

- 10 pt for a metre is the limit. The small letters are then about 6.5 minutes of arc high, a little
  more than the 5 minutes of the smallest letters that an eye with a visual acuity of 1.0 makes out
  (the optotypes of ISO 8596): single words can be read, with effort.
- 20 pt for a metre is comfortable. The small letters are then about 13 minutes high, and reading
  is fluent from 12 minutes on (0.2 degrees; Legge and Bigelow, "Does print size matter for
  reading?", Journal of Vision 11(5):8, 2011); capitals are 17 minutes high, where ISO 9241-303
  asks for 16 at the least.

Figures are for Noto Sans, whose small letters are 0.536 of an em high and its capitals 0.714.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Group
from blueprint_editor.drawing.primitives import GlyphRun

LIMIT_PT_PER_M = 10.0
COMFORTABLE_PT_PER_M = 20.0
PT_MM = 25.4 / 72

Verdict = Literal["comfortable", "readable", "too_small"]


class GroupSizes(NamedTuple):
    """Sizes of the texts of a group, in mm of the drawing: the smallest, and the usual one.

    That is the size of most letters; of a card that of its own text, the largest, however many
    marks and actors stand on it. ``letters`` says how many are of it.
    """

    smallest: float
    usual: float
    letters: int


class TextSizes(NamedTuple):
    """Sizes of type as printed, in mm: the smallest of the sheet, and that of its cards."""

    smallest: float
    body: float

    @property
    def smallest_pt(self) -> float:
        return self.smallest / PT_MM

    @property
    def body_pt(self) -> float:
        return self.body / PT_MM

    def scaled(self, factor: float) -> "TextSizes":
        """Return the sizes on a print that is so many times as large."""
        return TextSizes(self.smallest * factor, self.body * factor)


def measure_group(group: Group) -> GroupSizes | None:
    """Return the sizes of a group's texts; None if it has none."""
    letters: dict[float, int] = {}
    for part in group.parts:
        for item in part.primitives:
            if isinstance(item, GlyphRun):
                letters[item.size] = letters.get(item.size, 0) + len(item.text)
    if not letters:
        return None
    usual = max(letters) if group.kind == "card" else max(letters, key=letters.__getitem__)
    return GroupSizes(min(letters), usual, letters[usual])


def join_sizes(groups: Iterable[tuple[Group, GroupSizes]], scale: float) -> TextSizes | None:
    """Return the sizes of a whole sheet, ``scale`` times those of its drawing; None = no text.

    The body is what most letters on cards are set in, or most letters of all where no card is.
    """
    smallest = float("inf")
    on_cards: Counter[float] = Counter()
    elsewhere: Counter[float] = Counter()
    for group, sizes in groups:
        smallest = min(smallest, sizes.smallest)
        (on_cards if group.kind == "card" else elsewhere)[sizes.usual] += sizes.letters
    letters = on_cards or elsewhere
    if not letters:
        return None
    return TextSizes(smallest * scale, letters.most_common(1)[0][0] * scale)


def find_text_sizes(drawing: Drawing, *, samples: int | None = None) -> TextSizes | None:
    """Return the sizes of type on the drawing's page; None if it has no text.

    ``samples``: look at so many cards and connectors only, spread over all; the ink of most groups
    has not been made, and they are all set in the same few styles.
    """
    groups: Iterable[Group] = (placed.group for placed in drawing.placed)
    if samples is not None:
        groups = _pick(drawing, samples)
    found = ((group, measure_group(group)) for group in groups)
    measured = ((group, sizes) for group, sizes in found if sizes is not None)
    return join_sizes(measured, drawing.fit.scale)


def find_smallest_sizes(pages: Iterable[Drawing]) -> TextSizes | None:
    """Return the smallest sizes of type on any of several pages."""
    return join_smallest(sizes for sizes in map(find_text_sizes, pages) if sizes is not None)


def join_smallest(sizes: Iterable[TextSizes]) -> TextSizes | None:
    """Return the smallest of several sizes of type; None if there are none."""
    found = list(sizes)
    if not found:
        return None
    return TextSizes(min(s.smallest for s in found), min(s.body for s in found))


def _pick(drawing: Drawing, samples: int) -> Iterator[Group]:
    many: dict[str, list[Group]] = {"card": [], "connector": []}
    for group, _, _ in drawing.placed:
        if group.kind in many:
            many[group.kind].append(group)
        else:
            yield group
    for groups in many.values():
        yield from groups[:: max(1, len(groups) // samples)]


def judge(size: float, distance_m: float) -> Verdict:
    """Say how a text of ``size`` mm is to be read from so many metres."""
    points = size / PT_MM / distance_m
    if points >= COMFORTABLE_PT_PER_M:
        return "comfortable"
    return "readable" if points >= LIMIT_PT_PER_M else "too_small"


def find_farthest(size: float) -> float:
    """Return the distance in metres up to which a text of ``size`` mm can be read."""
    return size / PT_MM / LIMIT_PT_PER_M
