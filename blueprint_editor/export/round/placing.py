"""Says what each remark of the answers is about: by the card's code, or by where a note stands."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.commands.comments import NewComment
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.index import DrawingIndex
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.export.round.rows import open_version
from blueprint_editor.language.round_words import ALL_ROUND_WORDS, WHOLE_CODE, find_round_words
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.record import clean_text
from blueprint_editor.storage.answers.remarks import Answers, Remark, Spot

Outcome = Literal["card", "whole", "known", "unplaced"]
Reason = Literal["", "no_code", "unknown_code", "gone", "no_card", "other_page"]
_WORD = re.compile(r"[A-Za-z0-9_-]+")
_NEAR_MM = 10.0
"""So far from a card a note on paper is still about it."""
_LIKE = 0.02
"""Share by which the shape of a returned page may differ from the poster's."""
_QUOTED = 60
"""Characters of a lost card's text that go before a remark on it."""


DrawPages: TypeAlias = Callable[[Document], tuple[Drawing, ...]]
"""Composes the pages of a document's poster."""


class PlacedRemark(NamedTuple):
    """A remark with what it is about.

    Attributes:
        comment: as it would enter the document; what was not placed is about the whole then.
        file: name of the answer.
        code: of the card in the version that was sent; empty for none.
        outcome: ``known`` has been taken before.
        reason: why it was not placed.
    """

    comment: NewComment
    file: str
    code: str
    outcome: Outcome
    reason: Reason = ""


class _Version(NamedTuple):
    content: DocumentContent
    is_certain: bool
    cards: Mapping[str, str]
    codes: Mapping[str, str]
    texts: Mapping[str, str]


def place_answers(
    document: Document, answers: Sequence[Answers], draw: DrawPages
) -> tuple[PlacedRemark, ...]:
    """Return every remark of some files, in their order.

    Args:
        document: that the comments are for, with its named versions.
        answers: as read.
        draw: composes a version's poster; called for notes on pages only.
    """
    known = {(c.text, c.author, c.target) for c in document.comments}
    cards = {card.id for card in document.cards}
    placed: list[PlacedRemark] = []
    for one in answers:
        placer = _Placer(document, cards, one, draw)
        for found in placer.place():
            if found.comment in known:
                found = found._replace(outcome="known")  # noqa: PLW2901
            known.add(found.comment)
            placed.append(found)
    return tuple(placed)


class _Placer:
    def __init__(
        self,
        document: Document,
        cards: set[str],
        answers: Answers,
        draw: DrawPages,
    ) -> None:
        self._document = document
        self._cards = cards
        self._answers = answers
        self._draw = draw
        self._words = find_round_words(document.language)
        self._version = _find_version(document, answers)
        self._pages: tuple[_Page, ...] | None = None
        authors = {remark.author for remark in answers.remarks if remark.author}
        self._author = next(iter(authors)) if len(authors) == 1 else ""

    def place(self) -> Iterator[PlacedRemark]:
        for text in self._find_strange():
            yield self._leave(Remark(text), "no_code")
        for remark in self._answers.remarks:
            if remark.text:
                yield self._place_text(remark)
            if suggested := self._find_suggestion(remark):
                told = self._words.suggested.format(suggested)
                yield self._place_text(remark._replace(text=told))

    def _find_strange(self) -> Iterator[str]:
        """Yield what stands around the table and was not there when it was sent."""
        if self._answers.pages:
            return
        title, ours = self._version.content.title, set[str]()
        for words in ALL_ROUND_WORDS:
            ours |= {words.title.format(title), words.instructions}
            for version in self._document.snapshots:
                ours.add(words.version.format(name=version.name, key=version.id))
        ours = {_flatten(text) for text in ours}
        yield from (text for text in self._answers.loose if _flatten(text) not in ours)

    def _find_suggestion(self, remark: Remark) -> str:
        """Return the text that somebody has put in the place of a card's."""
        card = self._version.cards.get(remark.code)
        if card is None or not self._version.is_certain or not (remark.shown or "").strip():
            return ""
        shown, before = _flatten(remark.shown or ""), _flatten(self._version.texts[card])
        is_cut = shown.endswith("…") and before.startswith(shown[:-1])
        return "" if shown == before or is_cut else (remark.shown or "").strip()

    def _place_text(self, remark: Remark) -> PlacedRemark:
        if remark.spot is not None:
            return self._place_spot(remark, remark.spot)
        if remark.code == WHOLE_CODE:
            return self._make(remark, None, "", "whole")
        if not remark.code:
            return self._leave(remark, "no_code")
        card = self._version.cards.get(remark.code)
        if card is None:
            return self._leave(remark, "unknown_code")
        if card not in self._cards:
            return self._leave(remark, "gone", _quote(self._version.texts[card]))
        return self._make(remark, card, remark.code, "card")

    def _place_spot(self, remark: Remark, spot: Spot) -> PlacedRemark:
        if self._pages is None:
            drawn = self._draw(open_version(self._document, self._version.content))
            self._pages = tuple(map(_Page, drawn))
        page = self._pages[spot.page - 1] if len(self._pages) == self._answers.pages else None
        if page is None or not page.is_like(spot):
            return self._leave(remark, "other_page")
        card = page.find_card(spot)
        if card is None:
            return self._leave(remark, "no_card")
        if card not in self._cards:
            lost = remark._replace(code=self._version.codes[card])
            return self._leave(lost, "gone", _quote(self._version.texts[card]))
        return self._make(remark, card, self._version.codes[card], "card")

    def _make(
        self, remark: Remark, target: str | None, code: str, outcome: Outcome, reason: Reason = ""
    ) -> PlacedRemark:
        author = clean_text(" ".join((remark.author or self._author).split()))
        comment = NewComment(clean_text(remark.text), author, target)
        return PlacedRemark(comment, self._answers.name, code, outcome, reason)

    def _leave(self, remark: Remark, reason: Reason, quote: str = "") -> PlacedRemark:
        """Return what has no place, its text beginning with all that tells where it was."""
        text = remark.text
        if start := " ".join(part for part in (remark.code, quote) if part):
            text = f"{start}: {text}"
        if remark.spot is not None:
            text = self._words.on_page.format(page=remark.spot.page, text=text)
        return self._make(remark._replace(text=text), None, remark.code, "unplaced", reason)


