"""Foreign SVG to flat shapes, and shapes to the plain SVG that is kept in a document.

What is not understood is refused by name, so that nothing is lost unseen and nothing that could
run, read or fetch anything gets further than this module.
"""

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError  # only the error: parsing is defusedxml's

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from blueprint_editor.model.images.geometry import (
    Effort,
    Matrix,
    find_bounds,
    make_non_zero,
    transform,
)
from blueprint_editor.model.images.path_data import (
    MAX_COORDINATE,
    parse_numbers,
)
from blueprint_editor.model.images.pictures import (
    Command,
    ImageError,
    VectorPicture,
    VectorShape,
)
from blueprint_editor.model.images.svg_shapes import SHAPE_ATTRIBUTES, make_outline
from blueprint_editor.model.images.svg_style import Style, apply_style, is_property, parse_length

_SVG = "{http://www.w3.org/2000/svg}"
_EDITORS = re.compile(
    r"\{http://(?:www\.inkscape\.org/|sodipodi\.sourceforge\.net/"
    r"|www\.w3\.org/1999/02/22-rdf-syntax-ns#|creativecommons\.org/ns#|purl\.org/dc/)[^}]*\}.*"
)
"""Notes that drawing programs leave for themselves; they paint nothing."""
_XLINK = "{http://www.w3.org/1999/xlink}"
_INERT_ELEMENTS = frozenset({"title", "desc", "metadata"})
_CONTAINERS = frozenset({"g", "defs"})
_INERT_ATTRIBUTES = re.compile(
    r"id|class|version|baseProfile|role|lang|tabindex|focusable|aria-.*|data-.*"
    r"|preserveAspectRatio|x|y|width|height|viewBox|zoomAndPan|contentScriptType|contentStyleType"
    r"|\{http://www\.w3\.org/XML/1998/namespace\}(?:space|lang)"
)
MAX_ELEMENTS = 10_000
MAX_NESTING = 100
SIZE = 1000.0
"""The longer side of a picture that was read; its shapes are scaled to it."""
MAX_SVG_BYTES = 1024 * 1024
_DECIMALS = 3
_LEAST = 0.001
_SLACK = 1e-5
"""Part of the longer side by which ink may leave the view box unseen (it was rounded)."""
_UNEVEN = 1.1
"""A stroke may grow unevenly in its two directions by this factor before it shows."""


class _Frame(NamedTuple):
    style: Style
    matrix: Matrix
    is_hidden: bool


def read_svg(data: bytes, *, is_stored: bool = False) -> VectorPicture:
    """Return the shapes of an SVG file, its longer side scaled to :data:`SIZE`.

    ``is_stored`` takes only what :func:`write_svg` writes.

    Raises:
        ImageError: names the element, attribute or value that is not understood.
    """
    if len(data) > MAX_SVG_BYTES:
        raise ImageError(f"an SVG picture has more than {MAX_SVG_BYTES // 1024} KiB")
    reader = _Reader(is_stored=is_stored)
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise ImageError("a document type or entity in an SVG picture is refused") from error
    except (ParseError, LookupError, ValueError) as error:
        raise ImageError(f"is not well-formed SVG: {error}") from error
    return reader.make_picture()


