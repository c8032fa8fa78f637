"""One card with its mark tray: from records to a group at its own origin."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import (
    Bounds,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.language.terms import Terms
from blueprint_editor.layout.actor_sign import ActorSign, set_actor_sign
from blueprint_editor.layout.change_flags import Flag, add_flags
from blueprint_editor.layout.colour import darken_until
from blueprint_editor.layout.flow import (
    Chip,
    GroupBuilder,
    Shapes,
    box_path,
    place_chips,
    set_chip,
)
from blueprint_editor.layout.icons import Icon
from blueprint_editor.layout.picture import PlacedPicture
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter
from blueprint_editor.layout.theme import PAPER, RoleLook, Theme
from blueprint_editor.layout.tray import TrayMark, add_tray
from blueprint_editor.layout.votes import set_votes
from blueprint_editor.model.naming import sign_variant
from blueprint_editor.model.records import Card, Tag, Variant

NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
_TAG_SIDE = 6.4
"""Of the square tag of a path, in mm at type scale 1."""


class Way(NamedTuple):
    """Where a connector goes on that leaves a poster or a row, or where it comes from."""

    connector: str
    words: str
    leads_out: bool


class CardContext(NamedTuple):
    """What a card shows besides its own fields.

    Attributes:
        width: of the card in mm.
        actors: the signs and names of those on the card, in its order (see ``set_actor``).
        variants: those to show as tags; empty when the card belongs to all.
        marks: what hangs in its tray.
        sources: footnote numbers.
        picture: its image, decoded and sized to the card's width, or None.
        link_numbers: address → number of its QR code, where those are printed.
        flags: what has changed of it, on a poster of changes.
        ways: where connectors go on that lead to another poster or row, or come from one.
    """

    width: float
    look: RoleLook
    language: str
    actors: tuple[Chip, ...] = ()
    variants: tuple[Variant, ...] = ()
    marks: tuple[TrayMark, ...] = ()
    marks_as_text: bool = True
    sources: tuple[int, ...] = ()
    tags: tuple[Tag, ...] = ()
    picture: PlacedPicture | None = None
    link_numbers: Mapping[str, int] = NO_NUMBERS
    flags: tuple[Flag, ...] = ()
    ways: tuple[Way, ...] = ()


class CardBox(NamedTuple):
    """A card ready to be placed; heights in mm, the body first, then the tray."""

    group: Group
    height: float
    body_height: float
    tray_inset: float
    missing: str


class _CardSetter:
    """Sets one card from top to bottom."""

    def __init__(
        self, card: Card, context: CardContext, theme: Theme, typesetter: Typesetter, terms: Terms
    ) -> None:
        self.card = card
        self.context = context
        self.theme = theme
        self.typesetter = typesetter
        self.terms = terms
        self.language = card.language or context.language
        self.ink = GroupBuilder()
        self.padding = theme.mm(theme.metrics.card_padding)
        self.inner = _find_inner(context.width, theme)
        self.y = self.padding * 0.86

    def set_body(self) -> None:
        if self.context.flags:
            self._add_flags(self.context.flags)
        if self.context.picture is not None:
            self._set_picture(self.context.picture)
        self._set_text()
        self._set_words_before()
        chips = list(self._iter_meta())
        if chips:
            self.y += self.theme.mm(1.6)
            gap = self.theme.mm(3.2)
            self.y = place_chips(self.ink, chips, self.padding, self.y, self.inner, gap)
        for chip_part, chip in self._iter_links():
            self.y += self.theme.mm(0.8)
            top = self.y
            self.y = place_chips(self.ink, [chip], self.padding, top, self.inner, 0)
            link = next(link for link in self.card.links if f"link:{link.id}" == chip_part)
            area = LinkArea(
                self.padding, top, chip.width, chip.height, link.url, link.label or link.url
            )
            self.ink.add(chip_part, (area,))
        self.y += self.padding * 0.86

    def _add_flags(self, flags: tuple[Flag, ...]) -> None:
        room = self.context.width - self._tags_width()
        radius = _find_radius(self.context.look, self.theme)
        bottom = add_flags(self.ink, flags, room, radius, self.theme, self.typesetter)
        self.y = bottom + self.theme.mm(1.6)

    def _set_words_before(self) -> None:
        """Set what the card said, or where it stood, below what it says now."""
        for flag in self.context.flags:
            if flag.before:
                style = self.theme.styles["note"]
                text = self.typesetter.set_text(flag.before, style, self.inner, self.language)
                self.y += self.theme.mm(1.2)
                self.ink.add_text("before", text, self.padding, self.y)
                self.y += text.height

    def _set_picture(self, picture: PlacedPicture) -> None:
        x = self.padding + (self.inner - picture.width) / 2
        part = "picture" if self.card.image and self.card.image.alt else ""
        self.ink.place(part, picture, x, self.y)
        self.y += picture.height + self.theme.mm(2)

    def _set_text(self) -> None:
        style = self.theme.styles["body"]
        indent = 0.0
        if self.card.icon is not None:
            size = style.size * 1.25
            indent = size + self.theme.mm(2)
            name, paper = f"icon.{self.card.icon}", self.context.look.fill
            icon = Icon(name, size, 0.4, style.colour, paper)
            self.ink.place("", icon, self.padding, self.y)
        text = self._set_beside_tags(style, self.inner - indent)
        self.ink.add_text("text", text, self.padding + indent, self.y)
        self.y += max(text.height, indent)

    def _set_beside_tags(self, style: TextStyle, width: float) -> SetText:
        """Set the text; its first line keeps clear of the tags in the corner."""

        def set_with(inset: float) -> SetText:
            return self.typesetter.set_text(
                self.card.text, style, width, self.language,
                first_inset=inset, spare_hyphens=not self.theme.divides_words,
            )  # fmt: skip

        text = set_with(0.0)
        tags = 0.0 if self.context.flags else self._variant_width()
        meets = text.starts_at_right or text.line_widths[0] > width - tags
        if tags and meets:
            return set_with(tags)
        return text

    def _tags_width(self) -> float:
        return self.theme.mm(_TAG_SIDE) * len(self.context.variants)

    def _variant_width(self) -> float:
        """Return how much of the first line the variant tags in the corner take, in mm."""
        inset = self.theme.mm(2 - self.theme.metrics.card_padding)
        return self._tags_width() + inset if self.context.variants else 0.0

    def add_variant_tags(self) -> None:
        """Put the tags flush into the top right corner."""
        style = self.theme.styles["variant"]
        size = self.theme.mm(_TAG_SIDE)
        x = self.context.width - size * len(self.context.variants)
        for variant in self.context.variants:
            colour = "#000000" if self.theme.greyscale else variant.colour or style_navy(self.theme)
            self.ink.add("", (Rectangle(x, 0, size, size, darken_until(colour, PAPER, 4.5)),))
            letter = self.typesetter.set_line(sign_variant(variant), style, "")
            top = (size - letter.height) / 2
            self.ink.add_text("variants", letter, x + (size - letter.width) / 2, top)
            x += size

    def _iter_meta(self) -> Iterator[Chip]:
        yield from self.context.actors
        for icon, text in self._meta_facts():
            yield self._small_chip("meta", icon, text)
        if self.card.votes:
            yield self._set_votes(self.card.votes)
        for way in self.context.ways:
            yield self._set_way(way)

    def _set_votes(self, votes: int) -> Chip:
        style, words = self.theme.styles["note_strong"], self.terms.count("vote", votes)
        return set_votes(self.typesetter, "meta", votes, words, style, self.inner, self.language)

    def _set_way(self, way: Way) -> Chip:
        """Set where a connector goes on in a box that points there."""
        style = self.theme.styles["note_strong"]
        edge, tip = self.theme.mm(1.2), self.theme.mm(2.2)
        before, behind = (edge, tip) if way.leads_out else (tip + edge / 2, edge)
        chip = set_chip(
            self.typesetter, f"way:{way.connector}", None, before, way.words, style,
            self.inner - behind, self.language,
        )  # fmt: skip
        stroke = Stroke(style.colour, self.theme.mm(0.4))
        right, bottom = before + chip.text.width + behind, chip.text.height
        box = _point_box(right, bottom, tip, stroke, leads_out=way.leads_out)
        return chip._replace(sign=Shapes((box,)))

    def _meta_facts(self) -> Iterator[tuple[str, str]]:
        card, terms = self.card, self.terms
        if card.channel is not None:
            yield f"channel.{card.channel}", terms.channels[card.channel]
        if card.duration is not None and (text := terms.duration(card.duration)):
            yield "icon.clock", text
        if card.certainty is not None:
            yield card.certainty, terms.certainties[card.certainty]
        for name, words in terms.card_fields.items():
            if told := getattr(card, name):
                yield "", f"{words}: {told}"
        if card.legal_basis:
            yield "", card.legal_basis
        if card.rating is not None and (card.rating.before or card.rating.after):
            yield "", f"{card.rating.before or '·'} – {card.rating.after or '·'} / 5"
        for tag in self.context.tags:
            yield "", f"#{tag.name}"
        if self.context.sources:
            yield "", " ".join(f"[{number}]" for number in self.context.sources)

    def _small_chip(self, part: str, icon: str, text: str) -> Chip:
        style = self.theme.styles["note"]
        sign = None
        indent = 0.0
        if icon:
            size = style.size * 0.9
            top = (style.leading - size) / 2
            sign = Icon(icon, size, top, style.colour, self.context.look.fill)
            indent = size + self.theme.mm(1.5)
        return set_chip(self.typesetter, part, sign, indent, text, style, self.inner, self.language)

    def _iter_links(self) -> Iterator[tuple[str, Chip]]:
        for link in self.card.links:
            part = f"link:{link.id}"
            number = self.context.link_numbers.get(link.url)
            words = link.label or link.url
            told = words if number is None else f"{number} {words}"
            yield part, self._small_chip(part, "link", told)


def set_actor(
    actor: ActorSign, width: float, language: str, theme: Theme, typesetter: Typesetter
) -> Chip:
    """Set the sign and the name of an actor for cards of so many mm."""
    sign = set_actor_sign(actor, theme, typesetter)
    indent, inner = sign.width + theme.mm(1.6), _find_inner(width, theme)
    style = theme.styles["note"]
    part = f"actor:{actor.id}"
    return set_chip(typesetter, part, sign, indent, actor.name, style, inner, language)


def _find_inner(width: float, theme: Theme) -> float:
    """Return how wide the text of a card may be, in mm."""
    return width - 2 * theme.mm(theme.metrics.card_padding)


def _point_box(width: float, height: float, tip: float, stroke: Stroke, *, leads_out: bool) -> Path:
    """Return a box with a tip at its right end, or with a notch at its left."""
    top, middle, bottom = height * 0.04, height / 2, height * 0.96
    if leads_out:
        corners = [(0.0, top), (width - tip, top), (width, middle), (width - tip, bottom),
                   (0.0, bottom)]  # fmt: skip
    else:
        corners = [(0.0, top), (width, top), (width, bottom), (0.0, bottom), (tip * 0.7, middle)]
    (x, y), *rest = corners
    return Path((("M", x, y), *(("L", *corner) for corner in rest), ("Z",)), PAPER, stroke)


def style_navy(theme: Theme) -> str:
    """Return the theme's colour of headers and signs that carry no role."""
    return theme.styles["title"].colour


