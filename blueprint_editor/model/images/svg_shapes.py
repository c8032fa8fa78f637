"""The outlines of SVG's shape elements; knows nothing of paint and transforms."""

from collections.abc import Mapping

from blueprint_editor.model.images.path_data import arc_to_cubics, parse_numbers, parse_path
from blueprint_editor.model.images.pictures import Command, ImageError
from blueprint_editor.model.images.svg_style import parse_length

SHAPE_ATTRIBUTES: dict[str, frozenset[str]] = {
    "path": frozenset({"d", "pathLength"}),
    "rect": frozenset({"rx", "ry"}),
    "circle": frozenset({"cx", "cy", "r"}),
    "ellipse": frozenset({"cx", "cy", "rx", "ry"}),
    "line": frozenset({"x1", "y1", "x2", "y2"}),
    "polyline": frozenset({"points"}),
    "polygon": frozenset({"points"}),
}
"""The elements that draw, with the attributes that only they have."""


def make_outline(name: str, attributes: Mapping[str, str]) -> tuple[Command, ...]:
    """Return the outline of a shape element in its own units.

    Raises:
        ImageError: a number or the path data is not understood.
    """
    if name == "path":
        data = attributes.get("d", "").strip()
        return parse_path(data) if data not in {"", "none"} else ()
    if name in {"polyline", "polygon"}:
        return _outline_points(attributes.get("points", ""), is_closed=name == "polygon")
    if name == "rect":
        return _outline_rectangle(attributes)
    lengths = {key: parse_length(attributes.get(key, "0")) for key in SHAPE_ATTRIBUTES[name]}
    if name == "line":
        return (("M", lengths["x1"], lengths["y1"]), ("L", lengths["x2"], lengths["y2"]))
    rx = lengths.get("rx", lengths.get("r", 0.0))
    return _outline_ellipse(lengths["cx"], lengths["cy"], rx, lengths.get("ry", rx))


def _outline_points(text: str, *, is_closed: bool) -> tuple[Command, ...]:
    numbers = parse_numbers(text)
    if len(numbers) % 2:
        raise ImageError("points has an odd number of coordinates")
    found: list[Command] = [("L", numbers[i], numbers[i + 1]) for i in range(2, len(numbers), 2)]
    if not found:
        return ()
    start: Command = ("M", numbers[0], numbers[1])
    return (start, *found, ("Z",)) if is_closed else (start, *found)


def _outline_rectangle(attributes: Mapping[str, str]) -> tuple[Command, ...]:
    x, y, width, height = (
        parse_length(attributes.get(key, "0")) for key in ("x", "y", "width", "height")
    )
    if width <= 0 or height <= 0:
        return ()
    radii = [attributes.get(key, "auto") for key in ("rx", "ry")]
    known = [parse_length(value) for value in radii if value != "auto"]
    rx, ry = (
        min(parse_length(value) if value != "auto" else (known or [0.0])[0], side / 2)
        for value, side in zip(radii, (width, height), strict=True)
    )
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    corners = (
        ((right - rx, y), (right, y + ry)),
        ((right, bottom - ry), (right - rx, bottom)),
        ((x + rx, bottom), (x, bottom - ry)),
        ((x, y + ry), (x + rx, y)),
    )
    found: list[Command] = [("M", x + rx, y)]
    for before, after in corners:
        found.append(("L", *before))
        found.extend(_arc(before, rx, ry, after))
    return (*found, ("Z",))


def _outline_ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Command, ...]:
    if rx <= 0 or ry <= 0:
        return ()
    right, left = (cx + rx, cy), (cx - rx, cy)
    return (("M", *right), *_arc(right, rx, ry, left), *_arc(left, rx, ry, right), ("Z",))


def _arc(
    start: tuple[float, float], rx: float, ry: float, end: tuple[float, float]
) -> list[Command]:
    curves = arc_to_cubics(start, rx, ry, 0.0, large=False, sweep=True, end=end)
    return [("C", *first, *second, *last) for first, second, last in curves]
