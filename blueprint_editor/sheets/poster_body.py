"""The lanes of the poster: cards and connectors placed, bands, lines and curves drawn."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group, MissingLetters, Placed
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.layout.card import CardBox
from blueprint_editor.layout.lanes import (
    EmotionLine,
    EmotionPoint,
    LaneLabel,
    build_boundary,
    build_emotion_curve,
    build_lane_band,
    build_lane_label,
    measure_tab,
    set_lane_label,
)
from blueprint_editor.layout.routing import (
    GridCard,
    GridPlacement,
    GridShape,
    RoutedWire,
    Wire,
)
from blueprint_editor.layout.stretch import stretch_rows
from blueprint_editor.layout.theme import RoleLook
from blueprint_editor.layout.wires import WireLabel, build_wire, set_wire_label
from blueprint_editor.model.records import Card, Connector, Lane, Variant
from blueprint_editor.sheets.poster_facts import PosterFacts

_SPACER = "curve."
"""Prefix of the stand-ins that keep cards of an emotion lane below its curve."""


class BodyColumn(NamedTuple):
    """A column to be placed; ``step`` is empty in a phase without steps."""

    step: str
    phase: str
    width: float


class Body(NamedTuple):
    """The placed lanes; x from the sheet's content edge, y from the top of the first lane."""

    columns: tuple[BodyColumn, ...]
    lanes: tuple[Lane, ...]
    boxes: Mapping[str, CardBox]
    labels: tuple[LaneLabel, ...]
    wire_labels: Mapping[str, WireLabel | None]
    connectors: tuple[Connector, ...]
    placement: GridPlacement
    label_width: float
    width: float
    height: float
    cells: Mapping[tuple[str, str], tuple[str, ...]]


def list_columns(facts: PosterFacts) -> tuple[BodyColumn, ...]:
    """Return the columns, left to right; a phase without steps gets one of its own."""
    poster = facts.document.poster
    base = poster.fit.column_width if poster.fit else facts.theme.metrics.column_width
    width = base if poster.fit else facts.theme.mm(base)
    columns: list[BodyColumn] = []
    for phase in facts.document.phases:
        steps = facts.derived.steps_of_phase[phase.id]
        columns.extend(BodyColumn(step.id, phase.id, width * step.width) for step in steps)
        if not steps:
            columns.append(BodyColumn("", phase.id, width))
    return tuple(columns)


def place_body(facts: PosterFacts) -> Body:
    """Set every card, then place rows, columns and connectors."""
    columns = list_columns(facts)
    lanes = facts.derived.lanes
    boxes: dict[str, CardBox] = {}
    cards = list(_iter_grid_cards(facts, columns, lanes, boxes))
    label_width = _label_width(facts)
    labels = tuple(_lane_label(facts, lane, label_width) for lane in lanes)
    connectors = _list_connectors(facts, boxes)
    wire_labels: dict[str, WireLabel | None] = {}
    wires: list[Wire] = []
    for connector in connectors:
        label = _wire_label(facts, connector) if connector.label else None
        wire_labels[connector.id] = label
        size = (label.width, label.height) if label else (0.0, 0.0)
        wires.append(Wire(connector.id, connector.source, connector.target, connector.kind, size))
    theme, metrics = facts.theme, facts.theme.metrics
    shape = GridShape(
        column_widths=tuple(column.width for column in columns),
        row_heights=tuple(
            _row_height(facts, lane, label) for lane, label in zip(lanes, labels, strict=True)
        ),
        left=label_width,
        top=0.0,
        column_gap=theme.mm(metrics.column_gap),
        row_gap=theme.mm(metrics.row_padding),
        stack_gap=theme.mm(metrics.stack_gap),
        track_pitch=theme.mm(metrics.track_pitch),
        closed_rows=frozenset(i for i, lane in enumerate(lanes) if lane.role == "emotion"),
    )
    placement = facts.router.place(shape, cards, wires)
    width = max(placement.width, theme.mm(metrics.min_width))
    return Body(
        columns, lanes, boxes, labels, wire_labels, connectors, placement, label_width, width,
        placement.height,
        {cell: tuple(c.id for c in cards) for cell, cards in facts.derived.cards_by_cell.items()},
    )  # fmt: skip


def stretch_body(body: Body, spare: float) -> Body:
    """Return the body ``spare`` mm higher, shared by all lanes but the emotion curves."""
    rows = [row for row, lane in enumerate(body.lanes) if lane.role != "emotion"]
    if spare <= 0.0 or not rows:
        return body
    placement = stretch_rows(body.placement, spare, rows)
    return body._replace(placement=placement, height=placement.height)


