"""How the arrows of a causal map run: bent so far that they pass beside what is in their way."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from blueprint_editor.drawing.primitives import Bounds, PathCommand, Point

_BENDS: Final = (0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.48, -0.48, 0.7, -0.7, 1.0, -1.0)
"""How far a curve's control point lies beside the straight line, as a share of its length."""
_SAMPLES: Final = 24
_CORNERS: Final = 6
_CROWD: Final = 120_000
"""Pairs of arrows, and of arrows and boxes, from which on none makes way for another."""
_OTHER_SIDE, _BENT, _COVERED, _CROSSED, _CLOSE = 0.6, 12.0, 5.0, 4.0, 14.0
_SIGN_HIT, _SIGN_CROSSED = 10.0, 6.0
"""What is to be avoided, and how much."""


class Link(NamedTuple):
    """An arrow between two nodes, by their ids."""

    id: str
    source: str
    target: str


class Reach(NamedTuple):
    """Distances in mm: of ends from boxes, of arrows from other boxes, of a sign from the tip."""

    end: float
    beside: float
    sign: float
    sign_radius: float


class Curve(NamedTuple):
    """A cubic curve from ``start`` to ``end``, and where on it the arrow's sign stands."""

    start: Point
    first: Point
    second: Point
    end: Point
    sign: Point

    def at(self, share: float) -> Point:
        """Return the point at a share of the way, from 0 to 1."""
        a, b = (1 - share) ** 3, 3 * (1 - share) ** 2 * share
        c, d = 3 * (1 - share) * share**2, share**3
        return (
            a * self.start[0] + b * self.first[0] + c * self.second[0] + d * self.end[0],
            a * self.start[1] + b * self.first[1] + c * self.second[1] + d * self.end[1],
        )

    def list_points(self, count: int = _SAMPLES) -> list[Point]:
        """Return points along the curve, ends included."""
        return [self.at(number / count) for number in range(count + 1)]

    def trace(self, share: float) -> tuple[PathCommand, ...]:
        """Return the curve up to a share of its way."""
        a, b = _mix(self.start, self.first, share), _mix(self.first, self.second, share)
        c = _mix(self.second, self.end, share)
        d, e = _mix(a, b, share), _mix(b, c, share)
        return (("M", *self.start), ("C", *a, *d, *_mix(d, e, share)))

    def find_share_before_end(self, distance: float) -> float:
        """Return the share of the way at which the end is so many mm away."""
        for number in range(2 * _SAMPLES, 0, -1):
            share = number / (2 * _SAMPLES)
            if math.dist(self.at(share), self.end) >= distance:
                return share
        return 0.5


class _Parabola(NamedTuple):
    """A curve between the middles of two boxes."""

    start: Point
    control: Point
    end: Point

    def at(self, share: float) -> Point:
        """Return the point at a share of the way."""
        left = _mix(self.start, self.control, share)
        return _mix(left, _mix(self.control, self.end, share), share)

    def cut(self, first: float, last: float) -> Curve:
        """Return the part between two shares of the way."""
        start, end = self.at(first), self.at(last)
        control = _mix(
            _mix(self.start, self.control, first), _mix(self.control, self.end, first), last
        )
        return Curve(start, _mix(start, control, 2 / 3), _mix(end, control, 2 / 3), end, end)


class Way(NamedTuple):
    """A curve as the others have to cross or to avoid it.

    Attributes:
        points, corners: along it, ends included.
        bounds: what the points cover; the curve stays within a hair of that.
    """

    curve: Curve
    points: tuple[Point, ...]
    corners: tuple[Point, ...]
    bounds: Bounds


class _Choice(NamedTuple):
    """The way that an arrow takes; it would take no other unless something in ``seen`` changes."""

    way: Way
    seen: Bounds


@dataclass(frozen=True, eq=False)
class Ways:
    """How all arrows of a map run, by their ids.

    Attributes:
        changed: where something is otherwise than on the map before.
    """

    boxes: Mapping[str, Bounds]
    links: Sequence[Link]
    reach: Reach
    choices: Mapping[str, _Choice]
    changed: Sequence[Bounds] = ()

    def __getitem__(self, arrow: str) -> Way:
        return self.choices[arrow].way


def choose_ways(
    boxes: Mapping[str, Bounds], links: Sequence[Link], reach: Reach, before: Ways | None = None
) -> Ways:
    """Return each arrow's way, chosen one after the other; the same map gives the same ways.

    What is far from all that differs from the map ``before`` is taken over from that.
    """
    if before is None or not _is_alike(before, links, reach):
        before = Ways({}, (), reach, {})
    changed = _list_changed(before, boxes, links)
    choices: dict[str, _Choice] = {}
    is_crowd = _is_crowd(boxes, links)
    was_crowd = _is_crowd(before.boxes, before.links)
    for link in links:
        old = before.choices.get(link.id) if is_crowd == was_crowd else None
        if old is not None and not any(old.seen.overlaps(area) for area in changed):
            choices[link.id] = old
            continue
        earlier = [choice.way for choice in choices.values()]
        new = choices[link.id] = _choose(link, boxes, earlier, reach, is_crowd=is_crowd)
        if old is None or old.way.curve != new.way.curve:
            changed += [_widen(choice.way.bounds) for choice in (old, new) if choice is not None]
    return Ways(boxes, links, reach, choices, changed)


