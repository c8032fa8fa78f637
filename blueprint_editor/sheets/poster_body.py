"""The lanes of the poster: all that stands in them set, arranged and placed."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from blueprint_editor.layout.card import CardBox
from blueprint_editor.layout.lanes import LaneLabel, measure_tab, set_lane_label
from blueprint_editor.layout.routing import GridPlacement, GridShape, GridSize
from blueprint_editor.model.records import Lane
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_rows import (
    BodyColumn,
    CardRow,
    CardUses,
    find_shown_lanes,
    join_uses,
    set_rows,
)
from blueprint_editor.sheets.poster_wires import WireSet, set_wires


class Body(NamedTuple):
    """The lanes with all that stands in them set, and how large the router found them.

    Attributes:
        boxes: card id → the set card.
        uses: what the footer explains of the cards.
        label_width, width: in mm.
        continued: the phase that began on the deck above; empty for none.
    """

    columns: tuple[BodyColumn, ...]
    lanes: tuple[Lane, ...]
    rows: tuple[CardRow, ...]
    labels: tuple[LaneLabel, ...]
    wires: WireSet
    boxes: Mapping[str, CardBox]
    uses: CardUses
    size: GridSize
    label_width: float
    width: float
    continued: str = ""


def list_columns(facts: PosterFacts) -> tuple[BodyColumn, ...]:
    """Return the columns, left to right; a phase without steps gets one of its own."""
    document, poster = facts.document, facts.document.poster
    base = poster.fit.column_width if poster.fit else facts.theme.metrics.column_width
    width = base if poster.fit else facts.theme.mm(base)
    inputs = (document.phases, document.steps, width)
    return facts.cache.reuse(("columns",), inputs, _list_columns, facts, width)


def _list_columns(facts: PosterFacts, width: float) -> tuple[BodyColumn, ...]:
    columns: list[BodyColumn] = []
    for phase in facts.document.phases:
        steps = facts.derived.steps_of_phase[phase.id]
        columns.extend(BodyColumn(step.id, phase.id, width * step.width) for step in steps)
        if not steps:
            columns.append(BodyColumn("", phase.id, width))
    return tuple(columns)


def arrange_body(
    facts: PosterFacts,
    columns: tuple[BodyColumn, ...],
    former: Body | None,
    continued: str = "",
) -> Body:
    """Set the cards of ``columns`` and lead connectors round them; what ``former`` has is kept."""
    lanes = find_shown_lanes(facts)
    rows = set_rows(facts, columns, former.rows if former else ())
    boxes: dict[str, CardBox] = {}
    for row in rows:
        boxes |= row.boxes
    label_width = _label_width(facts)
    labels = tuple(_lane_label(facts, lane, label_width) for lane in lanes)
    wires = set_wires(facts, boxes, former.wires if former else None)
    theme, metrics = facts.theme, facts.theme.metrics
    shape = GridShape(
        column_widths=tuple([column.width for column in columns]),
        row_heights=tuple(
            find_least_height(facts, lane, label) for lane, label in zip(lanes, labels, strict=True)
        ),
        left=label_width,
        top=0.0,
        column_gap=theme.mm(metrics.column_gap),
        row_gap=theme.mm(metrics.row_padding),
        stack_gap=theme.mm(metrics.stack_gap),
        track_pitch=theme.mm(metrics.track_pitch),
        closed_rows=frozenset(i for i, lane in enumerate(lanes) if lane.role == "emotion"),
    )
    cards = tuple(chain.from_iterable(row.grid for row in rows))
    size = facts.router.arrange(shape, cards, wires.wires)
    width = find_body_width(facts, size)
    uses = join_uses(row.uses for row in rows)
    return Body(
        columns, lanes, rows, labels, wires, boxes, uses, size, label_width, width, continued
    )


def find_body_width(facts: PosterFacts, size: GridSize) -> float:
    """Return the width in mm of lanes that are as wide as their cards need, but not too narrow.

    A page that a poster was fitted to may be narrow: that makes head and foot higher, type larger.
    """
    fit, metrics = facts.document.poster.fit, facts.theme.metrics
    is_fitted = fit is not None and fit.paper
    least = metrics.min_fitted_width if is_fitted else metrics.min_width
    return max(size.width, facts.theme.mm(least))


def place_body(facts: PosterFacts, body: Body, spare: float) -> GridPlacement:
    """Place the lanes, ``spare`` mm higher than need be: shared by all but the emotion curves."""
    grown = [lane.role != "emotion" for lane in body.lanes]
    if spare <= 0.0 or not any(grown):
        return facts.router.place()
    share = spare / sum(grown)
    return facts.router.place([share if is_grown else 0.0 for is_grown in grown])


def _label_width(facts: PosterFacts) -> float:
    theme = facts.theme
    names = (facts.terms.boundaries[k] for ks in facts.derived.boundaries.values() for k in ks)
    tabs = [measure_tab(name, theme, facts.typesetter) for name in names]
    return max([theme.mm(theme.metrics.label_width), *tabs])


def _lane_label(facts: PosterFacts, lane: Lane, width: float) -> LaneLabel:
    second = facts.second_name(lane.id)
    return facts.cache.reuse(
        ("label", lane.id),
        (lane, width, facts.language, second, facts.theme),
        set_lane_label,
        lane,
        width,
        facts.theme,
        facts.typesetter,
        facts.language,
        second,
    )


def find_least_height(facts: PosterFacts, lane: Lane, label: LaneLabel) -> float:
    """Return the height in mm that a lane has without any card."""
    height = facts.theme.mm(facts.theme.metrics.row_padding) + label.height
    if lane.role == "emotion":
        return max(height, facts.theme.mm(facts.theme.metrics.emotion_height))
    return max(height, facts.theme.mm(26))
