"""The map of actors: who hands over to whom and who works together, and the same as a table."""

from typing import NamedTuple

from blueprint_editor.drawing.primitives import (
    Bounds,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.layout.actor_sign import ActorSign, find_actor_signs
from blueprint_editor.model.records import Actor
from blueprint_editor.sheets.prints.actor_layout import (
    Curve,
    Oval,
    Point,
    draw_curve,
    order_groups,
    place_badges,
)
from blueprint_editor.sheets.prints.actor_links import ActorLink, count_links, group_actors
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_BOX = 46.0
"""Width of the box of an actor, in mm on A4; its height follows from its lines."""
_GAP = 5.0
_NAME_LINES, _GROUP_LINES = 2, 1
_THINNEST, _THICKEST, _FULL = 0.45, 1.9, 12
"""Width of a line in mm on A4 for one, and for so many or more."""
_BADGE = 3.0
_ROW = 8.0
_COLUMNS = (
    ("one", 1.5), ("other", 1.5), ("given", 0.8), ("taken", 0.8), ("shared", 0.8), ("others", 0.9),
    ("cards", 1.9),
)  # fmt: skip


class _Node(NamedTuple):
    actor: Actor
    group: str
    box: Bounds


def make_actor_map(sheet: Sheet) -> None:
    """Make the map and the table of what it shows."""
    page, area = sheet.open_page(has_meta=False)
    actors = sheet.document.actors
    if not actors:
        page.write(sheet.words["empty"], "body", area.x0, area.y0, area.width)
        return
    links = count_links(sheet.derived)
    _Map(sheet, page, links).write(area)
    if links:
        _write_links(sheet, links)


class _Map:
    def __init__(self, sheet: Sheet, page: SheetPage, links: list[ActorLink]) -> None:
        self.sheet, self.page, self.links = sheet, page, links
        self.look = page.look
        self.signs = find_actor_signs(sheet.document.actors, self.look.greyscale)

    def write(self, area: Area) -> None:
        """Write the document's title, the map and what its lines mean."""
        page, look, sheet = self.page, self.look, self.sheet
        y = page.write(
            sheet.document.title, "strong", area.x0, area.y0, area.width,
            language=sheet.text_language,
        )  # fmt: skip
        area = area._replace(y0=y + look.mm(2))
        nodes_area, legend = area.split_bottom(self._measure_legend(area.width), look.mm(3))
        height = self._measure_box()
        oval = Oval(nodes_area, look.mm(_BOX), height, look.mm(_GAP))
        shown = self._choose(oval.capacity)
        nodes = self._place(oval, shown, height)
        links = [link for link in self.links if {link.first, link.second} <= nodes.keys()]
        curves = [self._draw(nodes, link, oval.middle) for link in links]
        self._write_lines(nodes, links, curves)
        self._write_nodes(nodes)
        page.begin_group()
        self._write_legend(legend, len(nodes))

    def _measure_box(self) -> float:
        styles = self.look.styles
        lines = styles["strong"].leading * _NAME_LINES + styles["note"].leading * _GROUP_LINES
        return lines + self.look.mm(3.0)

    def _choose(self, count: int) -> list[Actor]:
        """Return the actors that have room: those with the most connections, in their order."""
        totals: dict[str, int] = {}
        for link in self.links:
            for actor in (link.first, link.second):
                totals[actor] = totals.get(actor, 0) + link.total
        actors = self.sheet.document.actors
        kept = sorted(actors, key=lambda actor: -totals.get(actor.id, 0))[: max(count, 1)]
        ids = {actor.id for actor in kept}
        return [actor for actor in actors if actor.id in ids]

    def _place(self, oval: Oval, shown: list[Actor], height: float) -> dict[str, _Node]:
        groups = group_actors(tuple(shown))
        ids = {actor.id for actor in shown}
        weights = {
            (link.first, link.second): link.total
            for link in self.links
            if {link.first, link.second} <= ids
        }
        members = [[actor.id for actor in group] for group in groups.values()]
        order = order_groups(members, weights)
        places = dict(zip(order, oval.list_places(len(order)), strict=True))
        width = self.look.mm(_BOX)
        nodes = {}
        for key, group in groups.items():
            name = self.sheet.terms.actor_kinds.get(key, key) or self.sheet.words["no_group"]
            for actor in group:
                x, y = places[actor.id]
                box = Bounds(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                nodes[actor.id] = _Node(actor, name, box)
        return {name: nodes[name] for name in order}

    def _draw(self, nodes: dict[str, _Node], link: ActorLink, middle: Point) -> Curve:
        others = [node.box for name, node in nodes.items() if name not in {link.first, link.second}]
        return draw_curve(nodes[link.first].box, nodes[link.second].box, others, middle)

    def _write_lines(
        self, nodes: dict[str, _Node], links: list[ActorLink], curves: list[Curve]
    ) -> None:
        shapes: list[Primitive] = []
        for link, curve in sorted(
            zip(links, curves, strict=True), key=lambda pair: pair[0].handovers
        ):
            shapes += self._draw_line(link, curve)
        boxes = [node.box for node in nodes.values()]
        badges = place_badges(curves, boxes, self.look.mm(_BADGE))
        for link, point in zip(links, badges, strict=True):
            if point is not None:
                shapes += self._draw_badge(link, point)
        alt = self.sheet.words["alt"].format(len(nodes), len(links))
        self.page.figure(alt, shapes)

    def _draw_line(self, link: ActorLink, curve: Curve) -> list[Primitive]:
        look = self.look
        share = min(link.total - 1, _FULL - 1) / (_FULL - 1)
        width = look.mm(_THINNEST + (_THICKEST - _THINNEST) * share)
        colour, dash = self._style(link, width)
        shapes: list[Primitive] = [Path(_as_cubic(curve), None, Stroke(colour, width, dash))]
        heads = ((link.given, curve.samples[-4], curve.end),
                 (link.taken, curve.samples[3], curve.start))  # fmt: skip
        shapes += [
            _draw_head(before, tip, max(look.mm(2.6), width * 2.4), colour)
            for count, before, tip in heads
            if count
        ]
        return shapes

    def _style(self, link: ActorLink, width: float = 0.0) -> tuple[str, tuple[float, ...]]:
        """Return colour and dash: handovers are solid, shared work too, the rest is dashed."""
        look = self.look
        if link.handovers:
            return look.navy, ()
        if link.shared:
            return ("#5A5A5A" if look.greyscale else "#0B6E74"), ()
        return look.rule, (max(look.mm(1.8), 3.0 * width), max(look.mm(1.2), 1.4 * width))

    def _draw_badge(self, link: ActorLink, point: Point) -> list[Primitive]:
        look, radius = self.look, self.look.mm(_BADGE)
        colour, _dash = self._style(link)
        digits = self.page.typesetter.set_line(str(link.total), look.styles["note_strong"], "")
        half = max(radius, digits.width / 2 + look.mm(0.8))
        x, y = point
        box = Rectangle(
            x - half, y - radius, 2 * half, 2 * radius, "#FFFFFF", Stroke(colour, look.mm(0.3)),
            radius,
        )  # fmt: skip
        return [box, *digits.placed_at(x - digits.width / 2, y - digits.height / 2)]

    def _write_nodes(self, nodes: dict[str, _Node]) -> None:
        with self.page.tagged("L"):
            for node in nodes.values():
                with self.page.tagged("LI"), self.page.tagged("LBody"):
                    self._write_node(node, self.signs[node.actor.id])

    def _write_node(self, node: _Node, sign: ActorSign) -> None:
        page, look, language = self.page, self.look, self.sheet.text_language
        x0, y0, x1, y1 = node.box
        radius = {"rounded": look.mm(1.6), "round": (y1 - y0) / 2, "square": 0.0}[sign.shape]
        stroke = Stroke(sign.colour, look.mm(0.8))
        page.draw([Rectangle(x0, y0, x1 - x0, y1 - y0, "#FFFFFF", stroke, radius)])
        pad = look.mm(2.0) if sign.shape != "round" else look.mm(4.0)
        width = x1 - x0 - 2 * pad
        name = clip(page, node.actor.name, "strong", width, _NAME_LINES, language)
        is_told = node.group.casefold() in node.actor.name.casefold()
        group = "" if is_told else clip(page, node.group, "note", width, _GROUP_LINES, language)
        texts = [
            page.set_text(name, "strong", width, language=language, align="center"),
        ]
        if group:
            texts.append(page.set_text(group, "note", width, language=language, align="center"))
        y = y0 + (y1 - y0 - sum(text.height for text in texts)) / 2
        for text in texts:
            y = page.put(text, x0 + pad, y)

    # --- what the lines mean

    def _list_legend(self, count: int) -> list[str]:
        words, actors = self.sheet.words, self.sheet.document.actors
        linked = {actor for link in self.links for actor in (link.first, link.second)}
        alone = ", ".join(actor.name for actor in actors if actor.id not in linked)
        told = [words["thickness"]]
        if count < len(actors):
            told.append(words["most"].format(count, len(actors)))
        if alone:
            told.append(words["alone"].format(alone))
        return told

    def _measure_legend(self, width: float) -> float:
        text = clip(self.page, " ".join(self._list_legend(0)), "body", width, 3)
        told = self.page.set_text(text, "body", width)
        return told.height + self.look.styles["body"].leading + self.look.mm(1.5)

    def _write_legend(self, area: Area, count: int) -> None:
        page, look, words = self.page, self.look, self.sheet.words
        x, middle = area.x0, area.y0 + look.styles["body"].leading / 2
        samples = (
            (ActorLink("", "", given=2), words["handover"]),
            (ActorLink("", "", shared=2), words["shared_line"]),
            (ActorLink("", "", others=2), words["other_line"]),
        )
        for link, told in samples:
            colour, dash = self._style(link)
            end = x + look.mm(14)
            course = Path((("M", x, middle), ("L", end, middle)), None,
                          Stroke(colour, look.mm(0.9), dash))  # fmt: skip
            page.draw([course])
            if link.given:
                page.draw([_draw_head((x, middle), (end, middle), look.mm(2.6), colour)])
            name = page.set_text(told, "body", area.width)
            page.put(name, end + look.mm(2), area.y0)
            x = end + name.width + look.mm(9)
        text = " ".join(self._list_legend(count))
        short = clip(page, text, "body", area.width, 3)
        if short != text:
            self.sheet.keep_rest(words["alone"].format("").strip(" :"), text)
        y = area.y0 + look.styles["body"].leading + look.mm(1)
        page.write(short, "body", area.x0, y, area.width, language=self.sheet.language)


def _as_cubic(curve: Curve) -> tuple[PathCommand, ...]:
    """Return a quadratic curve in the commands that paths have."""
    (x0, y0), (cx, cy), (x1, y1) = curve.start, curve.control, curve.end
    return (
        ("M", x0, y0),
        ("C", x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0),
         x1 + 2 / 3 * (cx - x1), y1 + 2 / 3 * (cy - y1), x1, y1),
    )  # fmt: skip


def _draw_head(before: Point, tip: Point, size: float, colour: str) -> Path:
    """Return the head of an arrow that comes from ``before``."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length, dy / length
    bx, by = tip[0] - ux * size, tip[1] - uy * size
    half = size * 0.5
    return Path(
        (
            ("M", *tip), ("L", bx - uy * half, by + ux * half),
            ("L", bx + uy * half, by - ux * half), ("Z",),
        ),
        colour,
    )  # fmt: skip


def _write_links(sheet: Sheet, links: list[ActorLink]) -> None:
    """Write the table on a page of its own."""
    page, area = sheet.open_page(has_meta=False)
    words, names = sheet.words, {actor.id: actor.name for actor in sheet.document.actors}
    y = page.write(words["table"], "large", area.x0, area.y0, area.width, role="H2")
    columns = tuple(
        Column(words[key], weight, is_strong=key in {"one", "other"}) for key, weight in _COLUMNS
    )
    rows = [
        (
            names[link.first], names[link.second], *_tell_counts(link), ", ".join(link.codes),
        )
        for link in links
    ]  # fmt: skip
    area = area._replace(y0=y + page.look.mm(1.6))
    write_table(sheet, page, area, Table(columns, rows, page.look.mm(_ROW), 0, 1.2))


def _tell_counts(link: ActorLink) -> tuple[str, ...]:
    counts = (link.given, link.taken, link.shared, link.others)
    return tuple(str(count) if count else "–" for count in counts)
