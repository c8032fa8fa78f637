"""Reads back what an SVG file of ours holds: records, texts with their places, embedded faces."""

import base64
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_MOVE = re.compile(r"translate\((\S+) (\S+)\)")
_GROW = re.compile(r"scale\((\S+)\)")


class SvgText(NamedTuple):
    """A text element: its characters without the line break's hyphen, its place on the page."""

    text: str
    x: float
    baseline: float
    size: float
    length: float | None
    face: str
    has_hyphen: bool


class _Frame(NamedTuple):
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def entered(self, transform: str) -> "_Frame":
        move, grow = _MOVE.search(transform), _GROW.search(transform)
        scale, dx, dy = self
        if move:
            dx += scale * float(move[1])
            dy += scale * float(move[2])
        if grow:
            scale *= float(grow[1])
        return _Frame(scale, dx, dy)


def read_root(data: bytes) -> Element:
    return fromstring(data)


def iter_texts(element: Element, frame: _Frame = _Frame()) -> Iterator[SvgText]:  # noqa: B008
    """Yield the texts in the order of the file, which is paint order."""
    inner = frame.entered(element.get("transform", ""))
    if element.tag == f"{SVG}text":
        hyphen = element.find(f"{SVG}tspan")
        length = element.get("textLength")
        yield SvgText(
            (element.text or "").replace("\u200f", ""),
            float(element.attrib["x"]) * inner.scale + inner.dx,
            float(element.attrib["y"]) * inner.scale + inner.dy,
            float(element.attrib["font-size"]) * inner.scale,
            None if length is None else float(length) * inner.scale,
            element.attrib["class"],
            hyphen is not None,
        )
        return
    for child in element:
        yield from iter_texts(child, inner)


def find_by_id(root: Element, identity: str) -> Element:
    found = [element for element in root.iter() if element.get("id") == identity]
    assert len(found) == 1, f"{len(found)} elements have the id {identity}"
    return found[0]


def read_faces(root: Element) -> dict[str, bytes]:
    """Return class name → font file."""
    style = root.find(f"{SVG}style")
    assert style is not None
    rules = style.text or ""
    files = dict(re.findall(r'@font-face\{font-family:"([^"]+)";[^}]*base64,([^)]+)\)', rules))
    used = re.findall(r'\.(f\d+)\{font-family:"([^"]+)"', rules)
    return {name: base64.b64decode(files[family]) for name, family in used}
