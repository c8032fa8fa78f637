"""SVG at import: what is understood becomes flat shapes, the rest is refused by its name."""

import math

import pytest

from blueprint_editor.model.images.assets import check_asset, decode_asset, import_image
from blueprint_editor.model.images.geometry import find_bounds
from blueprint_editor.model.images.path_data import parse_path
from blueprint_editor.model.images.pictures import ImageError, VectorPicture, VectorShape
from blueprint_editor.model.images.svg import MAX_SVG_BYTES, read_svg, write_svg


def svg(inner: str, attributes: str = 'viewBox="0 0 1000 1000"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()


def read(inner: str, attributes: str = 'viewBox="0 0 1000 1000"') -> VectorPicture:
    """Read a picture and check that its cleaned form gives the same one."""
    picture = read_svg(svg(inner, attributes))
    assert read_svg(write_svg(picture), is_stored=True) == picture
    return picture


def bounds(shape: VectorShape) -> tuple[float, ...]:
    found = find_bounds(shape.commands)
    assert found is not None
    return tuple(round(number, 1) for number in found)


def refuse(data: bytes) -> str:
    with pytest.raises(ImageError) as caught:
        read_svg(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("element", "box"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', (10, 20, 40, 60)),
        ('<rect x="10" y="20" width="300" height="400" rx="50"/>', (10, 20, 310, 420)),
        ('<rect width="100" height="100" rx="900" ry="20"/>', (0, 0, 100, 100)),
        ('<circle cx="100" cy="200" r="50"/>', (50, 150, 150, 250)),
        ('<ellipse cx="100" cy="200" rx="50" ry="10"/>', (50, 190, 150, 210)),
        ('<line x1="1" y1="2" x2="30" y2="40" stroke="red"/>', (1, 2, 30, 40)),
        ('<polyline points="1,2 3 4,5-6" fill="none" stroke="red"/>', None),
        ('<polyline points="1,2 3 4,50 60" fill="none" stroke="red"/>', (1, 2, 50, 60)),
        ('<polygon points="0 0 10 0 10 10"/>', (0, 0, 10, 10)),
        ('<path d="M10 10h80v20H10z"/>', (10, 10, 90, 30)),
        ('<path d="M10,10l1e1.5.5-.5-11-10Z"/>', (9.5, 0, 20.5, 10.5)),
        ('<path d="M0 100C0 0 200 0 200 100"/>', (0, 25, 200, 100)),
        ('<path d="M0 100Q100 0 200 100T400 100"/>', (0, 50, 400, 150)),
        ('<path d="M0 100C0 0 100 0 100 100S200 200 200 100"/>', (0, 25, 200, 175)),
        ('<path d="M100 100a50 50 0 0 1 100 0"/>', (100, 50, 200, 100)),
        ('<path d="M100 100a50 50 0 00100 0z"/>', (100, 100, 200, 150)),
        ('<path d="M100 100a50 50 0 1150 50"/>', (100, 50, 200, 150)),
        ('<path d="M10 10a5 5 0 0 1 0 0L20 20"/>', (10, 10, 20, 20)),
        ('<path d="M10 10A0 5 0 0 1 20 20"/>', (10, 10, 20, 20)),
        ('<path d="M100 100A1 1 0 0 1 200 100"/>', (100, 50, 200, 100)),
    ],
)
def test_every_shape_becomes_an_outline(element: str, box: tuple[float, ...] | None) -> None:
    if box is None:
        assert "number" in refuse(svg(element))
    else:
        (shape,) = read(element).shapes
        assert bounds(shape) == box


def test_an_arc_lies_on_its_circle() -> None:
    commands = parse_path("M200 100A100 100 0 1 1 100 0")
    points = [(command[-2], command[-1]) for command in commands]
    assert len(points) >= 4
    assert all(math.isclose(math.dist(p, (100, 100)), 100, rel_tol=1e-9) for p in points)


@pytest.mark.parametrize(
    ("transform", "box"),
    [
        ("translate(100 50)", (100, 50, 110, 60)),
        ("translate(100)", (100, 0, 110, 10)),
        ("scale(2 3)", (0, 0, 20, 30)),
        ("rotate(90)translate(0,-10)", (0, 0, 10, 10)),
        ("rotate(180, 10, 10)", (10, 10, 20, 20)),
        ("matrix(1 0 0 1 5 6) scale(10)", (5, 6, 105, 106)),
        ("skewX(45)", (0, 0, 20, 10)),
        ("skewY(45)", (0, 0, 10, 20)),
    ],
)
def test_transforms_move_the_outline(transform: str, box: tuple[float, ...]) -> None:
    (shape,) = read(f'<g transform="{transform}"><rect width="10" height="10"/></g>').shapes
    assert bounds(shape) == box


@pytest.mark.parametrize(
    ("attributes", "fill", "stroke"),
    [
        ("", "#000000", None),
        ('fill="#f00"', "#FF0000", None),
        ('fill="#ff000080"', "#FF7F7F", None),
        ('fill="rgb(10%, 20%, 30%)"', "#1A334C", None),
        ('fill="rgba(0, 0, 255, 0.5)"', "#8080FF", None),
        ('fill="CornflowerBlue"', "#6495ED", None),
        ('fill="none" stroke="navy"', None, "#000080"),
        ('fill="none" stroke="currentColor" color="green"', None, "#008000"),
        ('fill="red" opacity="0.5"', "#FF8080", None),
        ('fill="red" fill-opacity="0"  stroke="#000"', None, "#000000"),
        ('fill="red" style="fill: blue !x"', "refused", None),
        ('fill="red" style="fill: blue; stroke-opacity:50%;stroke:black"', "#0000FF", "#808080"),
        ('fill="red" stroke="red" stroke-width="0"', "#FF0000", None),
    ],
)
def test_paint_becomes_flat(attributes: str, fill: str | None, stroke: str | None) -> None:
    inner = f'<rect width="10" height="10" {attributes}/>'
    if fill == "refused":
        assert "not a flat colour" in refuse(svg(inner))
    else:
        (shape,) = read(inner).shapes
        assert (shape.fill, shape.stroke) == (fill, stroke)


def test_paint_is_inherited_and_opacity_multiplies() -> None:
    first, second = read(
        '<g fill="red" opacity=".5" stroke="blue" stroke-width="4">'
        '<g opacity="0.5"><rect x="9" y="9" width="9" height="9"/></g>'
        '<rect width="9" height="9" fill="inherit" stroke="none"/></g>'
    ).shapes
    assert (first.fill, first.stroke, first.stroke_width) == ("#FFBFBF", "#BFBFFF", 4)
    assert (second.fill, second.stroke) == ("#FF8080", None)


def test_lines_keep_width_dash_and_cap_under_a_scale() -> None:
    (shape,) = read(
        '<line x1="50" y1="50" x2="99" y2="50" stroke="red" stroke-width="2mm" '
        'stroke-dasharray="4 2 1" stroke-linecap="round" transform="scale(2)"/>'
    ).shapes
    assert shape.stroke_width == pytest.approx(2 / 25.4 * 96 * 2, abs=0.001)
    assert shape.dash == (8, 4, 2, 8, 4, 2)
    assert shape.round_cap


def test_the_picture_is_scaled_to_its_view_box() -> None:
    picture = read('<rect x="10" y="5" width="2" height="1"/>', 'viewBox="10 5 4 2" width="9cm"')
    assert (picture.width, picture.height) == (1000, 500)
    assert bounds(picture.shapes[0]) == (0, 0, 500, 250)


def test_a_size_stands_in_for_a_missing_view_box() -> None:
    picture = read('<rect width="96" height="48"/>', 'width="1in" height="36pt"')
    assert (picture.width, picture.height) == (1000, 500)


def test_ink_beyond_the_view_box_widens_it() -> None:
    picture = read('<rect x="-500" width="1500" height="1000"/>')
    assert picture.width == 1000
    assert picture.height == pytest.approx(666.667)
    assert bounds(picture.shapes[0]) == (0, 0, 1000, 666.7)


def test_what_is_hidden_is_not_drawn() -> None:
    picture = read(
        '<g display="none"><rect width="9" height="9"/></g>'
        '<g visibility="hidden"><rect width="9" height="9"/>'
        '<rect width="7" height="7" visibility="visible"/></g>'
        '<defs><rect width="9" height="9"/></defs>'
        '<rect width="0" height="9"/><path d=""/><path d="none"/><path d="M5 5"/>'
    )
    assert [bounds(shape) for shape in picture.shapes] == [(0, 0, 7, 7)]


def winding(shape: VectorShape, x: float, y: float) -> int:
    """Return how often the straight outlines of a shape run round a point."""
    turns = 0
    outline: list[tuple[float, float]] = []
    for command in shape.commands:
        if command[0] == "M":
            outline = []
        if command[0] != "Z":
            outline.append((command[-2], command[-1]))
            continue
        for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
            if (y0 <= y) != (y1 <= y) and x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x:
                turns += 1 if y1 > y0 else -1
    return turns


def test_even_odd_holes_stay_holes() -> None:
    squares = " ".join(f"M{i} {i}H{900 - i}V{900 - i}H{i}z" for i in (0, 100, 200, 300))
    (shape,) = read(f'<path fill-rule="evenodd" d="{squares}"/>').shapes
    assert [winding(shape, at, at) != 0 for at in (50, 150, 250, 350)] == [True, False, True, False]
    (plain,) = read(f'<path d="{squares}"/>').shapes
    assert all(winding(plain, at, at) for at in (50, 150, 250, 350))


def test_even_odd_turns_curves_round_with_their_outline() -> None:
    ring = "M0 50a50 50 0 0 1 100 0a50 50 0 0 1-100 0z M25 50a25 25 0 0 1 50 0a25 25 0 0 1-50 0z"
    (shape,) = read(f'<path fill-rule="evenodd" d="{ring}" stroke-width="3"/>').shapes
    assert bounds(shape) == (0, 0, 100, 100)
    assert shape.commands[0][0] == "M"
    assert sum(command[0] == "C" for command in shape.commands) == 8
    outer, inner = read(f'<path fill-rule="evenodd" d="{ring}" fill="red" stroke="blue"/>').shapes
    assert (outer.fill, outer.stroke, inner.fill, inner.stroke) == (
        "#FF0000",
        None,
        None,
        "#0000FF",
    )


def test_notes_of_drawing_programs_are_passed_over() -> None:
    picture = read(
        '<title>Logo</title><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
        'syntax-ns#"><x/></rdf:RDF></metadata><sodipodi:namedview xmlns:sodipodi="http://sodipodi'
        '.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/><g inkscape:label="Layer" '
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" id="g1"><rect width="9" '
        'height="9" style="font-size:12px;-inkscape-stroke:none;fill:#123456" xml:space="x"/></g>',
        'viewBox="0 0 1000 1000" version="1.1" aria-label="logo"',
    )
    assert [shape.fill for shape in picture.shapes] == ["#123456"]


RECT = '<rect width="9" height="9" {}/>'


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        ("<text>Hei</text>", "<text>"),
        ('<image href="file:///etc/passwd"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ("<script>alert(1)</script>", "<script>"),
        ("<style>rect {fill: red}</style>", "<style>"),
        ("<defs><linearGradient/></defs>", "<linearGradient>"),
        ("<filter/>", "<filter>"),
        ("<clipPath/>", "<clipPath>"),
        ("<symbol/>", "<symbol>"),
        ("<animate/>", "<animate>"),
        ("<a><rect/></a>", "<a>"),
        ("<svg/>", "<svg>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<p xmlns="http://www.w3.org/1999/xhtml">x</p>', "<p>"),
        ('<x:rect xmlns:x="urn:other"/>', "<rect>"),
        (RECT.format('onclick="x()"'), "onclick"),
        (RECT.format('href="#a"'), "href"),
        (RECT.format('xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"'), "href"),
        (RECT.format('fill="url(#a)"'), "fill refers"),
        (RECT.format('style="filter: url(#a)"'), "style refers"),
        (RECT.format('filter="blur(3px)"'), "filter"),
        (RECT.format('style="mix-blend-mode:multiply"'), "mix-blend-mode"),
        (RECT.format('style="behavior: x"'), "behavior"),
        (RECT.format('style="fill"'), "style"),
        (RECT.format('fill="hsl(1 2% 3%)"'), "hsl"),
        (RECT.format('fill="reddish"'), "reddish"),
        (RECT.format('transform="rotate3d(1)"'), "rotate3d"),
        (RECT.format('transform="scale()"'), "scale"),
        (RECT.format('stroke="red" transform="scale(1 5)"'), "unevenly"),
        (RECT.format('stroke-dashoffset="2"'), "stroke-dashoffset"),
        (RECT.format('stroke-dasharray="-1 2"'), "stroke-dasharray"),
        (RECT.format('stroke-linecap="pointed"'), "stroke-linecap"),
        ('<rect width="50%" height="9"/>', "50%"),
        ('<rect width="1e9" height="9"/>', "1e9"),
        ('<rect width="nan" height="9"/>', "nan"),
        ('<rect width="9" height="9" transform="scale(1e6) scale(1e6)"/>', "beyond all sense"),
        ('<path d="L5 5"/>', "begin with a move"),
        ('<path d="M5 5 Z 5 5"/>', "go on"),
        ('<path d="M5"/>', "go on"),
        ('<path d="M5 5 A5 5 0 2 0 9 9"/>', "go on"),
        ('<path d="M5 5 B5 5"/>', "go on"),
        ('<polygon points="1 2 3"/>', "odd number"),
        ('<path fill-rule="evenodd" d="M50 0L21 90 98 35 2 35 79 90z"/>', "do not cross"),
        ("", "shows nothing"),
        ("<g>" * 200 + "</g>" * 200, "nests deeper"),
        ("<g/>" * 10_001, "more than 10000"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(inner: str, name: str) -> None:
    assert name in refuse(svg(inner))


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "document type"),
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">' + svg(""), "document type"),
        (b"<svg", "well-formed"),
        (svg("<g>"), "well-formed"),
        (svg("<g/>") + b"x", "well-formed"),
        (b'<?xml version="1.0" encoding="none-such"?><svg/>', "well-formed"),
        (b"<svg/>", "is not an SVG picture"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "is not an SVG picture"),
        (svg("<rect/>", 'viewBox="0 0 5"'), "four numbers"),
        (svg("<rect/>", 'viewBox="0 0 0 5"'), "no size"),
        (svg("<rect/>", 'width="100%" height="100%"'), "100%"),
        (svg("<rect/>", ""), "neither a viewBox nor"),
        (svg("", 'viewBox="0 0 1 1" preserveAspectRatio="none"'), "preserveAspectRatio"),
        (svg(" " * MAX_SVG_BYTES), "more than 1024 KiB"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, part: str) -> None:
    assert part in refuse(data)


def test_only_cleaned_svg_counts_as_stored() -> None:
    for inner in (
        '<g><path d="M0 0L1 1"/></g>',
        '<path d="M0 0L1 1" fill-rule="evenodd"/>',
        "<g/>",
    ):
        with pytest.raises(ImageError, match="import it again"):
            read_svg(svg(inner), is_stored=True)


def test_an_import_is_kept_as_the_svg_that_we_write() -> None:
    asset = import_image(b"\xef\xbb\xbf " + svg('<circle cx="500" cy="500" r="500"/>'), "logo.svg")
    assert (asset.media_type, asset.file_name) == ("image/svg+xml", "logo.svg")
    assert check_asset(asset) > 0
    picture = decode_asset(asset)
    assert isinstance(picture, VectorPicture)
    assert bounds(picture.shapes[0]) == (0, 0, 1000, 1000)


def test_a_picture_that_is_hard_to_judge_is_given_up() -> None:
    comb = "M0 0" + "".join(f"L1000 {i / 20}L0 {i / 20 + 0.02}" for i in range(2_000))
    assert "too complex" in refuse(svg(f'<path fill-rule="evenodd" d="{comb}"/>'))
    rings = "".join(f"M{i} 0h.5v.5h-.5z" for i in range(1_000))
    assert "too complex" in refuse(svg(f'<path fill-rule="evenodd" d="{rings}"/>'))
