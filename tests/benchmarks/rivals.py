"""How other programs are asked to turn one SVG file into a PDF file, where they are installed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Command = tuple[str | Path, ...]


class Rival(NamedTuple):
    """A program that others print posters with; ``command`` takes program, SVG and PDF path."""

    name: str
    programs: tuple[str, ...]
    command: Callable[[str, Path, Path], Command]

    def find(self) -> str | None:
        """Return the path of the program, or None where it is not installed."""
        found = (shutil.which(program) for program in self.programs)
        return next((path for path in found if path), None)


def _inkscape(program: str, svg: Path, pdf: Path) -> Command:
    return (program, svg, "--export-type=pdf", f"--export-filename={pdf}")


def _libreoffice(program: str, svg: Path, pdf: Path) -> Command:
    profile = (pdf.parent / "libreoffice-profile").as_uri()
    return (
        *(program, f"-env:UserInstallation={profile}", "--headless"),
        *("--convert-to", "pdf:draw_pdf_Export", "--outdir", pdf.parent, svg),
    )


def _chromium(program: str, svg: Path, pdf: Path) -> Command:
    return (
        *(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--user-data-dir={pdf.parent / 'chromium-profile'}", f"--print-to-pdf={pdf}"),
        svg.as_uri(),
    )


RIVALS = (
    Rival("Inkscape", ("inkscape",), _inkscape),
    Rival("LibreOffice Draw", ("soffice", "libreoffice"), _libreoffice),
    Rival(
        "Chromium",
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        _chromium,
    ),
)
