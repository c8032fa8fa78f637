"""What would make a poster easier to read from afar: each change really fitted, not guessed."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card, Lane
from blueprint_editor.sheets.fit_wish import Fitted, fit_poster
from blueprint_editor.sheets.paper import Paper, list_larger, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import NO_PICTURES, PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.reading_distance import TextSizes, Verdict, find_text_sizes, judge

AdviceKind = Literal["fit", "paper", "hide_lane", "split", "shorten"]

_SIDE_ROLES = frozenset({"channel", "time", "image", "metric", "policy", "custom"})
"""Lanes that a poster can do without on the wall."""
_MOST_LANES = 3
_LEAST_GAIN = 1.04
_WORDY = 12
_MOST_CARDS = 5


class Advice(NamedTuple):
    """One thing that would help.

    Attributes:
        subject: the paper's name; the lane's id; the id of the phase that begins the second poster.
        cards: those with the most words, the longest first.
        sizes: the text as it would be then; None where that depends on who writes.
    """

    kind: AdviceKind
    subject: str = ""
    cards: tuple[str, ...] = ()
    sizes: TextSizes | None = None


class Reading(NamedTuple):
    """How a poster can be read on its paper, and what would help.

    Attributes:
        distance: from which it is to be read, in metres.
        sizes: None if there is no text.
    """

    distance: float
    sizes: TextSizes | None
    advice: tuple[Advice, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """How the text on the cards is to be read from the distance."""
        return judge(self.sizes.body, self.distance) if self.sizes else "comfortable"


_Fit: TypeAlias = Callable[[DocumentContent, Paper, FitWish], Fitted]


def measure_reading(
    document: DocumentContent, typesetter: Typesetter, pictures: Pictures = NO_PICTURES
) -> Reading:
    """Compose the poster on its paper and measure its texts.

    Raises:
        UnknownPaperError: the document names no paper.
    """
    drawing = _compose(document, typesetter, pictures)
    return Reading(document.poster.reading_distance, find_text_sizes(drawing))


def _compose(document: DocumentContent, typesetter: Typesetter, pictures: Pictures) -> Drawing:
    """Return the poster on its paper; several posters as one, of their size."""
    poster = document.poster
    paper = parse_paper(poster.paper)
    drawing = PosterComposer(typesetter).compose(document, pictures).drawing
    if poster.fit is not None and poster.fit.splits:
        return drawing
    return put_on_paper(drawing, paper, poster.orientation)


def advise(
    document: DocumentContent, typesetter: Typesetter, pictures: Pictures = NO_PICTURES
) -> Reading:
    """Measure the poster and find what would help, if text is smaller than is comfortable.

    Raises:
        UnknownPaperError: the document names no paper.
    """
    poster, drawing = document.poster, _compose(document, typesetter, pictures)
    found = Reading(poster.reading_distance, find_text_sizes(drawing))
    if found.sizes is None:
        return found
    reach = drawing.fit.scale * (poster.fit.type_scale if poster.fit else 1.0)

    def fit(changed: DocumentContent, paper: Paper, wish: FitWish) -> Fitted:
        # Several posters lie as makes their text larger, whoever asks for them.
        orientation = None if wish.is_split else poster.orientation
        return fit_poster(changed, paper, orientation, wish, typesetter, pictures)

    adviser = _Adviser(document, found.sizes, reach, fit)
    return found._replace(advice=tuple(adviser.list_advice()))


class _Adviser:
    """``reach`` is the type scale that the sizes come from: type grows alike on every poster."""

    def __init__(
        self, document: DocumentContent, sizes: TextSizes, reach: float, fit: _Fit
    ) -> None:
        self._document = document
        self._distance = document.poster.reading_distance
        self._paper = parse_paper(document.poster.paper)
        self._fit = fit
        self._best = fit(document, self._paper, FitWish())
        self._sizes = sizes
        self._now = reach

    def list_advice(self) -> Iterator[Advice]:
        if judge(self._sizes.smallest, self._distance) == "comfortable":
            return
        if self._best.found.reach > self._now * _LEAST_GAIN:
            yield self._make("fit", "", self._best)
        yield from self._find_paper()
        yield from self._find_lane()
        yield from self._find_split()
        wordy = _find_wordy(self._document)
        if wordy:
            yield Advice("shorten", cards=wordy)

    def _make(self, kind: AdviceKind, subject: str, fitted: Fitted) -> Advice:
        return Advice(kind, subject, sizes=self._foresee(fitted))

    def _foresee(self, fitted: Fitted) -> TextSizes:
        return self._sizes.scaled(fitted.found.reach / self._now)

    def _find_paper(self) -> Iterator[Advice]:
        """Find the smallest larger paper on which all can be read, or else the largest there is."""
        last: Advice | None = None
        for paper in list_larger(self._paper):
            fitted = self._fit(self._document, paper, FitWish())
            last = self._make("paper", paper.name, fitted)
            if judge(self._foresee(fitted).smallest, self._distance) != "too_small":
                break
        if last is not None:
            yield last

    def _find_lane(self) -> Iterator[Advice]:
        lanes = [lane for lane in self._document.lanes if _can_be_hidden(lane)][:_MOST_LANES]
        hidden = {
            lane.id: self._fit(_hide(self._document, lane), self._paper, FitWish())
            for lane in lanes
        }
        if hidden:
            lane = max(hidden, key=lambda one: hidden[one].found.reach)
            if hidden[lane].found.reach > self._best.found.reach * _LEAST_GAIN:
                yield self._make("hide_lane", lane, hidden[lane])

    def _find_split(self) -> Iterator[Advice]:
        split = self._fit(self._document, self._paper, FitWish(posters=2))
        if split.fit.splits and split.found.reach > self._best.found.reach * _LEAST_GAIN:
            yield self._make("split", split.fit.splits[0], split)


def _can_be_hidden(lane: Lane) -> bool:
    return lane.role in _SIDE_ROLES and not lane.hidden


def _hide(document: DocumentContent, lane: Lane) -> DocumentContent:
    lanes = tuple(
        one.model_copy(update={"hidden": True}) if one is lane else one for one in document.lanes
    )
    return document.model_copy(update={"lanes": lanes})


def _find_wordy(document: DocumentContent) -> tuple[str, ...]:
    """Return the shown cards with the most words, if they have many."""
    shown = DerivedFacts(document).visible_cards
    cards = [card for card in document.cards if card.id in shown]
    long = sorted((card for card in cards if _count(card) >= _WORDY), key=_count, reverse=True)
    return tuple(card.id for card in long[:_MOST_CARDS])


def _count(card: Card) -> int:
    return len(card.text.split())
