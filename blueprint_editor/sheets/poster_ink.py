"""The lanes of the poster as ink: bands, lines, curves, connectors, cards and labels in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from operator import is_
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Group, MissingLetters, Placed
from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.card import CardBox
from blueprint_editor.layout.fading import fade_group
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.lanes import build_boundary, build_lane_band, build_lane_label
from blueprint_editor.layout.picture import PlacedPicture, fit_picture
from blueprint_editor.layout.routing import GridPlacement
from blueprint_editor.layout.theme import RoleLook
from blueprint_editor.layout.watermark import WATERMARK, build_watermark
from blueprint_editor.model.records import Lane
from blueprint_editor.sheets.poster_body import Body
from blueprint_editor.sheets.poster_curves import iter_curves
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_rows import CardRow
from blueprint_editor.sheets.poster_wires import WireInk, draw_wires

_NONE_FADED: Mapping[str, tuple[Group, Group]] = {}

BACKGROUND = "background"
"""Key of the picture to trace, which only the screen shows."""


class BodyInk(NamedTuple):
    """The lanes' groups in paint order on the sheet; ``cards`` has those of cards by lane."""

    placed: tuple[Placed, ...]
    missing: tuple[MissingLetters, ...]
    cards: Mapping[str, "CardInk"]
    wires: WireInk


class CardInk(NamedTuple):
    """The ink of the cards of a row, with what it was made of.

    ``faded`` has those that stand back: their groups as they were set, and as they are shown.
    """

    boxes: Mapping[str, CardBox]
    places: Mapping[str, Point]
    shift: Point
    placed: tuple[Placed, ...]
    faded: Mapping[str, tuple[Group, Group]]


def draw_body(
    facts: PosterFacts, body: Body, placement: GridPlacement, shift: Point, former: BodyInk | None
) -> BodyInk:
    """Draw bands, lines, curves, connectors, cards and labels in this paint order.

    ``shift`` is where the lanes' top-left corner stands on the sheet, in mm.
    """
    wires = draw_wires(facts, body.wires, placement.wires, shift, former.wires if former else None)
    known = former.cards if former else {}
    cards = {
        row.lane: _draw_cards(facts, row, placement.card_places, shift, known.get(row.lane))
        for row in body.rows
    }
    grounds = chain(
        _iter_bands(facts, body, placement),
        _iter_grounds(facts, body, placement),
        _iter_boundaries(facts, body, placement),
        iter_curves(facts, body, placement),
    )
    placed = (
        *move_all(grounds, *shift),
        *wires.placed.values(),
        *chain.from_iterable(ink.placed for ink in cards.values()),
        *move_all(_iter_labels(facts, body, placement), *shift),
    )
    lanes = zip(body.lanes, body.labels, strict=True)
    missing = (
        *chain.from_iterable(row.missing for row in body.rows),
        *(MissingLetters(label.missing, lane.id) for lane, label in lanes if label.missing),
        *body.wires.missing,
    )
    return BodyInk(placed, missing, cards, wires)


def move_all(placed: Iterable[Placed], dx: float, dy: float) -> list[Placed]:
    """Return groups moved by (dx, dy) mm."""
    return [Placed(group, x + dx, y + dy) for group, x, y in placed]


def _draw_cards(
    facts: PosterFacts,
    row: CardRow,
    places: Mapping[str, Point],
    shift: Point,
    former: CardInk | None,
) -> CardInk:
    """Place the cards of a row; if all stand where they stood, they stay the same objects."""
    boxes, (dx, dy) = row.boxes, shift
    faded = _fade_cards(facts, boxes, former.faded if former is not None else _NONE_FADED)
    if (
        former is not None
        and former.boxes is boxes
        and former.shift == shift
        and former.faded.keys() == faded.keys()
    ):
        own, known = map(places.__getitem__, boxes), map(former.places.__getitem__, boxes)
        if former.places is places or all(map(is_, own, known)):
            return former._replace(places=places)
    placed = []
    for card, box in boxes.items():
        x, y = places[card]
        group = faded[card][1] if card in faded else box.group
        placed.append(Placed(group, x + dx, y + dy))
    return CardInk(boxes, places, shift, tuple(placed), faded)


