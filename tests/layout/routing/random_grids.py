"""Random grids of every kind that a document may bring, made from a seed."""

import random
from collections import Counter

from blueprint_editor.layout.routing import GridCard, GridShape, Wire

KINDS = ("flow", "information", "handover", "branch", "return", "two_way")
SIZES = (0, 1, 2, 5, 10, 20, 40, 80, 150, 300)


def make_grid(seed, sizes=SIZES):
    """Return (shape, cards, wires): full and empty cells, trays, hubs, parallel and back wires."""
    dice = random.Random(seed)
    rows, columns = dice.randint(1, 7), dice.randint(1, 14)
    closed = frozenset(row for row in range(rows) if dice.random() < 0.12)
    if len(closed) == rows:
        closed = frozenset()
    cards = _make_cards(
        dice, dice.choice(sizes), [r for r in range(rows) if r not in closed], columns
    )
    shape = GridShape(
        column_widths=tuple(dice.choice([40.0, 40.0, 50.0, 63.5]) for _ in range(columns)),
        row_heights=tuple(dice.uniform(5, 40) for _ in range(rows)),
        left=dice.uniform(0, 50),
        top=dice.uniform(0, 50),
        column_gap=dice.choice([7.0, 11.0, 14.0]),
        row_gap=dice.uniform(3, 8),
        stack_gap=dice.uniform(2, 8),
        track_pitch=dice.choice([2.0, 2.5, 3.6]),
        closed_rows=closed,
    )
    return shape, cards, _make_wires(dice, cards)


def _make_cards(dice, count, rows, columns):
    stacks = Counter()
    full = [(dice.choice(rows), dice.randrange(columns)) for _ in range(2)]
    cards = []
    for number in range(count):
        cell = (dice.choice(rows), dice.randrange(columns))
        if dice.random() < 0.15:
            cell = dice.choice(full)
        if stacks[cell] == 12:
            continue
        body = dice.uniform(8, 32)
        tray = dice.uniform(5, 18) if dice.random() < 0.25 else 0.0
        inset = dice.choice([0.0, 3.0, 4.0, 7.0]) if tray else 0.0
        row, column = cell
        cards.append(GridCard(f"c{number}", column, row, stacks[cell], body + tray, body, inset))
        stacks[cell] += 1
    return cards


def _make_wires(dice, cards):
    if len(cards) < 2:
        return []
    hub = dice.choice(cards)
    hub_share = 0.3 if dice.random() < 0.2 else 0.03
    wires = []
    for number in range(dice.choice([0, 1, 3, len(cards) // 2, len(cards), len(cards) * 3 // 2])):
        source, target = _choose_ends(dice, cards, hub, hub_share, wires)
        if source == target:
            continue
        label = (0.0, 0.0)
        if dice.random() < 0.25:
            label = (dice.uniform(6, 32), dice.choice([4.0, 8.0, 15.0]))
        wires.append(Wire(f"w{number}", source, target, dice.choice(KINDS), label))
    return wires


def _choose_ends(dice, cards, hub, hub_share, wires):
    if wires and dice.random() < 0.1:
        wire = dice.choice(wires)
        ends = [wire.source, wire.target]
        dice.shuffle(ends)
        return ends
    source = dice.choice(cards)
    if dice.random() < hub_share:
        return source.id, hub.id
    if dice.random() < 0.6:
        near = dice.sample(cards, min(len(cards), 12))
        near = [card for card in near if card is not source] or [source]
        target = min(
            near, key=lambda c: 2 * abs(c.column - source.column) + abs(c.row - source.row)
        )
        return source.id, target.id
    return source.id, dice.choice(cards).id


def edit_grid(seed, shape, cards, wires):
    """Return the grid after one edit such as a person makes."""
    dice = random.Random(seed)
    cards, wires = list(cards), list(wires)
    edit = dice.choice(["text", "text", "move", "add", "remove", "wire", "unwire", "label", "row"])
    if edit == "row":
        heights = list(shape.row_heights)
        heights[dice.randrange(len(heights))] += dice.uniform(0, 60)
        return shape._replace(row_heights=tuple(heights)), cards, wires
    if edit == "add" or not cards:
        rows = [row for row in range(len(shape.row_heights)) if row not in shape.closed_rows]
        row, column = dice.choice(rows), dice.randrange(len(shape.column_widths))
        height = dice.uniform(8, 30)
        name = f"n{seed}"
        cards.insert(
            dice.randint(0, len(cards)),
            GridCard(name, column, row, dice.randint(0, 20), height, height),
        )
        if len(cards) > 1:
            other = dice.choice([card.id for card in cards if card.id != name])
            wires.append(Wire(f"v{seed}", name, other, "flow"))
        return shape, cards, wires
    return _edit_card_or_wire(dice, edit, seed, shape, cards, wires)


def _edit_card_or_wire(dice, edit, seed, shape, cards, wires):
    place = dice.randrange(len(cards))
    card = cards[place]
    if edit == "text":
        more = dice.choice([-3.0, 2.0, 9.0, 25.0])
        body = max(6.0, card.body_height + more)
        cards[place] = card._replace(body_height=body, height=body + card.height - card.body_height)
    elif edit == "move":
        rows = [row for row in range(len(shape.row_heights)) if row not in shape.closed_rows]
        cards[place] = card._replace(
            column=dice.randrange(len(shape.column_widths)), row=dice.choice(rows), index=50
        )
    elif edit == "remove":
        del cards[place]
        wires = [wire for wire in wires if card.id not in {wire.source, wire.target}]
    elif edit == "wire" and len(cards) > 1:
        source, target = dice.sample([card.id for card in cards], 2)
        label = (20.0, 5.0) if dice.random() < 0.3 else (0.0, 0.0)
        wires.insert(dice.randint(0, len(wires)), Wire(f"v{seed}", source, target, "flow", label))
    elif wires:
        number = dice.randrange(len(wires))
        if edit == "unwire":
            del wires[number]
        else:
            wires[number] = wires[number]._replace(label_size=(dice.uniform(5, 30), 6.0))
    return shape, cards, wires
