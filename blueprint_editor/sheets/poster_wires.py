"""The connectors of the poster: what the router must know of them, and their ink where they run."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group, MissingLetters, Placed
from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.routing import RoutedWire, Wire
from blueprint_editor.layout.wires import WireLabel, build_wire, set_wire_label
from blueprint_editor.model.records import Connector
from blueprint_editor.sheets.poster_facts import PosterFacts


class SetWire(NamedTuple):
    """A connector with its words, measured, and what the router must know of it."""

    connector: Connector
    label: WireLabel | None
    wire: Wire


class WireSet(NamedTuple):
    """The connectors shown, in document order.

    Attributes:
        made_of: kept with the set, to know when it must be made anew.
        ends: the cards that a connector may have as its ends.
    """

    made_of: tuple[object, ...]
    ends: frozenset[str]
    by_id: Mapping[str, SetWire]
    wires: tuple[Wire, ...]
    missing: tuple[MissingLetters, ...]
    kinds: frozenset[str]


def set_wires(facts: PosterFacts, cards: Mapping[str, object], former: WireSet | None) -> WireSet:
    """Measure the labels of all connectors between ``cards``."""
    shown = facts.document.connectors if facts.shows("connectors") else ()
    made_of = (shown, facts.theme, facts.language)
    if former is not None and former.made_of == made_of and cards.keys() == former.ends:
        return former
    known: Mapping[str, SetWire] = {}
    if former is not None and former.made_of[1:] == made_of[1:]:
        known = former.by_id
    by_id = {
        connector.id: _set_wire(facts, connector, known.get(connector.id))
        for connector in shown
        if connector.source in cards and connector.target in cards
    }
    found = by_id.values()
    missing = [
        MissingLetters(done.label.missing, done.connector.id)
        for done in found
        if done.label is not None and done.label.missing
    ]
    return WireSet(
        made_of, frozenset(cards), by_id, tuple(done.wire for done in found), tuple(missing),
        frozenset(done.connector.kind for done in found),
    )  # fmt: skip


def _set_wire(facts: PosterFacts, connector: Connector, known: SetWire | None) -> SetWire:
    if known is not None and known.connector == connector:
        return known
    label = None
    size = (0.0, 0.0)
    if connector.label:
        label = set_wire_label(connector.label, facts.theme, facts.typesetter, facts.language)
        size = (label.width, label.height)
    wire = Wire(connector.id, connector.source, connector.target, connector.kind, size)
    return SetWire(connector, label, wire)


class PlacedWire(NamedTuple):
    """A connector's ink where it stands, with what it was made of."""

    wire: SetWire
    routed: RoutedWire
    code: str
    placed: Placed


class WireInk(NamedTuple):
    """The ink of all connectors, ``shift`` mm from where the router placed them."""

    wires: WireSet
    codes: Mapping[str, str]
    shift: Point
    by_id: dict[str, PlacedWire]
    placed: tuple[Placed, ...]


def draw_wires(
    facts: PosterFacts,
    wires: WireSet,
    routed: Mapping[str, RoutedWire],
    shift: Point,
    former: WireInk | None,
) -> WireInk:
    """Draw the connectors; one that only moved keeps its group, one that did not its place too."""
    codes = facts.derived.card_codes
    by_id: dict[str, PlacedWire] = {}
    known: Mapping[str, PlacedWire] = {}
    stale: Iterable[str] = wires.by_id
    if former is not None and former.wires.made_of[1:] == wires.made_of[1:]:
        known = former.by_id
        if former.wires is wires and former.codes is codes and former.shift == shift:
            by_id = dict(known)
            stale = [name for name, done in known.items() if routed[name] is not done.routed]
    for name in stale:
        wire = wires.by_id[name]
        code = codes[wire.connector.target]
        by_id[name] = _place_wire(facts, wire, routed[name], code, shift, known.get(name))
    placed = tuple([done.placed for done in by_id.values()])
    return WireInk(wires, codes, shift, by_id, placed)


def _place_wire(
    facts: PosterFacts,
    wire: SetWire,
    routed: RoutedWire,
    code: str,
    shift: Point,
    known: PlacedWire | None,
) -> PlacedWire:
    x, y = routed.x + shift[0], routed.y + shift[1]
    is_alike = known is not None and known.wire is wire and known.code == code
    if known is None or not is_alike or known.routed.course != routed.course:
        placed = Placed(_draw_wire(facts, wire, routed, code), x, y)
    elif (known.placed.x, known.placed.y) == (x, y):
        placed = known.placed
    else:
        placed = Placed(known.placed.group, x, y)
    return PlacedWire(wire, routed, code, placed)


def _draw_wire(facts: PosterFacts, wire: SetWire, routed: RoutedWire, code: str) -> Group:
    connector, course = wire.connector, routed.course
    points = tuple([(round(x, 3), round(y, 3)) for x, y in course.points])
    label_at = (round(course.label.x0, 3), round(course.label.y0, 3)) if course.label else None
    words = facts.terms.leads_to(connector.kind, code, connector.label)
    return build_wire(
        connector.id, connector.kind, points, wire.label, label_at, words, facts.theme
    )
