"""Paints a drawing to SVG: real text, records as named groups, nothing outside the file.

Made so that browsers, Inkscape and LibreOffice show the same widths: each face is embedded under
a name of its own, and each line of text states its length for whoever ignores the font.
Knows neither documents nor Qt.
"""

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from blueprint_editor.drawing.drawing import Drawing, Group, Leaf, Part, Placed, RasterImage, Tag
from blueprint_editor.drawing.fonts import MAIN_FAMILY, FontLibrary
from blueprint_editor.drawing.outlines import OutlineBook
from blueprint_editor.drawing.primitives import (
    FaceKey,
    GlyphRun,
    ImageUse,
    Inset,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)

_HYPHEN = "-"
"""What is drawn where a run says that only the line break made a hyphen."""

_RIGHT_TO_LEFT_MARK = "\u200f"
_STRONG_FROM_RIGHT = {"R", "AL"}

_MARK_PARTS = re.compile(r"(?:sign|mark):(?P<id>.+)")
"""Parts of a group that show a mark, a record of its own without a group of its own."""

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_.-]")
_NOT_IN_FAMILY = re.compile(r"[^A-Za-z0-9_-]")


def paint_svg(drawing: Drawing, fonts: FontLibrary, *, text_as_paths: bool = False) -> bytes:
    """Return the page as an SVG file in UTF-8; the same drawing gives the same bytes.

    Args:
        drawing: the page.
        fonts: where its faces come from.
        text_as_paths: draw letters as outlines, for programs that ignore embedded fonts; each
            line then is a picture named by its text.
    """
    return _Writer(drawing, fonts, text_as_paths=text_as_paths).write().encode("utf-8")


def format_number(value: float) -> str:
    """Return a number of mm as short as three decimals allow."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0."):
        return "-" + text[2:]
    return "0" if text == "-0" else text


def _attribute(name: str, value: str) -> str:
    flat = " ".join(value.split())
    return f' {name}="{escape(flat, {chr(34): "&quot;"})}"' if flat else ""


def _measures(**values: float) -> str:
    """Return attributes with numbers, ``_`` in their names read as ``-``."""
    return "".join(
        f' {name.replace("_", "-")}="{format_number(value)}"' for name, value in values.items()
    )


def _paint(fill: str | None, stroke: Stroke | None) -> str:
    """Return what differs from the root's ``fill="none"`` and no stroke."""
    found = f' fill="{fill}"' if fill else ""
    if stroke is None:
        return found
    found += f' stroke="{stroke.colour}" stroke-width="{format_number(stroke.width)}"'
    if stroke.dash:
        found += f' stroke-dasharray="{" ".join(map(format_number, stroke.dash))}"'
    if stroke.round_cap:
        found += ' stroke-linecap="round"'
    return found


def format_path(path: Path) -> str:
    """Return path data; a command that repeats is not named again."""
    words: list[str] = []
    before = ""
    for letter, *numbers in path.commands:
        text = " ".join(format_number(float(number)) for number in numbers)
        # After M, bare numbers would be read as L.
        words.append(text if letter == before and letter in "LC" else f"{letter}{text}")
        before = str(letter)
    return " ".join(words)


def _transform(dx: float, dy: float, scale: float = 1.0) -> str:
    moves = f"translate({format_number(dx)} {format_number(dy)})" if dx or dy else ""
    # A fit is stored to more digits than a place: an error grows with the poster's width.
    grows = f"scale({scale:.9g})" if scale != 1.0 else ""
    both = f"{moves} {grows}".strip()
    return f' transform="{both}"' if both else ""


class _Face(NamedTuple):
    """An embedded face: its class in the file and the characters that it sets."""

    name: str
    characters: set[str]