def _iter_grid_cards(
    facts: PosterFacts,
    columns: tuple[BodyColumn, ...],
    lanes: tuple[Lane, ...],
    boxes: dict[str, CardBox],
) -> Iterator[GridCard]:
    cells = facts.derived.cards_by_cell
    curve = facts.theme.mm(facts.theme.metrics.emotion_height)
    for row, lane in enumerate(lanes):
        for index, column in enumerate(columns):
            cards = cells.get((lane.id, column.step), ())
            first = 0
            if cards and lane.role == "emotion":
                yield GridCard(f"{_SPACER}{lane.id}.{index}", index, row, 0, curve, curve, 0.0)
                first = 1
            for place, card in enumerate(cards, first):
                box = boxes[card.id] = facts.card_box(card, column.width)
                yield GridCard(
                    card.id, index, row, place, box.height, box.body_height, box.tray_inset
                )


def _label_width(facts: PosterFacts) -> float:
    theme = facts.theme
    names = (facts.terms.boundaries[k] for ks in facts.derived.boundaries.values() for k in ks)
    tabs = [measure_tab(name, theme, facts.typesetter) for name in names]
    return max([theme.mm(theme.metrics.label_width), *tabs])


def _lane_label(facts: PosterFacts, lane: Lane, width: float) -> LaneLabel:
    return facts.cache.reuse(
        ("label", lane.id),
        (lane, width, facts.language, facts.theme),
        set_lane_label,
        lane,
        width,
        facts.theme,
        facts.typesetter,
        facts.language,
    )


def _row_height(facts: PosterFacts, lane: Lane, label: LaneLabel) -> float:
    height = facts.theme.mm(facts.theme.metrics.row_padding) + label.height
    if lane.role == "emotion":
        return max(height, facts.theme.mm(facts.theme.metrics.emotion_height))
    return max(height, facts.theme.mm(26))


def _list_connectors(facts: PosterFacts, boxes: Mapping[str, CardBox]) -> tuple[Connector, ...]:
    if not facts.shows("connectors"):
        return ()
    return tuple(c for c in facts.document.connectors if c.source in boxes and c.target in boxes)


def _wire_label(facts: PosterFacts, connector: Connector) -> WireLabel:
    theme = facts.theme
    return facts.cache.reuse(
        ("wire label", connector.id),
        (connector, theme, facts.language),
        set_wire_label, connector.label, theme, facts.typesetter, facts.language,
    )  # fmt: skip


class BodyInk(NamedTuple):
    """The lanes' groups in paint order, y from the top of the first lane."""

    placed: tuple[Placed, ...]
    missing: tuple[MissingLetters, ...]


def draw_body(facts: PosterFacts, body: Body) -> BodyInk:
    """Draw bands, lines, curves, connectors, cards and labels in this paint order."""
    placed = [
        *_iter_bands(facts, body),
        *_iter_boundaries(facts, body),
        *_iter_curves(facts, body),
        *_iter_wires(facts, body),
    ]
    places = body.placement.card_places
    placed.extend(Placed(box.group, *places[card]) for card, box in body.boxes.items())
    placed.extend(_iter_labels(facts, body))
    missing = [MissingLetters(b.missing, card) for card, b in body.boxes.items() if b.missing]
    for lane, label in zip(body.lanes, body.labels, strict=True):
        if label.missing:
            missing.append(MissingLetters(label.missing, lane.id))
    for connector, wire_label in body.wire_labels.items():
        if wire_label and wire_label.missing:
            missing.append(MissingLetters(wire_label.missing, connector))
    return BodyInk(tuple(placed), tuple(missing))


def _iter_bands(facts: PosterFacts, body: Body) -> Iterator[Placed]:
    placement = body.placement
    for lane, y, height in zip(body.lanes, placement.row_y, placement.row_heights, strict=True):
        look = facts.looks[lane.id]
        yield Placed(_reused_band(facts, lane, look, body.width, height), 0.0, y)


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


def _iter_labels(facts: PosterFacts, body: Body) -> Iterator[Placed]:
    placement = body.placement
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
        yield Placed(group, 0.0, y)


def _iter_boundaries(facts: PosterFacts, body: Body) -> Iterator[Placed]:
    boundaries = facts.derived.boundaries
    for index, lane in enumerate(body.lanes):
        kinds = boundaries.get(lane.id)
        if kinds:
            names = tuple(facts.terms.boundaries[kind] for kind in kinds)
            y = body.placement.row_y[index] + body.placement.row_heights[index]
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


def _iter_wires(facts: PosterFacts, body: Body) -> Iterator[Placed]:
    codes = facts.derived.card_codes
    theme, language, reuse = facts.theme, facts.language, facts.cache.reuse
    for connector in body.connectors:
        wire = body.placement.wires[connector.id]
        label = body.wire_labels[connector.id]
        code = codes[connector.target]
        yield reuse(
            connector.id, (connector, wire, label, code, theme, language),
            _place_wire, facts, connector, wire, label, code,
        )  # fmt: skip