def _fade_cards(
    facts: PosterFacts, boxes: Mapping[str, CardBox], known: Mapping[str, tuple[Group, Group]]
) -> Mapping[str, tuple[Group, Group]]:
    """Return the groups of the cards that stand back; known ones stay the same objects."""
    if not facts.faded:
        return _NONE_FADED
    found = {}
    for card in boxes.keys() & facts.faded:
        group, pair = boxes[card].group, known.get(card)
        found[card] = pair if pair and pair[0] is group else (group, fade_group(group))
    return found


def _iter_bands(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    for lane, y, height in zip(body.lanes, placement.row_y, placement.row_heights, strict=True):
        look = facts.looks[lane.id]
        if look.is_ruled and lane.id in facts.derived.boundaries:
            look = replace(look, is_ruled=False)  # The line that runs there has its own dashes.
        band = _reused_band(facts, lane, look, body.width, height)
        yield Placed(facts.shade(band, facts.cache, is_faded=lane.id in facts.faded), 0.0, y)


def _iter_grounds(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    """Yield what lies on the lanes' tints below all else: the picture to trace, the draft mark."""
    width, height = body.width - body.label_width, placement.height
    if (picture := facts.document.poster.background) is not None and height > 0:
        placed = fit_picture(facts.pictures, picture.asset, width, height)
        if placed is not None:
            left = body.label_width + (width - placed.width) / 2
            group = facts.cache.reuse("background", (placed,), build_background, placed)
            yield Placed(group, left, (height - placed.height) / 2)
    is_draft = facts.document.status == "draft" and facts.shows("draft_watermark")
    if is_draft and height > 0:
        word = facts.terms.statuses["draft"].upper()
        mark = facts.cache.reuse(
            WATERMARK, (word, width, height, facts.theme),
            build_watermark, word, width, height, facts.theme, facts.typesetter,
        )  # fmt: skip
        yield Placed(mark, body.label_width, 0.0)


def leave_out_background(drawing: Drawing) -> Drawing:
    """Return a poster without the picture to trace, as everything but the screen shows it."""
    placed = tuple(item for item in drawing.placed if item.group.key != BACKGROUND)
    return drawing if len(placed) == len(drawing.placed) else drawing._replace(placed=placed)


def build_background(picture: PlacedPicture) -> Group:
    """Return the picture to trace, pale."""
    ink = GroupBuilder()
    ink.place("", picture, 0.0, 0.0)
    bounds = Bounds(0, 0, picture.width, picture.height)
    return fade_group(ink.build(BACKGROUND, "decoration", bounds))


def _reused_band(
    facts: PosterFacts, lane: Lane, look: RoleLook, width: float, height: float
) -> Group:
    return facts.cache.reuse(
        ("band", lane.id),
        (look, width, height, facts.theme),
        build_lane_band,
        lane.id,
        look,
        width,
        height,
        facts.theme,
    )


def _iter_labels(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    rows = zip(body.lanes, body.labels, placement.row_y, placement.row_heights, strict=True)
    for lane, label, y, height in rows:
        group = facts.cache.reuse(
            ("lane", lane.id),
            (lane, label, height, body.label_width, facts.theme),
            build_lane_label,
            lane,
            label,
            body.label_width,
            height,
            facts.theme,
        )
        yield Placed(facts.shade(group, facts.cache, is_faded=lane.id in facts.faded), 0.0, y)


def _iter_boundaries(facts: PosterFacts, body: Body, placement: GridPlacement) -> Iterator[Placed]:
    boundaries = facts.derived.boundaries
    for index, lane in enumerate(body.lanes):
        kinds = boundaries.get(lane.id)
        if kinds:
            names = tuple(facts.terms.boundaries[kind] for kind in kinds)
            y = placement.row_y[index] + placement.row_heights[index]
            group = facts.cache.reuse(
                ("line", lane.id),
                (kinds, names, body.width, facts.theme),
                build_boundary,
                f"{lane.id}.line",
                kinds,
                names,
                body.width,
                facts.theme,
                facts.typesetter,
            )
            yield Placed(group, 0.0, y)
