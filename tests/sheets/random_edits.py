"""Random edits of random blueprints: of everything that a poster shows."""

import random
from collections.abc import Callable
from typing import Any

from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import (
    CONNECTOR_KINDS,
    MARK_KINDS,
    POSTER_EXTRAS,
    POSTER_PARTS,
    ROLES,
)
from blueprint_editor.model.records import Card, Connector, Fit, Mark, PosterFilter, Step

WORDS = "Uusi teksti "


def edit_somewhere(document: Document, pick: random.Random) -> Document:
    """Return the document with one thing changed that a person may change."""
    edit = pick.choice(_EDITS)
    return edit(document, pick)


def _replace(document: Document, field: str, pick: random.Random, **values: Any) -> Document:
    """Give one record of a field other values, if there is one."""
    records = list(getattr(document, field))
    if not records:
        return document
    index = pick.randrange(len(records))
    records[index] = records[index].changed(**values)
    return document.changed(**{field: tuple(records)})


def _new_id(pick: random.Random) -> str:
    return f"n{pick.randrange(10**12)}"


def _without_cards(document: Document, gone: set[str]) -> Document:
    connectors = tuple(c for c in document.connectors if not {c.source, c.target} & gone)
    left = {c.id for c in connectors}
    targets = gone | {c.id for c in document.connectors if c.id not in left}
    return document.changed(
        cards=tuple(card for card in document.cards if card.id not in gone),
        connectors=connectors,
        marks=tuple(mark for mark in document.marks if mark.target not in targets),
    )


def _set_text(document: Document, pick: random.Random) -> Document:
    return _replace(document, "cards", pick, text=WORDS * pick.randrange(16))


def _move_card(document: Document, pick: random.Random) -> Document:
    if not document.cards:
        return document
    lane, step = pick.choice(document.lanes).id, pick.choice(document.steps).id
    return _replace(document, "cards", pick, lane=lane, step=step)


def _add_card(document: Document, pick: random.Random) -> Document:
    if not (document.lanes and document.steps):
        return document
    cards = list(document.cards)
    place = {"lane": pick.choice(document.lanes).id, "step": pick.choice(document.steps).id}
    card = Card(id=_new_id(pick), text=WORDS * pick.randrange(9), **place)
    cards.insert(pick.randint(0, len(cards)), card)
    return document.changed(cards=tuple(cards))


def _delete_card(document: Document, pick: random.Random) -> Document:
    if not document.cards:
        return document
    return _without_cards(document, {pick.choice(document.cards).id})


def _shuffle_cards(document: Document, pick: random.Random) -> Document:
    return document.changed(cards=tuple(pick.sample(document.cards, len(document.cards))))


def _connect(document: Document, pick: random.Random) -> Document:
    if len(document.cards) < 2:
        return document
    source, target = pick.sample(document.cards, 2)
    wire = Connector(
        id=_new_id(pick), source=source.id, target=target.id, kind=pick.choice(CONNECTOR_KINDS),
        label=WORDS * pick.randrange(3),
    )  # fmt: skip
    return document.changed(connectors=(*document.connectors, wire))


def _disconnect(document: Document, pick: random.Random) -> Document:
    gone = {connector.id for connector in document.connectors[:1]}
    return document.changed(
        connectors=document.connectors[1:],
        marks=tuple(mark for mark in document.marks if mark.target not in gone),
    )


def _relabel(document: Document, pick: random.Random) -> Document:
    label = WORDS * pick.randrange(4)
    return _replace(document, "connectors", pick, label=label, kind=pick.choice(CONNECTOR_KINDS))


def _mark(document: Document, pick: random.Random) -> Document:
    if document.marks and pick.random() < 0.5:
        return document.changed(marks=document.marks[1:])
    targets = [record.id for record in (*document.cards, *document.connectors)]
    if not targets:
        return document
    mark = Mark(
        id=_new_id(pick), target=pick.choice(targets), kind=pick.choice(MARK_KINDS),
        text=WORDS * pick.randrange(4),
    )  # fmt: skip
    return document.changed(marks=(*document.marks, mark))


def _change_lane(document: Document, pick: random.Random) -> Document:
    name = WORDS * pick.randrange(1, 8)
    return _replace(document, "lanes", pick, name=name, role=pick.choice(ROLES))


def _hide_lane(document: Document, pick: random.Random) -> Document:
    return _replace(document, "lanes", pick, hidden=pick.random() < 0.5)


