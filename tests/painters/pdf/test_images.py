"""Images come into the file in sRGB, with their transparency, and packed once."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from blueprint_editor.drawing.drawing import RasterImage, Tag
from blueprint_editor.drawing.primitives import ImageUse
from blueprint_editor.painters.pdf import paint_pdf
from tests.painters.drawings import fonts
from tests.painters.pdf.sheets import leaf, make_drawing

SIZE = (23, 17)


def make_picture(mode: str, kind: str, **options) -> RasterImage:
    colour = {"RGBA": (200, 30, 60, 128), "LA": (90, 128), "L": 90, "1": 1, "P": 3}.get(
        mode, (200, 30, 60)
    )
    picture = Image.new(mode, SIZE, colour)
    if mode == "P":
        picture.putpalette([10, 20, 30] * 3 + [200, 30, 60])
    for x in range(SIZE[0]):
        picture.putpixel((x, 3), picture.getpixel((0, 0)) if mode in {"1", "P"} else colour)
    file = BytesIO()
    picture.save(file, kind, **options)
    return RasterImage(f"image/{kind.lower()}", file.getvalue(), *SIZE)


PICTURES: dict[str, RasterImage] = {
    "png": make_picture("RGB", "PNG"),
    "png with alpha": make_picture("RGBA", "PNG"),
    "png grey": make_picture("L", "PNG"),
    "png grey with alpha": make_picture("LA", "PNG"),
    "png black and white": make_picture("1", "PNG"),
    "png palette": make_picture("P", "PNG"),
    "png palette with a clear colour": make_picture("P", "PNG", transparency=3),
    "png rgb with a clear colour": make_picture("RGB", "PNG", transparency=(200, 30, 60)),
    "jpeg": make_picture("RGB", "JPEG", quality=95),
    "jpeg grey": make_picture("L", "JPEG"),
}


def paint(picture: RasterImage) -> pikepdf.Pdf:
    use = ImageUse("i", 0, 0, 30, 20)
    drawing = make_drawing(
        Tag("Figure", (leaf("a"),), alt="kuva"), parts=[("a", (use, use))], images={"i": picture}
    )
    return pikepdf.open(BytesIO(paint_pdf(drawing, fonts())))


@pytest.mark.parametrize("name", PICTURES)
def test_pixels_and_transparency_survive(name: str) -> None:
    picture = PICTURES[name]
    original = Image.open(BytesIO(picture.data))
    expected = original.convert("RGBA")
    with paint(picture) as pdf:
        objects = list(pdf.pages[0].Resources.XObject.values())
        assert len(objects) == 1, "used twice, held once"
        assert objects[0].ColorSpace == "/DeviceRGB"
        image = objects[0]
        mask = image.get("/SMask")
        assert ("/Group" in pdf.pages[0]) == (mask is not None)
        shown = pikepdf.PdfImage(image).as_pil_image().convert("RGBA")
    assert shown.size == SIZE
    assert shown.getchannel("A").tobytes() == expected.getchannel("A").tobytes()
    # Where a picture is clear its colour does not matter.
    clear = Image.new("RGBA", SIZE)
    assert Image.composite(shown, clear, shown) == Image.composite(expected, clear, expected)


@pytest.mark.parametrize("name", ["jpeg", "png"])
def test_packed_data_is_taken_as_it_is(name: str) -> None:
    picture = PICTURES[name]
    with paint(picture) as pdf:
        image = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert image.read_raw_bytes() in picture.data
