"""A page looks the same as PDF, PNG, SVG and on the canvas, whatever program shows it."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPainter

from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.painters.pdf import paint_pdf
from blueprint_editor.painters.png import paint_png
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.painters.svg import paint_svg
from blueprint_editor.sheets.fitting import FitGoal, find_fit
from blueprint_editor.sheets.paper import parse_paper, put_on_paper
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.format import load_document
from tests.painters.drawings import fonts
from tests.painters.golden_posters import SAMPLES
from tests.painters.pixels import make_image
from tests.painters.renderings import DPI, Difference, compare, open_picture

MOST_SHARE, MOST_STEP = 0.001, 100
"""Of pixels that differ noticeably, and by how much of 255 any may differ. Measured: at most 0.07 %
and 89, both in PDFs, whose letters poppler moves to whole pixels; elsewhere 0.005 % and 63."""


@cache
def make_page(sample: Path) -> Drawing:
    """Return a sample's poster fitted to A1."""
    typesetter, paper = Typesetter(fonts()), parse_paper("A1")
    document = load_document(sample)
    fit = find_fit(document, FitGoal(paper, "landscape"), typesetter).fit
    poster = document.poster.changed(fit=fit, paper="A1", orientation="landscape")
    composed = PosterComposer(typesetter).compose(document.changed(poster=poster))
    return put_on_paper(composed.tagged, paper, "landscape")


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def need(program: str) -> str:
    """Return where a program is; the test is skipped where it is missing."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not here")
    return found


def paint_on_canvas(drawing: Drawing, _folder: Path) -> Image.Image:
    scene = PosterScene(QtFonts(fonts()))
    scene.show_drawing(drawing)
    scale = DPI / 25.4
    scene.set_scale(scale)
    image = make_image(round(drawing.width * scale), round(drawing.height * scale))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    page = QRectF(0.0, 0.0, drawing.width, drawing.height)
    scene.render(painter, QRectF(0.0, 0.0, image.width(), image.height()), page)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return open_picture(bytes(buffer.data().data()))


def show_pdf(drawing: Drawing, folder: Path) -> Image.Image:
    program = need("pdftoppm")
    (folder / "page.pdf").write_bytes(paint_pdf(drawing, fonts()))
    run(program, "-r", str(DPI), "-png", "-singlefile", folder / "page.pdf", folder / "pdf")
    return open_picture((folder / "pdf.png").read_bytes())


def show_in_inkscape(drawing: Drawing, folder: Path) -> Image.Image:
    """Show the SVG with its text as paths: Inkscape ignores fonts that a file brings along."""
    program = need("inkscape")
    (folder / "page.svg").write_bytes(paint_svg(drawing, fonts(), text_as_paths=True))
    out = folder / "inkscape.png"
    run(program, folder / "page.svg", f"--export-dpi={DPI}", f"--export-filename={out}")
    return open_picture(out.read_bytes())


def show_in_browser(drawing: Drawing, folder: Path, *, text_as_paths: bool = False) -> Image.Image:
    program = need("chromium")
    (folder / "page.svg").write_bytes(paint_svg(drawing, fonts(), text_as_paths=text_as_paths))
    width, height = (round(side * DPI / 25.4) for side in (drawing.width, drawing.height))
    style = f"body{{margin:0}}img{{display:block;width:{width}px;height:{height}px}}"
    (folder / "page.html").write_text(
        f'<!doctype html><style>{style}</style><img src="page.svg">', "utf-8"
    )
    out = folder / "browser.png"
    run(
        program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},{height}", f"--screenshot={out}",
        (folder / "page.html").as_uri(),
    )  # fmt: skip
    return open_picture(out.read_bytes())


def show_paths_in_browser(drawing: Drawing, folder: Path) -> Image.Image:
    return show_in_browser(drawing, folder, text_as_paths=True)


def check(drawing: Drawing, show: Callable[[Drawing, Path], Image.Image], folder: Path) -> None:
    found = look(drawing, show, folder)
    assert found.share <= MOST_SHARE, found
    assert found.largest <= MOST_STEP, found


def look(
    drawing: Drawing, show: Callable[[Drawing, Path], Image.Image], folder: Path
) -> Difference:
    ours = open_picture(paint_png(drawing, fonts(), DPI))
    return compare(ours, show(drawing, folder), drawing)


@pytest.mark.usefixtures("qapp")
def test_the_canvas_shows_what_a_picture_holds(tmp_path: Path) -> None:
    check(make_page(SAMPLES[0]), paint_on_canvas, tmp_path)


def test_what_differs_is_noticed_and_named() -> None:
    drawing = make_page(SAMPLES[0])
    ours = open_picture(paint_png(drawing, fonts(), DPI))
    kept = [one for one in drawing.placed if one.group.kind != "connector"]
    lost = [one.group.key for one in drawing.placed if one.group.kind == "connector"]
    without = drawing._replace(placed=tuple(kept))
    found = compare(ours, open_picture(paint_png(without, fonts(), DPI)), drawing)
    assert found.share > MOST_SHARE
    assert found.largest > MOST_STEP
    assert {name.removeprefix("connector ") for name in found.places} & set(lost)


@pytest.mark.endurance
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "show",
    [paint_on_canvas, show_pdf, show_in_inkscape, show_in_browser, show_paths_in_browser],
    ids=lambda show: show.__name__,
)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_program_shows_the_same(
    sample: Path, show: Callable[[Drawing, Path], Image.Image], tmp_path: Path
) -> None:
    check(make_page(sample), show, tmp_path)