def _place_wire(
    facts: PosterFacts, connector: Connector, wire: RoutedWire, label: WireLabel | None, code: str
) -> Placed:
    """Return the connector's ink; a line that only moved keeps its group."""
    x0, y0 = wire.points[0]
    course = tuple((round(x - x0, 3), round(y - y0, 3)) for x, y in wire.points)
    at = (round(wire.label.x0 - x0, 3), round(wire.label.y0 - y0, 3)) if wire.label else None
    group = facts.cache.reuse(
        ("wire", connector.id), (connector, label, course, at, code, facts.theme, facts.language),
        build_wire, connector.id, connector.kind, course, label, at,
        facts.terms.leads_to(connector.kind, code, connector.label), facts.theme,
    )  # fmt: skip
    return Placed(group, x0, y0)


def _iter_curves(facts: PosterFacts, body: Body) -> Iterator[Placed]:
    if not facts.shows("emotion_curve"):
        return
    for index, lane in enumerate(body.lanes):
        if lane.role == "emotion":
            lines = emotion_lines(facts, body, index)
            theme = facts.theme
            axis = (facts.terms.emotion_axis[1], facts.terms.emotion_axis[0])
            group = facts.cache.reuse(
                ("curve", lane.id),
                (lines, body.label_width, body.width, axis, theme),
                build_emotion_curve, lane.id, lines, body.label_width,
                body.width - theme.mm(6), axis, theme, facts.typesetter,
            )  # fmt: skip
            yield Placed(group, 0.0, body.placement.row_y[index])


def customer_lane_of(body: Body, index: int) -> str | None:
    """Return the id of the customer lane whose feelings an emotion lane shows."""
    lane = body.lanes[index]
    if lane.of is not None:
        return lane.of
    below = (other for other in body.lanes[index:] if other.role == "customer")
    found = next(below, None) or next((o for o in body.lanes if o.role == "customer"), None)
    return found.id if found else None


def emotion_lines(facts: PosterFacts, body: Body, index: int) -> tuple[EmotionLine, ...]:
    """Return the curves of an emotion lane: one for each variant where the paths differ."""
    lane_id = customer_lane_of(body, index)
    cells = facts.derived.cards_by_cell
    colour = facts.looks[body.lanes[index].id].border
    cards: list[tuple[float, Card]] = []
    for x, column in zip(body.placement.column_x, body.columns, strict=True):
        own = [c for c in cells.get((lane_id or "", column.step), ()) if _has_emotion(c)]
        cards.extend(
            (x + column.width * (place + 0.5) / len(own), card) for place, card in enumerate(own)
        )
    differs = any(card.emotions or facts.shown_variants(card.variants) for _, card in cards)
    variants = facts.document.variants if differs else ()
    if len(variants) < 2:
        points = tuple(
            EmotionPoint(round(x, 3), card.emotion, card.step)
            for x, card in cards
            if card.emotion is not None
        )
        return (EmotionLine("", colour, (), points),) if points else ()
    lines = (_variant_line(facts, variant, cards, colour) for variant in variants)
    return tuple(line for line in lines if line.points)


def _has_emotion(card: Card) -> bool:
    return card.emotion is not None or bool(card.emotions)


def _variant_line(
    facts: PosterFacts, variant: Variant, cards: list[tuple[float, Card]], colour: str
) -> EmotionLine:
    points = []
    for x, card in cards:
        if card.variants and variant.id not in card.variants:
            continue
        own = {emotion.variant: emotion.value for emotion in card.emotions}
        value = own.get(variant.id, card.emotion)
        if value is not None:
            points.append(EmotionPoint(round(x, 3), value, card.step))
    dashes = {
        "solid": (),
        "dashed": (facts.theme.mm(4), facts.theme.mm(2.4)),
        "dotted": (facts.theme.mm(1), facts.theme.mm(2)),
        "dash_dot": (
            facts.theme.mm(4),
            facts.theme.mm(1.8),
            facts.theme.mm(1),
            facts.theme.mm(1.8),
        ),
    }
    ink = colour if facts.theme.greyscale else variant.colour or colour
    return EmotionLine(variant.short or variant.name[:1], ink, dashes[variant.dash], tuple(points))


def card_bounds(body: Body, dx: float, dy: float) -> dict[str, Bounds]:
    """Return each card's footprint moved by (dx, dy) mm."""
    places = body.placement.card_places
    return {
        card: box.group.bounds.moved(places[card][0] + dx, places[card][1] + dy)
        for card, box in body.boxes.items()
    }
