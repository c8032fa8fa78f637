"""Names every way in which a placement breaks what the router promises."""

from collections import defaultdict
from itertools import pairwise

from tests.layout.routing.quality import collect_runs, find_obstacles, measure

RASTER = 2e-3
STUB = 3.0


def find_faults(shape, cards, wires, placement):
    faults = []
    faults += _check_grid(shape, cards, placement)
    faults += _check_cards(shape, cards, placement)
    faults += _check_lines(shape, cards, wires, placement)
    faults += _check_ports(shape, cards, wires, placement)
    faults += _check_rows(shape, cards, placement)
    quality = measure(shape, cards, placement, sum(1 for wire in wires if wire.label_size[0]))
    for name in ("overlaps", "through_cards", "labels_lost", "labels_hit", "labels_far"):
        if getattr(quality, name):
            faults.append(f"{name}: {getattr(quality, name)}")
    return faults


def _check_grid(shape, cards, placement):
    ends = [x + width for x, width in zip(placement.column_x, shape.column_widths, strict=True)]
    starts = [*placement.column_x, placement.width]
    for end, start in zip([shape.left, *ends], starts, strict=True):
        if start < end - RASTER:
            yield f"columns overlap at {start}"
    y = shape.top
    rows = zip(placement.row_y, placement.row_heights, shape.row_heights, strict=True)
    for top, height, least in rows:
        if abs(top - y) > RASTER or height < least - RASTER:
            yield f"row at {top} does not follow {y} or is too low"
        y = top + height
    if abs(y - placement.height) > RASTER:
        yield "the height is not the end of the last row"


def _check_cards(shape, cards, placement):
    if placement.card_places.keys() != {card.id for card in cards}:
        yield "cards are missing"
    cells = defaultdict(list)
    for card in cards:
        x, y = placement.card_places[card.id]
        if abs(x - placement.column_x[card.column]) > RASTER:
            yield f"{card.id} stands beside its column"
        top = placement.row_y[card.row] + shape.row_gap
        bottom = placement.row_y[card.row] + placement.row_heights[card.row] - shape.row_gap
        if y < top - RASTER or y + card.height > bottom + RASTER:
            yield f"{card.id} stands outside its row"
        cells[card.column, card.row].append((card.index, y, y + card.height))
    for stack in cells.values():
        stack.sort()
        for (_, _, end), (_, start, _) in pairwise(stack):
            if start - end < shape.stack_gap - RASTER:
                yield f"stacked cards are too close at {start}"


def _check_lines(shape, cards, wires, placement):
    if sorted(placement.wires) != sorted(wire.id for wire in wires):
        yield "not every connector stands once"
    for wire in placement.wires.values():
        runs = list(pairwise(wire.points))
        upright = [a[0] == b[0] for a, b in runs]
        if any((a[0] == b[0]) == (a[1] == b[1]) for a, b in runs):
            yield f"{wire.id} is slanted or has an empty piece: {wire.points}"
        if any(one == other for one, other in pairwise(upright)):
            yield f"{wire.id} has a needless point: {wire.points}"
        for (x0, y0), (x1, y1) in (runs[0], runs[-1]):
            if abs(x0 - x1) + abs(y0 - y1) < STUB - RASTER:
                yield f"{wire.id} has a short end: {wire.points}"


def _find_side(box, point):
    x, y = point
    if box.y0 < y < box.y1:
        if abs(x - box.x0) < RASTER:
            return "left"
        if abs(x - box.x1) < RASTER:
            return "right"
    if box.x0 < x < box.x1:
        if abs(y - box.y0) < RASTER:
            return "top"
        if abs(y - box.y1) < RASTER:
            return "bottom"
    return None


def _check_ports(shape, cards, wires, placement):
    bodies = {card.id: next(find_obstacles(shape, card, placement)) for card in cards}
    trays = {card.id: card.height > card.body_height for card in cards}
    insets = {card.id: card.tray_inset for card in cards}
    sides = defaultdict(list)
    for wire in wires:
        points = placement.wires[wire.id].points
        for card, end, after in (
            (wire.source, points[0], points[1]),
            (wire.target, points[-1], points[-2]),
        ):
            side = _find_side(bodies[card], end)
            if side is None:
                yield f"{wire.id} does not meet {card}"
                continue
            outwards = {
                "left": after[0] < end[0],
                "right": after[0] > end[0],
                "top": after[1] < end[1],
                "bottom": after[1] > end[1],
            }[side]
            if not outwards:
                yield f"{wire.id} leaves {card} inwards"
            other = wire.source if card == wire.target else wire.target
            sides[card, side].append((end[1] if side in {"left", "right"} else end[0], other))
    rooms = {key: _find_room(key, ports, bodies, trays, insets) for key, ports in sides.items()}
    # Lines to an overcrowded card crowd those beside which they pass, too.
    is_crowded = any(2.0 * len(ports) > rooms[key] for key, ports in sides.items())
    for key, ports in sides.items():
        places = sorted(place for place, _ in ports)
        closest = min((b - a for a, b in pairwise(places)), default=100.0)
        wanted = 5e-4 if is_crowded else min(2.0, (rooms[key] - 4.0) / 4 / len(places)) - RASTER
        if closest < wanted:
            yield f"ports of {key} stand {closest} apart: {len(places)} on {rooms[key]}"


def _find_room(key, ports, bodies, trays, insets):
    """Return how long a side is; a level connector must fit on both of its cards."""
    card, side = key
    if side in {"left", "right"}:
        return min(bodies[card].height, *(bodies[other].height for _, other in ports))
    return insets[card] if side == "bottom" and trays[card] else bodies[card].width


def _check_rows(shape, cards, placement):
    level, _ = collect_runs(placement)
    closed = [
        (placement.row_y[row], placement.row_y[row] + placement.row_heights[row])
        for row in shape.closed_rows
    ]
    edges = [*placement.row_y, placement.height]
    held = {card.row for card in cards} & shape.closed_rows
    for at, _, _, wire in level:
        if min(abs(at - edge) for edge in edges) < 2.0 - RASTER:
            yield f"{wire} runs on the boundary of a row"
        if not held and any(top < at < bottom for top, bottom in closed):
            yield f"{wire} runs or turns in a closed row"
