"""A causal map ready to be drawn: what each node says and where, each arrow's curve, the loops."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from blueprint_editor.drawing.primitives import Bounds, FaceKey, Point, enclose
from blueprint_editor.language.causal_words import CausalWords
from blueprint_editor.language.terms import Terms
from blueprint_editor.layout.causal.badges import place_badges
from blueprint_editor.layout.causal.curves import Curve, Link, Reach, Ways, choose_ways
from blueprint_editor.layout.causal.places import Gaps, Size, place_nodes
from blueprint_editor.layout.causal.spread import Stretch
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter
from blueprint_editor.layout.theme import INK, NAVY, PT, QUIET
from blueprint_editor.model.causal import Loop, find_loops, find_map, find_node_texts
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import CausalArrow, CausalNode

_BODY_PT, _NOTE_PT = 12.0, 9.5
LONGEST_LINE: Final = 46.0
"""Of a node's text, in mm at unit 1."""
_LEAST_WIDTH, _PADDING = 26.0, 2.8
_LINES, _WIDER = 5, 1.45
"""A text of more lines gets a wider box."""
_GAPS = Gaps(
    column=27.0, row=11.0, way=5.0, least=4.0, apart=Size(20.0, 11.0), stretch=Stretch(66.0, 34.0)
)
_REACH = Reach(end=0.9, beside=2.0, sign=9.0, sign_radius=2.5)
_BADGE = 4.6
"""Radius in mm of the sign that bears a loop's name."""
_EDGE = 3.0


class MapWish(NamedTuple):
    """What a map is to be made of.

    Attributes:
        content: the document, with the texts of the language wanted.
        facts: where the codes of its cards are from.
        words, terms: of the names of loops and of kinds of marks.
        unit: factor on all distances and type sizes.
        greyscale: without any hue.
    """

    content: DocumentContent
    facts: DerivedFacts
    words: CausalWords
    terms: Terms
    unit: float = 1.0
    greyscale: bool = False


class PlannedNode(NamedTuple):
    """A node's box, its text, and above that in small letters what it stands for.

    Attributes:
        said, told: the words of text and note.
    """

    node: CausalNode
    box: Bounds
    text: SetText
    note: SetText | None
    said: str
    told: str


class PlannedArrow(NamedTuple):
    """An arrow, how it runs, and what its line covers."""

    arrow: CausalArrow
    curve: Curve
    bounds: Bounds


class PlannedLoop(NamedTuple):
    """A loop with its name, and where its sign stands; nowhere if there is no room for it."""

    loop: Loop
    name: str
    text: SetText
    middle: Point | None


_Planned = TypeVar("_Planned", PlannedNode, PlannedArrow)


class MapStyles(NamedTuple):
    """How the texts of a map are set, and in which languages those of nodes and those around."""

    body: TextStyle
    note: TextStyle
    loop: TextStyle
    language: str
    own_language: str


@dataclass(frozen=True, eq=False)
class MapPlan:
    """A map in mm; ``area`` is what its ink covers.

    Attributes:
        unit: factor on all distances.
        is_complete: there are no more loops than these.
        ways: how its arrows were led.
    """

    unit: float
    greyscale: bool
    styles: MapStyles
    nodes: dict[str, PlannedNode]
    arrows: dict[str, PlannedArrow]
    loops: Sequence[PlannedLoop]
    is_complete: bool
    area: Bounds
    ways: Ways

    def mm(self, value: float) -> float:
        """Scale a distance that is given in mm for unit 1."""
        return value * self.unit

    @property
    def sign_radius(self) -> float:
        return self.mm(_REACH.sign_radius)

    @property
    def badge_radius(self) -> float:
        return self.mm(_BADGE)

    @property
    def padding(self) -> float:
        """Between a node's edge and its text, in mm."""
        return self.mm(_PADDING)

    def find_text_place(self, node: str) -> Point:
        """Return the top left corner of a node's text: short words stand in the middle."""
        _node, box, text, note, *_words = self.nodes[node]
        width, height = text.width, text.height
        top = 0.0
        if note is not None:
            top, width = note.height, max(width, note.width)
        return (box.x0 + box.x1 - width) / 2, (box.y0 + box.y1 + top - height) / 2