def _find_radius(look: RoleLook, theme: Theme) -> float:
    """Return how round a card's upper left corner is, in mm."""
    sizes = {"round": theme.metrics.card_radius, "pill": 8.0, "cut_corner": 0.0}
    return theme.mm(sizes[look.shape])


@lru_cache(maxsize=1024)
def draw_frame(look: RoleLook, theme: Theme, width: float, height: float) -> tuple[Primitive, ...]:
    """Return a card's box, in mm: one background shape first, then inner lines."""
    line = theme.mm(theme.metrics.card_border)
    if look.border_style == "heavy":
        line *= 2.2
    dash = (theme.mm(2.2), theme.mm(1.1)) if look.border_style == "dashed" else ()
    stroke = Stroke(look.border, line, dash)
    half = line / 2
    box = Bounds(half, half, width - half, height - half)
    if look.shape == "cut_corner":
        return (box_path(box, theme.mm(4.5), look.fill, stroke),)
    radius = theme.mm(theme.metrics.card_radius)
    if look.shape == "pill":
        radius = min(height / 2, theme.mm(8))
    outer = Rectangle(box.x0, box.y0, box.width, box.height, look.fill, stroke, radius)
    if look.border_style != "double":
        return (outer,)
    inset = line * 2.4
    inner = Rectangle(
        inset, inset, width - 2 * inset, height - 2 * inset,
        None, Stroke(look.border, line * 0.7), max(radius - inset, 0),
    )  # fmt: skip
    return (outer, inner)


def build_card(
    card: Card, context: CardContext, theme: Theme, typesetter: Typesetter, terms: Terms
) -> CardBox:
    """Set a card; the group's origin is the card's top-left corner."""
    setter = _CardSetter(card, context, theme, typesetter, terms)
    setter.set_body()
    body_height = setter.y
    if context.variants:
        setter.add_variant_tags()
    frame = GroupBuilder()
    frame.add("", draw_frame(context.look, theme, context.width, body_height))
    height = body_height
    tray_inset = 0.0
    if context.marks:
        tray_inset = theme.mm(theme.metrics.tray_inset)
        tray_width = context.width - tray_inset
        height = add_tray(
            frame, setter.ink, context.marks, body_height, tray_width, theme, typesetter,
            setter.language, as_text=context.marks_as_text,
        )  # fmt: skip
    frame.extend(setter.ink)
    group = frame.build(
        card.id,
        "card",
        Bounds(0, 0, context.width, height),
        label=card.text,
        outline=(context.look.fill, context.look.border),
    )
    return CardBox(group, height, body_height, tray_inset, frame.missing)
