"""Vector pictures in pixels: fills by the non-zero rule, strokes, nothing outside."""

from io import BytesIO

from PIL import Image

from blueprint_editor.model.images.pictures import VectorPicture, VectorShape
from blueprint_editor.model.images.rasterised import rasterise


def square(x: float, y: float, side: float, *, reverse: bool = False) -> tuple:
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    first, *others = corners[::-1] if reverse else corners
    return (("M", *first), *(("L", *corner) for corner in others), ("Z",))


def pixels(*shapes: VectorShape, width: float = 30, height: float = 30) -> Image.Image:
    found = rasterise(VectorPicture(width, height, shapes))
    image = Image.open(BytesIO(found.data))
    assert image.size == (found.width_px, found.height_px)
    return image


def test_a_hole_runs_against_its_outline() -> None:
    image = pixels(VectorShape((*square(0, 0, 30), *square(10, 10, 10, reverse=True)), "#FF0000"))
    assert image.getpixel((150, 150)) == (255, 0, 0, 255)
    assert image.getpixel((450, 450))[3] == 0


def test_an_outline_in_the_same_direction_is_filled() -> None:
    image = pixels(VectorShape((*square(0, 0, 30), *square(10, 10, 10)), "#FF0000"))
    assert image.getpixel((450, 450)) == (255, 0, 0, 255)


def test_later_shapes_cover_and_strokes_have_their_width() -> None:
    line = VectorShape((("M", 0.0, 15.0), ("L", 30.0, 15.0)), None, "#0000FF", 4.0)
    image = pixels(VectorShape(square(0, 0, 30), "#FFFFFF"), line)
    assert image.getpixel((450, 450)) == (0, 0, 255, 255)
    assert image.getpixel((450, 400)) == (0, 0, 255, 255)
    assert image.getpixel((450, 380)) == (255, 255, 255, 255)


def test_curves_and_the_shape_of_the_picture() -> None:
    curve = (("M", 0.0, 10.0), ("C", 0.0, 0.0, 20.0, 0.0, 20.0, 10.0), ("Z",))
    image = pixels(VectorShape(curve, "#000000"), width=20, height=10)
    assert image.size == (900, 450)
    assert image.getpixel((450, 300))[3] == 255
    assert image.getpixel((10, 10))[3] == 0


def test_what_lies_outside_or_is_empty_draws_nothing() -> None:
    far = VectorShape(square(100, 100, 5), "#000000")
    point = VectorShape((("M", 5.0, 5.0),), "#000000")
    image = pixels(far, point, VectorShape((), "#000000"))
    assert image.getextrema()[3] == (0, 0)
