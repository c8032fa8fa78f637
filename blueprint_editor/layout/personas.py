"""The panel of a persona above the path: portrait, name, own words, facts in columns."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import Bounds, Rectangle, Stroke
from blueprint_editor.layout.columns import share_out
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.picture import PlacedPicture
from blueprint_editor.layout.text import SetText, Typesetter
from blueprint_editor.layout.theme import PAPER, RoleLook, Theme

PORTRAIT = 34.0
"""A portrait is at most so wide and high, in mm at type scale 1."""
_NARROWEST = 300.0
"""Panels stand side by side as long as each is so wide."""
_COLUMN = 92.0
_PADDING = 5.0
_FACT_GAP = 0.9


class PersonaTexts(NamedTuple):
    """What a panel shows, already in the sheet's language.

    Attributes:
        name: with the age.
        quote: with its marks.
        facts: what it is about, and the words.
        sign: letter and colour of the path that this persona takes; empty for none.
        has_alt: the portrait has an alternative text.
    """

    id: str
    name: str
    quote: str
    facts: tuple[tuple[str, str], ...]
    sign: tuple[str, str]
    portrait: PlacedPicture | None
    has_alt: bool
    language: str


class _Fact(NamedTuple):
    """A label and its words; the words' first line stands beside the label where it has room."""

    label: SetText
    words: SetText
    below: float
    """How far the words begin below the label, in mm."""

    @property
    def height(self) -> float:
        return self.below + self.words.height


class PersonaPanel(NamedTuple):
    """A panel that is set; ``height`` mm is the least that it needs.

    ``columns`` are numbers of facts, column by column.
    """

    texts: PersonaTexts
    width: float
    height: float
    name: SetText
    quote: SetText
    facts: tuple[_Fact, ...]
    columns: tuple[tuple[int, ...], ...]
    room: float
    missing: str


def count_in_row(count: int, width: float, theme: Theme) -> int:
    """Return how many panels stand side by side on ``width`` mm; all rows are about as full."""
    most = max(1, min(count, int(width // theme.mm(_NARROWEST))))
    rows = -(-count // most)
    return -(-count // rows)


def set_persona(
    texts: PersonaTexts, width: float, theme: Theme, typesetter: Typesetter
) -> PersonaPanel:
    """Set a panel ``width`` mm wide."""
    left, own = _measure_own(texts, width, theme)
    name = typesetter.set_text(
        texts.name, theme.styles["heading"], own, texts.language, align="hug"
    )
    quote = typesetter.set_text(
        texts.quote, theme.styles["small"], own, texts.language, align="hug"
    )
    padding = theme.mm(_PADDING)
    rest = width - left - own - theme.mm(9) - padding
    count = max(1, min(len(texts.facts), int((rest + theme.mm(7)) // theme.mm(_COLUMN))))
    facts, columns, room = _set_facts(texts, rest, count, theme, typesetter)
    if len(columns) < count:
        # The others become wider instead of one staying empty.
        facts, columns, room = _set_facts(texts, rest, len(columns), theme, typesetter)
    gap = theme.mm(_FACT_GAP)
    tallest = max((sum(facts[i].height + gap for i in c) - gap for c in columns if c), default=0.0)
    words = name.height + (quote.height if texts.quote else 0.0)
    picture = texts.portrait.height if texts.portrait else 0.0
    height = max(words, tallest, picture) + 2 * theme.mm(4)
    missing = name.missing + quote.missing
    missing += "".join(fact.label.missing + fact.words.missing for fact in facts)
    return PersonaPanel(texts, width, height, name, quote, facts, columns, room, missing)


def _set_facts(
    texts: PersonaTexts, width: float, count: int, theme: Theme, typesetter: Typesetter
) -> tuple[tuple[_Fact, ...], tuple[tuple[int, ...], ...], float]:
    """Return the facts set in at most ``count`` columns, what stands in each, and their width."""
    room = (width - theme.mm(7) * (count - 1)) / count
    facts = tuple(_set_fact(*fact, room, theme, typesetter, texts.language) for fact in texts.facts)
    heights = [fact.height + theme.mm(_FACT_GAP) for fact in facts]
    return facts, share_out(heights, count), room


def _measure_own(texts: PersonaTexts, width: float, theme: Theme) -> tuple[float, float]:
    """Return where name and quote begin, and how wide they may be, in mm."""
    left = theme.mm(_PADDING)
    if texts.portrait is not None:
        left += texts.portrait.width + theme.mm(5)
    share = (width - left) * (0.3 if texts.facts else 0.9)
    return left, max(min(share, theme.mm(110)), theme.mm(40))


def _set_fact(
    label: str, words: str, width: float, theme: Theme, typesetter: Typesetter, language: str
) -> _Fact:
    strong = typesetter.set_line(label, theme.styles["small_strong"], language)
    indent = strong.width + theme.mm(1.6)
    is_beside = indent < width * 0.5
    text = typesetter.set_text(
        words, theme.styles["small"], width, language,
        first_indent=indent if is_beside else 0.0, align="hug", balance=False, spare_hyphens=True,
    )  # fmt: skip
    return _Fact(strong, text, 0.0 if is_beside else strong.height)


def build_persona(
    panel: PersonaPanel, height: float, look: RoleLook, theme: Theme, typesetter: Typesetter
) -> Group:
    """Draw a panel ``height`` mm high on the ground of ``look``.

    Parts ``picture``, ``sign``, ``name``, ``quote``, ``label:N`` and ``fact:N``.
    """
    texts = panel.texts
    ink = GroupBuilder()
    line = theme.mm(0.4)
    ink.add("", [
        Rectangle(
            line / 2, line / 2, panel.width - line, height - line, look.tint,
            Stroke(look.border, line), theme.mm(theme.metrics.card_radius),
        )
    ])  # fmt: skip
    top = theme.mm(4)
    left, own = _measure_own(texts, panel.width, theme)
    if texts.portrait is not None:
        part = "picture" if texts.has_alt else ""
        ink.place(part, texts.portrait, theme.mm(_PADDING), top)
    ink.add_text("name", panel.name, left, top)
    if texts.sign[0]:
        _add_sign(ink, texts.sign, left + panel.name.width + theme.mm(3), top, theme, typesetter)
    if texts.quote:
        ink.add_text("quote", panel.quote, left, top + panel.name.height)
    x = left + own + theme.mm(9)
    for column in panel.columns:
        y = top
        for index in column:
            fact = panel.facts[index]
            ink.add_text(f"label:{index}", fact.label, x, y)
            ink.add_text(f"fact:{index}", fact.words, x, y + fact.below)
            y += fact.height + theme.mm(_FACT_GAP)
        x += panel.room + theme.mm(7)
    bounds = Bounds(0, 0, panel.width, height)
    return ink.build(
        texts.id, "persona", bounds, label=texts.name, outline=(look.tint, look.border)
    )


def _add_sign(
    ink: GroupBuilder,
    sign: tuple[str, str],
    x: float,
    top: float,
    theme: Theme,
    typesetter: Typesetter,
) -> None:
    """Add the letter of a path on its colour, beside the name."""
    letter = typesetter.set_line(sign[0], theme.styles["variant"]._replace(colour=PAPER), "")
    size = theme.mm(6.4)
    box = max(size, letter.width + theme.mm(2))
    y = top + (theme.styles["heading"].leading - size) / 2
    ink.add("", [Rectangle(x, y, box, size, sign[1])])
    middle = y + (size - letter.height) / 2
    ink.add_text("sign", letter, x + (box - letter.width) / 2, middle)