class _Reader:
    """Takes elements as the parser finds them; keeps shapes and the frames around them."""

    def __init__(self, *, is_stored: bool) -> None:
        self._is_stored = is_stored
        self._effort = Effort()
        self._shapes: list[VectorShape] = []
        self._frames: list[_Frame] = []
        self._box: tuple[float, float, float, float] | None = None
        self._count = 0
        self._inert_depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise ImageError(f"the picture has more than {MAX_ELEMENTS} elements")
        if self._inert_depth or (self._frames and _is_inert(tag)):
            self._inert_depth += 1
            return
        if len(self._frames) > MAX_NESTING:
            raise ImageError(f"the picture nests deeper than {MAX_NESTING} elements")
        name = tag.removeprefix(_SVG)
        if self._is_stored and (name not in _STORED or not attributes.keys() <= _STORED[name]):
            raise ImageError("is not an SVG that this program has cleaned; import it again")
        if not self._frames:
            self._start_root(tag, name, attributes)
        elif not tag.startswith(_SVG) or name not in _CONTAINERS | SHAPE_ATTRIBUTES.keys():
            raise ImageError(f"<{_shorten(tag)}> is not understood")
        _check_attributes(name, attributes)
        frame = self._enter(name, attributes)
        self._frames.append(frame)
        if name in SHAPE_ATTRIBUTES and not frame.is_hidden and frame.style.is_visible:
            self._shapes.extend(_make_shapes(name, attributes, frame, self._effort))

    def end(self, _tag: str) -> None:
        if self._inert_depth:
            self._inert_depth -= 1
        else:
            self._frames.pop()

    def data(self, text: str) -> None:
        """Take text between elements: there is none that would show."""

    def close(self) -> None:
        """Take the end of the file."""

    def make_picture(self) -> VectorPicture:
        """Move and scale the shapes into a box that begins at (0, 0)."""
        if self._box is None:
            raise ImageError("is not an SVG picture")
        if not self._shapes:
            raise ImageError("the picture shows nothing")
        left, top, right, bottom = self._box
        slack = max(right - left, bottom - top) * _SLACK
        for shape in self._shapes:
            bounds = find_bounds(shape.commands)
            if bounds is not None:
                reach = shape.stroke_width / 2 if shape.stroke else 0.0
                # Ink beyond the view box would be cut off elsewhere; here the box grows with it.
                left = _grow(left, bounds[0] - reach, -slack)
                top = _grow(top, bounds[1] - reach, -slack)
                right = _grow(right, bounds[2] + reach, slack)
                bottom = _grow(bottom, bounds[3] + reach, slack)
        factor = SIZE / max(right - left, bottom - top)
        place = Matrix(factor, 0.0, 0.0, factor, -left * factor, -top * factor)
        return VectorPicture(
            _round((right - left) * factor),
            _round((bottom - top) * factor),
            tuple(_place(shape, place, factor) for shape in self._shapes),
        )

    def _start_root(self, tag: str, name: str, attributes: Mapping[str, str]) -> None:
        if tag != f"{_SVG}svg":
            raise ImageError(f"<{_shorten(tag)}> is not an SVG picture")
        if attributes.get("preserveAspectRatio", "").startswith("none"):
            raise ImageError(f"preserveAspectRatio none of <{name}> is not understood")
        box = attributes.get("viewBox")
        if box is not None:
            numbers = parse_numbers(box)
            if len(numbers) != 4:
                raise ImageError("viewBox does not have four numbers")
            x, y, width, height = numbers
        elif "width" not in attributes or "height" not in attributes:
            raise ImageError("the picture has neither a viewBox nor a size")
        else:
            x = y = 0.0
            width, height = (parse_length(attributes[n]) for n in ("width", "height"))
        if width <= 0 or height <= 0:
            raise ImageError("the picture has no size")
        self._box = (x, y, x + width, y + height)

    def _enter(self, name: str, attributes: Mapping[str, str]) -> _Frame:
        around = self._frames[-1] if self._frames else _Frame(Style(), Matrix(), is_hidden=False)
        try:
            style = apply_style(around.style, attributes)
            matrix = around.matrix.times(_parse_transform(attributes.get("transform", "")))
        except ImageError as error:
            raise ImageError(f"<{name}>: {error}") from error
        return _Frame(style, matrix, around.is_hidden or not style.is_displayed or name == "defs")


def _grow(edge: float, ink: float, slack: float) -> float:
    """Move an edge out to the ink where that reaches beyond it by more than the slack."""
    return ink if (ink - edge) * slack > slack * slack else edge


def _is_inert(tag: str) -> bool:
    return tag.removeprefix(_SVG) in _INERT_ELEMENTS or _EDITORS.fullmatch(tag) is not None


def _shorten(tag: str) -> str:
    return tag.rpartition("}")[2][:40]


def _check_attributes(name: str, attributes: Mapping[str, str]) -> None:
    known = SHAPE_ATTRIBUTES.get(name, frozenset())
    for attribute, value in attributes.items():
        if "url(" in value.lower():
            raise ImageError(f"<{name}>: {_shorten(attribute)} refers to something else")
        if not (
            attribute in known
            or attribute in {"transform", "style"}
            or is_property(attribute)
            or _INERT_ATTRIBUTES.fullmatch(attribute)
            or (attribute.startswith("{") and not attribute.startswith(_XLINK))
        ):
            raise ImageError(f"<{name}>: the attribute {_shorten(attribute)} is not understood")