def _is_crowd(boxes: Mapping[str, Bounds], links: Sequence[Link]) -> bool:
    return len(links) * (len(boxes) + len(links)) > _CROWD


def _is_alike(before: Ways, links: Sequence[Link], reach: Reach) -> bool:
    """Tell whether arrows of both maps lead the same way, and come in the same order."""
    old, new = set(before.links), set(links)
    return reach == before.reach and [link for link in before.links if link in new] == [
        link for link in links if link in old
    ]


def _list_changed(before: Ways, boxes: Mapping[str, Bounds], links: Sequence[Link]) -> list[Bounds]:
    """Return where boxes are or were that are elsewhere now, and arrows that are gone."""
    changed = []
    for node in {*before.boxes, *boxes}:
        pair = before.boxes.get(node), boxes.get(node)
        if pair[0] != pair[1]:
            changed += [box for box in pair if box is not None]
    now = set(links)
    gone = (link.id for link in before.links if link not in now)
    return changed + [_widen(before[arrow].bounds) for arrow in gone]


def _widen(bounds: Bounds) -> Bounds:
    """Return the bounds of a curve that may be a straight line, so that they can overlap."""
    return bounds.grown(1e-3)


def _choose(
    link: Link, boxes: Mapping[str, Bounds], ways: Sequence[Way], reach: Reach, *, is_crowd: bool
) -> _Choice:
    source, target = boxes[link.source], boxes[link.target]
    if link.source == link.target:
        curled = _make_way(_curl(source, reach))
        return _Choice(curled, _see(curled, source, reach))
    best = _bend(source, target, _BENDS[0], reach)
    seen = _see(best, source, reach).joined(target)
    if is_crowd:
        return _Choice(best, seen)
    others = [box for node, box in boxes.items() if node not in {link.source, link.target}]
    least = math.inf
    for bend in _BENDS:
        cost = abs(bend) * _BENT + (_OTHER_SIDE if bend < 0 else 0.0)
        if cost >= least:
            break
        way = _bend(source, target, bend, reach)
        seen = seen.joined(_see(way, source, reach))
        cost += _weigh_boxes(way, others, (source, target), reach)
        if cost < least:
            cost += _weigh_ways(way, ways, reach, least - cost)
        if cost < least:
            best, least = way, cost
    return _Choice(_free_sign(best, boxes.values(), ways, reach), seen)


def _free_sign(way: Way, boxes: Iterable[Bounds], ways: Sequence[Way], reach: Reach) -> Way:
    """Let an arrow's sign stand nearer to its middle or its start where there is no room for it."""
    radius, curve = reach.sign_radius, way.curve
    around = way.bounds.grown(3 * radius)
    near = [box for box in boxes if around.overlaps(box)]
    beside = [other for other in ways if around.overlaps(other.bounds, -1e-6)]
    inner = [
        point
        for point in way.points[::-1]
        if math.dist(point, curve.end) >= reach.sign * 0.8
        and math.dist(point, curve.start) >= 1.5 * radius
    ]
    for spot in (curve.sign, *inner):
        if _has_room(spot, near, beside, radius):
            return way._replace(curve=curve._replace(sign=spot))
    return way


def _has_room(spot: Point, boxes: Iterable[Bounds], ways: Iterable[Way], radius: float) -> bool:
    """Tell whether a sign can stand at a point without touching boxes, signs and other arrows."""
    area = Bounds(*spot, *spot).grown(1.3 * radius)
    return not any(area.overlaps(box) for box in boxes) and not any(
        math.dist(way.curve.sign, spot) < 2.3 * radius
        or (area.overlaps(way.bounds, -1e-6) and _is_on(way, spot, 1.3 * radius))
        for way in ways
    )


def _is_on(way: Way, spot: Point, far: float) -> bool:
    """Tell whether a way passes a point more closely than ``far`` mm."""
    return any(math.dist(point, spot) < far for point in way.points)


def _see(way: Way, source: Bounds, reach: Reach) -> Bounds:
    """Return where boxes and other arrows count for a way, and the box that it leaves."""
    return way.bounds.grown(3 * reach.sign_radius + reach.beside).joined(source)


