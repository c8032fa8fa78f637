"""Makes the bundle of the program for the platform that runs this, in ``build/bundle``.

Needs the environment with the group ``bundle``. On Linux a tarball comes out as well, on Windows a
zip, on macOS a zip of the app.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "build" / "parts"
BUNDLES = ROOT / "build" / "bundle"
PROGRAM = "blueprint-editor"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
ID = "fi.blueprint_editor.BlueprintEditor"


def main() -> int:
    """Make all and say where it lies and how much room it takes."""
    PARTS.mkdir(parents=True, exist_ok=True)
    draw_icons()
    (PARTS / "licences.txt").touch()
    os.environ.pop("QT_QPA_PLATFORM", None)
    spec = ROOT / "packaging" / "blueprint-editor.spec"
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", BUNDLES, "--workpath", ROOT / "build" / "pyinstaller", spec),
        ],
        check=True,
        cwd=ROOT,
    )
    folder = BUNDLES / PROGRAM
    if sys.platform.startswith("linux"):
        finish_for_linux(folder)
    archive = pack(folder)
    for path in (folder, archive):
        print(f"{path.relative_to(ROOT)}: {measure(path) / 1e6:.0f} MB")
    return 0


def draw_icons() -> None:
    """Draw the program's icon as it draws it itself, in the forms that the platforms want."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only when the platform is set

    from blueprint_editor.ui.icons import make_app_icon  # noqa: PLC0415

    app = QApplication([])
    icon = make_app_icon()
    for size in ICON_SIZES:
        icon.pixmap(size, size).save(str(PARTS / f"app-{size}.png"))
    app.quit()
    largest = Image.open(PARTS / "app-256.png")
    largest.save(PARTS / "app.ico", sizes=[(size, size) for size in ICON_SIZES])
    largest.save(PARTS / "app.icns")


def finish_for_linux(folder: Path) -> None:
    """Take what only debuggers read from libraries, and add what a desktop wants to know."""
    inside = folder / "_internal"
    places = ("libpython*", "python*/lib-dynload/*.so", "uharfbuzz/*.so", "PIL/*.so")
    libraries = [path for place in places for path in inside.glob(place)]
    if shutil.which("strip") is not None:
        # Only those that are left unstripped: other wheels have had theirs stripped already.
        subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)
    share = folder / "share"
    share.mkdir()
    for path in (ROOT / "packaging" / "linux").glob(f"{ID}.*"):
        # The manifest of the Flatpak takes this bundle in, and has no place inside it.
        if path.suffix != ".yml":
            shutil.copy(path, share)
    for size in ICON_SIZES:
        icons = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        icons.mkdir(parents=True)
        shutil.copy(PARTS / f"app-{size}.png", icons / f"{ID}.png")
    shutil.copy(ROOT / "packaging" / "linux" / "install.sh", folder)
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)


def pack(folder: Path) -> Path:
    """Return the archive that is handed over."""
    system = platform.system()
    if system == "Linux":
        archive = BUNDLES / f"{PROGRAM}-linux.tar.xz"
        with tarfile.open(archive, "w:xz", preset=4) as tar:
            tar.add(folder, PROGRAM)
        return archive
    if system == "Darwin":
        archive = BUNDLES / f"{PROGRAM}-macos.zip"
        # Only Apple's own packer keeps the links and permissions of an app.
        app = BUNDLES / "Blueprint Editor.app"
        subprocess.run(["ditto", "-c", "-k", "--keepParent", app, archive], check=True)
        return archive
    for path in (ROOT / "packaging" / "windows").iterdir():
        shutil.copy(path, folder)
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    name = str(BUNDLES / f"{PROGRAM}-windows")
    return Path(shutil.make_archive(name, "zip", BUNDLES, PROGRAM))


def measure(path: Path) -> int:
    """Return how many bytes a file takes, or the files of a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(
        each.lstat().st_size for each in path.rglob("*") if each.is_file() or each.is_symlink()
    )


if __name__ == "__main__":
    sys.exit(main())
