"""A poster composed by hand: boxes of 40 mm in a grid, so that places are easy to reckon."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Group, Part, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, Path, Rectangle, Stroke
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.filtering import apply_filter
from blueprint_editor.model.records import Card
from blueprint_editor.sheets.poster_grid import Column, GridDeck, PosterGrid, Row

LEFT, TOP, COLUMN, CARD_WIDTH, GAP, LINE = 60.0, 40.0, 60.0, 40.0, 10.0, 10.0
PHASE_HEIGHT = 12.0


class SmallPoster(NamedTuple):
    drawing: Drawing
    grid: PosterGrid
    facts: DerivedFacts
    faded: frozenset[str]


class SmallComposer:
    """Composes documents; cards that are the same record keep their group."""

    def __init__(self) -> None:
        self._groups: dict[Card, Group] = {}
        self.composed = 0

    def __call__(self, document: Document, *, kept: Collection[str] = ()) -> SmallPoster:
        self.composed += 1
        document, whole, faded = apply_filter(document, kept)
        facts = DerivedFacts(document, None if whole is document else DerivedFacts(whole))
        columns = tuple(
            Column(step.id, step.phase, LEFT + COLUMN * i + GAP, CARD_WIDTH)
            for i, step in enumerate(facts.steps)
        )
        rows, placed, cells, y = [], list(_iter_phases(columns)), {}, TOP
        for lane in facts.lanes:
            height = 2 * GAP
            for column in columns:
                top = y + GAP
                for card in facts.cards_by_cell.get((lane.id, column.step), ()):
                    group = self._card_group(card)
                    placed.append(Placed(group, column.x, top))
                    top += group.bounds.height + GAP
                    cells.setdefault((lane.id, column.step), []).append(card.id)
                height = max(height, top - y)
            rows.append(Row(lane.id, y, height))
            y += height
        places = {item.group.key: item for item in placed if item.group.kind == "card"}
        bounds = {key: item.bounds for key, item in places.items()}
        placed += [
            _connector(link.id, places[link.source], places[link.target])
            for link in document.connectors
            if link.source in places and link.target in places
        ]
        width = LEFT + COLUMN * len(columns) + GAP
        grid = PosterGrid(
            (GridDeck(columns, tuple(rows), TOP - 2 * GAP, TOP - 2 * GAP + PHASE_HEIGHT),),
            Bounds(GAP, GAP, width - GAP, y),
            LEFT,
            bounds,
            {cell: tuple(cards) for cell, cards in cells.items()},
        )
        drawing = Drawing(
            width, y + GAP, tuple(placed), Tag("Document"), document.title, document.language
        )
        return SmallPoster(drawing, grid, facts, faded)

    def _card_group(self, card: Card) -> Group:
        if card not in self._groups:
            height = LINE * (1 + card.text.count("\n"))
            box = Rectangle(0, 0, CARD_WIDTH, height, "#FFE79E", Stroke("#D6A419", 0.5))
            bounds = Bounds(0, 0, CARD_WIDTH, height)
            part = Part("card", (box,))
            outline = ("#FFE79E", "#D6A419")
            self._groups[card] = Group(card.id, "card", (part,), bounds, card.text, outline)
        return self._groups[card]


def _iter_phases(columns: tuple[Column, ...]) -> Iterator[Placed]:
    for phase in dict.fromkeys(column.phase for column in columns):
        own = [column for column in columns if column.phase == phase]
        width = own[-1].x + own[-1].width - own[0].x
        box = Rectangle(0, 0, width, PHASE_HEIGHT, "#14263F")
        bounds = Bounds(0, 0, width, PHASE_HEIGHT)
        outline = ("#14263F", "#14263F")
        group = Group(phase, "phase", (Part("", (box,)),), bounds, outline=outline)
        yield Placed(group, own[0].x, TOP - 2 * GAP)


def _connector(key: str, source: Placed, target: Placed) -> Placed:
    x0, y0 = source.x + CARD_WIDTH / 2, source.bounds.y1
    x1, y1 = target.x + CARD_WIDTH / 2 - x0, target.y - y0
    course = ((0, 0), (0, y1 / 2), (x1, y1 / 2), (x1, y1))
    line = Path((("M", 0, 0), *(("L", *at) for at in course[1:])), stroke=Stroke("#333333", 0.6))
    bounds = Bounds(min(0, x1), min(0, y1), max(0, x1), max(0, y1))
    parts = (Part("line", (line,)),)
    group = Group(key, "connector", parts, bounds, outline=("", "#333333"), course=course)
    return Placed(group, x0, y0)