class _Ids:
    """Gives each group an id that XML takes and that no other element has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        name = _NOT_IN_ID.sub("_", wanted)
        if not name[:1].isalpha():
            name = f"g{name}"
        found, number = name, 2
        while found in self._taken:
            found, number = f"{name}-{number}", number + 1
        self._taken.add(found)
        return found


def _find_figures(tag: Tag) -> Iterator[tuple[Leaf, str]]:
    """Yield the parts that are pictures, with their alternative texts."""
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _find_figures(child)
        elif tag.role == "Figure" and tag.alt:
            yield child, tag.alt


_ROLES = {"connector": "img", "decoration": "presentation"}
"""ARIA roles by kind of group; all others are ``group``."""


class _Writer:
    """Writes one file; lines are kept in order and joined at the end."""

    def __init__(self, drawing: Drawing, fonts: FontLibrary, *, text_as_paths: bool) -> None:
        self._drawing = drawing
        self._fonts = fonts
        self._outlines = OutlineBook(fonts) if text_as_paths else None
        self._faces: dict[FaceKey, _Face] = {}
        self._ids = _Ids()
        self._images: dict[RasterImage, str] = {}
        self._figures = dict(_find_figures(drawing.tags))
        self._insets: list[tuple[Drawing, str]] = []
        self._lines: list[str] = []

    def write(self) -> str:
        # Records take their ids first: theirs must stay what they are.
        ids = [self._ids.take(placed.group.key) for placed in self._drawing.placed]
        for placed, name in zip(self._drawing.placed, ids, strict=True):
            self._write_group(placed, name)
        body = self._lines
        self._lines = []
        insets = self._draw_insets()
        self._write_head(insets)
        self._lines += body
        self._lines += ["</g>", "</svg>", ""]
        return "\n".join(self._lines)

    def _draw_insets(self) -> list[str]:
        """Return the drawings that are seen through insets, to be used by their ids."""
        page, lines = self._drawing, []
        # The list grows where a drawing shows others in its turn.
        for drawing, identity in self._insets:
            self._drawing = drawing
            fit = drawing.fit
            self._lines = [
                f'<g id="{identity}" aria-hidden="true" fill="none" stroke-linejoin="round">',
                *_format_ground(drawing),
                f"<g{_transform(fit.dx, fit.dy, fit.scale)}>",
            ]
            for placed in drawing.placed:
                self._lines.append(f"<g{_transform(placed.x, placed.y)}>")
                for part in placed.group.parts:
                    shown = (item for item in part.primitives if not isinstance(item, LinkArea))
                    self._lines += map(self._format, shown)
                self._lines.append("</g>")
            lines += [*self._lines, "</g>", "</g>"]
        self._drawing, self._lines = page, []
        return lines

    def _write_head(self, insets: Sequence[str]) -> None:
        drawing = self._drawing
        width, height = format_number(drawing.width), format_number(drawing.height)
        title = self._ids.take("title")
        language = drawing.language
        self._lines += [
            '<?xml version="1.0" encoding="UTF-8"?>',
            (
                '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
                f' width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
                f"{_attribute('lang', language)}{_attribute('xml:lang', language)}"
                ' xml:space="preserve" role="graphics-document document"'
                f' aria-labelledby="{title}">'
            ),
            f'<title id="{title}">{escape(drawing.title)}</title>',
        ]
        if drawing.bookmarks:
            outline = " · ".join(bookmark.title for bookmark in drawing.bookmarks)
            self._lines.append(f"<desc>{escape(outline)}</desc>")
        self._write_style()
        self._write_images()
        if insets:
            self._lines += ["<defs>", *insets, "</defs>"]
        fit = drawing.fit
        self._lines += [
            *_format_ground(drawing),
            f'<g fill="none" stroke-linejoin="round"{_transform(fit.dx, fit.dy, fit.scale)}>',
        ]

    def _write_style(self) -> None:
        if self._outlines is not None:
            return
        rules = ["text{font-variant-ligatures:none}"]
        for key, (name, characters) in self._faces.items():
            face = self._fonts.face(key)
            family = _NOT_IN_FAMILY.sub("", face.name)
            # Inkscape 1.2 takes hundreds only; what the face truly is stands in its outlines.
            weight = (key.weight + 50) // 100 * 100
            cut = f"font-weight:{weight};font-stretch:{format_number(key.width)}%"
            data = base64.b64encode(face.subset_for_text(sorted(characters))).decode("ascii")
            rules += [
                (
                    f'@font-face{{font-family:"{family}";{cut};'
                    f'src:url(data:font/ttf;base64,{data}) format("truetype")}}'
                ),
                f'.{name}{{font-family:"{family}",{_list_fallbacks(key)};{cut}}}',
            ]
        self._lines.append("<style>{}</style>".format("\n".join(rules)))

    def _write_images(self) -> None:
        if not self._images:
            return
        self._lines.append("<defs>")
        for image, identity in self._images.items():
            data = base64.b64encode(image.data).decode("ascii")
            self._lines.append(
                f'<image id="{identity}" width="1" height="1" preserveAspectRatio="none"'
                f' xlink:href="data:{image.media_type};base64,{data}"/>'
            )
        self._lines.append("</defs>")

    def _write_group(self, placed: Placed, identity: str) -> None:
        group = placed.group
        role = _ROLES.get(group.kind, "group")
        is_record = group.kind != "decoration"
        kind = f' data-record="{group.kind}"' if is_record else ""
        label = _attribute("aria-label", group.label) if is_record else ""
        self._lines.append(
            f'<g id="{identity}"{kind} role="{role}"{label}{_transform(placed.x, placed.y)}>'
        )
        open_mark = ""
        for part in group.parts:
            found = _MARK_PARTS.fullmatch(part.name)
            mark = found["id"] if found else ""
            if mark != open_mark:
                self._lines += ["</g>"] if open_mark else []
                self._lines += [self._open_mark(mark, group)] if mark else []
                open_mark = mark
            self._write_part(group, part)
        self._lines += ["</g>", "</g>"] if open_mark else ["</g>"]

    def _open_mark(self, mark: str, group: Group) -> str:
        words = (
            item.text
            for part in group.parts
            if part.name == f"mark:{mark}"
            for item in part.primitives
            if isinstance(item, GlyphRun)
        )
        label = _attribute("aria-label", " ".join(words))
        return f'<g id="{self._ids.take(mark)}" data-record="mark" role="group"{label}>'

    def _write_part(self, group: Group, part: Part) -> None:
        alt = self._figures.get(Leaf(group.key, part.name), "")
        has_alt = bool(alt) and group.kind != "connector"
        if has_alt:
            self._lines.append(f'<g role="img"{_attribute("aria-label", alt)}>')
        areas = [item for item in part.primitives if isinstance(item, LinkArea)]
        linked: dict[LinkArea, list[Primitive]] = {area: [] for area in areas}
        for item in part.primitives:
            if isinstance(item, LinkArea):
                continue
            area = next((area for area in areas if _is_on(item, area)), None)
            if area is None:
                self._lines.append(self._format(item))
            else:
                linked[area].append(item)
        for area, items in linked.items():
            self._write_link(area, items)
        if has_alt:
            self._lines.append("</g>")

    def _write_link(self, area: LinkArea, items: Iterable[Primitive]) -> None:
        box = _measures(x=area.x, y=area.y, width=area.width, height=area.height)
        self._lines += [
            (
                f"<a{_attribute('href', area.url)}{_attribute('xlink:href', area.url)}"
                f"{_attribute('aria-label', area.label)}>"
            ),
            f'<rect{box} pointer-events="all"/>',
            *(self._format(item) for item in items),
            "</a>",
        ]

    def _format(self, item: Primitive) -> str:
        match item:
            case GlyphRun():
                return self._format_text(item)
            case Rectangle():
                rounding = _measures(rx=item.radius) if item.radius else ""
                box = _measures(x=item.x, y=item.y, width=item.width, height=item.height)
                return f"<rect{box}{rounding}{_paint(item.fill, item.stroke)}/>"
            case Path():
                label = _attribute("aria-label", item.actual_text)
                role = ' role="img"' if label else ""
                paint = _paint(item.fill, item.stroke)
                return f'<path d="{format_path(item)}"{paint}{role}{label}/>'
            case ImageUse():
                return self._format_image(item)
            case Inset():
                return self._format_inset(item)
            case LinkArea():
                return ""

    def _format_text(self, run: GlyphRun) -> str:
        if self._outlines is not None:
            return _format_outlines(run, self._outlines)
        face = self._faces.get(run.face)
        if face is None:
            face = self._faces[run.face] = _Face(f"f{len(self._faces)}", set())
        face.characters.update(run.text)
        words = escape(run.text)
        if run.soft_hyphen:
            face.characters.add(_HYPHEN)
            # In an element of its own, so that it can be told from the author's hyphens.
            words += f'<tspan aria-hidden="true">{_HYPHEN}</tspan>'
        length = f' textLength="{format_number(run.width)}" lengthAdjust="spacingAndGlyphs"'
        if run.right_to_left:
            # Inkscape 1.2 drops a right-to-left line that has a length, and LibreOffice 7.4 starts
            # one with ``direction`` at the wrong end: such a line has neither.
            length = ""
            words = _enclose_neutrals(run.text, words)
        return (
            f'<text class="{face.name}"{_measures(x=run.x, y=run.baseline, font_size=run.size)}'
            f'{length} fill="{run.colour}"{_attribute("xml:lang", run.language)}>{words}</text>'
        )

    def _format_image(self, use: ImageUse) -> str:
        image = self._drawing.images.get(use.image)
        if image is None:
            return ""
        identity = self._images.get(image)
        if identity is None:
            identity = self._images[image] = self._ids.take(f"image-{len(self._images)}")
        matrix = " ".join(map(format_number, (use.width, 0, 0, use.height, use.x, use.y)))
        return f'<use xlink:href="#{identity}" transform="matrix({matrix})"/>'

    def _format_inset(self, inset: Inset) -> str:
        drawing = self._drawing.insets[inset.drawing]
        identity = next((name for known, name in self._insets if known is drawing), "")
        if not identity:
            identity = self._ids.take(f"inset-{len(self._insets)}")
            self._insets.append((drawing, identity))
        # An svg element inside another one would cut off the rest as well, but not in Inkscape 1.2.
        clip = self._ids.take("clip")
        box = _measures(x=inset.x, y=inset.y, width=inset.width, height=inset.height)
        dx, dy = inset.x - inset.left * inset.scale, inset.y - inset.top * inset.scale
        return (
            f'<clipPath id="{clip}"><rect{box}/></clipPath><g clip-path="url(#{clip})">'
            f'<use xlink:href="#{identity}"{_transform(dx, dy, inset.scale)}/></g>'
        )


def _format_ground(drawing: Drawing) -> list[str]:
    if not drawing.background:
        return []
    size = _measures(width=drawing.width, height=drawing.height)
    return [f'<rect{size} fill="{drawing.background}"/>']


def _format_outlines(run: GlyphRun, outlines: OutlineBook) -> str:
    """Return a line of text as one shape; steps from point to point take a third of the bytes."""
    words: list[str] = []
    before = start = (0.0, 0.0)
    for letter, *numbers in outlines.outline_runs((run,)):
        pairs = [float(number) for number in numbers]
        steps = [round(value - before[i % 2], 2) for i, value in enumerate(pairs)]
        words.append(letter.lower() + " ".join(map(format_number, steps)))
        if steps:
            # From where the rounded step truly ended, so that no error adds up.
            before = (before[0] + steps[-2], before[1] + steps[-1])
        if letter == "M":
            start = before
        elif letter == "Z":
            before = start
    if not words:
        return ""
    label = _attribute("aria-label", run.text)
    return f'<path d="{"".join(words)}" fill="{run.colour}" role="img"{label}/>'


def _enclose_neutrals(text: str, words: str) -> str:
    """Put marks that cannot be seen around a right-to-left line's outer punctuation.

    Without them a full stop at its end would stand at its right (Unicode annex 9, rule N2).
    """
    before, after = (
        "" if unicodedata.bidirectional(edge) in _STRONG_FROM_RIGHT else _RIGHT_TO_LEFT_MARK
        for edge in (text[0], text[-1])
    )
    return f"{before}{words}{after}"


def _list_fallbacks(key: FaceKey) -> str:
    """Return the families to try where the embedded face is ignored."""
    own = key.family.replace('"', "").replace("\\", "")
    families = dict.fromkeys((own, MAIN_FAMILY))
    return ",".join([*(f'"{family}"' for family in families), "sans-serif"])


def _is_on(item: Primitive, area: LinkArea) -> bool:
    """Tell whether the middle of an item lies on a link's area."""
    match item:
        case GlyphRun():
            x, y = item.x + item.width / 2, item.baseline - item.size / 4
        case Path():
            places = [command[-2:] for command in item.commands if len(command) > 1]
            x = sum(float(place[0]) for place in places) / len(places)
            y = sum(float(place[1]) for place in places) / len(places)
        case _:
            x, y = item.x + item.width / 2, item.y + item.height / 2
    return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height