def plan_map(wish: MapWish, typesetter: Typesetter, before: MapPlan | None = None) -> MapPlan:
    """Return a document's map, laid out; the same map gives the same places.

    What comes out as on the map ``before`` is taken over from it.
    """
    styles = _make_styles(wish)
    if before is not None and (before.styles, before.unit) != (styles, wish.unit):
        before = None
    causal_map, unit = find_map(wish.content), wish.unit
    known_nodes = before.nodes if before is not None else {}
    known_arrows = before.arrows if before is not None else {}
    words = _find_words(wish)
    set_texts = {
        node: _set_node(words[node], known_nodes.get(node), styles, unit, typesetter)
        for node in words
    }
    sizes = {node: _measure(text, note, unit) for node, (text, note) in set_texts.items()}
    fixed = {
        node.id: (node.x * unit, node.y * unit)
        for node in causal_map.nodes
        if node.x is not None and node.y is not None
    }
    shown = [a for a in causal_map.arrows if a.source in sizes and a.target in sizes]
    boxes = place_nodes(sizes, [(a.source, a.target) for a in shown], fixed, _GAPS.scaled(unit))
    reach = Reach(*(distance * unit for distance in _REACH))
    links = [Link(a.id, a.source, a.target) for a in shown]
    ways = choose_ways(boxes, links, reach, before.ways if before is not None else None)
    loops = find_loops(causal_map)
    around = [[ways[arrow] for arrow in loop.arrows] for loop in loops.found]
    middles = place_badges(
        around, boxes.values(), [ways[a.id] for a in shown], _BADGE * unit, reach.sign_radius
    )
    known_loops = {(p.loop, p.middle): p for p in before.loops} if before is not None else {}
    planned = [
        known_loops.get((loop, middle)) or _plan_loop(loop, middle, wish, styles, typesetter)
        for loop, middle in zip(loops.found, middles, strict=True)
    ]
    nodes = {
        node.id: _keep(
            PlannedNode(node, boxes[node.id], *set_texts[node.id], *words[node.id]),
            known_nodes.get(node.id),
        )
        for node in causal_map.nodes
    }
    arrows = {
        a.id: _keep(PlannedArrow(a, ways[a.id].curve, ways[a.id].bounds), known_arrows.get(a.id))
        for a in shown
    }
    area = _cover([*_iter_ink(nodes, arrows, planned, unit)], _EDGE * unit)
    return MapPlan(
        unit, wish.greyscale, styles, nodes, arrows, planned, loops.is_complete, area, ways
    )


def _keep(new: _Planned, old: _Planned | None) -> _Planned:
    """Return the old one of two that are alike."""
    return old if old is not None and old == new else new


def _find_words(wish: MapWish) -> dict[str, tuple[str, str]]:
    """Return what each node says, and what it stands for."""
    texts = find_node_texts(wish.content)
    nodes = find_map(wish.content).nodes
    return {node.id: (texts[node.id], _tell_subject(node, wish)) for node in nodes}


def _make_styles(wish: MapWish) -> MapStyles:
    ink, quiet, navy = ("#000000",) * 3 if wish.greyscale else (INK, QUIET, NAVY)
    size, note = _BODY_PT * PT * wish.unit, _NOTE_PT * PT * wish.unit
    return MapStyles(
        TextStyle(FaceKey(weight=500), size, size * 1.3, ink),
        TextStyle(FaceKey(weight=400), note, note * 1.35, quiet),
        TextStyle(FaceKey(weight=700), size, size * 1.2, navy),
        wish.content.language,
        wish.terms.language,
    )


def _set_node(
    words: tuple[str, str],
    before: PlannedNode | None,
    styles: MapStyles,
    unit: float,
    typesetter: Typesetter,
) -> tuple[SetText, SetText | None]:
    said, told = words
    if before is not None and (before.said, before.told) == words:
        return before.text, before.note
    width = LONGEST_LINE * unit

    def set_words(width: float) -> SetText:
        return typesetter.set_text(
            said, styles.body, width, styles.language, mark_language=True, spare_hyphens=True
        )

    text = set_words(width)
    if len(text.line_widths) > _LINES:
        width *= _WIDER
        text = set_words(width)
    note = typesetter.set_text(told, styles.note, width, styles.own_language) if told else None
    return text, note


def _tell_subject(node: CausalNode, wish: MapWish) -> str:
    """Return what a node stands for: the code of its card, the kind of its mark."""
    codes = wish.facts.card_codes
    if node.card is not None:
        return codes.get(node.card, "")
    mark = next((mark for mark in wish.content.marks if mark.id == node.mark), None)
    if mark is None:
        return ""
    return " · ".join(filter(None, (codes.get(mark.target, ""), wish.terms.marks[mark.kind])))


def _measure(text: SetText, note: SetText | None, unit: float) -> Size:
    height, width = text.height, text.width
    if note is not None:
        height, width = height + note.height, max(width, note.width)
    padding = 2 * _PADDING * unit
    return Size(max(width + padding, _LEAST_WIDTH * unit), height + padding)


def _plan_loop(
    loop: Loop, middle: Point | None, wish: MapWish, styles: MapStyles, typesetter: Typesetter
) -> PlannedLoop:
    name = wish.words.name_loop(loop.number, is_reinforcing=loop.is_reinforcing)
    return PlannedLoop(
        loop, name, typesetter.set_line(name, styles.loop, wish.terms.language), middle
    )


def _iter_ink(
    nodes: Mapping[str, PlannedNode],
    arrows: Mapping[str, PlannedArrow],
    loops: Sequence[PlannedLoop],
    unit: float,
) -> Iterator[Bounds]:
    yield from (planned.box for planned in nodes.values())
    for arrow in arrows.values():
        yield arrow.bounds
        x, y = arrow.curve.sign
        yield _around(x, y, _REACH.sign_radius * unit)
    for loop in loops:
        if loop.middle is not None:
            yield _around(*loop.middle, _BADGE * unit)


def _around(x: float, y: float, radius: float) -> Bounds:
    return Bounds(x - radius, y - radius, x + radius, y + radius)


def _cover(boxes: Sequence[Bounds], edge: float) -> Bounds:
    covered = enclose(boxes)
    return Bounds(0.0, 0.0, 0.0, 0.0) if covered is None else covered.grown(edge)
