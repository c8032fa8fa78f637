"""pip installs the wheel and the sdist with all that they need, and takes only the program away."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.bundle

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("built")
    _run(Path(sys.executable), "-m", "build", "--outdir", folder, ROOT)
    return folder


def _run(program: Path, *arguments: str | Path) -> None:
    outside = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [program, *arguments],
        env=outside,
        cwd=Path(program).anchor,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("ending", [".whl", ".tar.gz"])
def test_installed_tried_and_removed(built: Path, tmp_path: Path, ending: str) -> None:
    place = tmp_path / "ympäristö tässä"
    venv.create(place, with_pip=True)
    programs = place / SCRIPTS
    python = programs / ("python.exe" if sys.platform == "win32" else "python")
    pip = ("-m", "pip", "--disable-pip-version-check")
    (package,) = built.glob(f"*{ending}")
    _run(python, *pip, "install", "--quiet", package)
    _run(python, *pip, "check")
    program = programs / "blueprint-editor"
    document = Path(shutil.copy(SAMPLE, tmp_path / "pölku.blueprint"))
    _run(program, "validate", document)
    _run(program, "export", document, tmp_path / "juliste.pdf", "--paper", "A1")
    _run(program, "export", document, tmp_path / "kuva.png", "--width", "800")
    _run(program, "new", tmp_path / "uusi.blueprint", "--template", "empty")
    _run(python, *pip, "uninstall", "--quiet", "--yes", "blueprint-editor")
    assert not list(place.rglob("blueprint_editor"))
    assert document.read_bytes() == SAMPLE.read_bytes()
    assert (tmp_path / "juliste.pdf").read_bytes().startswith(b"%PDF-")