@lru_cache(maxsize=4096)
def _bend(source: Bounds, target: Bounds, bend: float, reach: Reach) -> Way:
    """Return a curve between the middles of two boxes, without what lies in them."""
    start, end = _middle(source), _middle(target)
    dx, dy = end[0] - start[0], end[1] - start[1]
    control = (start[0] + dx / 2 + dy * bend, start[1] + dy / 2 - dx * bend)
    whole = _Parabola(start, control, end)
    first = _find_edge(whole, source.grown(reach.end))
    last = 1.0 - _find_edge(_Parabola(end, control, start), target.grown(reach.end))
    if last - first < 1 / _SAMPLES:
        first, last = 0.45, 0.55
    return _make_way(_put_sign(whole.cut(first, last), reach))


def _find_edge(whole: _Parabola, box: Bounds) -> float:
    """Return the share of the way at which a curve that begins in a box leaves it."""
    count = 2 * _SAMPLES
    shares = (number / count for number in range(count + 1))
    outside = next((share for share in shares if not box.contains(*whole.at(share))), 1.0)
    inside = max(outside - 1 / count, 0.0)
    for _halving in range(12):
        middle = (inside + outside) / 2
        if box.contains(*whole.at(middle)):
            inside = middle
        else:
            outside = middle
    return outside


def _put_sign(curve: Curve, reach: Reach) -> Curve:
    """Let the sign stand near the tip, or in the middle of a short arrow."""
    points = curve.list_points()
    pieces = [math.dist(a, b) for a, b in pairwise(points)]
    whole = sum(pieces)
    wanted = whole - max(min(reach.sign, whole * 0.5), whole * 0.25)
    done = 0.0
    for number, piece in enumerate(pieces):
        if done + piece >= wanted:
            share = (number + (wanted - done) / (piece or 1.0)) / len(pieces)
            return curve._replace(sign=curve.at(share))
        done += piece
    return curve._replace(sign=curve.at(0.5))


def _curl(box: Bounds, reach: Reach) -> Curve:
    """Return the curve of an arrow that leads back to its own node: over its upper right corner."""
    size = max(6 * reach.sign_radius, box.height)
    start = (box.x1 - min(size, box.width / 2), box.y0 - reach.end)
    end = (box.x1 + reach.end, box.y0 + box.height * 0.4)
    curve = Curve(
        start, (start[0], box.y0 - size * 1.3), (box.x1 + size * 1.3, end[1] - size * 0.4), end, end
    )
    return curve._replace(sign=curve.at(0.5))


def _weigh_boxes(way: Way, others: Sequence[Bounds], own: Sequence[Bounds], reach: Reach) -> float:
    """Return how much of a curve lies on or near boxes; its sign may touch none at all."""
    around = way.bounds.grown(reach.beside)
    near = [box for box in others if around.overlaps(box)]
    cost = 0.0
    for box in near:
        wide = box.grown(reach.beside)
        cost += _COVERED * sum(wide.contains(*point) for point in way.points)
    sign = Bounds(*way.curve.sign, *way.curve.sign).grown(reach.sign_radius)
    return cost + _SIGN_HIT * sum(sign.overlaps(box) for box in (*near, *own))


def _weigh_ways(mine: Way, ways: Sequence[Way], reach: Reach, most: float) -> float:
    """Return how much a curve crosses others, or is too near to one; no more than ``most``."""
    middle, sign, cost = mine.corners[_CORNERS // 2], mine.curve.sign, 0.0
    room = 1.3 * reach.sign_radius
    near = mine.bounds.grown(room)
    for way in ways:
        if cost >= most:
            break
        if math.dist(middle, way.corners[_CORNERS // 2]) < 3 * reach.sign_radius:
            cost += _CLOSE
        if math.dist(sign, way.curve.sign) < 2.2 * reach.sign_radius:
            cost += _SIGN_HIT
        if near.contains(*way.curve.sign) and _is_on(mine, way.curve.sign, room):
            cost += _SIGN_CROSSED
        if mine.bounds.overlaps(way.bounds, -1e-6):
            cost += _CROSSED * _count_crossings(mine.corners, way.corners)
    return cost


def _make_way(curve: Curve) -> Way:
    points = tuple(curve.list_points())
    return Way(curve, points, points[:: _SAMPLES // _CORNERS], _bound(points))


def _count_crossings(one: Sequence[Point], other: Sequence[Point]) -> int:
    count = 0
    for a, b in pairwise(one):
        # On which side of each piece of the one the corners of the other lie.
        sides = [_turn(a, b, corner) for corner in other]
        for n, (before, after) in enumerate(pairwise(sides)):
            if before * after < 0.0:
                c, d = other[n], other[n + 1]
                count += _turn(c, d, a) * _turn(c, d, b) < 0.0
    return count


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _mix(one: Point, other: Point, share: float) -> Point:
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def _middle(box: Bounds) -> Point:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _bound(points: Sequence[Point]) -> Bounds:
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return Bounds(min(xs), min(ys), max(xs), max(ys))
