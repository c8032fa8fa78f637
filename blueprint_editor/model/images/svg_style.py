"""Presentation attributes and style declarations of SVG to flat paint; the rest is refused."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from blueprint_editor.model.images.path_data import parse_number, parse_numbers
from blueprint_editor.model.images.pictures import ImageError

_PAINT = frozenset({"fill", "stroke", "color"})
_AMOUNTS = frozenset({"opacity", "fill-opacity", "stroke-opacity"})
_UNDERSTOOD = (
    _PAINT
    | _AMOUNTS
    | {
        "fill-rule",
        "stroke-width",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "display",
        "visibility",
    }
)
_HARMLESS = re.compile(
    r"stroke-linejoin|stroke-miterlimit|clip-rule|overflow|isolation|cursor|pointer-events"
    r"|enable-background|shape-(?:rendering|padding|margin|inside)|image-rendering"
    r"|text-rendering|color-(?:rendering|interpolation|interpolation-filters|profile)"
    r"|solid-color|solid-opacity|stop-color|stop-opacity|flood-color|flood-opacity"
    r"|lighting-color|inline-size|font|font-.*|text-.*|line-height|letter-spacing|word-spacing"
    r"|writing-mode|direction|unicode-bidi|dominant-baseline|baseline-shift|white-space|kerning"
    r"|glyph-orientation-.*|-inkscape-.*"
)
"""Properties that change nothing in shapes without text, or that only hint at how to draw."""
_ONLY_PLAIN: dict[str, frozenset[str]] = {
    "filter": frozenset({"none"}),
    "clip-path": frozenset({"none"}),
    "mask": frozenset({"none"}),
    "marker": frozenset({"none", ""}),
    "marker-start": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-end": frozenset({"none"}),
    "mix-blend-mode": frozenset({"normal"}),
    "paint-order": frozenset({"normal", "fill", "fill stroke markers"}),
    "vector-effect": frozenset({"none"}),
}
"""Properties that are understood only when they are switched off."""

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(([^()]*)\)", re.IGNORECASE)
_NAME = re.compile(r"[a-z]{3,24}", re.IGNORECASE)


class Style(NamedTuple):
    """The paint that an element hands on to what stands in it; colours with their opacity."""

    fill: str = "black"
    stroke: str = "none"
    colour: str = "black"
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    fill_rule: str = "nonzero"
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    round_cap: bool = False
    is_visible: bool = True
    is_displayed: bool = True

    def find_fill(self) -> str | None:
        """Return the flat ``#RRGGBB`` as it looks on white, or None."""
        return _flatten(self.fill, self.colour, self.fill_opacity * self.opacity)

    def find_stroke(self) -> str | None:
        """Return the flat ``#RRGGBB`` as it looks on white, or None."""
        if self.stroke_width <= 0:
            return None
        return _flatten(self.stroke, self.colour, self.stroke_opacity * self.opacity)


def is_property(name: str) -> bool:
    """Tell whether an attribute is a presentation property, understood or not."""
    return name in _UNDERSTOOD or name in _ONLY_PLAIN or _HARMLESS.fullmatch(name) is not None


def apply_style(style: Style, attributes: Mapping[str, str]) -> Style:
    """Return the style of an element that stands in one with ``style``.

    Raises:
        ImageError: a property or value is not understood.
    """
    own_opacity = 1.0
    for name, value in _iter_properties(attributes):
        if name == "opacity":
            own_opacity = _parse_amount(value)
        elif name in _UNDERSTOOD:
            style = _apply(style, name, value)
        elif name in _ONLY_PLAIN:
            if value not in _ONLY_PLAIN[name]:
                raise ImageError(f"{name} is not understood; flatten the picture first")
        elif _HARMLESS.fullmatch(name) is None:
            raise ImageError(f'the property "{name[:40]}" is not understood')
    # All else is inherited; opacity is each element's own and works on what stands in it.
    return style._replace(opacity=style.opacity * own_opacity)


