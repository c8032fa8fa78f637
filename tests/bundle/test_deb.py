"""The package for Debian is what Debian's tools expect, and its program runs where it is put."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import DEVNULL

import pytest

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a package for Linux"),
]

ROOT = Path(__file__).parent.parent.parent
MANIFEST = ROOT / "packaging" / "linux" / "fi.blueprint_editor.BlueprintEditor.yml"


@pytest.fixture(scope="module")
def package() -> Path:
    found = list((ROOT / "build" / "bundle").glob("*.deb"))
    if not found:
        pytest.skip("made only with --deb")
    return found[0]


def test_lintian_finds_nothing(package: Path) -> None:
    if shutil.which("lintian") is None:
        pytest.skip("needs lintian")
    command = ["lintian", "--fail-on", "error,warning", package]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_needed_packages_are_known(package: Path) -> None:
    told = subprocess.run(
        ["dpkg-deb", "--field", package, "Depends"], capture_output=True, text=True, check=True
    ).stdout
    assert "libc6 (>= 2." in told
    assert "libx11-6" in told


def test_installed_tried_and_removed(package: Path, tmp_path: Path) -> None:
    """Install into a root of its own; the program starts by the name that all find."""
    if os.geteuid() != 0 and shutil.which("fakeroot") is None:
        pytest.skip("needs fakeroot")
    place = tmp_path / "juuri ä"
    for name in ("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/log"):
        (place / name).mkdir(parents=True)
    (place / "var/lib/dpkg/status").touch()
    # What it depends on is outside this root.
    dpkg = ["dpkg", f"--root={place}", "--force-depends", "--force-script-chrootless"]
    if os.geteuid() != 0:
        dpkg = ["fakeroot", *dpkg, "--force-not-root"]
    paths = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
    subprocess.run(
        [*dpkg, "--install", package], env=paths, check=True, stdout=DEVNULL, stderr=DEVNULL
    )
    program = place / "usr" / "bin" / "blueprint-editor"
    document = Path(shutil.copy(next((ROOT / "samples").glob("*.blueprint.json")), tmp_path))
    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    for words in (["validate", document], ["export", document, tmp_path / "juliste.pdf"]):
        subprocess.run([program, *words], env=bare, check=True, stdout=DEVNULL)
    assert (tmp_path / "juliste.pdf").read_bytes().startswith(b"%PDF-")
    (entry,) = place.glob("usr/share/applications/*.desktop")
    assert "\nExec=blueprint-editor %F\n" in entry.read_text("utf-8")
    subprocess.run([*dpkg, "--purge", "blueprint-editor"], env=paths, check=True, stdout=DEVNULL)
    assert [path for path in (place / "usr").rglob("*") if not path.is_dir()] == []
    assert document.is_file()


def test_manifest_of_the_flatpak_is_read() -> None:
    if shutil.which("flatpak-builder") is None:
        pytest.skip("needs flatpak-builder")
    told = subprocess.run(
        ["flatpak-builder", "--show-manifest", MANIFEST],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0
    assert told.stderr == ""
    assert '"path" : "../../build/bundle/blueprint-editor-linux.tar.xz"' in told.stdout
