import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from blueprint_editor.drawing.drawing import Drawing, Group, Part, Placed, Tag
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Bounds, Rectangle
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.painters.png import PngTooLargeError, paint_png
from tests.painters.drawings import fonts, make_poster
from tests.painters.pixels import paint_page

pytestmark = pytest.mark.usefixtures("qapp")

ROOT = Path(__file__).parents[2]


def _read(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def _empty_page(width: float, height: float) -> Drawing:
    return Drawing(width, height, (), Tag("Document"), "Tyhjä", "fi", background="#FFF0E0")


def test_the_picture_has_the_pages_size_and_resolution() -> None:
    picture = _read(paint_png(_empty_page(297.0, 210.0), fonts(), 150))
    assert picture.size == (1754, 1240)
    assert picture.mode == "RGB"
    assert picture.info["dpi"] == pytest.approx((150, 150), abs=0.02)
    assert picture.info["srgb"] == 0
    assert picture.getcolors() == [(1754 * 1240, (0xFF, 0xF0, 0xE0))]


def test_things_stand_where_the_drawing_has_them() -> None:
    picture = _read(paint_png(make_poster(), fonts(), 96))

    def at(x: float, y: float) -> str:
        pixel = picture.getpixel((int(x * 96 / 25.4), int(y * 96 / 25.4)))
        return "#{:02X}{:02X}{:02X}".format(*pixel)

    assert at(5, 5) == "#FFFFFF"
    assert at(10.7, 60) == "#D6A419"
    assert at(20, 90) == "#FFFAEC"
    assert at(90, 80) == "#FFE79E"
    assert at(90, 50 + 54) == "#CDEBD8"
    assert at(116, 70) == "#C00000"
    assert at(122, 70) == "#00A000"


def test_bands_join_without_a_seam() -> None:
    drawing = make_poster()
    picture = _read(paint_png(drawing, fonts(), 254))
    assert picture.size[0] * picture.size[1] > 3 * 2_000_000
    image = paint_page(drawing, 10.0)
    whole = image.convertToFormat(image.Format.Format_RGB888)
    bits, pitch = bytes(whole.constBits()), whole.bytesPerLine()
    rows = b"".join(bits[y * pitch : y * pitch + 3 * whole.width()] for y in range(whole.height()))
    assert picture.tobytes() == rows


def test_a_page_wider_than_qt_paints_is_joined_from_columns() -> None:
    bar = Group(
        "bar",
        "decoration",
        (Part("", (Rectangle(0, 0, 2800, 4, "#B3261E"),)),),
        Bounds(0, 0, 2800, 4),
    )
    drawing = _empty_page(3000.0, 12.0)._replace(placed=(Placed(bar, 100, 4),))
    picture = _read(paint_png(drawing, fonts(), 300))
    assert picture.size == (35433, 142)
    middle = {picture.getpixel((x, 71)) for x in range(1300, 34200)}
    assert middle == {(0xB3, 0x26, 0x1E)}
    assert picture.getpixel((1000, 71)) == picture.getpixel((34500, 71)) == (0xFF, 0xF0, 0xE0)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = make_poster(1, 2)
    assert paint_png(drawing, FontLibrary(), 60) == paint_png(drawing, FontLibrary(), 60)


def test_work_is_reported_and_can_be_ended() -> None:
    shares: list[float] = []
    paint_png(_empty_page(841.0, 594.0), fonts(), 150, shares.append)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def refuse(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        paint_png(_empty_page(10.0, 10.0), fonts(), 150, refuse)


def test_an_absurd_size_is_refused() -> None:
    with pytest.raises(PngTooLargeError, match=r"93622 × 66220 pixels at 2000 dpi") as caught:
        paint_png(_empty_page(1189.0, 841.0), fonts(), 2000)
    assert (caught.value.width_px, caught.value.height_px) == (93622, 66220)


@pytest.mark.parametrize("dpi", [0.0, -72.0])
def test_a_resolution_that_is_none_is_refused(dpi: float) -> None:
    with pytest.raises(BlueprintError, match="above 0 dpi"):
        paint_png(_empty_page(10.0, 10.0), fonts(), dpi)


def test_no_display_and_no_running_application_are_needed(tmp_path: Path) -> None:
    target = tmp_path / "poster.png"
    program = (
        "import sys, pathlib\n"
        "from blueprint_editor.painters.png import paint_png\n"
        "from tests.painters.drawings import fonts, make_poster\n"
        "pathlib.Path(sys.argv[1]).write_bytes(paint_png(make_poster(1, 2), fonts(), 60))\n"
        "assert 'PySide6.QtWidgets' not in sys.modules\n"
    )
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    subprocess.run(
        [sys.executable, "-c", program, str(target)], cwd=ROOT, env=environment, check=True
    )
    assert target.read_bytes() == paint_png(make_poster(1, 2), fonts(), 60)


def test_a_thumbnail_is_painted_fine_and_then_made_small() -> None:
    line = Rectangle(100.0, 0.0, 1.0, 200.0, "#000000")
    group = Group("g", "card", (Part("", (line,)),), Bounds(0, 0, 300, 200))
    page = Drawing(300.0, 200.0, (Placed(group, 0.0, 0.0),), Tag("Document"), "Viiva", "fi")
    picture = _read(paint_png(page, fonts(), 25.4 / 2))
    assert picture.size == (150, 100)
    # Half a pixel of black ink is a grey pixel, not a black one.
    row = [picture.getpixel((x, 50))[0] for x in range(45, 55)]
    assert 100 <= min(row) <= 160
    assert sum(255 - value for value in row) == pytest.approx(127, abs=8)
