"""The connectors of the poster: what the router must know of them, and their ink where they run."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group, MissingLetters, Placed
from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.fading import fade_group
from blueprint_editor.layout.routing import Course, RoutedWire, Wire
from blueprint_editor.layout.wires import WireLabel, build_wire, set_wire_label
from blueprint_editor.model.records import Connector
from blueprint_editor.sheets.poster_facts import PosterFacts


class SetWire(NamedTuple):
    """A connector with its words, measured, and what the router must know of it."""

    connector: Connector
    label: WireLabel | None
    wire: Wire
    runs_along: bool


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
    along = facts.derived.connectors_along
    made_of = (shown, facts.theme, facts.language, along)
    if former is not None and former.made_of == made_of and cards.keys() == former.ends:
        return former
    known: Mapping[str, SetWire] = {}
    if former is not None and former.made_of[1:3] == made_of[1:3]:
        known = former.by_id
    by_id = {
        connector.id: _set_wire(
            facts, connector, known.get(connector.id), runs_along=connector.id in along
        )
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


def _set_wire(
    facts: PosterFacts, connector: Connector, known: SetWire | None, *, runs_along: bool
) -> SetWire:
    # Identity first: to compare records field by field takes long.
    if (
        known is not None
        and known.runs_along == runs_along
        and (known.connector is connector or known.connector == connector)
    ):
        return known
    label = None
    size = (0.0, 0.0)
    if connector.label:
        label = set_wire_label(
            connector.label, connector.kind, facts.theme, facts.typesetter, facts.language,
            runs_along=runs_along,
        )  # fmt: skip
        size = (label.width, label.height)
    wire = Wire(connector.id, connector.source, connector.target, connector.kind, size)
    return SetWire(connector, label, wire, runs_along)


class WireInk(NamedTuple):
    """The ink of all connectors, ``shift`` mm from where the router placed them.

    ``placed`` are their groups by connector, in document order; ``faded`` are those that stand
    back.
    """

    wires: WireSet
    routed: Mapping[str, RoutedWire]
    codes: Mapping[str, str]
    shift: Point
    placed: dict[str, Placed]
    faded: frozenset[str]

    def find_group(
        self, name: str, wire: SetWire, course: Course, words: str, *, is_faded: bool
    ) -> Group | None:
        """Return a connector's group if it looks the same but perhaps for its ``words``."""
        if self.wires.by_id.get(name) is not wire or self.routed[name].course != course:
            return None
        if (name in self.faded) != is_faded:
            return None
        group = self.placed[name].group
        return group if group.label == words else group._replace(label=words)


def draw_wires(
    facts: PosterFacts,
    wires: WireSet,
    routed: Mapping[str, RoutedWire],
    shift: Point,
    former: WireInk | None,
) -> WireInk:
    """Draw the connectors; those that only moved keep their groups, the others their places too."""
    codes, faded = facts.derived.card_codes, facts.faded_wires
    stale: Iterable[str] = wires.by_id
    placed: dict[str, Placed] = {}
    if former is not None and former.shift == shift:
        is_alike = former.codes is codes and former.faded == faded
        if former.wires is wires and former.routed is routed and is_alike:
            return former
        stale = _list_stale(wires, routed, codes, faded, former)
        known = former.placed
        placed = {name: known[name] for name in wires.by_id if name in known}
    for name in stale:
        wire, way = wires.by_id[name], routed[name]
        connector = wire.connector
        words = facts.terms.leads_to(connector.kind, codes[connector.target], connector.label)
        pale = name in faded
        group = None
        if former is not None:
            group = former.find_group(name, wire, way.course, words, is_faded=pale)
        if group is None:
            group = build_wire(name, connector.kind, way.course, wire.label, words, facts.theme)
            group = fade_group(group) if pale else group
        placed[name] = Placed(group, way.x + shift[0], way.y + shift[1])
    if list(placed) != list(wires.by_id):
        placed = {name: placed[name] for name in wires.by_id}
    return WireInk(wires, routed, codes, shift, placed, faded)


def _list_stale(
    wires: WireSet,
    routed: Mapping[str, RoutedWire],
    codes: Mapping[str, str],
    faded: frozenset[str],
    former: WireInk,
) -> list[str]:
    """Return the connectors that look or run otherwise now, or lead to a card of new code."""
    known, ways = former.wires.by_id, former.routed
    stale = [
        name
        for name, wire in wires.by_id.items()
        if known.get(name) is not wire or ways[name] is not routed[name]
    ]
    if former.codes is not codes:
        old = former.codes
        recoded = {card for card, code in codes.items() if old.get(card) != code}
        stale += [wire.id for wire in wires.wires if wire.target in recoded]
    stale += [name for name in faded ^ former.faded if name in wires.by_id]
    return stale