def _delete_lane(document: Document, pick: random.Random) -> Document:
    if len(document.lanes) < 2:
        return document
    gone = pick.choice(document.lanes)
    document = _without_cards(document, {c.id for c in document.cards if c.lane == gone.id})
    return document.changed(lanes=tuple(lane for lane in document.lanes if lane is not gone))


def _shuffle_lanes(document: Document, pick: random.Random) -> Document:
    return document.changed(lanes=tuple(pick.sample(document.lanes, len(document.lanes))))


def _change_step(document: Document, pick: random.Random) -> Document:
    name, width = WORDS * pick.randrange(5), pick.choice((1.0, 0.8, 1.3))
    return _replace(document, "steps", pick, name=name, width=width)


def _add_step(document: Document, pick: random.Random) -> Document:
    if not document.steps:
        return document
    index = pick.randrange(len(document.steps))
    step = Step(id=_new_id(pick), phase=document.steps[index].phase)
    return document.changed(steps=(*document.steps[:index], step, *document.steps[index:]))


def _delete_step(document: Document, pick: random.Random) -> Document:
    if len(document.steps) < 2:
        return document
    gone = pick.choice(document.steps)
    document = _without_cards(document, {c.id for c in document.cards if c.step == gone.id})
    bands = document.responsibilities
    return document.changed(
        steps=tuple(step for step in document.steps if step is not gone),
        responsibilities=tuple(b for b in bands if gone.id not in (b.first_step, b.last_step)),
    )


def _change_phase(document: Document, pick: random.Random) -> Document:
    return _replace(document, "phases", pick, name=WORDS * pick.randrange(5))


def _change_look(document: Document, pick: random.Random) -> Document:
    phases, steps = [p.id for p in document.phases], [s.id for s in document.steps]
    rows = Fit(
        column_width=61.0,
        type_scale=0.9,
        rows=tuple(pick.sample(phases, min(len(phases), 1))),
        row_steps=tuple(pick.sample(steps, min(len(steps), 1))),
    )
    values = pick.choice(
        (
            {"fit": rows},
            {"fit": None},
            {"fit": Fit(column_width=60.3, type_scale=0.8)},
            {"hidden_parts": ()},
            {"hidden_parts": (pick.choice(POSTER_PARTS),)},
            {"extra_parts": (pick.choice(POSTER_EXTRAS),)},
            {"second_language": pick.choice((None, "sv", "en"))},
            {"ink_saving": pick.random() < 0.5},
            {"colour_by": pick.choice(("role", "actor", "variant", "tag"))},
            {"paper": pick.choice(("A0", "A3", "roll:914"))},
            {"marks": pick.choice(("strip", "list"))},
        )
    )
    return document.changed(poster=document.poster.changed(**values))


def _change_filter(document: Document, pick: random.Random) -> Document:
    if pick.random() < 0.3:
        return document.changed(poster=document.poster.changed(filter=None))
    return document.changed(poster=document.poster.changed(filter=make_filter(document, pick)))


def make_filter(document: Document, pick: random.Random) -> PosterFilter:
    """Return a filter by one or two criteria."""
    criteria = {
        "actors": [actor.id for actor in document.actors],
        "variants": [variant.id for variant in document.variants],
        "mark_kinds": list(MARK_KINDS),
        "lanes": [lane.id for lane in document.lanes],
    }
    chosen = pick.sample(sorted(criteria), pick.choice((1, 1, 2)))
    values = {
        name: tuple(pick.sample(criteria[name], min(len(criteria[name]), pick.choice((1, 2, 5)))))
        for name in chosen
    }
    return PosterFilter(hide=pick.random() < 0.6, **values)


def _change_persona(document: Document, pick: random.Random) -> Document:
    return _replace(document, "personas", pick, goal=WORDS * pick.randrange(9))


def _change_language(document: Document, pick: random.Random) -> Document:
    return document.changed(language=pick.choice(("fi", "sv", "en")))


_EDITS: tuple[Callable[[Document, random.Random], Document], ...] = (
    *(_set_text, _move_card) * 3, _add_card, _delete_card, _shuffle_cards, _connect, _disconnect,
    _relabel, _mark, _change_lane, _hide_lane, _delete_lane, _shuffle_lanes, _change_step,
    _add_step, _delete_step, _change_phase, _change_persona, _change_look, _change_language,
    *(_change_filter,) * 3,
)  # fmt: skip
