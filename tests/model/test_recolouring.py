from io import BytesIO

from PIL import Image

from blueprint_editor.model.images.pictures import RasterPicture
from blueprint_editor.model.images.recolouring import recolour_raster


def make(mode: str, colour: tuple[int, ...]) -> RasterPicture:
    file = BytesIO()
    Image.new(mode, (3, 2), colour).save(file, "PNG")
    return RasterPicture("image/png", file.getvalue(), 3, 2)


def test_every_colour_is_changed_and_the_size_kept() -> None:
    changed = recolour_raster(make("RGB", (255, 0, 0)), lambda _colour: "#00FF00")
    image = Image.open(BytesIO(changed.data))
    assert image.size == (3, 2)
    assert image.getpixel((1, 1)) == (0, 255, 0)


def test_what_is_transparent_stays_so() -> None:
    changed = recolour_raster(make("RGBA", (255, 0, 0, 0)), lambda _colour: "#0000FF")
    assert Image.open(BytesIO(changed.data)).getpixel((0, 0)) == (0, 0, 255, 0)