def _iter_properties(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if is_property(name):
            yield name, value.strip()
    # Declarations win over attributes (CSS 2.1 §6.4.4), so they come last.
    for declaration in attributes.get("style", "").split(";"):
        if declaration.strip():
            name, colon, value = declaration.partition(":")
            if not colon:
                raise ImageError(f'the style "{declaration.strip()[:40]}" is not understood')
            yield name.strip().lower(), value.strip()


def _apply(style: Style, name: str, value: str) -> Style:
    if value == "inherit":
        return style
    if name in _PAINT:
        return _apply_paint(style, name, value)
    if name in _AMOUNTS:
        amount = _parse_amount(value)
        return (
            style._replace(fill_opacity=amount)
            if name == "fill-opacity"
            else style._replace(stroke_opacity=amount)
        )
    if name == "fill-rule":
        return style._replace(fill_rule=_check_word(name, value, ("nonzero", "evenodd")))
    if name in {"display", "visibility"}:
        return _apply_showing(style, name, value)
    return _apply_line(style, name, value)


def _apply_paint(style: Style, name: str, value: str) -> Style:
    if value != "currentColor":
        parse_colour(value)
    if name == "color":
        return style._replace(colour=value)
    return style._replace(fill=value) if name == "fill" else style._replace(stroke=value)


def _apply_showing(style: Style, name: str, value: str) -> Style:
    if name == "display":
        return style._replace(is_displayed=style.is_displayed and value != "none")
    return style._replace(is_visible=value == "visible")


def _apply_line(style: Style, name: str, value: str) -> Style:
    if name == "stroke-width":
        return style._replace(stroke_width=parse_length(value))
    if name == "stroke-linecap":
        cap = _check_word(name, value, ("butt", "round", "square"))
        return style._replace(round_cap=cap == "round")
    if name == "stroke-dasharray":
        lengths = [] if value == "none" else _parse_lengths(value)
        if any(length < 0 for length in lengths):
            raise ImageError("stroke-dasharray has a length below 0")
        # An odd list is repeated once (SVG 1.1 §11.4); all zero means a solid line.
        pattern = tuple(lengths * 2 if len(lengths) % 2 else lengths)
        return style._replace(dash=pattern if sum(pattern) > 0 else ())
    if parse_length(value) != 0:
        raise ImageError("stroke-dashoffset is not understood")
    return style


def _parse_lengths(value: str) -> list[float]:
    return [parse_length(part) for part in re.split(r"[\s,]+", value.strip()) if part]


def _check_word(name: str, value: str, words: Iterable[str]) -> str:
    if value not in words:
        raise ImageError(f'{name} "{value[:40]}" is not understood')
    return value


_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
}
_LENGTH = re.compile(r"([^a-z%]*?(?:e[+-]?\d+)?)\s*(px|pt|pc|in|mm|cm|)", re.IGNORECASE)


def parse_length(text: str) -> float:
    """Return a length in px of 1/96 inch.

    Raises:
        ImageError: it is none, or in a unit that depends on something else (%, em).
    """
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise ImageError(f'"{text[:40]}" is not a length of a picture')
    return parse_number(found.group(1)) * _UNITS[found.group(2).lower()]


def _parse_amount(text: str) -> float:
    """Return a part from 0 to 1, given as such or in percent."""
    number = parse_number(text[:-1]) / 100 if text.endswith("%") else parse_number(text)
    return min(max(number, 0.0), 1.0)


def parse_colour(text: str) -> tuple[int, int, int, float] | None:
    """Return red, green and blue (0–255) and opacity (0–1), or None for no paint.

    Raises:
        ImageError: it is no flat colour.
    """
    if text in {"none", "transparent"}:
        return None
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > 5 else "".join(2 * digit for digit in text[1:])
        parts = [int(digits[i : i + 2], 16) for i in range(0, len(digits), 2)]
        return (parts[0], parts[1], parts[2], parts[3] / 255 if len(parts) == 4 else 1.0)
    if (found := _RGB.fullmatch(text)) is not None:
        return _parse_rgb(found.group(1))
    if _NAME.fullmatch(text):
        from PIL import ImageColor  # noqa: PLC0415 - only foreign pictures name their colours

        if text.lower() in ImageColor.colormap:
            red, green, blue = ImageColor.getrgb(text)[:3]
            return (red, green, blue, 1.0)
    raise ImageError(f'the paint "{text[:40]}" is not a flat colour')


def _parse_rgb(text: str) -> tuple[int, int, int, float]:
    parts = [part for part in re.split(r"[\s,/]+", text.strip()) if part]
    if len(parts) not in {3, 4}:
        raise ImageError(f'"rgb({text[:40]})" is not a colour')
    red, green, blue = (
        round(_parse_amount(part) * 255)
        if part.endswith("%")
        else round(min(max(parse_numbers(part)[0], 0), 255))
        for part in parts[:3]
    )
    return (red, green, blue, _parse_amount(parts[3]) if len(parts) == 4 else 1.0)


def _flatten(paint: str, current: str, opacity: float) -> str | None:
    found = parse_colour(current if paint == "currentColor" else paint)
    if found is None:
        return None
    *parts, own = found
    share = own * opacity
    if share <= 0:
        return None
    return "#" + "".join(f"{round(part * share + 255 * (1 - share)):02X}" for part in parts)