class _Page:
    """The cards of a poster's page by place."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._index = DrawingIndex()
        self._index.show(drawing)

    def is_like(self, spot: Spot) -> bool:
        """Tell whether a page has the poster's shape; it may be larger or smaller."""
        ours = self._drawing.width / self._drawing.height
        return spot.height > 0 and abs(spot.width / spot.height / ours - 1) <= _LIKE

    def find_card(self, spot: Spot) -> str | None:
        """Return the card under a note, else the nearest one beside it."""
        fit = self._drawing.fit
        scale = self._drawing.width / spot.width
        x0, x1 = ((x * scale - fit.dx) / fit.scale for x in (spot.area.x0, spot.area.x1))
        y0, y1 = ((y * scale - fit.dy) / fit.scale for y in (spot.area.y0, spot.area.y1))
        near = _NEAR_MM / fit.scale
        found = self._index.find(Bounds(x0 - near, y0 - near, x1 + near, y1 + near))
        cards = [(one.group.key, one.bounds) for one in found if one.group.kind == "card"]
        if not cards:
            return None
        note, x, y = Bounds(x0, y0, x1, y1), (x0 + x1) / 2, (y0 + y1) / 2

        def rank(card: tuple[str, Bounds]) -> tuple[bool, float, float]:
            box = card[1]
            return not box.contains(x, y), -_share(note, box), _find_distance(note, box)

        return min(cards, key=rank)[0]


def _share(one: Bounds, other: Bounds) -> float:
    """Return the area in mm² that two have in common."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, width) * max(0.0, height)


def _find_distance(one: Bounds, other: Bounds) -> float:
    dx = max(0.0, one.x0 - other.x1, other.x0 - one.x1)
    dy = max(0.0, one.y0 - other.y1, other.y0 - one.y1)
    return dx * dx + dy * dy


def _find_version(document: Document, answers: Answers) -> _Version:
    """Return the version that answers name, else the one whose cards they tell most alike."""
    told = {word for text in answers.loose for word in _WORD.findall(text)}
    named = [version for version in document.snapshots if version.id in told]
    if named:
        return _read_version(named[-1].document, is_certain=True)
    contents = (document, *(version.document for version in reversed(document.snapshots)))
    versions = [_read_version(content, is_certain=False) for content in contents]
    if answers.pages:
        return versions[0]
    return max(versions, key=lambda version: _count_alike(version, answers))


def _read_version(content: DocumentContent, *, is_certain: bool) -> _Version:
    codes = DerivedFacts(content).card_codes
    return _Version(
        content,
        is_certain,
        {code: card for card, code in codes.items()},
        codes,
        {card.id: card.text for card in content.cards},
    )


def _count_alike(version: _Version, answers: Answers) -> int:
    return sum(
        _flatten(remark.shown) == _flatten(version.texts[version.cards[remark.code]])
        for remark in answers.remarks
        if remark.shown and remark.code in version.cards
    )


def _flatten(text: str) -> str:
    return " ".join(text.split())


def _quote(text: str) -> str:
    flat = _flatten(text)
    return f"“{flat if len(flat) <= _QUOTED else flat[:_QUOTED] + '…'}”"