def _make_shapes(
    name: str, attributes: Mapping[str, str], frame: _Frame, effort: Effort
) -> list[VectorShape]:
    """Return the element's fill and stroke in the units of the root."""
    style, matrix = frame.style, frame.matrix
    fill = style.find_fill() if name != "line" else None
    stroke = style.find_stroke()
    if not fill and not stroke:
        return []
    try:
        commands = transform(make_outline(name, attributes), matrix)
        _check_reach(commands)
        if not any(command[0] != "M" for command in commands):
            return []
        lines = _make_lines(commands, style, matrix) if stroke else None
        if fill and style.fill_rule == "evenodd":
            area = VectorShape(make_non_zero(commands, effort), fill)
            return [area, lines] if lines else [area]
    except ImageError as error:
        raise ImageError(f"<{name}>: {error}") from error
    return [lines._replace(fill=fill) if lines else VectorShape(commands, fill)]


def _check_reach(commands: tuple[Command, ...]) -> None:
    if any(not abs(number) <= MAX_COORDINATE for c in commands for number in c[1:]):
        raise ImageError("a coordinate is beyond all sense")


def _make_lines(commands: tuple[Command, ...], style: Style, matrix: Matrix) -> VectorShape:
    least, greatest = matrix.stretches
    if greatest > least * _UNEVEN:
        raise ImageError("a stroke stretched unevenly is not understood")
    factor = math.sqrt(least * greatest)
    return VectorShape(
        commands,
        None,
        style.find_stroke(),
        style.stroke_width * factor,
        tuple(length * factor for length in style.dash),
        style.round_cap,
    )


_STORED: dict[str, frozenset[str]] = {
    "svg": frozenset({"viewBox"}),
    "path": frozenset(
        {
            "d",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
        }
    ),
}
"""The elements and attributes that are written."""

_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_ARGUMENT_COUNTS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}


def _parse_transform(text: str) -> Matrix:
    matrix = Matrix()
    text = text.strip()
    place = 0
    while place < len(text):
        found = _TRANSFORM.match(text, place)
        if found is None:
            raise ImageError(f'the transform "{text[place : place + 40]}" is not understood')
        numbers = parse_numbers(found.group(2))
        if len(numbers) not in _ARGUMENT_COUNTS[found.group(1)]:
            raise ImageError(f'the transform "{found.group()[:40]}" is not understood')
        matrix = matrix.times(_make_matrix(found.group(1), numbers))
        place = found.end()
    return matrix


def _make_matrix(kind: str, numbers: list[float]) -> Matrix:
    if kind == "matrix":
        return Matrix(*numbers)
    if kind == "translate":
        return Matrix(e=numbers[0], f=numbers[1] if len(numbers) == 2 else 0.0)
    if kind == "scale":
        return Matrix(a=numbers[0], d=numbers[-1])
    angle = math.radians(numbers[0])
    if kind == "skewX":
        return Matrix(c=math.tan(angle))
    if kind == "skewY":
        return Matrix(b=math.tan(angle))
    turn = Matrix(math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle))
    if len(numbers) == 1:
        return turn
    x, y = numbers[1:]
    return Matrix(e=x, f=y).times(turn).times(Matrix(e=-x, f=-y))


def _round(number: float) -> float:
    return round(number, _DECIMALS) + 0.0


def _place(shape: VectorShape, place: Matrix, factor: float) -> VectorShape:
    commands: list[Any] = [
        (command[0], *(_round(number) for number in command[1:]))
        for command in transform(shape.commands, place)
    ]
    dash = tuple(_round(length * factor) for length in shape.dash)
    return shape._replace(
        commands=tuple(commands),
        stroke_width=max(_round(shape.stroke_width * factor), _LEAST) if shape.stroke else 0.0,
        dash=dash if sum(dash) > 0 else (),
    )


def write_svg(picture: VectorPicture) -> bytes:
    """Return the plain SVG that is kept in a document; reading it gives the picture again."""
    box = f"0 0 {_tell(picture.width)} {_tell(picture.height)}"
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">']
    for shape in picture.shapes:
        data = "".join(c[0] + " ".join(map(_tell, c[1:])) for c in shape.commands)
        paint = f' fill="{shape.fill or "none"}"'
        if shape.stroke:
            paint += f' stroke="{shape.stroke}" stroke-width="{_tell(shape.stroke_width)}"'
            if shape.dash:
                paint += f' stroke-dasharray="{" ".join(map(_tell, shape.dash))}"'
            if shape.round_cap:
                paint += ' stroke-linecap="round"'
            paint += ' stroke-linejoin="round"'
        lines.append(f'<path d="{data}"{paint}/>')
    return "\n".join([*lines, "</svg>\n"]).encode()


def _tell(number: float) -> str:
    return f"{number:.{_DECIMALS}f}".rstrip("0").rstrip(".")
